//! `text/event-stream`, as the HTML standard has it.

mod decode;
mod encode;

pub use decode::{EventParser, TextEvent};
pub use encode::{Event, Unwritable};

/// What ends a stream of events whose data is JSON, by custom.
pub const END_MARK: &str = "[DONE]";
