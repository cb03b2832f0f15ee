//! One schema as the runtime's list of checks. The walk stops at the first that fails, so some order is
//! needed; it is that of the ajv validator, the best known one, and vendors who use ajv name the same
//! violation then.
//!
//! ajv runs the keywords for all types first, then those for numbers, strings, arrays and
//! objects. It looks at `type` before all of them, except when one single type is named that has
//! keywords of its own: then the type is looked at when their turn comes.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::{Number, Value};
use unplug_openapi::ir::{Direction, JsonType, Keyword, KeywordValue, Schema, SchemaId, TypeSet};

use super::tables::{Tables, is_pattern};
use crate::form::EmitTypes as _;
use crate::types::Shape;

/// The keywords that can make a value invalid, `type` aside, in ajv's order: first those for values of
/// every type.
const ORDER: [Keyword; 32] = [
    Keyword::Const,
    Keyword::Enum,
    Keyword::Not,
    Keyword::AnyOf,
    Keyword::OneOf,
    Keyword::AllOf,
    Keyword::If,
    Keyword::Maximum,
    Keyword::Minimum,
    Keyword::ExclusiveMaximum,
    Keyword::ExclusiveMinimum,
    Keyword::MultipleOf,
    Keyword::MaxLength,
    Keyword::MinLength,
    Keyword::Pattern,
    Keyword::MaxItems,
    Keyword::MinItems,
    Keyword::PrefixItems,
    Keyword::Items,
    Keyword::Contains,
    Keyword::UniqueItems,
    Keyword::UnevaluatedItems,
    Keyword::MaxProperties,
    Keyword::MinProperties,
    Keyword::Required,
    Keyword::PropertyNames,
    Keyword::AdditionalProperties,
    Keyword::Properties,
    Keyword::PatternProperties,
    Keyword::DependentRequired,
    Keyword::DependentSchemas,
    Keyword::UnevaluatedProperties,
];

/// A keyword that can make a value invalid and has no place in [`ORDER`] does not compile.
const _: () = {
    // `type`, `minContains`, `maxContains`, `then` and `else` are said by other checks.
    assert!(Keyword::CONSTRAINING == ORDER.len() + 5, "a keyword has no check");
};

