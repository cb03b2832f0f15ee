//! What a rule is.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Body, Header, Operation, Parameter, Server};

use crate::difference::Differences;
use crate::part::{Accepted, Answer, Content, Part, Scheme};
use crate::schemas::listed::ValuesPair;
use crate::schemas::object::ObjectPair;
use crate::schemas::pair::{AlternativePair, Flatteners, SchemaPair, UnionPair};
use crate::schemas::types::Kind;
use crate::verdict::{Change, Direction, Verdict};

/// One kind of difference: what it means, and how it is found.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable kebab-case id.
    pub id: &'static str,
    /// One line.
    pub summary: &'static str,
    /// Why it matters, with a small example.
    pub explanation: &'static str,
    /// What to do about a finding.
    pub advice: &'static str,
    /// The only direction in which the rule looks at values; `None` for both.
    pub direction: Option<Direction>,
    /// The rule that finds the change when the two descriptions change places.
    pub reverse: Mirror,
    /// The rule that finds the change in a message of the other direction.
    pub opposite: Mirror,
    pub(crate) scope: Scope,
    pub(crate) checks: &'static [Check],
}

/// The counterpart of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mirror {
    /// The rule itself, with the mirrored verdict.
    Itself,
    /// The rule of this id, with the mirrored verdict.
    Rule(&'static str),
    /// The rule of this id, with another verdict than the mirrored one, for this reason.
    Unlike(&'static str, &'static str),
    /// None, for this reason.
    None(&'static str),
}

/// Which descriptions say what a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Documents and handlers.
    Any,
    /// Documents only. Handlers do not say it.
    Documents,
}

/// How a rule finds differences: what it looks at, and the function that compares it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Check {
    Document(for<'a> fn(&Part<'a, &'a Api>, &mut Differences<'a>)),
    Operation(for<'a> fn(&Part<'a, &'a Operation>, &mut Differences<'a>)),
    Server(for<'a> fn(&Part<'a, &'a Server>, &mut Differences<'a>)),
    Webhook(for<'a> fn(&Part<'a, &'a Operation>, &mut Differences<'a>)),
    Callback(for<'a> fn(&Part<'a, &'a Operation>, &mut Differences<'a>)),
    Parameter(for<'a> fn(&Part<'a, &'a Parameter>, &mut Differences<'a>)),
    Body(for<'a> fn(&Part<'a, &'a Body>, &mut Differences<'a>)),
    MediaType(for<'a> fn(&Part<'a, Content<'a>>, &mut Differences<'a>)),
    Response(for<'a> fn(&Part<'a, Answer<'a>>, &mut Differences<'a>)),
    Header(for<'a> fn(&Part<'a, &'a Header>, &mut Differences<'a>)),
    Security(for<'a> fn(&Part<'a, Accepted>, &mut Differences<'a>)),
    SecurityScheme(for<'a> fn(&Part<'a, Scheme<'a>>, &mut Differences<'a>)),
    /// A schema as a whole.
    Schema(for<'a> fn(&mut Flatteners<'a>, &SchemaPair<'a>, &mut Differences<'a>)),
    /// The values that schemas list.
    Values(for<'a> fn(&ValuesPair<'a>, &mut Differences<'a>)),
    /// The branches of a union.
    Union(for<'a> fn(&mut Flatteners<'a>, &UnionPair<'a>, &mut Differences<'a>)),
    /// A keyword that limits values of these kinds.
    Keyword(&'static [Kind], for<'a> fn(&mut Flatteners<'a>, &AlternativePair<'a>, &mut Differences<'a>)),
    /// A keyword about members.
    Object(for<'a> fn(&ObjectPair<'a>, &mut Differences<'a>)),
    /// A keyword that limits no value.
    Annotation(for<'a> fn(&AlternativePair<'a>, &mut Differences<'a>)),
    /// The verdict on a generated type that differs from its schema in this way.
    GeneratedType(fn(Change) -> Option<Verdict>),
    /// The verdict on what could not be read of the later description.
    Unreadable(fn(&Diagnostic) -> Option<Change>),
}

impl Rule {
    /// What most rules have in common: they find the reverse change as well, in both directions.
    pub(crate) const DEFAULT: Self = Self {
        id: "",
        summary: "",
        explanation: "",
        advice: "",
        direction: None,
        reverse: Mirror::Itself,
        opposite: Mirror::Itself,
        scope: Scope::Any,
        checks: &[],
    };

    /// Whether descriptions are compared by it; otherwise it judges what becomes of generated code.
    #[must_use]
    pub fn compares_descriptions(&self) -> bool {
        !self.checks.is_empty()
    }

    /// Whether the rule looks at values that travel in this direction.
    pub(crate) fn applies(&self, direction: Option<Direction>) -> bool {
        self.direction.is_none_or(|own| direction == Some(own))
    }
}
