//! The corrections of a document as a bug report for its publisher.
//!
//! Each correction says what the document claims, what happens instead and how that is known, and
//! proposes the change as a diff of the publisher's own file, in which everything else stands as
//! published. What only concerns this generator (names for Rust, [`EXTENSIONS`]) is no defect of
//! the document and is left out.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::Document;
use crate::diagnostic::Diagnostic;
use crate::syntax::{self, Node};

mod markdown;
mod proposal;

/// Extensions that only this generator reads.
pub const EXTENSIONS: [&str; 6] =
    ["x-rust-name", "x-extensible-enum", "x-secret", "x-rate-limit", "x-gone", "x-accepted"];

/// The report as Markdown. A document without corrections has a short one that says so.
///
/// # Errors
/// What is wrong with the overlay: one that cannot be applied is no evidence against anybody.
pub fn render(document: &Document) -> Result<String, Vec<Diagnostic>> {
    let file = &document.published.file;
    let actions = match overlay(document) {
        Some(overlay) => proposal::proposals(&document.published, &overlay)?,
        None => proposal::Proposals::default(),
    };
    let mut text = String::new();
    let (title, version) = (&document.api.title, &document.api.version);
    let _ = writeln!(text, "# What {title} {version} says, and what happens\n");
    let short = file.name.rsplit('/').next().unwrap_or(&file.name);
    let _ = write!(text, "Document: `{short}`, OpenAPI {}, SHA-256 `", document.api.openapi);
    for byte in Sha256::digest(file.text.as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text.push_str("`.\n\n");
    let count = actions.list.len();
    match count {
        0 => text.push_str("No correction of it is known to be needed.\n"),
        1 => text.push_str("It differs from what happens in one place.\n"),
        _ => {
            let _ = writeln!(
                text,
                "It differs from what happens in {count} places, listed in the order of the proposed changes: each is a diff of the document with the changes above it made."
            );
        }
    }
    match actions.own {
        0 => {}
        1 => text.push_str("\nOne more correction only concerns the reporting side (names, marks for its generator) and is left out.\n"),
        own => {
            let _ = writeln!(text, "\n{own} more corrections only concern the reporting side (names, marks for its generator) and are left out.");
        }
    }
    for (index, proposal) in actions.list.iter().enumerate() {
        text.push('\n');
        markdown::section(&mut text, index + 1, proposal);
    }
    Ok(text)
}

/// The overlay that was applied to a document.
fn overlay(document: &Document) -> Option<Node> {
    let file = &document.corrections.first()?.file;
    syntax::read(file).root
}
