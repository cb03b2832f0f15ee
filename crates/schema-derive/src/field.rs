//! Structs: what the serde attributes of a field say of its presence.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Field, GenericArgument, LitStr, PathArguments, Token, Type};

/// What the serde attributes of a field say.
#[derive(Default)]
struct Serde {
    rename: Option<String>,
    flatten: bool,
    default: bool,
    deserialize_with: Option<String>,
}

impl Serde {
    fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut found = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    found.rename = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("flatten") {
                    found.flatten = true;
                } else if meta.path.is_ident("default") && !meta.input.peek(Token![=]) {
                    found.default = true;
                } else if meta.path.is_ident("deserialize_with") {
                    found.deserialize_with = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("skip_serializing_if") {
                    // Says what is written, not what is read.
                    meta.value()?.parse::<LitStr>()?;
                } else {
                    return Err(meta.error("what this means for reading is not known to the derive"));
                }
                Ok(())
            })?;
        }
        Ok(found)
    }
}

/// A struct with named fields.
pub(crate) fn object(fields: &Punctuated<Field, Token![,]>) -> syn::Result<TokenStream> {
    let members = fields.iter().map(member).collect::<syn::Result<Vec<_>>>()?;
    Ok(quote! {
        let mut object = schema::Object::default();
        #(#members)*
        object.finish()
    })
}

fn member(field: &Field) -> syn::Result<TokenStream> {
    let serde = Serde::of(&field.attrs)?;
    let ty = &field.ty;
    if serde.flatten && matches!(serde.deserialize_with.as_deref(), None | Some("value::undeclared")) {
        return Ok(quote!(object.others::<#ty>(generator);));
    }
    let own = field.ident.as_ref().map(|ident| syn::ext::IdentExt::unraw(ident).to_string());
    let name = serde.rename.or(own).unwrap_or_default();
    match (serde.default, serde.deserialize_with.as_deref(), in_option(ty)) {
        _ if serde.flatten => {
            Err(syn::Error::new(field.span(), "how this is read is not known to the derive"))
        }
        (true, Some("present"), Some(inner)) => Ok(quote!(object.optional::<#inner>(#name, generator);)),
        (false, Some("value::fitting"), _) => {
            Ok(quote!(object.optional::<serde_json::Value>(#name, generator);))
        }
        (false, Some("required"), _) | (false, None, None) => {
            Ok(quote!(object.required::<#ty>(#name, generator);))
        }
        _ => Err(syn::Error::new(field.span(), "whether this must be there is not known to the derive")),
    }
}

/// `struct X(T);`, which is read as a `T`.
pub(crate) fn transparent(attributes: &[Attribute], field: &Field) -> syn::Result<TokenStream> {
    let mut transparent = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            transparent |= meta.path.is_ident("transparent");
            Ok(())
        })?;
    }
    if !transparent {
        return Err(syn::Error::new(field.span(), "a struct of one value is `#[serde(transparent)]`"));
    }
    let ty = &field.ty;
    Ok(quote!(<#ty as schema::schemars::JsonSchema>::json_schema(generator)))
}

/// The `T` of an `Option<T>`.
fn in_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}
