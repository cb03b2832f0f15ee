//! A call that is put together and not yet sent.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::attempts::{Attempts, Sent};
use super::error::{Error, RequestError};
use super::received::Decode;
use super::request_builder::RequestBuilder;
use super::response::Reply;

type Sending = Pin<Box<dyn Future<Output = Sent> + Send>>;

/// A call that is put together: nothing is sent before it is awaited.
///
/// It borrows nothing, so it can be spawned, joined with others, or given a time limit.
#[must_use = "nothing is sent before the call is awaited"]
pub struct Call<T, E> {
    attempts: Arc<Attempts>,
    /// `None` after the end.
    sending: Option<Result<Sending, RequestError>>,
    decode: Decode<T, E>,
}

impl<T, E> fmt::Debug for Call<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.attempts.operation().id).finish_non_exhaustive()
    }
}

impl<T, E> Call<T, E> {
    /// A call of a function of progenitor's, whose hooks have the same attempts.
    #[doc(hidden)]
    pub fn new(
        attempts: Arc<Attempts>,
        sending: Result<impl Future<Output = Sent> + Send + 'static, NotBuilt>,
        decode: Decode<T, E>,
    ) -> Self {
        let operation = attempts.operation();
        let sending = match sending {
            Ok(sending) => Ok(Box::pin(sending) as Sending),
            Err(NotBuilt(why)) => Err(RequestError { operation, why }),
        };
        Self { attempts, sending: Some(sending), decode }
    }

    /// A call whose request is built without progenitor.
    #[doc(hidden)]
    pub fn direct(
        attempts: Arc<Attempts>,
        built: Result<RequestBuilder, RequestError>,
        decode: Decode<T, E>,
    ) -> Self {
        let request = built.and_then(RequestBuilder::build);
        let sending = request.map(|request| Box::pin(Arc::clone(&attempts).send(request)) as Sending);
        Self { attempts, sending: Some(sending), decode }
    }
}

impl<T, E> Future for Call<T, E> {
    type Output = Result<Reply<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut sending = match self.sending.take() {
            Some(Ok(sending)) => sending,
            Some(Err(error)) => return Poll::Ready(Err(Error::Request(error))),
            // A future is not polled again after its end.
            None => return Poll::Pending,
        };
        match sending.as_mut().poll(context) {
            Poll::Ready(sent) => Poll::Ready(self.attempts.conclude(Some(sent), self.decode)),
            Poll::Pending if self.attempts.has_ended() => {
                drop(sending);
                Poll::Ready(self.attempts.conclude(None, self.decode))
            }
            Poll::Pending => {
                self.sending = Some(Ok(sending));
                Poll::Pending
            }
        }
    }
}

/// Why no request can be made of what the caller gave.
#[derive(Debug)]
pub struct NotBuilt(pub(crate) String);
