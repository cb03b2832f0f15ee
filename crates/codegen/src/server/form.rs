//! Which JSON values the text of a parameter or form field can stand for.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use unplug_openapi::ir::{Api, JsonType, SchemaId};

use super::schema::some_or_none;

/// References may form a circle.
const MAX_DEPTH: u8 = 32;

/// A set of JSON types; a number set has the integers in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TypeSet(u8);

const NAMES: [(JsonType, &str); 7] = [
    (JsonType::Null, "NULL"),
    (JsonType::Boolean, "BOOLEAN"),
    (JsonType::Object, "OBJECT"),
    (JsonType::Array, "ARRAY"),
    (JsonType::Number, "NUMBER"),
    (JsonType::String, "STRING"),
    (JsonType::Integer, "INTEGER"),
];

impl TypeSet {
    const ALL: Self = Self(0x7f);
    const NONE: Self = Self(0);

    fn one(json_type: JsonType) -> Self {
        let position = NAMES.iter().position(|(known, _)| *known == json_type).unwrap_or(0);
        let bit = 1_u8 << position;
        if json_type == JsonType::Number { Self(bit).or(Self::one(JsonType::Integer)) } else { Self(bit) }
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn has(self, json_type: JsonType) -> bool {
        let other = Self::one(json_type);
        self.0 & other.0 == other.0
    }

    /// The set as an expression of the runtime's `Types`.
    pub(super) fn tokens(self) -> TokenStream {
        let mut expression = None;
        for (json_type, name) in NAMES {
            let implied = json_type == JsonType::Integer && self.has(JsonType::Number);
            if !self.has(json_type) || implied {
                continue;
            }
            let name = quote::format_ident!("{name}");
            expression = Some(match expression {
                None => quote!(Types::#name),
                Some(before) => quote!(#before.or(Types::#name)),
            });
        }
        expression.unwrap_or_else(|| quote!(Types::NONE))
    }
}

/// The runtime's expression for a list of types.
pub(super) fn types_tokens(types: &[JsonType]) -> TokenStream {
    types.iter().fold(TypeSet::NONE, |set, json_type| set.or(TypeSet::one(*json_type))).tokens()
}

/// The types that a value of the schema can have.
pub(super) fn types_of(api: &Api, id: SchemaId) -> TypeSet {
    narrowed(api, id, 0)
}

fn narrowed(api: &Api, id: SchemaId, depth: u8) -> TypeSet {
    let schema = &api.schemas[id];
    if depth == MAX_DEPTH {
        return TypeSet::ALL;
    }
    let mut set = TypeSet::ALL;
    if !schema.types.is_empty() {
        let own = schema.types.iter().map(|json_type| TypeSet::one(*json_type));
        set = set.and(own.fold(TypeSet::NONE, TypeSet::or));
    }
    let values = schema.enumeration.iter().flatten().chain(&schema.constant);
    let of_values = values.map(type_of).fold(TypeSet::NONE, TypeSet::or);
    if of_values != TypeSet::NONE {
        set = set.and(of_values);
    }
    for part in schema.reference.iter().chain(&schema.all_of) {
        set = set.and(narrowed(api, *part, depth + 1));
    }
    for branches in [&schema.one_of, &schema.any_of] {
        if !branches.is_empty() {
            let union = branches.iter().map(|branch| narrowed(api, *branch, depth + 1));
            set = set.and(union.fold(TypeSet::NONE, TypeSet::or));
        }
    }
    set
}

fn type_of(value: &Value) -> TypeSet {
    TypeSet::one(match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    })
}

/// Types of a single text; a schema that leaves the type open is taken as text.
fn scalar(api: &Api, id: SchemaId) -> TypeSet {
    let types = types_of(api, id);
    if types == TypeSet::ALL {
        return TypeSet::one(JsonType::String);
    }
    let structured = TypeSet::one(JsonType::Array).or(TypeSet::one(JsonType::Object));
    types.without(structured).without(TypeSet::one(JsonType::Null))
}

/// What the text of a parameter can stand for.
pub(super) enum Written {
    /// One text.
    Text,
    /// One value of these types.
    Scalar(TokenStream),
    /// An array or object, as the runtime's `Form`.
    Structured(TokenStream),
}

/// What the text of a parameter of the schema can stand for.
pub(super) fn emit(api: &Api, id: SchemaId) -> Written {
    let types = types_of(api, id);
    let open = types == TypeSet::ALL;
    let own = scalar(api, id).tokens();
    let items = (!open && types.has(JsonType::Array)).then(|| {
        let item = find(api, id, 0, &|id| api.schemas[id].items);
        let types = item.map_or(TypeSet::one(JsonType::String), |item| item_types(api, item));
        types.tokens()
    });
    let members = (!open && types.has(JsonType::Object)).then(|| members(api, id));
    if items.is_none() && members.is_none() {
        let text = scalar(api, id) == TypeSet::one(JsonType::String);
        return if text { Written::Text } else { Written::Scalar(own) };
    }
    let (items, members) = (some_or_none(items), some_or_none(members));
    Written::Structured(quote!(Form { scalar: #own, items: #items, members: #members }))
}

/// Items and members that are structured themselves have no form in text.
fn item_types(api: &Api, id: SchemaId) -> TypeSet {
    let types = scalar(api, id);
    if types == TypeSet::NONE { TypeSet::one(JsonType::String) } else { types }
}

/// The runtime's `Members` of an object schema.
fn members(api: &Api, id: SchemaId) -> TokenStream {
    let mut declared: Vec<(String, SchemaId)> = Vec::new();
    collect_ids(api, id, 0, &mut declared);
    let declared = declared.iter().map(|(name, id)| {
        let types = item_types(api, *id).tokens();
        quote!((#name, #types))
    });
    let additional = find(api, id, 0, &|id| api.schemas[id].additional_properties);
    let others = match additional {
        Some(id) if api.schemas[id].boolean == Some(false) => quote!(None),
        Some(id) => {
            let types = item_types(api, id).tokens();
            quote!(Some(#types))
        }
        None => quote!(None),
    };
    quote!(Members { declared: &[#(#declared),*], others: #others })
}

/// The runtime's `Fields` of a form body: as members, but an array may be a repeated field.
pub(super) fn form_fields(api: &Api, id: SchemaId) -> TokenStream {
    let mut ids: Vec<(String, SchemaId)> = Vec::new();
    collect_ids(api, id, 0, &mut ids);
    let declared = ids.iter().map(|(name, id)| {
        let form = field_form(api, *id);
        quote!((#name, #form))
    });
    let others = match find(api, id, 0, &|id| api.schemas[id].additional_properties) {
        Some(id) if api.schemas[id].boolean == Some(false) => quote!(None),
        Some(id) => {
            let form = field_form(api, id);
            quote!(Some(#form))
        }
        None => quote!(Some(FieldForm::ONE_TEXT)),
    };
    quote!(Fields { declared: &[#(#declared),*], others: #others })
}

fn field_form(api: &Api, id: SchemaId) -> TokenStream {
    let types = types_of(api, id);
    let repeated = types != TypeSet::ALL && types.has(JsonType::Array);
    let each = if repeated {
        let item = find(api, id, 0, &|id| api.schemas[id].items);
        item.map_or(TypeSet::one(JsonType::String), |item| item_types(api, item))
    } else {
        item_types(api, id)
    };
    let each = each.tokens();
    // An object has no form of its own in a form: it is written as JSON.
    let json = types != TypeSet::ALL && types.has(JsonType::Object);
    quote!(FieldForm { types: #each, repeated: #repeated, json: #json })
}

/// The declared properties of an object schema and of everything that it is made of.
fn collect_ids(api: &Api, id: SchemaId, depth: u8, into: &mut Vec<(String, SchemaId)>) {
    let schema = &api.schemas[id];
    if depth == MAX_DEPTH {
        return;
    }
    for (name, property) in &schema.properties {
        if into.iter().all(|(known, _)| known != name) {
            into.push((name.clone(), *property));
        }
    }
    let parts = schema.reference.iter().chain(&schema.all_of).chain(&schema.one_of).chain(&schema.any_of);
    for part in parts {
        collect_ids(api, *part, depth + 1, into);
    }
}

/// The keyword in the schema itself or in what it refers to.
fn find(
    api: &Api,
    id: SchemaId,
    depth: u8,
    keyword: &dyn Fn(SchemaId) -> Option<SchemaId>,
) -> Option<SchemaId> {
    if depth == MAX_DEPTH {
        return None;
    }
    keyword(id).or_else(|| {
        let schema = &api.schemas[id];
        let mut parts = schema.reference.iter().chain(&schema.all_of);
        parts.find_map(|part| find(api, *part, depth + 1, keyword))
    })
}
