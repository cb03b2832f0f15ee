//! Rocket.Chat: `POST /api/v1/integrations.remove`.
//!
//! Checks run in the vendor's order: authentication (401), the four permissions
//! (403), validation of the body (400), rate limit (429), and only then the
//! integration itself is looked at. An integration that does not exist is a 400
//! too, never a 404.
//!
//! Server 8 and server 9 refuse in different words ([`RocketchatVersion`]); everything else is the
//! same.
//!
//! One thing is deliberately not as at the vendor: there, the lookup ignores
//! `type`, so that somebody with permission for one family can remove an
//! integration of the other. Here a wrong `type` finds nothing.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use unplug_server_stub::rocketchat::{
    self as stub, AuthorizationError, AuthorizationErrorSuccess, Credentials, IntegrationsRemoveBadRequest,
    IntegrationsRemoveBadRequestBody, IntegrationsRemoveBadRequestBodySuccess, IntegrationsRemoveBody,
    IntegrationsRemoveForbiddenBody, IntegrationsRemoveForbiddenBodySuccess, IntegrationsRemoveOk,
    IntegrationsRemoveOkBody, IntegrationsRemoveOkBodySuccess, IntegrationsRemoveRequest,
    IntegrationsRemoveResponse, IntegrationsRemoveTooManyRequests, IntegrationsRemoveTooManyRequestsBody,
    IntegrationsRemoveTooManyRequestsBodySuccess, XRateLimitHeaders,
};
use unplug_server_stub::{
    AuthenticationFailure, Fault, RateLimit, Rejection, RequestContext, Violation, handler,
};

use crate::ajv;
use crate::clock::Clock;
use crate::config::{AppConfig, RocketchatVersion};
use crate::credential::CredentialDigest;
use crate::limit::{RateLimitRule, RateLimiter};
use crate::store::Store;
use crate::store::rocketchat::{Family, Integration, Removal, Removed, Selector, User};

pub use description::description;

mod description;

/// What the handler works with.
#[derive(Clone, Debug)]
pub struct Service {
    store: Store,
    clock: Arc<dyn Clock>,
    limiter: Arc<RateLimiter>,
    limit: RateLimitRule,
    version: RocketchatVersion,
}

/// The API at its base path.
pub(crate) fn router(config: &AppConfig) -> Router {
    let service = Service {
        store: config.store.clone(),
        clock: Arc::clone(&config.clock),
        limiter: Arc::new(RateLimiter::new(Arc::clone(&config.clock))),
        limit: config.limits.rocketchat,
        version: config.rocketchat_version,
    };
    stub::router(
        stub::Handlers { integrations_remove: handler(integrations_remove) },
        Security { store: config.store.clone(), version: config.rocketchat_version },
        service,
    )
}

/// Removes an integration together with its history.
#[utoipa::path(
    post,
    path = "/api/v1/integrations.remove",
    operation_id = "post-api-v1-integrations.remove",
    tag = "Integration",
    security(("authToken" = [], "userId" = [])),
    request_body(content = inline(description::RemoveBody), content_type = "application/json"),
    responses(
        (status = 200, description = "Removed", body = inline(description::Removed),
            content_type = "application/json",
            headers(
                ("X-RateLimit-Limit" = u64, description = "Calls per window"),
                ("X-RateLimit-Remaining" = u64, description = "Calls left in this window"),
                ("X-RateLimit-Reset" = u64, description = "End of the window, epoch milliseconds"),
            )),
        (status = 400, description = "Invalid body, no such integration, or not the caller's",
            body = inline(description::Refused), content_type = "application/json",
            headers(
                ("X-RateLimit-Limit" = u64, description = "Calls per window"),
                ("X-RateLimit-Remaining" = u64, description = "Calls left in this window"),
                ("X-RateLimit-Reset" = u64, description = "End of the window, epoch milliseconds"),
            )),
        (status = 401, description = "Not logged in", body = inline(description::NotLoggedIn),
            content_type = "application/json"),
        (status = 403, description = "None of the four permissions",
            body = inline(description::Forbidden), content_type = "application/json"),
        (status = 429, description = "Too many calls", body = inline(description::TooManyRequests),
            content_type = "application/json",
            headers(
                ("X-RateLimit-Limit" = u64, description = "Calls per window"),
                ("X-RateLimit-Remaining" = u64, description = "Calls left in this window"),
                ("X-RateLimit-Reset" = u64, description = "End of the window, epoch milliseconds"),
            )),
    ),
)]
async fn integrations_remove(
    service: Service,
    caller: User,
    request: IntegrationsRemoveRequest,
) -> Result<IntegrationsRemoveResponse, Fault> {
    let now = service.clock.now();
    let limit = match service.limiter.admit(&caller.id, service.limit) {
        Ok(limit) => limit,
        Err(limit) => return Ok(too_many_requests(limit, now.into()).into()),
    };
    let (word, selector) = asked_for(request.body);
    let Some(family) = Family::named(&word) else {
        // The patterns of the document are not anchored, so a longer word gets here.
        return Ok(refused("Invalid integration type.", None, limit).into());
    };
    if selector == Selector::Id(String::new()) && family == Family::Outgoing {
        let message = "An integrationId or target_url needs to be provided.";
        return Ok(refused(message, None, limit).into());
    }
    let removed = service
        .store
        .remove_rocketchat_integration(Removal {
            selector: &selector,
            family,
            authority: &caller.authority(family),
            actor: &caller.id,
            at: now,
        })
        .await?;
    Ok(match removed {
        Removed::Done(integration) => {
            tracing::info!(api = "rocketchat", actor = caller.id, subject = integration.id, "removed");
            IntegrationsRemoveOk {
                headers: headers(limit),
                body: IntegrationsRemoveOkBody {
                    integration: document(*integration),
                    success: IntegrationsRemoveOkBodySuccess,
                },
            }
            .into()
        }
        Removed::NotFound => refused("No integration found.", None, limit).into(),
        Removed::NotOwn => {
            refused("Invalid integration", Some(("error-invalid-integration", method_of(family))), limit)
                .into()
        }
        Removed::NotAuthorized => match service.version {
            RocketchatVersion::V8 => {
                refused("Unauthorized", Some(("not_authorized", method_of(family))), limit).into()
            }
            RocketchatVersion::V9 => forbidden(bracketed("Unauthorized", "not_authorized"), service.version),
        },
    })
}

