//! `text/event-stream`

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use futures_core::Stream;
use serde::Serialize;

use super::{Event, Items, Written, fallible, ready};
use crate::Cause;

/// Events, sent as they come.
///
/// It is made from anything that has events one after the other, which may be made only when they
/// are sent, or from a [`Stream`]. Their data is written as the document declares it: as JSON, or
/// as text when its schema is for strings or there is none.
pub struct EventStream<T> {
    items: Items<Event<T>>,
    end: &'static [u8],
}

impl<T> EventStream<T> {
    /// The events of an iterator.
    pub fn new<I>(events: I) -> Self
    where
        I: IntoIterator<Item = Event<T>>,
        I::IntoIter: Send + 'static,
    {
        Self { items: ready(events), end: b"" }
    }

    /// The events of a stream. An error breaks the connection off.
    pub fn from_stream<S, E>(events: S) -> Self
    where
        S: Stream<Item = Result<Event<T>, E>> + Send + 'static,
        E: Into<Cause>,
    {
        Self { items: fallible(events), end: b"" }
    }

    /// Sends `[DONE]` after the last event, which by custom ends a stream of JSON.
    #[must_use]
    pub fn with_end_mark(mut self) -> Self {
        self.end = b"data: [DONE]\n\n";
        self
    }

    /// Data as JSON.
    pub(crate) fn into_json_body(self) -> Body
    where
        T: Serialize + 'static,
    {
        Written::body(self.items, self.end, |out, event| {
            let data = serde_json::to_string(&event.data)?;
            Ok(event.write(out, &data)?)
        })
    }

    /// Data as text.
    pub(crate) fn into_text_body(self) -> Body
    where
        T: Serialize + 'static,
    {
        Written::body(self.items, self.end, |out, event| match serde_json::to_value(&event.data)? {
            serde_json::Value::String(data) => Ok(event.write(out, &data)?),
            other => Err(format!("the data of an event is declared as text and not {other}").into()),
        })
    }
}

impl<T: Send + 'static> FromIterator<Event<T>> for EventStream<T> {
    fn from_iter<I: IntoIterator<Item = Event<T>>>(events: I) -> Self {
        Self::new(events.into_iter().collect::<Vec<_>>())
    }
}

/// The events as they were given; the end mark is none of them.
impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, Cause>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.items.as_mut().poll_next(context)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("EventStream")
    }
}
