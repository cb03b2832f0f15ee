//! Webhooks and callbacks: what an API sends by itself.

use unplug_openapi::ir::Operation;

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Direction, Rule};
use crate::spot::Spot;

pub(crate) const WEBHOOK_ADDED: Rule = Rule {
    id: "webhook-added",
    summary: "The API sends a webhook that it did not.",
    explanation: "`orderShipped` is new. Whoever did not ask for it does not get it.",
    advice: "Ignore webhooks that are not known.",
};

pub(crate) const WEBHOOK_REMOVED: Rule = Rule {
    id: "webhook-removed",
    summary: "The API no longer sends a webhook.",
    explanation: "A client that waits for `orderShipped` waits in vain.",
    advice: "Go on sending it until nobody waits for it.",
};

pub(crate) const CALLBACK_ADDED: Rule = Rule {
    id: "callback-added",
    summary: "An operation leads to a callback that it did not.",
    explanation: "The request body names a URL that is newly called.",
    advice: "Answer callbacks that are not known with an error rather than with nothing.",
};

pub(crate) const CALLBACK_REMOVED: Rule = Rule {
    id: "callback-removed",
    summary: "An operation no longer leads to a callback.",
    explanation: "A client that waits for the call waits in vain.",
    advice: "Go on calling until nobody waits for it.",
};

/// One call, by its name.
type Named<'a> = (String, &'a Operation);

pub(crate) fn webhooks<'a>(walk: &mut Walk<'a>) {
    let list = |side: &crate::side::Side<'a>| -> Vec<Named<'a>> {
        let name = |name: &str, operation: &Operation| format!("{} webhook `{name}`", operation.method);
        side.api.webhooks.iter().map(|hook| (name(&hook.name, &hook.operation), &hook.operation)).collect()
    };
    let (before, after) = (list(walk.before), list(walk.after));
    let whole = || Spot::root().step("webhooks");
    calls(walk, &before, &after, (&WEBHOOK_REMOVED, &WEBHOOK_ADDED), &(whole(), whole()));
}

pub(crate) fn callbacks<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let list = |operation: &'a Operation| -> Vec<Named<'a>> {
        let name = |callback: &unplug_openapi::ir::Callback| {
            format!("{} callback `{}` to `{}`", callback.operation.method, callback.name, callback.expression)
        };
        operation.callbacks.iter().map(|callback| (name(callback), &callback.operation)).collect()
    };
    let (before, after) = (list(exchange.before), list(exchange.after));
    let spots = (Spot::at(&exchange.before.location), Spot::at(&exchange.after.location));
    calls(walk, &before, &after, (&CALLBACK_REMOVED, &CALLBACK_ADDED), &spots);
}

fn calls<'a>(
    walk: &mut Walk<'a>,
    before: &[Named<'a>],
    after: &[Named<'a>],
    (removed, added): (&'static Rule, &'static Rule),
    spots: &(Spot<'a>, Spot<'a>),
) {
    let others: std::collections::HashMap<&str, &'a Operation> =
        after.iter().map(|(name, operation)| (name.as_str(), *operation)).collect();
    for (name, operation) in before {
        if let Some(other) = others.get(name.as_str()) {
            let number = walk.entry(name.clone(), operation, other);
            // What the API sends is for its clients to read.
            let exchange =
                Exchange { operation: number, before: operation, after: other, request: Direction::Response };
            walk.messages(&exchange);
            continue;
        }
        let number = walk.entry(name.clone(), operation, operation);
        let message = walk.words.gone(&format!("the {name}"));
        let spots = (Spot::at(&operation.location), spots.1.clone().absent());
        walk.push(number, removed, (Change::Moved, Direction::Response), message, spots);
    }
    let known: std::collections::HashSet<&str> = before.iter().map(|(name, _)| name.as_str()).collect();
    for (name, operation) in after.iter().filter(|(name, _)| !known.contains(name.as_str())) {
        let number = walk.entry(name.clone(), operation, operation);
        let message = walk.words.added(&format!("the {name}"));
        let spots = (spots.0.clone().absent(), Spot::at(&operation.location));
        walk.push(number, added, (Change::Harmless, Direction::Response), message, spots);
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::documents;

    fn hook(schema: &str) -> String {
        format!(
            "paths: {{}}\nwebhooks: {{a: {{post: {{operationId: a, requestBody: {{required: true, content: \
             {{application/json: {{schema: {schema}}}}}}}, responses: {{'200': {{description: Taken}}}}}}}}}}"
        )
    }

    #[test]
    fn webhooks_come_and_go() {
        let (none, some) = ("paths: {}", hook("{type: integer}"));
        assert_eq!(documents(none, &some), [("webhook-added", Compatible)]);
        assert_eq!(documents(&some, none), [("webhook-removed", Breaking)]);
    }

    #[test]
    fn what_is_sent_is_for_clients_to_read() {
        let (integer, number) = (hook("{type: integer}"), hook("{type: number}"));
        assert_eq!(documents(&integer, &number), [("type-changed", Breaking)]);
        assert_eq!(documents(&number, &integer), [("type-changed", Compatible)]);
    }
}
