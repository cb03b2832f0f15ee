//! The same edits to what handlers say of themselves, and to the document that they are to keep to.

use unplug_contract::{Description, Finding, HandlerSources, Options, compare};

use super::Edit::{Push, Remove, Rename, Set};
use super::{Case, at, base, check, load};

const SOURCE: &str = include_str!("handlers.rs.txt");

fn sources() -> HandlerSources {
    let mut sources = HandlerSources::default();
    sources.add("src/things.rs", SOURCE).unwrap();
    sources
}

#[rustfmt::skip]
pub(crate) fn all() -> Vec<Case> {
    vec![
        Case {
            title: "a handler is missing",
            edit: Remove("/paths/~1things~1{id}/get"),
            there: ("operation-removed", "breaking", "callers"),
            back: ("operation-added", "compatible", "server"),
        },
        Case {
            title: "a handler says another path",
            edit: Rename("/paths/~1pieces~1{pebble}", "/piece/{pebble}"),
            there: ("operation-removed", "breaking", "callers"),
            back: ("operation-removed", "breaking", "callers"),
        },
        Case {
            title: "a handler reads a further parameter",
            edit: Push("/paths/~1things~1{id}/put/parameters", "{name: colour, in: query, schema: {type: string}}"),
            there: ("parameter-added", "compatible", "server"),
            back: ("parameter-removed", "compatible", "callers"),
        },
        Case {
            title: "a handler does not read a header",
            edit: Remove("/paths/~1things~1{id}/put/parameters/4"),
            there: ("parameter-removed", "breaking", "callers"),
            back: ("parameter-added", "breaking", "callers"),
        },
        Case {
            title: "a handler reads any text",
            edit: Set("/paths/~1things~1{id}/put/parameters/1/schema/type", "string"),
            there: ("type-changed", "compatible", "server"),
            back: ("type-changed", "breaking", "callers"),
        },
        Case {
            title: "a handler reads no body",
            edit: Remove("/paths/~1things~1{id}/put/requestBody"),
            there: ("body-removed", "breaking", "callers"),
            back: ("body-added", "breaking", "callers"),
        },
        Case {
            title: "a handler answers otherwise",
            edit: Set("/paths/~1things~1{id}/put/responses/409", "{description: Taken}"),
            there: ("status-added", "breaking", "clients"),
            back: ("status-removed", "compatible", "server"),
        },
        Case {
            title: "a handler answers in plain text",
            edit: Set("/paths/~1things~1{id}/put/responses/404/content/text~1plain", "{schema: {type: string}}"),
            there: ("media-type-added", "breaking", "clients"),
            back: ("media-type-removed", "compatible", "server"),
        },
        Case {
            title: "a handler sends a further header",
            edit: Set("/paths/~1things~1{id}/put/responses/200/headers/X-Right", "{schema: {type: integer}}"),
            there: ("header-added", "compatible", "clients"),
            back: ("header-removed", "compatible", "clients"),
        },
        Case {
            title: "a handler sends no such header",
            edit: Remove("/paths/~1things~1{id}/put/responses/200/headers/X-Left"),
            there: ("header-removed", "breaking", "clients"),
            back: ("header-added", "compatible", "clients"),
        },
        Case {
            title: "a handler looks at other credentials",
            edit: Remove("/paths/~1things~1{id}/put/security/1"),
            there: ("security-alternative-removed", "breaking", "callers"),
            back: ("security-alternative-added", "compatible", "server"),
        },
        Case {
            title: "a handler takes shorter names",
            edit: Set("/components/schemas/Thing/properties/name/maxLength", "9"),
            there: ("max-length-changed", "breaking", "callers"),
            back: ("max-length-changed", "compatible", "server"),
        },
        Case {
            title: "a handler gives other states",
            edit: Push("/components/schemas/Answer/properties/state/enum", "lost"),
            there: ("enum-value-added", "breaking", "clients"),
            back: ("enum-value-removed", "compatible", "server"),
        },
        Case {
            title: "a handler gives no id",
            edit: Remove("/components/schemas/Answer/required/0"),
            there: ("property-required-changed", "breaking", "clients"),
            back: ("property-required-changed", "compatible", "server"),
        },
    ]
}

fn found(document: &serde_json::Value, described: &serde_json::Value) -> Vec<Finding> {
    let ((text, document), (_, described)) =
        (load("before.json", document), load("described.json", described));
    let sources = sources();
    let before = Description::document(&document, "in the document");
    let after = Description::handlers(&described.api, "in the handler", &sources);
    let found = compare(&before, &after, &Options::default());
    for finding in &found {
        at(&finding.before, &text, "before.json");
        let place = finding.after.source.as_ref().unwrap();
        assert_eq!(place.file, "src/things.rs");
        assert_eq!(SOURCE.lines().nth(place.line - 1).unwrap().trim(), place.excerpt);
    }
    found
}

#[test]
fn handlers_that_keep_to_the_document_are_no_finding() {
    assert_eq!(found(&base(), &base()), []);
}

#[test]
fn every_planted_claim_is_found_in_either_direction() {
    let mut places = String::new();
    for case in all() {
        let mut edited = base();
        case.edit.apply(&mut edited);
        // A moved operation is one that is missing, and one that nobody asked for.
        let first = |found: Vec<Finding>| match case.title {
            "a handler says another path" => found.into_iter().take(1).collect(),
            _ => found,
        };
        check(&case, "there", case.there, &first(found(&base(), &edited)), &mut places);
        check(&case, "back", case.back, &first(found(&edited, &base())), &mut places);
    }
    super::golden("claims.txt", &places);
}

#[test]
fn a_handler_that_is_in_no_source_has_no_place() {
    let (_, document) = load("before.json", &base());
    let mut described = base();
    Remove("/paths/~1things~1{id}/put/responses/5XX").apply(&mut described);
    let (_, described) = load("described.json", &described);
    let sources = HandlerSources::default();
    let after = Description::handlers(&described.api, "in the handler", &sources);
    let found = compare(&Description::document(&document, "in the document"), &after, &Options::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].after.source, None);
    assert!(found[0].before.source.is_some());
}

#[test]
fn sources_are_read_from_folders_and_broken_ones_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::create_dir_all(root.join("src/deep")).unwrap();
    std::fs::write(root.join("src/deep/things.rs"), SOURCE).unwrap();
    std::fs::write(root.join("src/notes.txt"), "fn {").unwrap();
    let sources = HandlerSources::read(&root.join("src"), root).unwrap();
    let place = sources.line("deletePiece", "/pieces/{pebble}", &[]).unwrap();
    assert_eq!(place.file, "src/deep/things.rs");
    assert!(place.excerpt.starts_with("#[utoipa::path(delete"), "{place:?}");
    assert_eq!(sources.line("nobody", "/", &[]), None);

    std::fs::write(root.join("src/broken.rs"), "fn {").unwrap();
    let error = HandlerSources::read(&root.join("src"), root).unwrap_err().to_string();
    assert!(error.contains("broken.rs is not Rust: "), "{error}");
    let error = HandlerSources::read(&root.join("missing"), root).unwrap_err().to_string();
    assert!(error.starts_with("cannot read ") && error.contains("missing"), "{error}");
}
