//! Servers.

use std::collections::BTreeSet;

use unplug_openapi::ir::Server;

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Direction, Rule};
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "server-added",
    summary: "The API is reached under a further base URL.",
    explanation: "`https://eu.example` besides `https://example`: nobody is hurt.",
    advice: "Nothing, or generate the client again to name the server.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "server-removed",
    summary: "A base URL is gone.",
    explanation: "Callers of `https://old.example` are not promised an answer any more.",
    advice: "Go on answering under the old address, or redirect.",
};

pub(crate) const VARIABLE: Rule = Rule {
    id: "server-variable-changed",
    summary: "A variable of a base URL has another default or other values.",
    explanation: "`https://{region}.example` with `enum: [eu, us]` before and `[eu]` now: `us` is no longer promised. \
        Another default changes where requests go that do not choose.",
    advice: "Keep the values, and choose one explicitly.",
};

/// The servers of the document.
pub(crate) fn compare(walk: &mut Walk<'_>) {
    let (before, after) = (walk.before.api, walk.after.api);
    let whole = || Spot::root().step("servers");
    lists(walk, &BTreeSet::new(), (&before.servers, &after.servers), &(whole(), whole()));
}

/// The servers of one operation.
pub(crate) fn operation<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let (before, after) = (&exchange.before.servers, &exchange.after.servers);
    if before.is_empty() && after.is_empty() {
        return;
    }
    // An operation without servers of its own has those of the document.
    let own = |own: &'a [Server], all: &'a [Server]| if own.is_empty() { all } else { own };
    let before = own(before, &walk.before.api.servers);
    let after = own(after, &walk.after.api.servers);
    let spots = (Spot::at(&exchange.before.location), Spot::at(&exchange.after.location));
    let operations = BTreeSet::from([exchange.operation]);
    lists(walk, &operations, (before, after), &spots);
}

fn lists<'a>(
    walk: &mut Walk<'a>,
    operations: &BTreeSet<usize>,
    (before, after): (&'a [Server], &'a [Server]),
    spots: &(Spot<'a>, Spot<'a>),
) {
    let request = Direction::Request;
    let url = |server: &Server| server.url.trim_end_matches('/').to_owned();
    let spot = |server: &'a Server, whole: &Spot<'a>| {
        server.location.as_ref().map_or_else(|| whole.clone(), Spot::at)
    };
    for server in before {
        let Some(other) = after.iter().find(|other| url(other) == url(server)) else {
            let message = walk.words.gone(&format!("the server `{}`", server.url));
            let spots = (spot(server, &spots.0), spots.1.clone().absent());
            walk.add(operations.clone(), &REMOVED, (Change::Narrower, request), message, spots);
            continue;
        };
        let spots = (spot(server, &spots.0), spot(other, &spots.1));
        variables(walk, operations, server, other, &spots);
    }
    for server in after.iter().filter(|server| !before.iter().any(|other| url(other) == url(server))) {
        let message = walk.words.added(&format!("the server `{}`", server.url));
        let spots = (spots.0.clone().absent(), spot(server, &spots.1));
        walk.add(operations.clone(), &ADDED, (Change::Wider, request), message, spots);
    }
}

fn variables<'a>(
    walk: &mut Walk<'a>,
    operations: &BTreeSet<usize>,
    before: &'a Server,
    after: &'a Server,
    spots: &(Spot<'a>, Spot<'a>),
) {
    for (name, one) in &before.variables {
        let Some(other) = after.variables.get(name) else { continue };
        let all = |values: &[String]| values.iter().cloned().collect::<BTreeSet<_>>();
        let (mine, yours) = (all(&one.values), all(&other.values));
        // An empty list is any value.
        let change = match (mine.is_empty(), yours.is_empty()) {
            _ if mine == yours && one.default == other.default => continue,
            _ if mine == yours => Change::Neutral,
            (true, _) => Change::Narrower,
            (_, true) => Change::Wider,
            _ if yours.is_subset(&mine) => Change::Narrower,
            _ if mine.is_subset(&yours) => Change::Wider,
            _ => Change::Moved,
        };
        let words = |values: &BTreeSet<String>, default: &str| match values.len() {
            0 => format!("`{default}` by default"),
            _ => format!(
                "one of {} (`{default}` by default)",
                values.iter().cloned().collect::<Vec<_>>().join(", ")
            ),
        };
        let (mine, yours) = (words(&mine, &one.default), words(&yours, &other.default));
        let of = format!("`{name}` of the server `{}`", before.url);
        let message = walk.words.differ(&of, Some(&mine), Some(&yours));
        let place = |spot: &Spot<'a>| spot.clone().step("variables").step(name);
        let spots = (place(&spots.0), place(&spots.1));
        walk.add(operations.clone(), &VARIABLE, (change, Direction::Request), message, spots);
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::documents;

    fn with(servers: &str) -> String {
        format!("servers: [{servers}]\npaths: {{}}")
    }

    #[test]
    fn servers_come_and_go() {
        let (one, two) = (with("{url: 'https://a'}"), with("{url: 'https://b'}, {url: 'https://a/'}"));
        assert_eq!(documents(&one, &two), [("server-added", Compatible)]);
        assert_eq!(documents(&two, &one), [("server-removed", Breaking)]);
    }

    #[test]
    fn variables_have_values() {
        let server =
            |values: &str| with(&format!("{{url: 'https://{{a}}.b', variables: {{a: {{{values}}}}}}}"));
        let (one, two) = (server("default: x, enum: [x]"), server("default: x, enum: [y, x]"));
        assert_eq!(documents(&one, &two), [("server-variable-changed", Compatible)]);
        assert_eq!(documents(&two, &one), [("server-variable-changed", Breaking)]);
        assert_eq!(documents(&two, &server("default: y, enum: [x, y]")), [("server-variable-changed", Note)]);
    }

    #[test]
    fn an_operation_without_servers_has_those_of_the_document() {
        let operation = |servers: &str| {
            format!(
                "{}\npaths: {{/a: {{get: {{operationId: a, {servers}responses: {{'200': {{description: A}}}}}}}}}}",
                "servers: [{url: 'https://a'}]"
            )
        };
        let own = operation("servers: [{url: 'https://a'}], ");
        assert_eq!(documents(&operation(""), &own), []);
        let other = operation("servers: [{url: 'https://a'}, {url: 'https://b'}], ");
        assert_eq!(documents(&operation(""), &other), [("server-added", Compatible)]);
    }
}
