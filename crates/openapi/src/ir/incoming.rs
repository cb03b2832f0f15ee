//! Calls in the other direction: from the API to whoever uses it.

use super::Operation;

/// A call that the API makes by itself.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Its key under `webhooks`.
    pub name: String,
    /// What is sent and what may be answered. Its path is empty, because the receiver chooses the
    /// URL, and it has no callbacks.
    pub operation: Operation,
}

/// A call that the API makes because of an operation.
#[derive(Clone, Debug)]
pub struct Callback {
    /// Its key under `callbacks`.
    pub name: String,
    /// The runtime expression that gives the URL, for example `{$request.body#/url}`.
    pub expression: String,
    /// What is sent and what may be answered. Its path is empty, and it has no callbacks itself.
    pub operation: Operation,
}
