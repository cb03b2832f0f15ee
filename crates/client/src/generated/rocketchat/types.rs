// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum IntegrationsRemoveBody {
    Incoming(IntegrationsRemoveBodyIncoming),
    OutgoingByUrl(IntegrationsRemoveBodyOutgoingByUrl),
    OutgoingById(IntegrationsRemoveBodyOutgoingById),
}
value::choice!(
    IntegrationsRemoveBody, ExactlyOne, Incoming : [Member("type", &
    [Contains("webhook-incoming")])], OutgoingByUrl : [Member("type", &
    [Contains("webhook-outgoing")])], OutgoingById : [Member("type", &
    [Contains("webhook-outgoing")])]
);
value::from_variants!(
    IntegrationsRemoveBody, Incoming : IntegrationsRemoveBodyIncoming, OutgoingByUrl :
    IntegrationsRemoveBodyOutgoingByUrl, OutgoingById :
    IntegrationsRemoveBodyOutgoingById
);
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
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveBodyIncoming {
    /// The type of integration, `webhook-incoming`.
    pub r#type: String,
    /// The integration ID to remove.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
}

/// `OutgoingByUrl`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveBodyOutgoingByUrl {
    /// The type of integration, `webhook-outgoing`.
    pub r#type: String,
    /// One of the URLs that the outgoing integration to remove calls.
    pub target_url: String,
}

/// `OutgoingById`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveBodyOutgoingById {
    /// The type of integration, `webhook-outgoing`.
    pub r#type: String,
    /// The integration ID to remove.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveOkBody {
    pub integration: Integration,
    pub success: IntegrationsRemoveOkBodySuccess,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Integration {
    pub r#type: IntegrationType,
    pub username: String,
    pub channel: Vec<String>,
    #[serde(rename = "scriptEnabled")]
    pub script_enabled: bool,
    pub name: String,
    pub enabled: bool,
    #[serde(rename = "_id")]
    pub id: String,
    #[serde(rename = "userId")]
    pub user_id: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub script: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub urls: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub event: Option<String>,
    #[serde(rename = "triggerWords")]
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub trigger_words: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub token: Option<unplug_wire::value::Secret>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub alias: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub avatar: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub emoji: Option<String>,
    #[serde(rename = "_createdAt")]
    pub created_at: String,
    #[serde(rename = "_updatedAt")]
    pub updated_at: String,
    #[serde(rename = "_createdBy")]
    #[serde(deserialize_with = "required")]
    pub created_by: Option<IntegrationCreatedBy>,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum IntegrationType {
    WebhookIncoming,
    WebhookOutgoing,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(
    IntegrationType, WebhookIncoming = "webhook-incoming", WebhookOutgoing =
    "webhook-outgoing"
);
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationCreatedBy {
    #[serde(rename = "_id")]
    pub id: String,
    pub username: String,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveOkBodySuccess;
value::constant_json!(IntegrationsRemoveOkBodySuccess, "true");
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct AuthorizationError {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub message: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub success: Option<AuthorizationErrorSuccess>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub error: Option<String>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct AuthorizationErrorSuccess;
value::constant_json!(AuthorizationErrorSuccess, "false");
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveBadRequestBody {
    pub success: IntegrationsRemoveBadRequestBodySuccess,
    pub error: String,
    #[serde(rename = "errorType")]
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub error_type: Option<String>,
    /// Further facts about the error, for programs.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub details: Option<serde_json::Map<String, serde_json::Value>>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveBadRequestBodySuccess;
value::constant_json!(IntegrationsRemoveBadRequestBodySuccess, "false");
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveForbiddenBody {
    pub success: IntegrationsRemoveForbiddenBodySuccess,
    pub error: String,
    /// The kind of refusal, for programs; from server 9.0.0.
    #[serde(rename = "errorType")]
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub error_type: Option<String>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveForbiddenBodySuccess;
value::constant_json!(IntegrationsRemoveForbiddenBodySuccess, "false");
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct IntegrationsRemoveTooManyRequestsBody {
    pub success: IntegrationsRemoveTooManyRequestsBodySuccess,
    pub error: String,
    #[serde(rename = "errorType")]
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub error_type: Option<String>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct IntegrationsRemoveTooManyRequestsBodySuccess;
value::constant_json!(IntegrationsRemoveTooManyRequestsBodySuccess, "false");
unplug_wire::value::type_schemas!(
    IntegrationsRemoveBody, IntegrationsRemoveBodyIncoming,
    IntegrationsRemoveBodyOutgoingByUrl, IntegrationsRemoveBodyOutgoingById,
    IntegrationsRemoveOkBody, Integration, IntegrationType, IntegrationCreatedBy,
    IntegrationsRemoveOkBodySuccess, AuthorizationError, AuthorizationErrorSuccess,
    IntegrationsRemoveBadRequestBody, IntegrationsRemoveBadRequestBodySuccess,
    IntegrationsRemoveForbiddenBody, IntegrationsRemoveForbiddenBodySuccess,
    IntegrationsRemoveTooManyRequestsBody, IntegrationsRemoveTooManyRequestsBodySuccess
);
