//! The comparison itself: one function per part of an operation.

use unplug_openapi::ir::{Api, Body, Header, MediaType, Operation, Origin, Parameter, Response, StatusSpec};

use crate::finding::{Finding, Place, Severity};
use crate::handlers::HandlerSources;

pub(crate) mod route;
mod terms;

use route::{by_route, route, same_parameter};
use terms::{
    accepts, alternatives, covers, parameter_schema, parameter_words, security_words, status_step,
    type_words, types,
};

/// Compares the corrected document with what the handlers say of themselves.
#[must_use]
pub fn compare(document: &Api, described: &Api, sources: &HandlerSources) -> Vec<Finding> {
    let sides = Sides { document, described, sources };
    let (wanted, claims) = (by_route(document), by_route(described));
    let mut findings = Vec::new();
    for (key, operation) in &wanted {
        let Some(claim) = claims.get(key) else {
            findings.push(missing_operation(&sides, operation));
            continue;
        };
        let mut pair = Pair { sides, operation, claim, findings: Vec::new() };
        pair.operation_id();
        pair.parameters();
        pair.body();
        pair.responses();
        pair.security();
        findings.append(&mut pair.findings);
    }
    let extra = claims.iter().filter(|(key, _)| !wanted.contains_key(*key));
    findings.extend(extra.map(|(_, claim)| undeclared_operation(&sides, claim)));
    findings
}

fn missing_operation(pair: &Sides, operation: &Operation) -> Finding {
    let elsewhere = pair.described.operations.iter().find(|claim| claim.id == operation.id);
    let message = match elsewhere {
        Some(claim) => {
            format!("the handler of `{}` says it serves `{}`", operation.id, route(pair.described, claim))
        }
        None => format!("no handler describes `{}`", operation.id),
    };
    let path = elsewhere.map_or(&operation.path, |claim| &claim.path);
    Finding {
        rule: "operation-missing",
        severity: Severity::Breaking,
        operation: route(pair.document, operation),
        message,
        reason: "Callers who keep to the document call an operation that nobody claims to serve.",
        document: Some(Place::from(&operation.origin)),
        handlers: pair.sources.place(&operation.id, path, &["path=".to_owned()]),
    }
}

fn undeclared_operation(pair: &Sides, claim: &Operation) -> Finding {
    Finding {
        rule: "operation-undeclared",
        severity: Severity::Breaking,
        operation: route(pair.described, claim),
        message: format!("a handler describes `{}`, which the document does not have", claim.id),
        reason: "Nobody who reads the document knows of it: it is neither checked nor kept stable.",
        document: None,
        handlers: pair.sources.place(&claim.id, &claim.path, &["path=".to_owned()]),
    }
}

/// What is compared.
#[derive(Clone, Copy)]
struct Sides<'a> {
    document: &'a Api,
    described: &'a Api,
    sources: &'a HandlerSources,
}

/// One operation as both sides have it.
struct Pair<'a> {
    sides: Sides<'a>,
    operation: &'a Operation,
    claim: &'a Operation,
    findings: Vec<Finding>,
}

/// What differs, how badly, and what follows from it.
struct Difference {
    rule: &'static str,
    severity: Severity,
    message: String,
    reason: &'static str,
}

