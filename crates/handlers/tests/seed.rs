//! Reading and checking seeds.
#![allow(clippy::unwrap_used, reason = "tests")]

use unplug_handlers::Secret;
use unplug_handlers::seed::{self, Seed, SeedError};

fn problems(seed: &Seed) -> Vec<String> {
    match seed.check() {
        Ok(()) => Vec::new(),
        Err(SeedError::Invalid(problems)) => problems.iter().map(ToString::to_string).collect(),
        Err(other) => unreachable!("{other}"),
    }
}

#[test]
fn the_example_is_whole_and_reads_back_as_it_was_written() {
    let example = seed::example();
    let yaml = example.to_yaml().unwrap();
    assert_eq!(Seed::parse(&yaml).unwrap(), example);
    let json = serde_json::to_string_pretty(&example).unwrap();
    assert_eq!(Seed::parse(&json).unwrap(), example);
    for field in ["networks", "rate_limit", "uninstalled_at", "triggerWords", "own_access"] {
        assert!(yaml.contains(field), "the example does not show `{field}`");
    }
}

#[test]
fn every_part_may_be_left_out() {
    assert_eq!(Seed::parse("{}").unwrap(), Seed::default());
    let seed = Seed::parse("kombo:\n  environments:\n    - {id: e, name: E}\n").unwrap();
    assert_eq!(seed.kombo.environments.len(), 1);
}

#[test]
fn the_vendors_own_document_can_be_pasted() {
    let text = r#"{"rocketchat": {"integrations": [{
        "_id": "oNLthAt9RwMw39N2B", "type": "webhook-outgoing", "name": "Testing via REST API",
        "enabled": false, "username": "rocket.cat",
        "urls": ["http://text2gif.guggy.com/guggify"], "scriptEnabled": false,
        "userId": "rocket.cat", "channel": [], "_createdAt": "2017-01-06T13:42:14.143Z",
        "_createdBy": {"username": "graywolf336", "_id": "R4jgcQaQhvvK6K3iY"},
        "_updatedAt": "2017-01-06T13:42:14.144Z"}]}}"#;
    let seed = Seed::parse(text).unwrap();
    assert_eq!(seed.rocketchat.integrations[0], seed::demo().rocketchat.integrations[0]);
}

#[test]
fn an_unknown_field_is_named_with_its_line() {
    let refused = Seed::parse("rocketchat:\n  user: []\n").unwrap_err().to_string();
    assert!(refused.contains("user"), "{refused}");
    assert!(refused.contains("line 2"), "{refused}");
}

#[test]
fn a_credential_in_the_wrong_place_is_not_shown() {
    let secret = "9HqLlyZOugoStsXCUfD_`, expected_YdwnNnunAJF8V47U3QHXSq";
    for text in [
        format!("rocketchat: {{ users: [{{ id: a, username: b, permissions: ['{secret}'], tokens: [] }}] }}"),
        format!("rocketchat: {{ users: '{secret}' }}"),
        format!("kombo: '{secret}'"),
    ] {
        let message = Seed::parse(&text).unwrap_err().to_string();
        assert!(!message.contains("9HqLlyZ"), "{message}");
        assert!(message.contains("line 1"), "{message}");
    }
}

#[test]
fn an_unreadable_seed_does_not_show_its_credentials() {
    let refused = Seed::parse(
        "rocketchat:\n  users:\n    - id: u\n      username: u\n      permissions: []\n      \
         tokens: {a: very-secret-token-of-somebody}\n",
    )
    .unwrap_err();
    assert!(!refused.to_string().contains("very-secret"), "{refused}");
    assert!(!format!("{refused:?}").contains("very-secret"), "{refused:?}");
}

#[test]
fn all_problems_are_listed_with_their_places() {
    let mut seed = seed::demo();
    seed.rocketchat.users[1].id = seed.rocketchat.users[0].id.clone();
    seed.rocketchat.users[2].tokens.push(Secret::from("too-short".to_owned()));
    seed.rocketchat.history[0].integration = "nothing".to_owned();
    seed.rocketchat.integrations[0].created_at = "yesterday".to_owned();
    seed.rocketchat.integrations[1].urls = None;
    seed.rocketchat.integrations[2].event = Some("sendMessage".to_owned());
    seed.kombo.environments[0].api_keys[1].networks = Some(vec!["192.0.2.0/33".to_owned()]);
    seed.kombo.environments[1].api_keys[0].networks = Some(vec![]);
    seed.kombo.environments[0].api_keys[0].rate_limit = Some(0);
    seed.vercel.accounts[0].tokens[0].teams[0].team = "team_unknown".to_owned();
    let duplicate = seed.vercel.accounts[0].configurations[0].clone();
    seed.vercel.teams[1].configurations = vec![duplicate];

    let problems = problems(&seed);
    for place in [
        "rocketchat.users[1].id:",
        "rocketchat.users[2].tokens[1]:",
        "rocketchat.history[0].integration:",
        "rocketchat.integrations[0]._createdAt:",
        "rocketchat.integrations[1].urls:",
        "rocketchat.integrations[2].event:",
        "kombo.environments[0].api_keys[0].rate_limit:",
        "kombo.environments[0].api_keys[1].networks[0]:",
        "kombo.environments[1].api_keys[0].networks:",
        "vercel.accounts[0].tokens[0].teams[0].team:",
        "vercel.teams[1].configurations[0].id:",
        "vercel.teams[1].configurations[0].webhooks[0].id:",
    ] {
        assert!(
            problems.iter().any(|problem| problem.starts_with(place)),
            "{place} is not among {problems:#?}"
        );
    }
    // Those twelve and the other resources of the configuration that is there twice.
    assert_eq!(problems.len(), 15, "{problems:#?}");
    assert!(problems.iter().all(|problem| !problem.contains("too-short")));
}

#[test]
fn one_credential_cannot_be_two_callers() {
    let mut seed = seed::demo();
    seed.vercel.accounts[0].tokens[1].token = seed.vercel.accounts[0].tokens[0].token.clone();
    let problems = problems(&seed);
    assert_eq!(problems, ["vercel.accounts[0].tokens[1].token: this token is used more than once"]);
}

#[test]
fn credentials_do_not_show_in_debug_output() {
    let text = format!("{:?}", seed::demo());
    assert!(text.contains("graywolf336"));
    assert!(!text.contains("9HqLlyZOugoStsXCUfD"), "{text}");
    assert!(!text.contains("demo-kombo-production"), "{text}");
}
