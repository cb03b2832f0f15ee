//! Kombo: `DELETE /v1/integrations/{integration_id}`.
//!
//! Every refusal has one of the platform's eight codes in the vendor's envelope.
//! The vendor asks to branch on the code; of the statuses, those of the two limits,
//! of `AUTHENTICATION_INVALID` and of `INPUT_INVALID` are known, the others are a
//! choice.
//!
//! Order: key (401), its networks (403), its rate limit (429), the request itself
//! (400), calls under way for the integration (429), and then the deletion, which
//! is given up after a time (504). A second deletion finds nothing (404).

mod description;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use ipnet::IpNet;
use serde_json::Map;
use unplug_server_stub::kombo::{
    self as stub, Credentials, DeleteIntegrationDefault, DeleteIntegrationOk, DeleteIntegrationRequest,
    DeleteIntegrationResponse, RateLimitConcurrencyHeaders, RateLimitHeaders,
};
use unplug_server_stub::{
    AuthenticationFailure, DefaultStatus, Fault, RateLimit, Rejection, RequestContext, handler,
};

use crate::ajv;
use crate::clock::Clock;
use crate::config::AppConfig;
use crate::credential::CredentialDigest;
use crate::limit::{ConcurrencyLimiter, RateLimitRule, RateLimiter};
use crate::store::Store;
use crate::store::kombo::{ApiKey, Removal, Removed};

pub use description::description;

/// Where the vendor's own answers let people read about a call.
const DASHBOARD: &str = "https://app.kombo.dev";

/// What the handler works with.
#[derive(Clone, Debug)]
pub struct Service {
    store: Store,
    clock: Arc<dyn Clock>,
    concurrency: ConcurrencyLimiter,
    timeout: Duration,
}

/// A caller with a valid key, from an allowed address, within its rate limit.
#[derive(Clone, Debug)]
pub struct Caller {
    key: ApiKey,
    interaction: Arc<Interaction>,
}

/// One call, as the vendor's log page would list it.
#[derive(Debug)]
struct Interaction {
    id: u64,
    /// What is known once the key is: it goes into every answer from then on.
    known: OnceLock<Known>,
}

#[derive(Debug)]
struct Known {
    environment_id: String,
    rate_limit: Option<RateLimit>,
    at: std::time::SystemTime,
}

impl Interaction {
    /// The next call. Ids start from the time of the first, so that they do not
    /// begin anew with every start of the server.
    fn begin() -> Arc<Self> {
        static NEXT: OnceLock<AtomicU64> = OnceLock::new();
        let next = NEXT.get_or_init(|| {
            let start = jiff::Timestamp::now().as_microsecond();
            AtomicU64::new(start.unsigned_abs())
        });
        Arc::new(Self { id: next.fetch_add(1, Ordering::Relaxed), known: OnceLock::new() })
    }

    fn log_url(&self) -> Option<String> {
        let environment = &self.known.get()?.environment_id;
        Some(format!("{DASHBOARD}/{environment}/logs?interactionId={}", self.id))
    }

