//! The generated types as code: the files of `tests/golden/`, which `golden.rs` compares with what
//! the generator writes, compiled here and put to work.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(unexpected_cfgs, reason = "the feature `schemars` is one of the generated crates'")]

/// What the generated messages expect of the crate they stand in.
mod runtime {
    /// Stands for both sides' streams.
    pub(crate) type ByteStream = bytes::Bytes;

    /// Stands for the server's checked status.
    pub(crate) type DefaultStatus<O> = (u16, std::marker::PhantomData<fn() -> O>);
    /// Stands for the server's checked status.
    pub(crate) type RangeStatus<const CLASS: u16> = [u16; 1];
}

#[rustfmt::skip]
#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/any_of.rs"]
mod any_of;
#[rustfmt::skip]
#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/messages.rs"]
mod messages;
#[rustfmt::skip]
#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/unions.rs"]
mod unions;
#[rustfmt::skip]
#[allow(dead_code, unreachable_pub, reason = "tests use a part of it")]
#[path = "golden/values.rs"]
mod values;

#[path = "golden/any_of_at_work.rs"]
mod any_of_at_work;
#[path = "golden/messages_at_work.rs"]
mod messages_at_work;
#[path = "golden/unions_at_work.rs"]
mod unions_at_work;
#[path = "golden/values_at_work.rs"]
mod values_at_work;

/// Decodes and encodes back; equal JSON is demanded.
fn round_trip<T>(json: &str) -> T
where
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    let value: T = unplug_wire::value::read(json.as_bytes()).expect("the JSON fits the type");
    let before: serde_json::Value = serde_json::from_str(json).expect("the JSON is JSON");
    let after = serde_json::to_value(&value).expect("the value can be encoded");
    assert_eq!(before, after);
    value
}

/// Decodes, and gives the reason why it cannot.
fn refused<T: serde::de::DeserializeOwned>(json: &str) -> String {
    match unplug_wire::value::read::<T>(json.as_bytes()) {
        Ok(_) => panic!("{json} should not fit"),
        Err(error) => error.to_string(),
    }
}
