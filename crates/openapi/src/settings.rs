//! What is decided beside the documents of a folder, in its `unplug.toml`.
//!
//! ```toml
//! [documents.pets]
//! formats = "asserted"
//! overlays = ["rules/house.yaml", { file = "rules/pets.yaml", strictness = "corrections" }]
//! ```

use std::ops::Range;
use std::sync::Arc;

use toml_edit::{Item, Key, TableLike, Value};

use crate::diagnostic::{Diagnostic, Label};
use crate::ir::Formats;
use crate::overlay::Strictness;
use crate::syntax::{SourceFile, Span};

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
    /// Everything in it that is not understood, where it stands.
    pub(crate) fn read(file: &Arc<SourceFile>, name: &str) -> Result<Self, Vec<Diagnostic>> {
        let reader = Reader { file };
        let root = toml_edit::Document::parse(file.text.as_str()).map_err(|error| {
            let finding =
                Diagnostic::error("settings-unreadable", format!("this is not TOML: {}", error.message()))
                    .remedy("write `[documents.NAME]`, and a `key = value` on each line below it");
            vec![reader.at(finding, error.span())]
        })?;
        let mut settings = Self::default();
        let mut found = Vec::new();
        for (key, item) in root.as_table() {
            let documents = item.as_table_like().filter(|_| key == "documents");
            let Some(documents) = documents else {
                found.push(reader.unknown(root.as_table(), key, key, "`[documents.NAME]`"));
                continue;
            };
            for (document, item) in documents.iter() {
                match reader.decisions(document, item) {
                    Ok(read) if document == name => settings = read,
                    Ok(_) => {}
                    Err(diagnostics) => found.extend(diagnostics),
                }
            }
        }
        if found.is_empty() { Ok(settings) } else { Err(found) }
    }
}

/// The names of the documents that a settings file speaks of; none when it cannot be read.
#[must_use]
pub fn documents_in_settings(text: &str) -> Vec<String> {
    let Ok(root) = toml_edit::Document::parse(text) else { return Vec::new() };
    let documents = root.as_table().get("documents").and_then(Item::as_table_like);
    documents.map(|documents| documents.iter().map(|(name, _)| name.to_owned()).collect()).unwrap_or_default()
}

struct Reader<'f> {
    file: &'f Arc<SourceFile>,
}

impl Reader<'_> {
    fn decisions(&self, document: &str, item: &Item) -> Result<Settings, Vec<Diagnostic>> {
        let mut settings = Settings::default();
        let mut found = Vec::new();
        let Some(table) = item.as_table_like() else {
            return Err(vec![self.wrong(item.span(), &format!("documents.{document}"), "a table")]);
        };
        for (key, item) in table.iter() {
            let place = format!("documents.{document}.{key}");
            match key {
                "formats" => {
                    let said = item.as_str();
                    match Formats::WORDS.iter().find(|(word, _)| said == Some(*word)) {
                        Some((_, formats)) => settings.formats = *formats,
                        None => {
                            found.push(self.wrong(item.span(), &place, "\"annotations\" or \"asserted\""));
                        }
                    }
                }
                "overlays" => match item.as_array().and_then(|list| list.iter().map(overlay).collect()) {
                    Some(overlays) => settings.overlays = overlays,
                    None => found.push(self.wrong(item.span(), &place, OVERLAYS)),
                },
                _ => found.push(self.unknown(table, key, &place, "`formats` or `overlays`")),
            }
        }
        if found.is_empty() { Ok(settings) } else { Err(found) }
    }

    fn unknown(&self, table: &dyn TableLike, key: &str, place: &str, known: &str) -> Diagnostic {
        let finding = Diagnostic::error("settings-unknown", format!("`{place}` is not known; {known} is"))
            .reason("what is written there would have no effect")
            .remedy("correct the name, or take it out");
        self.at(finding, table.key(key).and_then(Key::span))
    }

    fn wrong(&self, span: Option<Range<usize>>, place: &str, expected: &str) -> Diagnostic {
        let finding = Diagnostic::error("settings-unknown", format!("`{place}` must be {expected}"))
            .remedy("correct it, or take it out");
        self.at(finding, span)
    }

    /// Points at a part of the file; at its beginning where none is known.
    fn at(&self, finding: Diagnostic, span: Option<Range<usize>>) -> Diagnostic {
        let span = span.unwrap_or(0..0);
        let (file, span) = (Arc::clone(self.file), Span::new(span.start, span.end));
        finding.label(Label { file, span, text: String::new() })
    }
}

/// What stands under `overlays`.
const OVERLAYS: &str =
    "a list of files, each as \"FILE\" or { file = \"FILE\", strictness = \"plain\" or \"corrections\" }";

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
