//! The files in `zoo/generated` and `second_client/generated`, which those tests compile and use,
//! are what the generator makes of the documents beside them. After a wanted change, run this test
//! with `UPDATE_GOLDEN=1`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};

use unplug_codegen::EmittedFile;
use unplug_codegen::plan::Plan;
use unplug_openapi::syntax::SourceFile;
use unplug_openapi::{Document, Sources};

/// Where the encodings of a form stand.
const ENCODING: &str =
    "/paths/~1forms~1styled/post/requestBody/content/application~1x-www-form-urlencoded/encoding";

/// The document of a test that is a folder.
fn document(name: &str) -> Document {
    let text = std::fs::read_to_string(folder(name).join(format!("{name}.yaml"))).unwrap();
    let source = SourceFile { name: format!("{name}.yaml"), text };
    let settings = std::fs::read_to_string(folder(name).join("unplug.toml")).ok();
    let settings = settings.map(|text| SourceFile { name: "unplug.toml".to_owned(), text });
    let sources = Sources { settings, ..Sources::new(source) };
    let loaded = unplug_openapi::load::load_sources(name, sources);
    let found: Vec<_> = loaded.diagnostics.iter().map(|found| &found.message).collect();
    loaded.document.unwrap_or_else(|| panic!("{name}.yaml is unusable: {found:#?}"))
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Asserts that the files below `generated` are current, or writes them.
fn assert_golden(name: &str, below: &str, files: Vec<EmittedFile>) {
    let mut stale = Vec::new();
    for file in files {
        let path = format!("generated/{below}{}", file.path.strip_prefix(&format!("{name}/")).unwrap());
        let path = folder(name).join(path);
        let text = prettyplease::unparse(&syn::parse2(file.tokens).unwrap());
        let text = format!("// Generated from {name}.yaml by the test golden.rs. Do not edit.\n\n{text}");
        if std::fs::read_to_string(&path).is_ok_and(|current| current == text) {
            continue;
        }
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
            continue;
        }
        stale.push(path);
    }
    assert!(stale.is_empty(), "these differed from what the generator makes: {stale:#?}");
}

#[test]
fn the_zoo_is_current() {
    let document = document("zoo");
    let (plan, _) = Plan::new(&document.api);
    let (files, diagnostics) = unplug_codegen::server::emit(&plan);
    let left_out: Vec<_> = diagnostics.iter().map(|left| (left.rule, &*left.message)).collect();
    let pattern = |source: &str| format!("'{source}' is not a regular expression of ECMA-262");
    let (first, second) = (pattern("("), pattern("[z-a]"));
    let expected = [("pattern-invalid", &*first), ("pattern-invalid", &*second)];
    assert_eq!(left_out, expected);
    assert_golden("zoo", "", files);
}

#[test]
fn clients_and_stubs_are_current() {
    let of = |field: &str| ("undefined-style", format!("{ENCODING}/{field}"));
    client_and_stub_are_current("second_client", &[of("deep"), of("tags"), of("rows")]);
    client_and_stub_are_current("composition", &[]);
    client_and_stub_are_current("formats", &[]);
}

/// The plan finds those diagnostics, by rule and pointer, and nothing is left out.
fn client_and_stub_are_current(name: &str, expected: &[(&str, String)]) {
    let document = document(name);
    let (plan, diagnostics) = Plan::new(&document.api);
    let found: Vec<_> = diagnostics.into_iter().map(|found| (found.rule, found.pointer)).collect();
    assert_eq!(found, expected);
    let (files, diagnostics) = unplug_codegen::server::emit(&plan);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    assert_golden(name, "stub/", files);
    let client = unplug_codegen::client::emit(&plan);
    assert!(client.diagnostics.is_empty(), "{:#?}", client.diagnostics);
    assert_golden(name, "client/", client.files);
}
