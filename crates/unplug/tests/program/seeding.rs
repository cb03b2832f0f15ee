//! `unplug seed`

use crate::support::{Folder, REMOVALS, Server, unplug, unplug_reading};

const SUMMARY: &str = "Rocket.Chat: 3 users, 3 integrations; Kombo: 3 API keys, 3 integrations; \
                       Vercel: 3 tokens, 4 configurations";

fn example() -> String {
    let run = unplug(&["seed", "--example"], &[]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    run.stdout
}

#[test]
fn the_example_can_be_loaded_and_served() {
    let folder = Folder::new();
    let file = folder.write("example.yaml", &example());
    let database = folder.name("unplug.db");
    let run = unplug(&["seed", &file, "--database", &database], &[]);
    assert_eq!((run.code, run.stdout), (0, format!("loaded into {database}: {SUMMARY}\n")), "{}", run.stderr);
    let server = Server::start(&folder, &[], &[]);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(0);
    }
    server.terminate();
    // What a seed names is there again afterwards.
    assert_eq!(unplug(&["seed", &file, "--database", &database], &[]).code, 0);
    let server = Server::start(&folder, &[], &[]);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(0);
    }
}

#[test]
fn a_running_server_sees_what_is_loaded() {
    let folder = Folder::new();
    let server = Server::start(&folder, &[], &[]);
    REMOVALS[1].run(&server.url, &[]).json(4);
    let run = unplug_reading(&example(), &["seed", "-", "--database", &folder.name("unplug.db")], &[]);
    assert_eq!(run.code, 0, "{run:?}");
    REMOVALS[1].run(&server.url, &[]).json(0);
}

#[test]
fn json_can_be_loaded() {
    let folder = Folder::new();
    let seed = r#"{"kombo": {"environments": [{"id": "e", "name": "E",
        "api_keys": [{"id": "k", "key": "demo-kombo-production-4mQz8XcV2bNk6LwT"}],
        "integrations": [{"id": "workday:HWUTwvyx2wLoSUHphiWVrp28", "tool": "workday", "category": "HRIS",
            "end_user": {"organization_name": "Acme", "creator_email": null, "origin_id": null}}]}]}}"#;
    let file = folder.write("seed.json", seed);
    let run = unplug(&["seed", &file, "--database", &folder.name("unplug.db")], &[]);
    assert_eq!(run.code, 0, "{run:?}");
    let server = Server::start(&folder, &[], &[]);
    REMOVALS[1].run(&server.url, &[]).json(0);
}

/// Loads a broken seed; gives the message after the file's name. There is no database after it.
#[track_caller]
fn refused(seed: &str) -> String {
    let folder = Folder::new();
    let file = folder.write("seed.yaml", seed);
    let run = unplug(&["seed", &file, "--database", &folder.name("unplug.db")], &[]);
    assert!(!folder.path("unplug.db").exists());
    assert!(!run.stderr.contains("hunter2"), "{run:?}");
    run.error(1).strip_prefix(&format!("cannot load {file}: ")).unwrap().to_owned()
}

#[test]
fn a_seed_that_cannot_be_read_is_told_with_its_line() {
    let unknown = refused("kombo:\n  enviroments: []\n");
    assert!(unknown.contains("enviroments") && unknown.contains("environments"), "{unknown}");
    assert!(unknown.contains("line 2, column 3"), "{unknown}");
    let unclosed = refused("rocketchat: {users: [\n");
    assert!(unclosed.contains("line 1"), "{unclosed}");
    // A credential in the wrong place is not repeated.
    let misplaced = refused(
        "rocketchat:\n  users:\n  - id: a\n    username: b\n    permissions: []\n    tokens: hunter2-hunter2-hunter2\n",
    );
    assert!(misplaced.contains("line 6"), "{misplaced}");
}

#[test]
fn all_contradictions_are_told_at_once() {
    let message = refused(
        "rocketchat:
  users:
  - {id: a, username: b, permissions: [], tokens: [hunter2]}
  - {id: a, username: c, permissions: [], tokens: []}
kombo:
  environments:
  - id: e
    name: E
    api_keys:
    - {id: k, key: hunter2-hunter2-hunter2}
    - {id: l, key: hunter2-hunter2-hunter2, rate_limit: 0, networks: [nowhere]}
vercel:
  accounts:
  - {id: z, username: y, tokens: [{id: t, token: hunter2-hunter2-hunter2, teams: [{team: x, access: delete}]}]}
",
    );
    let mut lines = message.lines();
    assert_eq!(lines.next(), Some("the seed has 6 problems:"));
    let places: Vec<_> = lines.map(|line| line.trim().split_once(": ").unwrap().0).collect();
    assert_eq!(
        places,
        [
            "rocketchat.users[0].tokens[0]",
            "rocketchat.users[1].id",
            "kombo.environments[0].api_keys[1].key",
            "kombo.environments[0].api_keys[1].rate_limit",
            "kombo.environments[0].api_keys[1].networks[0]",
            "vercel.accounts[0].tokens[0].teams[0].team",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_once() {
    let folder = Folder::new();
    let missing = folder.name("missing.yaml");
    let run = unplug(&["seed", &missing, "--database", &folder.name("unplug.db")], &[]);
    let words = run.error(1);
    assert!(words.starts_with(&format!("cannot read {missing}: ")), "{words}");
    assert_eq!(words.matches(&missing).count(), 1);
    let bytes = folder.name("bytes.yaml");
    std::fs::write(&bytes, [0xff, 0xfe]).unwrap();
    assert!(unplug(&["seed", &bytes], &[]).error(1).contains("UTF-8"));
}
