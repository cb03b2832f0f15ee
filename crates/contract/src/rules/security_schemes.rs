//! Security schemes themselves.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Api, SecuritySchemeKind};

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Direction, Rule};
use crate::spot::Spot;

pub(crate) const SCHEME: Rule = Rule {
    id: "security-scheme-changed",
    summary: "A security scheme is presented in another way.",
    explanation: "`apiKey` in the header `X-Token` before and in the query now: callers who send the header are \
        refused. It is one finding for all operations that use the scheme.",
    advice: "Go on looking at the old place.",
};

/// Schemes of one name that are presented in different ways, with the operations that use them.
#[derive(Default)]
pub(crate) struct Schemes {
    changed: BTreeMap<String, BTreeSet<usize>>,
    /// What is on the wire after the change → what was before.
    renamed: BTreeMap<String, String>,
}

impl Schemes {
    /// What travels on the wire; for a scheme that has changed, what did before.
    pub(crate) fn wire(&self, api: &Api, name: &str) -> String {
        let own = wire(api, name);
        self.renamed.get(&own).cloned().unwrap_or(own)
    }
}

/// Remembers the schemes of an operation that have changed.
pub(crate) fn note<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let used = |operation: &unplug_openapi::ir::Operation| -> BTreeSet<String> {
        operation.security.iter().flat_map(|requirement| requirement.keys().cloned()).collect()
    };
    let (before, after) = (used(exchange.before), used(exchange.after));
    let all = |names: &BTreeSet<String>, api: &Api| -> BTreeSet<String> {
        names.iter().map(|name| wire(api, name)).collect()
    };
    let (old, new) = (all(&before, walk.before.api), all(&after, walk.after.api));
    let known = |api: &Api, name: &str| api.security_schemes.contains_key(name);
    let both = |name: &&String| known(walk.before.api, name) && known(walk.after.api, name);
    let shared: Vec<&String> = before.intersection(&after).filter(both).collect();
    for name in shared {
        let (one, other) = (wire(walk.before.api, name), wire(walk.after.api, name));
        // Under another name both may have it still.
        if one != other && !new.contains(&one) && !old.contains(&other) {
            walk.schemes.changed.entry(name.clone()).or_default().insert(exchange.operation);
            walk.schemes.renamed.insert(other, one);
        }
    }
}

/// One finding for each scheme that has changed.
pub(crate) fn finish(walk: &mut Walk<'_>) {
    let (before, after) = (walk.before.api, walk.after.api);
    for (name, operations) in std::mem::take(&mut walk.schemes.changed) {
        let schemes = (before.security_schemes.get(&name), after.security_schemes.get(&name));
        let (Some(one), Some(other)) = schemes else { continue };
        let spots = (Spot::at(&one.location), Spot::at(&other.location).hint("security("));
        let (one, other) = (wire(before, &name), wire(after, &name));
        let message = walk.words.differ(&format!("the security scheme `{name}`"), Some(&one), Some(&other));
        walk.add(operations, &SCHEME, (Change::Moved, Direction::Request), message, spots);
    }
}

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

#[cfg(test)]
mod tests {
    use crate::finding::Severity::Breaking;
    use crate::testing::documents;

    fn with(scheme: &str) -> String {
        format!(
            "paths: {{/a: {{get: {{operationId: a, security: [{{{scheme}: []}}], responses: {{'200': {{description: A}}}}}}}}}}"
        )
    }

    #[test]
    fn schemes_are_what_travels_on_the_wire() {
        assert_eq!(documents(&with("token"), &with("token")), []);
        let found = documents(&with("token"), &with("basic"));
        assert!(found.contains(&("security-alternative-removed", Breaking)), "{found:?}");
    }
}
