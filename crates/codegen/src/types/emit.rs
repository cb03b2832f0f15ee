//! Definitions as Rust items.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::ext::IdentExt as _;

use super::{
    EnumBase, EnumDef, Field, Shape, StructDef, TypeDef, TypeKind, TypeUse, Types, docs, emit_schema,
};
use crate::plan::Role;

impl Types<'_> {
    /// All definitions. Both sides have the same types, each its own.
    pub(crate) fn emit(&self, _side: Role) -> TokenStream {
        let uses = (!self.defs.is_empty()).then(|| {
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
        let list = self.emit_type_schemas();
        quote!(#uses #(#items)* #list)
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
                let derive = emit_schema::derive();
                quote! {
                    #docs
                    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
                    #derive
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
            let strict = (additional.ty.shape != Shape::Value)
                .then(|| quote!(, deserialize_with = "value::undeclared"));
            quote! {
                /// Members that the document does not name.
                #[serde(flatten #strict)]
                pub #field: #ty,
            }
        });
        let derive = emit_schema::derive();
        quote! {
            #docs
            #[derive(Clone, Debug, #default PartialEq, serde::Deserialize, serde::Serialize)]
            #derive
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
    let (base, derives, completion) = match definition.base {
        EnumBase::String => (quote!(String), quote!(Eq, Hash,), quote!(open_text)),
        EnumBase::Integer => (quote!(i64), quote!(Eq, Hash,), quote!(open_integer)),
        EnumBase::Mixed => (quote!(serde_json::Value), TokenStream::new(), quote!(open_value)),
    };
    let known = definition.variants.iter().map(|known| {
        let (variant, value) = (&known.variant, known_value(definition.base, &known.value));
        quote!(#variant = #value)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, #derives PartialEq)]
        pub enum #name {
            #(#variants)*
            /// A value that the document does not name, as it stands.
            Other(#base),
        }

        value::#completion!(#name, #(#known),*);
    }
}

/// A known value as the runtime wants it: text and whole numbers themselves, others as JSON texts.
fn known_value(base: EnumBase, value: &Value) -> TokenStream {
    match (base, value) {
        (EnumBase::String, Value::String(text)) => quote!(#text),
        (EnumBase::Integer, Value::Number(number)) if number.is_i64() => {
            let number = proc_macro2::Literal::i64_unsuffixed(number.as_i64().unwrap_or_default());
            quote!(#number)
        }
        (_, other) => {
            let json = other.to_string();
            quote!(#json)
        }
    }
}

fn emit_const(name: &Ident, docs: &TokenStream, value: &Value) -> TokenStream {
    let item = quote! {
        #docs
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
        pub struct #name;
    };
    let completion = match value {
        Value::String(text) => quote!(value::constant_text!(#name, #text);),
        other => {
            let json = other.to_string();
            quote!(value::constant_json!(#name, #json);)
        }
    };
    quote!(#item #completion)
}
