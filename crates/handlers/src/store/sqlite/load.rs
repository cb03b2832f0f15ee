//! Writes a seed.
//!
//! What holds other things (users, environments, accounts, teams) is updated in
//! place, so that what it already holds stays; credentials and everything that can
//! be removed are replaced.

use serde_json::Value;
use sqlx::SqliteConnection;

use super::{Result, StoreError, json_text};
use crate::credential::CredentialDigest;
use crate::store::kombo::Integration as KomboIntegration;
use crate::store::rocketchat::Integration as RocketchatIntegration;
use crate::store::seed::{
    KomboApiKey, RocketchatHistory, RocketchatUser, Seed, VercelAccount, VercelConfiguration, VercelTeam,
    VercelToken, network,
};
use crate::store::vercel::{Access, Owner};

const LOAD: &str = "load the seed";

/// Runs one statement of the seed.
macro_rules! run {
    ($write:expr, $sql:literal $(, $value:expr)* $(,)?) => {
        sqlx::query($sql)
            $(.bind($value))*
            .execute(&mut *$write)
            .await
            .map_err(StoreError::failed(LOAD))?
    };
}

/// Writes all of a seed.
pub(super) async fn seed(write: &mut SqliteConnection, seed: &Seed) -> Result<()> {
    for user in &seed.rocketchat.users {
        rocketchat_user(write, user).await?;
    }
    for integration in &seed.rocketchat.integrations {
        rocketchat_integration(write, integration).await?;
    }
    for entry in &seed.rocketchat.history {
        rocketchat_history(write, entry).await?;
    }
    for environment in &seed.kombo.environments {
        run!(
            write,
            "INSERT INTO kombo_environments (id, name) VALUES (?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            &environment.id,
            &environment.name,
        );
        for key in &environment.api_keys {
            kombo_api_key(write, &environment.id, key).await?;
        }
        for integration in &environment.integrations {
            kombo_integration(write, &environment.id, integration).await?;
        }
    }
    // Teams first: tokens refer to them.
    for team in &seed.vercel.teams {
        vercel_team(write, team).await?;
    }
    for account in &seed.vercel.accounts {
        vercel_account(write, account).await?;
    }
    Ok(())
}

async fn rocketchat_user(write: &mut SqliteConnection, user: &RocketchatUser) -> Result<()> {
    run!(
        write,
        "INSERT INTO rocketchat_users (id, username, permissions) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE
         SET username = excluded.username, permissions = excluded.permissions",
        &user.id,
        &user.username,
        json_text(&user.permissions)?,
    );
    run!(write, "DELETE FROM rocketchat_login_tokens WHERE user_id = ?", &user.id);
    for token in &user.tokens {
        run!(
            write,
            "INSERT INTO rocketchat_login_tokens (digest, user_id) VALUES (?, ?)",
            CredentialDigest::of(token.expose()).as_bytes().as_slice(),
            &user.id,
        );
    }
    Ok(())
}

async fn rocketchat_integration(
    write: &mut SqliteConnection,
    integration: &RocketchatIntegration,
) -> Result<()> {
    run!(write, "DELETE FROM rocketchat_integrations WHERE id = ?", &integration.id);
    run!(
        write,
        "INSERT INTO rocketchat_integrations
             (id, family, name, enabled, username, user_id, script_enabled, script, channel, event,
              trigger_words, token, alias, avatar, emoji, created_at, updated_at,
              created_by_id, created_by_username)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &integration.id,
        integration.family.as_str(),
        &integration.name,
        integration.enabled,
        &integration.username,
        &integration.user_id,
        integration.script_enabled,
        &integration.script,
        json_text(&integration.channel)?,
        &integration.event,
        integration.trigger_words.as_ref().map(json_text).transpose()?,
        integration.token.as_ref().map(|token| token.expose().to_owned()),
        &integration.alias,
        &integration.avatar,
        &integration.emoji,
        &integration.created_at,
        &integration.updated_at,
        integration.created_by.as_ref().map(|creator| &creator.id),
        integration.created_by.as_ref().map(|creator| &creator.username),
    );
    for (position, url) in (0_i64..).zip(integration.urls.iter().flatten()) {
        run!(
            write,
            "INSERT INTO rocketchat_integration_urls (integration_id, position, url)
             VALUES (?, ?, ?)",
            &integration.id,
            position,
            url,
        );
    }
    Ok(())
}

async fn rocketchat_history(write: &mut SqliteConnection, entry: &RocketchatHistory) -> Result<()> {
    run!(
        write,
        "INSERT INTO rocketchat_integration_history (id, integration_id, at, event, finished)
         VALUES (?, ?, ?, ?, ?)",
        &entry.id,
        &entry.integration,
        &entry.at,
        &entry.event,
        entry.finished,
    );
    Ok(())
}

