//! The comparison of two APIs: operations here, schemas by a walk that meets each pair once.

use std::collections::BTreeSet;

use unplug_openapi::ir::{Operation, SchemaId};

use crate::finding::Finding;
use crate::rule::{Change, Direction, Rule};
use crate::rules;
use crate::schemas::{Flow, Words};
use crate::side::{Claim, Options, Side};
use crate::spot::Spot;

mod findings;
mod graph;
pub(crate) mod route;

use graph::Graph;
use route::{label, pairs};

/// Compares what people rely on (`before`) with what is now (`after`).
///
/// A request that gets stricter breaks callers, a response that gets looser breaks clients; the
/// reverse is compatible, and what changes nothing on the wire is a note.
#[must_use]
pub fn compare(before: &Side<'_>, after: &Side<'_>, options: &Options<'_>) -> Vec<Finding> {
    let mut walk = Walk::new(before, after, options);
    let pairs = pairs(before.api, after.api, !options.whole_document);
    for (one, other) in pairs.both {
        let exchange = walk.exchange(one, other);
        rules::operations::compare(&mut walk, &exchange);
        walk.messages(&exchange);
        rules::security::compare(&mut walk, &exchange);
        if options.whole_document {
            rules::servers::operation(&mut walk, &exchange);
            rules::incoming::callbacks(&mut walk, &exchange);
        }
    }
    rules::operations::gone(&mut walk, &pairs.before);
    rules::operations::new(&mut walk, &pairs.after);
    rules::security_schemes::finish(&mut walk);
    if options.whole_document {
        rules::servers::compare(&mut walk);
        rules::incoming::webhooks(&mut walk);
    }
    walk.finish(options)
}

/// Compares one schema of either side, with all that stands below.
#[must_use]
pub fn compare_schemas(
    before: (&Side<'_>, SchemaId),
    after: (&Side<'_>, SchemaId),
    direction: Direction,
    options: &Options<'_>,
) -> Vec<Finding> {
    let mut walk = Walk::new(before.0, after.0, options);
    let flow = match direction {
        Direction::Request => Flow::Request,
        Direction::Response => Flow::Response,
    };
    walk.root(None, (&[before.1], &[after.1]), flow, Subject::default());
    walk.finish(options)
}

/// Both sides, and what has been found so far.
pub(crate) struct Walk<'a> {
    pub(crate) before: &'a Side<'a>,
    pub(crate) after: &'a Side<'a>,
    pub(crate) words: Words<'a>,
    pub(crate) whole_document: bool,
    operations: Vec<Entry>,
    found: Vec<Raw<'a>>,
    graph: Graph<'a>,
    pub(crate) schemes: rules::security_schemes::Schemes,
}

/// An operation as findings name it.
struct Entry {
    label: String,
    id: String,
    claim: Claim,
}

/// A difference that is not in a schema.
struct Raw<'a> {
    operations: BTreeSet<usize>,
    rule: &'static Rule,
    verdict: crate::rule::Verdict,
    message: String,
    before: Spot<'a>,
    after: Spot<'a>,
    /// The schema, and those that it stands in, innermost first.
    schemas: Vec<SchemaId>,
}

/// One operation as both sides have it.
pub(crate) struct Exchange<'a> {
    pub(crate) operation: usize,
    pub(crate) before: &'a Operation,
    pub(crate) after: &'a Operation,
    /// Direction of the request; the other one for what an API sends by itself.
    pub(crate) request: Direction,
}

/// What a schema describes.
#[derive(Clone, Default)]
pub(crate) struct Subject<'a> {
    /// For example `the request body`.
    pub(crate) label: String,
    /// Where it would stand if it had no schema.
    pub(crate) spots: (Spot<'a>, Spot<'a>),
}

impl<'a> Walk<'a> {
    pub(crate) fn new(before: &'a Side<'a>, after: &'a Side<'a>, options: &Options<'_>) -> Self {
        let words = Words { before: before.words, after: after.words };
        Self {
            before,
            after,
            words,
            whole_document: options.whole_document,
            operations: Vec::new(),
            found: Vec::new(),
            graph: Graph::new(before.api, after.api, words, options.whole_document),
            schemes: rules::security_schemes::Schemes::default(),
        }
    }

    pub(crate) fn exchange(&mut self, before: &'a Operation, after: &'a Operation) -> Exchange<'a> {
        let operation = self.entry(label(self.before.api, before), before, after);
        Exchange { operation, before, after, request: Direction::Request }
    }

    /// A number for an operation that findings name.
    pub(crate) fn entry(&mut self, label: String, before: &Operation, after: &Operation) -> usize {
        let claim = Claim { id: after.id.clone(), path: after.path.clone() };
        self.operations.push(Entry { label, id: before.id.clone(), claim });
        self.operations.len() - 1
    }

    /// Parameters, bodies and responses.
    pub(crate) fn messages(&mut self, exchange: &Exchange<'a>) {
        rules::parameters::compare(self, exchange);
        rules::bodies::compare(self, exchange);
        rules::statuses::compare(self, exchange);
    }

    pub(crate) fn push(
        &mut self,
        operation: usize,
        rule: &'static Rule,
        (change, direction): (Change, Direction),
        message: String,
        (before, after): (Spot<'a>, Spot<'a>),
    ) {
        self.add(BTreeSet::from([operation]), rule, (change, direction), message, (before, after));
    }

    /// As [`Walk::push`], for any number of operations.
    pub(crate) fn add(
        &mut self,
        operations: BTreeSet<usize>,
        rule: &'static Rule,
        (change, direction): (Change, Direction),
        message: String,
        (before, after): (Spot<'a>, Spot<'a>),
    ) {
        let verdict = change.judge(direction);
        self.found.push(Raw { operations, rule, verdict, message, before, after, schemas: Vec::new() });
    }

    /// Two schemas that are to be compared. An absent one allows everything.
    pub(crate) fn root(
        &mut self,
        operation: Option<usize>,
        (before, after): (&[SchemaId], &[SchemaId]),
        flow: Flow,
        subject: Subject<'a>,
    ) {
        self.graph.root(operation, (before, after), flow, subject);
    }

    /// As [`Walk::root`], for what travels in a direction.
    pub(crate) fn schemas(
        &mut self,
        exchange: &Exchange<'a>,
        direction: Direction,
        (before, after): (Option<SchemaId>, Option<SchemaId>),
        subject: Subject<'a>,
    ) {
        let flow = match direction {
            Direction::Request => Flow::Request,
            Direction::Response => Flow::Response,
        };
        let (before, after): (Vec<_>, Vec<_>) = (before.into_iter().collect(), after.into_iter().collect());
        if !before.is_empty() || !after.is_empty() {
            self.root(Some(exchange.operation), (&before, &after), flow, subject);
        }
    }
}
