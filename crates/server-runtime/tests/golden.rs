//! The files in `zoo/generated`, which the tests of the zoo compile and use, are what the
//! generator makes of `zoo/zoo.yaml`. After a wanted change, run this test with `UPDATE_GOLDEN=1`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};

use unplug_codegen::plan::Plan;
use unplug_openapi::syntax::SourceFile;

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zoo")
}

#[test]
fn generated_files_are_current() {
    let text = std::fs::read_to_string(directory().join("zoo.yaml")).unwrap();
    let source = SourceFile { name: "zoo.yaml".to_owned(), text };
    let loaded = unplug_openapi::load::load_text("zoo", source, None);
    let found: Vec<_> = loaded.diagnostics.iter().map(|found| &found.message).collect();
    let document = loaded.document.unwrap_or_else(|| panic!("zoo.yaml is unusable: {found:#?}"));
    let (plan, _) = Plan::new(&document.api);
    let (files, diagnostics) = unplug_codegen::server::emit(&plan);
    let left_out: Vec<_> = diagnostics.iter().map(|left| (left.rule, &*left.message)).collect();
    let pattern = |source: &str| format!("'{source}' is not a regular expression of ECMA-262");
    let (first, second) = (pattern("("), pattern("[z-a]"));
    let expected = [("pattern-invalid", &*first), ("pattern-invalid", &*second)];
    assert_eq!(left_out, expected);
    let mut stale = Vec::new();
    for file in files {
        let name = file.path.strip_prefix("zoo/").unwrap();
        let path = directory().join("generated").join(name);
        let text = prettyplease::unparse(&syn::parse2(file.tokens).unwrap());
        let text = format!("// Generated from zoo.yaml by the test golden.rs. Do not edit.\n\n{text}");
        if std::fs::read_to_string(&path).is_ok_and(|current| current == text) {
            continue;
        }
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, text).unwrap();
            continue;
        }
        stale.push(path);
    }
    assert!(stale.is_empty(), "these differed from what the generator makes: {stale:#?}");
}
