//! The comparison of two APIs: walks the parts that both have, and runs the rules over each. Schemas
//! are a [graph], so that each pair is met once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use unplug_openapi::ir::{Operation, SchemaId};

use crate::accepted;
use crate::date::Date;
use crate::description::{Description, Options};
use crate::difference::Differences;
use crate::finding::Finding;
use crate::lifecycle::{Stability, extension};
use crate::lines::HandlerKey;
use crate::locator::Locators;
use crate::part::Part;
use crate::rule::Rule;
use crate::verdict::{Direction, Verdict};
use crate::wording::Wording;

mod checks;
mod documents;
mod engine;
mod findings;
mod graph;
mod messages;
mod operations;
mod security;
mod servers;
mod unreadable;

use checks::{Checks, Found, PartCheck, Table, run};
pub use documents::{document_added, document_removed};
use graph::{Graph, Subject};
pub(crate) use messages::is_success;
use security::Schemes;

/// Compares what people rely on (`before`) with what is now (`after`).
///
/// A request that gets stricter breaks callers, a response that gets looser breaks clients; the
/// reverse is compatible, and what changes nothing on the wire is a note.
#[must_use]
pub fn compare(before: &Description<'_>, after: &Description<'_>, options: &Options<'_>) -> Vec<Finding> {
    let mut comparison = Comparison::new(before, after, options);
    comparison.operations();
    let mut findings = comparison.unreadable();
    findings.extend(comparison.finish(options));
    accepted::identify(&mut findings, before, after);
    findings
}

/// Compares one schema of either description, with all that stands below.
#[must_use]
pub fn compare_schemas(
    before: (&Description<'_>, SchemaId),
    after: (&Description<'_>, SchemaId),
    direction: Direction,
    options: &Options<'_>,
) -> Vec<Finding> {
    let mut comparison = Comparison::new(before.0, after.0, options);
    comparison.graph.root(None, (&[before.1], &[after.1]), Some(direction), Subject::default());
    let mut findings = comparison.finish(options);
    accepted::identify(&mut findings, before.0, after.0);
    findings
}

/// Both descriptions, and what has been found so far.
pub(crate) struct Comparison<'a> {
    before: &'a Description<'a>,
    after: &'a Description<'a>,
    wording: Wording<'a>,
    whole_document: bool,
    today: Option<Date>,
    checks: Rc<Checks<'a>>,
    operations: Vec<OperationEntry>,
    found: Vec<Unlocated<'a>>,
    graph: Graph<'a>,
    schemes: Schemes,
}

/// An operation as findings name it.
struct OperationEntry {
    label: String,
    id: String,
    /// Whether its stability level promises nothing yet.
    is_open: bool,
    handler: HandlerKey,
}

/// The operations that a difference concerns, each with what of it; nothing where the message says it.
type Places = BTreeMap<usize, BTreeSet<String>>;

/// A difference whose lines are not yet looked up.
struct Unlocated<'a> {
    places: Places,
    rule: &'static Rule,
    difference: crate::difference::Difference<'a>,
    /// The message without what it is about: equal for the same difference in another place.
    text: String,
    direction: Direction,
    /// The schema, and those that it stands in, innermost first.
    schemas: Vec<SchemaId>,
}

impl<'a> Comparison<'a> {
    pub(crate) fn new(
        before: &'a Description<'a>,
        after: &'a Description<'a>,
        options: &Options<'_>,
    ) -> Self {
        let wording = Wording { before: before.wording, after: after.wording };
        // Handlers are to have what is still documented, deprecated or not.
        let today = options.whole_document.then(|| options.today.unwrap_or_else(Date::today));
        let checks = Rc::new(Checks::new(options.whole_document));
        Self {
            before,
            after,
            wording,
            whole_document: options.whole_document,
            today,
            operations: Vec::new(),
            found: Vec::new(),
            graph: Graph::new(before.api, after.api, wording, Rc::clone(&checks), today),
            checks,
            schemes: Schemes::default(),
        }
    }

    /// Two schemas as such, which a type was made from and is.
    pub(crate) fn types(&mut self, before: SchemaId, after: SchemaId, label: String) {
        let subject = Subject { label, ..Subject::default() };
        self.graph.root(None, (&[before], &[after]), None, subject);
    }

    /// A number for an operation that findings name.
    fn entry(&mut self, label: String, before: &Operation, after: &Operation) -> usize {
        let handler = HandlerKey { id: after.id.clone(), path: after.path.clone() };
        let level = extension(self.before.root, &before.location, "x-stability-level");
        let is_open = Stability::read(level).is_some_and(Stability::is_open);
        self.operations.push(OperationEntry { label, id: before.id.clone(), is_open, handler });
        self.operations.len() - 1
    }

    fn part<T>(
        &self,
        (before, after): (Option<T>, Option<T>),
        name: String,
        direction: Direction,
        locators: Locators<'a>,
    ) -> Part<'a, T> {
        let apis = (self.before.api, self.after.api);
        let documents = self.whole_document;
        let roots = (self.before.root, self.after.root);
        let (today, wording) = (self.today, self.wording);
        Part { before, after, name, locators, direction, documents, today, roots, apis, wording }
    }

    /// Runs the checks of a part, for the operations that it belongs to.
    fn check<T>(
        &mut self,
        table: impl for<'c> Fn(&'c Checks<'a>) -> &'c Table<PartCheck<'a, T>>,
        part: &Part<'a, T>,
        operations: impl IntoIterator<Item = usize>,
    ) {
        let mut found: Vec<Found<'a>> = Vec::new();
        run(table(&self.checks), Some(part.direction), &mut found, |check, into| check(part, into));
        let places: Places = operations.into_iter().map(|number| (number, BTreeSet::new())).collect();
        self.found.extend(found.into_iter().map(|(rule, difference)| Unlocated {
            places: places.clone(),
            rule,
            text: difference.message.clone(),
            difference,
            direction: part.direction,
            schemas: Vec::new(),
        }));
    }

    /// Differences of an operation that a rule has found without a check.
    fn add(&mut self, mut found: Differences<'a>, rule: &'static Rule, operation: usize) {
        self.found.extend(found.take().into_iter().map(|difference| Unlocated {
            places: Places::from([(operation, BTreeSet::new())]),
            rule,
            text: difference.message.clone(),
            difference,
            direction: Direction::Request,
            schemas: Vec::new(),
        }));
    }

    /// Two schemas that are compared later. An absent one allows everything.
    fn schemas(
        &mut self,
        operation: usize,
        direction: Direction,
        (before, after): (Option<SchemaId>, Option<SchemaId>),
        subject: Subject<'a>,
    ) {
        if before.is_some() || after.is_some() {
            let (before, after) = (before.as_slice(), after.as_slice());
            self.graph.root(Some(operation), (before, after), Some(direction), subject);
        }
    }
}

impl Unlocated<'_> {
    fn verdict(&self) -> Verdict {
        self.difference.change.judge(self.direction)
    }
}
