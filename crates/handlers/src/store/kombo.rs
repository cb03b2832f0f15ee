//! What the store keeps for Kombo.

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

/// A presented API key that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Name of the key, not the key: for audit and limits.
    pub id: String,
    /// The environment that it belongs to, and the only one it can act on.
    pub environment_id: String,
    /// Networks that it may be used from; `None` means from anywhere.
    pub networks: Option<Vec<IpNet>>,
    /// Requests per window, where it differs from the server's default.
    pub rate_limit: Option<u32>,
}

/// Whose data an integration reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndUser {
    /// The customer's organisation.
    pub organization_name: String,
    /// Address of whoever connected it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub creator_email: Option<String>,
    /// Id of the customer in the Kombo user's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin_id: Option<String>,
}

/// One connected tool of one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Integration {
    /// The id that is given for deletion.
    pub id: String,
    /// Connected product, for example `workday`.
    pub tool: String,
    /// Kind of product, for example `HRIS`.
    pub category: String,
    /// Whose data it reads.
    pub end_user: EndUser,
}

/// A request to delete one integration.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'a> {
    /// Which one.
    pub integration_id: &'a str,
    /// The key that asks: its environment bounds what can be found.
    pub key: &'a ApiKey,
    /// When, for the audit record and the webhook event.
    pub at: jiff::Timestamp,
}

/// What became of a [`Removal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone; this is what it was.
    Done(Integration),
    /// The key's environment has no such integration.
    NotFound,
}

/// An event that waits for a webhook.
#[derive(Clone, Debug, PartialEq)]
pub struct WebhookEvent {
    /// The environment that it is for.
    pub environment_id: String,
    /// Kind of event: `integration-deleted`.
    pub kind: String,
    /// The event as it would be sent.
    pub payload: serde_json::Value,
}
