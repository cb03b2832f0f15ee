//! The durable store: who may remove what, what there is, and what was removed.
//!
//! [`Backend`] is the whole contract; `SQLite` in one file is the backend that
//! exists. Every method that removes does all of it in one transaction: the thing,
//! everything that belongs to it, and the audit record. When it returns
//! `Done`, that transaction has reached the disk; of several concurrent removals
//! of one thing exactly one returns `Done`.

mod error;
pub mod kombo;
pub mod rocketchat;
pub mod seed;
mod sqlite;
pub mod vercel;

use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

pub use error::StoreError;
pub use sqlite::Sqlite;

use crate::credential::CredentialDigest;
use seed::Seed;

/// Result of a store operation.
pub type Result<T> = std::result::Result<T, StoreError>;

/// One of the three APIs, as the audit names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Api {
    /// Rocket.Chat.
    Rocketchat,
    /// Kombo.
    Kombo,
    /// Vercel.
    Vercel,
}

impl Api {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Rocketchat, Self::Kombo, Self::Vercel];

    /// The module name of the API, which is also its first path segment.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rocketchat => "rocketchat",
            Self::Kombo => "kombo",
            Self::Vercel => "vercel",
        }
    }
}

/// One removal that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditRecord {
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// From which API.
    pub api: Api,
    /// Who: a Rocket.Chat user id, a Kombo key id or a Vercel account id.
    pub actor: String,
    /// What: the id of the integration or configuration.
    pub subject: String,
    /// What it was, without secrets.
    pub snapshot: serde_json::Value,
}

/// What a database has to do for the handlers.
///
/// # Errors
///
/// Every method returns [`StoreError`] when the database fails; nothing has
/// changed then, except that a commit whose own outcome is unknown may have
/// taken place.
#[async_trait::async_trait]
pub trait Backend: fmt::Debug + Send + Sync {
    /// Writes a seed that has been checked; see [`Store::load`].
    async fn write_seed(&self, seed: &Seed) -> Result<()>;

    /// Whether nothing was ever loaded or removed.
    async fn is_empty(&self) -> Result<bool>;

    /// The user with this id, if this is one of the user's login tokens.
    async fn rocketchat_user(
        &self,
        user_id: &str,
        token: &CredentialDigest,
    ) -> Result<Option<rocketchat::User>>;

    /// Removes an integration and its history.
    async fn remove_rocketchat_integration(
        &self,
        removal: rocketchat::Removal<'_>,
    ) -> Result<rocketchat::Removed>;

    /// The API key with this digest.
    async fn kombo_api_key(&self, key: &CredentialDigest) -> Result<Option<kombo::ApiKey>>;

    /// Deletes an integration and queues the `integration-deleted` event.
    async fn remove_kombo_integration(&self, removal: kombo::Removal<'_>) -> Result<kombo::Removed>;

    /// The events that wait for an environment's webhooks, oldest first.
    async fn kombo_webhook_events(&self, environment_id: &str) -> Result<Vec<kombo::WebhookEvent>>;

    /// The token with this digest, and whom it may act for.
    async fn vercel_token(&self, token: &CredentialDigest) -> Result<Option<vercel::Token>>;

    /// Deletes a configuration with its webhooks, log drains and project
    /// environment variables.
    async fn remove_vercel_configuration(&self, removal: vercel::Removal<'_>) -> Result<vercel::Removed>;

    /// The removals from one API, oldest first.
    async fn audit_records(&self, api: Api) -> Result<Vec<AuditRecord>>;

    /// Finishes what is under way and lets go of the database.
    async fn close(&self);
}

/// A handle to the store; clones share the same database.
#[derive(Clone, Debug)]
pub struct Store(Arc<dyn Backend>);

impl Store {
    /// Opens the `SQLite` file at `path`, creating and migrating it as needed.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the file cannot be opened or was written by a newer version.
    pub async fn open(path: &Path) -> Result<Self> {
        Ok(Self::new(Sqlite::open(path).await?))
    }

    /// Checks and writes a seed, all of it or nothing.
    ///
    /// Whatever the seed names is afterwards as the seed says, also what had been
    /// removed in the meantime; everything else is left alone.
    ///
    /// # Errors
    ///
    /// [`StoreError::Seed`] when it contradicts itself; others when the database fails.
    pub async fn load(&self, seed: &Seed) -> Result<()> {
        seed.check()?;
        self.0.write_seed(seed).await
    }

    /// A store on any backend.
    pub fn new(backend: impl Backend + 'static) -> Self {
        Self(Arc::new(backend))
    }
}

impl Deref for Store {
    type Target = dyn Backend;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}
