//! A call that is put together and not yet sent.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use progenitor_client::ResponseValue;
use reqwest::{Request, RequestBuilder, StatusCode};

use super::attempts::{Policy, Sent};
use super::client_builder::Parts;
use super::credentials::CredentialStore;
use super::decode::Decoded;
use super::error::{Error, RequestError};
use super::operation::Operation;
use super::received::ReceivedResponse;
use super::response::Reply;

/// From a raw answer to the types that are declared for its status.
pub type Decode<T, E> = fn(&ReceivedResponse) -> Decoded<T, E>;

/// A request as an operation's method builds it.
pub type Built = Result<RequestBuilder, NotBuilt>;

type Running<T, E> = Pin<Box<dyn Future<Output = Result<Reply<T>, Error<E>>> + Send>>;

/// A call that is put together: nothing is sent before it is awaited.
///
/// It borrows nothing, so it can be spawned, joined with others, or given a time limit.
#[must_use = "nothing is sent before the call is awaited"]
pub struct Call<T, E> {
    state: State<T, E>,
}

enum State<T, E> {
    Ready(Box<Ready<T, E>>),
    Running(Running<T, E>),
    Done,
}

struct Ready<T, E> {
    shared: Arc<Shared>,
    operation: &'static Operation,
    request: Result<Request, RequestError>,
    decode: Decode<T, E>,
}

/// What all calls of a client share.
#[derive(Debug)]
pub struct Shared {
    http: reqwest::Client,
    credentials: CredentialStore,
    policy: Policy,
}

impl Shared {
    /// What the builder has put together.
    #[must_use]
    pub fn new(parts: &Parts) -> Self {
        Self {
            http: parts.http.clone(),
            credentials: parts.credentials.clone(),
            policy: parts.policy.clone(),
        }
    }
}

impl<T, E> fmt::Debug for Call<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = match &self.state {
            State::Ready(ready) => Some(ready.operation.id),
            State::Running(_) | State::Done => None,
        };
        f.debug_struct("Call").field("operation", &operation).finish_non_exhaustive()
    }
}

impl<T, E> Call<T, E> {
    #[doc(hidden)]
    pub fn new(
        shared: &Arc<Shared>,
        operation: &'static Operation,
        built: Built,
        decode: Decode<T, E>,
    ) -> Self {
        let request = built
            .and_then(|builder| builder.build().map_err(NotBuilt::from))
            .map_err(|NotBuilt(why)| RequestError { operation, why });
        let ready = Ready { shared: Arc::clone(shared), operation, request, decode };
        Self { state: State::Ready(Box::new(ready)) }
    }
}

impl<T: Send + 'static, E: Send + 'static> Future for Call<T, E> {
    type Output = Result<Reply<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let state = std::mem::replace(&mut self.state, State::Done);
        let mut running = match state {
            State::Ready(ready) => Box::pin(ready.run()),
            State::Running(running) => running,
            // A future is not polled again after its end.
            State::Done => return Poll::Pending,
        };
        let poll = running.as_mut().poll(context);
        if poll.is_pending() {
            self.state = State::Running(running);
        }
        poll
    }
}

impl<T, E> Ready<T, E> {
    async fn run(self: Box<Self>) -> Result<Reply<T>, Error<E>> {
        let Self { shared, operation, request, decode } = *self;
        let request = request?;
        let send = || attempt(&shared, operation, &request);
        shared.policy.call(operation, send, decode).await
    }
}

/// Sends the request once; it is kept for another attempt.
async fn attempt(shared: &Shared, operation: &'static Operation, request: &Request) -> Sent {
    let Some(mut request) = request.try_clone() else {
        return Err(progenitor_client::Error::InvalidRequest("the body cannot be sent".to_owned()));
    };
    let again = request.try_clone();
    shared.credentials.authorize(operation, &mut request);
    if !operation.streams.is_empty() {
        // reqwest's time would cut a stream. The policy looks to the head and to other answers.
        *request.timeout_mut() = Some(NO_TIMEOUT);
    }
    let response = shared.http.execute(request).await?;
    if response.status() == StatusCode::UNAUTHORIZED
        && let Some(mut again) = again
        && shared.credentials.answer(operation, response.headers(), &mut again)
    {
        if !operation.streams.is_empty() {
            *again.timeout_mut() = Some(NO_TIMEOUT);
        }
        return Ok(ResponseValue::stream(shared.http.execute(again).await?));
    }
    Ok(ResponseValue::stream(response))
}

/// Longer than any answer; a request cannot say that it has no timeout.
const NO_TIMEOUT: Duration = Duration::from_hours(100 * 365 * 24);

/// Why no request can be made of what the caller gave.
#[derive(Debug)]
pub struct NotBuilt(pub(crate) String);

impl From<RequestError> for NotBuilt {
    fn from(error: RequestError) -> Self {
        Self(error.why)
    }
}

impl From<reqwest::Error> for NotBuilt {
    fn from(error: reqwest::Error) -> Self {
        Self(super::attempts::innermost(&error.without_url()))
    }
}

impl From<reqwest::header::InvalidHeaderValue> for NotBuilt {
    fn from(_: reqwest::header::InvalidHeaderValue) -> Self {
        Self("a parameter cannot be sent in a header".to_owned())
    }
}