/// The `type` and the integration that a body asks for.
fn asked_for(body: IntegrationsRemoveBody) -> (String, Selector) {
    match body {
        IntegrationsRemoveBody::Incoming(body) => (body.r#type, Selector::Id(body.integration_id)),
        IntegrationsRemoveBody::OutgoingByUrl(body) => {
            // The vendor treats an empty address as none at all.
            let selector = if body.target_url.is_empty() {
                Selector::Id(String::new())
            } else {
                Selector::TargetUrl(body.target_url)
            };
            (body.r#type, selector)
        }
        IntegrationsRemoveBody::OutgoingById(body) => (body.r#type, Selector::Id(body.integration_id)),
    }
}

/// The vendor's internal method that refuses; it is named in `details`.
fn method_of(family: Family) -> &'static str {
    match family {
        Family::Incoming => "deleteIncomingIntegration",
        Family::Outgoing => "deleteOutgoingIntegration",
    }
}

/// A 400 in the vendor's envelope. With a kind, the message carries it in brackets
/// and the method that refused is named in `details`.
fn refused(message: &str, kind: Option<(&str, &str)>, limit: RateLimit) -> IntegrationsRemoveBadRequest {
    let mut error = message.to_owned();
    let mut details = None;
    if let Some((kind, method)) = kind {
        error = bracketed(message, kind);
        details = Some(Map::from_iter([("method".to_owned(), json!(method))]));
    }
    IntegrationsRemoveBadRequest {
        headers: headers(limit),
        body: IntegrationsRemoveBadRequestBody {
            success: IntegrationsRemoveBadRequestBodySuccess,
            error,
            error_type: kind.map(|(kind, _)| kind.to_owned()),
            details,
        },
    }
}

/// A refusal of a permission. Only server 9 says its kind for programs.
fn forbidden(error: String, version: RocketchatVersion) -> IntegrationsRemoveResponse {
    IntegrationsRemoveResponse::Forbidden(IntegrationsRemoveForbiddenBody {
        success: IntegrationsRemoveForbiddenBodySuccess,
        error,
        error_type: (version == RocketchatVersion::V9).then(|| "error-forbidden".to_owned()),
    })
}

/// The vendor's form of a message with a machine-readable kind.
fn bracketed(message: &str, kind: &str) -> String {
    format!("{message} [{kind}]")
}

fn too_many_requests(limit: RateLimit, now: std::time::SystemTime) -> IntegrationsRemoveTooManyRequests {
    const KIND: &str = "error-too-many-requests";
    let seconds = limit.reset_seconds(now);
    let message = format!(
        "Error, too many requests. Please slow down. \
         You must wait {seconds} seconds before trying this endpoint again."
    );
    IntegrationsRemoveTooManyRequests {
        headers: headers(limit),
        body: IntegrationsRemoveTooManyRequestsBody {
            success: IntegrationsRemoveTooManyRequestsBodySuccess,
            error: bracketed(&message, KIND),
            error_type: Some(KIND.to_owned()),
        },
    }
}

fn headers(limit: RateLimit) -> XRateLimitHeaders {
    XRateLimitHeaders {
        x_rate_limit_limit: Some(calls(limit.limit)),
        x_rate_limit_remaining: Some(calls(limit.remaining)),
        x_rate_limit_reset: Some(limit.reset_epoch_milliseconds()),
    }
}

fn calls(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A stored integration as the document declares it.
fn document(stored: Integration) -> stub::Integration {
    stub::Integration {
        id: stored.id,
        r#type: match stored.family {
            Family::Incoming => stub::IntegrationType::WebhookIncoming,
            Family::Outgoing => stub::IntegrationType::WebhookOutgoing,
        },
        name: stored.name,
        enabled: stored.enabled,
        username: stored.username,
        user_id: stored.user_id,
        script_enabled: stored.script_enabled,
        script: stored.script,
        channel: stored.channel,
        urls: stored.urls,
        event: stored.event,
        trigger_words: stored.trigger_words,
        token: stored.token,
        alias: stored.alias,
        avatar: stored.avatar,
        emoji: stored.emoji,
        created_at: stored.created_at,
        updated_at: stored.updated_at,
        created_by: stored
            .created_by
            .map(|creator| stub::IntegrationCreatedBy { id: creator.id, username: creator.username }),
    }
}

/// Who may call, and how a refusal looks.
struct Security {
    store: Store,
    version: RocketchatVersion,
}

impl stub::Security for Security {
    type Caller = User;

    /// Looks the user up, and refuses those who could not remove anything. That
    /// second check is here because it comes before the body is looked at.
    async fn authenticate(&self, credentials: Credentials, _: &RequestContext) -> Result<User, Rejection> {
        let Credentials::AuthTokenUserId { auth_token, user_id } = credentials;
        let token = CredentialDigest::of(auth_token.expose());
        let user = self
            .store
            .rocketchat_user(user_id.expose(), &token)
            .await
            .map_err(Rejection::internal)?
            .ok_or(Rejection::Unauthenticated(AuthenticationFailure::Unknown))?;
        if user.permissions.is_empty() {
            return Err(Rejection::Forbidden(
                "User does not have the permissions required for this action".into(),
            ));
        }
        Ok(user)
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        match rejection {
            Rejection::Unauthenticated(_) => not_logged_in(self.version).into_response(),
            Rejection::Forbidden(why) => {
                forbidden(bracketed(why, "error-unauthorized"), self.version).into_response()
            }
            Rejection::Invalid(violations) => invalid(violations, self.version).into_response(),
            other => undeclared(other),
        }
    }
}

/// Server 9 leaves out what server 8 says twice.
fn not_logged_in(version: RocketchatVersion) -> IntegrationsRemoveResponse {
    const MESSAGE: &str = "You must be logged in to do this.";
    let twice = version == RocketchatVersion::V8;
    IntegrationsRemoveResponse::Unauthorized(AuthorizationError {
        success: Some(AuthorizationErrorSuccess),
        error: Some(MESSAGE.to_owned()),
        status: twice.then(|| "error".to_owned()),
        message: twice.then(|| MESSAGE.to_owned()),
    })
}

/// The messages of the validator, joined as the vendor joins them.
fn invalid(violations: &[Violation], version: RocketchatVersion) -> IntegrationsRemoveBadRequest {
    let messages = ajv::messages(violations).join("\n ");
    let (error, kind) = match version {
        RocketchatVersion::V8 => (bracketed(&messages, "invalid-params"), "invalid-params"),
        RocketchatVersion::V9 => (messages, "error-invalid-params"),
    };
    IntegrationsRemoveBadRequest {
        // The rate limit is only looked at once the body is valid.
        headers: XRateLimitHeaders::default(),
        body: IntegrationsRemoveBadRequestBody {
            success: IntegrationsRemoveBadRequestBodySuccess,
            error,
            error_type: Some(kind.to_owned()),
            details: None,
        },
    }
}

/// What the document has no response for, in the vendor's envelope all the same.
/// The texts are a choice.
fn undeclared(rejection: &Rejection) -> Response {
    let error = match rejection {
        Rejection::UnknownPath => "API endpoint does not exist.".to_owned(),
        Rejection::MethodNotAllowed { allow } => {
            format!("Method not allowed. This endpoint answers {allow}.")
        }
        Rejection::PayloadTooLarge { limit } => {
            format!("The body is longer than {limit} bytes.")
        }
        Rejection::UnsupportedMediaType { declared, .. } => {
            format!("The body must be {}.", declared.join(" or "))
        }
        Rejection::UnsupportedContentEncoding { .. } => "The body must not be encoded.".to_owned(),
        Rejection::NotImplemented(_) => "Not implemented.".to_owned(),
        Rejection::Unavailable { .. } => "Service unavailable.".to_owned(),
        _ => "Internal server error".to_owned(),
    };
    let status = StatusCode::from_u16(rejection.usual_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body: Value = json!({ "success": false, "error": error });
    (status, axum::Json(body)).into_response()
}
