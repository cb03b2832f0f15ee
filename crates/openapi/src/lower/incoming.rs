//! Webhooks and callbacks: calls in the other direction.
//!
//! They are lowered as operations are, so that their types are known. An error in one leaves out
//! that one only. Callbacks of callbacks are not followed: by references they can go on for ever.

use super::{Draft, Lowering, names};
use crate::ir::{Callback, Webhook};
use crate::resolve::{LocatedIncoming, LocatedNode};

/// A webhook or callback before it is known whether all that it uses is sound.
pub(super) struct IncomingDraft<'a> {
    name: &'a str,
    expression: &'a str,
    draft: Draft<'a>,
}

impl<'a> Lowering<'a> {
    /// All webhooks, sound or not.
    pub(super) fn webhooks(&mut self, root: &LocatedNode<'a>) -> Vec<IncomingDraft<'a>> {
        let mut found = self.trees.webhooks();
        found.retain(|webhook| self.wants_webhook(webhook.name));
        found.into_iter().map(|incoming| self.incoming(root, incoming)).collect()
    }

    /// All callbacks of an operation, sound or not.
    pub(super) fn callbacks(
        &mut self,
        root: &LocatedNode<'a>,
        operation: &LocatedNode<'a>,
    ) -> Vec<IncomingDraft<'a>> {
        let mut found = self.trees.callbacks(operation);
        found.retain(|callback| self.wants_callback(callback.name));
        found.into_iter().map(|incoming| self.incoming(root, incoming)).collect()
    }

    fn incoming(&mut self, root: &LocatedNode<'a>, incoming: LocatedIncoming<'a>) -> IncomingDraft<'a> {
        let LocatedIncoming { name, expression, operation, .. } = incoming;
        let given = operation.located.string("operationId");
        let id = given.unwrap_or_else(|| names::derived_id(&operation.method, name));
        let mut draft = self.draft(root, &operation, id);
        // The document's own security is about calls to the API.
        if operation.located.field("security").is_none() {
            draft.operation.security.clear();
        }
        IncomingDraft { name, expression, draft }
    }

    pub(super) fn sound_webhooks(&mut self, drafts: Vec<IncomingDraft<'a>>) -> Vec<Webhook> {
        let mut webhooks = Vec::with_capacity(drafts.len());
        for IncomingDraft { name, draft, .. } in drafts {
            let subject = format!("the webhook `{name}`");
            if let Some(operation) = self.sound(draft, "webhook-left-out", &subject) {
                webhooks.push(Webhook { name: name.to_owned(), operation });
            }
        }
        webhooks
    }

    pub(super) fn sound_callbacks(&mut self, drafts: Vec<IncomingDraft<'a>>) -> Vec<Callback> {
        let mut callbacks = Vec::with_capacity(drafts.len());
        for IncomingDraft { name, expression, draft } in drafts {
            let subject = format!("the callback `{name}`");
            if let Some(operation) = self.sound(draft, "callback-left-out", &subject) {
                callbacks.push(Callback {
                    name: name.to_owned(),
                    expression: expression.to_owned(),
                    operation,
                });
            }
        }
        callbacks
    }
}
