//! Findings about one operation, as they are collected.

use unplug_openapi::ir::Operation;

use crate::finding::{Finding, Rule, SourceLine};

/// Findings about one operation.
pub(crate) struct Report<'a> {
    operation: &'a Operation,
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(operation: &'a Operation) -> Self {
        Self { operation, findings: Vec::new() }
    }

    pub(crate) fn add(&mut self, rule: Rule, message: String, decided_by: Option<SourceLine>) {
        let operation = format!("{} {}", self.operation.method, self.operation.path);
        self.findings.push(Finding { rule, operation, message, decided_by });
    }
}
