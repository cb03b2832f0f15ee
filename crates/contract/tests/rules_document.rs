//! `RULES.md` says what the rules say.
#![allow(clippy::unwrap_used, reason = "tests")]

#[test]
fn rules_document_is_fresh() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("RULES.md");
    let wanted = unplug_contract::rules::markdown();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "RULES.md is stale: run `UPDATE_GOLDEN=1 cargo test -p unplug-contract`");
}
