//! Decoders: from a raw answer to the type that is declared for its status.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::ir::StatusSpec;

use super::facts::lookup_rank;
use crate::plan::{ContentKind, ContentPlan, OperationPlan, ResponsePlan};

/// The types on both sides of an operation's result.
pub(super) struct Outcome {
    /// The only 2xx struct, the enum over several, or nothing that could ever be.
    pub(super) success: TokenStream,
    /// The enum over all others.
    pub(super) failure: Ident,
    /// Is `success` an enum?
    enumerated: bool,
}

impl Outcome {
    pub(super) fn of(plan: &OperationPlan) -> Self {
        let mut successes = plan.successes();
        let first = successes.next();
        let failure = format_ident!("{}Error", plan.prefix);
        match (first, successes.next()) {
            (None, _) => Self { success: quote!(std::convert::Infallible), failure, enumerated: false },
            (Some(only), None) => {
                let name = &only.struct_name;
                Self { success: quote!(#name), failure, enumerated: false }
            }
            (Some(_), Some(_)) => {
                let name = format_ident!("{}Success", plan.prefix);
                Self { success: quote!(#name), failure, enumerated: true }
            }
        }
    }
}

/// Name of an operation's decoder.
pub(super) fn name(plan: &OperationPlan) -> Ident {
    format_ident!("decode_{}", plan.rust_name)
}

/// The decoder of an operation.
pub(super) fn emit(plan: &OperationPlan) -> TokenStream {
    let outcome = Outcome::of(plan);
    let Outcome { success, failure, enumerated } = &outcome;
    let function = name(plan);
    let mut responses: Vec<&ResponsePlan> = plan.responses.iter().collect();
    responses.sort_by_key(|response| lookup_rank(response.response.status));
    let arms = responses.iter().map(|response| {
        let pattern = pattern(response.response.status);
        let value = value(response);
        let variant = &response.variant;
        let wrapped = match (response.is_success(), enumerated) {
            (true, false) => quote!(Ok(#value)),
            (true, true) => quote!(Ok(#success::#variant(#value))),
            (false, _) => quote!(Err(#failure::#variant(#value))),
        };
        quote!(#pattern => Ok(#wrapped))
    });
    let undeclared = responses
        .last()
        .is_none_or(|response| response.response.status != StatusSpec::Default)
        .then(|| quote!(_ => Err(Mismatch::Undeclared)));
    let body = match (responses.as_slice(), undeclared) {
        ([only], None) => {
            let value = value(only);
            let variant = &only.variant;
            quote!(Ok(Err(#failure::#variant(#value))))
        }
        (_, undeclared) => quote! {
            match response.status {
                #(#arms,)*
                #undeclared
            }
        },
    };
    quote! {
        fn #function(response: &RawResponse) -> Decoded<#success, #failure> {
            #body
        }
    }
}

fn pattern(status: StatusSpec) -> TokenStream {
    match status {
        StatusSpec::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        StatusSpec::Range(class) => {
            let first = u16::from(class) * 100;
            let last = Literal::u16_unsuffixed(first + 99);
            let first = Literal::u16_unsuffixed(first);
            quote!(#first..=#last)
        }
        StatusSpec::Default => quote!(_),
    }
}

fn value(response: &ResponsePlan) -> TokenStream {
    let name = &response.struct_name;
    let status = response.carries_status().then(|| quote!(status: response.status,));
    let headers = response.headers_struct.as_ref().map(|headers| {
        let fields = response.headers.iter().map(|header| {
            let field = &header.field;
            let name = header.header.name.to_lowercase();
            if header.required {
                quote!(#field: response.required_header(#name)?)
            } else {
                quote!(#field: response.header(#name))
            }
        });
        quote!(headers: #headers { #(#fields),* },)
    });
    let body = body(response).map(|body| quote!(body: #body,));
    quote!(#name { #status #headers #body })
}

fn body(response: &ResponsePlan) -> Option<TokenStream> {
    let media_types: Vec<&str> =
        response.contents.iter().map(|content| content.media_type.name.as_str()).collect();
    let choose = quote!(response.content(&[#(#media_types),*])?);
    match (&response.body_enum, response.contents.as_slice()) {
        (_, []) => None,
        (Some(body), several) => {
            let last = several.len() - 1;
            let arms = several.iter().enumerate().map(|(index, content)| {
                let variant = &content.variant;
                let value = content_value(content);
                let pattern = if index == last {
                    quote!(_)
                } else {
                    let index = Literal::usize_unsuffixed(index);
                    quote!(#index)
                };
                quote!(#pattern => #body::#variant(#value))
            });
            Some(quote!(match #choose { #(#arms),* }))
        }
        (None, [only, ..]) => {
            let value = content_value(only);
            Some(quote!({ #choose; #value }))
        }
    }
}

fn content_value(content: &ContentPlan) -> TokenStream {
    match content.kind {
        ContentKind::Json => quote!(response.json()?),
        ContentKind::Text => quote!(response.text()?),
        ContentKind::Bytes => quote!(response.body.clone()),
        ContentKind::Form => quote!(response.form()?),
        ContentKind::Multipart => quote!(Mismatch::multipart()?),
    }
}
