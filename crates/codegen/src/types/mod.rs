//! Schemas as Rust types.
//!
//! [`Types`] holds, for every schema that an operation or a component reaches, how it is written
//! as a Rust type ([`TypeUse`]), and the definitions that this needs ([`TypeDef`]). A `$ref` and
//! the parts of an `allOf` are folded into one type; the data here says where each property of the
//! document ended up, so that checks can be generated from the schema against the Rust value.

use std::collections::BTreeMap;

use serde_json::Value;
use unplug_openapi::ir::{Api, JsonType, SchemaId};

use crate::names::RustName;

mod build;
mod decision;
pub(crate) mod effective;
pub(crate) mod inline_name;
pub(crate) mod literal;
mod recursion;
mod share;
mod written;

pub(crate) use build::{Builder, integer_shape, number_shape};
pub use literal::{Literal, literal_pattern};

/// Every type of one API.
#[derive(Debug)]
pub struct Types<'a> {
    /// The API the types belong to.
    pub api: &'a Api,
    /// The definitions, in the order in which they are written.
    pub defs: Vec<TypeDef>,
    /// How each schema that was reached is written.
    pub(crate) uses: BTreeMap<SchemaId, TypeUse>,
    /// Schemas whose values are read as one type although none is named, and whether they may be `null`.
    pub(crate) assumed: BTreeMap<SchemaId, (JsonType, bool)>,
}

/// Index of a definition in [`Types::defs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub(crate) usize);

/// How a schema is written where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeUse {
    /// The type without `null`.
    pub shape: Shape,
    /// Whether it may be `null`: then it is written `Option<…>`.
    pub nullable: bool,
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `serde_json::Value`: any JSON.
    Value,
    /// `()`: always `null`.
    Null,
    /// `bool`
    Boolean,
    /// `i32`
    Integer32,
    /// `i64`
    Integer,
    /// `u64`: the format or a limit says that values beyond `i64` may come.
    Unsigned,
    /// `Number`: a whole number, for which the limits admit more than 64 bits.
    LongInteger,
    /// `f64`: the format says so.
    Float,
    /// `Number`: it keeps every number as it is written.
    Number,
    /// `String`
    String,
    /// The runtime's `Secret`: text that is never shown.
    Secret,
    /// `serde_json::Map<String, serde_json::Value>`: an object without declared properties.
    FreeForm,
    /// `Vec<T>`
    Array(Box<TypeUse>),
    /// `BTreeMap<String, T>`
    Map(Box<TypeUse>),
    /// A definition of its own.
    Named(TypeId),
}

/// A generated item.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its name.
    pub name: RustName,
    /// The schema it was first made for.
    pub schema: SchemaId,
    /// Description for its documentation.
    pub description: Option<String>,
    /// `deprecated`
    pub deprecated: bool,
    /// What it is.
    pub kind: TypeKind,
}

/// Kinds of [`TypeDef`].
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// A struct with one field per property.
    Struct(StructDef),
    /// Known values of an open set: text, whole numbers, or any JSON.
    Enum(EnumDef),
    /// One of several types.
    Union(UnionDef),
    /// A unit struct that stands for exactly this value.
    Const(Value),
    /// `struct X(pub T)`, which breaks a recursion that runs only through arrays or maps.
    Newtype(TypeUse),
    /// `pub type X = T;` of a component that needs no item of its own. Uses are written out.
    Alias(TypeUse),
}

/// A struct.
#[derive(Clone, Debug)]
pub struct StructDef {
    /// Fields in document order.
    pub fields: Vec<Field>,
    /// Where members that are not declared go, when the schema says something about them.
    pub additional: Option<Additional>,
    /// `additionalProperties: false` without patterns: no other members are allowed.
    pub closed: bool,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// Property name on the wire.
    pub name: String,
    /// Name of the field.
    pub field: RustName,
    /// Whether it is in `required`. If not, the field is `Option<ty>`.
    pub required: bool,
    /// The property's type (nullability included, optionality not).
    pub ty: TypeUse,
    /// Which branches of an `anyOf` say that it has this type.
    pub declared_by: DeclaredBy,
    /// Whether the value is behind a `Box`, because the type contains itself.
    pub boxed: bool,
    /// The schemas that describe the property: several when parts of an `allOf` share it, none
    /// when it is only named in `required`.
    pub schemas: Vec<SchemaId>,
    /// Description.
    pub description: Option<String>,
    /// `deprecated`
    pub deprecated: bool,
}

