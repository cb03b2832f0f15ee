//! JSON values one after the other: `application/x-ndjson` and its relatives.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use serde::de::DeserializeOwned;
use unplug_wire::json_lines::JsonSplitter;
use unplug_wire::value;

use super::{ByteStream, MalformedItem, Split, Splitter, StreamError};

/// JSON values as they come.
///
/// One that is not as declared is [`StreamError::Malformed`], and the next one follows. It is also
/// a [`Stream`], for the adapters of other crates.
pub struct JsonLines<T> {
    values: Split<JsonSplitter>,
    read: fn(&[u8]) -> Result<T, String>,
}

fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, String> {
    value::read(text).map_err(|error| error.to_string())
}

impl<T> JsonLines<T> {
    pub(crate) fn new(bytes: ByteStream) -> Self
    where
        T: DeserializeOwned,
    {
        Self { values: Split::new(bytes, JsonSplitter::default()), read: read::<T> }
    }

    /// The next value; `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`StreamError`]; values can only follow after [`StreamError::Malformed`].
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        poll_fn(|context| self.poll_value(context)).await
    }

    /// All values that are left.
    ///
    /// # Errors
    ///
    /// The first [`StreamError`].
    pub async fn collect(mut self) -> Result<Vec<T>, StreamError> {
        let mut values = Vec::new();
        while let Some(value) = self.next().await {
            values.push(value?);
        }
        Ok(values)
    }

    fn poll_value(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, StreamError>>> {
        self.values.poll_item(context).map(|next| {
            Some(next?.and_then(|text| {
                (self.read)(&text).map_err(|why| {
                    let text = String::from_utf8_lossy(&text).into_owned();
                    StreamError::Malformed(MalformedItem { text, why })
                })
            }))
        })
    }
}

impl<T> Stream for JsonLines<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_value(context)
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonLines").field("bytes", &self.values.bytes).finish_non_exhaustive()
    }
}

impl Splitter for JsonSplitter {
    type Item = Vec<u8>;

    fn read(&mut self, chunk: &[u8]) -> (usize, Option<Vec<u8>>) {
        self.read(chunk)
    }

    /// A text need not end with a line feed; one that is cut is not as declared.
    fn finish(&mut self, _: bool) -> Option<Result<Vec<u8>, StreamError>> {
        JsonSplitter::finish(self).map(Ok)
    }

    fn held(&self) -> usize {
        self.held()
    }
}
