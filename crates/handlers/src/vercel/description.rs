//! What the Vercel handler says of itself.
#![expect(dead_code, reason = "the fields are only read by the description they derive")]

use utoipa::openapi::OpenApi as Description;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi, ToSchema};

/// The description of the API, for comparison with its document.
#[must_use]
pub fn description() -> Description {
    Vercel::openapi()
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Vercel REST API", version = "1"),
    servers((url = "https://api.vercel.com")),
    paths(super::delete_configuration),
    modifiers(&Credentials),
)]
struct Vercel;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, description: &mut Description) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        description
            .components
            .get_or_insert_with(Default::default)
            .add_security_scheme("bearerToken", SecurityScheme::Http(bearer));
    }
}

#[derive(ToSchema)]
pub(super) struct ErrorResponse {
    error: ErrorDetail,
}

#[derive(ToSchema)]
pub(super) struct ErrorDetail {
    code: String,
    message: String,
}

#[derive(ToSchema)]
pub(super) struct RateLimitedResponse {
    error: RateLimitedDetail,
}

#[derive(ToSchema)]
pub(super) struct RateLimitedDetail {
    code: String,
    message: String,
    limit: RateLimitState,
}

#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub(super) struct RateLimitState {
    remaining: i64,
    /// Epoch seconds.
    reset: i64,
    /// Epoch milliseconds.
    reset_ms: i64,
    total: i64,
}
