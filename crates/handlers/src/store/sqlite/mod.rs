//! The store in one `SQLite` file.

mod audit;
mod kombo;
mod load;
mod rocketchat;
mod vercel;

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, Transaction};

use super::{Api, AuditRecord, Backend, Result, StoreError};
use crate::credential::CredentialDigest;
use crate::store::seed::Seed;

/// How long one operation waits for another process that writes to the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// Why opening failed.
type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Connections that only read.
const READERS: u32 = 4;

/// A write transaction.
type Write = Transaction<'static, sqlx::Sqlite>;

/// The store in one `SQLite` file.
///
/// There is a single connection that writes: `SQLite` has one writer at a time
/// anyway, and waiting for a connection is fair where waiting for its lock is not.
#[derive(Clone, Debug)]
pub struct Sqlite {
    writer: SqlitePool,
    readers: SqlitePool,
}

impl Sqlite {
    /// Opens the file, creating and migrating it as needed.
    ///
    /// # Errors
    ///
    /// [`StoreError::Open`] and [`StoreError::Migrate`].
    pub async fn open(path: &Path) -> Result<Self> {
        let open_failed =
            |cause: sqlx::Error| StoreError::Open { path: path.to_owned(), cause: cause.into() };
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            // A commit in WAL mode reaches the disk before it returns only with FULL.
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // Webhook tokens are among the removed data: do not leave them in free pages.
            .pragma("secure_delete", "ON");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await
            .map_err(open_failed)?;
        migrate(&writer).await.map_err(|cause| StoreError::Migrate { path: path.to_owned(), cause })?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_with(options.pragma("query_only", "ON"))
            .await
            .map_err(open_failed)?;
        Ok(Self { writer, readers })
    }

    /// Begins a transaction that holds the write lock from its first statement, so
    /// that what it reads cannot change before it writes.
    async fn begin(&self) -> Result<Write> {
        self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(StoreError::failed("begin a transaction"))
    }
}

/// Makes the changes of a transaction durable.
async fn commit(write: Write) -> Result<()> {
    write.commit().await.map_err(StoreError::failed("commit"))
}

/// The scripts that make the tables what they are, oldest first. The number of
/// those that a file has had is its `user_version`.
const MIGRATIONS: &[&str] = &[include_str!("../../../migrations/0001_initial.sql")];

/// Brings the tables up to date, all of it under the write lock: of two processes
/// that open a new file at the same time, one creates the tables and the other
/// finds them.
async fn migrate(writer: &SqlitePool) -> std::result::Result<(), Cause> {
    let mut write = writer.begin_with("BEGIN IMMEDIATE").await?;
    let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *write).await?;
    let pending =
        usize::try_from(version).ok().and_then(|applied| MIGRATIONS.get(applied..)).ok_or_else(|| {
            let known = MIGRATIONS.len();
            format!("the tables have version {version}, this program knows up to {known}")
        })?;
    for (script, version) in pending.iter().zip(version + 1..) {
        sqlx::raw_sql(*script).execute(&mut *write).await?;
        // A pragma takes no parameters; the number is ours.
        let mark = AssertSqlSafe(format!("PRAGMA user_version = {version}"));
        sqlx::raw_sql(mark).execute(&mut *write).await?;
    }
    write.commit().await?;
    Ok(())
}

/// Reads a JSON text column.
fn json<T: serde::de::DeserializeOwned>(what: &'static str, id: &str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(StoreError::unreadable(what, id))
}

/// Writes a JSON text column.
fn json_text<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(StoreError::failed("encode a value for the database"))
}

#[async_trait::async_trait]
impl Backend for Sqlite {
    async fn write_seed(&self, seed: &Seed) -> Result<()> {
        let mut write = self.begin().await?;
        load::seed(&mut write, seed).await?;
        commit(write).await
    }

    async fn is_empty(&self) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM audit_records)
                 OR EXISTS (SELECT 1 FROM rocketchat_users)
                 OR EXISTS (SELECT 1 FROM rocketchat_integrations)
                 OR EXISTS (SELECT 1 FROM kombo_environments)
                 OR EXISTS (SELECT 1 FROM vercel_accounts)
                 OR EXISTS (SELECT 1 FROM vercel_teams)",
        )
        .fetch_one(&self.readers)
        .await
        .map_err(StoreError::failed("look for data"))?;
        Ok(found == 0)
    }

    async fn rocketchat_user(
        &self,
        user_id: &str,
        token: &CredentialDigest,
    ) -> Result<Option<super::rocketchat::User>> {
        rocketchat::user(&self.readers, user_id, token).await
    }

    async fn remove_rocketchat_integration(
        &self,
        removal: super::rocketchat::Removal<'_>,
    ) -> Result<super::rocketchat::Removed> {
        let mut write = self.begin().await?;
        let removed = rocketchat::remove(&mut write, removal).await?;
        commit(write).await?;
        Ok(removed)
    }

    async fn kombo_api_key(&self, key: &CredentialDigest) -> Result<Option<super::kombo::ApiKey>> {
        kombo::api_key(&self.readers, key).await
    }

    async fn remove_kombo_integration(
        &self,
        removal: super::kombo::Removal<'_>,
    ) -> Result<super::kombo::Removed> {
        let mut write = self.begin().await?;
        let removed = kombo::remove(&mut write, removal).await?;
        commit(write).await?;
        Ok(removed)
    }

    async fn kombo_webhook_events(&self, environment_id: &str) -> Result<Vec<super::kombo::WebhookEvent>> {
        kombo::webhook_events(&self.readers, environment_id).await
    }

    async fn vercel_token(&self, token: &CredentialDigest) -> Result<Option<super::vercel::Token>> {
        vercel::token(&self.readers, token).await
    }

    async fn remove_vercel_configuration(
        &self,
        removal: super::vercel::Removal<'_>,
    ) -> Result<super::vercel::Removed> {
        let mut write = self.begin().await?;
        let removed = vercel::remove(&mut write, removal).await?;
        commit(write).await?;
        Ok(removed)
    }

    async fn audit_records(&self, api: Api) -> Result<Vec<AuditRecord>> {
        audit::records(&self.readers, api).await
    }

    async fn close(&self) {
        self.readers.close().await;
        // Last, so that it can fold the write-ahead log into the file.
        self.writer.close().await;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::Sqlite;

    /// `PRAGMA synchronous = FULL`.
    const FULL: i64 = 2;

    /// These settings belong to a connection and not to the file, so only the store's
    /// own connection can tell.
    #[tokio::test]
    async fn a_commit_waits_for_the_disk_and_cascades() {
        let directory = tempfile::tempdir().unwrap();
        let sqlite = Sqlite::open(&directory.path().join("unplug.db")).await.unwrap();
        let mut writer = sqlite.writer.acquire().await.unwrap();
        let synchronous: i64 =
            sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *writer).await.unwrap();
        assert_eq!(synchronous, FULL);
        let foreign_keys: i64 =
            sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(&mut *writer).await.unwrap();
        assert_eq!(foreign_keys, 1);
        let journal: String =
            sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *writer).await.unwrap();
        assert_eq!(journal, "wal");
    }

    #[tokio::test]
    async fn readers_cannot_write() {
        let directory = tempfile::tempdir().unwrap();
        let sqlite = Sqlite::open(&directory.path().join("unplug.db")).await.unwrap();
        let refused = sqlx::query("DELETE FROM audit_records").execute(&sqlite.readers).await;
        assert!(refused.is_err());
    }
}
