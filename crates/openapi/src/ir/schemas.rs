//! Reading schemas.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{Discriminator, JsonType, Keyword, Schema, SchemaId, Schemas, TypeSet};

impl Schema {
    /// Whether this schema's own keywords name `null`. What stands behind `$ref` or inside `anyOf` is
    /// the business of [`Schemas::is_nullable`].
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.types.contains(&JsonType::Null)
            || self.constant.as_ref().is_some_and(Value::is_null)
            || (self.types.is_empty()
                && self.enumeration.as_ref().is_some_and(|values| values.iter().any(Value::is_null)))
    }

    /// Whether a keyword speaks of the members of objects, so that there is a struct or a map to make.
    #[must_use]
    pub fn describes_objects(&self) -> bool {
        !self.properties.is_empty()
            || !self.required.is_empty()
            || self.additional_properties.is_some()
            || !self.pattern_properties.is_empty()
            || self.unevaluated_properties.is_some()
    }

    /// The schemas of `if`, `then`, `else` and `dependentSchemas`.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = SchemaId> + '_ {
        let conditional = [self.if_, self.then, self.else_];
        conditional.into_iter().flatten().chain(self.dependent_schemas.values().copied())
    }

    /// The types that its keywords limit values of.
    fn limited_types(&self) -> TypeSet {
        let limiting = self.keywords().filter(|keyword| keyword.role().constrains());
        let types = limiting.filter_map(Keyword::applies_to).map(TypeSet::one);
        types.fold(TypeSet::NONE, TypeSet::or)
    }

    /// Whether no keyword limits what is valid.
    #[must_use]
    pub fn allows_everything(&self) -> bool {
        self.boolean == Some(true)
            || (self.boolean.is_none() && self.reference.is_none() && !self.constrains())
    }
}

impl JsonType {
    /// The type that is assumed for values of schemas that apply together, none of which has a `type`:
    /// objects, where properties are declared and no keyword speaks of anything else.
    ///
    /// Such schemas admit values of every other type as well, however little documents mean it: who leaves
    /// `type` out of a schema with `properties` means objects.
    #[must_use]
    pub fn assumed<'a>(schemas: impl IntoIterator<Item = &'a Schema>) -> Option<Self> {
        let (mut declares, mut limited) = (false, TypeSet::NONE);
        for schema in schemas {
            declares |= !schema.properties.is_empty();
            limited = limited.or(schema.limited_types());
        }
        (declares && limited == TypeSet::OBJECT).then_some(Self::Object)
    }
}

impl Discriminator {
    /// The text of a mapping that stands for a value of the property: a text itself, and numbers, booleans
    /// and `null` as JSON writes them. Whole numbers have no fraction, however they are written.
    #[must_use]
    pub fn tag_of(value: &Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => {
                let written = number.to_string();
                Some(written.strip_suffix(".0").map(str::to_owned).unwrap_or(written))
            }
            Value::Bool(_) | Value::Null => Some(value.to_string()),
            Value::Array(_) | Value::Object(_) => None,
        }
    }
}

impl Schemas {
    /// Goes from reference to reference while a schema is nothing but a reference, and returns the
    /// first that says something itself. Keywords without a meaning for validation, such as a
    /// description beside the reference, do not count.
    #[must_use]
    pub fn resolve(&self, id: SchemaId) -> SchemaId {
        let mut at = id;
        // No chain of different schemas can be longer than there are schemas.
        for _ in 0..self.all.len() {
            let schema = &self[at];
            match schema.reference {
                Some(target) if !schema.constrains() => at = target,
                _ => return at,
            }
        }
        id
    }

    /// Whether `null` is valid under this schema, as far as types, enumerations and constants tell.
    /// Where more than a thousand schemas would have to be asked, the answer is yes.
    #[must_use]
    pub fn is_nullable(&self, id: SchemaId) -> bool {
        self.null_allowed(id, &mut HashMap::new())
    }

    /// `known` keeps each answer, and `true` for what is being asked: a schema that leads back to
    /// itself adds nothing to what the others say.
    fn null_allowed(&self, id: SchemaId, known: &mut HashMap<SchemaId, bool>) -> bool {
        if let Some(answer) = known.get(&id) {
            return *answer;
        }
        known.insert(id, true);
        // Beyond any sensible chain of references, so that the stack is bounded.
        if known.len() > 1000 {
            return true;
        }
        let schema = &self[id];
        let own = schema.boolean != Some(false)
            && (schema.types.is_empty() || schema.types.contains(&JsonType::Null))
            && schema.constant.as_ref().is_none_or(Value::is_null)
            && schema.enumeration.as_ref().is_none_or(|values| values.iter().any(Value::is_null));
        let all = schema.reference.iter().chain(&schema.all_of);
        let answer = own
            && all.copied().all(|id| self.null_allowed(id, known))
            && [&schema.any_of, &schema.one_of]
                .into_iter()
                .all(|choices| choices.is_empty() || choices.iter().any(|id| self.null_allowed(*id, known)))
            && schema.not.is_none_or(|not| !self.null_allowed(not, known));
        known.insert(id, answer);
        answer
    }

    /// Every schema that can be reached from these, each once, in the order of discovery.
    #[must_use]
    pub fn reachable(&self, from: impl IntoIterator<Item = SchemaId>) -> Vec<SchemaId> {
        let mut seen = HashSet::new();
        let mut found: Vec<SchemaId> = from.into_iter().filter(|id| seen.insert(*id)).collect();
        let mut next = 0;
        while let Some(id) = found.get(next) {
            found.extend(self[*id].children().filter(|child| seen.insert(*child)));
            next += 1;
        }
        found
    }

    /// Every schema with its id.
    pub fn iter(&self) -> impl Iterator<Item = (SchemaId, &Schema)> {
        (0..).map(SchemaId).zip(&self.all)
    }
}
