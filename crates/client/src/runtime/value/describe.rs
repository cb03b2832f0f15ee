//! What ties the generated types to their own JSON Schema. Without the feature `schemars` it is
//! nothing at all.

/// Implements `schemars::JsonSchema` for a type that is named in a schema by reference.
#[cfg(feature = "schemars")]
macro_rules! described {
    ($name:ident, $schema:expr) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(stringify!($name))
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(concat!(module_path!(), "::", stringify!($name)))
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

#[cfg(not(feature = "schemars"))]
macro_rules! described {
    ($name:ident, $schema:expr) => {};
}

/// Says how a variant of a union is chosen, and what its value has to be beyond its type.
#[cfg(feature = "schemars")]
macro_rules! choice {
    ($name:ident, $how:ident $(, $variant:ident: [$($limit:expr),*])*) => {
        impl $crate::runtime::value::schema::Choice for $name {
            fn choice() -> $crate::runtime::value::schema::Chosen {
                #[allow(unused_imports, reason = "not every choice has need of all")]
                use $crate::runtime::value::schema::{Chosen, How, Limit::*, Rule::*};
                Chosen {
                    how: How::$how,
                    limits: vec![$((stringify!($variant), vec![$($limit),*])),*],
                }
            }
        }
    };
}

#[cfg(not(feature = "schemars"))]
macro_rules! choice {
    ($name:ident, $how:ident $(, $variant:ident: [$($limit:expr),*])*) => {};
}

/// The function that lists all types of an API.
#[cfg(feature = "schemars")]
macro_rules! type_schemas {
    ($($name:ident),*) => {
        /// Every type of this module with its own JSON Schema.
        #[must_use]
        pub fn type_schemas() -> Vec<$crate::runtime::value::schema::TypeSchema> {
            vec![$($crate::runtime::value::schema::TypeSchema::of::<$name>(stringify!($name))),*]
        }
    };
}

#[cfg(not(feature = "schemars"))]
macro_rules! type_schemas {
    ($($name:ident),*) => {};
}

pub(crate) use {choice, described, type_schemas};