/// Which branches of an `anyOf` a property is declared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclaredBy {
    /// All that allow it; outside an `anyOf`, the object itself.
    All,
    /// Some. A value that matches others may have another type there, and is then kept among the
    /// additional members.
    Some,
}

/// The field for undeclared members.
#[derive(Clone, Debug)]
pub struct Additional {
    /// Name of the field.
    pub field: RustName,
    /// Type of each value; [`Shape::Value`] gives a `serde_json::Map`, others a `BTreeMap`.
    pub ty: TypeUse,
}

/// Known values of an open set. Every such type has a last variant `Other` that keeps what it got.
#[derive(Clone, Debug)]
pub struct EnumDef {
    /// What `Other` holds.
    pub base: EnumBase,
    /// The known values.
    pub variants: Vec<EnumVariant>,
    /// From `x-extensible-enum`: values that are not known are valid.
    pub extensible: bool,
}

/// What an [`EnumDef`]'s values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumBase {
    /// Text; `Other(String)`.
    String,
    /// Whole numbers; `Other(i64)`.
    Integer,
    /// Anything; `Other(serde_json::Value)`.
    Mixed,
}

/// A known value.
#[derive(Clone, Debug)]
pub struct EnumVariant {
    /// Name of the variant.
    pub variant: RustName,
    /// The value.
    pub value: Value,
    /// Description, when the document gives one.
    pub description: Option<String>,
}

/// One of several types.
#[derive(Clone, Debug)]
pub struct UnionDef {
    /// The variants in document order.
    pub variants: Vec<UnionVariant>,
    /// Whether it is `oneOf` (or several `type`s). If not, `anyOf`.
    pub exclusive: bool,
    /// How decoding finds the variant.
    pub decision: Decision,
    /// Whether decoding accepts exactly what the schema's `oneOf` or `anyOf` accepts. If not, keywords
    /// that decoding does not look at (a real regular expression, a nested constraint) take part
    /// in the choice, and a strict reader has to check the JSON against the schema.
    pub exact: bool,
}

/// A variant of a union. It holds one value of `ty`.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// Name of the variant.
    pub variant: RustName,
    /// The branch of `oneOf` or `anyOf`; `None` for one of several `type`s.
    pub schema: Option<SchemaId>,
    /// Type of the value.
    pub ty: TypeUse,
    /// Whether the value is behind a `Box`, because the type contains itself.
    pub boxed: bool,
    /// What else must hold for the variant to be chosen.
    pub(crate) guard: literal::Guard,
    /// Description.
    pub description: Option<String>,
}

/// How decoding finds the variant of a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// By the text of one property.
    Tagged {
        /// Name of the property on the wire.
        property: String,
        /// Text → index of the variant.
        tags: Vec<(String, usize)>,
        /// The variant for any other or no text.
        default: Option<usize>,
    },
    /// All variants are structs with compatible properties: decoded once, then chosen by the
    /// properties that are there and the literal constraints on their text.
    Merged,
    /// Every variant is tried on the parsed JSON.
    Trial,
}

impl TypeUse {
    /// Any JSON.
    #[must_use]
    pub fn any() -> Self {
        Shape::Value.into()
    }
}

impl From<Shape> for TypeUse {
    fn from(shape: Shape) -> Self {
        Self { shape, nullable: false }
    }
}

