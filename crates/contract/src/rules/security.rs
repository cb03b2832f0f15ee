//! What callers have to present.

use std::collections::BTreeSet;

use crate::part::{Accepted, Credentials, Part};
use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const REMOVED: Rule = Rule {
    id: "security-alternative-removed",
    summary: "Credentials that were enough are no longer.",
    explanation: "`security: [{token: []}, {}]` before and `[{token: []}]` now: anonymous callers are refused. Schemes \
        are compared by what travels on the wire, not by their names; a set that asks for more is a removal too.",
    advice: "Go on accepting the old credentials for a while.",
    reverse: Mirror::Rule("security-alternative-added"),
    opposite: Mirror::None("responses present no credentials"),
    checks: &[Check::Security(|part, found| {
        for one in Changes::of(part).lost {
            let (before, after) = (part.wording.before, part.wording.after);
            let message = format!("{} is enough {before}, but not {after}", text(one));
            found.push(Change::Narrower, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const ADDED: Rule = Rule {
    id: "security-alternative-added",
    summary: "Other credentials are enough as well.",
    explanation: "`security: [{token: []}]` before and `[{token: []}, {cookie: []}]` now: nobody is refused who was \
        not, and the server has to look at more.",
    advice: "Check that the new way is meant to be open.",
    reverse: Mirror::Rule("security-alternative-removed"),
    opposite: Mirror::None("responses present no credentials"),
    checks: &[Check::Security(|part, found| {
        for other in Changes::of(part).gained {
            let (before, after) = (part.wording.before, part.wording.after);
            let message = format!("{} is enough {after}, but not {before}", text(other));
            found.push(Change::Wider, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const SCOPES: Rule = Rule {
    id: "security-scopes-changed",
    summary: "Other scopes are needed.",
    explanation: "`[{oauth: [read]}]` before and `[{oauth: [read, write]}]` now: a token with `read` alone is refused.",
    advice: "Give new scopes to existing tokens first.",
    opposite: Mirror::None("responses present no credentials"),
    checks: &[Check::Security(|part, found| {
        for (one, other) in Changes::of(part).scoped {
            let change = match (is_enough(other, one), is_enough(one, other)) {
                (true, _) => Change::Wider,
                (false, true) => Change::Narrower,
                (false, false) => Change::Moved,
            };
            let message = part.wording.differs("what callers need", Some(text(one)), Some(text(other)));
            found.push(change, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

/// How the accepted credentials differ.
struct Changes<'p> {
    /// The same schemes, with other scopes.
    scoped: Vec<(&'p Credentials, &'p Credentials)>,
    /// No longer enough.
    lost: Vec<&'p Credentials>,
    /// Newly enough.
    gained: Vec<&'p Credentials>,
}

impl<'p> Changes<'p> {
    fn of(part: &'p Part<'_, Accepted>) -> Self {
        let (mut scoped, mut seen) = (Vec::new(), BTreeSet::new());
        let Some((before, after)) = part.both() else {
            return Self { scoped, lost: Vec::new(), gained: Vec::new() };
        };
        for (one, other) in before.iter().flat_map(|one| after.iter().map(move |other| (one, other))) {
            if one.keys().eq(other.keys()) && one != other && !after.contains(one) && !before.contains(other)
            {
                scoped.push((one, other));
                seen.extend([one, other]);
            }
        }
        let unmatched = |own: &'p Accepted, others: &Accepted| {
            let own = own.iter().filter(|one| !seen.contains(one));
            own.filter(|one| !others.iter().any(|other| is_enough(other, one))).collect()
        };
        Self { lost: unmatched(before, after), gained: unmatched(after, before), scoped }
    }
}

/// Whether whoever presents the given credentials presents all that are needed.
fn is_enough(needed: &Credentials, given: &Credentials) -> bool {
    needed.iter().all(|(scheme, scopes)| given.get(scheme).is_some_and(|own| scopes.is_subset(own)))
}

fn text(credentials: &Credentials) -> String {
    if credentials.is_empty() {
        return "no credentials".to_owned();
    }
    let schemes = credentials.iter().map(|(scheme, scopes)| {
        if scopes.is_empty() {
            scheme.clone()
        } else {
            format!("{scheme} ({})", scopes.iter().cloned().collect::<Vec<_>>().join(", "))
        }
    });
    schemes.collect::<Vec<_>>().join(" and ")
}
