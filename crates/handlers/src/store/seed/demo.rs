//! The demo data set: fixed ids and credentials, many of them the vendors' own
//! documentation examples.
//!
//! These credentials are public. The set is for a laptop and for tests, not for a
//! server that others reach.

use super::{
    Kombo, KomboApiKey, KomboEnvironment, Rocketchat, RocketchatHistory, RocketchatUser, Seed, Vercel,
    VercelAccount, VercelConfiguration, VercelLogDrain, VercelProjectEnvVariable, VercelTeam, VercelToken,
    VercelTokenTeam, VercelWebhook,
};
use crate::Secret;
use crate::store::kombo::{EndUser, Integration as KomboIntegration};
use crate::store::rocketchat::{Creator, Family, Integration, Permission};
use crate::store::vercel::Access;

/// A complete seed: every field of every kind occurs. It is the demo data set.
#[must_use]
pub fn example() -> Seed {
    demo()
}

/// The demo data set that `unplug serve --demo` loads.
///
/// Rocket.Chat (`X-User-Id`, `X-Auth-Token`):
///
/// | user | token | may remove |
/// |---|---|---|
/// | `aobEdbYhXfu5hkeqG` | `9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq` | everything |
/// | `R4jgcQaQhvvK6K3iY` | `demo-own-wXk2vTq8sLr5nYb3cHd6fJg9mPz4aEu7` | what they created |
/// | `nPqE5xVb2LwZ8sTfD` | `demo-none-Ux7Qm3Zk9Rw2Tj5Lb8Vn4Hc6Ys1Gd0Fp` | nothing (403) |
///
/// Integrations: `oNLthAt9RwMw39N2B` and `oQ7dWm4XcVb9KtR2s` (outgoing, created by
/// `R4jgcQaQhvvK6K3iY`), `iJ5sTn8FhGz3PwL6v` (incoming, creator unknown).
///
/// Kombo (bearer key):
///
/// | key | environment | from |
/// |---|---|---|
/// | `demo-kombo-production-4mQz8XcV2bNk6LwT` | `my-prod` | anywhere |
/// | `demo-kombo-elsewhere-7rTy3UiO9pAs5DfG` | `my-prod` | `192.0.2.0/24`, `2001:db8::/32` |
/// | `demo-kombo-development-1hJk5LzX8cVb2NmQ` | `my-dev` | anywhere |
///
/// Integrations: `workday:HWUTwvyx2wLoSUHphiWVrp28` and
/// `greenhouse:4tKpRZs8Qm1vXeB7YdNcJ3Lw` in `my-prod`,
/// `personio:CBNMt7dSNCzBdnRTx87dev4E` in `my-dev`.
///
/// Vercel (bearer token), account `ZspSRT4ljIEEmMHgoDwKWDei`:
///
/// | token | own account | team `team_1a2b3c4d5e6f7g8h9i0j1k2l` (`my-team-url-slug`) |
/// |---|---|---|
/// | `demo-vercel-full-8KqW3eRt6YuI` | delete | delete |
/// | `demo-vercel-read-2ZxC5vBn9MaS` | read | read |
/// | `demo-vercel-own-4DfG7hJk1LpO` | delete | - |
///
/// Configurations: `icfg_3bwCLgxL8qt5kjRLcv2Dit7F` of the account,
/// `icfg_9yTgHvB2nMzXcQwErUiOpAsD` of the account and uninstalled (410),
/// `icfg_cuwj0AdCdH3BwWT4LPijCC7t` of the team, and `icfg_6hJkL4zXcVbN8mQwErTyUiOp` of
/// `team_9z8y7x6w5v4u3t2s1r0q9p8o` (`another-team`), for which no token may act.
#[must_use]
pub fn demo() -> Seed {
    Seed { rocketchat: rocketchat(), kombo: kombo(), vercel: vercel() }
}

