//! Fields of form bodies.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::{Api, JsonType, SchemaId, TypeSet};

use crate::form::EmitTypes as _;

/// The runtime's expression for a list of types.
pub(super) fn types_tokens(types: &[JsonType]) -> TokenStream {
    TypeSet::of(types).tokens()
}

/// Types of a single text; a schema that leaves the type open is taken as text.
fn scalar(api: &Api, id: SchemaId) -> TypeSet {
    let types = api.schemas.types_of(id);
    if types == TypeSet::ALL {
        return TypeSet::STRING;
    }
    types.single()
}

/// Items and members that are structured themselves have no form in text.
fn item_types(api: &Api, id: SchemaId) -> TypeSet {
    let types = scalar(api, id);
    if types == TypeSet::NONE { TypeSet::STRING } else { types }
}

/// The runtime's `Fields` of a form body: as members, but an array may be a repeated field.
pub(super) fn form_fields(api: &Api, id: SchemaId) -> TokenStream {
    let ids = api.schemas.declared_properties(id);
    let declared = ids.iter().map(|(name, id)| {
        let form = field_form(api, *id);
        quote!((#name, #form))
    });
    let others = match api.schemas.find(id, |id| api.schemas[id].additional_properties) {
        Some(id) if api.schemas[id].boolean == Some(false) => quote!(None),
        Some(id) => {
            let form = field_form(api, id);
            quote!(Some(#form))
        }
        None => quote!(Some(FieldForm::ONE_TEXT)),
    };
    quote!(Fields { declared: &[#(#declared),*], others: #others })
}

fn field_form(api: &Api, id: SchemaId) -> TokenStream {
    let types = api.schemas.types_of(id);
    let repeated = types != TypeSet::ALL && types.has(JsonType::Array);
    let each = if repeated {
        let item = api.schemas.find(id, |id| api.schemas[id].items);
        item.map_or(TypeSet::STRING, |item| item_types(api, item))
    } else {
        item_types(api, id)
    };
    let each = each.tokens();
    // An object has no form of its own in a form: it is written as JSON.
    let json = types != TypeSet::ALL && types.has(JsonType::Object);
    quote!(FieldForm { types: #each, repeated: #repeated, json: #json })
}
