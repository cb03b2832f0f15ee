//! Operations, webhooks and callbacks.

use std::collections::HashMap;
use std::hash::Hash;

use unplug_openapi::ir::{Api, Callback, Operation, without_names};
use unplug_openapi::syntax::Node;

use super::Comparison;
use super::checks::{Checks, PartCheck, Table};
use crate::difference::Differences;
use crate::locator::{Locator, Locators};
use crate::routes::{label, pairs, same_id};
use crate::rules;
use crate::verdict::{Change, Direction};

/// One operation as both descriptions have it.
pub(super) struct OperationPair<'a> {
    pub(super) number: usize,
    pub(super) before: &'a Operation,
    pub(super) after: &'a Operation,
    /// The direction of the request; the other one for what an API sends by itself.
    pub(super) request: Direction,
}

/// A call that an API makes by itself, by the name that sentences call it.
type Call<'a> = (String, &'a Operation);
type OperationChecks<'a> = Table<PartCheck<'a, &'a Operation>>;

impl<'a> Comparison<'a> {
    pub(super) fn operations(&mut self) {
        let (before, after) = (self.before.api, self.after.api);
        let pairs = pairs(before, after, self.whole_document);
        let mut matched = Vec::new();
        for (before, after) in pairs.both {
            let number = self.entry(label(self.before.api, before), before, after);
            let pair = OperationPair { number, before, after, request: Direction::Request };
            self.operation(&pair);
            matched.push(pair);
        }
        for operation in pairs.before {
            self.operation_removed(operation);
        }
        for operation in pairs.after {
            let number = self.entry(label(after, operation), operation, operation);
            let name = format!("the operation `{}`", operation.id);
            let own = Locator::at(&operation.location).hint("path=");
            let locators = (Locator::root().step("paths").absent(), own);
            let part = self.part((None, Some(operation)), name, Direction::Request, locators);
            self.check(|checks| &checks.operation, &part, [number]);
        }
        self.security_schemes();
        if self.whole_document {
            self.servers(&matched);
            self.webhooks();
        }
    }

    fn operation(&mut self, pair: &OperationPair<'a>) {
        let own = Locator::at(&pair.after.location).hint("operation_id=");
        let locators = (Locator::at(&pair.before.location), own);
        let both = (Some(pair.before), Some(pair.after));
        let part = self.part(both, String::new(), pair.request, locators);
        self.check(|checks| &checks.operation, &part, [pair.number]);
        self.messages(pair);
        self.security(pair);
        if self.whole_document {
            self.callbacks(pair);
        }
    }

    fn operation_removed(&mut self, operation: &'a Operation) {
        let elsewhere = same_id(self.after.api, operation);
        let number = self.entry(label(self.before.api, operation), operation, elsewhere.unwrap_or(operation));
        let name = format!("the operation `{}`", operation.id);
        let after =
            elsewhere.map_or_else(|| Locator::root().step("paths"), |other| Locator::at(&other.location));
        if let Some(place) = unreadable(self.after.root, operation) {
            let (then, now) = (self.wording.before, self.wording.after);
            let message = format!("{name} is there {then}, but cannot be read {now}");
            let locators = (Locator::at(&operation.location), place);
            let mut found = Differences::default();
            found.push(Change::Narrower, message, locators);
            self.add(found, &rules::operations::REMOVED, number);
            return;
        }
        let locators = (Locator::at(&operation.location), after.absent().hint("path="));
        let part = self.part((Some(operation), None), name, Direction::Request, locators);
        self.check(|checks| &checks.operation, &part, [number]);
    }

    fn webhooks(&mut self) {
        let list = |api: &'a Api| -> Vec<Call<'a>> {
            let name = |name: &str, operation: &Operation| format!("{} webhook `{name}`", operation.method);
            api.webhooks.iter().map(|hook| (name(&hook.name, &hook.operation), &hook.operation)).collect()
        };
        let whole = || Locator::root().step("webhooks");
        let calls = matched(list(self.before.api), list(self.after.api));
        self.calls(calls, |checks| &checks.webhook, &(whole(), whole()));
    }

    fn callbacks(&mut self, pair: &OperationPair<'a>) {
        let name = |callback: &Callback| {
            format!("{} callback `{}` to `{}`", callback.operation.method, callback.name, callback.expression)
        };
        let list = |operation: &'a Operation| -> Vec<Call<'a>> {
            operation.callbacks.iter().map(|callback| (name(callback), &callback.operation)).collect()
        };
        let holders = (Locator::at(&pair.before.location), Locator::at(&pair.after.location));
        let calls = matched(list(pair.before), list(pair.after));
        self.calls(calls, |checks| &checks.callback, &holders);
    }

    fn calls(
        &mut self,
        calls: Vec<(String, Matched<&'a Operation>)>,
        table: for<'c> fn(&'c Checks<'a>) -> &'c OperationChecks<'a>,
        holders: &Locators<'a>,
    ) {
        for (name, (before, after)) in calls {
            let Some(first) = before.or(after) else { continue };
            let number = self.entry(name.clone(), first, after.unwrap_or(first));
            let own = |operation: Option<&'a Operation>, holder: &Locator<'a>| match operation {
                Some(operation) => Locator::at(&operation.location),
                None => holder.clone().absent(),
            };
            let locators = (own(before, &holders.0), own(after, &holders.1));
            // What the API sends is for its clients to read.
            let request = Direction::Response;
            let part = self.part((before, after), format!("the {name}"), request, locators);
            self.check(table, &part, [number]);
            if let (Some(before), Some(after)) = (before, after) {
                self.messages(&OperationPair { number, before, after, request });
            }
        }
    }
}

/// Where a document has an operation that could not be read.
fn unreadable<'a>(root: Option<&'a Node>, operation: &Operation) -> Option<Locator<'a>> {
    let method = operation.method.as_str().to_ascii_lowercase();
    let paths = root?.get("paths")?.as_object()?;
    let same = |path: &str| without_names(path) == without_names(&operation.path);
    let (path, _) =
        paths.iter().find(|(path, member)| same(path.as_str()) && member.node.get(&method).is_some())?;
    Some(Locator::root().step("paths").step(path).step(&method))
}

/// What has the same key in two lists, or only one of them has.
pub(super) type Matched<T> = (Option<T>, Option<T>);

/// Matches two lists by their keys: what the earlier has in its order, then what only the later has.
pub(super) fn matched<K: Hash + Eq + Clone, T: Copy>(
    before: Vec<(K, T)>,
    after: Vec<(K, T)>,
) -> Vec<(K, Matched<T>)> {
    let mut others: HashMap<K, T> = HashMap::new();
    for (key, own) in &after {
        others.entry(key.clone()).or_insert(*own);
    }
    let mut matched = Vec::new();
    for (key, own) in before {
        let other = others.remove(&key);
        matched.push((key, (Some(own), other)));
    }
    let added = after.into_iter().filter(|(key, _)| others.contains_key(key));
    matched.extend(added.map(|(key, own)| (key, (None, Some(own)))));
    matched
}
