//! What is decided beside the documents of a folder, in its `unplug.toml`.
//!
//! ```toml
//! [documents.pets]
//! formats = "asserted"
//! ```

use toml_edit::{DocumentMut, Item};

use crate::diagnostic::Diagnostic;
use crate::ir::Formats;
use crate::syntax::SourceFile;

/// The file's name.
pub const SETTINGS: &str = "unplug.toml";

/// What is decided for one document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Settings {
    /// What `format` does.
    pub(crate) formats: Formats,
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
        if key != "formats" {
            found.push(unknown(file, &place, "`formats`"));
            continue;
        }
        let said = item.as_str().and_then(|said| Formats::WORDS.iter().find(|(word, _)| *word == said));
        match said {
            Some((_, formats)) => settings.formats = *formats,
            None => found.push(unknown(file, &place, "\"annotations\" or \"asserted\"")),
        }
    }
    if found.is_empty() { Ok(settings) } else { Err(found) }
}

fn unknown(file: &SourceFile, place: &str, expected: &str) -> Diagnostic {
    Diagnostic::error("settings-unknown", format!("{}: `{place}` is not known; {expected} is", file.name))
        .reason("what is written there would have no effect")
        .remedy("correct it, or take it out")
}