impl Pair<'_> {
    /// `steps` lead to the place in the handler's description.
    fn add(&mut self, difference: Difference, origin: &Origin, steps: &[String]) {
        let Difference { rule, severity, message, reason } = difference;
        self.findings.push(Finding {
            rule,
            severity,
            operation: route(self.sides.document, self.operation),
            message,
            reason,
            document: Some(Place::from(origin)),
            handlers: self.sides.sources.place(&self.claim.id, &self.claim.path, steps),
        });
    }

    fn operation_id(&mut self) {
        let (wanted, claimed) = (&self.operation.id, &self.claim.id);
        if wanted != claimed {
            let difference = Difference {
                rule: "operation-id-differs",
                severity: Severity::Note,
                message: format!("the document calls it `{wanted}`, the handler `{claimed}`"),
                reason: "Nothing on the wire changes; people who search for the name find only one side.",
            };
            self.add(difference, &self.operation.origin, &["operation_id=".to_owned()]);
        }
    }

    fn parameters(&mut self) {
        let (operation, claim) = (self.operation, self.claim);
        for parameter in &operation.parameters {
            let found = claim
                .parameters
                .iter()
                .find(|claimed| same_parameter((operation, parameter), (claim, claimed)));
            match found {
                Some(claimed) => self.parameter(parameter, claimed),
                None => self.parameter_missing(parameter),
            }
        }
        let known = |claimed: &Parameter| {
            operation.parameters.iter().any(|wanted| same_parameter((operation, wanted), (claim, claimed)))
        };
        for claimed in claim.parameters.iter().filter(|claimed| !known(claimed)) {
            let difference = Difference {
                rule: "parameter-undeclared",
                severity: if claimed.required { Severity::Breaking } else { Severity::Compatible },
                message: format!(
                    "the handler describes the {}, which the document does not have",
                    parameter_words(claimed)
                ),
                reason: "Callers who keep to the document never send it.",
            };
            self.add(difference, &operation.origin, &parameter_steps(claimed));
        }
    }

    fn parameter_missing(&mut self, parameter: &Parameter) {
        let difference = Difference {
            rule: "parameter-missing",
            severity: if parameter.required { Severity::Breaking } else { Severity::Compatible },
            message: format!("the handler does not mention the {}", parameter_words(parameter)),
            reason: "Callers send it; the handler does not say that it reads it.",
        };
        self.add(difference, &parameter.origin, &["params(".to_owned()]);
    }

    fn parameter(&mut self, parameter: &Parameter, claimed: &Parameter) {
        let name = parameter_words(parameter);
        if parameter.required != claimed.required {
            let (severity, reason) = if claimed.required {
                (Severity::Breaking, "Callers who leave it out, as the document allows, are refused.")
            } else {
                (Severity::Compatible, "The handler asks for less than the document; callers are not hurt.")
            };
            let message = required_differs(&name, parameter.required, claimed.required);
            let difference = Difference { rule: "parameter-required-differs", severity, message, reason };
            self.add(difference, &parameter.origin, &parameter_steps(claimed));
        }
        let wanted = parameter_schema(parameter).map(|id| types(self.sides.document, id)).unwrap_or_default();
        let found = parameter_schema(claimed).map(|id| types(self.sides.described, id)).unwrap_or_default();
        if wanted.is_empty() || found.is_empty() || wanted == found {
            return;
        }
        let difference = Difference {
            rule: "parameter-type-differs",
            severity: if accepts(&found, &wanted) { Severity::Compatible } else { Severity::Breaking },
            message: format!(
                "the {name} is {} in the document and {} in the handler",
                type_words(&wanted),
                type_words(&found)
            ),
            reason: "What the document allows and what the handler reads are not the same values.",
        };
        self.add(difference, &parameter.origin, &parameter_steps(claimed));
    }

    fn body(&mut self) {
        let (operation, claim) = (self.operation, self.claim);
        let steps = ["request_body".to_owned()];
        match (&operation.body, &claim.body) {
            (None, None) => {}
            (Some(body), None) => {
                let difference = Difference {
                    rule: "body-missing",
                    severity: if body.required { Severity::Breaking } else { Severity::Compatible },
                    message: "the handler does not mention the request body".to_owned(),
                    reason: "Callers send it; the handler does not say that it reads it.",
                };
                self.add(difference, &body.origin, &[]);
            }
            (None, Some(body)) => {
                let difference = Difference {
                    rule: "body-undeclared",
                    severity: if body.required { Severity::Breaking } else { Severity::Compatible },
                    message: "the handler describes a request body, which the document does not have"
                        .to_owned(),
                    reason: "Callers who keep to the document never send it.",
                };
                self.add(difference, &operation.origin, &steps);
            }
            (Some(wanted), Some(claimed)) => {
                if wanted.required != claimed.required {
                    let difference = Difference {
                        rule: "body-required-differs",
                        severity: if claimed.required { Severity::Breaking } else { Severity::Compatible },
                        message: required_differs("request body", wanted.required, claimed.required),
                        reason: "Callers and handler do not agree whether a request without a body is right.",
                    };
                    self.add(difference, &wanted.origin, &steps);
                }
                self.request_formats(wanted, claimed, &steps);
            }
        }
    }

    /// Callers may send every format of the document.
    fn request_formats(&mut self, wanted: &Body, claimed: &Body, steps: &[String]) {
        let of = "request body";
        for name in absent(&wanted.contents, &claimed.contents) {
            let reason = "Callers who send it, as the document allows, are refused.";
            self.add(format_missing(of, name, Severity::Breaking, reason), &wanted.origin, steps);
        }
        for name in absent(&claimed.contents, &wanted.contents) {
            let reason = "The handler takes more than the document says; callers are not hurt.";
            self.add(format_undeclared(of, name, Severity::Compatible, reason), &wanted.origin, steps);
        }
    }

    fn responses(&mut self) {
        let (operation, claim) = (self.operation, self.claim);
        for response in &operation.responses {
            if let Some(claimed) = claim.responses.iter().find(|claimed| claimed.status == response.status) {
                self.response_formats(response, claimed);
                self.headers(response, claimed);
            } else {
                self.status_missing(response);
            }
        }
        for claimed in &claim.responses {
            if !operation.responses.iter().any(|wanted| wanted.status == claimed.status) {
                self.status_undeclared(claimed.status);
            }
        }
    }

    fn status_missing(&mut self, response: &Response) {
        let status = response.status;
        let difference = Difference {
            rule: "status-missing",
            severity: Severity::Compatible,
            message: format!("the document declares the answer {status}; the handler does not mention it"),
            reason: "Callers are prepared for an answer that the handler never claims to give.",
        };
        self.add(difference, &response.origin, &["responses(".to_owned()]);
    }

    fn status_undeclared(&mut self, status: StatusSpec) {
        let difference = if self.operation.responses.iter().any(|wanted| covers(wanted.status, status)) {
            Difference {
                rule: "status-undeclared",
                severity: Severity::Note,
                message: format!(
                    "the handler names the answer {status} apart; the document covers it in general"
                ),
                reason: "A client made from the document has no type of its own for this answer.",
            }
        } else {
            Difference {
                rule: "status-undeclared",
                severity: Severity::Breaking,
                message: format!(
                    "the handler describes the answer {status}, which the document does not have"
                ),
                reason: "A client made from the document is not prepared for this answer.",
            }
        };
        self.add(difference, &self.operation.origin, &[status_step(status)]);
    }

    /// The handler may answer in fewer formats, but not in others, and not without a body where
    /// the document has one.
    fn response_formats(&mut self, wanted: &Response, claimed: &Response) {
        let of = format!("answer {}", wanted.status);
        let steps = [status_step(wanted.status)];
        for name in absent(&wanted.contents, &claimed.contents) {
            let (severity, reason) = if claimed.contents.is_empty() {
                (Severity::Breaking, "Callers read a body that the handler never claims to send.")
            } else {
                (
                    Severity::Compatible,
                    "Callers are prepared for a format that the handler never claims to send.",
                )
            };
            self.add(format_missing(&of, name, severity, reason), &wanted.origin, &steps);
        }
        for name in absent(&claimed.contents, &wanted.contents) {
            let steps = [steps[0].clone(), format!("\"{name}\"")];
            let reason = "A client made from the document cannot read this format.";
            self.add(format_undeclared(&of, name, Severity::Breaking, reason), &wanted.origin, &steps);
        }
    }

    fn headers(&mut self, wanted: &Response, claimed: &Response) {
        let has = |response: &Response, header: &Header| {
            response.headers.iter().any(|other| other.name.eq_ignore_ascii_case(&header.name))
        };
        let status = wanted.status;
        let steps = [status_step(status)];
        for header in wanted.headers.iter().filter(|header| !has(claimed, header)) {
            let difference = Difference {
                rule: "header-missing",
                severity: if header.required { Severity::Breaking } else { Severity::Compatible },
                message: format!(
                    "the answer {status} declares the header `{}`; the handler does not mention it",
                    header.name
                ),
                reason: "Callers may read a header that the handler never claims to send.",
            };
            self.add(difference, &header.origin, &steps);
        }
        for header in claimed.headers.iter().filter(|header| !has(wanted, header)) {
            let difference = Difference {
                rule: "header-undeclared",
                severity: Severity::Compatible,
                message: format!(
                    "the handler describes the header `{}` of the answer {status}, which the document does not have",
                    header.name
                ),
                reason: "A client made from the document does not type this header.",
            };
            let steps = [steps[0].clone(), format!("\"{}\"", header.name.to_ascii_lowercase())];
            self.add(difference, &wanted.origin, &steps);
        }
    }

    fn security(&mut self) {
        let wanted = alternatives(self.sides.document, &self.operation.security);
        let claimed = alternatives(self.sides.described, &self.claim.security);
        if wanted != claimed {
            let difference = Difference {
                rule: "security-differs",
                severity: Severity::Breaking,
                message: format!(
                    "the document asks for {}; the handler says {}",
                    security_words(&wanted),
                    security_words(&claimed)
                ),
                reason: "Callers present credentials that the handler does not look at, or the reverse.",
            };
            self.add(difference, &self.operation.origin, &["security(".to_owned()]);
        }
    }
}

/// The media types of the one that the other does not have.
fn absent<'a>(of: &'a [MediaType], from: &[MediaType]) -> Vec<&'a str> {
    let names = of.iter().map(|content| content.name.as_str());
    names.filter(|name| from.iter().all(|other| other.name != *name)).collect()
}

fn format_missing(of: &str, name: &str, severity: Severity, reason: &'static str) -> Difference {
    let message = format!("the {of} has `{name}` in the document; the handler does not mention it");
    Difference { rule: "media-type-missing", severity, message, reason }
}

fn format_undeclared(of: &str, name: &str, severity: Severity, reason: &'static str) -> Difference {
    let message = format!("the handler describes `{name}` for the {of}; the document does not have it");
    Difference { rule: "media-type-undeclared", severity, message, reason }
}

fn required_differs(of: &str, wanted: bool, claimed: bool) -> String {
    let word = |required| if required { "required" } else { "optional" };
    format!("the {of} is {} in the document and {} in the handler", word(wanted), word(claimed))
}

fn parameter_steps(parameter: &Parameter) -> [String; 2] {
    ["params(".to_owned(), format!("\"{}\"", parameter.name.to_ascii_lowercase())]
}
