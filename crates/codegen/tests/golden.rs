//! The generated types as text (`tests/golden/*.rs`, compared) and as code (the same files,
//! compiled here and put to work).
//!
//! `UPDATE_GOLDEN=1 cargo test -p unplug-codegen --test golden` rewrites the files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]



#[allow(unreachable_pub, reason = "it is public in its own crate")]
#[path = "../../client/src/runtime/value/mod.rs"]
mod value_support;

/// What the generated code expects of the crate it stands in.
mod runtime {
    pub(crate) use crate::value_support as value;

    /// Stands for the server's checked status.
    pub(crate) type DefaultStatus<O> = (u16, std::marker::PhantomData<fn() -> O>);
    /// Stands for the server's checked status.
    pub(crate) type RangeStatus<const CLASS: u16> = [u16; 1];
}

#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/messages.rs"]
mod messages;
#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/unions.rs"]
mod unions;
#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/values.rs"]
mod values;

#[path = "golden/text.rs"]
mod text;
