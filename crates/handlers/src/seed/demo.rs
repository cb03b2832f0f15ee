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
                integration: "oNLthAt9RwMw39N2B".to_owned(),
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
            "aobEdbYhXfu5hkeqG",
            "demo.admin",
            &[Permission::ManageIncoming, Permission::ManageOutgoing],
            "9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq",
        ),
        user(
            "R4jgcQaQhvvK6K3iY",
            "graywolf336",
            &[Permission::ManageOwnIncoming, Permission::ManageOwnOutgoing],
            "demo-own-wXk2vTq8sLr5nYb3cHd6fJg9mPz4aEu7",
        ),
        user("nPqE5xVb2LwZ8sTfD", "demo.nobody", &[], "demo-none-Ux7Qm3Zk9Rw2Tj5Lb8Vn4Hc6Ys1Gd0Fp"),
    ]
}

fn rocketchat_integrations() -> Vec<Integration> {
    let outgoing = Integration {
        id: "oNLthAt9RwMw39N2B".to_owned(),
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
        created_by: Some(Creator { id: "R4jgcQaQhvvK6K3iY".to_owned(), username: "graywolf336".to_owned() }),
    };
    let complete = Integration {
        id: "oQ7dWm4XcVb9KtR2s".to_owned(),
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
        id: "iJ5sTn8FhGz3PwL6v".to_owned(),
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
                        key: Secret::from("demo-kombo-production-4mQz8XcV2bNk6LwT".to_owned()),
                        networks: None,
                        rate_limit: None,
                    },
                    KomboApiKey {
                        id: "demo-elsewhere".to_owned(),
                        key: Secret::from("demo-kombo-elsewhere-7rTy3UiO9pAs5DfG".to_owned()),
                        networks: Some(vec!["192.0.2.0/24".to_owned(), "2001:db8::/32".to_owned()]),
                        rate_limit: Some(60),
                    },
                ],
                integrations: vec![
                    integration("workday:HWUTwvyx2wLoSUHphiWVrp28", "workday", "HRIS"),
                    integration("greenhouse:4tKpRZs8Qm1vXeB7YdNcJ3Lw", "greenhouse", "ATS"),
                ],
            },
            KomboEnvironment {
                id: "my-dev".to_owned(),
                name: "Development".to_owned(),
                api_keys: vec![KomboApiKey {
                    id: "demo-development".to_owned(),
                    key: Secret::from("demo-kombo-development-1hJk5LzX8cVb2NmQ".to_owned()),
                    networks: None,
                    rate_limit: None,
                }],
                integrations: vec![integration("personio:CBNMt7dSNCzBdnRTx87dev4E", "personio", "HRIS")],
            },
        ],
    }
}

fn vercel() -> Vercel {
    const TEAM: &str = "team_1a2b3c4d5e6f7g8h9i0j1k2l";
    let token = |id: &str, token: &str, own_access, teams: &[Access]| VercelToken {
        id: id.to_owned(),
        token: Secret::from(token.to_owned()),
        own_access,
        teams: teams
            .iter()
            .map(|access| VercelTokenTeam { team: TEAM.to_owned(), access: *access })
            .collect(),
    };
    Vercel {
        accounts: vec![VercelAccount {
            id: "ZspSRT4ljIEEmMHgoDwKWDei".to_owned(),
            username: "demo".to_owned(),
            tokens: vec![
                token("demo-full", "demo-vercel-full-8KqW3eRt6YuI", Some(Access::Delete), &[Access::Delete]),
                token("demo-read-only", "demo-vercel-read-2ZxC5vBn9MaS", Some(Access::Read), &[Access::Read]),
                token("demo-own-only", "demo-vercel-own-4DfG7hJk1LpO", Some(Access::Delete), &[]),
            ],
            configurations: vec![
                configuration("icfg_3bwCLgxL8qt5kjRLcv2Dit7F", None),
                configuration("icfg_9yTgHvB2nMzXcQwErUiOpAsD", Some("2026-01-15T08:00:00.000Z")),
            ],
        }],
        teams: vec![
            VercelTeam {
                id: TEAM.to_owned(),
                slug: "my-team-url-slug".to_owned(),
                configurations: vec![configuration("icfg_cuwj0AdCdH3BwWT4LPijCC7t", None)],
            },
            VercelTeam {
                id: "team_9z8y7x6w5v4u3t2s1r0q9p8o".to_owned(),
                slug: "another-team".to_owned(),
                configurations: vec![configuration("icfg_6hJkL4zXcVbN8mQwErTyUiOp", None)],
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
