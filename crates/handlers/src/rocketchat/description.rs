//! What the Rocket.Chat handler says of itself.

use serde_json::json;
use unplug_server_stub::rocketchat as stub;
use utoipa::openapi::OpenApi as Description;
use utoipa::{Modify, OpenApi};

use crate::described::{Typed, add_security_scheme, promise};

/// The description of the API, for comparison with its document.
#[must_use]
pub fn description() -> Description {
    Rocketchat::openapi()
}

// The bodies, by the types that the handler takes and gives back.
pub(super) type RemoveBody = Typed<stub::IntegrationsRemoveBody>;
pub(super) type Removed = Typed<stub::IntegrationsRemoveOkBody>;
pub(super) type Refused = Typed<stub::IntegrationsRemoveBadRequestBody>;
pub(super) type NotLoggedIn = Typed<stub::AuthorizationError>;
pub(super) type Forbidden = Typed<stub::IntegrationsRemoveForbiddenBody>;
pub(super) type TooManyRequests = Typed<stub::IntegrationsRemoveTooManyRequestsBody>;

#[derive(OpenApi)]
#[openapi(
    info(title = "Integrations", version = "1.0.0"),
    servers((url = "https://apiexplorer.support.rocket.chat")),
    paths(super::integrations_remove),
    modifiers(&Credentials, &Promises),
)]
struct Rocketchat;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, description: &mut Description) {
        for (name, header) in [("authToken", "X-Auth-Token"), ("userId", "X-User-Id")] {
            let scheme = json!({ "type": "apiKey", "in": "header", "name": header });
            add_security_scheme(description, name, &scheme.to_string());
        }
    }
}

struct Promises;

impl Modify for Promises {
    fn modify(&self, description: &mut Description) {
        for property in ["_createdAt", "_updatedAt"] {
            promise(description, ("Integration", Some(property)), "format", json!("date-time"));
        }
        let types = json!(["webhook-incoming", "webhook-outgoing"]);
        promise(description, ("IntegrationType", None), "enum", types);
    }
}
