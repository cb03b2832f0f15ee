//! The comparison itself: one function per part of an operation.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{
    Api, JsonType, MediaType, Operation, Origin, Parameter, ParameterLocation, ParameterShape, SchemaId,
    SecurityRequirement, SecuritySchemeKind, StatusSpec,
};

use crate::finding::{Finding, Place, Severity};
use crate::handlers::HandlerSources;

/// Compares the corrected document with what the handlers say of themselves.
#[must_use]
pub fn compare(document: &Api, described: &Api, sources: &HandlerSources) -> Vec<Finding> {
    let mut findings = Vec::new();
    let claims = by_route(described);
    let wanted = by_route(document);
    for (route, operation) in &wanted {
        let Some(claim) = claims.get(route) else {
            findings.push(missing_operation(operation, route, described, sources));
            continue;
        };
        let mut pair = Pair { document, described, operation, claim, route, sources, findings: Vec::new() };
        pair.operation_id();
        pair.parameters();
        pair.body();
        pair.responses();
        pair.security();
        findings.append(&mut pair.findings);
    }
    for (route, claim) in claims.iter().filter(|(route, _)| !wanted.contains_key(*route)) {
        findings.push(Finding {
            rule: "operation-undeclared",
            severity: Severity::Breaking,
            operation: route.to_string(),
            message: format!("a handler describes `{}`, which the document does not have", claim.id),
            reason: "Callers who keep to the document never reach this handler.",
            document: None,
            handlers: sources.place(&claim.id, &[]),
        });
    }
    findings
}

/// Method and path with the base path: what a caller sees.
type Route = String;

fn by_route(api: &Api) -> BTreeMap<Route, &Operation> {
    let base = |operation: &Operation| {
        let servers = if operation.servers.is_empty() { &api.servers } else { &operation.servers };
        servers.first().map_or_else(String::new, |server| server.base_path().trim_end_matches('/').to_owned())
    };
    api.operations
        .iter()
        .map(|operation| {
            (format!("{} {}{}", operation.method.as_str(), base(operation), operation.path), operation)
        })
        .collect()
}

fn missing_operation(operation: &Operation, route: &str, described: &Api, sources: &HandlerSources) -> Finding {
    let elsewhere = described.operations.iter().find(|claim| claim.id == operation.id);
    let message = match elsewhere {
        Some(claim) => format!(
            "the handler of `{}` says it serves `{} {}`",
            operation.id,
            claim.method.as_str(),
            claim.path
        ),
        None => format!("no handler describes `{}`", operation.id),
    };
    Finding {
        rule: "operation-missing",
        severity: Severity::Breaking,
        operation: route.to_owned(),
        message,
        reason: "Callers who keep to the document call an operation that nobody claims to serve.",
        document: Some(Place::from(&operation.origin)),
        handlers: sources.place(&operation.id, &["path =".to_owned()]),
    }
}

/// One operation as both sides have it.
struct Pair<'a> {
    document: &'a Api,
    described: &'a Api,
    operation: &'a Operation,
    claim: &'a Operation,
    route: &'a str,
    sources: &'a HandlerSources,
    findings: Vec<Finding>,
}

