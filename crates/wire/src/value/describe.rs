//! What ties the generated types to their own JSON Schema. In a crate without the feature
//! `schemars` these macros expand to nothing.

/// Implements `schemars::JsonSchema` for a type that is named in a schema by reference.
#[doc(hidden)]
#[macro_export]
macro_rules! described {
    ($name:ident, $schema:expr) => {
        #[cfg(feature = "schemars")]
        impl $crate::value::schema::schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(stringify!($name))
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(concat!(module_path!(), "::", stringify!($name)))
            }

            fn json_schema(
                _: &mut $crate::value::schema::schemars::SchemaGenerator,
            ) -> $crate::value::schema::schemars::Schema {
                $schema
            }
        }
    };
}

/// Says how a variant of a union is chosen, and what its value has to be beyond its type.
#[doc(hidden)]
#[macro_export]
macro_rules! choice {
    ($name:ident, $how:ident $(, $variant:ident: [$($limit:expr),*])*) => {
        #[cfg(feature = "schemars")]
        impl $crate::value::schema::Choice for $name {
            fn choice() -> $crate::value::schema::Chosen {
                #[allow(unused_imports, reason = "not every choice has need of all")]
                use $crate::value::schema::{Chosen, How, Limit::*, Rule::*};
                Chosen {
                    how: How::$how,
                    limits: vec![$((stringify!($variant), vec![$($limit),*])),*],
                }
            }
        }
    };
}

/// The function that lists all types of an API.
#[doc(hidden)]
#[macro_export]
macro_rules! type_schemas {
    ($($name:ident),*) => {
        /// Every type of this module with its own JSON Schema.
        #[cfg(feature = "schemars")]
        #[must_use]
        pub fn type_schemas() -> Vec<$crate::value::schema::TypeSchema> {
            vec![$($crate::value::schema::TypeSchema::of::<$name>(stringify!($name))),*]
        }
    };
}

pub use crate::{choice, described, type_schemas};
