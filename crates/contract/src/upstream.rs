//! Which published copy belongs to which of our documents.

use std::collections::HashSet;

use unplug_openapi::ir::{Api, without_names};

/// Finds, for each copy, the document that it is a copy of: by its name, otherwise by the operations
/// that both have. `info.version` says nothing: it stays the same while operations come and go.
#[must_use]
pub fn match_copies(documents: &[&Api], copies: &[&Api]) -> Vec<Option<usize>> {
    let keys = |api: &Api| -> HashSet<String> {
        let key = |operation: &unplug_openapi::ir::Operation| {
            without_names(&format!("{} {}", operation.method, operation.path))
        };
        api.operations.iter().map(key).collect()
    };
    let ours: Vec<HashSet<String>> = documents.iter().map(|api| keys(api)).collect();
    copies
        .iter()
        .map(|copy| {
            if let Some(named) = documents.iter().position(|document| document.name == copy.name) {
                return Some(named);
            }
            let theirs = keys(copy);
            let shared = ours.iter().map(|own| own.intersection(&theirs).count()).enumerate();
            // Half of ours at least, so that one common path such as `/health` is not enough.
            shared
                .filter(|(at, shared)| {
                    ours.get(*at).is_some_and(|own| shared * 2 >= own.len() && *shared > 0)
                })
                .max_by_key(|(at, shared)| (*shared, std::cmp::Reverse(*at)))
                .map(|(at, _)| at)
        })
        .collect()
}
