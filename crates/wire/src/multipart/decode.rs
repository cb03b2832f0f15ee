//! Decodes the parts of a multipart body by a table: what is no file as JSON values, for the schema
//! to judge.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::de::DeserializeOwned;

use super::{File, Part};
use crate::json::{self, Json, Types};
use crate::media_type::MediaType;
use crate::parameter::{DecodeError, EncodedText, Reading};

/// The parts of a body as its document declares them.
#[derive(Debug)]
pub struct Parts {
    /// Declared parts.
    pub declared: &'static [(&'static str, PartForm)],
    /// All others; `None` when nothing is said of them.
    pub others: Option<PartForm>,
}

/// What a part of one name is.
#[derive(Clone, Copy, Debug)]
pub enum PartForm {
    /// A file.
    File,
    /// One part for each file.
    Files,
    /// A value of one of these types.
    One(Types),
    /// One part for each item, of one of these types.
    Many(Types),
}

impl PartForm {
    fn is_list(self) -> bool {
        matches!(self, Self::Files | Self::Many(_))
    }
}

/// The parts of a body by name, and what is wrong with them.
#[derive(Debug)]
pub struct Members<'b> {
    values: Vec<(Cow<'b, str>, Json<'b>)>,
    files: BTreeMap<&'static str, Vec<File>>,
    others: Vec<Part>,
    /// Name and reason of members that are not of their type.
    pub unfit: Vec<(&'static str, String)>,
}

impl Parts {
    /// Sorts the parts by name; the second of an error is the name.
    ///
    /// # Errors
    /// When a part has no name, is not of its form, or is there twice.
    pub fn decode<'b>(&self, parts: &'b [Part]) -> Result<Members<'b>, (DecodeError, &'b str)> {
        self.decode_with(parts, |_| Reading::Typed)
    }

    /// Sorts the parts by name. Those that are to be read as text are the text, and no list of files, where
    /// they may be either.
    ///
    /// # Errors
    /// When a part has no name, is not of its form, or is there twice.
    pub fn decode_with<'b>(
        &self,
        parts: &'b [Part],
        reading: impl Fn(&str) -> Reading,
    ) -> Result<Members<'b>, (DecodeError, &'b str)> {
        let mut members =
            Members { values: Vec::new(), files: BTreeMap::new(), others: Vec::new(), unfit: Vec::new() };
        let mut positions: HashMap<&str, usize> = HashMap::new();
        for part in parts {
            let name = part.name.as_deref().ok_or((DecodeError::Syntax, ""))?;
            let declared = self.declared.iter().find(|(declared, _)| *declared == name);
            let form = declared.map(|(_, form)| *form).or(self.others);
            match declared {
                Some((name, PartForm::File | PartForm::Files)) => {
                    members.files.entry(name).or_default().push(file(part));
                }
                Some(_) => {}
                None => members.others.push(part.clone()),
            }
            let value = match form {
                Some(form) => value(form, part, reading(name)).map_err(|why| (why, name))?,
                // Only that it is there can matter.
                None => Json::File,
            };
            let position = positions.get(name).copied();
            match (position.and_then(|position| members.values.get_mut(position)), form) {
                (None, form) => {
                    positions.insert(name, members.values.len());
                    let one_file = matches!(form, Some(PartForm::Files)) && reading(name) == Reading::Text;
                    let list = form.is_some_and(PartForm::is_list) && !one_file;
                    let value = if list { Json::Array(items(form, value)) } else { value };
                    members.values.push((Cow::Borrowed(name), value));
                }
                (Some((_, Json::Array(found))), Some(form)) if form.is_list() => {
                    found.extend(items(Some(form), value));
                }
                (Some(_), None) => {}
                (Some(_), Some(_)) => return Err((DecodeError::Repeated, name)),
            }
        }
        Ok(members)
    }
}

fn file(part: &Part) -> File {
    let Part { file_name, content_type, bytes, headers, .. } = part.clone();
    File { file_name, content_type, bytes, headers }
}

