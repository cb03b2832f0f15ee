//! What a keyword of a schema can hold.

use indexmap::IndexMap;
use serde_json::{Map, Number, Value, json};

use super::{Example, JsonType, SchemaId};

/// Declares the kinds of value, each with the type of the field that holds it.
macro_rules! value_kinds {
    ($($(#[$doc:meta])* $kind:ident($ty:ty),)*) => {
        /// What a keyword holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ValueKind {
            $($(#[$doc])* $kind,)*
        }

        /// The value of a keyword.
        #[derive(Clone, Copy, Debug)]
        pub enum KeywordValue<'a> {
            $($(#[$doc])* $kind(&'a $ty),)*
        }

        /// The value of a keyword, to be changed.
        #[derive(Debug)]
        pub enum KeywordValueMut<'a> {
            $($(#[$doc])* $kind(&'a mut $ty),)*
        }

        $(impl KeywordField for $ty {
            const KIND: ValueKind = ValueKind::$kind;

            fn value(&self) -> KeywordValue<'_> {
                KeywordValue::$kind(self)
            }

            fn value_mut(&mut self) -> KeywordValueMut<'_> {
                KeywordValueMut::$kind(self)
            }
        })*
    };
}

/// A type that a field of [`super::Schema`] can have.
pub(super) trait KeywordField {
    const KIND: ValueKind;

    fn value(&self) -> KeywordValue<'_>;

    fn value_mut(&mut self) -> KeywordValueMut<'_>;
}

value_kinds! {
    /// `true`; `false` is as good as nothing.
    Flag(bool),
    /// A non-negative integer.
    Count(Option<u64>),
    /// Any number.
    Number(Option<Number>),
    /// A text.
    Text(Option<String>),
    /// The names of types.
    Types(Vec<JsonType>),
    /// Any JSON value, `null` among them.
    Json(Option<Value>),
    /// JSON values.
    JsonList(Option<Vec<Value>>),
    /// Names of properties.
    Names(Vec<String>),
    /// Names of properties for each name.
    NameLists(IndexMap<String, Vec<String>>),
    /// Examples.
    Examples(Vec<Example>),
    /// One schema.
    Schema(Option<SchemaId>),
    /// Schemas in order.
    Schemas(Vec<SchemaId>),
    /// Schemas by name or pattern.
    SchemaMap(IndexMap<String, SchemaId>),
}

impl<'a> KeywordValue<'a> {
    /// Whether the keyword is absent from the schema.
    #[must_use]
    pub fn is_absent(self) -> bool {
        match self {
            Self::Flag(flag) => !flag,
            Self::Count(count) => count.is_none(),
            Self::Number(number) => number.is_none(),
            Self::Text(text) => text.is_none(),
            Self::Types(types) => types.is_empty(),
            Self::Json(value) => value.is_none(),
            Self::JsonList(values) => values.is_none(),
            Self::Names(names) => names.is_empty(),
            Self::NameLists(lists) => lists.is_empty(),
            Self::Examples(examples) => examples.is_empty(),
            Self::Schema(schema) => schema.is_none(),
            Self::Schemas(schemas) => schemas.is_empty(),
            Self::SchemaMap(schemas) => schemas.is_empty(),
        }
    }

    /// The schemas in it.
    pub fn schemas(self) -> impl Iterator<Item = SchemaId> + use<'a> {
        let (single, list, map): (Option<SchemaId>, &[SchemaId], _) = match self {
            Self::Schema(schema) => (*schema, &[], None),
            Self::Schemas(schemas) => (None, schemas, None),
            Self::SchemaMap(schemas) => (None, &[], Some(schemas)),
            _ => (None, &[], None),
        };
        single
            .into_iter()
            .chain(list.iter().copied())
            .chain(map.into_iter().flat_map(|schemas| schemas.values().copied()))
    }

    /// The value as JSON Schema writes it; `None` when the keyword is absent. `embed` gives what
    /// stands for a schema.
    pub fn to_json(self, embed: &mut dyn FnMut(SchemaId) -> Value) -> Option<Value> {
        if self.is_absent() {
            return None;
        }
        Some(match self {
            Self::Flag(flag) => json!(flag),
            Self::Count(count) => json!(count),
            Self::Number(number) => json!(number),
            Self::Text(text) => json!(text),
            Self::Types(types) => match types.as_slice() {
                [only] => json!(only.as_str()),
                several => several.iter().map(|name| json!(name.as_str())).collect(),
            },
            Self::Json(value) => value.clone().unwrap_or_default(),
            Self::JsonList(values) => json!(values),
            Self::Names(names) => json!(names),
            Self::NameLists(lists) => {
                lists.iter().map(|(name, needed)| (name.clone(), json!(needed))).collect::<Map<_, _>>().into()
            }
            Self::Examples(examples) => examples.iter().map(|example| example.value.clone()).collect(),
            Self::Schema(schema) => schema.map(embed).unwrap_or_default(),
            Self::Schemas(schemas) => schemas.iter().map(|id| embed(*id)).collect(),
            Self::SchemaMap(schemas) => {
                schemas.iter().map(|(name, id)| (name.clone(), embed(*id))).collect::<Map<_, _>>().into()
            }
        })
    }
}

impl KeywordValueMut<'_> {
    /// Changes every schema in it.
    pub(super) fn each_schema(self, change: &mut dyn FnMut(&mut SchemaId)) {
        match self {
            Self::Schema(schema) => schema.iter_mut().for_each(change),
            Self::Schemas(schemas) => schemas.iter_mut().for_each(change),
            Self::SchemaMap(schemas) => schemas.values_mut().for_each(change),
            _ => {}
        }
    }

    /// Makes the keyword absent.
    pub(super) fn clear(self) {
        match self {
            Self::Flag(flag) => *flag = false,
            Self::Count(count) => *count = None,
            Self::Number(number) => *number = None,
            Self::Text(text) => *text = None,
            Self::Types(types) => types.clear(),
            Self::Json(value) => *value = None,
            Self::JsonList(values) => *values = None,
            Self::Names(names) => names.clear(),
            Self::NameLists(lists) => lists.clear(),
            Self::Examples(examples) => examples.clear(),
            Self::Schema(schema) => *schema = None,
            Self::Schemas(schemas) => schemas.clear(),
            Self::SchemaMap(schemas) => schemas.clear(),
        }
    }

    /// Takes a schema out.
    pub(super) fn remove_schema(self, unwanted: SchemaId) {
        match self {
            Self::Schema(schema) => *schema = schema.filter(|id| *id != unwanted),
            Self::Schemas(schemas) => schemas.retain(|id| *id != unwanted),
            Self::SchemaMap(schemas) => schemas.retain(|_, id| *id != unwanted),
            _ => {}
        }
    }
}
