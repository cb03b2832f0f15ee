//! Rocket.Chat in `SQLite`.

use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection, SqlitePool};

use super::audit::{self, Entry};
use super::{Api, Result, StoreError};
use crate::Secret;
use crate::credential::CredentialDigest;
use crate::store::rocketchat::{Authority, Creator, Family, Integration, Removal, Removed, Selector, User};

const READ_USER: &str = "read a Rocket.Chat user";
const READ_INTEGRATION: &str = "read a Rocket.Chat integration";
const REMOVE: &str = "remove a Rocket.Chat integration";

/// The user with this id, if one of the user's tokens has this digest.
pub(super) async fn user(
    readers: &SqlitePool,
    user_id: &str,
    token: &CredentialDigest,
) -> Result<Option<User>> {
    let rows = sqlx::query(
        "SELECT username, permissions, digest
         FROM rocketchat_users JOIN rocketchat_login_tokens ON user_id = id
         WHERE id = ?",
    )
    .bind(user_id)
    .fetch_all(readers)
    .await
    .map_err(StoreError::failed(READ_USER))?;
    for row in &rows {
        let digest: Vec<u8> = row.try_get("digest").map_err(StoreError::failed(READ_USER))?;
        if token.matches(&digest) {
            let permissions: String = row.try_get("permissions").map_err(StoreError::failed(READ_USER))?;
            return Ok(Some(User {
                id: user_id.to_owned(),
                username: row.try_get("username").map_err(StoreError::failed(READ_USER))?,
                permissions: super::json("Rocket.Chat user", user_id, &permissions)?,
            }));
        }
    }
    Ok(None)
}

/// Removes an integration, its addresses and its history.
pub(super) async fn remove(write: &mut SqliteConnection, removal: Removal<'_>) -> Result<Removed> {
    let Some(integration) = find(write, removal.selector, removal.family).await? else {
        return Ok(Removed::NotFound);
    };
    match removal.authority {
        Authority::Any => {}
        Authority::CreatedBy(user_id) => {
            let creator = integration.created_by.as_ref().map(|creator| &creator.id);
            if creator != Some(user_id) {
                return Ok(Removed::NotOwn);
            }
        }
        Authority::Nothing => return Ok(Removed::NotAuthorized),
    }
    let history: i64 =
        sqlx::query_scalar("SELECT count(*) FROM rocketchat_integration_history WHERE integration_id = ?")
            .bind(&integration.id)
            .fetch_one(&mut *write)
            .await
            .map_err(StoreError::failed(REMOVE))?;
    let removed = sqlx::query("DELETE FROM rocketchat_integrations WHERE id = ? AND family = ?")
        .bind(&integration.id)
        .bind(removal.family.as_str())
        .execute(&mut *write)
        .await
        .map_err(StoreError::failed(REMOVE))?
        .rows_affected();
    if removed != 1 {
        return Ok(Removed::NotFound);
    }
    audit::record(
        write,
        Entry {
            at: removal.at,
            api: Api::Rocketchat,
            actor: removal.actor,
            subject: &integration.id,
            snapshot: snapshot(&integration, history),
        },
    )
    .await?;
    Ok(Removed::Done(Box::new(integration)))
}

/// What the audit keeps. Not the token; nor the script and the addresses, which
/// carry credentials more often than not.
fn snapshot(integration: &Integration, history: i64) -> serde_json::Value {
    json!({
        "type": integration.family,
        "name": integration.name,
        "enabled": integration.enabled,
        "username": integration.username,
        "channel": integration.channel,
        "_createdAt": integration.created_at,
        "_createdBy": integration.created_by,
        "history_entries_removed": history,
    })
}

/// The integration that a selector points at within a family.
async fn find(
    write: &mut SqliteConnection,
    selector: &Selector,
    family: Family,
) -> Result<Option<Integration>> {
    let query = match selector {
        Selector::Id(id) => sqlx::query("SELECT * FROM rocketchat_integrations WHERE family = ? AND id = ?")
            .bind(family.as_str())
            .bind(id),
        Selector::TargetUrl(url) => sqlx::query(
            "SELECT * FROM rocketchat_integrations
             WHERE family = ? AND id IN
                 (SELECT integration_id FROM rocketchat_integration_urls WHERE url = ?)
             ORDER BY created_at, id LIMIT 1",
        )
        .bind(family.as_str())
        .bind(url),
    };
    let Some(row) = query.fetch_optional(&mut *write).await.map_err(StoreError::failed(READ_INTEGRATION))?
    else {
        return Ok(None);
    };
    let mut integration = integration(&row, family)?;
    if family == Family::Outgoing {
        let urls = sqlx::query_scalar(
            "SELECT url FROM rocketchat_integration_urls
             WHERE integration_id = ? ORDER BY position",
        )
        .bind(&integration.id)
        .fetch_all(write)
        .await
        .map_err(StoreError::failed(READ_INTEGRATION))?;
        integration.urls = Some(urls);
    }
    Ok(Some(integration))
}

/// A row of the integrations table, without the addresses.
fn integration(row: &SqliteRow, family: Family) -> Result<Integration> {
    let id: String = column(row, "id")?;
    let channel: String = column(row, "channel")?;
    let trigger_words: Option<String> = column(row, "trigger_words")?;
    let created_by_id: Option<String> = column(row, "created_by_id")?;
    let created_by_username: Option<String> = column(row, "created_by_username")?;
    Ok(Integration {
        family,
        name: column(row, "name")?,
        enabled: column(row, "enabled")?,
        username: column(row, "username")?,
        user_id: column(row, "user_id")?,
        script_enabled: column(row, "script_enabled")?,
        script: column(row, "script")?,
        channel: super::json("Rocket.Chat integration", &id, &channel)?,
        urls: None,
        event: column(row, "event")?,
        trigger_words: trigger_words
            .map(|words| super::json("Rocket.Chat integration", &id, &words))
            .transpose()?,
        token: column::<Option<String>>(row, "token")?.map(Secret::from),
        alias: column(row, "alias")?,
        avatar: column(row, "avatar")?,
        emoji: column(row, "emoji")?,
        created_at: column(row, "created_at")?,
        updated_at: column(row, "updated_at")?,
        created_by: created_by_id.zip(created_by_username).map(|(id, username)| Creator { id, username }),
        id,
    })
}

fn column<'r, T>(row: &'r SqliteRow, name: &str) -> Result<T>
where
    T: sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
{
    row.try_get(name).map_err(StoreError::failed(READ_INTEGRATION))
}