    /// Limit, remaining calls and seconds to the reset, for the headers.
    fn rate_limit(&self) -> Option<(i64, i64, i64)> {
        let known = self.known.get()?;
        let limit = known.rate_limit?;
        Some((number(limit.limit), number(limit.remaining), limit.reset_seconds(known.at)))
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The API at its base path.
pub(crate) fn router(config: &AppConfig) -> Router {
    let service = Service {
        store: config.store.clone(),
        clock: Arc::clone(&config.clock),
        concurrency: ConcurrencyLimiter::new(config.limits.kombo_concurrency),
        timeout: config.kombo_task_timeout,
    };
    let security = Security {
        store: config.store.clone(),
        clock: Arc::clone(&config.clock),
        limiter: RateLimiter::new(Arc::clone(&config.clock)),
        limit: config.limits.kombo,
    };
    stub::router(stub::Handlers { delete_integration: handler(delete_integration) }, security, service)
        .layer(middleware::from_fn(with_interaction))
}

/// Gives the call its number before anything can refuse it.
async fn with_interaction(mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(Interaction::begin());
    next.run(request).await
}

/// Deletes an integration of the key's environment and queues the
/// `integration-deleted` event.
#[utoipa::path(
    delete,
    path = "/integrations/{integration_id}",
    operation_id = "DeleteIntegrationsIntegrationId",
    tag = "General",
    security(("ApiKey" = [])),
    params(("integration_id" = String, Path, description = "The integration to delete")),
    request_body(content = inline(description::Nothing), content_type = "application/json"),
    responses(
        (status = 200, description = "Deleted", body = inline(description::Deleted),
            content_type = "application/json",
            headers(
                ("ratelimit-limit" = u64, description = "Calls per window"),
                ("ratelimit-remaining" = u64, description = "Calls left in this window"),
                ("ratelimit-reset" = u64, description = "Seconds left of this window"),
            )),
        (status = "default", description = "Any refusal", body = inline(description::Refused),
            content_type = "application/json",
            headers(
                ("ratelimit-limit" = u64, description = "Calls per window"),
                ("ratelimit-remaining" = u64, description = "Calls left in this window"),
                ("ratelimit-reset" = u64, description = "Seconds left of this window"),
                ("Concurrency-Limit" = u64, description = "Calls that may be under way"),
                ("Concurrency-Remaining" = u64, description = "Calls that may be started now"),
            )),
    ),
)]
async fn delete_integration(
    service: Service,
    caller: Caller,
    request: DeleteIntegrationRequest,
) -> Result<DeleteIntegrationResponse, Fault> {
    let interaction = &caller.interaction;
    let id = &request.integration_id;
    let limit = service.concurrency.limit();
    // With the environment, so that nobody can take up the places of an integration elsewhere.
    let Some(place) = service.concurrency.enter(&format!("{}/{id}", caller.key.environment_id)) else {
        let message = format!("There are already {limit} requests in flight for the integration \"{id}\".");
        let places = Some((limit, 0));
        return Ok(refusal(&CONCURRENCY_LIMIT_EXCEEDED, message, interaction, places)?.into());
    };
    let places = Some((limit, place.remaining()));
    let removal = Removal { integration_id: id, key: &caller.key, at: service.clock.now() };
    let deletion = service.store.remove_kombo_integration(removal);
    let Ok(removed) = tokio::time::timeout(service.timeout, deletion).await else {
        // The transaction is rolled back unless its commit was already under way.
        let message = "The deletion did not finish in time. Send the request again to learn \
                       whether the integration is still there."
            .to_owned();
        return Ok(refusal(&TASK_TIMED_OUT, message, interaction, places)?.into());
    };
    match removed? {
        Removed::Done(integration) => {
            tracing::info!(
                api = "kombo",
                actor = caller.key.id,
                subject = integration.id,
                interaction = interaction.id,
                "removed"
            );
            Ok(deleted(interaction).into())
        }
        Removed::NotFound => {
            let message =
                format!("There is no integration with the ID \"{id}\" in the environment of this API key.");
            Ok(refusal(&INTEGRATION_NOT_FOUND, message, interaction, places)?.into())
        }
    }
}

fn deleted(interaction: &Interaction) -> DeleteIntegrationOk {
    let limit = interaction.rate_limit();
    DeleteIntegrationOk {
        headers: RateLimitHeaders {
            ratelimit_limit: limit.map(|(limit, _, _)| limit),
            ratelimit_remaining: limit.map(|(_, remaining, _)| remaining),
            ratelimit_reset: limit.map(|(_, _, seconds)| seconds),
        },
        body: stub::DeleteIntegrationsIntegrationIdPositiveResponse {
            status: stub::DeleteIntegrationsIntegrationIdPositiveResponseStatus,
            data: Map::new(),
        },
    }
}

/// A kind of refusal.
struct Problem {
    code: Option<&'static str>,
    status: u16,
    title: Option<&'static str>,
}

