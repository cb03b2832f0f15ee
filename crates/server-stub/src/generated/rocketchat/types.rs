// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

use crate::runtime::value;
/// The schema at `/paths/~1api~1v1~1integrations.remove/post/requestBody/content/application~1json/schema`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum IntegrationsRemoveBody {
    /// `Incoming`.
    Incoming(IntegrationsRemoveBodyIncoming),
    /// `OutgoingByUrl`.
    OutgoingByUrl(IntegrationsRemoveBodyOutgoingByUrl),
    /// `OutgoingById`.
    OutgoingById(IntegrationsRemoveBodyOutgoingById),
}

impl From<IntegrationsRemoveBodyIncoming> for IntegrationsRemoveBody {
    fn from(value: IntegrationsRemoveBodyIncoming) -> Self {
        Self::Incoming(value)
    }
}

impl From<IntegrationsRemoveBodyOutgoingByUrl> for IntegrationsRemoveBody {
    fn from(value: IntegrationsRemoveBodyOutgoingByUrl) -> Self {
        Self::OutgoingByUrl(value)
    }
}

impl From<IntegrationsRemoveBodyOutgoingById> for IntegrationsRemoveBody {
    fn from(value: IntegrationsRemoveBodyOutgoingById) -> Self {
        Self::OutgoingById(value)
    }
}

impl<'de> serde::Deserialize<'de> for IntegrationsRemoveBody {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        /// The properties of all variants.
        #[derive(serde::Deserialize)]
        struct Slots {
            #[serde(rename = "type", default, deserialize_with = "value::slot")]
            r#type: value::Slot<String>,
            #[serde(rename = "integrationId", default)]
            integration_id: value::Slot<String>,
            #[serde(rename = "target_url", default)]
            target_url: value::Slot<String>,
        }
        let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
        let chosen = value::exactly_one(
            "IntegrationsRemoveBody",
            &[
                (
                    "Incoming",
                    slots
                        .r#type
                        .is_some_and(|text: &String| text.contains("webhook-incoming"))
                        && slots.integration_id.is(),
                ),
                (
                    "OutgoingByUrl",
                    slots
                        .r#type
                        .is_some_and(|text: &String| text.contains("webhook-outgoing"))
                        && slots.target_url.is(),
                ),
                (
                    "OutgoingById",
                    slots
                        .r#type
                        .is_some_and(|text: &String| text.contains("webhook-outgoing"))
                        && slots.integration_id.is(),
                ),
            ],
        )?;
        Ok(
            match chosen {
                0 => {
                    Self::Incoming(IntegrationsRemoveBodyIncoming {
                        r#type: slots
                            .r#type
                            .into_option()
                            .ok_or_else(value::slot_is_empty)?,
                        integration_id: slots
                            .integration_id
                            .into_option()
                            .ok_or_else(value::slot_is_empty)?,
                    })
                }
                1 => {
                    Self::OutgoingByUrl(IntegrationsRemoveBodyOutgoingByUrl {
                        r#type: slots
                            .r#type
                            .into_option()
                            .ok_or_else(value::slot_is_empty)?,
                        target_url: slots
                            .target_url
                            .into_option()
                            .ok_or_else(value::slot_is_empty)?,
                    })
                }
                2 => {
                    Self::OutgoingById(IntegrationsRemoveBodyOutgoingById {
                        r#type: slots
                            .r#type
                            .into_option()
                            .ok_or_else(value::slot_is_empty)?,
                        integration_id: slots
                            .integration_id
                            .into_option()
                            .ok_or_else(value::slot_is_empty)?,
                    })
                }
                _ => return Err(value::no_variant("IntegrationsRemoveBody")),
            },
        )
    }
}

/// `Incoming`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveBodyIncoming {
    /// The type of integration, `webhook-incoming`.
    pub r#type: String,
    /// The integration ID to remove.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
}

/// `OutgoingByUrl`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveBodyOutgoingByUrl {
    /// The type of integration, `webhook-outgoing`.
    pub r#type: String,
    /// One of the URLs that the outgoing integration to remove calls.
    pub target_url: String,
}

