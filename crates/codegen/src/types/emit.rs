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
            quote! {
                #![allow(
                    missing_docs,
                    unused_imports,
                    clippy::large_enum_variant,
                    clippy::option_option,
                    reason = "as the document has it; of two options the outer one is about absence"
                )]
                use crate::runtime::value::{self, absent, present, required};
            }
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
        let fallback = match (&schema.name, &schema.title) {
            (Some(name), _) => format!("The schema {}.", docs::code(name)),
            (None, Some(title)) => format!("{}.", docs::code(title)),
            // Its name says where it stands.
            (None, None) => return docs::described(def.description.as_deref(), def.deprecated),
        };
        docs::attributes(def.description.as_deref(), &fallback, def.deprecated)
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
        let docs = docs::described(field.description.as_deref(), field.deprecated);
        let attribute = serde_attribute(field);
        let ty = self.field_type(field);
        let ty = if field.required { ty } else { quote!(Option<#ty>) };
        quote!(#docs #attribute pub #name: #ty,)
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
    let name = &field.name;
    let renamed = (field.field.unraw() != *name).then(|| quote!(#[serde(rename = #name)]));
    let presence = if !field.required {
        quote!(#[serde(default, deserialize_with = "present", skip_serializing_if = "absent")])
    } else if field.ty.nullable {
        quote!(#[serde(deserialize_with = "required")])
    } else {
        TokenStream::new()
    };
    quote!(#renamed #presence)
}

fn emit_enum(name: &Ident, docs: &TokenStream, definition: &EnumDef) -> TokenStream {
    let variants = definition.variants.iter().map(|variant| {
        let docs = docs::described(variant.description.as_deref(), false);
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
    let known = definition.variants.iter().filter_map(|variant| {
        let (text, variant) = (variant.value.as_str()?, &variant.variant);
        Some(quote!((Self::#variant, #text)))
    });
    quote! {
        impl #name {
            /// The known values as they stand in JSON.
            pub const KNOWN: &'static [(Self, &'static str)] = &[#(#known),*];
        }

        value::open_text!(#name);
    }
}

fn integer_conversions(name: &Ident, definition: &EnumDef) -> TokenStream {
    let known = definition.variants.iter().filter_map(|variant| {
        let number = proc_macro2::Literal::i64_unsuffixed(variant.value.as_i64()?);
        let variant = &variant.variant;
        Some(quote!((Self::#variant, #number)))
    });
    quote! {
        impl #name {
            /// The known values as they stand in JSON.
            pub const KNOWN: &'static [(Self, i64)] = &[#(#known),*];
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
            pub const KNOWN: &'static [(Self, &'static str)] = &[#((Self::#variants, #texts)),*];
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
