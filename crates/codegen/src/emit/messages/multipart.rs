//! Structs of multipart request bodies.

use proc_macro2::TokenStream;
use quote::quote;

use super::optional;
use crate::emit::{docs, rust_type};
use crate::plan::{MultipartPlan, OperationPlan};
use crate::types::Types;

/// The structs of an operation's request body, of which there is at most one as a rule.
pub(super) fn structs(types: &Types<'_>, operation: &OperationPlan<'_>) -> TokenStream {
    let request = operation.request_struct();
    let contents = operation.body.iter().flat_map(|body| &body.variants);
    let structs = contents.filter_map(|content| {
        let about = format!("{} body of [`{request}`].", docs::code(&content.media_type.name));
        Some(emit(types, content.multipart.as_ref()?, about))
    });
    quote!(#(#structs)*)
}

fn emit(types: &Types<'_>, plan: &MultipartPlan<'_>, about: String) -> TokenStream {
    let name = &plan.struct_name;
    let docs = docs::of_lines(&[about]);
    let default = plan.parts.iter().all(|part| !part.required).then(|| quote!(Default,));
    let fields = plan.parts.iter().map(|part| {
        let docs = docs::described(part.description, part.deprecated);
        let field = &part.field;
        let ty = optional(&rust_type::of_part(types, &part.ty), part.required);
        quote!(#docs pub #field: #ty,)
    });
    let others = plan.others.as_ref().map(|(field, _)| {
        let docs = docs::of_lines(&["Parts that the document does not name.".to_owned()]);
        quote!(#docs pub #field: Vec<unplug_wire::multipart::Part>,)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq)]
        pub struct #name {
            #(#fields)*
            #others
        }
    }
}
