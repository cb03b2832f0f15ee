//! The part of a round trip that knows an API's types: for each operation a function that makes the
//! client's request of sampled values, and a handler of the stub that notes what arrives and answers
//! what was sampled. `unplug_round_trip` does the rest.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use unplug_openapi::ir::StatusSpec;

use crate::names::{self, RustName};
use crate::plan::{
    BodyPlan, Caller, ContentKind, ContentPlan, FieldPlan, OperationPlan, Payload, Plan, ResponsePlan, Role,
};

mod multipart;

/// The `main.rs` of a program that depends on the generated client as `client`, on the stub as
/// `stub`, and on `unplug_round_trip`.
#[must_use]
pub fn emit(plan: &Plan<'_>) -> TokenStream {
    let module = names::ident(&names::module(&plan.api.name));
    let served = plan.operations.as_slice();
    let api = plan.api;
    let calls = served.iter().map(|plan| call(plan));
    let handlers = served.iter().map(|plan| handler(plan));
    let table = served.iter().map(|plan| {
        let (id, function) = (&plan.operation.id, format_ident!("call_{}", plain(&plan.rust_name)));
        let base = api.base_paths_of(plan.operation).into_iter().next().unwrap_or_default();
        quote!(Call { id: #id, base: #base, call: #function })
    });
    let bound = served.iter().map(|plan| {
        let (field, function) =
            (names::ident(&plan.rust_name), format_ident!("handle_{}", plain(&plan.rust_name)));
        quote!(#field: handler(#function))
    });
    let security = security(plan.is_secured());
    let conversions = multipart::conversions();
    let nothing = served.is_empty().then(|| quote!(none: std::marker::PhantomData));
    quote! {
        //! Sends sampled values from the generated client to its server stub and back.
        #![allow(
            unused_imports,
            unused_mut,
            unused_variables,
            dead_code,
            deprecated,
            reason = "written from a document: not every operation needs everything"
        )]

        use std::process::ExitCode;

        use client::#module as client_api;
        use stub::#module as stub_api;
        use stub::{DefaultStatus, Fault, Rejection, handler};
        use unplug_round_trip::{Answer, Call, Calling, Echo, Outcome, Received, Sent, TypeMismatch, multipart, parts, value_of};

        fn main() -> ExitCode {
            let Some(document) = std::env::args_os().nth(1) else {
                eprintln!("usage: round-trip DOCUMENT");
                return ExitCode::from(2);
            };
            let client = |url: String| {
                client_api::Client::builder()
                    .server(client_api::Server::Custom(url))
                    .build()
                    .map_err(|error| error.to_string())
            };
            unplug_round_trip::run(document.as_ref(), CALLS, router, client)
        }

        const CALLS: &[Call<client_api::Client>] = &[#(#table),*];

        fn router(echo: Echo, chosen: Option<&'static str>) -> axum::Router {
            let handlers = stub_api::Handlers { #(#bound,)* #nothing };
            let limits = stub::Limits { body: 64 << 20 };
            let options = stub::RouterOptions { limits, chosen: chosen.into_iter().collect() };
            let certificate = stub::ClientCertificate(bytes::Bytes::from_static(b"round-trip"));
            let router = stub_api::router_with(handlers, Anybody, echo, options);
            router.layer(axum::Extension(certificate))
        }

        fn fault(why: String) -> Fault {
            Fault::Rejected(Rejection::Internal(why.into()))
        }

        #conversions
        #security
        #(#calls)*
        #(#handlers)*
    }
}

fn security(secured: bool) -> TokenStream {
    let authenticate = secured.then(|| {
        quote! {
            type Caller = ();

            async fn authenticate(
                &self,
                _: stub_api::Credentials,
                _: &stub::RequestContext,
            ) -> Result<(), Rejection> {
                Ok(())
            }
        }
    });
    quote! {
        struct Anybody;

        impl stub_api::Security for Anybody {
            #authenticate

            fn reject(&self, rejection: &Rejection, _: &stub::RequestContext) -> axum::response::Response {
                let violations = match rejection {
                    Rejection::Invalid(violations) => violations
                        .iter()
                        .map(|violation| {
                            let location = violation.location.to_string();
                            (location, violation.instance_path.clone(), violation.keyword().to_owned())
                        })
                        .collect(),
                    _ => Vec::new(),
                };
                let kind = format!("{rejection:?}");
                unplug_round_trip::reject(rejection.usual_status(), &kind, violations)
            }
        }
    }
}

/// A name as a part of another one.
fn plain(name: &str) -> &str {
    name.trim_start_matches("r#")
}

/// The client's side of an operation.
fn call(plan: &OperationPlan<'_>) -> TokenStream {
    let function = format_ident!("call_{}", plain(&plan.rust_name));
    let method = names::ident(&plan.rust_name);
    let request = plan.request_struct();
    let fields = plan.parameters.iter().map(|field| {
        let (name, location, wire) = (&field.field, location(field), &field.parameter.name);
        if field.required {
            quote!(#name: sent.required(#location, #wire)?)
        } else {
            quote!(#name: sent.optional(#location, #wire)?)
        }
    });
    let body = plan.body.as_ref().map(request_body);
    let success = successes(plan);
    let failure = failures(plan);
    quote! {
        fn #function(client: &client_api::Client, sent: Sent<'_>) -> Result<Calling, TypeMismatch> {
            let request = client_api::#request { #(#fields,)* #body };
            let call = client.#method(&request);
            Ok(Box::pin(async move {
                match call.await {
                    Ok(reply) => { #success }
                    Err(client::Error::Declared(declared) | client::Error::AlreadyGone(declared)) => { #failure }
                    Err(other) => Err(other.to_string()),
                }
            }))
        }
    }
}

fn location(field: &FieldPlan<'_>) -> &'static str {
    field.parameter.parameter_in.as_str()
}

fn request_body(body: &BodyPlan<'_>) -> TokenStream {
    let made = made_body(&body.variants, body.enum_name.as_ref(), Role::Client);
    if body.required {
        quote!(body: { let body = sent.required_body()?; #made })
    } else {
        quote!(body: match sent.body() { Some(body) => Some(#made), None => None })
    }
}

/// An expression that makes the content of a sampled `body`.
fn made_body(contents: &[ContentPlan<'_>], enum_name: Option<&RustName>, role: Role) -> TokenStream {
    let api = api(role);
    match (enum_name, contents) {
        (Some(name), several) => {
            let arms = several.iter().map(|content| {
                let (media_type, variant, made) =
                    (&content.media_type.name, &content.variant, made_content(content, role));
                quote!(#media_type => #api::#name::#variant(#made))
            });
            quote! {
                match body.media_type.as_str() {
                    #(#arms,)*
                    other => return Err(TypeMismatch::new("the body", format!("nothing is generated for {other}"))),
                }
            }
        }
        (None, [only, ..]) => made_content(only, role),
        (None, []) => quote!(parts::bytes(body)?),
    }
}

fn api(role: Role) -> TokenStream {
    match role {
        Role::Client => quote!(client_api),
        Role::Server => quote!(stub_api),
    }
}

fn made_content(content: &ContentPlan<'_>, role: Role) -> TokenStream {
    match (content.kind, content.streamed) {
        (ContentKind::Multipart, _) => multipart::made(content, role),
        (ContentKind::Json | ContentKind::Form, _) => quote!(parts::json(body)?),
        (ContentKind::Text, _) => quote!(parts::text(body)?),
        (ContentKind::Bytes, false) => quote!(parts::bytes(body)?),
        (ContentKind::Bytes, true) => quote!(parts::bytes(body)?.into()),
        (ContentKind::EventStream, _) => {
            quote!(parts::items(body)?.into_iter().map(stub::Event::new).collect())
        }
        (ContentKind::JsonLines, false) => quote!(parts::items(body)?),
        (ContentKind::JsonLines, true) => quote!(parts::items(body)?.into()),
    }
}

/// `(media type, value)` of content in `body`, as it is compared.
fn noted_content(content: &ContentPlan<'_>, role: Role) -> TokenStream {
    let media_type = &content.media_type.name;
    let collected = quote!(body.collect().await.map_err(|error| error.to_string())?);
    match (content.kind, content.streamed) {
        (ContentKind::Multipart, _) => {
            let noted = multipart::noted(content, role);
            quote!((#media_type, #noted))
        }
        (ContentKind::Bytes, false) => quote!((#media_type, parts::bytes_value(&body))),
        (ContentKind::Bytes, true) => quote!((#media_type, parts::bytes_value(&#collected))),
        (ContentKind::EventStream, _) => quote! {
            (#media_type, value_of(&#collected.into_iter().map(|event| event.data).collect::<Vec<_>>()))
        },
        (ContentKind::JsonLines, true) => quote!((#media_type, value_of(&#collected))),
        (ContentKind::Json | ContentKind::Form | ContentKind::Text | ContentKind::JsonLines, _) => {
            quote!((#media_type, value_of(&body)))
        }
    }
}

fn noted_body(contents: &[ContentPlan<'_>], enum_name: Option<&RustName>, role: Role) -> TokenStream {
    let api = api(role);
    match (enum_name, contents) {
        (Some(name), several) => {
            let arms = several.iter().map(|content| {
                let (variant, noted) = (&content.variant, noted_content(content, role));
                quote!(#api::#name::#variant(body) => #noted)
            });
            quote!(match body { #(#arms),* })
        }
        (None, [only, ..]) => noted_content(only, role),
        (None, []) => quote!(("", parts::bytes_value(&body))),
    }
}

fn successes(plan: &OperationPlan<'_>) -> TokenStream {
    let all: Vec<_> = plan.successes().collect();
    match all.as_slice() {
        [] => quote!(match reply.into_inner() {}),
        [only] => {
            let outcome = outcome(only);
            quote!(let value = reply.into_inner(); Ok(#outcome))
        }
        several => {
            let name = RustName::new(&format!("{}Success", plan.prefix));
            let arms = several.iter().map(|response| arm(response, &name));
            quote!(Ok(match reply.into_inner() { #(#arms),* }))
        }
    }
}

fn failures(plan: &OperationPlan<'_>) -> TokenStream {
    let name = RustName::new(&format!("{}Error", plan.prefix));
    let arms: Vec<_> = plan.failures().map(|response| arm(response, &name)).collect();
    if arms.is_empty() {
        quote!(match declared.error {})
    } else {
        quote!(Ok(match declared.error { #(#arms),* }))
    }
}

fn arm(response: &ResponsePlan<'_>, name: &RustName) -> TokenStream {
    let (variant, outcome) = (&response.variant, outcome(response));
    match response.payload() {
        Payload::Nothing => quote!(client_api::#name::#variant => #outcome),
        Payload::Body(_) | Payload::Struct(_) => quote!(client_api::#name::#variant(value) => #outcome),
    }
}

/// The outcome of an answer in `value`.
fn outcome(response: &ResponsePlan<'_>) -> TokenStream {
    let declared = response.response.status.to_string();
    let new = quote!(Outcome::new(#declared));
    let body = noted_body(&response.contents, response.body_enum.as_ref(), Role::Client);
    match response.payload() {
        Payload::Nothing => new,
        Payload::Body(_) => quote!({
            let body = value;
            let (media_type, noted) = #body;
            #new.body(media_type, noted)
        }),
        Payload::Struct(_) => {
            let status = response.carries_status().then(|| quote!(.status(value.status)));
            let headers = response.headers.iter().map(|header| {
                let (name, field) = (&header.header.name, &header.field);
                quote!(.header(#name, &value.headers.#field))
            });
            let outcome = quote!(let outcome = #new #status #(#headers)*;);
            if response.body_type().is_none() {
                return quote!({ #outcome outcome });
            }
            quote!({
                #outcome
                let body = value.body;
                let (media_type, noted) = #body;
                outcome.body(media_type, noted)
            })
        }
    }
}

/// The stub's side of an operation.
fn handler(plan: &OperationPlan<'_>) -> TokenStream {
    let function = format_ident!("handle_{}", plain(&plan.rust_name));
    let answers = format_ident!("answer_{}", plain(&plan.rust_name));
    let (request, response) = (plan.request_struct(), plan.response_enum());
    let caller = match plan.caller() {
        Caller::None | Caller::Required => quote!(()),
        Caller::Optional => quote!(Option<()>),
    };
    let parameters = plan.parameters.iter().map(|field| {
        let (location, wire, name) = (location(field), &field.parameter.name, &field.field);
        quote!(.parameter(#location, #wire, &request.#name))
    });
    let body = plan.body.as_ref().map(|body| {
        let noted = noted_body(&body.variants, body.enum_name.as_ref(), Role::Server);
        let note = quote!({
            let (media_type, noted) = #noted;
            received = received.body(media_type, noted);
        });
        if body.required {
            quote!({ let body = request.body; #note })
        } else {
            quote!(if let Some(body) = request.body { #note })
        }
    });
    let arms = plan.responses.iter().flat_map(|response| answer_arms(plan, response));
    quote! {
        async fn #function(
            echo: Echo,
            _: #caller,
            request: stub_api::#request,
        ) -> Result<stub_api::#response, Fault> {
            let mut received = Received::new() #(#parameters)*;
            #body
            let answer = echo.answer(received).and_then(|answer| #answers(&answer));
            answer.map_err(|mismatch| fault(echo.failed(&mismatch)))
        }

        fn #answers(answer: &Answer) -> Result<stub_api::#response, TypeMismatch> {
            Ok(match answer.kind() {
                #(#arms,)*
                _ => return Err(answer.unknown()),
            })
        }
    }
}

/// One arm for each media type of a response.
fn answer_arms(plan: &OperationPlan<'_>, response: &ResponsePlan<'_>) -> Vec<TokenStream> {
    let declared = response.response.status.to_string();
    let (every, variant) = (plan.response_enum(), &response.variant);
    let body = |content: &ContentPlan<'_>| {
        let made = made_content(content, Role::Server);
        if let Some(name) = &response.body_enum {
            let variant = &content.variant;
            quote!({ let body = answer.body()?; stub_api::#name::#variant(#made) })
        } else {
            quote!({ let body = answer.body()?; #made })
        }
    };
    let whole = |body: Option<TokenStream>| match response.payload() {
        Payload::Nothing => quote!(stub_api::#every::#variant),
        Payload::Body(_) => quote!(stub_api::#every::#variant(#body)),
        Payload::Struct(name) => {
            let status = status(response);
            let headers = response.headers_struct.as_ref().map(|headers| {
                let fields = response.headers.iter().map(|header| {
                    let (field, name) = (&header.field, &header.header.name);
                    if header.required {
                        quote!(#field: answer.header(#name)?)
                    } else {
                        quote!(#field: answer.optional_header(#name)?)
                    }
                });
                quote!(headers: stub_api::#headers { #(#fields),* },)
            });
            let body = body.map(|body| quote!(body: #body,));
            quote!(stub_api::#every::#variant(stub_api::#name { #status #headers #body }))
        }
    };
    if response.contents.is_empty() || response.body_type().is_none() {
        let whole = whole(None);
        return vec![quote!((#declared, _) => #whole)];
    }
    response
        .contents
        .iter()
        .map(|content| {
            let (media_type, whole) = (&content.media_type.name, whole(Some(body(content))));
            quote!((#declared, #media_type) => #whole)
        })
        .collect()
}

fn status(response: &ResponsePlan<'_>) -> Option<TokenStream> {
    let made = match response.response.status {
        StatusSpec::Code(_) => return None,
        StatusSpec::Range(_) => quote!(stub::RangeStatus::new(answer.status())),
        StatusSpec::Default => quote!(DefaultStatus::new(answer.status())),
    };
    Some(quote!(status: #made.map_err(|error| TypeMismatch::new("the status", error))?,))
}
