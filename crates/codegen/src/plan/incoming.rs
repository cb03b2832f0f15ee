//! Names of what webhooks and callbacks carry.
//!
//! They have types and nothing else: nobody sends or serves them.

use unplug_openapi::ir::{Api, Operation};

use super::planner::OperationName;
use crate::names;

/// Every webhook and callback, with what the names of its types begin with: `NewPetWebhook`,
/// `SubscribeOnDataCallback`. The method is part of the name where one key has several.
pub(super) fn named<'a>(api: &'a Api, operations: &[OperationName<'a>]) -> Vec<(String, &'a Operation)> {
    let webhooks: Vec<_> = api
        .webhooks
        .iter()
        .map(|webhook| (format!("{}Webhook", names::pascal(&webhook.name)), &webhook.operation))
        .collect();
    let mut named = with_methods(webhooks);
    for owner in operations {
        let callbacks = owner.operation.callbacks.iter().map(|callback| {
            let prefix = format!("{}{}Callback", owner.prefix, names::pascal(&callback.name));
            (prefix, &callback.operation)
        });
        named.extend(with_methods(callbacks.collect()));
    }
    named
}

fn with_methods(named: Vec<(String, &Operation)>) -> Vec<(String, &Operation)> {
    let mut uses = std::collections::HashMap::new();
    for (prefix, _) in &named {
        *uses.entry(prefix.clone()).or_insert(0_usize) += 1;
    }
    let with_method = |(prefix, operation): (String, _)| match uses.get(&prefix) {
        Some(2..) => (format!("{prefix}{}", method(operation)), operation),
        _ => (prefix, operation),
    };
    named.into_iter().map(with_method).collect()
}

fn method(operation: &Operation) -> String {
    names::pascal(operation.method.as_str())
}
