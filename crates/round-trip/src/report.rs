//! What a run found.

use serde::Serialize;
use unplug_conformance::sample::Unsampled;
use unplug_openapi::ir::Operation;

/// Everything about one document.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    /// Operations that were run.
    pub(crate) operations: usize,
    /// Operations that came back as they went out. One with a message that was left out is not among them.
    pub(crate) passed: usize,
    /// Calls and their answers.
    pub(crate) exchanges: usize,
    /// Exchanges that the independent validator looked at.
    pub(crate) checked: usize,
    /// Why it looked at none.
    pub(crate) unchecked: Option<String>,
    /// Broken requests.
    pub(crate) broken: usize,
    /// Messages that were left out because no valid value was found for them.
    pub(crate) left_out: usize,
    /// Messages for which no value is valid, as a warning about the document says.
    pub(crate) contradictory: usize,
    /// The schemas of both, each once.
    pub(crate) unsampled: Vec<Unsampled>,
    /// What went wrong.
    pub(crate) failures: Vec<Failure>,
}

/// Something that went wrong.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    operation: String,
    /// `call`, `request`, `response`, `document` or `broken`.
    what: &'static str,
    why: String,
}

impl Failure {
    pub(crate) fn new(operation: &Operation, what: &'static str, why: String) -> Self {
        Self { operation: operation.id.clone(), what, why }
    }
}

impl Report {
    pub(crate) fn fail(&mut self, operation: &str, what: &'static str, why: String) {
        self.failures.push(Failure { operation: operation.to_owned(), what, why });
    }

    /// Notes a message without a sample; `is_said` where a warning says that there is none.
    pub(crate) fn leave_out(&mut self, unsampled: Unsampled, is_said: bool) {
        let count = if is_said { &mut self.contradictory } else { &mut self.left_out };
        *count += 1;
        if !self.unsampled.contains(&unsampled) {
            self.unsampled.push(unsampled);
        }
    }

    /// Failures and messages without samples.
    pub(crate) fn faults(&self) -> usize {
        self.failures.len() + self.left_out + self.contradictory
    }

    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
