-- The three vendors' integrations, who may remove them, and what was removed.
--
-- Credentials are never stored, only their SHA-256 digest. `lookup` is the first
-- eight bytes of that digest: the index narrows by it, the whole digest is then
-- compared in constant time by the program.
-- Times are RFC 3339 in UTC. Lists that are only ever read whole are JSON text.

CREATE TABLE audit_records (
    id       INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    api      TEXT NOT NULL CHECK (api IN ('rocketchat', 'kombo', 'vercel')),
    actor    TEXT NOT NULL,
    subject  TEXT NOT NULL,
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot))
) STRICT;

CREATE INDEX audit_records_by_subject ON audit_records (api, subject);

-- Rocket.Chat -----------------------------------------------------------------

CREATE TABLE rocketchat_users (
    id          TEXT PRIMARY KEY,
    username    TEXT NOT NULL UNIQUE,
    permissions TEXT NOT NULL CHECK (json_valid(permissions))
) STRICT;

CREATE TABLE rocketchat_login_tokens (
    digest  BLOB PRIMARY KEY CHECK (length(digest) = 32),
    user_id TEXT NOT NULL REFERENCES rocketchat_users (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX rocketchat_login_tokens_by_user ON rocketchat_login_tokens (user_id);

-- Neither `user_id` (whom messages are posted as) nor the creator is a foreign key:
-- the vendor keeps an integration when either account is removed.
CREATE TABLE rocketchat_integrations (
    id                  TEXT PRIMARY KEY,
    family              TEXT NOT NULL CHECK (family IN ('webhook-incoming', 'webhook-outgoing')),
    name                TEXT NOT NULL,
    enabled             INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    username            TEXT NOT NULL,
    user_id             TEXT NOT NULL,
    script_enabled      INTEGER NOT NULL CHECK (script_enabled IN (0, 1)),
    script              TEXT,
    channel             TEXT NOT NULL CHECK (json_valid(channel)),
    event               TEXT,
    trigger_words       TEXT CHECK (json_valid(trigger_words)),
    token               TEXT,
    alias               TEXT,
    avatar              TEXT,
    emoji               TEXT,
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL,
    created_by_id       TEXT,
    created_by_username TEXT,
    CHECK ((created_by_id IS NULL) = (created_by_username IS NULL))
) STRICT;

CREATE TABLE rocketchat_integration_urls (
    integration_id TEXT NOT NULL REFERENCES rocketchat_integrations (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    url            TEXT NOT NULL,
    PRIMARY KEY (integration_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX rocketchat_integration_urls_by_url ON rocketchat_integration_urls (url);

CREATE TABLE rocketchat_integration_history (
    id             TEXT PRIMARY KEY,
    integration_id TEXT NOT NULL REFERENCES rocketchat_integrations (id) ON DELETE CASCADE,
    at             TEXT NOT NULL,
    event          TEXT NOT NULL,
    finished       INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT;

CREATE INDEX rocketchat_integration_history_by_integration
    ON rocketchat_integration_history (integration_id);

-- Kombo -----------------------------------------------------------------------

CREATE TABLE kombo_environments (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE kombo_api_keys (
    id             TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES kombo_environments (id) ON DELETE CASCADE,
    lookup         BLOB NOT NULL CHECK (length(lookup) = 8),
    digest         BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    networks       TEXT CHECK (json_valid(networks)),
    rate_limit     INTEGER CHECK (rate_limit > 0)
) STRICT;

CREATE INDEX kombo_api_keys_by_lookup ON kombo_api_keys (lookup);
CREATE INDEX kombo_api_keys_by_environment ON kombo_api_keys (environment_id);

CREATE TABLE kombo_integrations (
    id                 TEXT PRIMARY KEY,
    environment_id     TEXT NOT NULL REFERENCES kombo_environments (id) ON DELETE CASCADE,
    tool               TEXT NOT NULL,
    category           TEXT NOT NULL,
    organization_name  TEXT NOT NULL,
    creator_email      TEXT,
    origin_id          TEXT
) STRICT;

CREATE INDEX kombo_integrations_by_environment ON kombo_integrations (environment_id);

-- Webhook events that a removal causes, written with it so that none is lost.
CREATE TABLE kombo_webhook_events (
    id             INTEGER PRIMARY KEY,
    environment_id TEXT NOT NULL,
    kind           TEXT NOT NULL,
    payload        TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;

-- Vercel ----------------------------------------------------------------------

CREATE TABLE vercel_accounts (
    id       TEXT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE vercel_teams (
    id   TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE
) STRICT;

-- `own_access` is what the token may do on the account it belongs to;
-- null means that it may only act for teams.
CREATE TABLE vercel_tokens (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES vercel_accounts (id) ON DELETE CASCADE,
    own_access TEXT CHECK (own_access IN ('read', 'delete')),
    lookup     BLOB NOT NULL CHECK (length(lookup) = 8),
    digest     BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
) STRICT;

CREATE INDEX vercel_tokens_by_lookup ON vercel_tokens (lookup);
CREATE INDEX vercel_tokens_by_account ON vercel_tokens (account_id);

CREATE TABLE vercel_token_teams (
    token_id TEXT NOT NULL REFERENCES vercel_tokens (id) ON DELETE CASCADE,
    team_id  TEXT NOT NULL REFERENCES vercel_teams (id) ON DELETE CASCADE,
    access   TEXT NOT NULL CHECK (access IN ('read', 'delete')),
    PRIMARY KEY (token_id, team_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX vercel_token_teams_by_team ON vercel_token_teams (team_id);

-- An uninstalled configuration is one whose record the vendor still keeps.
CREATE TABLE vercel_configurations (
    id             TEXT PRIMARY KEY,
    account_id     TEXT REFERENCES vercel_accounts (id) ON DELETE CASCADE,
    team_id        TEXT REFERENCES vercel_teams (id) ON DELETE CASCADE,
    integration    TEXT NOT NULL,
    uninstalled_at TEXT,
    CHECK ((account_id IS NULL) <> (team_id IS NULL))
) STRICT;

CREATE INDEX vercel_configurations_by_account ON vercel_configurations (account_id);
CREATE INDEX vercel_configurations_by_team ON vercel_configurations (team_id);

CREATE TABLE vercel_webhooks (
    id               TEXT PRIMARY KEY,
    configuration_id TEXT NOT NULL REFERENCES vercel_configurations (id) ON DELETE CASCADE,
    url              TEXT NOT NULL,
    events           TEXT NOT NULL CHECK (json_valid(events))
) STRICT;

CREATE INDEX vercel_webhooks_by_configuration ON vercel_webhooks (configuration_id);

CREATE TABLE vercel_log_drains (
    id               TEXT PRIMARY KEY,
    configuration_id TEXT NOT NULL REFERENCES vercel_configurations (id) ON DELETE CASCADE,
    name             TEXT NOT NULL,
    url              TEXT NOT NULL
) STRICT;

CREATE INDEX vercel_log_drains_by_configuration ON vercel_log_drains (configuration_id);

-- Only that the variable exists matters to a removal, so its value is not kept.
CREATE TABLE vercel_project_env_variables (
    id               TEXT PRIMARY KEY,
    configuration_id TEXT NOT NULL REFERENCES vercel_configurations (id) ON DELETE CASCADE,
    project_id       TEXT NOT NULL,
    name             TEXT NOT NULL,
    target           TEXT NOT NULL CHECK (json_valid(target))
) STRICT;

CREATE INDEX vercel_project_env_variables_by_configuration
    ON vercel_project_env_variables (configuration_id);