impl Types<'_> {
    /// How a schema is written; any JSON for a schema that no operation or component reaches.
    #[must_use]
    pub fn use_of(&self, id: SchemaId) -> TypeUse {
        self.uses.get(&id).cloned().unwrap_or_else(TypeUse::any)
    }

    /// A definition.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.defs[id.0]
    }

    /// The definition behind a schema, if it has one.
    #[must_use]
    pub fn def(&self, id: SchemaId) -> Option<&TypeDef> {
        match self.use_of(id).shape {
            Shape::Named(named) => Some(self.get(named)),
            _ => None,
        }
    }

    /// The fields, when the schema became a struct.
    #[must_use]
    pub fn struct_fields(&self, id: SchemaId) -> Option<&[Field]> {
        match &self.def(id)?.kind {
            TypeKind::Struct(definition) => Some(&definition.fields),
            _ => None,
        }
    }

    /// The struct that a use names.
    #[must_use]
    pub fn as_struct(&self, ty: &TypeUse) -> Option<&StructDef> {
        match ty.shape {
            Shape::Named(id) => match &self.get(id).kind {
                TypeKind::Struct(definition) => Some(definition),
                _ => None,
            },
            _ => None,
        }
    }

    /// The union, when the schema became one.
    #[must_use]
    pub fn union(&self, id: SchemaId) -> Option<&UnionDef> {
        match &self.def(id)?.kind {
            TypeKind::Union(definition) => Some(definition),
            _ => None,
        }
    }

    /// The variants whose values need not have the tag, as they are tried when it is not there.
    pub(crate) fn untagged(&self, union: &UnionDef, property: &str) -> Vec<UnionVariant> {
        let requires = |variant: &UnionVariant| {
            self.as_struct(&variant.ty).is_some_and(|definition| {
                definition.fields.iter().any(|field| field.name == property && field.required)
            })
        };
        let mut untagged: Vec<UnionVariant> =
            union.variants.iter().filter(|variant| !requires(variant)).cloned().collect();
        for variant in &mut untagged {
            variant.guard.properties.retain(|(name, _)| name != property);
        }
        untagged
    }

    /// Whether the tags of a union are texts in all its variants. If not, numbers, booleans and `null` are
    /// tags as well.
    pub(crate) fn has_text_tags(&self, union: &UnionDef, property: &str) -> bool {
        let structs = union.variants.iter().filter_map(|variant| self.as_struct(&variant.ty));
        let mut fields =
            structs.flat_map(|definition| &definition.fields).filter(|field| field.name == property);
        fields.all(|field| {
            field.ty.shape == Shape::Value || (self.is_text(&field.ty.shape) && !field.ty.nullable)
        })
    }

    /// Whether every value of it is text.
    pub(crate) fn is_text(&self, shape: &Shape) -> bool {
        self.json_types(shape).is_some_and(|types| types == [JsonType::String])
    }

    /// The JSON types that a use can be, `null` left out. `None` means any.
    pub(crate) fn json_types(&self, shape: &Shape) -> Option<Vec<JsonType>> {
        Some(match shape {
            Shape::Value => return None,
            Shape::Null => vec![JsonType::Null],
            Shape::Boolean => vec![JsonType::Boolean],
            Shape::Integer32 | Shape::Integer | Shape::Unsigned | Shape::LongInteger => {
                vec![JsonType::Integer]
            }
            Shape::Float | Shape::Number => vec![JsonType::Number],
            Shape::String | Shape::Secret => vec![JsonType::String],
            Shape::FreeForm | Shape::Map(_) => vec![JsonType::Object],
            Shape::Array(_) => vec![JsonType::Array],
            Shape::Named(id) => match &self.get(*id).kind {
                TypeKind::Struct(_) => vec![JsonType::Object],
                TypeKind::Enum(definition) => match definition.base {
                    EnumBase::String => vec![JsonType::String],
                    EnumBase::Integer => vec![JsonType::Integer],
                    EnumBase::Mixed => return None,
                },
                TypeKind::Const(value) => vec![literal::json_type(value)],
                TypeKind::Newtype(ty) | TypeKind::Alias(ty) => return self.json_types(&ty.shape),
                TypeKind::Union(_) => return None,
            },
        })
    }
}
