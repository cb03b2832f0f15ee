//! Compiled schemas, and the way back from a validation error to the line that decided.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, ValidationError, ValidationOptions, Validator};
use serde_json::{Value, json};
use unplug_openapi::ir::{Api, Direction, Formats, JsonType, Keyword, KeywordValue, SchemaId, Schemas};
use unplug_openapi::syntax::{Node, pointer};

use crate::error::CheckerError;
use crate::finding::SourceLine;

/// Keywords whose values are no schemas.
const VALUES: [&str; 4] = ["const", "enum", "default", "examples"];

/// A validator for every schema that a message uses directly, in the direction of the message.
pub(crate) struct Compiled {
    validators: HashMap<(SchemaId, Option<Direction>), Validator>,
    /// Patterns that the validator cannot read.
    pub(crate) unread: Vec<String>,
}

/// One way in which a value does not fit its schema.
pub(crate) struct Mismatch {
    pub(crate) message: String,
    pub(crate) at: SourceLine,
    /// The schema that decided.
    pub(crate) schema: SchemaId,
    /// JSON pointer of the part that does not fit, within the value.
    pub(crate) instance: String,
    /// The property that is missing, where that is what is wrong.
    pub(crate) missing: Option<String>,
}

impl Compiled {
    /// Without a direction, all that is required counts.
    pub(crate) fn new(
        api: &Api,
        used: impl IntoIterator<Item = (SchemaId, Option<Direction>)>,
    ) -> Result<Self, CheckerError> {
        let mut validators = HashMap::new();
        let mut unread = BTreeSet::new();
        for (id, direction) in used {
            if validators.contains_key(&(id, direction)) {
                continue;
            }
            let mut schema = match direction {
                Some(direction) => api.schemas.to_json_schema_in(id, direction),
                None => api.schemas.to_json_schema(id),
            };
            let formats = api.schemas.formats;
            let validator = build(&schema, formats).or_else(|_| {
                // One expression that is none would leave all the rest unchecked.
                remove_unreadable(&mut schema, &mut unread);
                build(&schema, formats)
            });
            let validator = validator.map_err(|error| CheckerError::Schema {
                at: SourceLine::of(&api.schemas[id].location),
                message: error.to_string(),
            })?;
            validators.insert((id, direction), validator);
        }
        Ok(Self { validators, unread: unread.into_iter().collect() })
    }

    pub(crate) fn check(
        &self,
        api: &Api,
        root: Option<&Node>,
        (id, direction): (SchemaId, Option<Direction>),
        value: &Value,
    ) -> Vec<Mismatch> {
        let Some(validator) = self.validators.get(&(id, direction)) else { return Vec::new() };
        validator.iter_errors(value).map(|error| mismatch(&api.schemas, root, id, &error)).collect()
    }
}

/// What the `jsonschema` crate is told of formats: those are asserted that the document's own reading asserts.
pub(crate) fn reading<'i>(formats: Formats) -> ValidationOptions<'i> {
    /// What the crate would assert of itself.
    const KNOWN: [&str; 7] = [
        "idn-email",
        "idn-hostname",
        "iri",
        "iri-reference",
        "regex",
        "relative-json-pointer",
        "uri-template",
    ];
    let options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(formats == Formats::Asserted)
        .should_ignore_unknown_formats(true);
    KNOWN.into_iter().fold(options, |options, name| options.with_format(name, |_: &str| true))
}

fn build(schema: &Value, formats: Formats) -> Result<Validator, ValidationError<'static>> {
    reading(formats).build(schema)
}

