//! The generated types as text: `tests/golden/*.rs` is what the generator writes now. That the same
//! files compile and do what they should is `generated_types.rs`' matter, apart from here, so that
//! a file that does not compile can still be rewritten.
//!
//! `UPDATE_GOLDEN=1 cargo test -p unplug-codegen --test golden` rewrites the files.

#![allow(clippy::expect_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

use quote::quote;
use unplug_codegen::emit;
use unplug_codegen::plan::{Plan, Role};
use unplug_openapi::{Document, load};

/// Documents of `tests/specs/valid` that have schemas.
const FIXTURES: [&str; 9] = [
    "discriminators",
    "keywords",
    "multi-file/main",
    "operations",
    "pets-3.0",
    "pets-3.1",
    "real-world-yaml",
    "references",
    "streams-3.2",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn read(path: &Path) -> Document {
    let loaded = load(path, None);
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|d| d.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    loaded.document.expect("the document is usable")
}

fn generated(name: &str) -> String {
    let document = read(&folder().join(format!("{name}.yaml")));
    let (plan, diagnostics) = Plan::new(&document.api);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let again = Plan::new(&document.api).0;
    let types = emit::schema_types::emit(&plan.types);
    assert_eq!(types.to_string(), emit::schema_types::emit(&again.types).to_string());
    let messages = |role| {
        let messages = emit::messages::emit(&plan, role);
        let types = (!types.is_empty()).then(|| {
            quote! {
                #[allow(unused_imports, reason = "not every document has types")]
                use super::types;
            }
        });
        quote! {
            #types
            #[allow(unused_imports, reason = "not every document has use for it")]
            use crate::runtime;
            #[allow(unused_imports, reason = "not every document has use for it")]
            use unplug_wire::value;
            #messages
        }
    };
    let (client, server) = (messages(Role::Client), messages(Role::Server));
    let operations = (!plan.operations.is_empty()).then(|| {
        quote! {
            pub mod client { #client }
            pub mod server { #server }
        }
    });
    let file = quote! {
        pub mod types { #types }
        #operations
    };
    prettyplease::unparse(&syn::parse2(file).expect("the tokens are Rust"))
}

/// The types of a document that is a fixture of the tests of the whole.
fn fixture_types(name: &str) -> String {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs/valid");
    let document = read(&specs.join(format!("{name}.yaml")));
    let types = emit::schema_types::emit(&Plan::new(&document.api).0.types);
    let file = quote! { pub mod types { #types } };
    prettyplease::unparse(&syn::parse2(file).expect("the tokens are Rust"))
}

fn compare(name: &str, generated: &str) {
    let path = folder().join(format!("{name}.rs"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, generated).expect("the file can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let changed = similar::TextDiff::from_lines(golden.as_str(), generated);
    assert!(
        golden == generated,
        "tests/golden/{name}.rs is stale; run with UPDATE_GOLDEN=1\n{}",
        changed.unified_diff()
    );
}

#[test]
fn values_as_text() {
    compare("values", &generated("values"));
}

#[test]
fn unions_as_text() {
    compare("unions", &generated("unions"));
}

#[test]
fn any_of_as_text() {
    compare("any_of", &generated("any_of"));
}

#[test]
fn readings_as_text() {
    compare("readings", &generated("readings"));
}

#[test]
fn messages_as_text() {
    compare("messages", &generated("messages"));
}

/// What their types read is put to the test in the package of the tests of the whole.
#[test]
fn types_of_the_fixtures_as_text() {
    for name in FIXTURES {
        compare(&format!("valid/{}", name.replace('/', "-")), &fixture_types(name));
    }
}
