//! What the Kombo handler says of itself.
#![expect(dead_code, reason = "the fields are only read by the description they derive")]

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi as Description, RefOr, Required};
use utoipa::{Modify, OpenApi, ToSchema};

/// The description of the API, for comparison with its document.
#[must_use]
pub fn description() -> Description {
    Kombo::openapi()
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Kombo API", version = "1.0.0"),
    servers(
        (url = "https://api.kombo.dev/v1", description = "Kombo EU API"),
        (url = "https://api.us.kombo.dev/v1", description = "Kombo US API"),
    ),
    paths(super::delete_integration),
    modifiers(&Credentials, &OptionalBody),
)]
struct Kombo;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, description: &mut Description) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        description
            .components
            .get_or_insert_with(Default::default)
            .add_security_scheme("ApiKey", SecurityScheme::Http(bearer));
    }
}

/// The macro calls a body optional only if it may also be `null`, which it may not.
struct OptionalBody;

impl Modify for OptionalBody {
    fn modify(&self, description: &mut Description) {
        description
            .paths
            .paths
            .values_mut()
            .filter_map(|path| path.delete.as_mut()?.request_body.as_mut())
            .for_each(|body| {
                if let RefOr::T(body) = body {
                    body.required = Some(Required::False);
                }
            });
    }
}

/// An object without any property.
#[derive(ToSchema)]
pub(super) struct Empty {}

#[derive(ToSchema)]
pub(super) struct Deleted {
    status: Success,
    data: Empty,
}

#[derive(ToSchema)]
pub(super) struct ErrorResponse {
    status: Error,
    error: ErrorDetail,
}

#[derive(ToSchema)]
pub(super) struct ErrorDetail {
    /// An open set: the eight `PLATFORM` codes, or none.
    #[schema(required = true)]
    code: Option<String>,
    #[schema(required = true)]
    title: Option<String>,
    message: String,
    #[schema(required = true, format = "uri")]
    log_url: Option<String>,
}

#[derive(ToSchema)]
pub(super) enum Success {
    #[schema(rename = "success")]
    Success,
}

#[derive(ToSchema)]
pub(super) enum Error {
    #[schema(rename = "error")]
    Error,
}
