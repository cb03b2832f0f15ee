//! What the Vercel handler says of itself.

use unplug_server_stub::vercel as stub;
use utoipa::openapi::OpenApi as Description;
use utoipa::{Modify, OpenApi};

use crate::described::{Typed, add_security_scheme, promise};

/// The description of the API, for comparison with its document.
#[must_use]
pub fn description() -> Description {
    Vercel::openapi()
}

// The bodies, by the types that the handler takes and gives back.
pub(super) type Refused = Typed<stub::ErrorResponse>;
pub(super) type RateLimited = Typed<stub::RateLimitedResponse>;

#[derive(OpenApi)]
#[openapi(
    info(title = "Vercel REST API & SDK", version = "0.0.1"),
    servers((url = "https://api.vercel.com")),
    paths(super::delete_configuration),
    modifiers(&Credentials),
)]
struct Vercel;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, description: &mut Description) {
        add_security_scheme(description, "bearerToken", r#"{"type":"http","scheme":"bearer"}"#);
        for count in ["remaining", "reset", "resetMs", "total"] {
            promise(description, ("RateLimitState", Some(count)), "minimum", 0.into());
        }
    }
}