/// Takes the patterns away that the validator cannot read. Members that such a pattern describes are
/// then like any others.
fn remove_unreadable(schema: &mut Value, unread: &mut BTreeSet<String>) {
    let readable = |pattern: &str| build(&json!({ "pattern": pattern }), Formats::Annotations).is_ok();
    // A list of what is left to do, because documents nest deeper than a stack may.
    let mut pending = vec![schema];
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(members) => {
                let own = members.get("pattern").and_then(Value::as_str);
                if let Some(pattern) = own.filter(|pattern| !readable(pattern)).map(str::to_owned) {
                    members.remove("pattern");
                    unread.insert(pattern);
                }
                if let Some(Value::Object(named)) = members.get_mut("patternProperties") {
                    unread.extend(named.keys().filter(|pattern| !readable(pattern)).cloned());
                    named.retain(|pattern, _| !unread.contains(pattern));
                }
                // Values are not schemas.
                let inner = members.iter_mut().filter(|(name, _)| !VALUES.contains(&name.as_str()));
                pending.extend(inner.map(|(_, inner)| inner));
            }
            Value::Array(items) => pending.extend(items),
            _ => {}
        }
    }
}

/// The message without the value, which may be a credential.
fn describe(error: &ValidationError<'_>) -> String {
    let at = error.instance_path().as_str();
    let message = error.masked_with("the value");
    if at.is_empty() { message.to_string() } else { format!("{message} at {at}") }
}

/// Follows the path that the validator took through the schemas.
fn mismatch(schemas: &Schemas, root: Option<&Node>, id: SchemaId, error: &ValidationError<'_>) -> Mismatch {
    let path = error.evaluation_path().as_str().to_owned();
    let segments: Vec<String> = pointer::tokens(&path).into_iter().flatten().map(Cow::into_owned).collect();
    let (mut id, mut rest) = (id, segments.as_slice());
    while let Some((next, remaining)) = step(schemas, id, rest) {
        (id, rest) = (next, remaining);
    }
    let location = &schemas[id].location;
    // With the tree at hand, the keyword's own line; otherwise the schema's first line.
    let keyword = rest.first().and_then(|keyword| {
        let pointer = pointer::child(&location.pointer, keyword);
        let node = root?.pointer(&pointer)?;
        let (line, _) = node.file.line_column(node.span.start);
        Some(SourceLine { file: node.file.name.clone(), line, pointer })
    });
    let missing = match error.kind() {
        ValidationErrorKind::Required { property } => property.as_str().map(str::to_owned),
        _ => None,
    };
    Mismatch {
        message: describe(error),
        at: keyword.unwrap_or_else(|| SourceLine::of(location)),
        schema: id,
        instance: error.instance_path().as_str().to_owned(),
        missing,
    }
}

/// One step from a schema into one of its subschemas.
fn step<'p>(schemas: &Schemas, id: SchemaId, path: &'p [String]) -> Option<(SchemaId, &'p [String])> {
    let schema = &schemas[id];
    let (keyword, rest) = path.split_first()?;
    // A `$ref` that only exists in the JSON form, to share a schema, leads to the same place.
    if keyword == "$ref" {
        return Some((schema.reference.unwrap_or(id), rest));
    }
    match schema.value(Keyword::from_name(keyword)?) {
        KeywordValue::Schema(single) => Some(((*single)?, rest)),
        KeywordValue::Schemas(list) => {
            let (index, rest) = rest.split_first()?;
            Some((*list.get(index.parse::<usize>().ok()?)?, rest))
        }
        KeywordValue::SchemaMap(map) => {
            let (name, rest) = rest.split_first()?;
            Some((*map.get(name)?, rest))
        }
        _ => None,
    }
}

/// The types that a schema allows, through `$ref`; empty means any.
pub(crate) fn types(schemas: &Schemas, id: SchemaId) -> &[JsonType] {
    &schemas[resolved(schemas, id)].types
}

/// Follows `$ref` to the schema that says something. Cycles of references end somewhere on the cycle.
pub(crate) fn resolved(schemas: &Schemas, id: SchemaId) -> SchemaId {
    let mut current = id;
    for _ in 0..schemas.all.len() {
        match schemas[current].reference {
            Some(next) if schemas[current].types.is_empty() => current = next,
            _ => break,
        }
    }
    current
}