impl Tables<'_> {
    /// The checks of a schema, each an expression of the runtime's `Check`.
    pub(super) fn checks(&mut self, id: SchemaId) -> Vec<TokenStream> {
        let api = self.api;
        let schema = &api.schemas[id];
        match schema.boolean {
            Some(true) => return Vec::new(),
            Some(false) => return vec![quote!(Check::Nothing)],
            None => {}
        }
        let types = [JsonType::Number, JsonType::String, JsonType::Array, JsonType::Object];
        let groups = types.map(|json_type| {
            if json_type == JsonType::Object {
                // Before the patterns of what stands below.
                for pattern in schema.pattern_properties.keys() {
                    self.pattern(id, pattern);
                }
            }
            let mut checks = self.group(id, Some(json_type));
            if json_type == JsonType::Number {
                checks.extend(width(schema));
            }
            if json_type == JsonType::String
                && let Some(format) = api.schemas.asserted_format(schema)
            {
                let format = format_ident!("{format:?}");
                checks.push(quote!(Check::Format(unplug_wire::value::Format::#format)));
            }
            (json_type, checks)
        });
        let (stated, hidden_null) = self.stated_types(id);
        let deferred = groups.iter().position(|(json_type, checks)| {
            stated == [*json_type] && (!checks.is_empty() || has_format(schema, *json_type))
        });
        let type_check = type_check(&stated, hidden_null);
        let mut checks = Vec::new();
        if deferred.is_none() {
            checks.extend(type_check.clone());
        }
        if let Some(id) = schema.reference {
            let schema = self.reference(id);
            checks.push(quote!(Check::Reference(#schema)));
        }
        checks.extend(self.group(id, None));
        for (index, (_, group)) in groups.into_iter().enumerate() {
            if deferred == Some(index) {
                checks.extend(type_check.clone());
            }
            checks.extend(group);
        }
        checks
    }

    /// The types that values must have, and whether `null` is among them without being named in `type`.
    fn stated_types(&self, id: SchemaId) -> (Vec<JsonType>, bool) {
        let schema = &self.api.schemas[id];
        match self.types.assumed.get(&id) {
            Some((assumed, nullable)) if schema.types.is_empty() => {
                let null = nullable.then_some(JsonType::Null);
                (std::iter::once(*assumed).chain(null).collect(), *nullable)
            }
            _ => (schema.types.clone(), schema.nullable),
        }
    }

    /// The checks of the keywords that say something about values of a type, or of every type.
    fn group(&mut self, id: SchemaId, json_type: Option<JsonType>) -> Vec<TokenStream> {
        let keywords = ORDER.into_iter().filter(|keyword| keyword.applies_to() == json_type);
        keywords.filter_map(|keyword| self.check(id, keyword)).collect()
    }

    /// The check of one keyword, which has the keyword's name; `None` when the schema does not have it
    /// or another keyword's check says it.
    fn check(&mut self, id: SchemaId, keyword: Keyword) -> Option<TokenStream> {
        let api = self.api;
        let schema = &api.schemas[id];
        if schema.value(keyword).is_absent() {
            return None;
        }
        let arguments = match keyword {
            Keyword::Const => {
                let value = literal(schema.constant.as_ref()?);
                quote!((#value))
            }
            Keyword::Enum => {
                let values = schema.enumeration.iter().flatten().map(literal);
                quote!((&[#(#values),*]))
            }
            Keyword::Required => {
                let names: Vec<_> = schema.required_in(Direction::Request).collect();
                if names.is_empty() {
                    return None;
                }
                quote!((&[#(#names),*]))
            }
            Keyword::UniqueItems => TokenStream::new(),
            Keyword::Pattern => {
                let pattern = self.pattern(id, schema.pattern.as_ref()?);
                quote!((&#pattern))
            }
            Keyword::DependentRequired => {
                let pairs =
                    schema.dependent_required.iter().map(|(name, needed)| quote!((#name, &[#(#needed),*])));
                quote!((&[#(#pairs),*]))
            }
            Keyword::If
            | Keyword::Items
            | Keyword::Contains
            | Keyword::AdditionalProperties
            | Keyword::PatternProperties
            | Keyword::UnevaluatedItems
            | Keyword::UnevaluatedProperties => self.fields(id, keyword)?,
            Keyword::MinLength
            | Keyword::MaxLength
            | Keyword::MinItems
            | Keyword::MaxItems
            | Keyword::MinProperties
            | Keyword::MaxProperties
            | Keyword::Minimum
            | Keyword::Maximum
            | Keyword::ExclusiveMinimum
            | Keyword::ExclusiveMaximum
            | Keyword::MultipleOf
            | Keyword::Not
            | Keyword::PropertyNames
            | Keyword::AnyOf
            | Keyword::OneOf
            | Keyword::AllOf
            | Keyword::PrefixItems
            | Keyword::Properties
            | Keyword::DependentSchemas => self.only_argument(schema.value(keyword))?,
            // `type` has its own turn, others are said by `if` and `contains`.
            Keyword::Type | Keyword::MinContains | Keyword::MaxContains | Keyword::Then | Keyword::Else => {
                return None;
            }
            Keyword::Title
            | Keyword::Description
            | Keyword::Default
            | Keyword::Examples
            | Keyword::Format
            | Keyword::Deprecated
            | Keyword::ReadOnly
            | Keyword::WriteOnly
            | Keyword::ContentEncoding
            | Keyword::ContentMediaType
            | Keyword::ContentSchema
            | Keyword::ExtensibleEnum
            | Keyword::RustName
            | Keyword::Secret => return None,
        };
        let name = format_ident!("{keyword:?}");
        Some(quote!(Check::#name #arguments))
    }

    /// The argument of a check that has nothing but the keyword's value.
    fn only_argument(&mut self, value: KeywordValue<'_>) -> Option<TokenStream> {
        Some(match value {
            KeywordValue::Count(count) => {
                let limit = Literal::u64_unsuffixed((*count)?);
                quote!((#limit))
            }
            KeywordValue::Number(number) => {
                let limit = number_literal(number.as_ref()?);
                quote!((#limit))
            }
            KeywordValue::Schema(schema) => {
                let schema = self.reference((*schema)?);
                quote!((#schema))
            }
            KeywordValue::Schemas(schemas) => {
                let schemas: Vec<_> = schemas.iter().map(|id| self.reference(*id)).collect();
                quote!((&[#(#schemas),*]))
            }
            KeywordValue::SchemaMap(members) => {
                let pairs = members.iter().map(|(name, id)| {
                    let schema = self.reference(*id);
                    quote!((#name, #schema))
                });
                let pairs: Vec<_> = pairs.collect();
                quote!((&[#(#pairs),*]))
            }
            _ => return None,
        })
    }

    /// The fields of a check that depends on other keywords as well.
    fn fields(&mut self, id: SchemaId, keyword: Keyword) -> Option<TokenStream> {
        let api = self.api;
        let schema = &api.schemas[id];
        Some(match keyword {
            Keyword::If => {
                let condition = self.reference(schema.if_?);
                let then = self.optional(schema.then);
                let otherwise = self.optional(schema.else_);
                quote!({ condition: #condition, then: #then, otherwise: #otherwise })
            }
            Keyword::Items => {
                let from = Literal::usize_unsuffixed(schema.prefix_items.len());
                let items = self.reference(schema.items?);
                quote!({ from: #from, schema: #items })
            }
            Keyword::Contains => {
                let contains = self.reference(schema.contains?);
                let min = Literal::u64_unsuffixed(schema.min_contains.unwrap_or(1));
                let max = some_or_none(schema.max_contains.map(|max| {
                    let max = Literal::u64_unsuffixed(max);
                    quote!(#max)
                }));
                quote!({ schema: #contains, min: #min, max: #max })
            }
            // `true` asserts nothing, but it evaluates every member.
            Keyword::AdditionalProperties => {
                let names = schema.properties.keys();
                let patterns: Vec<_> =
                    schema.pattern_properties.keys().map(|pattern| self.pattern(id, pattern)).collect();
                let additional = self.reference(schema.additional_properties?);
                quote!({
                    properties: &[#(#names),*],
                    patterns: &[#(&#patterns),*],
                    schema: #additional,
                })
            }
            Keyword::PatternProperties => {
                let mut pairs = Vec::new();
                for (source, property) in &schema.pattern_properties {
                    let pattern = self.pattern(id, source);
                    if is_pattern(source) {
                        let property = self.reference(*property);
                        pairs.push(quote!((&#pattern, #property)));
                    }
                }
                if pairs.is_empty() {
                    return None;
                }
                quote!((&[#(#pairs),*]))
            }
            Keyword::UnevaluatedItems | Keyword::UnevaluatedProperties => {
                let within = self.named(id);
                let unevaluated = self.reference(schema.value(keyword).schemas().next()?);
                quote!({ within: &#within, schema: #unevaluated })
            }
            _ => return None,
        })
    }

    fn optional(&mut self, id: Option<SchemaId>) -> TokenStream {
        some_or_none(id.map(|id| self.reference(id)))
    }
}

/// The check of `type`.
fn type_check(stated: &[JsonType], hidden_null: bool) -> Option<TokenStream> {
    if stated.is_empty() {
        return None;
    }
    let types = TypeSet::of(stated).tokens();
    // What `nullable` says is no part of `type`, and so no part of the message.
    let is_named = |json_type: &&JsonType| !hidden_null || **json_type != JsonType::Null;
    let listed = stated.iter().filter(is_named);
    if let [only] = stated {
        let name = format_ident!("{}", only.as_str().to_uppercase());
        return Some(quote!(Check::#name));
    }
    let names = listed.map(|json_type| json_type.as_str());
    Some(quote!(Check::Type(#types, &[#(#names),*])))
}

/// An expression of type `Option`.
pub(super) fn some_or_none(expression: Option<TokenStream>) -> TokenStream {
    expression.map_or_else(|| quote!(None), |expression| quote!(Some(#expression)))
}

/// Integers are Rust integers, and floats floats: what does not fit must be refused here, in words.
fn width(schema: &Schema) -> Option<TokenStream> {
    if schema.types.contains(&JsonType::Number) {
        let float = crate::types::number_shape(&[schema]) == Shape::Float;
        return float.then(|| quote!(Check::Double));
    }
    if !schema.types.contains(&JsonType::Integer) {
        return None;
    }
    match crate::types::integer_shape(&[schema]) {
        Shape::Integer32 => Some(quote!(Check::Width(32))),
        Shape::Unsigned => Some(quote!(Check::Unsigned)),
        Shape::LongInteger => None,
        _ => Some(quote!(Check::Width(64))),
    }
}

fn has_format(schema: &Schema, json_type: JsonType) -> bool {
    schema.format.is_some() && matches!(json_type, JsonType::Number | JsonType::String)
}

/// A JSON value as an expression of the runtime's `Literal`.
fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(Literal::Null),
        Value::Bool(value) => quote!(Literal::Bool(#value)),
        Value::Number(number) => {
            let number = number_literal(number);
            quote!(Literal::Number(#number))
        }
        Value::String(text) => quote!(Literal::String(#text)),
        Value::Array(items) => {
            let items = items.iter().map(literal);
            quote!(Literal::Array(&[#(#items),*]))
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = literal(value);
                quote!((#name, #value))
            });
            quote!(Literal::Object(&[#(#members),*]))
        }
    }
}

fn number_literal(number: &Number) -> TokenStream {
    if let Some(number) = number.as_u64() {
        let number = Literal::u64_unsuffixed(number);
        return quote!(Number::Unsigned(#number));
    }
    if let Some(number) = number.as_i64() {
        let number = Literal::i64_unsuffixed(number);
        return quote!(Number::Negative(#number));
    }
    let number = Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
    quote!(Number::Float(#number))
}