/// The items of one part: itself, or those of a JSON array where no array can be an item.
fn items(form: Option<PartForm>, value: Json<'_>) -> Vec<Json<'_>> {
    match (form, value) {
        (Some(PartForm::Many(types)), Json::Array(items)) if !types.has(Types::ARRAY) => items,
        (_, value) => vec![value],
    }
}

fn value(form: PartForm, part: &Part, reading: Reading) -> Result<Json<'_>, DecodeError> {
    let types = match form {
        PartForm::File | PartForm::Files => return Ok(Json::File),
        PartForm::One(types) | PartForm::Many(types) => types,
    };
    let content_type = part.content_type.as_deref().unwrap_or("text/plain");
    let media_type = MediaType::parse(content_type).ok_or(DecodeError::Syntax)?;
    let text = media_type.encoding().and_then(|charset| charset.decode(&part.bytes));
    match text.ok_or(DecodeError::Encoding)? {
        Cow::Borrowed(text) if !media_type.is_json() => {
            EncodedText::plain(text).read_as(reading).scalar(types)
        }
        Cow::Owned(text) if !media_type.is_json() => {
            EncodedText::plain(&text).read_as(reading).scalar(types).map(Json::into_owned)
        }
        Cow::Borrowed(text) => of_json(form, types, text),
        Cow::Owned(text) => of_json(form, types, &text).map(Json::into_owned),
    }
}

fn of_json(form: PartForm, types: Types, text: &str) -> Result<Json<'_>, DecodeError> {
    // A text that is declared as JSON is the JSON, not a JSON string; but a whole list of texts is
    // a list.
    let only_text = types == Types::STRING || types == Types::STRING.or(Types::NULL);
    match (json::read(text.as_bytes()), form) {
        (Ok(Json::Null), _) if types.has(Types::NULL) => Ok(Json::Null),
        (Ok(Json::Array(items)), PartForm::Many(_)) if items.iter().all(|item| types.admits(item)) => {
            Ok(Json::Array(items))
        }
        _ if only_text => Ok(Json::String(Cow::Borrowed(text))),
        (Ok(value), _) => Ok(value),
        (Err(_), _) => Err(DecodeError::Syntax),
    }
}

impl<'b> Members<'b> {
    /// The body as one value, in which files are no more than there.
    pub fn take_tree(&mut self) -> Json<'b> {
        Json::Object(std::mem::take(&mut self.values))
    }

    /// The value that the schema has judged.
    pub fn set_tree(&mut self, tree: Json<'b>) {
        if let Json::Object(values) = tree {
            self.values = values;
        }
    }

    fn missing<T>(&mut self, name: &'static str) -> Option<T> {
        self.unfit.push((name, "it is missing".to_owned()));
        None
    }

    /// A file that must be there.
    pub fn file(&mut self, name: &'static str) -> Option<File> {
        self.optional_file(name)?.or_else(|| self.missing(name))
    }

    /// A file that may be left out.
    #[allow(clippy::option_option, reason = "wrong, left out and given are three things")]
    pub fn optional_file(&mut self, name: &'static str) -> Option<Option<File>> {
        Some(self.files.remove(name).and_then(|mut files| files.pop()))
    }

    /// Files of which there must be some.
    pub fn files(&mut self, name: &'static str) -> Option<Vec<File>> {
        self.optional_files(name)?.or_else(|| self.missing(name))
    }

    /// Files that may be left out.
    #[allow(clippy::option_option, reason = "wrong, left out and given are three things")]
    pub fn optional_files(&mut self, name: &'static str) -> Option<Option<Vec<File>>> {
        Some(self.files.remove(name))
    }

    /// A value that must be there.
    pub fn value<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.optional_value(name)?.or_else(|| self.missing(name))
    }

    /// A value that may be left out.
    #[allow(clippy::option_option, reason = "wrong, left out and given are three things")]
    pub fn optional_value<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<Option<T>> {
        let Some((_, value)) = self.values.iter_mut().find(|(member, _)| member == name) else {
            return Some(None);
        };
        match std::mem::replace(value, Json::Null).into_typed() {
            Ok(typed) => Some(Some(typed)),
            Err(error) => {
                self.unfit.push((name, error.to_string()));
                None
            }
        }
    }

    /// Parts that are not declared.
    pub fn others(&mut self) -> Vec<Part> {
        std::mem::take(&mut self.others)
    }
}