fn rocketchat() -> Rocketchat {
    Rocketchat {
        users: rocketchat_users(),
        integrations: rocketchat_integrations(),
        history: ["hZ3hKc4FvJm2QyN9a", "hB7tRw5GxLd8PzS4e"]
            .into_iter()
            .map(|id| RocketchatHistory {
                id: id.to_owned(),
                integration: rocketchat::OUTGOING.to_owned(),
                at: "2017-01-07T09:30:00.000Z".to_owned(),
                event: "sendMessage".to_owned(),
                finished: true,
            })
            .collect(),
    }
}

fn rocketchat_users() -> Vec<RocketchatUser> {
    let user = |id: &str, username: &str, permissions: &[Permission], token: &str| RocketchatUser {
        id: id.to_owned(),
        username: username.to_owned(),
        permissions: permissions.to_vec(),
        tokens: vec![Secret::from(token.to_owned())],
    };
    vec![
        user(
            rocketchat::ADMIN.0,
            "demo.admin",
            &[Permission::ManageIncoming, Permission::ManageOutgoing],
            rocketchat::ADMIN.1,
        ),
        user(
            rocketchat::OWNER.0,
            "graywolf336",
            &[Permission::ManageOwnIncoming, Permission::ManageOwnOutgoing],
            rocketchat::OWNER.1,
        ),
        user(rocketchat::NOBODY.0, "demo.nobody", &[], rocketchat::NOBODY.1),
    ]
}

fn rocketchat_integrations() -> Vec<Integration> {
    let outgoing = Integration {
        id: rocketchat::OUTGOING.to_owned(),
        family: Family::Outgoing,
        name: "Testing via REST API".to_owned(),
        enabled: false,
        username: "rocket.cat".to_owned(),
        user_id: "rocket.cat".to_owned(),
        script_enabled: false,
        script: None,
        channel: vec![],
        urls: Some(vec!["http://text2gif.guggy.com/guggify".to_owned()]),
        event: None,
        trigger_words: None,
        token: None,
        alias: None,
        avatar: None,
        emoji: None,
        created_at: "2017-01-06T13:42:14.143Z".to_owned(),
        updated_at: "2017-01-06T13:42:14.144Z".to_owned(),
        created_by: Some(Creator { id: rocketchat::OWNER.0.to_owned(), username: "graywolf336".to_owned() }),
    };
    let complete = Integration {
        id: rocketchat::COMPLETE.to_owned(),
        name: "Build announcements".to_owned(),
        enabled: true,
        script_enabled: true,
        script: Some("class Script { prepare_outgoing_request({ request }) { return request; } }".to_owned()),
        channel: vec!["#builds".to_owned(), "#general".to_owned()],
        urls: Some(vec![
            "https://builds.example.com/hook".to_owned(),
            "https://mirror.example.com/hook".to_owned(),
        ]),
        event: Some("sendMessage".to_owned()),
        trigger_words: Some(vec!["!build".to_owned()]),
        token: Some(Secret::from("demo-webhook-Yb3Lk8Wq5Zt2".to_owned())),
        alias: Some("Builds".to_owned()),
        avatar: Some("https://builds.example.com/avatar.png".to_owned()),
        emoji: Some(":rocket:".to_owned()),
        ..outgoing.clone()
    };
    let incoming = Integration {
        id: rocketchat::INCOMING.to_owned(),
        family: Family::Incoming,
        name: "Alerts".to_owned(),
        enabled: true,
        channel: vec!["#alerts".to_owned()],
        urls: None,
        token: Some(Secret::from("demo-webhook-Hc6Ys1Gd0Fp9".to_owned())),
        created_by: None,
        ..outgoing.clone()
    };
    vec![outgoing, complete, incoming]
}

