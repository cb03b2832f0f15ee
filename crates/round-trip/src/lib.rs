//! Drives a generated client against its generated server stub and back.
//!
//! For every operation of a document, values are sampled for its parameters, its body and every
//! response that it declares. The client sends them over a loopback connection to a real server, whose
//! handlers note what arrives and answer what was sampled. What arrives must be what was sent, on
//! both sides; every exchange is checked against the document; and requests with one keyword broken
//! must be refused with a 4xx that names the place.
//!
//! The generator writes the part that knows the API's types (`unplug_codegen::round_trip`); a small
//! program made of that part calls [`run`]. It is for judging generated code, as `cargo xtask corpus`
//! does; a running service is checked with `unplug_conformance` instead.
//!
//! ```no_run
//! use unplug_round_trip::{Call, Echo, run};
//!
//! struct Client;
//!
//! // Written by the generator, with the handlers of the stub and the calls of the client.
//! let router = |_: Echo, _: Option<&'static str>| axum::Router::new();
//! let calls: [Call<Client>; 0] = [];
//! run("specs/kombo.yaml".as_ref(), &calls, router, |_base_url| Ok(Client));
//! ```

mod broken;
mod compare;
mod credentials;
mod echo;
pub mod instances;
pub mod multipart;
pub mod parts;
mod recorder;
mod report;

use std::collections::{HashMap, HashSet};
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::process::ExitCode;
use std::time::Duration;

use unplug_conformance::Checker;
use unplug_conformance::sample::{AmbiguousNames, OperationSample, ResponseSample, Sampler, Unsampled};
use unplug_openapi::ir::{Operation, without_names};

pub use echo::{Answer, Echo, Outcome, Received, reject, value_of};
pub use parts::{Sent, TypeMismatch};
use recorder::Recorder;
use report::{Failure, Report};

/// The seed of all samples.
const SEED: u64 = 20_261_126;

/// Sets of values for each operation: the smallest, the fullest, a mixed one, and one with `null` wherever it
/// is valid.
const ROUNDS: u32 = 4;

/// Broken requests for each operation.
const MAX_BROKEN_VALUES: usize = 12;

/// Time for one call.
const CALL_TIMEOUT: Duration = Duration::from_secs(20);

/// A call of the generated client, on its way.
pub type Calling = Pin<Box<dyn Future<Output = Result<Outcome, String>> + Send>>;

/// An operation of the generated client: builds the request from the sample and sends it.
pub struct Call<C> {
    /// `operationId`
    pub id: &'static str,
    /// The base path under which the stub answers it.
    pub base: &'static str,
    /// Sends the sample.
    pub call: fn(&C, Sent<'_>) -> Result<Calling, TypeMismatch>,
}

impl<C> std::fmt::Debug for Call<C> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Call").field(&self.id).finish()
    }
}

