//! `text/event-stream`

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use serde::de::value::{Error as ValueError, StringDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use unplug_wire::event_stream::{END_MARK, Event, EventParser, TextEvent};
use unplug_wire::value;

use super::{ByteStream, MalformedItem, Split, Splitter, StreamError};

/// Events as they come.
///
/// The data of each is decoded as the document declares it: from JSON, or as text when the schema
/// is for strings or there is none. Data that does not fit is [`StreamError::Malformed`], and the
/// next event follows. `[DONE]` in place of JSON is the customary end mark: the stream ends there.
///
/// It is also a [`Stream`], for the adapters of other crates.
pub struct EventStream<T> {
    events: Split<EventParser>,
    /// `None` ends the stream.
    read: fn(&str) -> Option<Result<T, String>>,
}

impl<T> EventStream<T> {
    pub(crate) fn of_json(bytes: ByteStream) -> Self
    where
        T: DeserializeOwned,
    {
        let read = |text: &str| {
            let data = || value::read(text.as_bytes()).map_err(|error| error.to_string());
            (text.trim() != END_MARK).then(data)
        };
        Self { events: Split::new(bytes, EventParser::default()), read }
    }

    pub(crate) fn of_text(bytes: ByteStream) -> Self
    where
        T: DeserializeOwned,
    {
        let read = |text: &str| {
            let text: StringDeserializer<ValueError> = text.to_owned().into_deserializer();
            Some(T::deserialize(text).map_err(|error| error.to_string()))
        };
        Self { events: Split::new(bytes, EventParser::default()), read }
    }

    /// The next event; `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`StreamError`]; events can only follow after [`StreamError::Malformed`].
    pub async fn next(&mut self) -> Option<Result<Event<T>, StreamError>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    /// All events that are left.
    ///
    /// # Errors
    ///
    /// The first [`StreamError`].
    pub async fn collect(mut self) -> Result<Vec<Event<T>>, StreamError> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await {
            events.push(event?);
        }
        Ok(events)
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>, StreamError>>> {
        self.events.poll_item(context).map(|next| {
            let TextEvent { event, id, retry, data } = match next? {
                Ok(event) => event,
                Err(error) => return Some(Err(error)),
            };
            match (self.read)(&data) {
                None => {
                    self.events.stop();
                    None
                }
                Some(Ok(data)) => Some(Ok(Event { event, id, retry, data })),
                Some(Err(why)) => Some(Err(StreamError::Malformed(MalformedItem { text: data, why }))),
            }
        })
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("bytes", &self.events.bytes).finish_non_exhaustive()
    }
}

impl Splitter for EventParser {
    type Item = TextEvent;

    fn read(&mut self, chunk: &[u8]) -> (usize, Option<TextEvent>) {
        self.read(chunk)
    }

    /// An event without its end does not count. Where the connection may have broken off within it, that
    /// is said; the end mark needs no end.
    fn finish(&mut self, delimited: bool) -> Option<Result<TextEvent, StreamError>> {
        let unfinished = EventParser::finish(self).filter(|_| !delimited);
        let text = unfinished.filter(|text| text.trim() != END_MARK)?;
        let why = "its last event has no empty line after it".to_owned();
        Some(Err(StreamError::Incomplete(MalformedItem { text, why })))
    }

    fn held(&self) -> usize {
        self.held()
    }
}
