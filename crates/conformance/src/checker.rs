//! The checks of one exchange, in order.

use unplug_openapi::Document;
use unplug_openapi::ir::{Api, Direction, Operation, Response, StatusSpec};

use crate::body;
use crate::error::CheckerError;
use crate::examples::ExampleMismatch;
use crate::exchange::Exchange;
use crate::finding::{Finding, Rule, SourceLine};
use crate::headers;
use crate::parameters::{self, Sent};
use crate::paths::{self, Matched};
use crate::report::Report;
use crate::validation::Validation;

/// Checks exchanges against one API. Cheap to clone.
#[derive(Clone)]
pub struct Checker {
    validation: Validation,
    mount: String,
    only_declared_headers: bool,
}

impl Checker {
    /// A checker for an API. Findings name the line where the schema begins; with
    /// [`Checker::for_document`] they name the line of the keyword.
    ///
    /// # Errors
    /// When a schema that a message uses cannot be compiled.
    pub fn new(api: &Api) -> Result<Self, CheckerError> {
        Ok(Self::with(Validation::new(api, None)?))
    }

    /// A checker for a loaded document.
    ///
    /// # Errors
    /// When a schema that a message uses cannot be compiled.
    pub fn for_document(document: &Document) -> Result<Self, CheckerError> {
        Ok(Self::with(Validation::new(&document.api, Some(&document.root))?))
    }

    fn with(validation: Validation) -> Self {
        Self { validation, mount: String::new(), only_declared_headers: false }
    }

    /// The server has the API under a path of its own, for example `/kombo`, in front of the base
    /// path that the document gives.
    #[must_use]
    pub fn mounted_at(mut self, path: &str) -> Self {
        path.trim_end_matches('/').clone_into(&mut self.mount);
        self
    }

    /// Reports headers of a response that it does not declare. Those that HTTP itself has in any
    /// answer (`Content-Type`, `Content-Length`, `Date` …) need no declaration.
    #[must_use]
    pub fn only_declared_headers(mut self) -> Self {
        self.only_declared_headers = true;
        self
    }

    /// The API that is checked against.
    #[must_use]
    pub fn api(&self) -> &Api {
        self.validation.api()
    }

    /// Patterns of the document that are no regular expressions to the validator, so that nothing is
    /// checked against them.
    #[must_use]
    pub fn unread_patterns(&self) -> &[String] {
        self.validation.unread_patterns()
    }

    /// The operation that the exchange belongs to.
    #[must_use]
    pub fn operation(&self, exchange: &Exchange) -> Option<&Operation> {
        self.matched(exchange).map(|matched| matched.operation)
    }

    /// The declared response that the answer's status falls under: the exact status before its
    /// class before `default`.
    #[must_use]
    pub fn declared_response(&self, exchange: &Exchange) -> Option<&Response> {
        select_response(self.operation(exchange)?, exchange.response.status().as_u16())
    }

    /// Checks the response, and that a request which breaks the document was not accepted.
    #[must_use]
    pub fn check(&self, exchange: &Exchange) -> Vec<Finding> {
        let mut findings = self.check_response(exchange);
        if exchange.response.status().is_success() {
            findings.extend(self.check_request(exchange).into_iter().filter_map(|finding| {
                let accepted = Rule::InvalidRequestAccepted;
                (finding.rule != Rule::UnknownOperation).then(|| Finding {
                    rule: accepted,
                    message: format!(
                        "answered with {}: {}",
                        exchange.response.status().as_u16(),
                        finding.message
                    ),
                    ..finding
                })
            }));
        }
        findings
    }

