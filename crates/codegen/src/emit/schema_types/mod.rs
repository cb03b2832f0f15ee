//! The types of the schemas as Rust items.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::{docs, rust_type};
use crate::names::RustName;
use crate::types::{
    DeclaredBy, EnumBase, EnumDef, Field, Shape, StructDef, TypeDef, TypeKind, TypeUse, Types,
};

mod json_schema;
mod union;

/// The whole of `types.rs`: every definition with its encoding. Both crates have the same types,
/// each its own.
#[must_use]
pub fn emit(types: &Types<'_>) -> TokenStream {
    let uses = (!types.defs.is_empty()).then(|| {
        quote! {
            #![allow(
                missing_docs,
                unused_imports,
                clippy::large_enum_variant,
                clippy::option_option,
                reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
            )]
            use unplug_wire::value::{self, absent, present, required};
        }
    });
    let items = types.defs.iter().map(|def| emit_def(types, def));
    let list = json_schema::emit_type_schemas(types);
    quote!(#uses #(#items)* #list)
}

fn emit_def(types: &Types<'_>, def: &TypeDef) -> TokenStream {
    let name = &def.name;
    let docs = described(types, def);
    match &def.kind {
        TypeKind::Struct(definition) => emit_struct(types, name, &docs, definition),
        TypeKind::Enum(definition) => emit_enum(name, &docs, definition),
        TypeKind::Const(value) => emit_const(name, &docs, value),
        TypeKind::Union(definition) => union::emit(types, def, &docs, definition),
        TypeKind::Newtype(ty) => {
            let ty = rust_type::local(types, ty);
            let derive = json_schema::derive();
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
            let ty = rust_type::local(types, ty);
            quote!(#docs pub type #name = #ty;)
        }
    }
}

fn described(types: &Types<'_>, def: &TypeDef) -> TokenStream {
    let schema = &types.api.schemas[def.schema];
    let fallback = match (&schema.name, &schema.title) {
        (Some(name), _) => format!("The schema {}.", docs::code(name)),
        (None, Some(title)) => format!("{}.", docs::code(title)),
        // Its name says where it stands.
        (None, None) => return docs::described(def.description.as_deref(), def.deprecated),
    };
    docs::attributes(def.description.as_deref(), &fallback, def.deprecated)
}

fn emit_struct(
    types: &Types<'_>,
    name: &RustName,
    docs: &TokenStream,
    definition: &StructDef,
) -> TokenStream {
    let optional = definition.fields.iter().all(|field| !field.required);
    let default = optional.then(|| quote!(Default,));
    let fields: Vec<_> = definition.fields.iter().map(|field| emit_field(types, field)).collect();
    let is_certain = definition.fields.iter().all(|field| field.declared_by == DeclaredBy::All);
    let parted = definition.additional.as_ref().filter(|additional| types.keeps_numbers(&additional.ty));
    let additional = definition.additional.as_ref().map(|additional| {
        let field = &additional.field;
        let ty = map_type(types, &additional.ty);
        let strict = (is_certain && parted.is_none() && additional.ty.shape != Shape::Value)
            .then(|| quote!(, deserialize_with = "value::undeclared"));
        let docs = if is_certain {
            quote!(/// Members that the document does not name.
            )
        } else {
            quote!(/// Members that the document does not name, or that are of another type than it names.
            )
        };
        quote! {
            #docs
            #[serde(flatten #strict)]
            pub #field: #ty,
        }
    });
    let decode = if is_certain {
        parted.map(|additional| emit_parted(name, definition, &additional.field, &fields))
    } else {
        Some(emit_members(name, definition))
    };
    let derived = decode.is_none().then(|| quote!(serde::Deserialize,));
    let derive = json_schema::derive();
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq, #derived serde::Serialize)]
        #derive
        pub struct #name {
            #(#fields)*
            #additional
        }

        #decode
    }
}

/// Decoding of a struct whose other members keep their numbers: serde puts these members aside as floats.
fn emit_parted(
    name: &RustName,
    definition: &StructDef,
    additional: &RustName,
    fields: &[TokenStream],
) -> TokenStream {
    let declared = definition.fields.iter().map(|field| &field.name);
    let own: Vec<_> = definition.fields.iter().map(|field| &field.field).collect();
    quote! {
        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                /// The members that the document names.
                #[derive(serde::Deserialize)]
                struct Declared {
                    #(#fields)*
                }
                let (declared, #additional): (Declared, _) =
                    value::parted(deserializer, &[#(#declared),*])?;
                Ok(Self { #(#own: declared.#own,)* #additional })
            }
        }
    }
}

/// Decoding of a struct whose members need not be of their types, which no derive knows.
fn emit_members(name: &RustName, definition: &StructDef) -> TokenStream {
    let members = definition.fields.iter().map(|field| {
        let (name, wire) = (&field.field, &field.name);
        let how = format_ident!(
            "{}",
            match field {
                Field { declared_by: DeclaredBy::Some, .. } => "fitting",
                Field { required: true, .. } => "required",
                Field { .. } => "optional",
            }
        );
        quote!(#name: #how #wire)
    });
    let additional = definition.additional.iter().map(|additional| &additional.field);
    quote!(value::members!(#name, #(#additional)*, #(#members),*);)
}

fn map_type(types: &Types<'_>, value: &TypeUse) -> TokenStream {
    let shape =
        if value.shape == Shape::Value { Shape::FreeForm } else { Shape::Map(Box::new(value.clone())) };
    rust_type::local(types, &shape.into())
}

fn emit_field(types: &Types<'_>, field: &Field) -> TokenStream {
    let name = &field.field;
    let docs = docs::described(field.description.as_deref(), field.deprecated);
    let attribute = serde_attribute(field);
    let ty = field_type(types, field);
    let ty = if field.required { ty } else { quote!(Option<#ty>) };
    quote!(#docs #attribute pub #name: #ty,)
}

/// The type of a field without the `Option` of an optional property.
fn field_type(types: &Types<'_>, field: &Field) -> TokenStream {
    boxed_type(types, &field.ty, field.boxed)
}

fn boxed_type(types: &Types<'_>, ty: &TypeUse, boxed: bool) -> TokenStream {
    if !boxed {
        return rust_type::local(types, ty);
    }
    let inner = rust_type::local(types, &ty.shape.clone().into());
    if ty.nullable { quote!(Option<Box<#inner>>) } else { quote!(Box<#inner>) }
}

/// Nullable, optional and absent are kept apart: a required property must be there, even when it
/// may be `null`; an optional one is `Some` of what stands there, so `null` only passes when the
/// property's own type allows it.
fn serde_attribute(field: &Field) -> TokenStream {
    let name = &field.name;
    let renamed = (field.field.unraw() != name).then(|| quote!(#[serde(rename = #name)]));
    let presence = if field.declared_by == DeclaredBy::Some {
        // Nothing reads by it; it says so to the derive of the JSON Schema.
        quote!(#[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")])
    } else if !field.required {
        quote!(#[serde(default, deserialize_with = "present", skip_serializing_if = "absent")])
    } else if field.ty.nullable {
        quote!(#[serde(deserialize_with = "required")])
    } else {
        TokenStream::new()
    };
    quote!(#renamed #presence)
}

fn emit_enum(name: &RustName, docs: &TokenStream, definition: &EnumDef) -> TokenStream {
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

fn emit_const(name: &RustName, docs: &TokenStream, value: &Value) -> TokenStream {
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
