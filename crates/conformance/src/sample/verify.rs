//! The last word on a sampled value: the validator of the `jsonschema` crate, compiled when it is first
//! asked. It shares no code with the sampler's own evaluator nor with the validator of the server stub,
//! on purpose: the three check each other.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fmt;

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};
use unplug_openapi::ir::{Direction, SchemaId, Schemas};

/// Where all schemas of the document are known to the validators.
const BASE: &str = "urn:unplug:schemas";

/// Validators, one for each schema that was asked about. All share one export of the schemas.
pub(super) struct Verifier<'a> {
    schemas: &'a Schemas,
    direction: Direction,
    /// `None` when the export cannot be used.
    registry: OnceCell<Option<Registry<'static>>>,
    /// `None` when the schema cannot be compiled.
    validators: RefCell<HashMap<SchemaId, Option<Validator>>>,
}

impl fmt::Debug for Verifier<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Verifier").finish_non_exhaustive()
    }
}

impl<'a> Verifier<'a> {
    pub(super) fn new(schemas: &'a Schemas, direction: Direction) -> Self {
        Self { schemas, direction, registry: OnceCell::new(), validators: RefCell::default() }
    }

    /// Whether the value is valid; `None` when the schema cannot be compiled, for example because a
    /// `pattern` is none.
    pub(super) fn is_valid(&self, id: SchemaId, value: &Value) -> Option<bool> {
        self.with(id, |validator| validator.is_valid(value))
    }

    /// Where the value is not valid, as JSON pointers.
    pub(super) fn violations(&self, id: SchemaId, value: &Value) -> Option<Vec<String>> {
        let pointer = |error: jsonschema::ValidationError<'_>| error.instance_path().as_str().to_owned();
        self.with(id, |validator| validator.iter_errors(value).map(pointer).collect())
    }

    fn with<T>(&self, id: SchemaId, ask: impl FnOnce(&Validator) -> T) -> Option<T> {
        let mut validators = self.validators.borrow_mut();
        validators.entry(id).or_insert_with(|| self.compiled(id)).as_ref().map(ask)
    }

    fn compiled(&self, id: SchemaId) -> Option<Validator> {
        let registry = self.registry.get_or_init(|| registry(self.schemas, self.direction)).as_ref()?;
        crate::schemas::reading(self.schemas.formats)
            .with_registry(registry)
            .build(&json!({ "$ref": format!("{BASE}#/$defs/{}", id.0) }))
            .ok()
    }
}

fn registry(schemas: &Schemas, direction: Direction) -> Option<Registry<'static>> {
    Registry::new()
        .draft(Draft::Draft202012)
        .add(BASE, schemas.to_definitions(direction))
        .ok()?
        .prepare()
        .ok()
}