fn kombo() -> Kombo {
    let integration = |id: &str, tool: &str, category: &str| KomboIntegration {
        id: id.to_owned(),
        tool: tool.to_owned(),
        category: category.to_owned(),
        end_user: EndUser {
            organization_name: "Acme, Inc.".to_owned(),
            creator_email: Some("ada@acme.example".to_owned()),
            origin_id: Some("36123".to_owned()),
        },
    };
    Kombo {
        environments: vec![
            KomboEnvironment {
                id: "my-prod".to_owned(),
                name: "Production".to_owned(),
                api_keys: vec![
                    KomboApiKey {
                        id: "demo-production".to_owned(),
                        key: Secret::from(kombo::KEY.to_owned()),
                        networks: None,
                        rate_limit: None,
                    },
                    KomboApiKey {
                        id: "demo-elsewhere".to_owned(),
                        key: Secret::from(kombo::BOUND_KEY.to_owned()),
                        networks: Some(vec!["192.0.2.0/24".to_owned(), "2001:db8::/32".to_owned()]),
                        rate_limit: Some(60),
                    },
                ],
                integrations: vec![
                    integration(kombo::WORKDAY, "workday", "HRIS"),
                    integration(kombo::GREENHOUSE, "greenhouse", "ATS"),
                ],
            },
            KomboEnvironment {
                id: "my-dev".to_owned(),
                name: "Development".to_owned(),
                api_keys: vec![KomboApiKey {
                    id: "demo-development".to_owned(),
                    key: Secret::from(kombo::DEVELOPMENT_KEY.to_owned()),
                    networks: None,
                    rate_limit: None,
                }],
                integrations: vec![integration(kombo::PERSONIO, "personio", "HRIS")],
            },
        ],
    }
}

fn vercel() -> Vercel {
    let token = |id: &str, token: &str, own_access, teams: &[Access]| VercelToken {
        id: id.to_owned(),
        token: Secret::from(token.to_owned()),
        own_access,
        teams: teams
            .iter()
            .map(|access| VercelTokenTeam { team: vercel::TEAM.to_owned(), access: *access })
            .collect(),
    };
    Vercel {
        accounts: vec![VercelAccount {
            id: "ZspSRT4ljIEEmMHgoDwKWDei".to_owned(),
            username: "demo".to_owned(),
            tokens: vec![
                token("demo-full", vercel::FULL, Some(Access::Delete), &[Access::Delete]),
                token("demo-read-only", vercel::READ_ONLY, Some(Access::Read), &[Access::Read]),
                token("demo-own-only", vercel::OWN_ONLY, Some(Access::Delete), &[]),
            ],
            configurations: vec![
                configuration(vercel::OF_ACCOUNT, None),
                configuration(vercel::UNINSTALLED, Some("2026-01-15T08:00:00.000Z")),
            ],
        }],
        teams: vec![
            VercelTeam {
                id: vercel::TEAM.to_owned(),
                slug: vercel::TEAM_SLUG.to_owned(),
                configurations: vec![configuration(vercel::OF_TEAM, None)],
            },
            VercelTeam {
                id: vercel::OTHER_TEAM.to_owned(),
                slug: vercel::OTHER_TEAM_SLUG.to_owned(),
                configurations: vec![configuration(vercel::OF_OTHER_TEAM, None)],
            },
        ],
    }
}

fn configuration(id: &str, uninstalled_at: Option<&str>) -> VercelConfiguration {
    let suffix = id.trim_start_matches("icfg_");
    VercelConfiguration {
        id: id.to_owned(),
        integration: "oac_xzpVzcUOgcB1nrVlirtKhbWV".to_owned(),
        uninstalled_at: uninstalled_at.map(str::to_owned),
        webhooks: vec![VercelWebhook {
            id: format!("account_hook_{suffix}"),
            url: "https://hooks.example.com/vercel".to_owned(),
            events: vec!["deployment.created".to_owned(), "deployment.error".to_owned()],
        }],
        log_drains: vec![VercelLogDrain {
            id: format!("ld_{suffix}"),
            name: "All logs".to_owned(),
            url: "https://logs.example.com/vercel".to_owned(),
        }],
        project_env_variables: ["API_URL", "API_TOKEN"]
            .into_iter()
            .map(|name| VercelProjectEnvVariable {
                id: format!("env_{suffix}_{name}"),
                project_id: "prj_12HKQaOmR5t5Uy6vdcQsNIiZgHGB".to_owned(),
                name: name.to_owned(),
                target: vec!["production".to_owned(), "preview".to_owned()],
            })
            .collect(),
    }
}

