//! Form bodies (`application/x-www-form-urlencoded`): every field is written as a parameter of a
//! query is.

use std::borrow::Cow;

use serde::Serialize;

use super::spec::{Form, ParameterSpec, Style};
use super::text::{DecodeError, EncodedText, Reading, Refusal, encode_query, leaf_text, query_pairs};
use crate::json::{self, Json};

/// The fields of a form body as its document declares them.
#[derive(Debug)]
pub struct Fields {
    /// Declared fields: parameters of a query, whose `content` is style [`Style::Json`].
    pub declared: &'static [ParameterSpec],
    /// All others.
    pub others: Form,
}

impl Fields {
    /// Fields of which nothing is said: all are text.
    pub const TEXTS: Self = Self { declared: &[], others: Form::TEXT };

    /// The body as it is sent. What is null or an empty list has no text and is left out, unless it
    /// must be there.
    ///
    /// # Errors
    /// When it is no object, or has a value without a text.
    pub fn encode(&self, body: &impl Serialize) -> Result<String, Refusal> {
        let members = match json::of(body) {
            Ok(Json::Object(members)) => members,
            Ok(_) => return Err("only an object can be sent as a form".to_owned()),
            Err(error) => return Err(error.to_string()),
        };
        let mut fields = Vec::new();
        for (name, value) in &members {
            let spec = self.declared.iter().find(|spec| spec.name == name);
            let written = match spec {
                Some(spec) => spec.field(value).map(|field| fields.extend(field)),
                None => encode_other(name, value, &mut fields),
            };
            written.map_err(|why| format!("{name} {why}"))?;
        }
        // In a form a space is a plus; one that is data is percent-encoded.
        Ok(fields.join("&").replace("%20", "+"))
    }

    /// Reads a form body into an object; the second of an error is the field's name.
    ///
    /// # Errors
    /// When a field is not written as declared.
    pub fn decode<'r>(&self, body: &'r str) -> Result<Json<'r>, (DecodeError, String)> {
        self.decode_with(body, |_| Reading::Typed)
    }

    /// Reads a form body into an object, each field as `reading` has it.
    ///
    /// # Errors
    /// When a field is not written as declared.
    pub fn decode_with<'r>(
        &self,
        body: &'r str,
        reading: impl Fn(&str) -> Reading,
    ) -> Result<Json<'r>, (DecodeError, String)> {
        self.decode_pairs(body, query_pairs(body).collect(), reading)
    }

    /// Reads the pairs of a form.
    pub(super) fn decode_pairs<'r>(
        &self,
        body: &'r str,
        pairs: Vec<(Cow<'r, str>, EncodedText<'r>)>,
        reading: impl Fn(&str) -> Reading,
    ) -> Result<Json<'r>, (DecodeError, String)> {
        let mut pairs = Some(pairs);
        let mut read: Vec<(Cow<'r, str>, Json<'r>)> = Vec::new();
        for spec in self.declared {
            let as_text = if reading(spec.name) == Reading::Text { spec.read_as_text() } else { None };
            let found = as_text.as_ref().unwrap_or(spec).decode_query(body, &mut pairs);
            if let Some(value) = found.map_err(|why| (why, spec.name.to_owned()))? {
                read.push((Cow::Borrowed(spec.name), value));
            }
        }
        let mut others: Vec<(Cow<'r, str>, Vec<EncodedText<'r>>)> = Vec::new();
        for (name, value) in pairs.unwrap_or_default() {
            if self.declared.iter().any(|spec| spec.claims(&name)) {
                continue;
            }
            let value = value.read_as(reading(&name));
            match others.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(value),
                None => others.push((name, vec![value])),
            }
        }
        for (name, values) in others {
            match self.others.gather(&values) {
                Ok(value) => read.push((name, value)),
                Err(why) => return Err((why, name.into_owned())),
            }
        }
        Ok(Json::Object(read))
    }
}

/// A field that is not declared: a list is one pair for each item, and an object is JSON.
fn encode_other(name: &str, value: &Json<'_>, fields: &mut Vec<String>) -> Result<(), Refusal> {
    let items = match value {
        Json::Null => &[],
        Json::Array(items) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    for item in items {
        let text = leaf_text(item)?;
        fields.push(format!("{}={}", encode_query(name, false), encode_query(&text, false)));
    }
    Ok(())
}

impl ParameterSpec {
    /// The field's pairs; `None` when it is left out.
    fn field(&self, value: &Json<'_>) -> Result<Option<String>, Refusal> {
        let json = self.style == Style::Json;
        let nothing = match value {
            Json::Null => !(json && self.required),
            Json::Array(items) => items.is_empty() && !json && !self.required,
            Json::Object(members) => members.is_empty() && !json && !self.required,
            _ => false,
        };
        match value {
            _ if nothing => Ok(None),
            Json::Null => Ok(Some(format!("{}=null", encode_query(self.name, false)))),
            value => self.encode(value).map(Some),
        }
    }

    /// Whether a pair of that name belongs to it.
    fn claims(&self, name: &str) -> bool {
        let own = name == self.name;
        match (self.style, self.spread_members()) {
            (Style::DeepObject, _) => {
                own || name.strip_prefix(self.name).is_some_and(|rest| rest.starts_with('['))
            }
            (_, Some(members)) => own || (members.form(name).is_some() && !members.is_foreign(name)),
            (_, None) => own,
        }
    }
}
