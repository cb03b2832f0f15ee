//! What the Rocket.Chat handler says of itself.
#![expect(dead_code, reason = "the fields are only read by the description they derive")]

use std::collections::HashMap;

use serde_json::Value;
use utoipa::openapi::OpenApi as Description;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi, ToSchema};

/// The description of the API, for comparison with its document.
#[must_use]
pub fn description() -> Description {
    Rocketchat::openapi()
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Integrations", version = "1.0.0"),
    servers((url = "https://apiexplorer.support.rocket.chat")),
    paths(super::integrations_remove),
    modifiers(&Credentials),
)]
struct Rocketchat;

struct Credentials;

fn always_true() -> Object {
    always(true)
}

fn always_false() -> Object {
    always(false)
}

/// A boolean that is never the other one.
fn always(value: bool) -> Object {
    ObjectBuilder::new().schema_type(Type::Boolean).enum_values(Some([value])).build()
}

impl Modify for Credentials {
    fn modify(&self, description: &mut Description) {
        let components = description.components.get_or_insert_with(Default::default);
        for (name, header) in [("authToken", "X-Auth-Token"), ("userId", "X-User-Id")] {
            components
                .add_security_scheme(name, SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new(header))));
        }
    }
}

#[derive(ToSchema)]
#[serde(untagged)]
pub(super) enum RemoveBody {
    Incoming(Incoming),
    OutgoingByUrl(OutgoingByUrl),
    OutgoingById(OutgoingById),
}

#[derive(ToSchema)]
pub(super) struct Incoming {
    #[schema(pattern = "webhook-incoming")]
    r#type: String,
    #[schema(rename = "integrationId")]
    integration_id: String,
}

#[derive(ToSchema)]
pub(super) struct OutgoingByUrl {
    #[schema(pattern = "webhook-outgoing")]
    r#type: String,
    target_url: String,
}

#[derive(ToSchema)]
pub(super) struct OutgoingById {
    #[schema(pattern = "webhook-outgoing")]
    r#type: String,
    #[schema(rename = "integrationId")]
    integration_id: String,
}

#[derive(ToSchema)]
pub(super) struct Removed {
    integration: IntegrationDocument,
    #[schema(schema_with = always_true)]
    success: bool,
}

#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub(super) struct IntegrationDocument {
    #[schema(rename = "_id")]
    id: String,
    r#type: IntegrationType,
    name: String,
    enabled: bool,
    username: String,
    user_id: String,
    script_enabled: bool,
    #[schema(nullable = false)]
    script: Option<String>,
    channel: Vec<String>,
    #[schema(nullable = false)]
    urls: Option<Vec<String>>,
    #[schema(nullable = false)]
    event: Option<String>,
    #[schema(nullable = false)]
    trigger_words: Option<Vec<String>>,
    #[schema(nullable = false)]
    token: Option<String>,
    #[schema(nullable = false)]
    alias: Option<String>,
    #[schema(nullable = false)]
    avatar: Option<String>,
    #[schema(nullable = false)]
    emoji: Option<String>,
    #[schema(rename = "_createdAt", format = DateTime)]
    created_at: String,
    #[schema(rename = "_updatedAt", format = DateTime)]
    updated_at: String,
    #[schema(rename = "_createdBy", required = true)]
    created_by: Option<Creator>,
}

#[derive(ToSchema)]
pub(super) enum IntegrationType {
    #[schema(rename = "webhook-incoming")]
    Incoming,
    #[schema(rename = "webhook-outgoing")]
    Outgoing,
}

#[derive(ToSchema)]
pub(super) struct Creator {
    #[schema(rename = "_id")]
    id: String,
    username: String,
}

#[derive(ToSchema)]
pub(super) struct Refused {
    #[schema(schema_with = always_false)]
    success: bool,
    error: String,
    #[schema(rename = "errorType", nullable = false)]
    error_type: Option<String>,
    #[schema(nullable = false)]
    details: Option<HashMap<String, Value>>,
}

#[derive(ToSchema)]
pub(super) struct NotLoggedIn {
    #[schema(schema_with = always_false)]
    success: Option<bool>,
    #[schema(nullable = false)]
    error: Option<String>,
    #[schema(nullable = false)]
    status: Option<String>,
    #[schema(nullable = false)]
    message: Option<String>,
}

#[derive(ToSchema)]
pub(super) struct Forbidden {
    #[schema(schema_with = always_false)]
    success: bool,
    error: String,
}

#[derive(ToSchema)]
pub(super) struct TooManyRequests {
    #[schema(schema_with = always_false)]
    success: bool,
    error: String,
    #[schema(rename = "errorType", nullable = false)]
    error_type: Option<String>,
}
