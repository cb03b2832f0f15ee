//! Finds everything that is wrong with a seed.

use std::collections::HashSet;

use ipnet::IpNet;

use super::{
    Kombo, KomboApiKey, Problem, Rocketchat, Seed, Vercel, VercelAccount, VercelConfiguration, VercelToken,
};
use crate::credential::SHORTEST_CREDENTIAL;
use crate::store::rocketchat::{Family, Integration};

/// Every problem, in the order of the seed.
pub(super) fn problems(seed: &Seed) -> Vec<Problem> {
    let mut checker = Checker::default();
    checker.rocketchat(&seed.rocketchat);
    checker.kombo(&seed.kombo);
    checker.vercel(&seed.vercel);
    checker.problems
}

/// An address or a network; an address alone is the network of that one address.
pub(crate) fn network(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse().ok().map(|address: std::net::IpAddr| address.into()))
}

#[derive(Default)]
struct Checker<'a> {
    problems: Vec<Problem>,
    /// Kind of thing and its key.
    seen: HashSet<(&'static str, &'a str)>,
}

impl<'a> Checker<'a> {
    fn problem(&mut self, at: String, message: impl Into<String>) {
        self.problems.push(Problem { at, message: message.into() });
    }

    /// A text that names one thing of its kind.
    fn unique(&mut self, kind: &'static str, at: String, key: &'a str) {
        if key.trim().is_empty() || key.chars().any(char::is_control) {
            self.problem(at, format!("the {kind} must be text that can be seen"));
        } else if !self.seen.insert((kind, key)) {
            self.problem(at, format!("the {kind} `{key}` is used more than once"));
        }
    }

    fn credential(&mut self, kind: &'static str, at: String, credential: &'a str) {
        if credential.len() < SHORTEST_CREDENTIAL {
            self.problem(
                at,
                format!(
                    "the {kind} must have at least {SHORTEST_CREDENTIAL} characters, \
                     because it is stored as a plain digest"
                ),
            );
        } else if !credential.bytes().all(|byte| byte.is_ascii_graphic()) {
            self.problem(at, format!("the {kind} must be visible ASCII, to be sent as a header"));
        } else if !self.seen.insert((kind, credential)) {
            self.problem(at, format!("this {kind} is used more than once"));
        }
    }

    fn time(&mut self, at: String, time: &str) {
        if let Err(error) = time.parse::<jiff::Timestamp>() {
            self.problem(at, format!("`{time}` is not an RFC 3339 time: {error}"));
        }
    }

    fn rocketchat(&mut self, seed: &'a Rocketchat) {
        for (index, user) in seed.users.iter().enumerate() {
            let at = format!("rocketchat.users[{index}]");
            if !user.id.is_empty() && !user.id.bytes().all(|byte| byte.is_ascii_graphic()) {
                self.problem(format!("{at}.id"), "a user id must be visible ASCII, to be sent as a header");
            }
            self.unique("Rocket.Chat user id", format!("{at}.id"), &user.id);
            self.unique("username", format!("{at}.username"), &user.username);
            for (token_index, token) in user.tokens.iter().enumerate() {
                let at = format!("{at}.tokens[{token_index}]");
                self.credential("login token", at, token.expose());
            }
        }
        for (index, integration) in seed.integrations.iter().enumerate() {
            self.integration(&format!("rocketchat.integrations[{index}]"), integration);
        }
        for (index, entry) in seed.history.iter().enumerate() {
            let at = format!("rocketchat.history[{index}]");
            self.unique("history id", format!("{at}.id"), &entry.id);
            self.time(format!("{at}.at"), &entry.at);
            if !seed.integrations.iter().any(|i| i.id == entry.integration) {
                self.problem(
                    format!("{at}.integration"),
                    format!("there is no integration `{}` in this seed", entry.integration),
                );
            }
        }
    }

    fn integration(&mut self, at: &str, integration: &'a Integration) {
        self.unique("Rocket.Chat integration id", format!("{at}._id"), &integration.id);
        self.time(format!("{at}._createdAt"), &integration.created_at);
        self.time(format!("{at}._updatedAt"), &integration.updated_at);
        match integration.family {
            Family::Outgoing => {
                if integration.urls.as_ref().is_none_or(Vec::is_empty) {
                    self.problem(format!("{at}.urls"), "an outgoing integration calls at least one address");
                }
            }
            Family::Incoming => {
                for (field, present) in [
                    ("urls", integration.urls.is_some()),
                    ("event", integration.event.is_some()),
                    ("triggerWords", integration.trigger_words.is_some()),
                ] {
                    if present {
                        self.problem(format!("{at}.{field}"), "only outgoing integrations have this");
                    }
                }
            }
        }
    }

