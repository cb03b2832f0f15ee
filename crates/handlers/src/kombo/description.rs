//! What the Kombo handler says of itself.

use serde_json::json;
use unplug_server_stub::kombo as stub;
use utoipa::openapi::{OpenApi as Description, RefOr, Required};
use utoipa::{Modify, OpenApi};

use crate::described::{Typed, add_security_scheme, promise};

/// The description of the API, for comparison with its document.
#[must_use]
pub fn description() -> Description {
    Kombo::openapi()
}

// The bodies, by the types that the handler takes and gives back.
pub(super) type Nothing = Typed<serde_json::Map<String, serde_json::Value>>;
pub(super) type Deleted = Typed<stub::DeleteIntegrationsIntegrationIdPositiveResponse>;
pub(super) type Refused = Typed<stub::ErrorResponseGeneral>;

#[derive(OpenApi)]
#[openapi(
    info(title = "Kombo API", version = "1.0.0"),
    servers(
        (url = "https://api.kombo.dev/v1", description = "Kombo EU API"),
        (url = "https://api.us.kombo.dev/v1", description = "Kombo US API"),
    ),
    paths(super::delete_integration),
    modifiers(&Credentials, &OptionalBody, &Promises),
)]
struct Kombo;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, description: &mut Description) {
        add_security_scheme(description, "ApiKey", r#"{"type":"http","scheme":"bearer"}"#);
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

struct Promises;

impl Modify for Promises {
    fn modify(&self, description: &mut Description) {
        promise(description, ("ErrorResponseGeneralError", Some("log_url")), "format", json!("uri"));
        promise(description, ("ErrorResponseGeneralStatus", None), "enum", json!(["error"]));
    }
}
