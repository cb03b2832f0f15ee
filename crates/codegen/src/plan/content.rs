//! Media types, and what becomes of them.

use proc_macro2::Ident;
use unplug_openapi::ir::MediaType;

use crate::names::{self, Namespace};

/// How a body is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentKind {
    /// JSON, through serde.
    Json,
    /// Text as it is: `String`.
    Text,
    /// Bytes as they are: `bytes::Bytes`.
    Bytes,
    /// `application/x-www-form-urlencoded`, through serde.
    Form,
    /// `multipart/…`: a struct of one part per property, or else a list of parts.
    Multipart,
}

impl ContentKind {
    /// How a media type is read and written.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let essence = name.split(';').next().unwrap_or(name).trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/x-www-form-urlencoded" => Self::Form,
            "*/*" | "application/*" | "application/json" | "text/json" => Self::Json,
            // A sequence of values, not one.
            "text/event-stream" => Self::Bytes,
            "application/xml" | "application/yaml" | "application/x-yaml" => Self::Text,
            multipart if multipart.starts_with("multipart/") => Self::Multipart,
            json if json.ends_with("+json") => Self::Json,
            text if text.starts_with("text/") || text.ends_with("+xml") => Self::Text,
            _ => Self::Bytes,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Json => "Json",
            Self::Text => "Text",
            Self::Bytes => "Bytes",
            Self::Form => "Form",
            Self::Multipart => "Multipart",
        }
    }
}

/// `Json`, `Text`…; the second of a kind is named after its media type.
pub(super) fn content_variants(contents: &[MediaType]) -> Vec<Ident> {
    let mut taken = Namespace::new();
    contents
        .iter()
        .map(|media_type| {
            let kind = ContentKind::of(&media_type.name).name();
            let name = if taken.is_free(kind) { kind.to_owned() } else { names::pascal(&media_type.name) };
            names::ident(&taken.claim(&name))
        })
        .collect()
}
