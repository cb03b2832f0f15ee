//! What is decided beside the documents of a folder.

#![allow(clippy::unwrap_used, reason = "tests")]

use unplug_openapi::ir::Formats;
use unplug_openapi::load::{load_sources, load_with};
use unplug_openapi::syntax::SourceFile;
use unplug_openapi::{Loaded, Sources};

const DOCUMENT: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

fn loaded(settings: &str) -> Loaded {
    let settings = Some(SourceFile::new("specs/unplug.toml", settings.to_owned()));
    let document = SourceFile::new("specs/pets.yaml", DOCUMENT.to_owned());
    load_sources("pets", Sources { settings, ..Sources::new(document) })
}

#[test]
fn formats_are_asserted_where_the_settings_say_so() {
    for (settings, expected) in [
        ("", Formats::Annotations),
        ("[documents.pets]\n", Formats::Annotations),
        ("[documents.pets]\nformats = \"annotations\"\n", Formats::Annotations),
        ("[documents.pets]\nformats = \"asserted\"\n", Formats::Asserted),
        ("documents = { pets = { formats = \"asserted\" } }\n", Formats::Asserted),
        ("[documents.others]\nformats = \"asserted\"\n", Formats::Annotations),
    ] {
        let document = loaded(settings).document.unwrap();
        assert_eq!(document.api.schemas.formats, expected, "{settings}");
        assert!(document.files.iter().any(|file| file.name == "specs/unplug.toml"));
    }
}

#[test]
fn what_the_settings_do_not_know_is_an_error() {
    for (settings, rule, place) in [
        ("[documents", "settings-unreadable", "not TOML"),
        ("formats = \"asserted\"\n", "settings-unknown", "`formats`"),
        ("[documents.pets]\nformat = \"asserted\"\n", "settings-unknown", "`documents.pets.format`"),
        ("[documents.others]\nformats = true\n", "settings-unknown", "`documents.others.formats`"),
        ("[documents]\npets = 1\n", "settings-unknown", "`documents.pets`"),
        ("[documents.pets]\noverlays = \"a.yaml\"\n", "settings-unknown", "`documents.pets.overlays`"),
        ("[documents.pets]\noverlays = [{ file = \"a\", strict = 1 }]\n", "settings-unknown", "overlays"),
        (
            "[documents.pets]\noverlays = [{ file = \"a\", strictness = \"lax\" }]\n",
            "settings-unknown",
            "overlays",
        ),
    ] {
        let loaded = loaded(settings);
        assert!(loaded.document.is_none() && loaded.has_errors(), "{settings}");
        let found = &loaded.diagnostics[0];
        assert_eq!(found.rule, rule, "{settings}");
        assert!(found.message.contains(place), "{settings}: {}", found.message);
        assert_eq!(found.position().map(|(file, ..)| file), Some("specs/unplug.toml"), "{settings}");
    }
}

#[test]
fn a_finding_points_at_its_line() {
    let settings = "# House rules\n[documents.pets]\nformats = \"asserted\"\nformat = \"asserted\"\n";
    let found = loaded(settings).diagnostics;
    assert_eq!(found[0].position(), Some(("specs/unplug.toml", 4, 1)));
    let wrong = loaded("[documents.pets]\nformats = true\n").diagnostics;
    assert_eq!(wrong[0].position(), Some(("specs/unplug.toml", 2, 11)));
}

#[test]
fn the_settings_of_the_folder_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("pets.yaml");
    std::fs::write(&document, DOCUMENT).unwrap();
    let formats = || unplug_openapi::load(&document, None).document.unwrap().api.schemas.formats;
    assert_eq!(formats(), Formats::Annotations);
    let settings = "[documents.pets]\nformats = \"asserted\"\n";
    std::fs::write(folder.path().join("unplug.toml"), settings).unwrap();
    assert_eq!(formats(), Formats::Asserted);
}

/// Overlays of several kinds, by their paths.
fn house(path: &str) -> Result<String, String> {
    let overlay = |actions: &str| {
        Ok(format!("{{overlay: 1.1.0, info: {{title: House, version: '1'}}, actions: [{actions}]}}"))
    };
    match path {
        "specs/rules/title.yaml" => overlay("{target: $.info, update: {title: House}}"),
        "specs/rules/after.yaml" => overlay("{target: '$.info[?@ == \"House\"]', update: After}"),
        "specs/rules/idle.yaml" => overlay("{target: $.nowhere, remove: true}"),
        _ => Err("there is no such file".to_owned()),
    }
}

fn loaded_with(overlays: &str) -> Loaded {
    let settings = format!("[documents.pets]\noverlays = {overlays}\n");
    let corrections = "{overlay: 1.1.0, info: {title: C, version: '1'}, actions: [\
                       {target: $.info, description: d, x-source: s, update: {title: Corrected}}]}";
    let sources = Sources {
        overlay: Some(SourceFile::new("specs/pets.overlay.yaml", corrections)),
        settings: Some(SourceFile::new("specs/unplug.toml", settings)),
        ..Sources::new(SourceFile::new("specs/pets.yaml", DOCUMENT))
    };
    load_with("pets", sources, &mut house)
}

#[test]
fn further_overlays_follow_the_corrections_in_order() {
    let loaded =
        loaded_with("[\"rules/title.yaml\", { file = \"rules/after.yaml\", strictness = \"plain\" }]");
    let document = loaded.document.unwrap();
    assert_eq!(document.root.to_json()["info"]["title"], "After");
    assert_eq!(document.corrections.len(), 1, "plain overlays are no corrections");
    let names: Vec<&str> = document.files.iter().map(|file| file.name.as_str()).collect();
    assert!(names.ends_with(&[
        "specs/pets.overlay.yaml",
        "specs/rules/title.yaml",
        "specs/rules/after.yaml"
    ]));
}

#[test]
fn the_strictness_of_a_further_overlay_is_its_own() {
    let plain = loaded_with("[\"rules/idle.yaml\"]");
    assert!(!plain.has_errors(), "an action of a plain overlay may match nothing");
    let strict = loaded_with("[{ file = \"rules/idle.yaml\", strictness = \"corrections\" }]");
    let rules: Vec<&str> = strict.diagnostics.iter().map(|found| found.rule).collect();
    assert!(rules.contains(&"correction-matches-nothing"), "{rules:?}");
    assert!(rules.contains(&"correction-without-source"), "{rules:?}");
    assert!(strict.document.is_none());
}

#[test]
fn a_further_overlay_that_is_not_there_is_an_error() {
    let loaded = loaded_with("[\"rules/gone.yaml\"]");
    assert!(loaded.document.is_none());
    assert_eq!(loaded.diagnostics[0].rule, "unreadable-file");
    assert!(loaded.diagnostics[0].message.contains("specs/rules/gone.yaml"));
}