/// `OutgoingById`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveBodyOutgoingById {
    /// The type of integration, `webhook-outgoing`.
    pub r#type: String,
    /// The integration ID to remove.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/200/content/application~1json/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveOkBody {
    /// The property `integration`.
    pub integration: Integration,
    /// The property `success`.
    pub success: IntegrationsRemoveOkBodySuccess,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/200/content/application~1json/schema/properties/integration`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Integration {
    /// The property `type`.
    pub r#type: IntegrationType,
    /// The property `username`.
    pub username: String,
    /// The property `channel`.
    pub channel: Vec<String>,
    /// The property `scriptEnabled`.
    #[serde(rename = "scriptEnabled")]
    pub script_enabled: bool,
    /// The property `name`.
    pub name: String,
    /// The property `enabled`.
    pub enabled: bool,
    /// The property `_id`.
    #[serde(rename = "_id")]
    pub id: String,
    /// The property `userId`.
    #[serde(rename = "userId")]
    pub user_id: String,
    /// The property `script`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub script: Option<String>,
    /// The property `urls`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub urls: Option<Vec<String>>,
    /// The property `event`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub event: Option<String>,
    /// The property `triggerWords`.
    #[serde(
        rename = "triggerWords",
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub trigger_words: Option<Vec<String>>,
    /// The property `token`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub token: Option<crate::runtime::value::Secret>,
    /// The property `alias`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub alias: Option<String>,
    /// The property `avatar`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub avatar: Option<String>,
    /// The property `emoji`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub emoji: Option<String>,
    /// The property `_createdAt`.
    #[serde(rename = "_createdAt")]
    pub created_at: String,
    /// The property `_updatedAt`.
    #[serde(rename = "_updatedAt")]
    pub updated_at: String,
    /// The property `_createdBy`.
    #[serde(rename = "_createdBy", deserialize_with = "value::required")]
    pub created_by: Option<IntegrationCreatedBy>,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/200/content/application~1json/schema/properties/integration/properties/type`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum IntegrationType {
    /// `webhook-incoming`
    WebhookIncoming,
    /// `webhook-outgoing`
    WebhookOutgoing,
    /// A value that the document does not name, as it stands.
    Other(String),
}

impl IntegrationType {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WebhookIncoming => "webhook-incoming",
            Self::WebhookOutgoing => "webhook-outgoing",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for IntegrationType {
    fn from(text: &str) -> Self {
        match text {
            "webhook-incoming" => Self::WebhookIncoming,
            "webhook-outgoing" => Self::WebhookOutgoing,
            other => Self::Other(other.to_owned()),
        }
    }
}

value::open_text!(IntegrationType);
/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/200/content/application~1json/schema/properties/integration/properties/_createdBy`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationCreatedBy {
    /// The property `_id`.
    #[serde(rename = "_id")]
    pub id: String,
    /// The property `username`.
    pub username: String,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/200/content/application~1json/schema/properties/success`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveOkBodySuccess;
impl IntegrationsRemoveOkBodySuccess {
    /// The only value there is, as a JSON text.
    pub const JSON: &'static str = "true";
}

value::constant_json!(IntegrationsRemoveOkBodySuccess);
/// The schema at `/components/responses/authorizationError/content/application~1json/schema`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct AuthorizationError {
    /// The property `status`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub status: Option<String>,
    /// The property `message`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub message: Option<String>,
    /// The property `success`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<AuthorizationErrorSuccess>,
    /// The property `error`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub error: Option<String>,
}

/// The schema at `/components/responses/authorizationError/content/application~1json/schema/properties/success`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct AuthorizationErrorSuccess;
impl AuthorizationErrorSuccess {
    /// The only value there is, as a JSON text.
    pub const JSON: &'static str = "false";
}

value::constant_json!(AuthorizationErrorSuccess);
/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/400/content/application~1json/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveBadRequestBody {
    /// The property `success`.
    pub success: IntegrationsRemoveBadRequestBodySuccess,
    /// The property `error`.
    pub error: String,
    /// The property `errorType`.
    #[serde(
        rename = "errorType",
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub error_type: Option<String>,
    /// Further facts about the error, for programs.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub details: Option<serde_json::Map<String, serde_json::Value>>,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/400/content/application~1json/schema/properties/success`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveBadRequestBodySuccess;
impl IntegrationsRemoveBadRequestBodySuccess {
    /// The only value there is, as a JSON text.
    pub const JSON: &'static str = "false";
}

value::constant_json!(IntegrationsRemoveBadRequestBodySuccess);
/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/403/content/application~1json/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveForbiddenBody {
    /// The property `success`.
    pub success: IntegrationsRemoveForbiddenBodySuccess,
    /// The property `error`.
    pub error: String,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/403/content/application~1json/schema/properties/success`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveForbiddenBodySuccess;
impl IntegrationsRemoveForbiddenBodySuccess {
    /// The only value there is, as a JSON text.
    pub const JSON: &'static str = "false";
}

value::constant_json!(IntegrationsRemoveForbiddenBodySuccess);
/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/429/content/application~1json/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct IntegrationsRemoveTooManyRequestsBody {
    /// The property `success`.
    pub success: IntegrationsRemoveTooManyRequestsBodySuccess,
    /// The property `error`.
    pub error: String,
    /// The property `errorType`.
    #[serde(
        rename = "errorType",
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub error_type: Option<String>,
}

/// The schema at `/paths/~1api~1v1~1integrations.remove/post/responses/429/content/application~1json/schema/properties/success`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveTooManyRequestsBodySuccess;
impl IntegrationsRemoveTooManyRequestsBodySuccess {
    /// The only value there is, as a JSON text.
    pub const JSON: &'static str = "false";
}

value::constant_json!(IntegrationsRemoveTooManyRequestsBodySuccess);
