//! What both runtimes have is the same text on both sides.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

#[test]
fn both_runtimes_read_and_write_alike() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = |side: &str, file: &str| {
        std::fs::read_to_string(crates.join(side).join("src/runtime").join(file)).unwrap()
    };
    let files = [
        "multipart/compose.rs",
        "multipart/parse.rs",
        "multipart/part.rs",
        "value/choice.rs",
        "value/constant.rs",
        "value/describe.rs",
        "value/mod.rs",
        "value/open.rs",
        "value/schema/choice.rs",
        "value/schema/mod.rs",
        "value/schema/registry.rs",
        "value/strict.rs",
    ];
    for file in files {
        assert_eq!(text("client", file), text("server-stub", file), "{file}");
    }
}
