//! Vercel: `DELETE /v1/integrations/configuration/{id}`.
//!
//! A call acts for the token's own account, or for the team that `teamId` or
//! `slug` names. Order: token (401), rate limit (429), the query (400), the team
//! and the token's access to it (403), and then the configuration (404, 410).
//!
//! Choices where the vendor says nothing:
//! - an empty or over-long `teamId` or `slug` is 400, and so are the two when they
//!   name different teams;
//! - a team that does not exist and one that the token may not act for are both
//!   403, so that nobody learns which teams exist;
//! - another owner's configuration is 404, as one that was deleted before;
//! - 410 is for a configuration that was uninstalled and of which the vendor still
//!   keeps the record. It stays as it is.

mod description;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use unplug_server_stub::vercel::{
    self as stub, Credentials, DeleteConfigurationRequest, DeleteConfigurationResponse, ErrorDetail,
    ErrorDetailCode, ErrorResponse, RateLimitState, RateLimitedDetail, RateLimitedResponse,
};
use unplug_server_stub::{AuthenticationFailure, Fault, RateLimit, Rejection, RequestContext, handler};

use crate::ajv;
use crate::clock::Clock;
use crate::config::AppConfig;
use crate::credential::CredentialDigest;
use crate::limit::{RateLimitRule, RateLimiter};
use crate::store::Store;
use crate::store::vercel::{Access, Owner, Removal, Removed, Token};

pub use description::description;

/// What the handler works with.
#[derive(Clone, Debug)]
pub struct Service {
    store: Store,
    clock: Arc<dyn Clock>,
}

/// The API at its base path.
pub(crate) fn router(config: &AppConfig) -> Router {
    let service = Service { store: config.store.clone(), clock: Arc::clone(&config.clock) };
    let security = Security {
        store: config.store.clone(),
        limiter: RateLimiter::new(Arc::clone(&config.clock)),
        limit: config.limits.vercel,
    };
    stub::router(stub::Handlers { delete_configuration: handler(delete_configuration) }, security, service)
}

/// Deletes a configuration with its webhooks, log drains and project environment
/// variables.
#[utoipa::path(
    delete,
    path = "/v1/integrations/configuration/{id}",
    operation_id = "deleteConfiguration",
    tag = "integrations",
    security(("bearerToken" = [])),
    params(
        ("id" = String, Path, description = "The configuration to delete"),
        ("teamId" = Option<String>, Query, nullable = false, min_length = 1, max_length = 256,
            description = "The team to act for, by id"),
        ("slug" = Option<String>, Query, nullable = false, min_length = 1, max_length = 256,
            description = "The team to act for, by slug"),
    ),
    responses(
        (status = 204, description = "Deleted"),
        (status = 400, description = "Invalid query", body = inline(description::Refused),
            content_type = "application/json"),
        (status = 401, description = "No valid token", body = inline(description::Refused),
            content_type = "application/json"),
        (status = 403, description = "The token may not do this",
            body = inline(description::Refused), content_type = "application/json"),
        (status = 404, description = "The owner has no such configuration",
            body = inline(description::Refused), content_type = "application/json"),
        (status = 410, description = "Uninstalled earlier", body = inline(description::Refused),
            content_type = "application/json"),
        (status = 429, description = "Too many calls", body = inline(description::RateLimited),
            content_type = "application/json"),
    ),
)]
async fn delete_configuration(
    service: Service,
    caller: Token,
    request: DeleteConfigurationRequest,
) -> Result<DeleteConfigurationResponse, Fault> {
    let team = (request.team_id.as_deref(), request.slug.as_deref());
    let (owner, access) = match owner(&caller, team) {
        Ok(owner) => owner,
        Err(refusal) => return Ok(refusal),
    };
    if access == Access::Read {
        return Ok(forbidden("The token may not delete configurations here"));
    }
    let removed = service
        .store
        .remove_vercel_configuration(Removal {
            configuration_id: &request.id,
            owner: &owner,
            token: &caller,
            at: service.clock.now(),
        })
        .await?;
    Ok(match removed {
        Removed::Done(resources) => {
            tracing::info!(
                api = "vercel",
                actor = caller.account_id,
                subject = request.id,
                ?resources,
                "removed"
            );
            DeleteConfigurationResponse::NoContent
        }
        Removed::NotFound => DeleteConfigurationResponse::NotFound(envelope(
            "not_found",
            format!("Could not find the Integration Configuration: {}", request.id),
        )),
        Removed::Uninstalled => {
            DeleteConfigurationResponse::Gone(envelope("gone", "The configuration has been uninstalled"))
        }
    })
}

