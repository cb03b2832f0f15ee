//! JSON values one after the other: `application/x-ndjson` and its relatives.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use futures_core::Stream;
use serde::Serialize;
use unplug_wire::json_lines;

use super::{Items, Written, fallible, ready};
use crate::Cause;

/// JSON values, sent as they come.
///
/// It is made from anything that has values one after the other, which may be made only when they
/// are sent, or from a [`Stream`].
pub struct JsonLines<T> {
    items: Items<T>,
}

impl<T> JsonLines<T> {
    /// The values of an iterator.
    pub fn new<I>(values: I) -> Self
    where
        I: IntoIterator<Item = T>,
        I::IntoIter: Send + 'static,
    {
        Self { items: ready(values) }
    }

    /// The values of a stream. An error breaks the connection off.
    pub fn from_stream<S, E>(values: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + Send + 'static,
        E: Into<Cause>,
    {
        Self { items: fallible(values) }
    }

    pub(crate) fn into_body(self, media_type: &'static str) -> Body
    where
        T: Serialize + 'static,
    {
        Written::body(self.items, b"", move |out, item| Ok(json_lines::encode(out, media_type, item)?))
    }
}

impl<T: Send + 'static> From<Vec<T>> for JsonLines<T> {
    fn from(values: Vec<T>) -> Self {
        Self::new(values)
    }
}

impl<T: Send + 'static> FromIterator<T> for JsonLines<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::new(values.into_iter().collect::<Vec<_>>())
    }
}

/// The values as they were given.
impl<T> Stream for JsonLines<T> {
    type Item = Result<T, Cause>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.items.as_mut().poll_next(context)
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JsonLines")
    }
}
