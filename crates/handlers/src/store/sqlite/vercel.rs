//! Vercel in `SQLite`.

use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection, SqlitePool};

use super::audit::{self, Entry};
use super::{Api, Result, StoreError};
use crate::credential::CredentialDigest;
use crate::store::vercel::{Access, Removal, Removed, Resources, Team, Token};

const READ_TOKEN: &str = "read a Vercel token";
const DELETE: &str = "delete a Vercel configuration";

/// The token with this digest.
pub(super) async fn token(readers: &SqlitePool, token: &CredentialDigest) -> Result<Option<Token>> {
    let rows = sqlx::query("SELECT id, account_id, own_access, digest FROM vercel_tokens WHERE lookup = ?")
        .bind(token.lookup())
        .fetch_all(readers)
        .await
        .map_err(StoreError::failed(READ_TOKEN))?;
    for row in &rows {
        let digest: Vec<u8> = text(row, "digest")?;
        if token.matches(&digest) {
            let id: String = text(row, "id")?;
            return Ok(Some(Token {
                account_id: text(row, "account_id")?,
                own_access: text::<Option<String>>(row, "own_access")?
                    .map(|word| access(&id, &word))
                    .transpose()?,
                teams: teams(readers, &id).await?,
                id,
            }));
        }
    }
    Ok(None)
}

/// The teams that a token may act for.
async fn teams(readers: &SqlitePool, token_id: &str) -> Result<Vec<Team>> {
    let rows = sqlx::query(
        "SELECT id, slug, access FROM vercel_token_teams JOIN vercel_teams ON team_id = id
         WHERE token_id = ? ORDER BY id",
    )
    .bind(token_id)
    .fetch_all(readers)
    .await
    .map_err(StoreError::failed(READ_TOKEN))?;
    rows.iter()
        .map(|row| {
            Ok(Team {
                id: text(row, "id")?,
                slug: text(row, "slug")?,
                access: access(token_id, &text::<String>(row, "access")?)?,
            })
        })
        .collect()
}

fn access(token_id: &str, word: &str) -> Result<Access> {
    Access::named(word)
        .ok_or_else(|| format!("`{word}` is no access"))
        .map_err(StoreError::unreadable("Vercel token", token_id))
}

fn text<'r, T>(row: &'r SqliteRow, name: &str) -> Result<T>
where
    T: sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
{
    row.try_get(name).map_err(StoreError::failed(READ_TOKEN))
}

/// Deletes a configuration with all its resources.
pub(super) async fn remove(write: &mut SqliteConnection, removal: Removal<'_>) -> Result<Removed> {
    let (account_id, team_id) = removal.owner.ids();
    let failed = StoreError::failed::<sqlx::Error>;
    let row = sqlx::query(
        "SELECT integration, uninstalled_at,
             (SELECT count(*) FROM vercel_webhooks WHERE configuration_id = c.id) AS webhooks,
             (SELECT count(*) FROM vercel_log_drains WHERE configuration_id = c.id) AS log_drains,
             (SELECT count(*) FROM vercel_project_env_variables WHERE configuration_id = c.id)
                 AS project_env_variables
         FROM vercel_configurations AS c
         WHERE id = ? AND account_id IS ? AND team_id IS ?",
    )
    .bind(removal.configuration_id)
    .bind(account_id)
    .bind(team_id)
    .fetch_optional(&mut *write)
    .await
    .map_err(failed(DELETE))?;
    let Some(row) = row else {
        return Ok(Removed::NotFound);
    };
    let uninstalled_at: Option<String> = row.try_get("uninstalled_at").map_err(failed(DELETE))?;
    if uninstalled_at.is_some() {
        return Ok(Removed::Uninstalled);
    }
    let integration: String = row.try_get("integration").map_err(failed(DELETE))?;
    let resources = Resources {
        webhooks: count(&row, "webhooks")?,
        log_drains: count(&row, "log_drains")?,
        project_env_variables: count(&row, "project_env_variables")?,
    };
    let removed = sqlx::query("DELETE FROM vercel_configurations WHERE id = ?")
        .bind(removal.configuration_id)
        .execute(&mut *write)
        .await
        .map_err(failed(DELETE))?
        .rows_affected();
    if removed != 1 {
        return Ok(Removed::NotFound);
    }
    audit::record(
        write,
        Entry {
            at: removal.at,
            api: Api::Vercel,
            actor: &removal.token.account_id,
            subject: removal.configuration_id,
            snapshot: json!({
                "account": account_id,
                "team": team_id,
                "token": removal.token.id,
                "integration": integration,
                "resources_removed": resources,
            }),
        },
    )
    .await?;
    Ok(Removed::Done(resources))
}

fn count(row: &SqliteRow, name: &str) -> Result<u64> {
    let count: i64 = row.try_get(name).map_err(StoreError::failed(DELETE))?;
    u64::try_from(count).map_err(StoreError::failed(DELETE))
}
