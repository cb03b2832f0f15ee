//! Derives `schemars::JsonSchema` for the types that `cargo xtask codegen` writes.
//!
//! `schemars`' own derive takes every `Option` for both optional and nullable, and cannot look into
//! `deserialize_with`, so that it says of most generated structs what they do not do. It can be told
//! with an attribute for each field, which would be thousands of lines. This derive knows the few
//! serde attributes that the generator writes, and refuses all others: it never guesses.
//!
//! The code that it makes needs `unplug-wire` with its feature `schemars`, and is re-exported there as
//! `unplug_wire::value::JsonSchema`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Fields, Ident};

mod field;
mod variant;

/// Implements `schemars::JsonSchema` for a struct or an untagged enum as the generator writes it.
#[proc_macro_derive(JsonSchema)]
pub fn json_schema(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    schema(&input)
        .map_or_else(syn::Error::into_compile_error, |body| implementation(&input.ident, &body))
        .into()
}

fn schema(input: &DeriveInput) -> syn::Result<TokenStream> {
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => field::object(&fields.named),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                field::transparent(&input.attrs, &fields.unnamed[0])
            }
            other => Err(syn::Error::new(other.span(), "a struct has named fields, or only one")),
        },
        Data::Enum(data) => variant::union(&input.attrs, data),
        Data::Union(_) => Err(syn::Error::new(input.span(), "JSON has no such type")),
    }
}

fn implementation(name: &Ident, body: &TokenStream) -> TokenStream {
    let text = name.to_string();
    quote! {
        impl ::unplug_wire::value::schema::schemars::JsonSchema for #name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(#text)
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(concat!(module_path!(), "::", #text))
            }

            fn json_schema(
                generator: &mut ::unplug_wire::value::schema::schemars::SchemaGenerator,
            ) -> ::unplug_wire::value::schema::schemars::Schema {
                use ::unplug_wire::value::schema;
                #body
            }
        }
    }
}