    /// Checks the response alone.
    #[must_use]
    pub fn check_response(&self, exchange: &Exchange) -> Vec<Finding> {
        let Some(Matched { operation, .. }) = self.matched(exchange) else { return vec![unknown(exchange)] };
        let mut report = Report::new(operation);
        let response = &exchange.response;
        let status = response.status().as_u16();
        let Some(declared) = select_response(operation, status) else {
            let message = format!("the status {status} is not declared");
            report.add(Rule::UndeclaredStatus, message, Some(SourceLine::of(&operation.location)));
            return report.findings;
        };
        headers::check(&self.validation, declared, response.headers(), &mut report);
        if self.only_declared_headers {
            headers::check_undeclared(declared, response.headers(), &mut report);
        }
        let without_body =
            exchange.request.method() == http::Method::HEAD || matches!(status, 100..=199 | 204 | 304);
        let at = || Some(SourceLine::of(&declared.location));
        match (without_body || declared.contents.is_empty(), response.body().is_empty()) {
            (true, true) => {}
            (true, false) => {
                report.add(
                    Rule::UnexpectedBody,
                    format!("a {status} here has no body, but one was sent"),
                    at(),
                );
            }
            (false, true) => {
                report.add(
                    Rule::MissingBody,
                    format!("the status {status} has a body, but none was sent"),
                    at(),
                );
            }
            (false, false) => {
                let headers = response.headers();
                body::check(
                    &self.validation,
                    Direction::Response,
                    &declared.contents,
                    &declared.location,
                    headers,
                    response.body(),
                    &mut report,
                );
            }
        }
        report.findings
    }

    /// Checks the request alone: credentials, parameters, body.
    #[must_use]
    pub fn check_request(&self, exchange: &Exchange) -> Vec<Finding> {
        let Some(Matched { operation, values }) = self.matched(exchange) else {
            return vec![unknown(exchange)];
        };
        let mut report = Report::new(operation);
        let request = &exchange.request;
        let sent = Sent::new(&values, request.uri().query(), request.headers());
        parameters::check_credentials(&self.validation, operation, &sent, &mut report);
        for parameter in &operation.parameters {
            parameters::check_parameter(&self.validation, operation, parameter, &sent, &mut report);
        }
        if let Some(declared) = &operation.body {
            if !request.body().is_empty() {
                let headers = request.headers();
                body::check(
                    &self.validation,
                    Direction::Request,
                    &declared.contents,
                    &declared.location,
                    headers,
                    request.body(),
                    &mut report,
                );
            } else if declared.required {
                let message = "the request body is required, but none was sent".to_owned();
                report.add(Rule::MissingBody, message, Some(SourceLine::of(&declared.location)));
            }
        }
        report.findings
    }

    /// Checks the document against itself: every example of a parameter, a header, a body or a
    /// schema fits its schema. [`crate::examples()`] gives the same with the locations in the text.
    #[must_use]
    pub fn check_examples(&self) -> Vec<Finding> {
        let mismatches = crate::examples::mismatches(self.validation.api(), self.validation.root());
        let finding = |mismatch: &ExampleMismatch<'_>| {
            let (name, example) = (&mismatch.example.name, SourceLine::of(&mismatch.example.location));
            let (message, at) = match &mismatch.problem {
                Ok(mismatch) => (&mismatch.message, &mismatch.at),
                Err(CheckerError::Schema { at, message }) => (message, at),
            };
            Finding {
                rule: Rule::InvalidExample,
                operation: mismatch.owner.clone(),
                message: format!("the example `{name}` at {example}: {message}"),
                decided_by: Some(at.clone()),
            }
        };
        mismatches.iter().map(finding).collect()
    }

    fn matched(&self, exchange: &Exchange) -> Option<Matched<'_>> {
        let request = &exchange.request;
        paths::find(self.validation.api(), &self.mount, request.method().as_str(), request.uri().path())
    }
}

fn unknown(exchange: &Exchange) -> Finding {
    let request = &exchange.request;
    Finding {
        rule: Rule::UnknownOperation,
        operation: format!("{} {}", request.method(), request.uri().path()),
        message: "the document has no such operation".to_owned(),
        decided_by: None,
    }
}

/// The declared response for a status.
pub(crate) fn select_response(operation: &Operation, status: u16) -> Option<&Response> {
    let rank = |declared: StatusSpec| match declared {
        StatusSpec::Code(code) => (code == status).then_some(0),
        StatusSpec::Range(class) => (u16::from(class) == status / 100).then_some(1),
        StatusSpec::Default => Some(2),
    };
    operation
        .responses
        .iter()
        .filter_map(|response| Some((rank(response.status)?, response)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, response)| response)
}
