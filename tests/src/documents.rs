//! The three corrected documents.

use std::path::{Path, PathBuf};

use serde_json::Value;
use unplug_conformance::Checker;
use unplug_openapi::{Document, load};

/// An API of this workspace: its document, and the path that the server has it under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// Rocket.Chat
    Rocketchat,
    /// Kombo
    Kombo,
    /// Vercel
    Vercel,
}

impl Vendor {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Rocketchat, Self::Kombo, Self::Vercel];

    /// The name: of the module, of the document, and of the first path segment.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rocketchat => "rocketchat",
            Self::Kombo => "kombo",
            Self::Vercel => "vercel",
        }
    }

    /// The base path that the document's servers give.
    #[must_use]
    pub fn base(self) -> &'static str {
        match self {
            Self::Kombo => "/v1",
            Self::Rocketchat | Self::Vercel => "",
        }
    }

    /// The document as published, in this workspace.
    #[must_use]
    pub fn path(self) -> PathBuf {
        let extension = if self == Self::Kombo { "yaml" } else { "json" };
        specs().join(self.name()).with_extension(extension)
    }

    /// Its corrections.
    #[must_use]
    pub fn overlay(self) -> PathBuf {
        specs().join(format!("{}.overlay.yaml", self.name()))
    }

    /// The corrected document.
    ///
    /// # Panics
    /// When it cannot be used; the message is the rendered diagnostics.
    #[must_use]
    #[expect(clippy::panic, reason = "a test cannot go on without its document")]
    pub fn document(self) -> Document {
        let loaded = load(&self.path(), Some(&self.overlay()));
        loaded.document.unwrap_or_else(|| {
            let text = unplug_openapi::diagnostic::render(&loaded.diagnostics, false);
            panic!("{} cannot be used:\n{text}", self.name())
        })
    }

    /// What the handlers say of themselves, as an `OpenAPI` document in JSON.
    #[must_use]
    pub fn description(self) -> Value {
        let description = match self {
            Self::Rocketchat => unplug_handlers::rocketchat::description(),
            Self::Kombo => unplug_handlers::kombo::description(),
            Self::Vercel => unplug_handlers::vercel::description(),
        };
        serde_json::to_value(description).unwrap_or_default()
    }

    /// A checker for the server of this workspace.
    ///
    /// # Panics
    /// When the document or one of its schemas cannot be used.
    #[must_use]
    #[expect(clippy::panic, reason = "a test cannot go on without its document")]
    pub fn checker(self) -> Checker {
        match Checker::for_document(&self.document()) {
            Ok(checker) => checker.mounted_at(&format!("/{}", self.name())),
            Err(error) => panic!("{error}"),
        }
    }
}

fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")
}
