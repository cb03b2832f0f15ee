//! Writes JSON values one after the other.

use serde::Serialize;

use super::RECORD_SEPARATOR;

/// The media type in which each value begins with a record separator (RFC 7464).
const SEQUENCE: &str = "application/json-seq";

/// Adds one value, as the media type has it.
///
/// # Errors
/// When the value's own `Serialize` fails.
pub fn encode(out: &mut Vec<u8>, media_type: &str, item: &impl Serialize) -> Result<(), serde_json::Error> {
    if media_type == SEQUENCE {
        out.push(RECORD_SEPARATOR);
    }
    serde_json::to_writer(&mut *out, item)?;
    out.push(b'\n');
    Ok(())
}
