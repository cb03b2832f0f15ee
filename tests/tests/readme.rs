//! The pages show what there is.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn its_rust_is_part_of_the_program_that_is_compiled() {
    let example = read("crates/client/examples/remove.rs");
    let page = read("README.md");
    let code: Vec<&str> =
        page.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!code.is_empty());
    for part in code {
        assert!(example.contains(part), "README.md differs from crates/client/examples/remove.rs:\n{part}");
    }
}

#[test]
fn its_diagnostic_is_what_the_document_gives() {
    let found = unplug_openapi::load(Path::new("../specs/rocketchat.json"), None).diagnostics;
    let text = unplug_openapi::diagnostic::render(&found[..1], false).replace("../specs/", "specs/");
    assert!(read("README.md").contains(text.trim()), "README.md does not show:\n{text}");
}

#[test]
fn it_says_what_the_build_guard_says() {
    let guard = read("crates/codegen/src/guard.rs");
    for part in [" changed after its code was generated", "; run `cargo xtask codegen`"] {
        assert!(guard.contains(part), "the guard does not say {part}");
        assert!(read("README.md").contains(part), "README.md does not say {part}");
    }
}

#[test]
fn its_links_lead_somewhere() {
    for (page, text) in unplug_tests::console::pages(root()).unwrap() {
        let folder = root().join(&page).parent().unwrap().to_path_buf();
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
    let text = read("docs/demo-data.md");
    let tokens = seed.rocketchat.users.iter().flat_map(|user| &user.tokens);
    let keys =
        seed.kombo.environments.iter().flat_map(|environment| &environment.api_keys).map(|key| &key.key);
    let bearers = seed.vercel.accounts.iter().flat_map(|account| &account.tokens).map(|token| &token.token);
    for secret in tokens.chain(keys).chain(bearers) {
        assert!(
            text.contains(secret.expose()),
            "docs/demo-data.md does not list a credential of the demo data set"
        );
    }
}