/// What has no code of its own: the vendor's envelope allows for that.
const fn uncoded(status: u16) -> Problem {
    Problem { code: None, status, title: None }
}

const fn platform(code: &'static str, status: u16, title: &'static str) -> Problem {
    Problem { code: Some(code), status, title: Some(title) }
}

const RATE_LIMIT_EXCEEDED: Problem =
    platform("PLATFORM.RATE_LIMIT_EXCEEDED", 429, "The rate limit of this API key is used up.");
const CONCURRENCY_LIMIT_EXCEEDED: Problem = platform(
    "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED",
    429,
    "Too many requests are in flight for this integration.",
);
const INTEGRATION_NOT_FOUND: Problem =
    platform("PLATFORM.INTEGRATION_NOT_FOUND", 404, "The integration could not be found.");
const INPUT_INVALID: Problem = platform("PLATFORM.INPUT_INVALID", 400, "The request is not valid.");
const UNKNOWN_ERROR: Problem = platform("PLATFORM.UNKNOWN_ERROR", 500, "Something went wrong.");
const IP_NOT_WHITELISTED: Problem =
    platform("PLATFORM.IP_NOT_WHITELISTED", 403, "This API key cannot be used from your IP address.");
const AUTHENTICATION_INVALID: Problem =
    platform("PLATFORM.AUTHENTICATION_INVALID", 401, "The API key is missing or not valid.");
const TASK_TIMED_OUT: Problem = platform("PLATFORM.TASK_TIMED_OUT", 504, "The request took too long.");

/// A refusal in the vendor's envelope.
fn refusal(
    problem: &Problem,
    message: String,
    interaction: &Interaction,
    places: Option<(u32, u32)>,
) -> Result<DeleteIntegrationDefault, unplug_server_stub::UndeclaredStatus> {
    tracing::debug!(api = "kombo", code = problem.code, interaction = interaction.id, message, "refused");
    let limit = interaction.rate_limit();
    Ok(DeleteIntegrationDefault {
        status: DefaultStatus::new(problem.status)?,
        headers: RateLimitConcurrencyHeaders {
            ratelimit_limit: limit.map(|(limit, _, _)| limit),
            ratelimit_remaining: limit.map(|(_, remaining, _)| remaining),
            ratelimit_reset: limit.map(|(_, _, seconds)| seconds),
            concurrency_limit: places.map(|(limit, _)| limit.into()),
            concurrency_remaining: places.map(|(_, remaining)| remaining.into()),
        },
        body: stub::ErrorResponseGeneral {
            status: stub::ErrorResponseGeneralStatus::Error,
            error: stub::ErrorResponseGeneralError {
                code: problem.code.map(|code| stub::ErrorResponseGeneralErrorCode::from(code.to_owned())),
                title: problem.title.map(str::to_owned),
                message,
                log_url: interaction.log_url(),
            },
        },
    })
}

/// Who may call, from where and how often; and how a refusal looks.
struct Security {
    store: Store,
    clock: Arc<dyn Clock>,
    limiter: RateLimiter,
    limit: RateLimitRule,
}

impl stub::Security for Security {
    type Caller = Caller;

