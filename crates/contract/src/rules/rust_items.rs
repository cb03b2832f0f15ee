//! What a change does to code that uses the generated crates.

use crate::rule::{Mirror, Rule};

pub(crate) const CHANGED: Rule = Rule {
    id: "rust-items-changed",
    summary: "Generated Rust items change so that code which uses them does not compile any more.",
    explanation: "A renamed path variable is the same on the wire, and another field of the request struct. The items are \
        those of both generated crates before and now; the handlers that use one are listed.",
    advice: "Adapt the code; `x-rust-name` in the overlay keeps a name.",
    reverse: Mirror::None("an item that comes breaks nobody"),
    opposite: Mirror::None("code has no direction"),
    ..Rule::DEFAULT
};
