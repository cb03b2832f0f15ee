//! The README shows what there is.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn its_program_is_the_one_that_is_compiled() {
    let example = read("crates/client/examples/remove.rs");
    let code = example.split_once("\n\n").unwrap().1;
    assert!(
        read("README.md").contains(code.trim()),
        "README.md differs from crates/client/examples/remove.rs"
    );
}

#[test]
fn its_links_lead_somewhere() {
    for page in ["README.md", "specs/README.md"] {
        let text = read(page);
        let folder = root().join(page).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let path = link.split('#').next().unwrap();
            assert!(
                link.starts_with("https://") || folder.join(path).exists(),
                "{page} links to {link}, which is not there"
            );
        }
    }
}

#[test]
fn its_demo_credentials_are_those_of_the_demo_data_set() {
    let seed = unplug_handlers::seed::demo();
    let text = read("README.md");
    let tokens = seed.rocketchat.users.iter().flat_map(|user| &user.tokens);
    let keys =
        seed.kombo.environments.iter().flat_map(|environment| &environment.api_keys).map(|key| &key.key);
    let bearers = seed.vercel.accounts.iter().flat_map(|account| &account.tokens).map(|token| &token.token);
    for secret in tokens.chain(keys).chain(bearers) {
        assert!(text.contains(secret.expose()), "README.md does not list a credential of the demo data set");
    }
}
