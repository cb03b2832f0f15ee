//! Rust types as tokens.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{BodyType, ContentType, PartType};
use crate::types::{Shape, TypeUse, Types};

/// A type where the definitions themselves are: in `types.rs`.
#[must_use]
pub fn local(types: &Types<'_>, ty: &TypeUse) -> TokenStream {
    tokens(types, ty, None)
}

/// A type elsewhere in the module of its API: definitions are written as `types::X`.
#[must_use]
pub fn qualified(types: &Types<'_>, ty: &TypeUse) -> TokenStream {
    tokens(types, ty, Some(&quote!(types)))
}

/// A type in another module inside that of its API: definitions are written as `super::types::X`.
pub(crate) fn beside(types: &Types<'_>, ty: &TypeUse) -> TokenStream {
    tokens(types, ty, Some(&quote!(super::types)))
}

/// A type that is never `null`, elsewhere in the module of its API.
pub(crate) fn of_shape(types: &Types<'_>, ty: &Shape) -> TokenStream {
    shape(types, ty, Some(&quote!(types)))
}

/// The type of a media type's content.
#[must_use]
pub fn of_content(types: &Types<'_>, content: &ContentType) -> TokenStream {
    match content {
        ContentType::Value(ty) => qualified(types, ty),
        ContentType::Text => quote!(String),
        ContentType::Bytes => quote!(bytes::Bytes),
        ContentType::ByteStream => quote!(runtime::ByteStream),
        ContentType::EventStream(item) => {
            let item = qualified(types, item);
            quote!(runtime::EventStream<#item>)
        }
        ContentType::JsonLines(item) => {
            let item = qualified(types, item);
            quote!(runtime::JsonLines<#item>)
        }
        ContentType::Items(item) => {
            let item = qualified(types, item);
            quote!(Vec<#item>)
        }
        ContentType::Parts => quote!(Vec<unplug_wire::multipart::Part>),
        ContentType::Multipart(name) => quote!(#name),
    }
}

/// The type of a body.
#[must_use]
pub fn of_body(types: &Types<'_>, body: BodyType<'_>) -> TokenStream {
    match body {
        BodyType::Enum(name) => quote!(#name),
        BodyType::Content(content) => of_content(types, content),
    }
}

/// The type of a part of a multipart body.
pub(crate) fn of_part(types: &Types<'_>, part: &PartType) -> TokenStream {
    match part {
        PartType::File => quote!(unplug_wire::multipart::File),
        PartType::Files => quote!(Vec<unplug_wire::multipart::File>),
        PartType::Value(ty) => qualified(types, ty),
    }
}

fn tokens(types: &Types<'_>, ty: &TypeUse, module: Option<&TokenStream>) -> TokenStream {
    let inner = shape(types, &ty.shape, module);
    if ty.nullable { quote!(Option<#inner>) } else { inner }
}

fn shape(types: &Types<'_>, shape: &Shape, module: Option<&TokenStream>) -> TokenStream {
    match shape {
        Shape::Value => quote!(serde_json::Value),
        Shape::Null => quote!(()),
        Shape::Boolean => quote!(bool),
        Shape::Integer32 => quote!(i32),
        Shape::Integer => quote!(i64),
        Shape::Unsigned => quote!(u64),
        Shape::Float => quote!(f64),
        Shape::LongInteger | Shape::Number => quote!(unplug_wire::json::Number),
        Shape::String => quote!(String),
        Shape::Secret => quote!(unplug_wire::value::Secret),
        Shape::FreeForm => quote!(serde_json::Map<String, serde_json::Value>),
        Shape::Array(item) => {
            let item = tokens(types, item, module);
            quote!(Vec<#item>)
        }
        Shape::Map(value) => {
            let value = tokens(types, value, module);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        Shape::Named(id) => {
            let name = &types.get(*id).name;
            let qualifier = module.map(|module| quote!(#module::));
            quote!(#qualifier #name)
        }
    }
}
