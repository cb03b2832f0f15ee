//! What callers have to present.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Api, SecurityRequirement};

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Rule};
use crate::rules::security_schemes;
use crate::spot::Spot;

pub(crate) const REMOVED: Rule = Rule {
    id: "security-alternative-removed",
    summary: "Credentials that were enough are no longer.",
    explanation: "`security: [{token: []}, {}]` before and `[{token: []}]` now: anonymous callers are refused. Schemes \
        are compared by what travels on the wire, not by their names; a set that asks for more is a removal too.",
    advice: "Go on accepting the old credentials for a while.",
};

pub(crate) const ADDED: Rule = Rule {
    id: "security-alternative-added",
    summary: "Other credentials are enough as well.",
    explanation: "`security: [{token: []}]` before and `[{token: []}, {cookie: []}]` now: nobody is refused who was \
        not, and the server has to look at more.",
    advice: "Check that the new way is meant to be open.",
};

pub(crate) const SCOPES: Rule = Rule {
    id: "security-scopes-changed",
    summary: "Other scopes are needed.",
    explanation: "`[{oauth: [read]}]` before and `[{oauth: [read, write]}]` now: a token with `read` alone is refused.",
    advice: "Give new scopes to existing tokens first.",
};

/// What travels on the wire, each with its scopes.
type Alternative = BTreeMap<String, BTreeSet<String>>;

pub(crate) fn compare<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    security_schemes::note(walk, exchange);
    let before = alternatives(walk, walk.before.api, &exchange.before.security);
    let after = alternatives(walk, walk.after.api, &exchange.after.security);
    let spots = || {
        let one = Spot::at(&exchange.before.location).step("security");
        (one, Spot::at(&exchange.after.location).step("security").hint("security("))
    };
    let enough = |needed: &Alternative, given: &Alternative| {
        needed.iter().all(|(scheme, scopes)| given.get(scheme).is_some_and(|own| scopes.is_subset(own)))
    };
    let mut scoped = BTreeSet::new();
    for (one, other) in before.iter().flat_map(|one| after.iter().map(move |other| (one, other))) {
        if one.keys().eq(other.keys()) && one != other && !after.contains(one) && !before.contains(other) {
            let change = match (enough(other, one), enough(one, other)) {
                (true, _) => Change::Wider,
                (false, true) => Change::Narrower,
                (false, false) => Change::Moved,
            };
            let message = walk.words.differ("what callers need", Some(&words(one)), Some(&words(other)));
            walk.push(exchange.operation, &SCOPES, (change, exchange.request), message, spots());
            scoped.extend([one.clone(), other.clone()]);
        }
    }
    for one in before.iter().filter(|one| !scoped.contains(*one)) {
        if !after.iter().any(|other| enough(other, one)) {
            let message =
                format!("{} is enough {}, but not {}", words(one), walk.words.before, walk.words.after);
            walk.push(exchange.operation, &REMOVED, (Change::Narrower, exchange.request), message, spots());
        }
    }
    for other in after.iter().filter(|other| !scoped.contains(*other)) {
        if !before.iter().any(|one| enough(one, other)) {
            let message =
                format!("{} is enough {}, but not {}", words(other), walk.words.after, walk.words.before);
            walk.push(exchange.operation, &ADDED, (Change::Wider, exchange.request), message, spots());
        }
    }
}

/// None at all and an empty one are both access without credentials.
fn alternatives(walk: &Walk<'_>, api: &Api, security: &[SecurityRequirement]) -> BTreeSet<Alternative> {
    if security.is_empty() {
        return BTreeSet::from([Alternative::new()]);
    }
    let wire = |name: &String| walk.schemes.wire(api, name);
    security
        .iter()
        .map(|requirement| {
            let schemes = requirement.iter();
            schemes.map(|(name, scopes)| (wire(name), scopes.iter().cloned().collect())).collect()
        })
        .collect()
}

fn words(alternative: &Alternative) -> String {
    if alternative.is_empty() {
        return "no credentials".to_owned();
    }
    let schemes = alternative.iter().map(|(scheme, scopes)| {
        if scopes.is_empty() {
            scheme.clone()
        } else {
            format!("{scheme} ({})", scopes.iter().cloned().collect::<Vec<_>>().join(", "))
        }
    });
    schemes.collect::<Vec<_>>().join(" and ")
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::operations;

    fn with(part: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
             responses: {{'200': {{description: Done}}}}, {part}}}"
        )
    }

    fn security(alternatives: &str) -> String {
        with(&format!("security: [{alternatives}]"))
    }

    #[test]
    fn alternatives_come_and_go() {
        let (one, two) = (security("{token: []}"), security("{basic: []}, {token: []}"));
        assert_eq!(operations(&one, &two), [("security-alternative-added", Compatible)]);
        assert_eq!(operations(&two, &one), [("security-alternative-removed", Breaking)]);
        assert_eq!(operations(&security(""), &one), [("security-alternative-removed", Breaking)]);
        assert_eq!(operations(&security(""), &security("{}")), []);
        let both = security("{token: [], basic: []}");
        assert_eq!(operations(&one, &both), [("security-alternative-removed", Breaking)]);
        // Whoever presents both presents the one.
        assert_eq!(operations(&security("{token: []}, {token: [], basic: []}"), &one), []);
    }

    #[test]
    fn scopes_come_and_go() {
        let (one, two) = (security("{token: [a]}"), security("{token: [a, b]}"));
        assert_eq!(operations(&one, &two), [("security-scopes-changed", Breaking)]);
        assert_eq!(operations(&two, &one), [("security-scopes-changed", Compatible)]);
        assert_eq!(operations(&one, &security("{token: [b]}")), [("security-scopes-changed", Breaking)]);
    }
}
