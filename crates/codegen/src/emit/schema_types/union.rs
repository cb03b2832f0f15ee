//! Unions as enums with the decoding that was decided for them.
//!
//! Encoding writes the variant's own value; serde's `untagged` does exactly that. Decoding never
//! uses it, because it takes the first variant that happens to fit and says nothing about the
//! others.

use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::{boxed_type, json_schema};
use crate::emit::{docs, rust_type};
use crate::names::{Namespace, RustName, ident, snake};
use crate::types::literal::Guard;
use crate::types::{Decision, Field, Literal, StructDef, TypeDef, Types, UnionDef, UnionVariant};

pub(super) fn emit(types: &Types<'_>, def: &TypeDef, docs: &TokenStream, union: &UnionDef) -> TokenStream {
    let name = &def.name;
    let variants = union.variants.iter().map(|variant| emit_variant(types, variant));
    let body = match &union.decision {
        Decision::Tagged { property, tags, default } => {
            tagged(types, name, union, property, (tags, *default))
        }
        Decision::Merged => merged(types, name, union).unwrap_or_else(|| trial(name, union)),
        Decision::Trial => trial(name, union),
    };
    let conversions = conversions(types, name, union);
    let (derive, choice) = (json_schema::derive(), json_schema::emit_choice(types, name, union));
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #derive
        #[serde(untagged)]
        pub enum #name {
            #(#variants)*
        }

        #choice
        #conversions

        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                #body
            }
        }
    }
}

