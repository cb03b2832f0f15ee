//! The table of what calling an operation needs to know: security, rate limit, "gone".

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Location, RateLimitRole, Schema, SchemaId, StatusSpec};
use unplug_openapi::syntax::pointer;
use unplug_wire::media_type::MediaType;

use super::at;
use super::credentials::Schemes;
use crate::plan::OperationPlan;

/// Properties deeper than this in a body say nothing about rate limits.
const MAX_DEPTH: usize = 8;

/// The table of one operation, as a constant expression.
pub(super) fn table(
    api: &Api,
    schemes: &Schemes,
    plan: &OperationPlan,
    server_group: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> TokenStream {
    let operation = plan.operation;
    let id = &operation.id;
    let method = operation.method.as_str();
    let path = &operation.path;
    let security = schemes.alternatives_of(operation).into_iter().map(|alternative| {
        let schemes = alternative.into_iter().map(Literal::usize_unsuffixed);
        quote!(&[#(#schemes),*])
    });
    let rate_limit = rate_limit(api, plan, diagnostics);
    let gone = gone(api, plan);
    let streams = streams(plan);
    let accepted = accepted(plan);
    let security: Vec<_> = security.collect();
    let accept = accept(plan);
    let usual = accept == "application/json";
    let special = [&rate_limit, &gone, &streams, &accepted].iter().any(|facts| !facts.is_empty());
    if server_group == 0 && !special {
        let accept = (!usual).then(|| quote!(; #accept));
        return quote!(operation!(#id, #method, #path, &[#(#security),*] #accept));
    }
    let mut table = quote!(Operation::new(#id, #method, #path, &[#(#security),*]));
    if !usual {
        table.extend(quote!(.accept(#accept)));
    }
    if server_group != 0 {
        let group = Literal::usize_unsuffixed(server_group);
        table.extend(quote!(.server_group(#group)));
    }
    if !rate_limit.is_empty() {
        table.extend(quote!(.rate_limit(&[#(#rate_limit),*])));
    }
    if !gone.is_empty() {
        table.extend(quote!(.gone(&[#(#gone),*])));
    }
    if !accepted.is_empty() {
        table.extend(quote!(.accepted(&[#(#accepted),*])));
    }
    if !streams.is_empty() {
        table.extend(quote!(.streams(&[#(#streams),*])));
    }
    quote!(const { &#table })
}

/// The statuses with `x-accepted`.
fn accepted(plan: &OperationPlan) -> Vec<TokenStream> {
    let marked = plan.responses.iter().filter(|response| response.response.accepted);
    let statuses = marked.filter_map(|response| match response.response.status {
        StatusSpec::Code(status) => Some(Literal::u16_unsuffixed(status)),
        StatusSpec::Range(_) | StatusSpec::Default => None,
    });
    statuses.map(|status| quote!(#status)).collect()
}

/// What `Accept` says: the media types of all declared answers, in order.
fn accept(plan: &OperationPlan) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    let contents = plan.responses.iter().flat_map(|response| &response.response.contents);
    for name in contents.map(|content| content.name.as_str()) {
        let key: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        // What is no media type is none that could be asked for.
        if MediaType::parse(name).is_some() && key.is_ascii() && seen.insert(key.to_ascii_lowercase()) {
            names.push(name);
        }
    }
    if names.is_empty() { "*/*".to_owned() } else { names.join(", ") }
}

/// Which successes are streams, in the order in which a status is looked up. Empty when none is.
fn streams(plan: &OperationPlan) -> Vec<TokenStream> {
    let mut responses: Vec<_> = plan.responses.iter().filter(|response| response.is_success()).collect();
    if !responses.iter().any(|response| response.is_streamed()) {
        return Vec::new();
    }
    responses.sort_by_key(|response| lookup_rank(response.response.status));
    responses
        .into_iter()
        .map(|response| {
            let (first, last) = match response.response.status {
                StatusSpec::Code(code) => (code, code),
                StatusSpec::Range(_) | StatusSpec::Default => (200, 299),
            };
            let (first, last) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
            let contents = response.contents.iter().map(|content| {
                let (name, streamed) = (&content.media_type.name, content.streamed);
                quote!((#name, #streamed))
            });
            quote!(Streams { statuses: (#first, #last), contents: &[#(#contents),*] })
        })
        .collect()
}

fn rate_limit(api: &Api, plan: &OperationPlan, diagnostics: &mut Vec<Diagnostic>) -> Vec<TokenStream> {
    let mut seen = BTreeSet::new();
    let mut fields = Vec::new();
    for response in &plan.responses {
        for header in &response.response.headers {
            let Some(role) = &header.rate_limit else { continue };
            let name = header.name.to_lowercase();
            if !seen.insert((role.clone(), name.clone())) {
                continue;
            }
            match role_variant(role) {
                Some(role) => fields.push(quote! {
                    RateLimitField { role: RateLimitRole::#role, source: RateLimitSource::Header(#name) }
                }),
                None => diagnostics.push(unknown_role(role, &header.location)),
            }
        }
        for (pointer, schema) in marked(api, response, |schema| schema.rate_limit.is_some()) {
            let Some(role) = &api.schemas[schema].rate_limit else { continue };
            if !seen.insert((role.clone(), pointer.clone())) {
                continue;
            }
            match role_variant(role) {
                Some(role) => fields.push(quote! {
                    RateLimitField {
                        role: RateLimitRole::#role,
                        source: RateLimitSource::Body(#pointer),
                    }
                }),
                None => {
                    diagnostics.push(unknown_role(role, &api.schemas[schema].location));
                }
            }
        }
    }
    fields
}

fn unknown_role(role: &RateLimitRole, location: &Location) -> Diagnostic {
    let message = format!("`x-rate-limit: {}` is not known", role.as_str());
    at(Diagnostic::warning("unknown-rate-limit-role", message), location, "not known")
        .reason("the value cannot be read as a part of the rate limit, and is left out of it")
        .remedy(
            "use one of limit, remaining, reset-epoch-milliseconds, reset-epoch-seconds, \
             reset-seconds, retry-after",
        )
}

fn role_variant(role: &RateLimitRole) -> Option<Ident> {
    let variant = match role {
        RateLimitRole::Limit => "Limit",
        RateLimitRole::Remaining => "Remaining",
        RateLimitRole::ResetEpochMilliseconds => "ResetEpochMilliseconds",
        RateLimitRole::ResetEpochSeconds => "ResetEpochSeconds",
        RateLimitRole::ResetSeconds => "ResetSeconds",
        RateLimitRole::RetryAfter => "RetryAfter",
        RateLimitRole::Unknown(_) => return None,
    };
    Some(format_ident!("{variant}"))
}

/// `x-gone` on a property's schema in an error body: the values that say "not there".
fn gone(api: &Api, plan: &OperationPlan) -> Vec<TokenStream> {
    let mut seen = BTreeSet::new();
    let failures =
        plan.failures().flat_map(|response| marked(api, response, |schema| !schema.gone.is_empty()));
    failures
        .filter_map(|(pointer, schema)| {
            let values = &api.schemas[schema].gone;
            let new = seen.insert((pointer.clone(), values.join("\n")));
            new.then(|| quote!(GoneField { pointer: #pointer, values: &[#(#values),*] }))
        })
        .collect()
}

/// The parts of a response's body whose schema says something, as JSON pointers.
fn marked(
    api: &Api,
    response: &crate::plan::ResponsePlan,
    says: fn(&Schema) -> bool,
) -> Vec<(String, SchemaId)> {
    let mut found = Vec::new();
    for content in &response.response.contents {
        if let Some(schema) = content.schema {
            walk(api, schema, "", MAX_DEPTH, says, &mut found);
        }
    }
    found
}

fn walk(
    api: &Api,
    id: SchemaId,
    at: &str,
    depth: usize,
    says: fn(&Schema) -> bool,
    found: &mut Vec<(String, SchemaId)>,
) {
    let schema = &api.schemas[id];
    if says(schema) && !found.iter().any(|(known, schema)| known == at && *schema == id) {
        found.push((at.to_owned(), id));
    }
    if depth == 0 {
        return;
    }
    let same_value = schema.reference.iter().chain(&schema.all_of);
    for part in same_value.chain(&schema.any_of).chain(&schema.one_of) {
        walk(api, *part, at, depth - 1, says, found);
    }
    for (name, property) in &schema.properties {
        walk(api, *property, &pointer::child(at, name), depth - 1, says, found);
    }
}

/// Sorts responses the way a status is looked up: single codes, then ranges, then the rest.
pub(super) fn lookup_rank(status: StatusSpec) -> u8 {
    match status {
        StatusSpec::Code(_) => 0,
        StatusSpec::Range(_) => 1,
        StatusSpec::Default => 2,
    }
}
