//! Servers, compared where they are used.
//!
//! What callers send is the address of a server and the path of an operation together: a base path that
//! has moved from the one to the other changes nothing, and neither does a server that stands at each
//! operation instead of at the document.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Api, Operation, Server};

use super::Comparison;
use super::operations::OperationPair;
use crate::locator::{Locator, Locators};
use crate::verdict::Direction;

/// Two lists of servers, and the operations that use them.
struct Used<'a> {
    servers: (&'a [Server], &'a [Server]),
    /// What the paths of the operations have before what both have.
    bases: (String, String),
    /// Where a server would stand that is not there.
    holders: Locators<'a>,
    /// Whether they are the servers of both documents as a whole.
    whole: bool,
    operations: BTreeSet<usize>,
}

impl<'a> Comparison<'a> {
    pub(super) fn servers(&mut self, pairs: &[OperationPair<'a>]) {
        let (before, after) = (self.before.api, self.after.api);
        let whole = || Locator::root().step("servers");
        let mut lists: BTreeMap<(usize, usize, (String, String)), Used<'a>> = BTreeMap::new();
        for pair in pairs {
            let (one, mine) = of(before, pair.before, whole());
            let (other, yours) = of(after, pair.after, whole());
            let bases = moved(&pair.before.path, &pair.after.path);
            let key = (one.as_ptr() as usize, other.as_ptr() as usize, bases.clone());
            let both_whole = pair.before.servers.is_empty() && pair.after.servers.is_empty();
            let used = || Used {
                servers: (one, other),
                bases,
                holders: (mine, yours),
                whole: both_whole,
                operations: BTreeSet::new(),
            };
            lists.entry(key).or_insert_with(used).operations.insert(pair.number);
        }
        if lists.is_empty() {
            let holders = (whole(), whole());
            let servers = (&before.servers[..], &after.servers[..]);
            let bases = (String::new(), String::new());
            self.used(&Used { servers, bases, holders, whole: true, operations: BTreeSet::new() });
        }
        for used in lists.into_values() {
            self.used(&used);
        }
    }

    fn used(&mut self, used: &Used<'a>) {
        let (before, after) = used.servers;
        let one = |server: &Server| address(server, &used.bases.0);
        let other = |server: &Server| address(server, &used.bases.1);
        let both = before.iter().map(|server| {
            let same = after.iter().find(|candidate| other(candidate) == one(server));
            (Some(server), same)
        });
        let is_new = |server: &&Server| !before.iter().any(|candidate| one(candidate) == other(server));
        let added = after.iter().filter(is_new).map(|server| (None, Some(server)));
        for (before, after) in both.chain(added).collect::<Vec<_>>() {
            let locator = |server: Option<&'a Server>, holder: &Locator<'a>| match server {
                Some(server) => server.location.as_ref().map_or_else(|| holder.clone(), Locator::at),
                None => holder.clone().absent(),
            };
            let locators = (locator(before, &used.holders.0), locator(after, &used.holders.1));
            let url = before.or(after).map_or("", |server| server.url.as_str());
            let part =
                self.part((before, after), format!("the server `{url}`"), Direction::Request, locators);
            // What concerns all of a document is said of the document.
            let operations = if used.whole { BTreeSet::new() } else { used.operations.clone() };
            self.check(|checks| &checks.server, &part, operations);
        }
    }
}

/// The servers of an operation, and what holds them: its own, or those of the document.
fn of<'a>(api: &'a Api, operation: &'a Operation, whole: Locator<'a>) -> (&'a [Server], Locator<'a>) {
    if operation.servers.is_empty() {
        (&api.servers, whole)
    } else {
        (&operation.servers, Locator::at(&operation.location))
    }
}

/// What the longer of two paths has in front; nothing when neither ends with the other.
fn moved(before: &str, after: &str) -> (String, String) {
    let in_front = |long: &str, short: &str| {
        let base = long.strip_suffix(short).filter(|base| base.starts_with('/'));
        base.map(str::to_owned).unwrap_or_default()
    };
    (in_front(before, after), in_front(after, before))
}

/// The address that callers send requests to, with a base path of the operations: equal for those that are
/// the same. Neither case nor the usual port of a host tell two of them apart.
fn address(server: &Server, base: &str) -> String {
    let url = server.url.trim_end_matches('/');
    let Some((scheme, rest)) = url.split_once("://") else { return format!("{url}{base}") };
    let scheme = scheme.to_ascii_lowercase();
    let (host, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    let usual = match scheme.as_str() {
        "https" | "wss" => ":443",
        "http" | "ws" => ":80",
        _ => "",
    };
    let host = host.strip_suffix(usual).unwrap_or(host);
    // The names of variables keep their case.
    let host = if host.contains('{') { host.to_owned() } else { host.to_ascii_lowercase() };
    format!("{scheme}://{host}{path}{base}")
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn base_paths_move() {
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(moved("/things", "/v1/things"), pair("", "/v1"));
        assert_eq!(moved("/v1/things", "/things"), pair("/v1", ""));
        assert_eq!(moved("/things/{id}", "/things/{key}"), pair("", ""));
        assert_eq!(moved("/things", "/things"), pair("", ""));
    }
}
