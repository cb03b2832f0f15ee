//! What is decided beside the documents of a folder.

#![allow(clippy::unwrap_used, reason = "tests")]

use unplug_openapi::ir::Formats;
use unplug_openapi::load::load_sources;
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
        ("[documents", "settings-unreadable", "unplug.toml"),
        ("formats = \"asserted\"\n", "settings-unknown", "`formats`"),
        ("[documents.pets]\nformat = \"asserted\"\n", "settings-unknown", "`documents.pets.format`"),
        ("[documents.others]\nformats = true\n", "settings-unknown", "`documents.others.formats`"),
        ("[documents]\npets = 1\n", "settings-unknown", "`documents.pets`"),
    ] {
        let loaded = loaded(settings);
        assert!(loaded.document.is_none() && loaded.has_errors(), "{settings}");
        let found = &loaded.diagnostics[0];
        assert_eq!(found.rule, rule, "{settings}");
        assert!(found.message.contains(place), "{settings}: {}", found.message);
    }
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
