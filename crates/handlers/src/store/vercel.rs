//! What the store keeps for Vercel.

use serde::{Deserialize, Serialize};

/// What a token may do for an account or a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Look, but not delete.
    Read,
    /// Look and delete.
    Delete,
}

impl Access {
    /// The stored word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Delete => "delete",
        }
    }

    /// The access that is stored as exactly this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::Read, Self::Delete].into_iter().find(|access| access.as_str() == word)
    }
}

/// A team that a token may act for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// What `teamId` carries.
    pub id: String,
    /// What `slug` carries.
    pub slug: String,
    /// What the token may do there.
    pub access: Access,
}

/// A presented token that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Name of the token, not the token: for audit and limits.
    pub id: String,
    /// The account that it belongs to.
    pub account_id: String,
    /// What it may do on that account; `None` when it may only act for teams.
    pub own_access: Option<Access>,
    /// The teams that it may act for.
    pub teams: Vec<Team>,
}

/// Who owns a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A personal account, by id.
    Account(String),
    /// A team, by id.
    Team(String),
}

impl Owner {
    /// The account's id or the team's id.
    #[must_use]
    pub fn ids(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Self::Account(id) => (Some(id), None),
            Self::Team(id) => (None, Some(id)),
        }
    }
}

/// A request to delete one configuration.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'a> {
    /// Which one.
    pub configuration_id: &'a str,
    /// On whose behalf; another owner's configuration is not found.
    pub owner: &'a Owner,
    /// The token that asks, for the audit record.
    pub token: &'a Token,
    /// When, for the audit record.
    pub at: jiff::Timestamp,
}

/// What went with a configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Resources {
    /// Webhooks.
    pub webhooks: u64,
    /// Log drains.
    pub log_drains: u64,
    /// Project environment variables.
    pub project_env_variables: u64,
}

/// What became of a [`Removal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone, and so is all of this.
    Done(Resources),
    /// The owner has no such configuration.
    NotFound,
    /// It was uninstalled earlier; only its record was kept.
    Uninstalled,
}
