//! What is known about one document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One document and what became of it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    /// File name without extension.
    pub(crate) name: String,
    /// What the process for the document said; `None` when it did not come so far.
    pub(crate) generated: Option<Generated>,
    /// Why it did not: the document cannot be used, or the process panicked or took too long.
    pub(crate) failure: Option<Failure>,
    /// Largest resident memory of the process, in bytes.
    pub(crate) peak_bytes: u64,
    /// Seconds that the whole process took.
    pub(crate) seconds: f64,
    /// The two generated crates through the compiler.
    pub(crate) client: Option<Compiled>,
    /// As for the client.
    pub(crate) server_stub: Option<Compiled>,
    /// Sampled values from the client to the stub and back.
    pub(crate) round_trip: Option<RoundTrip>,
}

/// What a round trip found. The program of `unplug_round_trip` prints it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct RoundTrip {
    /// Why there is no more than this: the program does not compile, or did not end by itself.
    #[serde(default)]
    pub(crate) stopped: Option<String>,
    /// Operations that were run.
    pub(crate) operations: usize,
    /// Operations that came back as they went out.
    pub(crate) passed: usize,
    /// Calls and their answers.
    pub(crate) exchanges: usize,
    /// Exchanges that the independent validator looked at.
    #[serde(default)]
    pub(crate) checked: usize,
    /// Why it looked at none.
    #[serde(default)]
    pub(crate) unchecked: Option<String>,
    /// Requests with a broken keyword.
    pub(crate) broken: usize,
    /// Messages that were left out because no valid value was found for them.
    #[serde(default)]
    pub(crate) left_out: usize,
    /// Messages for which no value is valid, as a warning about the document says.
    #[serde(default)]
    pub(crate) contradictory: usize,
    /// The schemas of both.
    pub(crate) unsampled: Vec<serde_json::Value>,
    /// What went wrong.
    pub(crate) failures: Vec<RoundTripFailure>,
}

/// Something that went wrong on a round trip.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct RoundTripFailure {
    pub(crate) operation: String,
    pub(crate) what: String,
    pub(crate) why: String,
}

impl RoundTrip {
    /// Did everything that was sent arrive? A message without a sample says nothing of the generated
    /// code; so few as one in twenty are let pass, and named.
    pub(crate) fn is_whole(&self) -> bool {
        self.stopped.is_none()
            && self.failures.is_empty()
            && self.left_out * 20 <= self.exchanges + self.left_out
    }
}

/// How the process of a document ended before its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Failure {
    /// Nothing can be generated; the diagnostics say why.
    Unusable,
    /// A panic or a signal: a defect of the generator, whatever the document.
    Panic(String),
    /// It was stopped.
    Timeout,
}

/// What generating gave.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Generated {
    /// `openapi`
    pub(crate) version: String,
    /// Whether there is an API at all.
    pub(crate) usable: bool,
    /// Operations that stand in the document.
    pub(crate) operations: usize,
    /// Operations that the client and the stub have: neither leaves one out that is in the IR.
    pub(crate) kept: usize,
    /// Lines of the client module.
    pub(crate) client_lines: usize,
    /// Lines of the server-stub module.
    pub(crate) server_lines: usize,
    /// Seconds from the file to the IR.
    pub(crate) load_seconds: f64,
    /// Seconds from the IR to the formatted files.
    pub(crate) emit_seconds: f64,
    /// Errors and what leaves something out, rule id → how often.
    pub(crate) rules: BTreeMap<String, usize>,
    /// The errors and warnings themselves.
    pub(crate) diagnostics: Vec<Finding>,
}

/// A diagnostic, for machines.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Finding {
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) message: String,
    pub(crate) pointer: String,
    /// `file:line:column`
    pub(crate) place: Option<String>,
}

/// A generated crate through the compiler.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Compiled {
    /// Whether there is neither an error nor a warning.
    pub(crate) compiles: bool,
    /// Seconds of rustc for this crate alone; `None` when it was fresh from an earlier run and was
    /// not measured then.
    pub(crate) seconds: Option<f64>,
    /// Largest resident memory of rustc, in bytes.
    pub(crate) peak_bytes: Option<u64>,
    /// What the compiler says, at most a few.
    pub(crate) errors: Vec<String>,
}

impl Row {
    /// Operations that were generated.
    pub(crate) fn operations_generated(&self) -> usize {
        self.generated.as_ref().map_or(0, |made| made.kept)
    }

    /// Operations that stand in the document.
    pub(crate) fn operations(&self) -> usize {
        self.generated.as_ref().map_or(0, |made| made.operations)
    }

    /// Do both crates compile? `None` when the compiler was left out.
    pub(crate) fn compiles(&self) -> Option<bool> {
        if self.failure.is_some() {
            return Some(false);
        }
        Some(self.client.as_ref()?.compiles && self.server_stub.as_ref()?.compiles)
    }
}
