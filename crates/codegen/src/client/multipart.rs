//! How the parts of a multipart body are written.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::JsonType;

use crate::form::EmitTypes as _;
use crate::plan::{MultipartPlan, PartKind, PartPlan};
use unplug_openapi::ir::TypeSet;

/// The method of the runtime's `RequestBuilder` with its arguments.
pub(super) fn write(media_type: &str, plan: Option<&MultipartPlan>) -> TokenStream {
    let media_type = if media_type == "multipart/*" { "multipart/form-data" } else { media_type };
    let Some(plan) = plan else { return quote!(.parts(#media_type, body)) };
    let parts = plan.parts.iter().map(part);
    let others = plan.others.as_ref().map(|(field, _)| quote!(.others(&body.#field)));
    quote!(.multipart(#media_type, multipart::Form::new() #(#parts)* #others))
}

fn part(part: &PartPlan) -> TokenStream {
    let PartPlan { name, field, required, .. } = part;
    let value = if *required { quote!(Some(&body.#field)) } else { quote!(body.#field.as_ref()) };
    let content = match part.kind {
        PartKind::File => {
            let media_type = part.content_type.as_deref().unwrap_or("application/octet-stream");
            return match (part.list, required) {
                (false, _) => quote!(.file(#name, #media_type, #value)),
                (true, false) => quote!(.files(#name, #media_type, #value)),
                (true, true) => quote!(.required_files(#name, #media_type, &body.#field)),
            };
        }
        PartKind::Json(_) => quote!(multipart::Content::JSON),
        PartKind::Text(TypeSet::ALL) => quote!(multipart::Content::OPEN),
        PartKind::Text(types) if is_open(types) => {
            let types = types.literal();
            quote!(multipart::Content::any_of(#types))
        }
        PartKind::Text(_) => quote!(multipart::Content::TEXT),
    };
    let content = match part.content_type.as_deref() {
        None => content,
        Some("application/json") if matches!(part.kind, PartKind::Json(_)) => content,
        Some(media_type) => quote!(#content.typed(#media_type)),
    };
    match (part.list, required) {
        (false, _) => quote!(.value(#name, #content, #value)),
        (true, false) => quote!(.list(#name, #content, #value)),
        (true, true) => quote!(.required_list(#name, #content, &body.#field)),
    }
}

/// Whether a text can be taken for something else.
fn is_open(types: TypeSet) -> bool {
    let others = types.without(TypeSet::STRING).without(TypeSet::NULL);
    types.has(JsonType::String) && others != TypeSet::NONE
}