/// Runs every operation and prints the report as JSON. The exit code is 1 when something failed.
///
/// `router` makes the stub's router, in which the operation with the given id answers alone where others
/// share its path and method.
pub fn run<C>(
    document: &Path,
    calls: &[Call<C>],
    router: impl Fn(Echo, Option<&'static str>) -> axum::Router,
    client: impl Fn(String) -> Result<C, String>,
) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let report = match runtime {
        Ok(runtime) => runtime.block_on(trip(document, calls, router, client)),
        Err(error) => Err(error.to_string()),
    };
    match report {
        Ok(report) => {
            println!("{}", report.to_json());
            ExitCode::from(u8::from(!report.failures.is_empty()))
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

async fn trip<C>(
    document: &Path,
    calls: &[Call<C>],
    router: impl Fn(Echo, Option<&'static str>) -> axum::Router,
    client: impl Fn(String) -> Result<C, String>,
) -> Result<Report, String> {
    let loaded = unplug_openapi::load::load_beside(document);
    let said = loaded.diagnostics.iter().filter(|found| found.rule == "unsatisfiable-schema");
    let contradictory = said.map(|found| found.pointer.clone()).collect();
    let document = loaded.document.ok_or("the document cannot be used")?;
    let api = &document.api;
    // A schema that the independent validator refuses, as an expression that only ECMAScript reads,
    // is no fault of the generated code.
    let (checker, unchecked) = match Checker::for_document(&document) {
        Ok(checker) => (Some(checker), None),
        Err(why) => (None, Some(why.to_string())),
    };
    let sampler = Sampler::new(api, SEED);
    let echo = Echo::default();
    let general = router(echo.clone(), None);
    let recorder = Recorder::new(general.clone(), credentials::of(api));
    let address = recorder.serve().await.map_err(|error| error.to_string())?;
    let mut clients = HashMap::new();
    for call in calls {
        if !clients.contains_key(call.base) {
            clients.insert(call.base, client(format!("http://{address}{}", call.base))?);
        }
    }
    let trip = Trip { checker, sampler, echo, recorder, clients, contradictory };
    let mut report = Report { unchecked, ..Report::default() };
    for call in calls {
        let Some(operation) = api.operations.iter().find(|operation| operation.id == call.id) else {
            report.fail(call.id, "find", "the document has no such operation".to_owned());
            continue;
        };
        report.operations += 1;
        let before = report.faults();
        let shares = |other: &Operation| other.id != operation.id && same_place(other, operation);
        let chosen = api.operations.iter().any(shares).then_some(call.id);
        if chosen.is_some() {
            trip.recorder.serve_by(router(trip.echo.clone(), chosen));
        }
        trip.operation(operation, call, &mut report).await;
        report.passed += usize::from(report.faults() == before);
        if chosen.is_some() {
            trip.recorder.serve_by(general.clone());
        }
    }
    Ok(report)
}

/// Whether a request may be meant for either operation: the same method, and paths that differ in
/// nothing but the names of parameters, what the query must have, and a fragment, which is never sent.
fn same_place(left: &Operation, right: &Operation) -> bool {
    let sent = |operation: &Operation| {
        let path = &operation.path;
        let names_end = path.rfind('}').map_or(0, |brace| brace + 1);
        let end = path[names_end..].find(['?', '#']).map_or(path.len(), |cut| names_end + cut);
        without_names(&path[..end])
    };
    left.method == right.method && sent(left) == sent(right)
}

struct Trip<'a, C> {
    checker: Option<Checker>,
    sampler: Sampler<'a>,
    echo: Echo,
    recorder: Recorder,
    /// One for each base path.
    clients: HashMap<&'static str, C>,
    /// Where schemas stand that contradict themselves, as warnings say.
    contradictory: HashSet<String>,
}

impl<C> Trip<'_, C> {
    /// Whether a warning explains that there is no sample: about the schema or one that it leads to.
    fn is_said(&self, unsampled: &Unsampled) -> bool {
        let schemas = &self.sampler.api().schemas;
        let pointer = |id| &schemas[id].location.pointer;
        let stands = schemas.iter().map(|(id, _)| id).filter(|id| *pointer(*id) == unsampled.pointer);
        !self.contradictory.is_empty()
            && schemas.reachable(stands).into_iter().any(|id| self.contradictory.contains(pointer(id)))
    }

    async fn operation(&self, operation: &Operation, call: &Call<C>, report: &mut Report) {
        let mut broken = false;
        for round in 0..ROUNDS {
            let sample = match self.sampler.exchange(operation, round) {
                Ok(sample) => sample,
                Err(unsampled) => {
                    let is_said = self.is_said(&unsampled);
                    report.leave_out(unsampled, is_said);
                    continue;
                }
            };
            for unsampled in &sample.unsampled {
                report.leave_out(unsampled.clone(), self.is_said(unsampled));
            }
            for response in &sample.responses {
                self.exchange(operation, call, &sample, response, report).await;
            }
            if operation.responses.is_empty() {
                self.request_only(operation, call, &sample, report).await;
            }
            // The full values have the most that can be broken.
            if round == 1 && !broken {
                broken = true;
                self.broken(operation, &sample, report).await;
            }
        }
    }

    /// One call and its answer: equal on both sides, and as the document declares.
    async fn exchange(
        &self,
        operation: &Operation,
        call: &Call<C>,
        sample: &OperationSample,
        response: &ResponseSample,
        report: &mut Report,
    ) {
        let fail = |what: &'static str, why: String| Failure::new(operation, what, why);
        report.exchanges += 1;
        self.echo.expect(response);
        let outcome = match self.send(call, sample).await {
            Ok(outcome) => outcome,
            Err(why) => {
                let why = self.echo.failure().unwrap_or(why) + &self.refusal();
                report
                    .failures
                    .push(fail("call", format!("{} {}: {why}", response.declared, response.status)));
                return;
            }
        };
        match self.echo.take_received() {
            Some(received) => {
                report.failures.extend(
                    self.differences(operation, sample, &received)
                        .into_iter()
                        .map(|why| fail("request", why)),
                );
            }
            None => report.failures.push(fail("request", "the handler was not reached".to_owned())),
        }
        if let Some(why) = self.echo.failure().filter(|_| outcome.declared != response.declared) {
            report.failures.push(fail("call", format!("{} {}: {why}", response.declared, response.status)));
            return;
        }
        let found = compare::response(response, &outcome);
        report.failures.extend(found.into_iter().map(|why| fail("response", why)));
        let Some(exchange) = self.recorder.last() else { return };
        let bodies = [
            ("request", sample.body.as_ref(), exchange.request.body()),
            ("response", response.body.as_ref(), exchange.response.body()),
        ];
        for (what, body, bytes) in bodies {
            report.failures.extend(compare::on_the_wire(body, bytes).map(|why| fail(what, why)));
        }
        let Some(checker) = &self.checker else { return };
        // Operations that share a path are told apart by more than the checker looks at.
        if checker.operation(&exchange).is_none_or(|matched| matched.id == operation.id) {
            report.checked += 1;
            let findings = checker.check(&exchange);
            report.failures.extend(findings.into_iter().map(|finding| fail("document", finding.to_string())));
        }
    }

    /// An operation that declares no response at all: only what arrives can be looked at.
    async fn request_only(
        &self,
        operation: &Operation,
        call: &Call<C>,
        sample: &OperationSample,
        report: &mut Report,
    ) {
        report.exchanges += 1;
        self.echo.expect_nothing();
        // There is no answer that the handler could give.
        let _ = self.send(call, sample).await;
        match self.echo.take_received() {
            Some(received) => report.failures.extend(
                self.differences(operation, sample, &received)
                    .into_iter()
                    .map(|why| Failure::new(operation, "request", why)),
            ),
            None => {
                report.failures.push(Failure::new(
                    operation,
                    "request",
                    "the handler was not reached".into(),
                ));
            }
        }
    }

    /// What arrived otherwise than it was sent, where that can be told.
    fn differences(
        &self,
        operation: &Operation,
        sample: &OperationSample,
        received: &Received,
    ) -> Vec<String> {
        let shared = AmbiguousNames::of(self.sampler.api(), operation);
        let mut received = received.clone();
        for parameter in &operation.parameters {
            // The stub reads a credential as a parameter, too, that has its name.
            let is_sent = sample
                .parameters
                .iter()
                .any(|sent| sent.name == parameter.name && sent.location == parameter.parameter_in.as_str());
            if !is_sent && self.sampler.api().is_credential(operation, parameter) {
                received.parameters.remove(&echo::key(parameter.parameter_in.as_str(), &parameter.name));
            }
            let name = echo::key(parameter.parameter_in.as_str(), &parameter.name);
            let Some(value) = received.parameters.remove(&name) else { continue };
            if let Some(own) = shared.without_ambiguous(parameter, &value) {
                received.parameters.insert(name, own);
            }
        }
        compare::request(sample, &received)
    }

    async fn send(&self, call: &Call<C>, sample: &OperationSample) -> Result<Outcome, String> {
        let client = self.clients.get(call.base).ok_or("there is no client for its base path")?;
        let calling = (call.call)(client, Sent::new(sample)).map_err(|unfit| unfit.to_string())?;
        match tokio::time::timeout(CALL_TIMEOUT, calling).await {
            Ok(outcome) => outcome,
            Err(_) => Err("no answer in time".to_owned()),
        }
    }

    /// What the stub says of a request that it has refused.
    fn refusal(&self) -> String {
        let last = self.recorder.last().filter(|exchange| recorder::is_rejection(&exchange.response));
        last.map_or_else(String::new, |exchange| {
            format!("; the stub says {}", String::from_utf8_lossy(exchange.response.body()))
        })
    }

    /// Requests with one keyword broken are refused, and the refusal names the place.
    async fn broken(&self, operation: &Operation, sample: &OperationSample, report: &mut Report) {
        let Some(valid) = self.recorder.last() else { return };
        for broken in self.sampler.broken(operation, sample, MAX_BROKEN_VALUES) {
            let Some(request) = broken::request(&valid.request, &broken) else { continue };
            report.broken += 1;
            match self.recorder.replay(request).await {
                Ok(answer) => {
                    if let Some(why) = broken::accepted(&broken, &answer) {
                        report.failures.push(Failure::new(operation, "broken", why));
                    }
                }
                Err(why) => report.failures.push(Failure::new(operation, "broken", why)),
            }
        }
    }
}
