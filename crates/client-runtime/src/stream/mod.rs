//! Bodies that are handed on as they come: bytes, events, JSON values.

use std::fmt;
use std::future::{Future as _, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use reqwest::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use tokio::time::{Sleep, sleep};

use super::error::TransportError;
use super::operation::Operation;
use super::policy::Policy;
use super::response::RawResponse;

mod events;
mod json_lines;

pub use events::EventStream;
pub use json_lines::JsonLines;

type Chunks = Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>> + Send + Sync>>;

/// A body as it comes, chunk by chunk.
///
/// Dropping it before its end closes the connection. It is also a [`Stream`], for the adapters of
/// other crates.
pub struct ByteStream {
    /// `None` after the end, and after an error.
    chunks: Option<Chunks>,
    /// A body that was there as a whole.
    whole: Bytes,
    operation: &'static Operation,
    status: u16,
    limit: usize,
    idle_timeout: Duration,
    /// Whether the answer says where it ends. Otherwise it ends with the connection, whyever that does.
    delimited: bool,
    /// Runs while a chunk is awaited.
    silence: Option<Pin<Box<Sleep>>>,
}

impl ByteStream {
    /// The body of an answer whose head has come.
    pub(super) fn new(chunks: Chunks, head: &RawResponse, policy: &Policy) -> Self {
        let Policy { max_response_bytes: limit, idle_timeout, .. } = *policy;
        let RawResponse { operation, status, .. } = *head;
        let delimited =
            head.headers.contains_key(CONTENT_LENGTH) || head.headers.contains_key(TRANSFER_ENCODING);
        let (chunks, whole) = (Some(chunks), Bytes::new());
        Self { chunks, whole, operation, status, limit, idle_timeout, delimited, silence: None }
    }

    /// The stream of a body that has been received.
    pub(super) fn whole(response: &RawResponse) -> Self {
        let (whole, limit) = (response.body.clone(), response.body.len());
        let RawResponse { operation, status, .. } = *response;
        let (idle_timeout, delimited) = (Duration::MAX, true);
        Self { chunks: None, whole, operation, status, limit, idle_timeout, delimited, silence: None }
    }

    /// The next chunk, of whatever length; `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`StreamError::Transport`], after which nothing comes.
    pub async fn next(&mut self) -> Option<Result<Bytes, StreamError>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// All that is left, in memory.
    ///
    /// # Errors
    ///
    /// [`StreamError::Transport`], or [`StreamError::TooLong`] when it is more than the client's
    /// [`max_response_bytes`](super::Builder::max_response_bytes): read it with
    /// [`next`](Self::next) then.
    pub async fn collect(mut self) -> Result<Bytes, StreamError> {
        let Some(first) = self.next().await.transpose()? else {
            return Ok(Bytes::new());
        };
        // One chunk needs no copy.
        self.check_length(first.len())?;
        let Some(second) = self.next().await.transpose()? else {
            return Ok(first);
        };
        let mut whole = BytesMut::from(first);
        let mut chunk = Some(second);
        while let Some(more) = chunk {
            self.check_length(whole.len() + more.len())?;
            whole.extend_from_slice(&more);
            chunk = self.next().await.transpose()?;
        }
        Ok(whole.freeze())
    }

    fn check_length(&self, length: usize) -> Result<(), StreamError> {
        if length > self.limit { Err(StreamError::TooLong { limit: self.limit }) } else { Ok(()) }
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, StreamError>>> {
        if !self.whole.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.whole))));
        }
        let Some(chunks) = &mut self.chunks else {
            return Poll::Ready(None);
        };
        let Poll::Ready(next) = chunks.as_mut().poll_next(context) else {
            let silence = self.silence.get_or_insert_with(|| Box::pin(sleep(self.idle_timeout)));
            return silence.as_mut().poll(context).map(|()| {
                self.chunks = None;
                let error =
                    TransportError::timed_out(self.operation, Some(self.status), "operation timed out");
                Some(Err(StreamError::Transport(error)))
            });
        };
        self.silence = None;
        if !matches!(next, Some(Ok(_))) {
            self.chunks = None;
        }
        let lost = |error| TransportError::new(self.operation, Some(self.status), error);
        Poll::Ready(next.map(|chunk| chunk.map_err(|error| StreamError::Transport(lost(error)))))
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}

/// Why a stream does not go on, or has an item that is not as declared.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError {
    /// The stream ended early. Nothing follows.
    Transport(TransportError),
    /// An item is not as declared. The next one follows.
    Malformed(MalformedItem),
    /// The connection was closed within an item, and only its end says where the body ends. Nothing follows.
    Incomplete(MalformedItem),
    /// An item, or all that is to be collected, is longer than the client allows. Nothing follows.
    TooLong {
        /// The most bytes that are allowed.
        limit: usize,
    },
}

/// An item that is not as declared. `Debug` does not show its text, which may hold credentials.
pub struct MalformedItem {
    /// The item as it came: the data of an event, or the text of a value.
    pub text: String,
    /// What does not fit.
    pub why: String,
}

impl fmt::Debug for MalformedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MalformedItem")
            .field("text", &format_args!("{} bytes", self.text.len()))
            .field("why", &self.why)
            .finish()
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(_) => f.write_str("the stream broke off"),
            Self::Malformed(item) => write!(f, "an item of the stream is not as declared: {}", item.why),
            Self::Incomplete(item) => write!(f, "the stream ended within an item: {}", item.why),
            Self::TooLong { limit } => {
                write!(f, "more than {limit} bytes in one piece. Allow more, or read them one by one")
            }
        }
    }
}

impl std::error::Error for StreamError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            Self::Malformed(_) | Self::Incomplete(_) | Self::TooLong { .. } => None,
        }
    }
}

/// Takes a body apart, whatever chunks it comes in.
trait Splitter {
    type Item;

    /// Reads on: how many bytes are read, and the item that ends there.
    fn read(&mut self, chunk: &[u8]) -> (usize, Option<Self::Item>);

    /// What is left at the end of the body, which was `delimited` or ended with the connection.
    fn finish(&mut self, delimited: bool) -> Option<Result<Self::Item, StreamError>>;

    /// How many bytes it has taken of an item that has not ended.
    fn held(&self) -> usize;
}

/// A body and what takes it apart.
struct Split<S> {
    bytes: ByteStream,
    splitter: S,
    chunk: Bytes,
    done: bool,
}

impl<S: Splitter> Split<S> {
    fn new(bytes: ByteStream, splitter: S) -> Self {
        Self { bytes, splitter, chunk: Bytes::new(), done: false }
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<S::Item, StreamError>>> {
        while !self.done {
            if self.chunk.is_empty() {
                match self.bytes.poll_chunk(context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(Some(Ok(chunk))) => self.chunk = chunk,
                    Poll::Ready(Some(Err(error))) => {
                        self.done = true;
                        return Poll::Ready(Some(Err(error)));
                    }
                    Poll::Ready(None) => {
                        self.done = true;
                        return Poll::Ready(self.splitter.finish(self.bytes.delimited));
                    }
                }
            }
            let (read, item) = self.splitter.read(&self.chunk);
            drop(self.chunk.split_to(read.min(self.chunk.len())));
            if item.is_some() {
                return Poll::Ready(item.map(Ok));
            }
            if let Err(error) = self.bytes.check_length(self.splitter.held()) {
                self.stop();
                return Poll::Ready(Some(Err(error)));
            }
        }
        Poll::Ready(None)
    }

    /// Nothing more is wanted: the connection is given back or closed.
    fn stop(&mut self) {
        self.done = true;
        self.bytes.chunks = None;
    }
}
