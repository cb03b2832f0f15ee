//! What a selection takes of a document.

use super::Lowering;
use crate::resolve::{LocatedNode, LocatedOperation};
use crate::selection::Candidate;
use crate::syntax::Node;

impl<'a> Lowering<'a> {
    /// Says for each operation whether it is wanted, and reports entries that match nothing.
    pub(super) fn select(&mut self, found: &[LocatedOperation<'a>], ids: &[String]) -> Vec<bool> {
        let Some(selection) = self.selection else {
            return vec![true; found.len()];
        };
        let candidates: Vec<Candidate<'_>> = found
            .iter()
            .zip(ids)
            .map(|(operation, id)| Candidate {
                id,
                method: &operation.method,
                path: operation.path,
                tags: tags(&operation.located),
            })
            .collect();
        let wanted: Vec<bool> =
            candidates.iter().map(|candidate| selection.has_operation(candidate, &candidates)).collect();
        let mut callbacks = Vec::new();
        for (operation, wanted) in found.iter().zip(&wanted) {
            if *wanted {
                callbacks.extend(self.select_callbacks(&operation.located));
            } else if let Some(reach) = &mut self.reach {
                reach.leave_out(&operation.located);
            }
        }
        let webhooks: Vec<&str> = self.trees.webhooks().iter().map(|webhook| webhook.name).collect();
        for name in &webhooks {
            selection.has_webhook(name);
        }
        self.leave_out_webhooks();
        self.unmatched = selection.unmatched(&candidates, &webhooks, &callbacks);
        wanted
    }

    /// The names of an operation's callbacks; those that are not wanted are left out.
    fn select_callbacks(&mut self, operation: &LocatedNode<'a>) -> Vec<&'a str> {
        let Some(callbacks) = operation.field("callbacks") else {
            return Vec::new();
        };
        let mut any = false;
        let mut names = Vec::new();
        for (name, located) in callbacks.members() {
            names.push(name);
            if self.wants_callback(name) {
                any = true;
            } else if let Some(reach) = &mut self.reach {
                reach.leave_out(&located);
            }
        }
        if let Some(reach) = self.reach.as_mut().filter(|_| !any) {
            reach.leave_out(&callbacks);
        }
        names
    }

    fn leave_out_webhooks(&mut self) {
        for map in self.trees.webhook_maps() {
            let any = map.members().any(|(name, _)| self.wants_webhook(name));
            if let Some(reach) = self.reach.as_mut().filter(|_| !any) {
                reach.leave_out(&map);
            }
        }
    }

    pub(super) fn wants_callback(&self, name: &str) -> bool {
        self.selection.is_none_or(|selection| selection.has_callback(name))
    }

    pub(super) fn wants_webhook(&self, name: &str) -> bool {
        self.selection.is_none_or(|selection| selection.has_webhook(name))
    }
}

fn tags<'a>(operation: &LocatedNode<'a>) -> Vec<&'a str> {
    let list = operation.node.get("tags").and_then(Node::as_array).unwrap_or_default();
    list.iter().filter_map(Node::as_str).collect()
}
