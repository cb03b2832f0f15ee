//! Decoders: from a raw answer to the type that is declared for its status.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::ir::StatusSpec;

use super::facts::lookup_rank;
use crate::emit::rust_type;
use crate::plan::{ContentKind, ContentPlan, OperationPlan, Payload, ResponsePlan, is_set_cookie};
use crate::types::Types;

/// The types on both sides of an operation's result.
pub(super) struct Outcome {
    /// The only 2xx struct (`default`'s when no 2xx is declared), the enum over several, or nothing
    /// that could ever be.
    pub(super) success: TokenStream,
    /// The enum over all others, or nothing that could ever be.
    pub(super) failure: TokenStream,
    /// Whether `success` is an enum.
    enumerated: bool,
}

impl Outcome {
    pub(super) fn of(types: &Types<'_>, plan: &OperationPlan) -> Self {
        let mut successes = plan.successes();
        let first = successes.next();
        let failure = if plan.failures().next().is_some() {
            let name = format_ident!("{}Error", plan.prefix);
            quote!(#name)
        } else {
            quote!(Infallible)
        };
        match (first, successes.next()) {
            (None, _) => Self { success: quote!(Infallible), failure, enumerated: false },
            (Some(only), None) => {
                let success = match only.payload() {
                    Payload::Nothing => quote!(()),
                    Payload::Body(ty) => rust_type::of_body(types, ty),
                    Payload::Struct(name) => quote!(#name),
                };
                Self { success, failure, enumerated: false }
            }
            (Some(_), Some(_)) => {
                let name = format_ident!("{}Success", plan.prefix);
                Self { success: quote!(#name), failure, enumerated: true }
            }
        }
    }
}

/// The decoder of an operation: a closure over the answer.
pub(super) fn emit(types: &Types<'_>, plan: &OperationPlan) -> TokenStream {
    let outcome = Outcome::of(types, plan);
    if let Some(usual) = usual(plan) {
        return usual;
    }
    let mut responses: Vec<&ResponsePlan> = plan.responses.iter().collect();
    responses.sort_by_key(|response| lookup_rank(response.response.status));
    let successes: Vec<&ResponsePlan> = plan.successes().collect();
    let arms = responses.iter().map(|response| {
        let pattern = pattern(response.response.status);
        let failure = || arm(response, &outcome, false);
        let succeeds = successes.iter().any(|success| std::ptr::eq(*success, *response));
        if !succeeds {
            let failure = failure();
            return quote!(#pattern => #failure);
        }
        let success = arm(response, &outcome, true);
        if response.is_success() {
            return quote!(#pattern => #success);
        }
        // `default` stands for both when no success is declared.
        let failure = failure();
        quote!(200..=299 => #success, #pattern => #failure)
    });
    let has_default = responses.last().is_some_and(|last| last.response.status == StatusSpec::Default);
    let undeclared = (!has_default).then(|| quote!(_ => Err(Mismatch::Undeclared)));
    match (responses.as_slice(), undeclared) {
        ([], _) => quote!(|_| Err(Mismatch::Undeclared)),
        (_, undeclared) => quote! {
            |response| match response.status {
                #(#arms,)*
                #undeclared
            }
        },
    }
}

/// The decoder of an operation with one declared answer of the usual form.
fn usual(plan: &OperationPlan) -> Option<TokenStream> {
    let [only] = plan.responses.as_slice() else { return None };
    let StatusSpec::Code(code) = only.response.status else { return None };
    let code = Literal::u16_unsuffixed(code);
    match (only.payload(), only.contents.as_slice()) {
        _ if !only.is_success() => None,
        (Payload::Nothing, _) => Some(quote!(only_empty::<#code, _>)),
        (Payload::Body(_), [content])
            if content.kind == ContentKind::Json && content.media_type.name == "application/json" =>
        {
            Some(quote!(only_json::<#code, _, _>))
        }
        _ => None,
    }
}

fn arm(response: &ResponsePlan, outcome: &Outcome, succeeds: bool) -> TokenStream {
    let Outcome { success, failure, enumerated } = outcome;
    let variant = &response.variant;
    let value = value(response);
    match (succeeds, enumerated) {
        (true, false) => quote!(Ok(Ok(#value))),
        (true, true) => {
            let held = held(response, &value);
            quote!(Ok(Ok(#success::#variant #held)))
        }
        (false, _) => {
            if let (Payload::Body(_), [only]) = (response.payload(), response.contents.as_slice())
                && only.kind == ContentKind::Json
            {
                let media_type = media_type(only);
                return quote!(response.failure(#media_type, #failure::#variant));
            }
            let held = held(response, &value);
            quote!(Ok(Err(#failure::#variant #held)))
        }
    }
}

fn held(response: &ResponsePlan, value: &TokenStream) -> TokenStream {
    match response.payload() {
        Payload::Nothing => TokenStream::new(),
        Payload::Body(_) | Payload::Struct(_) => quote!((#value)),
    }
}

/// The media type as an expression; the usual one has a name.
fn media_type(content: &ContentPlan) -> TokenStream {
    match content.media_type.name.as_str() {
        "application/json" => quote!(JSON),
        name => quote!(#name),
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
    let name = match response.payload() {
        Payload::Nothing => return quote!(()),
        Payload::Body(_) => return body(response).unwrap_or_else(|| quote!(())),
        Payload::Struct(name) => name,
    };
    let status = response.carries_status().then(|| quote!(status: response.status,));
    let headers = response.headers_struct.as_ref().map(|headers| {
        let fields = response.headers.iter().map(|header| {
            let field = &header.field;
            let name = header.header.name.to_lowercase();
            let style = match header.shape {
                _ if is_set_cookie(&name) => Some(quote!(Lines)),
                _ if header.header.json => Some(quote!(Json)),
                _ if header.header.explode => Some(quote!(Exploded)),
                _ => None,
            };
            match (style, header.required) {
                (None, true) => quote!(#field: response.required_header(#name)?),
                (None, false) => quote!(#field: response.header(#name)),
                (Some(style), true) => {
                    quote!(#field: response.required_header_as(#name, HeaderStyle::#style)?)
                }
                (Some(style), false) => {
                    quote!(#field: response.header_as(#name, HeaderStyle::#style))
                }
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
        (None, [only, ..]) if only.kind == ContentKind::Json => {
            let media_type = media_type(only);
            Some(quote!(response.json_of(#media_type)?))
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
        ContentKind::Bytes if content.streamed => quote!(response.byte_stream()),
        ContentKind::Bytes => quote!(response.body.clone()),
        ContentKind::EventStream => {
            let text = content.items.as_ref().is_some_and(|items| items.text);
            if text { quote!(response.text_events()) } else { quote!(response.events()) }
        }
        ContentKind::JsonLines if content.streamed => quote!(response.json_lines()),
        ContentKind::JsonLines => quote!(response.collected_json_lines()?),
        ContentKind::Form => quote!(response.form()?),
        ContentKind::Multipart => quote!(response.parts()?),
    }
}