    fn kombo(&mut self, seed: &'a Kombo) {
        for (index, environment) in seed.environments.iter().enumerate() {
            let at = format!("kombo.environments[{index}]");
            self.unique("environment id", format!("{at}.id"), &environment.id);
            for (key_index, key) in environment.api_keys.iter().enumerate() {
                self.api_key(&format!("{at}.api_keys[{key_index}]"), key);
            }
            for (integration_index, integration) in environment.integrations.iter().enumerate() {
                self.unique(
                    "Kombo integration id",
                    format!("{at}.integrations[{integration_index}].id"),
                    &integration.id,
                );
            }
        }
    }

    fn api_key(&mut self, at: &str, key: &'a KomboApiKey) {
        self.unique("API key id", format!("{at}.id"), &key.id);
        self.credential("API key", format!("{at}.key"), key.key.expose());
        if key.rate_limit == Some(0) {
            self.problem(
                format!("{at}.rate_limit"),
                "a limit of 0 lets nothing through; leave the key out instead",
            );
        }
        let Some(networks) = &key.networks else {
            return;
        };
        if networks.is_empty() {
            self.problem(
                format!("{at}.networks"),
                "an empty list lets nobody in; leave it out to allow every address",
            );
        }
        for (index, text) in networks.iter().enumerate() {
            if network(text).is_none() {
                self.problem(
                    format!("{at}.networks[{index}]"),
                    format!("`{text}` is neither an address nor a network like 192.0.2.0/24"),
                );
            }
        }
    }

    fn vercel(&mut self, seed: &'a Vercel) {
        for (index, account) in seed.accounts.iter().enumerate() {
            self.account(&format!("vercel.accounts[{index}]"), account, seed);
        }
        for (index, team) in seed.teams.iter().enumerate() {
            let at = format!("vercel.teams[{index}]");
            self.unique("team id", format!("{at}.id"), &team.id);
            self.unique("team slug", format!("{at}.slug"), &team.slug);
            self.configurations(&at, &team.configurations);
        }
    }

    fn account(&mut self, at: &str, account: &'a VercelAccount, seed: &'a Vercel) {
        self.unique("account id", format!("{at}.id"), &account.id);
        self.unique("account name", format!("{at}.username"), &account.username);
        for (index, token) in account.tokens.iter().enumerate() {
            self.token(&format!("{at}.tokens[{index}]"), token, seed);
        }
        self.configurations(at, &account.configurations);
    }

    fn token(&mut self, at: &str, token: &'a VercelToken, seed: &'a Vercel) {
        self.unique("token id", format!("{at}.id"), &token.id);
        self.credential("token", format!("{at}.token"), token.token.expose());
        let mut named = HashSet::new();
        for (index, team) in token.teams.iter().enumerate() {
            let at = format!("{at}.teams[{index}].team");
            if !seed.teams.iter().any(|known| known.id == team.team) {
                self.problem(at, format!("there is no team `{}` in this seed", team.team));
            } else if !named.insert(&team.team) {
                self.problem(at, format!("the team `{}` is named twice", team.team));
            }
        }
    }

    fn configurations(&mut self, owner: &str, configurations: &'a [VercelConfiguration]) {
        for (index, configuration) in configurations.iter().enumerate() {
            let at = format!("{owner}.configurations[{index}]");
            self.unique("configuration id", format!("{at}.id"), &configuration.id);
            if let Some(time) = &configuration.uninstalled_at {
                self.time(format!("{at}.uninstalled_at"), time);
            }
            for (index, webhook) in configuration.webhooks.iter().enumerate() {
                self.unique("webhook id", format!("{at}.webhooks[{index}].id"), &webhook.id);
            }
            for (index, drain) in configuration.log_drains.iter().enumerate() {
                self.unique("log drain id", format!("{at}.log_drains[{index}].id"), &drain.id);
            }
            for (index, variable) in configuration.project_env_variables.iter().enumerate() {
                let at = format!("{at}.project_env_variables[{index}].id");
                self.unique("environment variable id", at, &variable.id);
            }
        }
    }
}