fn emit_variant(types: &Types<'_>, variant: &UnionVariant) -> TokenStream {
    let name = &variant.variant;
    let ty = boxed_type(types, &variant.ty, variant.boxed);
    let docs = docs::described(variant.description.as_deref(), false);
    quote!(#docs #name(#ty),)
}

/// `From` for each variant whose type no other one has.
fn conversions(types: &Types<'_>, name: &RustName, union: &UnionDef) -> TokenStream {
    let alone =
        |variant: &&UnionVariant| union.variants.iter().filter(|other| other.ty == variant.ty).count() == 1;
    let each = union.variants.iter().filter(alone).map(|variant| {
        let (ty, held) = (rust_type::local(types, &variant.ty), &variant.variant);
        let boxed = variant.boxed.then(|| quote!(in Box));
        quote!(#held #boxed: #ty)
    });
    let each: Vec<_> = each.collect();
    if each.is_empty() {
        return TokenStream::new();
    }
    quote!(value::from_variants!(#name, #(#each),*);)
}

/// Decodes by the text of one property. Where variants do without it, a value that has none is
/// tried on these.
fn tagged(
    types: &Types<'_>,
    name: &RustName,
    union: &UnionDef,
    property: &str,
    (tags, default): (&[(String, usize)], Option<usize>),
) -> TokenStream {
    let text = name.to_string();
    let arms = union.variants.iter().enumerate().filter_map(|(index, variant)| {
        let held = &variant.variant;
        let own = tags.iter().filter(|(_, variant)| *variant == index);
        let own: Vec<&String> = own.map(|(tag, _)| tag).collect();
        (!own.is_empty()).then(|| quote!(Some(#(#own)|*) => value::decode(&json).map(Self::#held),))
    });
    let known = tags.iter().map(|(tag, _)| tag);
    let unknown = quote!(tag => Err(value::unknown_tag(#text, #property, tag, &[#(#known),*])),);
    let untagged = types.untagged(union, property);
    let otherwise = if let Some(default) = default.and_then(|index| union.variants.get(index)) {
        let held = &default.variant;
        quote!(_ => value::decode(&json).map(Self::#held),)
    } else if untagged.is_empty() {
        unknown
    } else {
        let attempts = attempts(name, &untagged);
        quote!(None if json.member(#property).is_none() => { #attempts trial.best() } #unknown)
    };
    let tag = if types.has_text_tags(union, property) {
        quote!(value::tag(&json, #property))
    } else {
        quote!(value::scalar_tag(&json, #property).as_deref())
    };
    quote! {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(deserializer)?;
        match #tag {
            #(#arms)*
            #otherwise
        }
    }
}

/// Decodes the properties of all variants once, then chooses.
fn merged(types: &Types<'_>, name: &RustName, union: &UnionDef) -> Option<TokenStream> {
    let structs: Vec<&StructDef> =
        union.variants.iter().map(|variant| types.as_struct(&variant.ty)).collect::<Option<_>>()?;
    let mut slots: Vec<&Field> = Vec::new();
    for field in structs.iter().flat_map(|definition| &definition.fields) {
        if !slots.iter().any(|known| known.name == field.name) {
            slots.push(field);
        }
    }
    let mut taken = Namespace::new();
    let names: Vec<Ident> = slots.iter().map(|slot| ident(&taken.claim_snake(&snake(&slot.name)))).collect();
    let members = slots.iter().zip(&names).map(|(slot, member)| {
        let (key, ty) = (&slot.name, rust_type::local(types, &slot.ty));
        // What every variant has, may fail at once; the rest may be anything for the others.
        let common = structs.iter().all(|s| s.fields.iter().any(|f| f.name == slot.name));
        let direct = common.then(|| quote!(, deserialize_with = "value::slot"));
        quote!(#[serde(rename = #key, default #direct)] #member: value::Slot<#ty>,)
    });
    let slot_of = |field: &Field| {
        let at = slots.iter().position(|slot| slot.name == field.name)?;
        names.get(at)
    };
    let text = name.to_string();
    let kind = choice(union);
    let checks = structs.iter().zip(&union.variants).map(|(definition, variant)| {
        let label = variant.variant.to_string();
        let slotted = || definition.fields.iter().filter_map(|f| Some((f, slot_of(f)?)));
        let mut fits: Vec<_> =
            slotted().map(|(field, slot)| slot_condition(field, slot, &variant.guard)).collect();
        if fits.is_empty() {
            fits.push(quote!(true));
        }
        if kind == "exactly_one" {
            return quote!((#label, #(#fits)&&*));
        }
        let present = slotted().map(|(_, slot)| quote!(slots.#slot.is()));
        quote!((#label, #(#fits)&&*, value::count(&[#(#present),*])))
    });
    let builds = structs.iter().zip(&union.variants).enumerate();
    let builds = builds.map(|(index, (definition, variant))| {
        let (index, held) = (Token::usize_unsuffixed(index), &variant.variant);
        let built = rust_type::local(types, &variant.ty);
        let fields = definition.fields.iter().filter_map(|field| {
            let (field_name, slot) = (&field.field, slot_of(field)?);
            Some(build_field(field, field_name, slot))
        });
        let built = quote!(#built { #(#fields)* });
        let built = if variant.boxed { quote!(Box::new(#built)) } else { built };
        quote!(#index => Self::#held(#built),)
    });
    Some(quote! {
        /// The properties of all variants.
        #[derive(serde::Deserialize)]
        struct Slots {
            #(#members)*
        }
        let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
        let chosen = value::#kind(#text, &[#(#checks),*])?;
        Ok(match chosen {
            #(#builds)*
            _ => return Err(value::no_variant(#text)),
        })
    })
}

fn choice(union: &UnionDef) -> Ident {
    if union.exclusive && union.exact { format_ident!("exactly_one") } else { format_ident!("best") }
}

/// Whether the property is as this variant wants it, as an expression.
fn slot_condition(field: &Field, slot: &Ident, guard: &Guard) -> TokenStream {
    let literals = guard.properties.iter().find(|(name, _)| *name == field.name);
    let text = quote!(text);
    let condition = literals.and_then(|(_, literals)| conditions(literals, &text));
    match (field.required, condition) {
        (true, Some(condition)) => {
            quote!(slots.#slot.is_some_and(|text: &String| #condition))
        }
        (false, Some(condition)) => {
            quote!(slots.#slot.is_none_or(|text: &String| #condition))
        }
        (true, None) => quote!(slots.#slot.is()),
        (false, None) => quote!(!slots.#slot.is_other()),
    }
}

fn build_field(field: &Field, name: &RustName, slot: &Ident) -> TokenStream {
    let boxed = field.boxed.then(|| {
        if field.ty.nullable { quote!(.map(|value| value.map(Box::new))) } else { quote!(.map(Box::new)) }
    });
    if field.required {
        quote!(#name: slots.#slot.into_option() #boxed .ok_or_else(value::slot_is_empty)?,)
    } else {
        quote!(#name: slots.#slot.into_option() #boxed,)
    }
}

/// Tries every variant on the parsed JSON.
fn trial(name: &RustName, union: &UnionDef) -> TokenStream {
    let attempts = attempts(name, &union.variants);
    let finish = choice(union);
    quote! {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(deserializer)?;
        #attempts
        trial.#finish()
    }
}

/// A trial on `json`, and an attempt for each of the variants.
fn attempts<'v>(name: &RustName, variants: impl IntoIterator<Item = &'v UnionVariant>) -> TokenStream {
    let text = name.to_string();
    let attempts = variants.into_iter().map(|variant| {
        let held = &variant.variant;
        let label = held.to_string();
        let fits = trial_condition(&variant.guard).unwrap_or_else(|| quote!(true));
        quote!(trial.attempt(#label, #fits, Self::#held);)
    });
    quote! {
        let mut trial = value::Trial::new(#text, &json);
        #(#attempts)*
    }
}

fn trial_condition(guard: &Guard) -> Option<TokenStream> {
    let text = quote!(text);
    let mut all = Vec::new();
    if is_never_text(&guard.text) {
        all.push(quote!(!json.is_string()));
    } else if let Some(condition) = conditions(&guard.text, &text) {
        all.push(quote!(json.as_str().is_none_or(|text| #condition)));
    }
    for (property, literals) in &guard.properties {
        if let Some(condition) = conditions(literals, &text) {
            all.push(quote!(value::tag(&json, #property).is_none_or(|text| #condition)));
        }
    }
    if let Some(names) = &guard.closed {
        all.push(quote!(value::has_only(&json, &[#(#names),*])));
    }
    let mut all = all.into_iter();
    let first = all.next()?;
    Some(quote!(#first #(&& #all)*))
}

/// Whether what is listed has no text among it.
fn is_never_text(literals: &[Literal]) -> bool {
    literals.iter().any(|literal| matches!(literal, Literal::OneOf(texts) if texts.is_empty()))
}

/// An expression that is `true` when the `&str` in `text` keeps to the constraint.
fn condition(literal: &Literal, text: &TokenStream) -> TokenStream {
    match literal {
        Literal::Equals(literal) => quote!(#text == #literal),
        Literal::OneOf(literals) if literals.is_empty() => quote!(false),
        Literal::OneOf(literals) => quote!(matches!(#text, #(#literals)|*)),
        Literal::StartsWith(literal) => quote!(#text.starts_with(#literal)),
        Literal::EndsWith(literal) => quote!(#text.ends_with(#literal)),
        Literal::Contains(literal) => quote!(#text.contains(#literal)),
        Literal::Format(format) => {
            let format = format_ident!("{format:?}");
            quote!(value::Format::#format.fits(#text))
        }
        Literal::MinLength(1) => quote!(!#text.is_empty()),
        Literal::MinLength(length) => {
            let last = count(length.saturating_sub(1));
            quote!(#text.chars().nth(#last).is_some())
        }
        Literal::MaxLength(length) => {
            let length = count(*length);
            quote!(#text.chars().nth(#length).is_none())
        }
    }
}

/// All of the constraints together, or `None` when there are none.
fn conditions(literals: &[Literal], text: &TokenStream) -> Option<TokenStream> {
    let mut each = literals.iter().map(|literal| condition(literal, text));
    let first = each.next()?;
    Some(quote!(#first #(&& #each)*))
}

/// A length as a literal of the platform's index type; more than fits is never reached.
fn count(length: u64) -> Token {
    Token::usize_unsuffixed(usize::try_from(length).unwrap_or(usize::MAX))
}
