//! Typed members as the parts of a multipart body.

#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "called by generated code, which uses every result"
)]

use bytes::Bytes;
use serde::Serialize;

use super::{File, Part};
use crate::json::{self, Json, Types};
use crate::parameter::EncodedText;

/// The parts of a body, member by member.
#[derive(Debug, Default)]
pub struct Form {
    parts: Vec<Part>,
    refused: Option<String>,
}

/// How a member that is no file is written.
#[derive(Clone, Copy, Debug)]
pub struct Content {
    media_type: &'static str,
    form: ContentForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ContentForm {
    Text,
    Open(Types),
    Json,
}

const JSON: &str = "application/json";

impl Content {
    /// Text as it is, anything else as JSON writes it.
    pub const TEXT: Self = Self { media_type: "text/plain; charset=utf-8", form: ContentForm::Text };
    /// The same where values of any type are allowed: a text that could be taken for a value of
    /// another type is written as JSON.
    pub const OPEN: Self = Self::any_of(Types::ALL);
    /// JSON
    pub const JSON: Self = Self { media_type: JSON, form: ContentForm::Json };

    /// The same where values of these types are allowed.
    pub const fn any_of(types: Types) -> Self {
        Self { form: ContentForm::Open(types), ..Self::TEXT }
    }

    /// With the media type that the document names.
    pub const fn typed(self, media_type: &'static str) -> Self {
        Self { media_type, ..self }
    }
}

impl Form {
    /// A body without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A file, if there is one.
    #[must_use]
    pub fn file(mut self, name: &str, media_type: &str, file: Option<&File>) -> Self {
        if let Some(file) = file {
            let content_type = file.content_type.clone().unwrap_or_else(|| media_type.to_owned());
            self.parts.push(Part {
                name: Some(name.to_owned()),
                file_name: file.file_name.clone(),
                content_type: Some(content_type),
                bytes: file.bytes.clone(),
                headers: file.headers.clone(),
            });
        }
        self
    }

    /// One part for each file.
    pub fn files(mut self, name: &str, media_type: &str, files: Option<&Vec<File>>) -> Self {
        for file in files.into_iter().flatten() {
            self = self.file(name, media_type, Some(file));
        }
        self
    }

    /// Files of which there must be some.
    pub fn required_files(mut self, name: &str, media_type: &str, files: &Vec<File>) -> Self {
        if files.is_empty() {
            self.refuse(name, "has no file, and must have one");
        }
        self.files(name, media_type, Some(files))
    }

    /// A value, if there is one.
    #[must_use]
    pub fn value(mut self, name: &str, content: Content, value: Option<&impl Serialize>) -> Self {
        if let Some(value) = value.and_then(|value| self.json(name, value)) {
            self.push(name, content, value);
        }
        self
    }

    /// One part for each item.
    pub fn list(mut self, name: &str, content: Content, list: Option<&impl Serialize>) -> Self {
        match list.and_then(|list| self.json(name, list)) {
            Some(Json::Array(items)) => {
                for item in items {
                    self.push(name, content, item);
                }
            }
            Some(other) => self.push(name, content, other),
            None => {}
        }
        self
    }

    /// A list that must be there: when it is empty, that is said in JSON.
    pub fn required_list(self, name: &str, content: Content, list: &impl Serialize) -> Self {
        let before = self.parts.len();
        let mut form = self.list(name, content, Some(list));
        if form.parts.len() == before {
            form.part(name, JSON, "[]".to_owned());
        }
        form
    }

    /// Parts that the document does not name.
    pub fn others(mut self, parts: &[Part]) -> Self {
        self.parts.extend_from_slice(parts);
        self
    }

    /// All parts.
    ///
    /// # Errors
    /// Why one of the members cannot be sent.
    pub fn finish(self) -> Result<Vec<Part>, String> {
        match self.refused {
            None => Ok(self.parts),
            Some(why) => Err(why),
        }
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> Option<Json<'static>> {
        match json::of(value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(name, &error.to_string());
                None
            }
        }
    }

    fn refuse(&mut self, name: &str, why: &str) {
        self.refused.get_or_insert_with(|| format!("{name} {why}"));
    }

    fn push(&mut self, name: &str, content: Content, value: Json<'_>) {
        let (media_type, text) = match (content.form, value) {
            (ContentForm::Text, Json::String(text)) => (content.media_type, text.into_owned()),
            (ContentForm::Open(types), Json::String(text)) if !is_mistakable(types, &text) => {
                (content.media_type, text.into_owned())
            }
            (ContentForm::Text | ContentForm::Open(_), value @ (Json::Bool(_) | Json::Number(_))) => {
                (content.media_type, value.to_string())
            }
            (ContentForm::Json, value) => (content.media_type, value.to_string()),
            (_, value) => (JSON, value.to_string()),
        };
        self.part(name, media_type, text);
    }

    fn part(&mut self, name: &str, media_type: &str, text: String) {
        self.parts.push(Part {
            name: Some(name.to_owned()),
            file_name: None,
            content_type: Some(media_type.to_owned()),
            bytes: Bytes::from(text),
            headers: Vec::new(),
        });
    }
}

/// Whether the text would be read as a number, a truth value, an array or an object.
fn is_mistakable(types: Types, text: &str) -> bool {
    !matches!(EncodedText::plain(text).scalar(types.or(Types::STRING)), Ok(Json::String(_)))
}
