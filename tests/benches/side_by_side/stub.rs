//! The generated stub with handlers that keep nothing: authentication, decoding, full validation,
//! an answer, encoding.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use unplug_server_stub::AuthenticationFailure;
use unplug_server_stub::{Fault, Rejection, RequestContext, handler, kombo, rocketchat, vercel};

use crate::fixtures;

/// The router of one API.
pub(crate) fn app(api: &str) -> Router {
    match api {
        "rocketchat" => rocketchat::router(
            rocketchat::Handlers { integrations_remove: handler(integrations_remove) },
            Guard,
            (),
        ),
        "kombo" => {
            kombo::router(kombo::Handlers { delete_integration: handler(delete_integration) }, Guard, ())
        }
        _ => vercel::router(
            vercel::Handlers { delete_configuration: handler(delete_configuration) },
            Guard,
            (),
        ),
    }
}

/// Knows one token, and says no in a word.
struct Guard;

const UNKNOWN: Rejection = Rejection::Unauthenticated(AuthenticationFailure::Unknown);

fn refuse(rejection: &Rejection) -> Response {
    let status = StatusCode::from_u16(rejection.usual_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    status.into_response()
}

impl rocketchat::Security for Guard {
    type Caller = ();

    async fn authenticate(
        &self,
        credentials: rocketchat::Credentials,
        _: &RequestContext,
    ) -> Result<(), Rejection> {
        let rocketchat::Credentials::AuthTokenUserId { auth_token, user_id } = credentials;
        if auth_token.expose() == fixtures::TOKEN && user_id.expose() == fixtures::USER {
            Ok(())
        } else {
            Err(UNKNOWN)
        }
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        refuse(rejection)
    }
}

impl kombo::Security for Guard {
    type Caller = ();

    async fn authenticate(
        &self,
        credentials: kombo::Credentials,
        _: &RequestContext,
    ) -> Result<(), Rejection> {
        let kombo::Credentials::ApiKey { api_key } = credentials;
        if api_key.expose() == fixtures::TOKEN { Ok(()) } else { Err(UNKNOWN) }
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        refuse(rejection)
    }
}

impl vercel::Security for Guard {
    type Caller = ();

    async fn authenticate(
        &self,
        credentials: vercel::Credentials,
        _: &RequestContext,
    ) -> Result<(), Rejection> {
        let vercel::Credentials::BearerToken { bearer_token } = credentials;
        if bearer_token.expose() == fixtures::TOKEN { Ok(()) } else { Err(UNKNOWN) }
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        refuse(rejection)
    }
}

async fn integrations_remove(
    (): (),
    (): (),
    request: rocketchat::IntegrationsRemoveRequest,
) -> Result<rocketchat::IntegrationsRemoveResponse, Fault> {
    let (family, id) = match request.body {
        rocketchat::IntegrationsRemoveBody::Incoming(body) => (body.r#type, body.integration_id),
        rocketchat::IntegrationsRemoveBody::OutgoingById(body) => (body.r#type, body.integration_id),
        rocketchat::IntegrationsRemoveBody::OutgoingByUrl(body) => (body.r#type, body.target_url),
    };
    let integration = rocketchat::Integration {
        id,
        r#type: family.into(),
        name: fixtures::NAME.to_owned(),
        enabled: true,
        username: fixtures::USERNAME.to_owned(),
        user_id: fixtures::USER.to_owned(),
        script_enabled: false,
        channel: vec![fixtures::CHANNEL.to_owned()],
        created_at: fixtures::CREATED_AT.to_owned(),
        updated_at: fixtures::CREATED_AT.to_owned(),
        created_by: None,
        script: None,
        urls: None,
        event: None,
        trigger_words: None,
        token: None,
        alias: None,
        avatar: None,
        emoji: None,
    };
    let body = rocketchat::IntegrationsRemoveOkBody {
        integration,
        success: rocketchat::IntegrationsRemoveOkBodySuccess,
    };
    Ok(rocketchat::IntegrationsRemoveOk { headers: rocketchat::XRateLimitHeaders::default(), body }.into())
}

async fn delete_integration(
    (): (),
    (): (),
    request: kombo::DeleteIntegrationRequest,
) -> Result<kombo::DeleteIntegrationResponse, Fault> {
    if request.integration_id != fixtures::ID {
        return Err(Rejection::UnknownPath.into());
    }
    let body = kombo::DeleteIntegrationsIntegrationIdPositiveResponse {
        status: kombo::DeleteIntegrationsIntegrationIdPositiveResponseStatus,
        data: serde_json::Map::new(),
    };
    Ok(kombo::DeleteIntegrationOk { headers: kombo::RateLimitHeaders::default(), body }.into())
}

async fn delete_configuration(
    (): (),
    (): (),
    request: vercel::DeleteConfigurationRequest,
) -> Result<vercel::DeleteConfigurationResponse, Fault> {
    if request.id != fixtures::ID
        || request.team_id.as_deref() != Some(fixtures::TEAM)
        || request.slug.is_some()
    {
        return Err(Rejection::UnknownPath.into());
    }
    Ok(vercel::DeleteConfigurationResponse::NoContent)
}
