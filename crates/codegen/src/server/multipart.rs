//! How the parts of a multipart body are read.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::form::EmitTypes as _;
use crate::plan::{MultipartPlan, PartKind};

/// The runtime's table of the parts.
pub(super) fn table(plan: &MultipartPlan<'_>) -> TokenStream {
    let declared = plan.parts.iter().map(|part| {
        let name = part.name;
        let form = form(part.kind, part.list);
        quote!((#name, #form))
    });
    let others = plan.others.as_ref().map_or_else(
        || quote!(None),
        |(_, kind)| {
            let form = form(*kind, false);
            quote!(Some(#form))
        },
    );
    quote!(Parts { declared: &[#(#declared),*], others: #others })
}

fn form(kind: PartKind, list: bool) -> TokenStream {
    match (kind, list) {
        (PartKind::File, false) => quote!(PartForm::File),
        (PartKind::File, true) => quote!(PartForm::Files),
        (PartKind::Text(types) | PartKind::Json(types), list) => {
            let types = types.tokens();
            if list { quote!(PartForm::Many(#types)) } else { quote!(PartForm::One(#types)) }
        }
    }
}

/// An expression of type `Option` of the struct.
pub(super) fn read(plan: &MultipartPlan<'_>, table: &Ident, schema: &Ident) -> TokenStream {
    let name = &plan.struct_name;
    let fields = plan.parts.iter().map(|part| {
        let (field, wire) = (&part.field, part.name);
        let method = match (part.kind, part.list, part.required) {
            (PartKind::File, false, true) => quote!(file),
            (PartKind::File, false, false) => quote!(optional_file),
            (PartKind::File, true, true) => quote!(files),
            (PartKind::File, true, false) => quote!(optional_files),
            (_, _, true) => quote!(value),
            (_, _, false) => quote!(optional_value),
        };
        quote!(#field: members.#method(#wire)?)
    });
    let others = plan.others.as_ref().map(|(field, _)| quote!(#field: members.others(),));
    quote! {
        decoder.multipart(&sent, &tables::#table, &tables::#schema, |members| {
            Some(#name { #(#fields,)* #others })
        })
    }
}