impl Pair<'_> {
    fn add(
        &mut self,
        rule: &'static str,
        severity: Severity,
        message: String,
        reason: &'static str,
        origin: &Origin,
        needles: &[String],
    ) {
        self.findings.push(Finding {
            rule,
            severity,
            operation: self.route.to_owned(),
            message,
            reason,
            document: Some(Place::from(origin)),
            handlers: self.sources.place(&self.claim.id, needles),
        });
    }

    fn operation_id(&mut self) {
        let (wanted, claimed) = (&self.operation.id, &self.claim.id);
        if wanted != claimed {
            let message = format!("the document calls it `{wanted}`, the handler `{claimed}`");
            let needles = ["operation_id".to_owned()];
            self.add(
                "operation-id-differs",
                Severity::Note,
                message,
                "Nothing on the wire changes; people who search for the name find only one side.",
                &self.operation.origin.clone(),
                &needles,
            );
        }
    }

    fn parameters(&mut self) {
        for parameter in &self.operation.parameters {
            let claimed = self.claim.parameters.iter().find(|claim| same_parameter(parameter, claim));
            let needles = [format!("\"{}\"", parameter.name)];
            let name = format!("{} parameter `{}`", location_word(parameter.location), parameter.name);
            let Some(claimed) = claimed else {
                let severity = if parameter.required { Severity::Breaking } else { Severity::Compatible };
                self.add(
                    "parameter-missing",
                    severity,
                    format!("the handler does not mention the {name}"),
                    "Callers send it; the handler does not say that it reads it.",
                    &parameter.origin,
                    &needles,
                );
                continue;
            };
            if parameter.required != claimed.required {
                let (severity, reason) = if claimed.required {
                    (Severity::Breaking, "Callers who leave it out, as the document allows, are refused.")
                } else {
                    (Severity::Compatible, "The handler asks for less than the document; callers are not hurt.")
                };
                self.add(
                    "parameter-required-differs",
                    severity,
                    format!(
                        "the {name} is {} in the document and {} in the handler",
                        required_word(parameter.required),
                        required_word(claimed.required)
                    ),
                    reason,
                    &parameter.origin,
                    &needles,
                );
            }
            self.parameter_type(parameter, claimed, &name, &needles);
        }
        let extra: Vec<Parameter> = self
            .claim
            .parameters
            .iter()
            .filter(|claim| !self.operation.parameters.iter().any(|wanted| same_parameter(wanted, claim)))
            .cloned()
            .collect();
        for claim in extra {
            let severity = if claim.required { Severity::Breaking } else { Severity::Compatible };
            self.add(
                "parameter-undeclared",
                severity,
                format!(
                    "the handler describes the {} parameter `{}`, which the document does not have",
                    location_word(claim.location),
                    claim.name
                ),
                "Callers who keep to the document never send it.",
                &self.operation.origin.clone(),
                &[format!("\"{}\"", claim.name)],
            );
        }
    }

    fn parameter_type(&mut self, parameter: &Parameter, claimed: &Parameter, name: &str, needles: &[String]) {
        let wanted = parameter_schema(parameter).map(|id| types(self.document, id)).unwrap_or_default();
        let found = parameter_schema(claimed).map(|id| types(self.described, id)).unwrap_or_default();
        if wanted.is_empty() || found.is_empty() || wanted == found {
            return;
        }
        self.add(
            "parameter-type-differs",
            if found.is_superset(&wanted) { Severity::Compatible } else { Severity::Breaking },
            format!("the {name} is {} in the document and {} in the handler", words(&wanted), words(&found)),
            "What the document allows and what the handler reads are not the same values.",
            &parameter.origin,
            needles,
        );
    }

    fn body(&mut self) {
        let needles = ["request_body".to_owned()];
        match (&self.operation.body, &self.claim.body) {
            (None, None) => {}
            (Some(body), None) => self.add(
                "body-missing",
                if body.required { Severity::Breaking } else { Severity::Compatible },
                "the handler does not mention the request body".to_owned(),
                "Callers send it; the handler does not say that it reads it.",
                &body.origin.clone(),
                &[],
            ),
            (None, Some(body)) => self.add(
                "body-undeclared",
                if body.required { Severity::Breaking } else { Severity::Compatible },
                "the handler describes a request body, which the document does not have".to_owned(),
                "Callers who keep to the document never send it.",
                &self.operation.origin.clone(),
                &needles,
            ),
            (Some(body), Some(claim)) => {
                if body.required != claim.required {
                    let severity = if claim.required { Severity::Breaking } else { Severity::Compatible };
                    self.add(
                        "body-required-differs",
                        severity,
                        format!(
                            "the request body is {} in the document and {} in the handler",
                            required_word(body.required),
                            required_word(claim.required)
                        ),
                        "Callers and handler do not agree whether a request without a body is right.",
                        &body.origin.clone(),
                        &needles,
                    );
                }
                self.media_types("request body", &body.contents, &claim.contents, &body.origin.clone(), &needles);
            }
        }
    }

    fn media_types(
        &mut self,
        of: &str,
        wanted: &[MediaType],
        claimed: &[MediaType],
        origin: &Origin,
        needles: &[String],
    ) {
        let names = |contents: &[MediaType]| -> BTreeSet<String> {
            contents.iter().map(|content| content.name.clone()).collect()
        };
        let (wanted, claimed) = (names(wanted), names(claimed));
        for missing in wanted.difference(&claimed) {
            self.add(
                "media-type-missing",
                Severity::Breaking,
                format!("the {of} has `{missing}` in the document; the handler does not mention it"),
                "One side speaks a format that the other does not.",
                origin,
                needles,
            );
        }
        for extra in claimed.difference(&wanted) {
            self.add(
                "media-type-undeclared",
                Severity::Breaking,
                format!("the handler describes `{extra}` for the {of}; the document does not have it"),
                "One side speaks a format that the other does not.",
                origin,
                needles,
            );
        }
    }

    fn responses(&mut self) {
        let (operation, claim) = (self.operation, self.claim);
        for response in &operation.responses {
            let status = response.status;
            let needles = status_needles(status);
            let Some(claimed) = claim.responses.iter().find(|claim| claim.status == status) else {
                self.add(
                    "status-missing",
                    Severity::Compatible,
                    format!("the document declares the answer {status}; the handler does not mention it"),
                    "Callers are prepared for an answer that the handler never claims to give.",
                    &response.origin,
                    &[],
                );
                continue;
            };
            let of = format!("answer {status}");
            self.media_types(&of, &response.contents, &claimed.contents, &response.origin, &needles);
            self.headers(response, claimed, &needles);
        }
        let undeclared =
            claim.responses.iter().filter(|claim| !operation.responses.iter().any(|r| r.status == claim.status));
        for response in undeclared {
            let covered = operation.responses.iter().any(|wanted| covers(wanted.status, response.status));
            self.add(
                "status-undeclared",
                if covered { Severity::Note } else { Severity::Breaking },
                if covered {
                    format!("the handler names the answer {} apart; the document covers it in general", response.status)
                } else {
                    format!("the handler describes the answer {}, which the document does not have", response.status)
                },
                "A client made from the document has no type of its own for this answer.",
                &operation.origin,
                &status_needles(response.status),
            );
        }
    }

    fn headers(
        &mut self,
        wanted: &unplug_openapi::ir::Response,
        claimed: &unplug_openapi::ir::Response,
        needles: &[String],
    ) {
        let names = |response: &unplug_openapi::ir::Response| -> BTreeSet<String> {
            response.headers.iter().map(|header| header.name.to_ascii_lowercase()).collect()
        };
        for missing in names(wanted).difference(&names(claimed)) {
            self.add(
                "header-missing",
                Severity::Compatible,
                format!("the answer {} declares the header `{missing}`; the handler does not mention it", wanted.status),
                "Callers may read a header that the handler never claims to send.",
                &wanted.origin,
                needles,
            );
        }
        for extra in names(claimed).difference(&names(wanted)) {
            self.add(
                "header-undeclared",
                Severity::Compatible,
                format!("the handler describes the header `{extra}` of the answer {}, which the document does not have", wanted.status),
                "A client made from the document does not type this header.",
                &wanted.origin,
                needles,
            );
        }
    }

    fn security(&mut self) {
        let wanted = alternatives(self.document, &self.operation.security);
        let claimed = alternatives(self.described, &self.claim.security);
        if wanted != claimed {
            self.add(
                "security-differs",
                Severity::Breaking,
                format!(
                    "the document asks for {}; the handler says {}",
                    security_words(&wanted),
                    security_words(&claimed)
                ),
                "Callers present credentials that the handler does not look at, or the reverse.",
                &self.operation.origin.clone(),
                &["security".to_owned()],
            );
        }
    }
}

