//! What the store keeps for Rocket.Chat.

use serde::{Deserialize, Serialize};

use crate::Secret;

/// One of the four permissions that let a user remove integrations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Permission {
    /// Any incoming integration.
    #[serde(rename = "manage-incoming-integrations")]
    ManageIncoming,
    /// Incoming integrations that the user created.
    #[serde(rename = "manage-own-incoming-integrations")]
    ManageOwnIncoming,
    /// Any outgoing integration.
    #[serde(rename = "manage-outgoing-integrations")]
    ManageOutgoing,
    /// Outgoing integrations that the user created.
    #[serde(rename = "manage-own-outgoing-integrations")]
    ManageOwnOutgoing,
}

/// Which way an integration carries messages: the vendor's `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Family {
    /// Posts into the workspace.
    #[serde(rename = "webhook-incoming")]
    Incoming,
    /// Calls out of the workspace.
    #[serde(rename = "webhook-outgoing")]
    Outgoing,
}

impl Family {
    /// Both families.
    pub const ALL: [Self; 2] = [Self::Incoming, Self::Outgoing];

    /// The vendor's word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Incoming => "webhook-incoming",
            Self::Outgoing => "webhook-outgoing",
        }
    }

    /// The family that the vendor calls by exactly this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.as_str() == word)
    }
}

/// A user who has presented a valid token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The id that `X-User-Id` carries.
    pub id: String,
    /// The user's name in the workspace.
    pub username: String,
    /// Those of the four permissions that the user holds.
    pub permissions: Vec<Permission>,
}

impl User {
    /// What the user may do to integrations of `family`.
    ///
    /// The wider permission wins when both are held, as in the vendor's source.
    #[must_use]
    pub fn authority(&self, family: Family) -> Authority {
        let (any, own) = match family {
            Family::Incoming => (Permission::ManageIncoming, Permission::ManageOwnIncoming),
            Family::Outgoing => (Permission::ManageOutgoing, Permission::ManageOwnOutgoing),
        };
        if self.permissions.contains(&any) {
            Authority::Any
        } else if self.permissions.contains(&own) {
            Authority::CreatedBy(self.id.clone())
        } else {
            Authority::Nothing
        }
    }
}

/// Which integrations of a family somebody may remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authority {
    /// All of them.
    Any,
    /// Those created by the user with this id.
    CreatedBy(String),
    /// None of them.
    Nothing,
}

/// The account that created an integration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Creator {
    /// User id.
    #[serde(rename = "_id")]
    pub id: String,
    /// User name when it was created.
    pub username: String,
}

/// An integration as the vendor stores it, under the vendor's field names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Integration {
    /// The id that is given for removal.
    #[serde(rename = "_id")]
    pub id: String,
    /// Incoming or outgoing.
    #[serde(rename = "type")]
    pub family: Family,
    /// Title in the administration pages.
    pub name: String,
    /// Whether it is switched on.
    pub enabled: bool,
    /// Whose name its messages carry.
    pub username: String,
    /// Id of that user.
    pub user_id: String,
    /// Whether `script` is run.
    pub script_enabled: bool,
    /// Source of the script that handles each message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// Channels it listens or posts to.
    pub channel: Vec<String>,
    /// Addresses that are called; outgoing only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urls: Option<Vec<String>>,
    /// What triggers a call; outgoing only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Words that a message must start with to trigger a call; outgoing only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger_words: Option<Vec<String>>,
    /// What callers of the webhook, or the called address, authenticate with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Secret>,
    /// Name shown instead of the user's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// Picture shown instead of the user's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// Emoji shown as the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emoji: Option<String>,
    /// When it was created, RFC 3339.
    #[serde(rename = "_createdAt")]
    pub created_at: String,
    /// When it was last changed, RFC 3339.
    #[serde(rename = "_updatedAt")]
    pub updated_at: String,
    /// Who created it; `None` when the vendor no longer knows.
    #[serde(rename = "_createdBy")]
    pub created_by: Option<Creator>,
}

/// How a request points at an integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// By its id.
    Id(String),
    /// By an address that it calls. Of several, the oldest is meant.
    TargetUrl(String),
}

/// A request to remove one integration.
#[derive(Clone, Debug)]
pub struct Removal<'a> {
    /// Which one.
    pub selector: &'a Selector,
    /// Its family; an integration of the other one is not found.
    pub family: Family,
    /// What the caller may do to that family.
    pub authority: &'a Authority,
    /// Id of the caller, for the audit record.
    pub actor: &'a str,
    /// When, for the audit record.
    pub at: jiff::Timestamp,
}

/// What became of a [`Removal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone; this is what it was.
    Done(Box<Integration>),
    /// There is none that the selector and family point at.
    NotFound,
    /// The caller may only remove what they created, and created another.
    NotOwn,
    /// The caller may remove nothing of this family.
    NotAuthorized,
}
