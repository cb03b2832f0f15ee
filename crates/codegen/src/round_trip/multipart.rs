//! Multipart bodies in a round trip.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::plan::{ContentPlan, MultipartPlan, PartKind, PartPlan, Role};

fn word(role: Role) -> &'static str {
    match role {
        Role::Client => "client",
        Role::Server => "stub",
    }
}

/// Functions between the parts of both crates and the samples.
pub(super) fn conversions() -> TokenStream {
    let crates = ["client", "stub"].map(|krate| {
        let (krate, part, file) =
            (format_ident!("{krate}"), format_ident!("{krate}_part"), format_ident!("{krate}_file"));
        let (from_part, from_file) = (format_ident!("from_{krate}_part"), format_ident!("from_{krate}_file"));
        quote! {
            fn #part(part: multipart::PartSample) -> #krate::Part {
                let multipart::PartSample { name, file_name, content_type, bytes } = part;
                #krate::Part { name, file_name, content_type, bytes, headers: Vec::new() }
            }

            fn #from_part(part: #krate::Part) -> multipart::PartSample {
                let #krate::Part { name, file_name, content_type, bytes, .. } = part;
                multipart::PartSample { name, file_name, content_type, bytes }
            }

            fn #file(part: multipart::PartSample) -> #krate::File {
                let multipart::PartSample { file_name, content_type, bytes, .. } = part;
                #krate::File { file_name, content_type, bytes, headers: Vec::new() }
            }

            fn #from_file(file: #krate::File) -> multipart::PartSample {
                let #krate::File { file_name, content_type, bytes, .. } = file;
                multipart::PartSample { name: None, file_name, content_type, bytes }
            }
        }
    });
    quote!(#(#crates)*)
}

/// An expression that makes the content of a sampled `body`.
pub(super) fn made(content: &ContentPlan<'_>, role: Role) -> TokenStream {
    let (part, file) = (format_ident!("{}_part", word(role)), format_ident!("{}_file", word(role)));
    let Some(plan) = &content.multipart else {
        return quote!(multipart::whole(body)?.into_iter().map(#part).collect());
    };
    let api = format_ident!("{}_api", word(role));
    let fields = plan.parts.iter().map(|part| {
        let PartPlan { name, field, .. } = part;
        let made = match (part.kind, part.list, part.required) {
            (PartKind::File, false, true) => quote!(#file(multipart::required_file(members, #name)?)),
            (PartKind::File, false, false) => quote!(multipart::file(members, #name).map(#file)),
            (PartKind::File, true, true) => {
                quote!(multipart::files(members, #name).into_iter().flatten().map(#file).collect())
            }
            (PartKind::File, true, false) => {
                quote!(multipart::files(members, #name).map(|files| files.into_iter().map(#file).collect()))
            }
            (_, _, true) => quote!(multipart::required_value(members, #name)?),
            (_, _, false) => quote!(multipart::value(members, #name)?),
        };
        quote!(#field: #made)
    });
    let others = plan.others.as_ref().map(|(field, _)| {
        let names = plan.parts.iter().map(|part| part.name);
        quote!(#field: multipart::others(members, &[#(#names),*]).into_iter().map(#part).collect(),)
    });
    let MultipartPlan { struct_name, .. } = plan;
    quote!({ let members = multipart::members(body)?; #api::#struct_name { #(#fields,)* #others } })
}

/// The content of `body`, as it is compared.
pub(super) fn noted(content: &ContentPlan<'_>, role: Role) -> TokenStream {
    let (part, file) = (format_ident!("from_{}_part", word(role)), format_ident!("from_{}_file", word(role)));
    let Some(plan) = &content.multipart else {
        return quote!(multipart::noted(body.into_iter().map(#part).collect()));
    };
    let parts = plan.parts.iter().map(|part| {
        let PartPlan { name, field, .. } = part;
        match (part.kind, part.list, part.required) {
            (PartKind::File, false, true) => quote!(.file(#name, Some(#file(body.#field)))),
            (PartKind::File, false, false) => quote!(.file(#name, body.#field.map(#file))),
            (PartKind::File, true, true) => {
                quote!(.files(#name, Some(body.#field.into_iter().map(#file).collect())))
            }
            (PartKind::File, true, false) => {
                quote!(.files(#name, body.#field.map(|files| files.into_iter().map(#file).collect())))
            }
            (_, _, true) => quote!(.value(#name, Some(&body.#field))),
            (_, _, false) => quote!(.value(#name, body.#field.as_ref())),
        }
    });
    let others =
        plan.others.as_ref().map(|(field, _)| quote!(.others(body.#field.into_iter().map(#part).collect())));
    quote!(multipart::Noted::new() #(#parts)* #others.finish())
}
