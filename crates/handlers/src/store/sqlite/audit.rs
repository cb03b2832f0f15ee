//! The audit records of removals.

use sqlx::{Row as _, SqliteConnection, SqlitePool};

use super::{Api, AuditRecord, Result, StoreError, json};
use crate::clock::rfc3339;

/// What a removal leaves behind.
pub(super) struct Entry<'a> {
    pub(super) at: jiff::Timestamp,
    pub(super) api: Api,
    pub(super) actor: &'a str,
    pub(super) subject: &'a str,
    pub(super) snapshot: serde_json::Value,
}

/// Writes a record in the transaction of the removal itself.
pub(super) async fn record(write: &mut SqliteConnection, entry: Entry<'_>) -> Result<()> {
    sqlx::query("INSERT INTO audit_records (at, api, actor, subject, snapshot) VALUES (?, ?, ?, ?, ?)")
        .bind(rfc3339(entry.at))
        .bind(entry.api.as_str())
        .bind(entry.actor)
        .bind(entry.subject)
        .bind(entry.snapshot.to_string())
        .execute(write)
        .await
        .map_err(StoreError::failed("write the audit record"))?;
    Ok(())
}

/// The records of one API, oldest first.
pub(super) async fn records(readers: &SqlitePool, api: Api) -> Result<Vec<AuditRecord>> {
    let failed = "read the audit records";
    let rows =
        sqlx::query("SELECT at, actor, subject, snapshot FROM audit_records WHERE api = ? ORDER BY id")
            .bind(api.as_str())
            .fetch_all(readers)
            .await
            .map_err(StoreError::failed(failed))?;
    rows.iter()
        .map(|row| {
            let subject: String = row.try_get("subject").map_err(StoreError::failed(failed))?;
            let snapshot: String = row.try_get("snapshot").map_err(StoreError::failed(failed))?;
            Ok(AuditRecord {
                at: row.try_get("at").map_err(StoreError::failed(failed))?,
                api,
                actor: row.try_get("actor").map_err(StoreError::failed(failed))?,
                snapshot: json("audit record", &subject, &snapshot)?,
                subject,
            })
        })
        .collect()
}