/// On whose behalf a call acts, and what the token may do there.
fn owner(
    token: &Token,
    (team_id, slug): (Option<&str>, Option<&str>),
) -> Result<(Owner, Access), DeleteConfigurationResponse> {
    if team_id.is_none() && slug.is_none() {
        let access =
            token.own_access.ok_or_else(|| forbidden("The token may only act for a team; name it"))?;
        return Ok((Owner::Account(token.account_id.clone()), access));
    }
    // The id decides where both are given; the slug must then be that team's.
    let team = token
        .teams
        .iter()
        .find(|team| match team_id {
            Some(id) => team.id == id,
            None => slug == Some(&team.slug),
        })
        .ok_or_else(|| forbidden("Not authorized"))?;
    if slug.is_some_and(|slug| slug != team.slug) {
        return Err(bad_request("Invalid request: `teamId` and `slug` name different teams".to_owned()));
    }
    Ok((Owner::Team(team.id.clone()), team.access))
}

fn bad_request(message: String) -> DeleteConfigurationResponse {
    DeleteConfigurationResponse::BadRequest(envelope("bad_request", message))
}

fn forbidden(message: impl Into<String>) -> DeleteConfigurationResponse {
    DeleteConfigurationResponse::Forbidden(envelope("forbidden", message))
}

/// The vendor's envelope of every error.
fn envelope(code: &str, message: impl Into<String>) -> ErrorResponse {
    ErrorResponse {
        error: ErrorDetail { code: ErrorDetailCode::from(code.to_owned()), message: message.into() },
    }
}

/// Who may call and how often, and how a refusal looks.
struct Security {
    store: Store,
    limiter: RateLimiter,
    limit: RateLimitRule,
}

impl stub::Security for Security {
    type Caller = Token;

    async fn authenticate(&self, credentials: Credentials, _: &RequestContext) -> Result<Token, Rejection> {
        let Credentials::BearerToken { bearer_token } = credentials;
        let token = self
            .store
            .vercel_token(&CredentialDigest::of(bearer_token.expose()))
            .await
            .map_err(Rejection::internal)?
            .ok_or(Rejection::Unauthenticated(AuthenticationFailure::Unknown))?;
        self.limiter.admit(&token.id, self.limit).map_err(Rejection::RateLimited)?;
        Ok(token)
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        match rejection {
            Rejection::Unauthenticated(_) => {
                DeleteConfigurationResponse::Unauthorized(envelope("forbidden", "Not authorized"))
                    .into_response()
            }
            Rejection::Forbidden(why) => forbidden(why.as_ref()).into_response(),
            Rejection::Invalid(violations) => {
                bad_request(format!("Invalid request: {}", ajv::located_messages(violations).join("; ")))
                    .into_response()
            }
            Rejection::RateLimited(limit) => rate_limited(*limit).into_response(),
            other => undeclared(other),
        }
    }
}

fn rate_limited(limit: RateLimit) -> DeleteConfigurationResponse {
    let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
    DeleteConfigurationResponse::TooManyRequests(RateLimitedResponse {
        error: RateLimitedDetail {
            code: ErrorDetailCode::RateLimited,
            message: format!(
                "The rate limit of {} exceeded for 'delete-configuration'. Try again later",
                limit.limit
            ),
            limit: RateLimitState {
                remaining: number(limit.remaining),
                reset: limit.reset_epoch_seconds(),
                reset_ms: limit.reset_epoch_milliseconds(),
                total: number(limit.limit),
            },
        },
    })
}

/// What the document has no response for, in the vendor's envelope all the same.
fn undeclared(rejection: &Rejection) -> Response {
    let (code, message) = match rejection {
        Rejection::UnknownPath => ("not_found", "The path was not found".to_owned()),
        Rejection::MethodNotAllowed { allow } => ("method_unknown", format!("The path answers {allow}")),
        Rejection::PayloadTooLarge { limit } => {
            ("bad_request", format!("The body is longer than {limit} bytes"))
        }
        Rejection::UnsupportedMediaType { declared, .. } => {
            ("bad_request", format!("The body must be {}", declared.join(" or ")))
        }
        Rejection::UnsupportedContentEncoding { .. } => {
            ("bad_request", "The body must not be encoded".to_owned())
        }
        _ => ("internal_server_error", "An unexpected internal error occurred".to_owned()),
    };
    let status = StatusCode::from_u16(rejection.usual_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body: Value = json!({ "error": { "code": code, "message": message } });
    (status, axum::Json(body)).into_response()
}
