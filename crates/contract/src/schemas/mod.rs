//! Schemas as the rules look at them: flattened, and their alternatives in pairs.
//!
//! Both sides are brought to a [flattened form](flattened), and its alternatives are [matched](matching).
//! What stands below is given back as [children], so that a walk of any depth needs no stack and meets
//! every pair of schemas once.

pub(crate) mod automaton;
pub(crate) mod carrier;
pub(crate) mod children;
pub(crate) mod conditions;
mod dialect;
mod fingerprint;
mod fits;
pub(crate) mod flattened;
pub(crate) mod listed;
pub(crate) mod matching;
pub(crate) mod object;
pub(crate) mod pair;
pub(crate) mod types;
pub(crate) mod values;
pub(crate) mod view;
