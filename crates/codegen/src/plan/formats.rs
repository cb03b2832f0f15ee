//! Branches of a `oneOf` that only a format tells apart which nothing asserts.

use std::collections::HashMap;

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Keyword, KeywordValue, Schema, SchemaId, Schemas};

/// Schemas within each other that are compared; what is equal that far down is taken to be equal.
const MAX_DEPTH: u8 = 12;

/// How two schemas differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Difference {
    /// In nothing that makes values invalid.
    None,
    /// Only in formats that are not asserted.
    Format,
    /// In something that is asserted.
    Other,
}

impl Difference {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Other, _) | (_, Self::Other) => Self::Other,
            (Self::Format, _) | (_, Self::Format) => Self::Format,
            (Self::None, Self::None) => Self::None,
        }
    }
}

/// A warning for each `oneOf` with branches that differ in a format alone, when it is not asserted: values
/// of one are values of the other, so that none of them is valid.
pub(super) fn not_told_apart(api: &Api) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut comparison = Comparison { schemas: &api.schemas, known: HashMap::new() };
    for schema in &api.schemas.all {
        let branches = &schema.one_of;
        let pairs = branches.iter().enumerate().flat_map(|(second, right)| {
            branches[..second].iter().enumerate().map(move |(first, left)| ((first, *left), (second, *right)))
        });
        let pair = pairs
            .into_iter()
            .find(|((_, left), (_, right))| comparison.difference(*left, *right, 0) == Difference::Format);
        if let Some(((first, _), (second, _))) = pair {
            found.push(diagnostic(schema, first, second));
        }
    }
    found
}

fn diagnostic(schema: &Schema, first: usize, second: usize) -> Diagnostic {
    Diagnostic::warning(
        "format-not-asserted",
        format!("branches {first} and {second} of `oneOf` differ in `format` alone, which is not asserted"),
    )
    .label(schema.location.label("no value can match exactly one of them"))
    .pointer(schema.location.pointer.clone())
    .reason("a format is an annotation here: what fits one branch fits the other, and `oneOf` refuses it")
    .remedy(
        "set `formats = \"asserted\"` for the document in unplug.toml, if the formats are among those that \
         can be asserted (docs/schemas.md), or correct `oneOf` to `anyOf`",
    )
}

struct Comparison<'a> {
    schemas: &'a Schemas,
    known: HashMap<(SchemaId, SchemaId), Difference>,
}

impl Comparison<'_> {
    fn difference(&mut self, left: SchemaId, right: SchemaId, depth: u8) -> Difference {
        let (left, right) = (self.schemas.resolve(left), self.schemas.resolve(right));
        if left == right || depth == MAX_DEPTH {
            return Difference::None;
        }
        if let Some(known) = self.known.get(&(left, right)) {
            return *known;
        }
        // What leads back here differs as the rest does.
        self.known.insert((left, right), Difference::None);
        let found = self.compared(left, right, depth);
        self.known.insert((left, right), found);
        found
    }

    fn compared(&mut self, left: SchemaId, right: SchemaId, depth: u8) -> Difference {
        let schemas = self.schemas;
        let (one, other) = (&schemas[left], &schemas[right]);
        if one.boolean != other.boolean || one.reference.is_some() != other.reference.is_some() {
            return Difference::Other;
        }
        let mut found = Difference::None;
        if one.format != other.format {
            // A width of integers makes no value of one branch a value of the other alone, either.
            let asserted = schemas.asserted_format(one).is_some() || schemas.asserted_format(other).is_some();
            found = if asserted { Difference::Other } else { Difference::Format };
        }
        let ids = one.reference.iter().zip(&other.reference);
        for (left, right) in ids {
            found = found.and(self.difference(*left, *right, depth + 1));
        }
        for keyword in Keyword::ALL.iter().filter(|keyword| keyword.role().constrains()) {
            if found == Difference::Other {
                return found;
            }
            found = found.and(self.keyword((one.value(*keyword), other.value(*keyword)), depth));
        }
        found
    }

    fn keyword(&mut self, (one, other): (KeywordValue<'_>, KeywordValue<'_>), depth: u8) -> Difference {
        // Names and values, with every schema left out.
        let shape = |value: &KeywordValue<'_>| value.to_json(&mut |_| serde_json::Value::Null);
        if shape(&one) != shape(&other) {
            return Difference::Other;
        }
        let pairs: Vec<(SchemaId, SchemaId)> = one.schemas().zip(other.schemas()).collect();
        pairs
            .into_iter()
            .fold(Difference::None, |found, (left, right)| found.and(self.difference(left, right, depth + 1)))
    }
}
