//! Credentials, compared by what travels on the wire.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Api, Operation, SecurityScheme, SecuritySchemeKind};
use unplug_openapi::syntax::Node;

use super::Comparison;
use super::operations::OperationPair;
use crate::locator::Locator;
use crate::part::{Accepted, Credentials, Scheme};
use crate::verdict::Direction;

/// The schemes that both descriptions have.
#[derive(Default)]
pub(super) struct Schemes {
    /// The operations that use a scheme, before and after.
    used: BTreeMap<String, BTreeSet<usize>>,
    /// Those that are presented in different ways.
    changed: BTreeSet<String>,
    /// What is on the wire after the change → what was before.
    before: BTreeMap<String, String>,
}

impl<'a> Comparison<'a> {
    pub(super) fn security(&mut self, pair: &OperationPair<'a>) {
        self.collect_schemes(pair);
        let before = self.accepted(self.before.api, pair.before);
        let after = self.accepted(self.after.api, pair.after);
        let other = place(self.after.root, pair.after).hint("security(");
        let locators = (place(self.before.root, pair.before), other);
        let part = self.part((Some(before), Some(after)), String::new(), pair.request, locators);
        self.check(|checks| &checks.security, &part, [pair.number]);
    }

    /// None at all and an empty one are both access without credentials.
    fn accepted(&self, api: &Api, operation: &Operation) -> Accepted {
        if operation.security.is_empty() {
            return Accepted::from([Credentials::new()]);
        }
        // A scheme that has changed counts as what it was before.
        let on_wire = |name: &String| {
            let own = wire(api, name);
            self.schemes.before.get(&own).cloned().unwrap_or(own)
        };
        let alternatives = operation.security.iter().map(|requirement| {
            let schemes = requirement.iter();
            schemes.map(|(name, scopes)| (on_wire(name), scopes.iter().cloned().collect())).collect()
        });
        alternatives.collect()
    }

    /// Remembers the schemes of an operation that have changed.
    fn collect_schemes(&mut self, pair: &OperationPair<'a>) {
        let used = |operation: &Operation| -> BTreeSet<String> {
            operation.security.iter().flat_map(|requirement| requirement.keys().cloned()).collect()
        };
        let (before, after) = (used(pair.before), used(pair.after));
        let (old, new) = (self.before.api, self.after.api);
        let known =
            |name: &&String| [old, new].iter().all(|api| api.security_schemes.contains_key(name.as_str()));
        let presents = |names: &BTreeSet<String>, api: &Api, text: &str| {
            names.iter().any(|name| wire(api, name) == text)
        };
        for name in before.intersection(&after).filter(known) {
            self.schemes.used.entry(name.clone()).or_default().insert(pair.number);
            let (one, other) = (wire(old, name), wire(new, name));
            // Both may still have it under another name.
            if one != other && !presents(&after, new, &one) && !presents(&before, old, &other) {
                self.schemes.changed.insert(name.clone());
                self.schemes.before.insert(other, one);
            }
        }
    }

    /// Each scheme that both have, once for all operations that use it.
    pub(super) fn security_schemes(&mut self) {
        let (before, after) = (self.before.api, self.after.api);
        for (name, one) in &before.security_schemes {
            let Some(other) = after.security_schemes.get(name) else { continue };
            let locators = (Locator::at(&one.location), Locator::at(&other.location).hint("security("));
            let operations = self.schemes.used.remove(name).unwrap_or_default();
            let is_changed = self.schemes.changed.contains(name);
            let scheme = |api, declared: &'a SecurityScheme| Scheme {
                declared,
                wire: wire(api, name),
                is_used: !operations.is_empty(),
                is_changed,
            };
            let both = (Some(scheme(before, one)), Some(scheme(after, other)));
            let part = self.part(both, format!("the security scheme `{name}`"), Direction::Request, locators);
            self.check(|checks| &checks.security_scheme, &part, operations);
        }
    }
}

/// Where it is said what an operation asks for: at the operation, or for all of the document.
fn place<'a>(root: Option<&'a Node>, operation: &'a Operation) -> Locator<'a> {
    let own = Locator::at(&operation.location).step("security");
    let says = |node: &Node| node.get("security").is_some();
    let declared = root.and_then(|root| root.pointer(&operation.location.pointer)).is_some_and(says);
    if !declared && root.is_some_and(says) { Locator::root().step("security") } else { own }
}

/// What travels on the wire for a scheme.
fn wire(api: &Api, name: &str) -> String {
    match api.security_schemes.get(name).map(|scheme| &scheme.kind) {
        Some(SecuritySchemeKind::ApiKey { parameter_in, name }) => {
            format!("the {parameter_in} `{}`", name.to_ascii_lowercase())
        }
        Some(SecuritySchemeKind::Http { scheme }) => format!("HTTP {scheme}"),
        Some(SecuritySchemeKind::MutualTls) => "mutual TLS".to_owned(),
        Some(SecuritySchemeKind::OAuth2) => "OAuth 2".to_owned(),
        Some(SecuritySchemeKind::OpenIdConnect) => "OpenID Connect".to_owned(),
        Some(SecuritySchemeKind::Unknown) | None => format!("the unknown scheme `{name}`"),
    }
}
