//! Where clients get tokens: flows, their addresses, and the scopes that can be asked for.

use unplug_openapi::ir::OAuthFlow;

use crate::difference::Differences;
use crate::locator::Locator;
use crate::part::{Part, Scheme};
use crate::rule::{Check, Mirror, Rule, Scope};
use crate::verdict::Change;

const RESPONSES: Mirror = Mirror::None("responses present no credentials");

pub(crate) const FLOW_ADDED: Rule = Rule {
    id: "oauth-flow-added",
    summary: "There is a further way to get a token.",
    explanation: "`flows: {clientCredentials: …}` besides `authorizationCode`: nobody is hurt.",
    advice: "Check that the new way is meant to be open.",
    reverse: Mirror::Rule("oauth-flow-removed"),
    opposite: RESPONSES,
    scope: Scope::Documents,
    checks: &[Check::SecurityScheme(|part, found| {
        for (flow, (holder, locator)) in flows(part, After) {
            let message = part.wording.added(&name(part, &flow.name));
            found.push(change(part, Change::Wider), message, (holder.absent(), locator));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const FLOW_REMOVED: Rule = Rule {
    id: "oauth-flow-removed",
    summary: "A way to get a token is gone.",
    explanation: "`flows: {implicit: …}` before and none now: a client that gets its token that way gets none.",
    advice: "Go on offering the flow until nobody uses it.",
    reverse: Mirror::Rule("oauth-flow-added"),
    opposite: RESPONSES,
    scope: Scope::Documents,
    checks: &[Check::SecurityScheme(|part, found| {
        for (flow, (holder, locator)) in flows(part, Before) {
            let message = part.wording.removed(&name(part, &flow.name));
            found.push(change(part, Change::Narrower), message, (locator, holder.absent()));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const URL: Rule = Rule {
    id: "oauth-url-changed",
    summary: "Tokens are to be had at another address.",
    explanation: "`tokenUrl: https://auth.example/token` before and `https://login.example/token` now: a client that \
        was given the old address asks there.",
    advice: "Go on answering at the old address, or redirect.",
    opposite: RESPONSES,
    scope: Scope::Documents,
    checks: &[Check::SecurityScheme(urls)],
    ..Rule::DEFAULT
};

pub(crate) const DISCOVERY: Rule = Rule {
    id: "oauth-discovery-url-changed",
    summary: "Clients find out at another address how to get tokens.",
    explanation: "`openIdConnectUrl`, or 3.2's `oauth2MetadataUrl`, has another value: a client that was given the old \
        one asks there.",
    advice: "Go on answering at the old address, or redirect.",
    opposite: RESPONSES,
    scope: Scope::Documents,
    checks: &[Check::SecurityScheme(|part, found| {
        let Some((before, after)) = part.both() else { return };
        let (one, other) = (&before.declared.discovery_url, &after.declared.discovery_url);
        if one != other {
            let what = format!("the discovery URL of {}", part.name);
            let message = part.wording.differs(&what, one.as_ref(), other.as_ref());
            found.push(change(part, Change::Moved), message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const SCOPE_ADDED: Rule = Rule {
    id: "oauth-scope-added",
    summary: "A further scope can be asked for.",
    explanation: "`scopes: {read: …, write: …}` where there was `read` alone: nobody is hurt.",
    advice: "Nothing.",
    reverse: Mirror::Rule("oauth-scope-removed"),
    opposite: RESPONSES,
    scope: Scope::Documents,
    checks: &[Check::SecurityScheme(|part, found| scopes(part, After, found))],
    ..Rule::DEFAULT
};

pub(crate) const SCOPE_REMOVED: Rule = Rule {
    id: "oauth-scope-removed",
    summary: "A scope can no longer be asked for.",
    explanation: "A client that asks for the scope `write` is refused the token. Which scopes an operation needs is \
        `security-scopes-changed`.",
    advice: "Go on granting the scope, even if it means the same as another.",
    reverse: Mirror::Rule("oauth-scope-added"),
    opposite: RESPONSES,
    scope: Scope::Documents,
    checks: &[Check::SecurityScheme(|part, found| scopes(part, Before, found))],
    ..Rule::DEFAULT
};

/// The description that has what the other one lacks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}
use Side::{After, Before};

/// What nobody asks for changes nothing for anybody.
fn change(part: &Part<'_, Scheme<'_>>, change: Change) -> Change {
    if part.both().is_some_and(|(before, _)| before.is_used) { change } else { Change::Neutral }
}

fn name(part: &Part<'_, Scheme<'_>>, flow: &str) -> String {
    format!("the flow `{flow}` of {}", part.name)
}

/// The flows of one side, and those of the other.
fn both<'a>(part: &Part<'a, Scheme<'a>>, side: Side) -> Option<(&'a [OAuthFlow], &'a [OAuthFlow])> {
    let (before, after) = part.both()?;
    let (before, after) = (before.declared, after.declared);
    Some(if side == Before { (&before.flows, &after.flows) } else { (&after.flows, &before.flows) })
}

/// The flows that only one side has, each with where the other side would hold it, and where it stands.
fn flows<'a>(part: &Part<'a, Scheme<'a>>, side: Side) -> Vec<(&'a OAuthFlow, (Locator<'a>, Locator<'a>))> {
    let Some((own, others)) = both(part, side) else { return Vec::new() };
    let holder = if side == Before { &part.locators.1 } else { &part.locators.0 };
    let only = own.iter().filter(|flow| others.iter().all(|other| other.name != flow.name));
    only.map(|flow| (flow, (holder.clone(), Locator::at(&flow.location)))).collect()
}

/// The flows that both sides have.
fn shared<'a>(part: &Part<'a, Scheme<'a>>, side: Side) -> Vec<(&'a OAuthFlow, &'a OAuthFlow)> {
    let Some((own, others)) = both(part, side) else { return Vec::new() };
    let other = |flow: &OAuthFlow| others.iter().find(|other| other.name == flow.name);
    own.iter().filter_map(|flow| Some((flow, other(flow)?))).collect()
}

fn urls<'a>(part: &Part<'a, Scheme<'a>>, found: &mut Differences<'a>) {
    for (before, after) in shared(part, Before) {
        for field in OAuthFlow::URLS {
            let (one, other) = (before.urls.get(field), after.urls.get(field));
            if one != other {
                let what = format!("`{field}` of {}", name(part, &before.name));
                let message = part.wording.differs(&what, one, other);
                let place = |flow: &'a OAuthFlow, url: Option<&String>| {
                    let place = Locator::at(&flow.location);
                    if url.is_some() { place.step(field) } else { place.absent() }
                };
                let kind = match (one, other) {
                    (None, Some(_)) => Change::Harmless,
                    _ => Change::Moved,
                };
                found.push(change(part, kind), message, (place(before, one), place(after, other)));
            }
        }
    }
}

fn scopes<'a>(part: &Part<'a, Scheme<'a>>, side: Side, found: &mut Differences<'a>) {
    for (own, other) in shared(part, side) {
        for scope in own.scopes.keys().filter(|scope| !other.scopes.contains_key(*scope)) {
            let what = format!("the scope `{scope}` of {}", name(part, &own.name));
            let place = Locator::at(&own.location).step("scopes").step(scope);
            let holder = Locator::at(&other.location).absent();
            if side == Before {
                let message = part.wording.removed(&what);
                found.push(change(part, Change::Narrower), message, (place, holder));
            } else {
                found.push(change(part, Change::Wider), part.wording.added(&what), (holder, place));
            }
        }
    }
}
