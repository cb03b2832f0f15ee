//! What the generated types say of their own JSON Schema, when the crate's feature `schemars` is on.
//!
//! Structs and unions derive it from their Rust code; what a derive cannot see in an enum, how one
//! variant is chosen, is written beside it.

use proc_macro2::{Literal as Token, TokenStream};
use quote::{format_ident, quote};

use crate::names::RustName;
use crate::types::{Decision, Literal, Types, UnionDef, UnionVariant};

/// Derives the schema.
pub(super) fn derive() -> TokenStream {
    quote!(#[cfg_attr(feature = "schemars", derive(value::JsonSchema))])
}

/// The list of all types.
pub(super) fn emit_type_schemas(types: &Types<'_>) -> TokenStream {
    let names = types.defs.iter().map(|def| &def.name);
    quote!(unplug_wire::value::type_schemas!(#(#names),*);)
}

/// How a variant is chosen.
pub(super) fn emit_choice(types: &Types<'_>, name: &RustName, union: &UnionDef) -> TokenStream {
    let tagged = matches!(union.decision, Decision::Tagged { .. });
    let only_one = union.exclusive && union.exact && !tagged;
    let how = format_ident!("{}", if only_one { "ExactlyOne" } else { "AnyOf" });
    let limits = union.variants.iter().enumerate().filter_map(|(index, variant)| {
        let limits = limits(types, union, index, variant);
        let variant = &variant.variant;
        (!limits.is_empty()).then(|| quote!(, #variant: [#(#limits),*]))
    });
    quote!(value::choice!(#name, #how #(#limits)*);)
}

fn limits(types: &Types<'_>, union: &UnionDef, index: usize, variant: &UnionVariant) -> Vec<TokenStream> {
    if let Decision::Tagged { property, tags, default } = &union.decision {
        let texts =
            |wanted: bool| tags.iter().filter(move |(_, of)| (*of == index) == wanted).map(|(text, _)| text);
        let (own, others) = (texts(true), texts(false));
        let tried = if default.is_some() { Vec::new() } else { types.untagged(union, property) };
        let tried = tried.iter().find(|tried| tried.variant == variant.variant);
        return vec![match tried.map(|tried| guard_limits(types, tried)) {
            _ if *default == Some(index) => quote!(NoTag(#property, &[#(#others),*])),
            Some(limits) => quote!(TagIfAny(#property, &[#(#own),*], &[#(#limits),*])),
            None => quote!(Tag(#property, &[#(#own),*])),
        }];
    }
    guard_limits(types, variant)
}

fn guard_limits(types: &Types<'_>, variant: &UnionVariant) -> Vec<TokenStream> {
    let guard = &variant.guard;
    let mut limits = Vec::new();
    if !guard.text.is_empty() {
        let rules = guard.text.iter().map(rule);
        limits.push(quote!(Text(&[#(#rules),*])));
    }
    let fields = types.as_struct(&variant.ty).map_or(&[] as &[_], |definition| &definition.fields);
    for (property, literals) in guard.properties.iter().filter(|(_, literals)| !literals.is_empty()) {
        let nullable = fields.iter().any(|field| field.name == *property && field.ty.nullable);
        let rules = literals.iter().map(rule).chain(nullable.then(|| quote!(Null)));
        limits.push(quote!(Member(#property, &[#(#rules),*])));
    }
    if let Some(names) = &guard.closed {
        limits.push(quote!(Only(&[#(#names),*])));
    }
    limits
}

fn rule(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Equals(text) => quote!(Equals(#text)),
        Literal::OneOf(texts) => quote!(OneOf(&[#(#texts),*])),
        Literal::StartsWith(text) => quote!(StartsWith(#text)),
        Literal::EndsWith(text) => quote!(EndsWith(#text)),
        Literal::Contains(text) => quote!(Contains(#text)),
        Literal::Format(format) => {
            let name = format.name();
            quote!(Format(#name))
        }
        Literal::MinLength(length) => {
            let length = Token::u64_unsuffixed(*length);
            quote!(MinLength(#length))
        }
        Literal::MaxLength(length) => {
            let length = Token::u64_unsuffixed(*length);
            quote!(MaxLength(#length))
        }
    }
}
