//! The types against the schemas that they were made from: what differs is intended.

use serde_json::Value;
use unplug_codegen::type_schemas::TypeSchemas;
use unplug_contract::{Description, Finding, INTENDED, Options, Widening, compare_types};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;
use unplug_openapi::{Document, load};
use unplug_tests::documents::Vendor;

use crate::{golden, root};
use unplug_wire::value::schema::type_document;

/// Every document of which there are generated types, with what these say of themselves.
fn documents() -> Vec<(Document, Value)> {
    let golden = golden().into_iter().map(|golden| {
        let document = load(&root().join(golden.document), None).document.unwrap();
        (document, type_document(golden.name, &golden.types))
    });
    let vendors = unplug_client::type_schemas().into_iter().map(|(name, types)| {
        let vendor = Vendor::ALL.into_iter().find(|vendor| vendor.name() == name).unwrap();
        (vendor.document(), unplug_client::type_document(name, &types))
    });
    golden.chain(vendors).collect()
}

fn findings(documents: &[(Document, Value)], widenings: &[Widening]) -> Vec<Finding> {
    let compare = |(document, types): &(Document, Value)| {
        let types = TypeSchemas::new(&document.api, types.clone());
        assert!(!types.mapping.is_empty(), "{}", document.name);
        let loaded = load_text(&document.name, SourceFile::new("types.json", types.text), None);
        let described = loaded.document.unwrap().api;
        let (before, after) =
            (Description::document(document, "in the document"), Description::new(&described, "in the type"));
        compare_types(&before, &after, &types.mapping, widenings, &Options::default())
    };
    documents.iter().flat_map(compare).collect()
}

/// Vendors have none; the golden documents have what types cannot say, one line each.
/// `UPDATE_GOLDEN=1 cargo test -p unplug-tests --test type_schemas` rewrites the file.
#[test]
fn no_difference_is_unexplained() {
    let (vendors, golden): (Vec<_>, Vec<_>) = documents()
        .into_iter()
        .partition(|(document, _)| Vendor::ALL.iter().any(|vendor| vendor.name() == document.name));
    assert_eq!(vendors.len(), Vendor::ALL.len());
    assert_eq!(lines(&vendors), "");
    let path = root().join("crates/codegen/tests/golden/schemas/differences.txt");
    let found = lines(&golden);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), found);
}

fn lines(documents: &[(Document, Value)]) -> String {
    let line = |finding: &Finding| {
        let severity = finding.severity.as_str();
        format!("{severity}: {} ({})\n", finding.message, finding.before.pointer)
    };
    findings(documents, INTENDED).iter().map(line).collect()
}

#[test]
fn every_intended_widening_is_needed() {
    let documents = documents();
    let explained = findings(&documents, INTENDED).len();
    for (index, widening) in INTENDED.iter().enumerate() {
        let without: Vec<Widening> = INTENDED
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, other)| *other)
            .collect();
        let found = findings(&documents, &without).len();
        assert!(found > explained, "no type is wider because {}", widening.reason);
    }
}
