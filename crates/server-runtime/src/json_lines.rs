//! Request bodies of JSON values one after the other.

use serde::de::DeserializeOwned;
use unplug_wire::json::{self, Json};
use unplug_wire::json_lines::texts;

use super::request::Decoder;
use super::schema::Schema;
use super::violation::{Location, Violation};

/// After so many wrong values the rest is not looked at.
const MAX_WRONG: usize = 16;

impl Decoder<'_> {
    /// JSON values, each with this schema.
    pub fn json_lines<T: DeserializeOwned>(
        &mut self,
        body: &[u8],
        schema: &'static Schema,
    ) -> Option<Vec<T>> {
        let body = self.in_utf8(body)?;
        let mut typed = Vec::new();
        let mut wrong = 0;
        for (index, text) in texts(&body).enumerate() {
            let value = self.json_line(index, text);
            match value.and_then(|value| self.typed(value, schema, Location::Body, &index.to_string())) {
                Some(value) => typed.push(value),
                None => wrong += 1,
            }
            if wrong >= MAX_WRONG {
                break;
            }
        }
        (wrong == 0).then_some(typed)
    }

    /// JSON values, described together as an array with this schema.
    pub fn json_lines_as_array<T: DeserializeOwned>(
        &mut self,
        body: &[u8],
        schema: &'static Schema,
    ) -> Option<Vec<T>> {
        let body = self.in_utf8(body)?;
        let mut values = Vec::new();
        for (index, text) in texts(&body).enumerate() {
            values.push(self.json_line(index, text)?);
        }
        self.typed(Json::Array(values), schema, Location::Body, "")
    }

    fn json_line<'t>(&mut self, index: usize, text: &'t [u8]) -> Option<Json<'t>> {
        match json::read(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.note(Violation::new(Location::Body, format!("/{index}"), error.into()));
                None
            }
        }
    }
}
