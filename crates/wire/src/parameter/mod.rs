//! Parameters as text: one description of each, by which clients encode it and servers decode it.
//!
//! Text has no types and few delimiters, so what a text can stand for comes from the schema
//! ([`Form`]). A text that a schema allows as a value of several types is sent as it is, and read as
//! the first of them that is valid ([`Reading`]). What a style has no form for, or would make another
//! list or object, is refused by [`ParameterSpec::encode`] instead of being sent.

mod decode;
mod deep_object;
mod encode;
mod fields;
mod spec;
mod text;

pub use fields::Fields;
pub use spec::{Form, Members, ParameterIn, ParameterSpec, Style};
pub use text::{
    DecodeError, EncodedText, Reading, Refusal, encode_path, encode_query, list_of_texts, query_pairs,
    single_text, split_at_byte,
};

/// Levels of brackets in style `deepObject`; what lies deeper is JSON.
pub const MAX_DEEP_OBJECT_LEVELS: u8 = 4;
