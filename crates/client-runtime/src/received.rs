//! An answer on its way to its decoder.

use std::cell::Cell;
use std::fmt;
use std::ops::Deref;

use serde::de::DeserializeOwned;
use unplug_wire::charset::Charset;

use super::mismatch::{Decoded, Mismatch};
use super::response::RawResponse;
use super::stream::{ByteStream, EventStream, JsonLines};

/// From a received answer to the types that are declared for its status.
pub type Decode<T, E> = fn(&ReceivedResponse) -> Decoded<T, E>;

/// The answer, and its body when that is a stream.
pub struct ReceivedResponse {
    raw: RawResponse,
    stream: Cell<Option<ByteStream>>,
    /// Of a body of text; `None` when its name is not known.
    pub(super) charset: Cell<Option<Charset>>,
}

impl Deref for ReceivedResponse {
    type Target = RawResponse;

    fn deref(&self) -> &RawResponse {
        &self.raw
    }
}

impl fmt::Debug for ReceivedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}

impl ReceivedResponse {
    /// An answer with its whole body.
    pub(super) fn whole(raw: RawResponse) -> Self {
        Self { raw, stream: Cell::new(None), charset: Cell::new(Some(Charset::UTF_8)) }
    }

    /// An answer whose body is still to come.
    pub(super) fn streamed(raw: RawResponse, stream: ByteStream) -> Self {
        Self { raw, stream: Cell::new(Some(stream)), charset: Cell::new(Some(Charset::UTF_8)) }
    }

    /// The answer without its stream.
    pub(super) fn into_raw(self) -> RawResponse {
        self.raw
    }

    /// Whether the body is still to come.
    pub(super) fn is_stream(&self) -> bool {
        let stream = self.stream.take();
        let found = stream.is_some();
        self.stream.set(stream);
        found
    }

    /// The body as a stream of bytes.
    pub fn byte_stream(&self) -> ByteStream {
        // What the table of the operation calls a stream is one; anything else is here as a whole.
        self.stream.take().unwrap_or_else(|| ByteStream::whole(&self.raw))
    }

    /// The body as a stream of events whose data is JSON.
    pub fn events<T: DeserializeOwned>(&self) -> EventStream<T> {
        EventStream::of_json(self.byte_stream())
    }

    /// The body as a stream of events whose data is text.
    pub fn text_events<T: DeserializeOwned>(&self) -> EventStream<T> {
        EventStream::of_text(self.byte_stream())
    }

    /// The body as a stream of JSON values.
    pub fn json_lines<T: DeserializeOwned>(&self) -> JsonLines<T> {
        JsonLines::new(self.byte_stream())
    }

    /// The body as a list of JSON values.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when one of them is not JSON, or not of this type.
    pub fn collected_json_lines<T: DeserializeOwned>(&self) -> Result<Vec<T>, Mismatch> {
        unplug_wire::json_lines::decode(&self.raw.body)
            .map_err(|why| Mismatch::Malformed(format!("the JSON values do not fit: {why}")))
    }
}