    async fn authenticate(
        &self,
        credentials: Credentials,
        context: &RequestContext,
    ) -> Result<Caller, Rejection> {
        let Credentials::ApiKey { api_key } = credentials;
        let key = self
            .store
            .kombo_api_key(&CredentialDigest::of(api_key.expose()))
            .await
            .map_err(Rejection::internal)?
            .ok_or(Rejection::Unauthenticated(AuthenticationFailure::Unknown))?;
        let interaction = interaction_of(context);
        let allowed = key.networks.as_deref().is_none_or(|networks| is_inside(context, networks));
        // An address that may not use the key may not use up its calls either.
        let counted = allowed.then(|| {
            let rule = key.rate_limit.map_or(self.limit, |calls| self.limit.with_calls(calls));
            self.limiter.admit(&key.id, rule)
        });
        let rate_limit = counted.map(|counted| counted.unwrap_or_else(|exceeded| exceeded));
        // Set once per call: nobody else knows of this interaction yet.
        let _ = interaction.known.set(Known {
            environment_id: key.environment_id.clone(),
            rate_limit,
            at: self.clock.now().into(),
        });
        match counted {
            None => Err(Rejection::Forbidden(
                "The IP address of this request is not on the allow list of the API key.".into(),
            )),
            Some(Err(exceeded)) => Err(Rejection::RateLimited(exceeded)),
            Some(Ok(_)) => Ok(Caller { key, interaction }),
        }
    }

    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        let interaction = interaction_of(context);
        let (problem, message) = explained(rejection, self.clock.now().into());
        match refusal(&problem, message, &interaction, None) {
            Ok(answer) => answer.into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// The interaction that was begun for this call.
fn interaction_of(context: &RequestContext) -> Arc<Interaction> {
    context.extensions.get::<Arc<Interaction>>().cloned().unwrap_or_else(Interaction::begin)
}

/// Whether the caller's address is in one of the networks. An unknown address is
/// in none.
fn is_inside(context: &RequestContext, networks: &[IpNet]) -> bool {
    context.peer().is_some_and(|peer| {
        // A listener on `::` sees IPv4 callers under mapped addresses.
        let address = peer.ip().to_canonical();
        networks.iter().any(|network| network.contains(&address))
    })
}

/// Which refusal a rejection is, and what it tells the caller.
fn explained(rejection: &Rejection, now: std::time::SystemTime) -> (Problem, String) {
    match rejection {
        Rejection::Unauthenticated(AuthenticationFailure::Missing) => (
            AUTHENTICATION_INVALID,
            "Send your API key in the Authorization header, as \"Bearer KEY\".".to_owned(),
        ),
        Rejection::Unauthenticated(AuthenticationFailure::Malformed) => (
            AUTHENTICATION_INVALID,
            "The Authorization header must be exactly one \"Bearer KEY\".".to_owned(),
        ),
        Rejection::Unauthenticated(_) => (AUTHENTICATION_INVALID, "The API key is not valid.".to_owned()),
        Rejection::Forbidden(why) => (IP_NOT_WHITELISTED, why.to_string()),
        Rejection::Invalid(violations) => (INPUT_INVALID, ajv::located_messages(violations).join("; ")),
        Rejection::PayloadTooLarge { limit } => {
            (Problem { status: 413, ..INPUT_INVALID }, format!("The body is longer than {limit} bytes."))
        }
        Rejection::UnsupportedMediaType { declared, .. } => {
            (Problem { status: 415, ..INPUT_INVALID }, format!("The body must be {}.", declared.join(" or ")))
        }
        Rejection::UnsupportedContentEncoding { .. } => {
            (Problem { status: 415, ..INPUT_INVALID }, "The body must not be encoded.".to_owned())
        }
        Rejection::RateLimited(limit) => (
            RATE_LIMIT_EXCEEDED,
            format!(
                "You have used all {} requests of the current window. Wait {} seconds.",
                limit.limit,
                limit.reset_seconds(now)
            ),
        ),
        Rejection::ConcurrencyLimited { limit, .. } => {
            (CONCURRENCY_LIMIT_EXCEEDED, format!("There are already {limit} requests in flight."))
        }
        Rejection::TimedOut => (TASK_TIMED_OUT, "The request took too long.".to_owned()),
        Rejection::UnknownPath => (uncoded(404), "There is no such endpoint.".to_owned()),
        Rejection::MethodNotAllowed { allow } => (uncoded(405), format!("This endpoint answers {allow}.")),
        Rejection::NotImplemented(_) => (uncoded(501), "This is not implemented.".to_owned()),
        Rejection::Unavailable { .. } => (
            Problem { status: 503, ..UNKNOWN_ERROR },
            "The service is not available at the moment.".to_owned(),
        ),
        Rejection::Internal(_) => {
            (UNKNOWN_ERROR, "An unexpected error occurred. It has been logged.".to_owned())
        }
    }
}