/// Rocket.Chat: users with their tokens, and integrations.
pub mod rocketchat {
    /// Id and token of a user who may remove everything.
    pub const ADMIN: (&str, &str) = ("aobEdbYhXfu5hkeqG", "9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq");
    /// Id and token of a user who may remove what they created.
    pub const OWNER: (&str, &str) = ("R4jgcQaQhvvK6K3iY", "demo-own-wXk2vTq8sLr5nYb3cHd6fJg9mPz4aEu7");
    /// Id and token of a user who may remove nothing.
    pub const NOBODY: (&str, &str) = ("nPqE5xVb2LwZ8sTfD", "demo-none-Ux7Qm3Zk9Rw2Tj5Lb8Vn4Hc6Ys1Gd0Fp");
    /// An outgoing integration, created by the owner.
    pub const OUTGOING: &str = "oNLthAt9RwMw39N2B";
    /// An outgoing integration with every field, created by the owner.
    pub const COMPLETE: &str = "oQ7dWm4XcVb9KtR2s";
    /// An incoming integration whose creator is not known.
    pub const INCOMING: &str = "iJ5sTn8FhGz3PwL6v";
}

/// Kombo: keys and integrations.
pub mod kombo {
    /// A key of `my-prod`, usable from anywhere.
    pub const KEY: &str = "demo-kombo-production-4mQz8XcV2bNk6LwT";
    /// A key of `my-prod`, usable from documentation networks only.
    pub const BOUND_KEY: &str = "demo-kombo-elsewhere-7rTy3UiO9pAs5DfG";
    /// A key of `my-dev`.
    pub const DEVELOPMENT_KEY: &str = "demo-kombo-development-1hJk5LzX8cVb2NmQ";
    /// An integration in `my-prod`.
    pub const WORKDAY: &str = "workday:HWUTwvyx2wLoSUHphiWVrp28";
    /// Another integration in `my-prod`.
    pub const GREENHOUSE: &str = "greenhouse:4tKpRZs8Qm1vXeB7YdNcJ3Lw";
    /// An integration in `my-dev`.
    pub const PERSONIO: &str = "personio:CBNMt7dSNCzBdnRTx87dev4E";
}

/// Vercel: tokens, teams and configurations.
pub mod vercel {
    /// A token that may delete, for the account and its team.
    pub const FULL: &str = "demo-vercel-full-8KqW3eRt6YuI";
    /// A token that may only read.
    pub const READ_ONLY: &str = "demo-vercel-read-2ZxC5vBn9MaS";
    /// A token that may delete, for the account alone.
    pub const OWN_ONLY: &str = "demo-vercel-own-4DfG7hJk1LpO";
    /// The team of the account.
    pub const TEAM: &str = "team_1a2b3c4d5e6f7g8h9i0j1k2l";
    /// The slug of the team.
    pub const TEAM_SLUG: &str = "my-team-url-slug";
    /// A team for which no token may act.
    pub const OTHER_TEAM: &str = "team_9z8y7x6w5v4u3t2s1r0q9p8o";
    /// The slug of the other team.
    pub const OTHER_TEAM_SLUG: &str = "another-team";
    /// A configuration of the account.
    pub const OF_ACCOUNT: &str = "icfg_3bwCLgxL8qt5kjRLcv2Dit7F";
    /// A configuration of the account that was uninstalled.
    pub const UNINSTALLED: &str = "icfg_9yTgHvB2nMzXcQwErUiOpAsD";
    /// A configuration of the team.
    pub const OF_TEAM: &str = "icfg_cuwj0AdCdH3BwWT4LPijCC7t";
    /// A configuration of the other team.
    pub const OF_OTHER_TEAM: &str = "icfg_6hJkL4zXcVbN8mQwErTyUiOp";
}
