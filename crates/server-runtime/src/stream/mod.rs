//! Response bodies that are made while they are sent: bytes, events, JSON values.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::http::HeaderValue;
use bytes::Bytes;
use futures_core::Stream;

use super::Cause;

pub use unplug_wire::event_stream::{Event, Unwritable};

mod events;
mod json_lines;

pub use events::EventStream;
pub use json_lines::JsonLines;

/// A body of bytes: whole, or as a stream.
///
/// It is made from bytes or text (`.into()`), from a [`Stream`] or from any body of HTTP.
pub struct ByteStream {
    pub(super) body: Body,
    pub(super) media_type: Option<HeaderValue>,
}

impl ByteStream {
    /// Chunks as they come. An error breaks the connection off, so that the client sees that the
    /// body is not whole.
    pub fn from_stream<S, B, E>(chunks: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes> + 'static,
        E: Into<Cause> + 'static,
    {
        Body::from_stream(chunks).into()
    }

    /// Any body of HTTP.
    pub fn from_body<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Cause>,
    {
        Body::new(body).into()
    }

    /// What the bytes are, where the document declares a range (`image/*`). A media type outside
    /// of what is declared is an internal error.
    #[must_use]
    pub fn with_media_type(mut self, media_type: HeaderValue) -> Self {
        self.media_type = Some(media_type);
        self
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ByteStream").field("media_type", &self.media_type).finish_non_exhaustive()
    }
}

impl From<Body> for ByteStream {
    fn from(body: Body) -> Self {
        Self { body, media_type: None }
    }
}

/// Whatever axum makes a body of as a whole.
macro_rules! from_whole {
    ($($type:ty),*) => {
        $(impl From<$type> for ByteStream {
            fn from(whole: $type) -> Self {
                Body::from(whole).into()
            }
        })*
    };
}
from_whole!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

/// Items that are still to come.
pub(super) type Items<T> = Pin<Box<dyn Stream<Item = Result<T, Cause>> + Send>>;

/// Items that are there, or are made when they are asked for.
struct Ready<I>(I);

// Nothing in it is ever pinned.
impl<I> Unpin for Ready<I> {}

impl<I: Iterator> Stream for Ready<I> {
    type Item = Result<I::Item, Cause>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

fn ready<I>(items: I) -> Items<I::Item>
where
    I: IntoIterator,
    I::IntoIter: Send + 'static,
{
    Box::pin(Ready(items.into_iter()))
}

/// A stream with its errors as causes.
struct Fallible<S>(Pin<Box<S>>);

impl<S, T, E> Stream for Fallible<S>
where
    S: Stream<Item = Result<T, E>>,
    E: Into<Cause>,
{
    type Item = Result<T, Cause>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|next| next.map(|item| item.map_err(Into::into)))
    }
}

fn fallible<S, T, E>(items: S) -> Items<T>
where
    S: Stream<Item = Result<T, E>> + Send + 'static,
    E: Into<Cause>,
{
    Box::pin(Fallible(Box::pin(items)))
}

/// A chunk is sent when it is so long, or when the next item is not there yet.
const CHUNK_BYTES: usize = 8 * 1024;

/// How an item is written.
type Write<T> = Box<dyn FnMut(&mut Vec<u8>, &T) -> Result<(), Cause> + Send>;

/// Items as chunks of a body.
pub(super) struct Written<T> {
    /// `None` after the end, and after an error.
    items: Option<Items<T>>,
    write: Write<T>,
    /// What follows the last item.
    end: &'static [u8],
    failed: Option<Cause>,
}

impl<T: 'static> Written<T> {
    pub(super) fn body(
        items: Items<T>,
        end: &'static [u8],
        write: impl FnMut(&mut Vec<u8>, &T) -> Result<(), Cause> + Send + 'static,
    ) -> Body {
        Body::from_stream(Self { items: Some(items), write: Box::new(write), end, failed: None })
    }

    fn fill(&mut self, chunk: &mut Vec<u8>, context: &mut Context<'_>) -> Poll<()> {
        while let Some(items) = &mut self.items {
            if chunk.len() >= CHUNK_BYTES {
                break;
            }
            let written = match items.as_mut().poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(item))) => {
                    let before = chunk.len();
                    // Nothing is sent of an item that cannot be written.
                    (self.write)(chunk, &item).inspect_err(|_| chunk.truncate(before))
                }
                Poll::Ready(Some(Err(cause))) => Err(cause),
                Poll::Ready(None) => {
                    self.items = None;
                    chunk.extend_from_slice(self.end);
                    break;
                }
            };
            if let Err(cause) = written {
                tracing::error!(%cause, "a streamed response breaks off");
                self.items = None;
                self.failed = Some(cause);
            }
        }
        Poll::Ready(())
    }
}

impl<T: 'static> Stream for Written<T> {
    type Item = Result<Bytes, Cause>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut chunk = Vec::new();
        let poll = self.fill(&mut chunk, context);
        if !chunk.is_empty() {
            return Poll::Ready(Some(Ok(chunk.into())));
        }
        // Not a word of the cause is sent: the connection breaks off.
        poll.map(|()| self.failed.take().map(Err))
    }
}
