//! JSON values one after the other: `application/x-ndjson` and its relatives.

mod decode;
mod encode;

pub use decode::{JsonSplitter, decode, texts};
pub use encode::encode;

/// RFC 7464 begins every value with it. It cannot be a part of JSON text.
const RECORD_SEPARATOR: u8 = 0x1e;
