//! Seed files: who may do what, and what there is to remove.
//!
//! A seed is YAML or JSON (which is YAML too). [`example`] is a complete one and
//! [`demo`](mod@demo) the documented demo data set.

mod check;
pub mod demo;

use std::fmt;

use serde::{Deserialize, Serialize};

pub(crate) use check::network;
pub use demo::{demo, example};

use crate::Secret;
use crate::store::kombo::Integration as KomboIntegration;
use crate::store::rocketchat::{Integration as RocketchatIntegration, Permission};
use crate::store::vercel::Access;

/// Data for all three APIs; each part may be left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Seed {
    /// Rocket.Chat.
    pub rocketchat: Rocketchat,
    /// Kombo.
    pub kombo: Kombo,
    /// Vercel.
    pub vercel: Vercel,
}

/// Rocket.Chat: one workspace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rocketchat {
    /// Users who may call the API.
    pub users: Vec<RocketchatUser>,
    /// Integrations, in the vendor's own form.
    pub integrations: Vec<RocketchatIntegration>,
    /// What the integrations have done so far.
    pub history: Vec<RocketchatHistory>,
}

/// A user of the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RocketchatUser {
    /// Sent as `X-User-Id`.
    pub id: String,
    /// Name in the workspace.
    pub username: String,
    /// Those of the four permissions that the user holds.
    pub permissions: Vec<Permission>,
    /// Login tokens, sent as `X-Auth-Token`; only their digests are stored.
    pub tokens: Vec<Secret>,
}

/// One entry of an integration's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RocketchatHistory {
    /// Id of the entry.
    pub id: String,
    /// Id of the integration.
    pub integration: String,
    /// When, RFC 3339.
    pub at: String,
    /// What triggered it, for example `sendMessage`.
    pub event: String,
    /// Whether it ran to its end.
    pub finished: bool,
}

/// Kombo: environments with their keys and integrations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kombo {
    /// Environments, for example production and development.
    pub environments: Vec<KomboEnvironment>,
}

/// One environment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KomboEnvironment {
    /// Id; it is part of the log addresses.
    pub id: String,
    /// Title.
    pub name: String,
    /// Keys that act on this environment alone.
    #[serde(default)]
    pub api_keys: Vec<KomboApiKey>,
    /// Integrations of this environment.
    #[serde(default)]
    pub integrations: Vec<KomboIntegration>,
}

/// An API key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KomboApiKey {
    /// Name of the key, for the audit.
    pub id: String,
    /// The key itself; only its digest is stored.
    pub key: Secret,
    /// Addresses or networks (`192.0.2.0/24`) that it may be used from; anywhere
    /// when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub networks: Option<Vec<String>>,
    /// Requests per window; the server's default when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_limit: Option<u32>,
}

/// Vercel: accounts, teams, and what they have installed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Vercel {
    /// Personal accounts with their tokens.
    pub accounts: Vec<VercelAccount>,
    /// Teams.
    pub teams: Vec<VercelTeam>,
}

/// A personal account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelAccount {
    /// Account id.
    pub id: String,
    /// Name.
    pub username: String,
    /// Tokens of this account.
    #[serde(default)]
    pub tokens: Vec<VercelToken>,
    /// Configurations that the account itself has installed.
    #[serde(default)]
    pub configurations: Vec<VercelConfiguration>,
}

/// A token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelToken {
    /// Name of the token, for the audit.
    pub id: String,
    /// The token itself; only its digest is stored.
    pub token: Secret,
    /// What it may do on its own account; when left out, it may only act for teams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_access: Option<Access>,
    /// The teams that it may act for.
    #[serde(default)]
    pub teams: Vec<VercelTokenTeam>,
}

/// A team that a token may act for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelTokenTeam {
    /// Team id.
    pub team: String,
    /// What the token may do there.
    pub access: Access,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelTeam {
    /// Sent as `teamId`.
    pub id: String,
    /// Sent as `slug`.
    pub slug: String,
    /// Configurations that the team has installed.
    #[serde(default)]
    pub configurations: Vec<VercelConfiguration>,
}

/// An installed integration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelConfiguration {
    /// The id that is given for deletion.
    pub id: String,
    /// The integration that is installed, for example `oac_xzpVzcUOgcB1nrVlirtKhbWV`.
    pub integration: String,
    /// Since when only the record of it is left, RFC 3339; deleting it is answered 410.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uninstalled_at: Option<String>,
    /// Its webhooks.
    #[serde(default)]
    pub webhooks: Vec<VercelWebhook>,
    /// Its log drains.
    #[serde(default)]
    pub log_drains: Vec<VercelLogDrain>,
    /// The project environment variables that it set.
    #[serde(default)]
    pub project_env_variables: Vec<VercelProjectEnvVariable>,
}

