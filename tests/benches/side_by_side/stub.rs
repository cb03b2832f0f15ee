//! The generated stub with handlers that keep nothing: authentication, decoding, full validation,
//! an answer, encoding.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use unplug_server_stub::runtime::AuthenticationFailure;
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

    async fn authenticate(&self, credentials: rocketchat::Credentials, _: &RequestContext) -> Result<(), Rejection> {
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

    async fn authenticate(&self, credentials: kombo::Credentials, _: &RequestContext) -> Result<(), Rejection> {
        let kombo::Credentials::ApiKey { api_key } = credentials;
        if api_key.expose() == fixtures::TOKEN { Ok(()) } else { Err(UNKNOWN) }
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        refuse(rejection)
    }
}

impl vercel::Security for Guard {
    type Caller = ();

    async fn authenticate(&self, credentials: vercel::Credentials, _: &RequestContext) -> Result<(), Rejection> {
        let vercel::Credentials::BearerToken { bearer_token } = credentials;
        if bearer_token.expose() == fixtures::TOKEN { Ok(()) } else { Err(UNKNOWN) }
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        refuse(rejection)
    }
}
