//! One schema as the runtime's list of checks, in the order in which ajv runs its keywords.
//!
//! ajv runs the keywords for all types first, then those for numbers, strings, arrays and
//! objects. It looks at `type` before all of them, except when one single type is named that has
//! keywords of its own: then the type is looked at when their turn comes.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::{Number, Value};
use unplug_openapi::ir::{JsonType, Schema, SchemaId};

use super::form::types_tokens;
use super::tables::{Tables, is_pattern};

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
        let groups = [
            (JsonType::Number, number(schema)),
            (JsonType::String, self.string(id, schema)),
            (JsonType::Array, self.array(id, schema)),
            (JsonType::Object, self.object(id, schema)),
        ];
        let deferred = groups.iter().position(|(json_type, checks)| {
            schema.types == [*json_type] && (!checks.is_empty() || has_format(schema, *json_type))
        });
        let type_check = self.type_check(schema);
        let mut checks = Vec::new();
        if deferred.is_none() {
            checks.extend(type_check.clone());
        }
        checks.extend(self.general(schema));
        for (index, (_, group)) in groups.into_iter().enumerate() {
            if deferred == Some(index) {
                checks.extend(type_check.clone());
            }
            checks.extend(group);
        }
        checks
    }

    fn type_check(&self, schema: &Schema) -> Option<TokenStream> {
        if schema.types.is_empty() {
            return None;
        }
        let types = types_tokens(&schema.types);
        // What `nullable` says is no part of `type`, and so no part of the message.
        let is_named = |json_type: &&JsonType| !schema.nullable || **json_type != JsonType::Null;
        let listed = schema.types.iter().filter(is_named);
        if let [only] = schema.types.as_slice() {
            let name = format_ident!("{}", only.as_str().to_uppercase());
            return Some(quote!(Check::#name));
        }
        let names = listed.map(|json_type| json_type.as_str()).collect::<Vec<_>>().join(",");
        Some(quote!(Check::Type(#types, #names)))
    }

    /// Keywords for values of every type.
    fn general(&mut self, schema: &Schema) -> Vec<TokenStream> {
        let mut checks = Vec::new();
        if let Some(id) = schema.reference {
            let schema = self.reference(id);
            checks.push(quote!(Check::Reference(#schema)));
        }
        if let Some(value) = &schema.constant {
            let value = literal(value);
            checks.push(quote!(Check::Const(#value)));
        }
        if let Some(values) = &schema.enumeration {
            let values = values.iter().map(literal);
            checks.push(quote!(Check::Enum(&[#(#values),*])));
        }
        if let Some(id) = schema.not {
            let schema = self.reference(id);
            checks.push(quote!(Check::Not(#schema)));
        }
        let lists = [
            (quote!(AnyOf), &schema.any_of),
            (quote!(OneOf), &schema.one_of),
            (quote!(AllOf), &schema.all_of),
        ];
        for (keyword, schemas) in lists {
            if !schemas.is_empty() {
                let schemas = self.references(schemas);
                checks.push(quote!(Check::#keyword(&[#(#schemas),*])));
            }
        }
        if let Some(condition) = schema.if_
            && (schema.then.is_some() || schema.else_.is_some())
        {
            let condition = self.reference(condition);
            let then = self.optional(schema.then);
            let otherwise = self.optional(schema.else_);
            checks.push(quote! {
                Check::If { condition: #condition, then: #then, otherwise: #otherwise }
            });
        }
        checks
    }

    fn string(&mut self, id: SchemaId, schema: &Schema) -> Vec<TokenStream> {
        let mut checks =
            limits([(quote!(MaxLength), schema.max_length), (quote!(MinLength), schema.min_length)]);
        if let Some(pattern) = &schema.pattern {
            let pattern = self.pattern(id, pattern);
            checks.push(quote!(Check::Pattern(&#pattern)));
        }
        checks
    }

    fn array(&mut self, id: SchemaId, schema: &Schema) -> Vec<TokenStream> {
        let mut checks = limits([(quote!(MaxItems), schema.max_items), (quote!(MinItems), schema.min_items)]);
        if !schema.prefix_items.is_empty() {
            let schemas = self.references(&schema.prefix_items);
            checks.push(quote!(Check::PrefixItems(&[#(#schemas),*])));
        }
        if let Some(items) = schema.items {
            let from = Literal::usize_unsuffixed(schema.prefix_items.len());
            let items = self.reference(items);
            checks.push(quote!(Check::Items { from: #from, schema: #items }));
        }
        if let Some(contains) = schema.contains {
            let contains = self.reference(contains);
            let min = Literal::u64_unsuffixed(schema.min_contains.unwrap_or(1));
            let max = some_or_none(schema.max_contains.map(|max| {
                let max = Literal::u64_unsuffixed(max);
                quote!(#max)
            }));
            checks.push(quote!(Check::Contains { schema: #contains, min: #min, max: #max }));
        }
        if schema.unique_items {
            checks.push(quote!(Check::UniqueItems));
        }
        if let Some(unevaluated) = schema.unevaluated_items {
            let within = self.named(id);
            let unevaluated = self.reference(unevaluated);
            checks.push(quote! {
                Check::UnevaluatedItems { within: &#within, schema: #unevaluated }
            });
        }
        checks
    }

    fn object(&mut self, id: SchemaId, schema: &Schema) -> Vec<TokenStream> {
        let mut checks = limits([
            (quote!(MaxProperties), schema.max_properties),
            (quote!(MinProperties), schema.min_properties),
        ]);
        if !schema.required.is_empty() {
            let names = &schema.required;
            checks.push(quote!(Check::Required(&[#(#names),*])));
        }
        if let Some(names) = schema.property_names {
            let names = self.reference(names);
            checks.push(quote!(Check::PropertyNames(#names)));
        }
        let patterns: Vec<_> =
            schema.pattern_properties.keys().map(|pattern| self.pattern(id, pattern)).collect();
        // `true` asserts nothing, but it evaluates every member.
        if let Some(additional) = schema.additional_properties {
            let names = schema.properties.keys();
            let additional = self.reference(additional);
            checks.push(quote! {
                Check::AdditionalProperties {
                    properties: &[#(#names),*],
                    patterns: &[#(&#patterns),*],
                    schema: #additional,
                }
            });
        }
        if !schema.properties.is_empty() {
            let pairs = self.pairs(&schema.properties);
            checks.push(quote!(Check::Properties(&[#(#pairs),*])));
        }
        let named = schema.pattern_properties.iter().zip(&patterns);
        let usable: Vec<_> = named.filter(|((source, _), _)| is_pattern(source)).collect();
        if !usable.is_empty() {
            let pairs = usable.into_iter().map(|((_, id), pattern)| {
                let schema = self.reference(*id);
                quote!((&#pattern, #schema))
            });
            let pairs: Vec<_> = pairs.collect();
            checks.push(quote!(Check::PatternProperties(&[#(#pairs),*])));
        }
        if !schema.dependent_required.is_empty() {
            let pairs =
                schema.dependent_required.iter().map(|(name, needed)| quote!((#name, &[#(#needed),*])));
            checks.push(quote!(Check::DependentRequired(&[#(#pairs),*])));
        }
        if !schema.dependent_schemas.is_empty() {
            let pairs = self.pairs(&schema.dependent_schemas);
            checks.push(quote!(Check::DependentSchemas(&[#(#pairs),*])));
        }
        if let Some(unevaluated) = schema.unevaluated_properties {
            let within = self.named(id);
            let unevaluated = self.reference(unevaluated);
            checks.push(quote! {
                Check::UnevaluatedProperties { within: &#within, schema: #unevaluated }
            });
        }
        checks
    }

    fn references(&mut self, ids: &[SchemaId]) -> Vec<TokenStream> {
        ids.iter().map(|id| self.reference(*id)).collect()
    }

    fn optional(&mut self, id: Option<SchemaId>) -> TokenStream {
        some_or_none(id.map(|id| self.reference(id)))
    }

    fn pairs(&mut self, members: &indexmap::IndexMap<String, SchemaId>) -> Vec<TokenStream> {
        let pair = |(name, id): (&String, &SchemaId)| {
            let schema = self.reference(*id);
            quote!((#name, #schema))
        };
        members.iter().map(pair).collect()
    }
}

/// An expression of type `Option`.
pub(super) fn some_or_none(expression: Option<TokenStream>) -> TokenStream {
    expression.map_or_else(|| quote!(None), |expression| quote!(Some(#expression)))
}

fn number(schema: &Schema) -> Vec<TokenStream> {
    let keywords = [
        (quote!(Maximum), &schema.maximum),
        (quote!(Minimum), &schema.minimum),
        (quote!(ExclusiveMaximum), &schema.exclusive_maximum),
        (quote!(ExclusiveMinimum), &schema.exclusive_minimum),
        (quote!(MultipleOf), &schema.multiple_of),
    ];
    let mut checks: Vec<_> = keywords
        .into_iter()
        .filter_map(|(keyword, limit)| {
            let limit = number_literal(limit.as_ref()?);
            Some(quote!(Check::#keyword(#limit)))
        })
        .collect();
    // Integers are Rust integers: what does not fit must be refused here, in words.
    if schema.types.contains(&JsonType::Integer) && !schema.types.contains(&JsonType::Number) {
        let unsigned = crate::types::is_unsigned(schema);
        let bits: u8 = if schema.format.as_deref() == Some("int32") { 32 } else { 64 };
        let bits = Literal::u8_unsuffixed(bits);
        checks.push(if unsigned { quote!(Check::Unsigned) } else { quote!(Check::Width(#bits)) });
    }
    checks
}

fn has_format(schema: &Schema, json_type: JsonType) -> bool {
    schema.format.is_some() && matches!(json_type, JsonType::Number | JsonType::String)
}

fn limits<const N: usize>(keywords: [(TokenStream, Option<u64>); N]) -> Vec<TokenStream> {
    let check = |(keyword, limit): (TokenStream, Option<u64>)| {
        let limit = Literal::u64_unsuffixed(limit?);
        Some(quote!(Check::#keyword(#limit)))
    };
    keywords.into_iter().filter_map(check).collect()
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
