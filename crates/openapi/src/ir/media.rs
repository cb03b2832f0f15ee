//! Media types, and what they are made of.

use indexmap::IndexMap;

use super::{Example, Header, JsonType, Location, SchemaId, Schemas, Style};

/// A document can refer in a circle; no useful chain is as long as this.
const MAX_REFERENCES: usize = 32;

/// A media type with its schema.
#[derive(Clone, Debug)]
pub struct MediaType {
    /// For example `application/json`, in lower case without parameters that carry no meaning.
    pub name: String,
    /// Schema of the content; `None` when the document gives none.
    pub schema: Option<SchemaId>,
    /// 3.2's `itemSchema` of a sequential media type.
    pub item_schema: Option<SchemaId>,
    /// `encoding` of multipart and form bodies, by property.
    pub encoding: IndexMap<String, Encoding>,
    /// Examples of the media type (not those inside the schema).
    pub examples: Vec<Example>,
    /// Where it stands.
    pub location: Location,
}

/// How one property of a multipart or form body is written.
#[derive(Clone, Debug)]
pub struct Encoding {
    /// `contentType`
    pub content_type: Option<String>,
    /// `style`
    pub style: Option<Style>,
    /// `explode`
    pub explode: Option<bool>,
    /// `allowReserved`
    pub allow_reserved: bool,
    /// `headers`
    pub headers: Vec<Header>,
    /// Where it stands.
    pub location: Location,
}

impl Encoding {
    /// The style of a form field and whether it is exploded; `None` when the value is written by its
    /// content type. One of `style`, `explode` and `allowReserved` makes a field a query parameter, and
    /// the others are then as usual there.
    #[must_use]
    pub fn query_style(&self) -> Option<(Style, bool)> {
        let style = self.style.unwrap_or(Style::Form);
        let explode = self.explode.unwrap_or(style == Style::Form);
        (self.style.is_some() || self.explode.is_some() || self.allow_reserved).then_some((style, explode))
    }
}

/// How a body is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentKind {
    /// JSON.
    Json,
    /// Text as it is.
    Text,
    /// Bytes as they are. XML is among them.
    Bytes,
    /// `text/event-stream`: events.
    EventStream,
    /// JSON values one after the other.
    JsonLines,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/…`.
    Multipart,
}

impl ContentKind {
    /// How a media type is read and written, by its name alone. A range is bytes.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let essence = name.split(';').next().unwrap_or(name).trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/x-www-form-urlencoded" => Self::Form,
            "application/json" | "text/json" => Self::Json,
            "text/event-stream" => Self::EventStream,
            "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/x-json-stream"
            | "application/json-seq"
            | "application/stream+json" => Self::JsonLines,
            "text/xml" => Self::Bytes,
            "application/yaml" | "application/x-yaml" => Self::Text,
            multipart if multipart.starts_with("multipart/") => Self::Multipart,
            json if json.ends_with("+json") => Self::Json,
            xml if xml.ends_with("+xml") => Self::Bytes,
            text if text.starts_with("text/") => Self::Text,
            _ => Self::Bytes,
        }
    }

    /// How a media type is read and written. What `*/*` and `application/*` are, their schema has
    /// to say: JSON, unless it is for bytes or there is none.
    #[must_use]
    pub fn of_media_type(media_type: &MediaType, schemas: &Schemas) -> Self {
        let open = matches!(media_type.name.as_str(), "*/*" | "application/*");
        match media_type.schema {
            Some(schema) if open && !schemas.is_binary(schema) => Self::Json,
            _ => Self::of(&media_type.name),
        }
    }
}

impl Schemas {
    /// What a chain of references leads to.
    #[must_use]
    pub fn target(&self, mut id: SchemaId) -> SchemaId {
        for _ in 0..MAX_REFERENCES {
            match self[id].reference {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }

    /// Whether the schema is for text that stands for bytes.
    #[must_use]
    pub fn is_binary(&self, id: SchemaId) -> bool {
        let schema = &self[self.target(id)];
        let text = schema.types.contains(&JsonType::String)
            && schema.types.iter().all(|ty| matches!(ty, JsonType::String | JsonType::Null));
        let raw = schema
            .content_media_type
            .as_deref()
            .is_some_and(|name| ContentKind::of(name) == ContentKind::Bytes);
        text && (schema.format.as_deref() == Some("binary") || raw)
    }
}