/// A webhook of a configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelWebhook {
    /// Webhook id.
    pub id: String,
    /// Address that is called.
    pub url: String,
    /// Events that it is called for.
    pub events: Vec<String>,
}

/// A log drain of a configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelLogDrain {
    /// Log drain id.
    pub id: String,
    /// Title.
    pub name: String,
    /// Address that logs are sent to.
    pub url: String,
}

/// A project environment variable that a configuration set. Its value has no
/// place here: nothing needs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VercelProjectEnvVariable {
    /// Id of the variable.
    pub id: String,
    /// The project.
    pub project_id: String,
    /// Name of the variable.
    pub name: String,
    /// Deployments that see it: `production`, `preview`, `development`.
    pub target: Vec<String>,
}

/// One thing that is wrong with a seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, for example `kombo.environments[0].api_keys[1].key`.
    pub at: String,
    /// What is wrong, and what would be right. Never contains a credential.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.message)
    }
}

/// A seed that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SeedError {
    /// It is not YAML or JSON, or not of the expected form.
    #[error("the seed cannot be read: {0}")]
    Unreadable(String),
    /// It is of the right form but contradicts itself.
    #[error("the seed has {} problem{}:{}", .0.len(), if .0.len() == 1 { "" } else { "s" }, listed(.0))]
    Invalid(Vec<Problem>),
    /// It could not be written.
    #[error("the seed cannot be written as YAML: {0}")]
    Unwritable(String),
}

fn listed(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    format!("\n  {}", lines.join("\n  "))
}

/// An error message of the reader with the file's own values taken out: a credential in the wrong
/// place would be among them. The place and what is expected there remain.
fn without_values(message: &str) -> String {
    let mut text = message.to_owned();
    for (before, expected) in [
        ("unknown variant `", "`, expected"),
        ("invalid value: string \"", "\", expected"),
        ("invalid type: string \"", "\", expected"),
    ] {
        if let Some(found) = text.find(before) {
            let start = found + before.len();
            // The last one, because the value itself may hold anything.
            let end = text[start..].rfind(expected).map_or(text.len(), |length| start + length);
            text.replace_range(start..end, "…");
        }
    }
    text
}

impl Seed {
    /// Reads and checks a seed.
    ///
    /// # Errors
    ///
    /// [`SeedError::Unreadable`] with line and column, or [`SeedError::Invalid`]
    /// with every problem.
    pub fn parse(text: &str) -> Result<Self, SeedError> {
        // Without the excerpt: the offending line may hold a credential.
        let options = serde_saphyr::options! { with_snippet: false };
        let seed: Self = serde_saphyr::from_str_with_options(text, options)
            .map_err(|error| SeedError::Unreadable(without_values(&error.to_string())))?;
        seed.check()?;
        Ok(seed)
    }

    /// Looks for contradictions: ids used twice, references to nothing, credentials
    /// too short to be stored as a digest, times and networks that are none.
    ///
    /// # Errors
    ///
    /// [`SeedError::Invalid`] with every problem.
    pub fn check(&self) -> Result<(), SeedError> {
        let problems = check::problems(self);
        if problems.is_empty() { Ok(()) } else { Err(SeedError::Invalid(problems)) }
    }

    /// The seed as a YAML file, credentials included.
    ///
    /// # Errors
    ///
    /// [`SeedError::Unwritable`] if the serialiser refuses.
    pub fn to_yaml(&self) -> Result<String, SeedError> {
        serde_saphyr::to_string(self).map_err(|error| SeedError::Unwritable(error.to_string()))
    }

    /// How much of what it holds, for a message.
    #[must_use]
    pub fn summary(&self) -> String {
        let environments = &self.kombo.environments;
        let kombo: usize = environments.iter().map(|e| e.integrations.len()).sum();
        let keys: usize = environments.iter().map(|e| e.api_keys.len()).sum();
        let accounts = self.vercel.accounts.iter();
        let tokens: usize = accounts.clone().map(|a| a.tokens.len()).sum();
        let configurations: usize = accounts.map(|a| a.configurations.len()).sum::<usize>()
            + self.vercel.teams.iter().map(|t| t.configurations.len()).sum::<usize>();
        format!(
            "Rocket.Chat: {} users, {} integrations; Kombo: {keys} API keys, {kombo} integrations; \
             Vercel: {tokens} tokens, {configurations} configurations",
            self.rocketchat.users.len(),
            self.rocketchat.integrations.len(),
        )
    }
}
