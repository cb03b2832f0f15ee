//! What is decided beside the documents of a folder, in its `unplug.toml`.
//!
//! ```toml
//! [documents.pets]
//! formats = "asserted"
//! overlays = ["rules/house.yaml", { file = "rules/pets.yaml", strictness = "corrections" }]
//! ```

use toml_edit::{DocumentMut, Item, Value};

use crate::diagnostic::Diagnostic;
use crate::ir::Formats;
use crate::overlay::Strictness;
use crate::syntax::SourceFile;

/// The file's name.
pub const SETTINGS: &str = "unplug.toml";

/// What is decided for one document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// What `format` does.
    pub(crate) formats: Formats,
    /// Overlays that are applied after the document's own corrections, in order.
    pub(crate) overlays: Vec<FurtherOverlay>,
}

/// An overlay that stands in a folder beside the documents; several documents may share it.
#[derive(Clone, Debug)]
pub(crate) struct FurtherOverlay {
    /// Path from the folder of the settings.
    pub(crate) file: String,
    pub(crate) strictness: Strictness,
}

impl Settings {
    /// What the file says of the document of this name.
    ///
    /// # Errors
    /// Everything in it that is not understood.
    pub(crate) fn read(file: &SourceFile, name: &str) -> Result<Self, Vec<Diagnostic>> {
        let root = file.text.parse::<DocumentMut>().map_err(|error| {
            vec![
                Diagnostic::error("settings-unreadable", format!("{} is not TOML: {error}", file.name))
                    .remedy("write it as the project's docs/schemas.md shows"),
            ]
        })?;
        let mut settings = Self::default();
        let mut found = Vec::new();
        for (key, item) in root.iter() {
            match item.as_table_like().filter(|_| key == "documents") {
                Some(documents) => {
                    for (document, item) in documents.iter() {
                        match decisions(file, document, item) {
                            Ok(read) if document == name => settings = read,
                            Ok(_) => {}
                            Err(diagnostics) => found.extend(diagnostics),
                        }
                    }
                }
                None => found.push(unknown(file, key, "`[documents.NAME]`")),
            }
        }
        if found.is_empty() { Ok(settings) } else { Err(found) }
    }

    /// The names of the documents that the file speaks of; none when it cannot be read.
    #[must_use]
    pub(crate) fn documents(text: &str) -> Vec<String> {
        let Ok(root) = text.parse::<DocumentMut>() else { return Vec::new() };
        let documents = root.get("documents").and_then(Item::as_table_like);
        documents
            .map(|documents| documents.iter().map(|(name, _)| name.to_owned()).collect())
            .unwrap_or_default()
    }
}

/// The documents that a settings file speaks of.
#[must_use]
pub fn documents_in_settings(text: &str) -> Vec<String> {
    Settings::documents(text)
}

fn decisions(file: &SourceFile, document: &str, item: &Item) -> Result<Settings, Vec<Diagnostic>> {
    let mut settings = Settings::default();
    let mut found = Vec::new();
    let Some(table) = item.as_table_like() else {
        return Err(vec![unknown(file, &format!("documents.{document}"), "a table")]);
    };
    for (key, item) in table.iter() {
        let place = format!("documents.{document}.{key}");
        match key {
            "formats" => {
                let said =
                    item.as_str().and_then(|said| Formats::WORDS.iter().find(|(word, _)| *word == said));
                match said {
                    Some((_, formats)) => settings.formats = *formats,
                    None => found.push(unknown(file, &place, "\"annotations\" or \"asserted\"")),
                }
            }
            "overlays" => match item.as_array().and_then(|list| list.iter().map(overlay).collect()) {
                Some(overlays) => settings.overlays = overlays,
                None => found.push(unknown(file, &place, OVERLAYS)),
            },
            _ => found.push(unknown(file, &place, "`formats` or `overlays`")),
        }
    }
    if found.is_empty() { Ok(settings) } else { Err(found) }
}

/// What stands under `overlays`.
const OVERLAYS: &str =
    "a list of files, each as \"FILE\" or { file = \"FILE\", strictness = \"plain\" or \"corrections\" },";

/// A file by itself is anybody's overlay, which is plain.
fn overlay(value: &Value) -> Option<FurtherOverlay> {
    if let Some(file) = value.as_str() {
        return Some(FurtherOverlay { file: file.to_owned(), strictness: Strictness::Plain });
    }
    let table = value.as_inline_table()?;
    if !table.iter().all(|(key, _)| matches!(key, "file" | "strictness")) {
        return None;
    }
    let file = table.get("file")?.as_str()?.to_owned();
    let strictness = match table.get("strictness").map(Value::as_str) {
        None => Strictness::Plain,
        Some(said) => Strictness::ALL.into_iter().find(|known| said == Some(known.as_str()))?,
    };
    Some(FurtherOverlay { file, strictness })
}

fn unknown(file: &SourceFile, place: &str, expected: &str) -> Diagnostic {
    Diagnostic::error("settings-unknown", format!("{}: `{place}` is not known; {expected} is", file.name))
        .reason("what is written there would have no effect")
        .remedy("correct it, or take it out")
}
