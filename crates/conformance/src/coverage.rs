//! Which declared statuses were exercised.

use std::collections::BTreeMap;
use std::fmt;

use unplug_openapi::ir::{Api, StatusSpec};

use crate::checker::{Checker, select_response};
use crate::exchange::Exchange;

/// How often each declared status of each operation was seen.
#[derive(Clone, Debug)]
pub struct Coverage {
    api: String,
    rows: Vec<Row>,
    undeclared: BTreeMap<(String, u16), usize>,
}

#[derive(Clone, Debug)]
struct Row {
    operation: String,
    call: String,
    status: StatusSpec,
    /// Status on the wire → count. A class and `default` stand for several.
    seen: BTreeMap<u16, usize>,
}

/// A declared status that no exchange had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingStatus {
    /// `operationId`
    pub operation: String,
    /// The status as the document writes it: `404`, `4XX`, `default`.
    pub status: String,
}

impl fmt::Display for MissingStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.operation, self.status)
    }
}

impl Coverage {
    /// An empty table with a row for every declared status of every operation.
    #[must_use]
    pub fn new(api: &Api) -> Self {
        let rows = api.operations.iter().flat_map(|operation| {
            operation.responses.iter().map(|response| Row {
                operation: operation.id.clone(),
                call: format!("{} {}", operation.method, operation.path),
                status: response.status,
                seen: BTreeMap::new(),
            })
        });
        Self { api: api.name.clone(), rows: rows.collect(), undeclared: BTreeMap::new() }
    }

    /// Counts an exchange. One that belongs to no operation is not counted.
    pub fn record(&mut self, checker: &Checker, exchange: &Exchange) {
        let Some(operation) = checker.operation(exchange) else { return };
        let status = exchange.response.status().as_u16();
        let declared = select_response(operation, status).map(|response| response.status);
        let row =
            self.rows.iter_mut().find(|row| row.operation == operation.id && Some(row.status) == declared);
        match row {
            Some(row) => *row.seen.entry(status).or_default() += 1,
            None => *self.undeclared.entry((operation.id.clone(), status)).or_default() += 1,
        }
    }

    /// Declared statuses that no exchange had, in document order.
    #[must_use]
    pub fn missing(&self) -> Vec<MissingStatus> {
        self.rows
            .iter()
            .filter(|row| row.seen.is_empty())
            .map(|row| MissingStatus { operation: row.operation.clone(), status: name(row.status) })
            .collect()
    }

    /// How many exchanges of the operation had the status, whether declared or not.
    #[must_use]
    pub fn count(&self, operation: &str, status: u16) -> usize {
        let declared = self.rows.iter().filter(|row| row.operation == operation);
        let declared: usize = declared.filter_map(|row| row.seen.get(&status)).sum();
        declared + self.undeclared.get(&(operation.to_owned(), status)).copied().unwrap_or_default()
    }
}

/// A status as documents write it.
fn name(status: StatusSpec) -> String {
    match status {
        StatusSpec::Code(code) => code.to_string(),
        StatusSpec::Range(class) => format!("{class}XX"),
        StatusSpec::Default => "default".to_owned(),
    }
}

/// ```text
/// kombo: 2 of 2 declared statuses exercised
///   DELETE /integrations/{integration_id}
///     200           3
///     default      12  (400 ×4, 401 ×8)
/// ```
impl fmt::Display for Coverage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let covered = self.rows.len() - self.missing().len();
        write!(formatter, "{}: {covered} of {} declared statuses exercised", self.api, self.rows.len())?;
        let mut call = "";
        for row in &self.rows {
            if row.call != call {
                write!(formatter, "\n  {}", row.call)?;
                call = &row.call;
            }
            let total: usize = row.seen.values().sum();
            write!(formatter, "\n    {:<8}{total:>6}", name(row.status))?;
            if total == 0 {
                write!(formatter, "  MISSING")?;
            } else if !matches!(row.status, StatusSpec::Code(_)) {
                let seen: Vec<String> =
                    row.seen.iter().map(|(status, count)| format!("{status} ×{count}")).collect();
                write!(formatter, "  ({})", seen.join(", "))?;
            }
        }
        for ((operation, status), count) in &self.undeclared {
            write!(formatter, "\n  undeclared: {operation} answered {status} ×{count}")?;
        }
        Ok(())
    }
}
