//! Type sets as the runtimes have them.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::{JsonType, TypeSet};

const NAMES: [(JsonType, &str); 7] = [
    (JsonType::Null, "NULL"),
    (JsonType::Boolean, "BOOLEAN"),
    (JsonType::Object, "OBJECT"),
    (JsonType::Array, "ARRAY"),
    (JsonType::Number, "NUMBER"),
    (JsonType::String, "STRING"),
    (JsonType::Integer, "INTEGER"),
];

/// A type set in generated code.
pub(crate) trait EmitTypes {
    /// The set as an expression of the runtimes' `Types`.
    fn tokens(self) -> TokenStream;

    /// The same as one literal, which may stand behind a reference in a constant.
    fn literal(self) -> TokenStream;
}

impl EmitTypes for TypeSet {
    fn tokens(self) -> TokenStream {
        if self == Self::ALL {
            return quote!(Types::ALL);
        }
        let mut expression = None;
        for (json_type, name) in NAMES {
            let implied = json_type == JsonType::Integer && self.has(JsonType::Number);
            if !self.has(json_type) || implied {
                continue;
            }
            let name = quote::format_ident!("{name}");
            expression = Some(match expression {
                None => quote!(Types::#name),
                Some(before) => quote!(#before.or(Types::#name)),
            });
        }
        expression.unwrap_or_else(|| quote!(Types::NONE))
    }

    fn literal(self) -> TokenStream {
        let single = NAMES.iter().any(|(json_type, _)| Self::one(*json_type) == self);
        if single || self == Self::ALL || self == Self::NONE {
            return self.tokens();
        }
        let bits = proc_macro2::Literal::u8_unsuffixed(self.bits());
        quote!(Types(#bits))
    }
}
