//! Enums whose variants hold one value each. How one of them is chosen says `value::choice!`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Attribute, DataEnum, Fields};

/// An untagged enum.
pub(crate) fn union(attributes: &[Attribute], data: &DataEnum) -> syn::Result<TokenStream> {
    let mut untagged = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            untagged |= meta.path.is_ident("untagged");
            Ok(())
        })?;
    }
    let variants = data.variants.iter().map(|variant| match &variant.fields {
        Fields::Unnamed(fields) if untagged && fields.unnamed.len() == 1 => {
            let (name, ty) = (variant.ident.to_string(), &fields.unnamed[0].ty);
            Ok(quote!((#name, generator.subschema_for::<#ty>())))
        }
        _ => Err(syn::Error::new(variant.span(), "a variant holds one value, and nothing tags it")),
    });
    let variants = variants.collect::<syn::Result<Vec<_>>>()?;
    Ok(quote! {
        let variants = vec![#(#variants),*];
        schema::union(&<Self as schema::Choice>::choice(), variants)
    })
}
