//! Servers.

use std::collections::BTreeSet;

use unplug_openapi::ir::Server;

use crate::difference::Differences;
use crate::part::Part;
use crate::rule::{Check, Mirror, Rule, Scope};
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "server-added",
    summary: "The API is reached under a further base URL.",
    explanation: "`https://eu.example` besides `https://example`: nobody is hurt.",
    advice: "Nothing, or generate the client again to name the server.",
    reverse: Mirror::Rule("server-removed"),
    opposite: Mirror::None("a webhook goes where its reader says"),
    scope: Scope::Documents,
    checks: &[Check::Server(|part, found| part.compare_added(|_| Change::Wider, found))],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "server-removed",
    summary: "A base URL is gone.",
    explanation: "Callers of `https://old.example` are not promised an answer any more.",
    advice: "Go on answering under the old address, or redirect.",
    reverse: Mirror::Rule("server-added"),
    opposite: Mirror::None("a webhook goes where its reader says"),
    scope: Scope::Documents,
    checks: &[Check::Server(|part, found| part.compare_removed(|_| Change::Narrower, found))],
    ..Rule::DEFAULT
};

pub(crate) const VARIABLE: Rule = Rule {
    id: "server-variable-changed",
    summary: "A variable of a base URL has another default or other values.",
    explanation: "`https://{region}.example` with `enum: [eu, us]` before and `[eu]` now: `us` is no longer promised. \
        Another default changes where requests go that do not choose.",
    advice: "Keep the values, and choose one explicitly.",
    opposite: Mirror::None("a webhook goes where its reader says"),
    scope: Scope::Documents,
    checks: &[Check::Server(variables)],
    ..Rule::DEFAULT
};

fn variables<'a>(part: &Part<'a, &'a Server>, found: &mut Differences<'a>) {
    let Some((before, after)) = part.both() else { return };
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
        let text = |values: BTreeSet<String>, default: &str| {
            let listed = values.into_iter().collect::<Vec<_>>().join(", ");
            if listed.is_empty() {
                format!("`{default}` by default")
            } else {
                format!("one of {listed} (`{default}` by default)")
            }
        };
        let (mine, yours) = (text(mine, &one.default), text(yours, &other.default));
        let what = format!("`{name}` of {}", part.name);
        let message = part.wording.differs(&what, Some(mine), Some(yours));
        let (before, after) = part.locators.clone();
        let locators = (before.step("variables").step(name), after.step("variables").step(name));
        found.push(change, message, locators);
    }
}