async fn kombo_api_key(write: &mut SqliteConnection, environment_id: &str, key: &KomboApiKey) -> Result<()> {
    let digest = CredentialDigest::of(key.key.expose());
    let networks: Option<Value> = key.networks.as_ref().map(|networks| {
        networks
            .iter()
            .filter_map(|text| network(text))
            .map(|network| Value::String(network.to_string()))
            .collect()
    });
    run!(write, "DELETE FROM kombo_api_keys WHERE id = ?", &key.id);
    run!(
        write,
        "INSERT INTO kombo_api_keys (id, environment_id, lookup, digest, networks, rate_limit)
         VALUES (?, ?, ?, ?, ?, ?)",
        &key.id,
        environment_id,
        digest.lookup(),
        digest.as_bytes().as_slice(),
        networks.map(|networks| networks.to_string()),
        key.rate_limit,
    );
    Ok(())
}

async fn kombo_integration(
    write: &mut SqliteConnection,
    environment_id: &str,
    integration: &KomboIntegration,
) -> Result<()> {
    run!(write, "DELETE FROM kombo_integrations WHERE id = ?", &integration.id);
    run!(
        write,
        "INSERT INTO kombo_integrations
             (id, environment_id, tool, category, organization_name, creator_email, origin_id)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        &integration.id,
        environment_id,
        &integration.tool,
        &integration.category,
        &integration.end_user.organization_name,
        &integration.end_user.creator_email,
        &integration.end_user.origin_id,
    );
    Ok(())
}

async fn vercel_team(write: &mut SqliteConnection, team: &VercelTeam) -> Result<()> {
    run!(
        write,
        "INSERT INTO vercel_teams (id, slug) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET slug = excluded.slug",
        &team.id,
        &team.slug,
    );
    let owner = Owner::Team(team.id.clone());
    for configuration in &team.configurations {
        vercel_configuration(write, &owner, configuration).await?;
    }
    Ok(())
}

async fn vercel_account(write: &mut SqliteConnection, account: &VercelAccount) -> Result<()> {
    run!(
        write,
        "INSERT INTO vercel_accounts (id, username) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET username = excluded.username",
        &account.id,
        &account.username,
    );
    for token in &account.tokens {
        vercel_token(write, &account.id, token).await?;
    }
    let owner = Owner::Account(account.id.clone());
    for configuration in &account.configurations {
        vercel_configuration(write, &owner, configuration).await?;
    }
    Ok(())
}

async fn vercel_token(write: &mut SqliteConnection, account_id: &str, token: &VercelToken) -> Result<()> {
    let digest = CredentialDigest::of(token.token.expose());
    run!(write, "DELETE FROM vercel_tokens WHERE id = ?", &token.id);
    run!(
        write,
        "INSERT INTO vercel_tokens (id, account_id, own_access, lookup, digest)
         VALUES (?, ?, ?, ?, ?)",
        &token.id,
        account_id,
        token.own_access.map(Access::as_str),
        digest.lookup(),
        digest.as_bytes().as_slice(),
    );
    for team in &token.teams {
        run!(
            write,
            "INSERT INTO vercel_token_teams (token_id, team_id, access) VALUES (?, ?, ?)",
            &token.id,
            &team.team,
            team.access.as_str(),
        );
    }
    Ok(())
}

async fn vercel_configuration(
    write: &mut SqliteConnection,
    owner: &Owner,
    configuration: &VercelConfiguration,
) -> Result<()> {
    let id = &configuration.id;
    let (account_id, team_id) = owner.ids();
    run!(write, "DELETE FROM vercel_configurations WHERE id = ?", id);
    run!(
        write,
        "INSERT INTO vercel_configurations (id, account_id, team_id, integration, uninstalled_at)
         VALUES (?, ?, ?, ?, ?)",
        id,
        account_id,
        team_id,
        &configuration.integration,
        &configuration.uninstalled_at,
    );
    for webhook in &configuration.webhooks {
        run!(
            write,
            "INSERT INTO vercel_webhooks (id, configuration_id, url, events) VALUES (?, ?, ?, ?)",
            &webhook.id,
            id,
            &webhook.url,
            json_text(&webhook.events)?,
        );
    }
    for drain in &configuration.log_drains {
        run!(
            write,
            "INSERT INTO vercel_log_drains (id, configuration_id, name, url) VALUES (?, ?, ?, ?)",
            &drain.id,
            id,
            &drain.name,
            &drain.url,
        );
    }
    for variable in &configuration.project_env_variables {
        run!(
            write,
            "INSERT INTO vercel_project_env_variables
                 (id, configuration_id, project_id, name, target)
             VALUES (?, ?, ?, ?, ?)",
            &variable.id,
            id,
            &variable.project_id,
            &variable.name,
            json_text(&variable.target)?,
        );
    }
    Ok(())
}
