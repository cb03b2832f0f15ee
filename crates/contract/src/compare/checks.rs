//! The checks of all rules, by what they look at.

use unplug_openapi::ir::{Api, Body, Header, Operation, Parameter, Server};

use crate::difference::{Difference, Differences};
use crate::part::{Accepted, Answer, Content, Part, Scheme};
use crate::rule::{Check, Rule, Scope};
use crate::rules;
use crate::schemas::listed::ValuesPair;
use crate::schemas::object::ObjectPair;
use crate::schemas::pair::{AlternativePair, Flatteners, SchemaPair, UnionPair};
use crate::schemas::types::Kind;
use crate::verdict::Direction;

/// Checks, each with its rule.
pub(super) type Table<C> = Vec<(&'static Rule, C)>;
/// Compares a part of an API.
pub(super) type PartCheck<'a, T> = fn(&Part<'a, T>, &mut Differences<'a>);
/// Compares two of something that schemas have.
pub(super) type SchemaCheck<'a, S> = fn(&mut Flatteners<'a>, &S, &mut Differences<'a>);
type Keyword<'a> = (&'static [Kind], SchemaCheck<'a, AlternativePair<'a>>);

/// A difference, with the rule that found it.
pub(super) type Found<'a> = (&'static Rule, Difference<'a>);

#[derive(Default)]
pub(super) struct Checks<'a> {
    pub(super) document: Table<PartCheck<'a, &'a Api>>,
    pub(super) operation: Table<PartCheck<'a, &'a Operation>>,
    pub(super) server: Table<PartCheck<'a, &'a Server>>,
    pub(super) webhook: Table<PartCheck<'a, &'a Operation>>,
    pub(super) callback: Table<PartCheck<'a, &'a Operation>>,
    pub(super) parameter: Table<PartCheck<'a, &'a Parameter>>,
    pub(super) body: Table<PartCheck<'a, &'a Body>>,
    pub(super) media_type: Table<PartCheck<'a, Content<'a>>>,
    pub(super) response: Table<PartCheck<'a, Answer<'a>>>,
    pub(super) header: Table<PartCheck<'a, &'a Header>>,
    pub(super) security: Table<PartCheck<'a, Accepted>>,
    pub(super) security_scheme: Table<PartCheck<'a, Scheme<'a>>>,
    pub(super) schema: Table<SchemaCheck<'a, SchemaPair<'a>>>,
    pub(super) values: Table<fn(&ValuesPair<'a>, &mut Differences<'a>)>,
    pub(super) union: Table<SchemaCheck<'a, UnionPair<'a>>>,
    pub(super) keyword: Table<Keyword<'a>>,
    pub(super) object: Table<fn(&ObjectPair<'a>, &mut Differences<'a>)>,
    pub(super) annotation: Table<fn(&AlternativePair<'a>, &mut Differences<'a>)>,
}

impl Checks<'_> {
    /// The checks of all registered rules; of those about documents only when both are documents.
    pub(super) fn new(whole_document: bool) -> Self {
        let mut checks = Self::default();
        let in_scope = |rule: &&&Rule| whole_document || rule.scope == Scope::Any;
        for &rule in rules::ALL.iter().filter(in_scope) {
            for check in rule.checks {
                checks.add(rule, *check);
            }
        }
        checks
    }

    fn add(&mut self, rule: &'static Rule, check: Check) {
        match check {
            Check::Document(check) => self.document.push((rule, check)),
            Check::Operation(check) => self.operation.push((rule, check)),
            Check::Server(check) => self.server.push((rule, check)),
            Check::Webhook(check) => self.webhook.push((rule, check)),
            Check::Callback(check) => self.callback.push((rule, check)),
            Check::Parameter(check) => self.parameter.push((rule, check)),
            Check::Body(check) => self.body.push((rule, check)),
            Check::MediaType(check) => self.media_type.push((rule, check)),
            Check::Response(check) => self.response.push((rule, check)),
            Check::Header(check) => self.header.push((rule, check)),
            Check::Security(check) => self.security.push((rule, check)),
            Check::SecurityScheme(check) => self.security_scheme.push((rule, check)),
            Check::Schema(check) => self.schema.push((rule, check)),
            Check::Values(check) => self.values.push((rule, check)),
            Check::Union(check) => self.union.push((rule, check)),
            Check::Keyword(kinds, check) => self.keyword.push((rule, (kinds, check))),
            Check::Object(check) => self.object.push((rule, check)),
            Check::Annotation(check) => self.annotation.push((rule, check)),
            // They judge what is found elsewhere, see `compare_types` and `unreadable`.
            Check::GeneratedType(_) | Check::Unreadable(_) => {}
        }
    }
}

/// Runs checks in a direction; each adds what it finds.
pub(super) fn run<'a, C: Copy>(
    table: &Table<C>,
    direction: Option<Direction>,
    found: &mut Vec<Found<'a>>,
    mut check: impl FnMut(C, &mut Differences<'a>),
) {
    let mut differences = Differences::default();
    for (rule, own) in table.iter().filter(|(rule, _)| rule.applies(direction)) {
        check(*own, &mut differences);
        found.extend(differences.take().into_iter().map(|difference| (*rule, difference)));
    }
}