fn same_parameter(one: &Parameter, other: &Parameter) -> bool {
    one.location == other.location
        && if one.location == ParameterLocation::Header {
            one.name.eq_ignore_ascii_case(&other.name)
        } else {
            one.name == other.name
        }
}

fn location_word(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::QueryString => "query-string",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}

fn required_word(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

fn parameter_schema(parameter: &Parameter) -> Option<SchemaId> {
    match &parameter.shape {
        ParameterShape::Schema { schema, .. } => Some(*schema),
        ParameterShape::Content(media_type) => media_type.schema,
    }
}

/// The types a schema allows, apart from `null`; empty when it does not say.
fn types(api: &Api, id: SchemaId) -> BTreeSet<JsonType> {
    let schema = &api.schemas[api.schemas.resolve(id)];
    schema.types.iter().copied().filter(|kind| *kind != JsonType::Null).collect()
}

fn words(types: &BTreeSet<JsonType>) -> String {
    types.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect::<Vec<_>>().join(" or ")
}

fn status_needles(status: StatusSpec) -> Vec<String> {
    let text = status.to_string();
    vec![format!("status = {text}"), format!("status = \"{text}\"")]
}

fn covers(wanted: StatusSpec, found: StatusSpec) -> bool {
    match (wanted, found) {
        (StatusSpec::Default, _) => true,
        (StatusSpec::Range(class), StatusSpec::Code(code)) => code / 100 == u16::from(class),
        _ => wanted == found,
    }
}

/// Alternatives, each as what travels on the wire, so that scheme names do not matter.
fn alternatives(api: &Api, security: &[SecurityRequirement]) -> BTreeSet<BTreeSet<String>> {
    security
        .iter()
        .map(|requirement| {
            requirement
                .keys()
                .map(|name| match api.security_schemes.get(name).map(|scheme| &scheme.kind) {
                    Some(SecuritySchemeKind::ApiKey { location, name }) => {
                        format!("{} `{}`", location_word(*location), name.to_ascii_lowercase())
                    }
                    Some(SecuritySchemeKind::Http { scheme }) => format!("HTTP {scheme}"),
                    Some(SecuritySchemeKind::MutualTls) => "mutual TLS".to_owned(),
                    Some(SecuritySchemeKind::OAuth2) => "OAuth 2".to_owned(),
                    Some(SecuritySchemeKind::OpenIdConnect) => "OpenID Connect".to_owned(),
                    None => format!("unknown scheme `{name}`"),
                })
                .collect()
        })
        .collect()
}

fn security_words(alternatives: &BTreeSet<BTreeSet<String>>) -> String {
    if alternatives.is_empty() {
        return "no credentials".to_owned();
    }
    alternatives
        .iter()
        .map(|schemes| {
            if schemes.is_empty() {
                "no credentials".to_owned()
            } else {
                schemes.iter().cloned().collect::<Vec<_>>().join(" and ")
            }
        })
        .collect::<Vec<_>>()
        .join(", or ")
}
