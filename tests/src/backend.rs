//! A real database that can be made to fail or to stand still.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use tokio::sync::watch;
use unplug_handlers::credential::CredentialDigest;
use unplug_handlers::seed::Seed;
use unplug_handlers::store::{
    Api, AuditRecord, Backend, Result, Sqlite, StoreError, kombo, rocketchat, vercel,
};

/// What removals do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Work as the database does.
    Normal,
    /// Fail, as when the disk is full.
    Failing,
    /// Wait, without having changed anything, until the mode is another one.
    Waiting,
}

/// Switches the removals of a [`Controlled`] backend.
#[derive(Clone, Debug)]
pub struct Switch {
    mode: watch::Sender<Mode>,
    waiting: Arc<AtomicU8>,
}

impl Switch {
    /// Sets the mode; removals that wait go on with it.
    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }

    /// Returns once so many removals wait.
    pub async fn until_waiting(&self, count: u8) {
        while self.waiting.load(Ordering::SeqCst) < count {
            tokio::task::yield_now().await;
        }
    }
}

/// `SQLite` behind a [`Switch`].
#[derive(Debug)]
pub struct Controlled {
    inner: Sqlite,
    switch: Switch,
}

impl Controlled {
    /// Puts a switch in front of the database.
    #[must_use]
    pub fn new(inner: Sqlite) -> (Self, Switch) {
        let switch = Switch { mode: watch::Sender::new(Mode::Normal), waiting: Arc::new(AtomicU8::new(0)) };
        (Self { inner, switch: switch.clone() }, switch)
    }

    async fn gate(&self) -> Result<()> {
        let mut mode = self.switch.mode.subscribe();
        if *mode.borrow() == Mode::Waiting {
            let _counted = Counted::new(&self.switch.waiting);
            let _ = mode.wait_for(|mode| *mode != Mode::Waiting).await;
        }
        let now = *mode.borrow();
        match now {
            // The text must never reach a caller; the tests look for it.
            Mode::Failing => Err(StoreError::Failed { doing: "remove", cause: INTERNAL_CAUSE.into() }),
            Mode::Normal | Mode::Waiting => Ok(()),
        }
    }
}

/// What the failing database says.
pub const INTERNAL_CAUSE: &str = "the disk /dev/example is full";

/// Counts a removal that waits, also when it is given up.
struct Counted<'a>(&'a AtomicU8);

impl<'a> Counted<'a> {
    fn new(count: &'a AtomicU8) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[async_trait::async_trait]
impl Backend for Controlled {
    async fn write_seed(&self, seed: &Seed) -> Result<()> {
        self.inner.write_seed(seed).await
    }

    async fn is_empty(&self) -> Result<bool> {
        self.inner.is_empty().await
    }

    async fn rocketchat_user(
        &self,
        user_id: &str,
        token: &CredentialDigest,
    ) -> Result<Option<rocketchat::User>> {
        self.inner.rocketchat_user(user_id, token).await
    }

    async fn remove_rocketchat_integration(
        &self,
        removal: rocketchat::Removal<'_>,
    ) -> Result<rocketchat::Removed> {
        self.gate().await?;
        self.inner.remove_rocketchat_integration(removal).await
    }

    async fn kombo_api_key(&self, key: &CredentialDigest) -> Result<Option<kombo::ApiKey>> {
        self.inner.kombo_api_key(key).await
    }

    async fn remove_kombo_integration(&self, removal: kombo::Removal<'_>) -> Result<kombo::Removed> {
        self.gate().await?;
        self.inner.remove_kombo_integration(removal).await
    }

    async fn kombo_webhook_events(&self, environment_id: &str) -> Result<Vec<kombo::WebhookEvent>> {
        self.inner.kombo_webhook_events(environment_id).await
    }

    async fn vercel_token(&self, token: &CredentialDigest) -> Result<Option<vercel::Token>> {
        self.inner.vercel_token(token).await
    }

    async fn remove_vercel_configuration(&self, removal: vercel::Removal<'_>) -> Result<vercel::Removed> {
        self.gate().await?;
        self.inner.remove_vercel_configuration(removal).await
    }

    async fn audit_records(&self, api: Api) -> Result<Vec<AuditRecord>> {
        self.inner.audit_records(api).await
    }

    async fn close(&self) {
        self.inner.close().await;
    }
}
