//! Definitions as Rust items.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::ext::IdentExt as _;

use super::{EnumBase, EnumDef, Field, Shape, StructDef, TypeDef, TypeKind, TypeUse, Types, docs};
use crate::plan::Side;

impl Types<'_> {
    /// All definitions. Both sides have the same types, each its own.
    pub(crate) fn emit(&self, _side: Side) -> TokenStream {
        let needs_runtime = |def: &TypeDef| !matches!(def.kind, TypeKind::Alias(_) | TypeKind::Newtype(_));
        let uses = self.defs.iter().any(needs_runtime).then(|| {
            quote!(
                use crate::runtime::value;
            )
        });
        let items = self.defs.iter().map(|def| self.emit_def(def));
        quote!(#uses #(#items)*)
    }

    fn emit_def(&self, def: &TypeDef) -> TokenStream {
        let name = &def.name;
        let docs = self.docs(def);
        match &def.kind {
            TypeKind::Struct(definition) => self.emit_struct(name, &docs, definition),
            TypeKind::Enum(definition) => emit_enum(name, &docs, definition),
            TypeKind::Const(value) => emit_const(name, &docs, value),
            TypeKind::Union(definition) => self.emit_union(def, &docs, definition),
            TypeKind::Newtype(ty) => {
                let ty = self.tokens(ty, None);
                quote! {
                    #docs
                    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
                    #[serde(transparent)]
                    pub struct #name(
                        /// The value.
                        pub #ty,
                    );
                }
            }
            TypeKind::Alias(ty) => {
                let ty = self.tokens(ty, None);
                quote!(#docs pub type #name = #ty;)
            }
        }
    }

    fn docs(&self, def: &TypeDef) -> TokenStream {
        let schema = &self.api.schemas[def.schema];
        let place = match (&schema.name, &schema.title) {
            (Some(name), _) => format!("The schema {}.", docs::code(name)),
            (None, Some(title)) => format!("{}.", docs::code(title)),
            (None, None) => format!("The schema at {}.", docs::code(&schema.origin.pointer)),
        };
        docs::attributes(def.description.as_deref(), &place, def.deprecated)
    }

    fn emit_struct(&self, name: &Ident, docs: &TokenStream, definition: &StructDef) -> TokenStream {
        let optional = definition.fields.iter().all(|field| !field.required);
        let default = optional.then(|| quote!(Default,));
        let fields = definition.fields.iter().map(|field| self.emit_field(field));
        let additional = definition.additional.as_ref().map(|additional| {
            let field = &additional.field;
            let ty = self.map_type(&additional.ty);
            quote! {
                /// Members that the document does not name.
                #[serde(flatten)]
                pub #field: #ty,
            }
        });
        quote! {
            #docs
            #[derive(Clone, Debug, #default PartialEq, serde::Deserialize, serde::Serialize)]
            pub struct #name {
                #(#fields)*
                #additional
            }
        }
    }

    fn map_type(&self, value: &TypeUse) -> TokenStream {
        let shape =
            if value.shape == Shape::Value { Shape::FreeForm } else { Shape::Map(Box::new(value.clone())) };
        self.tokens(&shape.into(), None)
    }

    fn emit_field(&self, field: &Field) -> TokenStream {
        let name = &field.field;
        let fallback = format!("The property {}.", docs::code(&field.name));
        let docs = docs::attributes(field.description.as_deref(), &fallback, field.deprecated);
        let attribute = serde_attribute(field);
        let ty = self.field_type(field);
        let (ty, allowed) = match (field.required, field.ty.nullable) {
            (true, _) => (ty, None),
            (false, false) => (quote!(Option<#ty>), None),
            (false, true) => {
                let reason = "the outer one is about absence, the inner one about null";
                let allowed = quote!(#[allow(clippy::option_option, reason = #reason)]);
                (quote!(Option<#ty>), Some(allowed))
            }
        };
        quote!(#docs #attribute #allowed pub #name: #ty,)
    }

    /// The type of a field without the `Option` of an optional property.
    pub(super) fn field_type(&self, field: &Field) -> TokenStream {
        self.boxed_type(&field.ty, field.boxed)
    }

    pub(super) fn boxed_type(&self, ty: &TypeUse, boxed: bool) -> TokenStream {
        if !boxed {
            return self.tokens(ty, None);
        }
        let inner = self.tokens(&ty.shape.clone().into(), None);
        if ty.nullable { quote!(Option<Box<#inner>>) } else { quote!(Box<#inner>) }
    }
}

/// Nullable, optional and absent are kept apart: a required property must be there, even when it
/// may be `null`; an optional one is `Some` of what stands there, so `null` only passes when the
/// property's own type allows it.
fn serde_attribute(field: &Field) -> TokenStream {
    let mut parts = Vec::new();
    if field.field.unraw() != field.name {
        let name = &field.name;
        parts.push(quote!(rename = #name));
    }
    if !field.required {
        parts.push(quote!(default));
        parts.push(quote!(deserialize_with = "value::present"));
        parts.push(quote!(skip_serializing_if = "Option::is_none"));
    } else if field.ty.nullable {
        parts.push(quote!(deserialize_with = "value::required"));
    }
    if parts.is_empty() { TokenStream::new() } else { quote!(#[serde(#(#parts),*)]) }
}

fn emit_enum(name: &Ident, docs: &TokenStream, definition: &EnumDef) -> TokenStream {
    let variants = definition.variants.iter().map(|variant| {
        let value = match text_of(&variant.value) {
            text if text.trim().is_empty() => format!("{text:?}"),
            text => docs::code(&text),
        };
        let docs = docs::attributes(variant.description.as_deref(), &value, false);
        let variant = &variant.variant;
        quote!(#docs #variant,)
    });
    let (base, derives) = match definition.base {
        EnumBase::String => (quote!(String), quote!(Eq, Hash,)),
        EnumBase::Integer => (quote!(i64), quote!(Eq, Hash,)),
        EnumBase::Mixed => (quote!(serde_json::Value), TokenStream::new()),
    };
    let conversions = match definition.base {
        EnumBase::String => text_conversions(name, definition),
        EnumBase::Integer => integer_conversions(name, definition),
        EnumBase::Mixed => mixed_conversions(name, definition),
    };
    quote! {
        #docs
        #[derive(Clone, Debug, #derives PartialEq)]
        pub enum #name {
            #(#variants)*
            /// A value that the document does not name, as it stands.
            Other(#base),
        }
        #conversions
    }
}

fn text_conversions(name: &Ident, definition: &EnumDef) -> TokenStream {
    let variants: Vec<&Ident> = definition.variants.iter().map(|v| &v.variant).collect();
    let texts: Vec<&str> = definition.variants.iter().filter_map(|variant| variant.value.as_str()).collect();
    quote! {
        impl #name {
            /// The text as it stands in JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #texts,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                match text {
                    #(#texts => Self::#variants,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        value::open_text!(#name);
    }
}

fn integer_conversions(name: &Ident, definition: &EnumDef) -> TokenStream {
    let variants: Vec<&Ident> = definition.variants.iter().map(|v| &v.variant).collect();
    let numbers: Vec<proc_macro2::Literal> = definition
        .variants
        .iter()
        .filter_map(|variant| variant.value.as_i64())
        .map(proc_macro2::Literal::i64_unsuffixed)
        .collect();
    quote! {
        impl #name {
            /// The number as it stands in JSON.
            #[must_use]
            pub fn as_i64(&self) -> i64 {
                match self {
                    #(Self::#variants => #numbers,)*
                    Self::Other(number) => *number,
                }
            }
        }

        impl From<i64> for #name {
            fn from(number: i64) -> Self {
                match number {
                    #(#numbers => Self::#variants,)*
                    other => Self::Other(other),
                }
            }
        }

        value::open_integer!(#name);
    }
}

fn mixed_conversions(name: &Ident, definition: &EnumDef) -> TokenStream {
    let variants: Vec<&Ident> = definition.variants.iter().map(|v| &v.variant).collect();
    let texts: Vec<String> = definition.variants.iter().map(|variant| variant.value.to_string()).collect();
    quote! {
        impl #name {
            /// The known values as JSON texts.
            const KNOWN: &'static [(Self, &'static str)] = &[#((Self::#variants, #texts)),*];
        }

        value::open_value!(#name);
    }
}

fn emit_const(name: &Ident, docs: &TokenStream, value: &Value) -> TokenStream {
    let item = quote! {
        #docs
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
        pub struct #name;
    };
    match value {
        Value::String(text) => quote! {
            #item

            impl #name {
                /// The only value there is.
                pub const VALUE: &'static str = #text;
            }

            value::constant_text!(#name);
        },
        other => {
            let json = other.to_string();
            quote! {
                #item

                impl #name {
                    /// The only value there is, as a JSON text.
                    pub const JSON: &'static str = #json;
                }

                value::constant_json!(#name);
            }
        }
    }
}

/// A value as a person reads it.
fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
