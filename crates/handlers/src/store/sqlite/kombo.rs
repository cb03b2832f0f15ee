//! Kombo in `SQLite`.

use ipnet::IpNet;
use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection, SqlitePool};

use super::audit::{self, Entry};
use super::{Api, Result, StoreError};
use crate::clock::rfc3339;
use crate::credential::CredentialDigest;
use crate::store::kombo::{ApiKey, EndUser, Integration, Removal, Removed, WebhookEvent};

const READ_KEY: &str = "read a Kombo API key";
const DELETE: &str = "delete a Kombo integration";
const READ_EVENTS: &str = "read the Kombo webhook events";

/// The API key with this digest.
pub(super) async fn api_key(readers: &SqlitePool, key: &CredentialDigest) -> Result<Option<ApiKey>> {
    let rows = sqlx::query(
        "SELECT id, environment_id, digest, networks, rate_limit
         FROM kombo_api_keys WHERE lookup = ?",
    )
    .bind(key.lookup())
    .fetch_all(readers)
    .await
    .map_err(StoreError::failed(READ_KEY))?;
    for row in &rows {
        let digest: Vec<u8> = row.try_get("digest").map_err(StoreError::failed(READ_KEY))?;
        if key.matches(&digest) {
            return Ok(Some(stored_key(row)?));
        }
    }
    Ok(None)
}

fn stored_key(row: &SqliteRow) -> Result<ApiKey> {
    let failed = StoreError::failed::<sqlx::Error>;
    let id: String = row.try_get("id").map_err(failed(READ_KEY))?;
    let networks: Option<String> = row.try_get("networks").map_err(failed(READ_KEY))?;
    Ok(ApiKey {
        environment_id: row.try_get("environment_id").map_err(failed(READ_KEY))?,
        networks: networks.map(|text| super::json::<Vec<IpNet>>("Kombo API key", &id, &text)).transpose()?,
        rate_limit: row.try_get("rate_limit").map_err(failed(READ_KEY))?,
        id,
    })
}

/// Deletes an integration and queues its event.
pub(super) async fn remove(write: &mut SqliteConnection, removal: Removal<'_>) -> Result<Removed> {
    let row = sqlx::query(
        "DELETE FROM kombo_integrations WHERE id = ? AND environment_id = ?
         RETURNING tool, category, organization_name, creator_email, origin_id",
    )
    .bind(removal.integration_id)
    .bind(&removal.key.environment_id)
    .fetch_optional(&mut *write)
    .await
    .map_err(StoreError::failed(DELETE))?;
    let Some(row) = row else {
        return Ok(Removed::NotFound);
    };
    let failed = StoreError::failed::<sqlx::Error>;
    let integration = Integration {
        id: removal.integration_id.to_owned(),
        tool: row.try_get("tool").map_err(failed(DELETE))?,
        category: row.try_get("category").map_err(failed(DELETE))?,
        end_user: EndUser {
            organization_name: row.try_get("organization_name").map_err(failed(DELETE))?,
            creator_email: row.try_get("creator_email").map_err(failed(DELETE))?,
            origin_id: row.try_get("origin_id").map_err(failed(DELETE))?,
        },
    };
    queue_event(write, &removal, &integration).await?;
    audit::record(
        write,
        Entry {
            at: removal.at,
            api: Api::Kombo,
            actor: &removal.key.id,
            subject: &integration.id,
            snapshot: json!({
                "environment": removal.key.environment_id,
                "tool": integration.tool,
                "category": integration.category,
                "end_user": integration.end_user,
            }),
        },
    )
    .await?;
    Ok(Removed::Done(integration))
}

/// Queues the event that Kombo sends after a deletion, in Kombo's words.
async fn queue_event(
    write: &mut SqliteConnection,
    removal: &Removal<'_>,
    integration: &Integration,
) -> Result<()> {
    const KIND: &str = "integration-deleted";
    let payload = json!({
        "type": KIND,
        "data": {
            "id": integration.id,
            "tool": integration.tool,
            "category": integration.category,
            "end_user": integration.end_user,
            "deleted_at": rfc3339(removal.at),
        },
    });
    sqlx::query("INSERT INTO kombo_webhook_events (environment_id, kind, payload) VALUES (?, ?, ?)")
        .bind(&removal.key.environment_id)
        .bind(KIND)
        .bind(payload.to_string())
        .execute(write)
        .await
        .map_err(StoreError::failed("queue a Kombo webhook event"))?;
    Ok(())
}

/// The queued events of an environment, oldest first.
pub(super) async fn webhook_events(readers: &SqlitePool, environment_id: &str) -> Result<Vec<WebhookEvent>> {
    let failed = StoreError::failed::<sqlx::Error>;
    let rows = sqlx::query(
        "SELECT id, kind, payload FROM kombo_webhook_events
         WHERE environment_id = ? ORDER BY id",
    )
    .bind(environment_id)
    .fetch_all(readers)
    .await
    .map_err(failed(READ_EVENTS))?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get("id").map_err(failed(READ_EVENTS))?;
            let payload: String = row.try_get("payload").map_err(failed(READ_EVENTS))?;
            Ok(WebhookEvent {
                environment_id: environment_id.to_owned(),
                kind: row.try_get("kind").map_err(failed(READ_EVENTS))?,
                payload: super::json("Kombo webhook event", &id.to_string(), &payload)?,
            })
        })
        .collect()
}
