//! The attempts of a call: credentials, time limits, retries, and the answer that is kept.
//!
//! progenitor's functions come here through their hooks, our own requests directly.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use bytes::{Bytes, BytesMut};
use progenitor_client::{ByteStream as Body, ResponseValue};
use reqwest::header::{ACCEPT, Entry, HeaderName, HeaderValue};
use reqwest::{Request, Response, StatusCode, Url};
use unplug_wire::media_type::JSON;

use super::client_builder::Parts;
use super::credentials::CredentialStore;
use super::error::{Declared, Error, RequestError, TransportError};
use super::mismatch::Mismatch;
use super::operation::Operation;
use super::policy::Policy;
use super::received::{Decode, ReceivedResponse};
use super::response::{RawResponse, Reply};
use super::stream::ByteStream;
use super::streamed::is_stream;

/// What progenitor's functions return: whatever the status, the body is a stream.
pub type Sent = Result<ResponseValue<Body>, progenitor_client::Error<Body>>;

/// The header that progenitor adds to every request.
const API_VERSION: HeaderName = HeaderName::from_static("api-version");

/// Longer than any answer; a request cannot say that it has no time limit.
const NO_TIMEOUT: Duration = Duration::from_hours(100 * 365 * 24);

/// What all calls of a client share.
#[derive(Debug)]
pub struct Shared {
    http: reqwest::Client,
    /// One per group of operations.
    base_urls: Vec<String>,
    credentials: CredentialStore,
    policy: Policy,
}

impl Shared {
    /// What the builder hands over.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { http, base_urls, credentials, policy } = parts;
        Self { http, base_urls, credentials, policy }
    }

    /// The base URL of a group of operations, without a slash at its end.
    #[must_use]
    pub fn base_url(&self, group: usize) -> &str {
        self.base_urls.get(group).map_or("", String::as_str)
    }

    /// The HTTP client.
    #[must_use]
    pub fn http(&self) -> &reqwest::Client {
        &self.http
    }
}

/// The attempts of one call. It is the inner value of progenitor's client, whose `exec` hook calls
/// [`Attempts::execute`].
pub struct Attempts {
    shared: Arc<Shared>,
    operation: &'static Operation,
    ended: Mutex<Option<Ended>>,
}

/// How the attempts ended.
struct Ended {
    outcome: Outcome,
    /// Whether the answer to an earlier attempt was lost.
    answer_was_lost: bool,
}

/// What one attempt brought.
enum Outcome {
    /// An answer with its whole body.
    Whole(RawResponse),
    /// The head of an answer whose body is a stream.
    Stream(RawResponse),
    /// The body is longer than allowed; it is cut.
    TooLong(RawResponse),
    Transport(TransportError),
    Request(RequestError),
}

/// What an attempt brought, and the response when its body is still to come.
type Attempted = (Outcome, Option<Box<Response>>);

impl fmt::Debug for Attempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempts").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}

impl Attempts {
    /// The attempts of a call that has not been sent.
    #[must_use]
    pub fn new(shared: &Arc<Shared>, operation: &'static Operation) -> Arc<Self> {
        Arc::new(Self { shared: Arc::clone(shared), operation, ended: Mutex::new(None) })
    }

    /// The operation that is called.
    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The base URL of the operation.
    pub(crate) fn base_url(&self) -> &str {
        self.shared.base_url(self.operation.server_group)
    }

    /// Corrects what progenitor writes otherwise than the document says: the header that it adds, and
    /// the path. There it would leave reserved characters as they are, and a backslash, which is a
    /// slash to URL parsers. So it gets its segments percent-encoded, and encodes their `%` again.
    pub fn correct(&self, request: &mut Request) {
        let headers = request.headers_mut();
        if headers.len() == 1 {
            // Nearly always it is the only one, and the room for it is used again.
            if headers.keys().all(|name| name == API_VERSION) {
                headers.clear();
            }
        } else if headers.len() == headers.keys_len() {
            headers.remove(API_VERSION);
        } else if let Entry::Occupied(entry) = headers.entry(API_VERSION) {
            // One that the document declares stands after progenitor's own.
            let declared: Vec<_> = entry.remove_entry_mult().1.skip(1).collect();
            for value in declared {
                headers.append(API_VERSION, value);
            }
        }
        let path = request.url().path();
        if path.contains("%25") {
            let base_path =
                Url::parse(self.base_url()).map_or(0, |url| url.path().trim_end_matches('/').len());
            let (base, path) = path.split_at_checked(base_path).unwrap_or(("", path));
            let path = format!("{base}{}", path.replace("%25", "%"));
            request.url_mut().set_path(&path);
        }
    }

    /// Sends a request that progenitor did not build.
    pub(crate) async fn send(self: Arc<Self>, request: Request) -> Sent {
        Ok(ResponseValue::stream(self.execute(request).await?))
    }

    /// Sends until there is an outcome to keep, and keeps it for [`Attempts::conclude`]. It returns
    /// only a response whose body is still to come, for the caller to make a stream of. Otherwise the
    /// call has ended with what is kept, and the future that waits here is dropped with it.
    ///
    /// # Errors
    /// None; the signature is that of progenitor's hook.
    pub fn execute(&self, mut request: Request) -> impl Future<Output = reqwest::Result<Response>> + Send {
        if let Entry::Vacant(entry) = request.headers_mut().entry(ACCEPT)
            && let Some(accept) = accepted(self.operation)
        {
            entry.insert(accept);
        }
        if !self.operation.streams.is_empty() {
            // reqwest's time would cut a stream. The attempt looks to the head and to other answers.
            *request.timeout_mut() = Some(NO_TIMEOUT);
        }
        // What waits holds no request but those that may be needed again, so that it stays small.
        let mut next = self.next_after(1, &request);
        let mut sending = self.send_once(request);
        async move {
            let (mut attempts, mut answer_was_lost) = (1, false);
            loop {
                let (outcome, rest) = self.attempt(sending).await;
                if let Some(request) = next
                    && let Some(wait) = self.wait_after(&outcome, attempts)
                {
                    answer_was_lost |= outcome.is_lost();
                    drop((outcome, rest));
                    tokio::time::sleep(wait).await;
                    attempts += 1;
                    next = self.next_after(attempts, &request);
                    sending = self.send_once(*request);
                    continue;
                }
                self.keep(Ended { outcome, answer_was_lost });
                return match rest {
                    Some(rest) => Ok(*rest),
                    None => std::future::pending().await,
                };
            }
        }
    }

    fn keep(&self, ended: Ended) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
    }

    /// The request for another attempt, when there may be one after this many.
    fn next_after(&self, attempts: u32, request: &Request) -> Option<Box<Request>> {
        if self.shared.policy.retry.again_after(attempts) { request.try_clone().map(Box::new) } else { None }
    }

    /// Whether nothing more is to come than what is kept.
    pub(crate) fn has_ended(&self) -> bool {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        ended.as_ref().is_some_and(|ended| !matches!(ended.outcome, Outcome::Stream(_)))
    }

    /// How long to wait before another attempt; `None` when the outcome is to be kept.
    fn wait_after(&self, outcome: &Outcome, attempts: u32) -> Option<Duration> {
        let retry = &self.shared.policy.retry;
        match outcome {
            Outcome::Whole(response) | Outcome::Stream(response) => retry.wait_after(response, attempts),
            Outcome::Transport(_) => {
                (!outcome.is_lost() || self.operation.repeatable()).then(|| retry.backoff(attempts))
            }
            Outcome::TooLong(_) | Outcome::Request(_) => None,
        }
    }

    /// Sends with credentials, and once more where one of them can answer the server's challenge.
    fn send_once(&self, mut request: Request) -> impl Future<Output = reqwest::Result<Response>> + Send {
        let Shared { http, credentials, .. } = &*self.shared;
        let answers = credentials.answers_challenges(self.operation);
        let again = if answers { request.try_clone().map(Box::new) } else { None };
        credentials.authorize(self.operation, &mut request);
        let sending = http.execute(request);
        async move {
            let response = sending.await?;
            if response.status() == StatusCode::UNAUTHORIZED
                && let Some(mut again) = again
                && credentials.answer(self.operation, response.headers(), &mut again)
            {
                return http.execute(*again).await;
            }
            Ok(response)
        }
    }

    /// One attempt. Beside the outcome stands the response, when its body is a stream.
    async fn attempt(&self, sending: impl Future<Output = reqwest::Result<Response>>) -> Attempted {
        if !self.operation.streams.is_empty() {
            return Box::pin(self.attempt_stream(sending)).await;
        }
        match sending.await {
            Ok(mut response) => {
                let received_at = SystemTime::now();
                let collected = collect(&mut response, self.shared.policy.max_response_bytes).await;
                (self.collected(collected, self.head(&mut response, received_at)), None)
            }
            Err(error) => (self.not_received(error), None),
        }
    }

    /// An attempt whose answer may be a stream, of which only the head has to come in time.
    async fn attempt_stream(&self, sending: impl Future<Output = reqwest::Result<Response>>) -> Attempted {
        let (begun, timeout) = (Instant::now(), self.shared.policy.timeout);
        let timed_out =
            |status, elapsed| Outcome::Transport(TransportError::timed_out(self.operation, status, elapsed));
        let mut response = match tokio::time::timeout(timeout, sending).await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => return (self.not_received(error), None),
            Err(elapsed) => return (timed_out(None, elapsed), None),
        };
        let raw = self.head(&mut response, SystemTime::now());
        if is_stream(self.operation.streams, raw.status, &raw.headers) {
            return (Outcome::Stream(raw), Some(Box::new(response)));
        }
        let left = timeout.saturating_sub(begun.elapsed());
        let collecting = collect(&mut response, self.shared.policy.max_response_bytes);
        match tokio::time::timeout(left, collecting).await {
            Ok(collected) => (self.collected(collected, raw), None),
            Err(elapsed) => (timed_out(Some(raw.status), elapsed), None),
        }
    }

    /// Why there is no answer.
    fn not_received(&self, error: reqwest::Error) -> Outcome {
        let operation = self.operation;
        if error.is_builder() {
            return Outcome::Request(RequestError { operation, why: innermost(&error.without_url()) });
        }
        Outcome::Transport(TransportError::new(operation, None, error))
    }

    /// The answer without its body.
    fn head(&self, response: &mut Response, received_at: SystemTime) -> RawResponse {
        let status = response.status().as_u16();
        let headers = std::mem::take(response.headers_mut());
        RawResponse { status, headers, body: Bytes::new(), received_at, operation: self.operation }
    }

    /// The answer with its body, of which is known whether it is whole.
    fn collected(&self, body: reqwest::Result<(Bytes, bool)>, mut raw: RawResponse) -> Outcome {
        match body {
            Ok((body, whole)) => {
                raw.body = body;
                if whole { Outcome::Whole(raw) } else { Outcome::TooLong(raw) }
            }
            Err(error) => Outcome::Transport(TransportError::new(self.operation, Some(raw.status), error)),
        }
    }

    /// Decodes what the attempts brought. `sent` has the body, when that is a stream, or the reason
    /// why there was no attempt; it is `None` when [`Attempts::has_ended`].
    pub(crate) fn conclude<T, E>(
        &self,
        sent: Option<Sent>,
        decode: Decode<T, E>,
    ) -> Result<Reply<T>, Error<E>> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Ended { outcome, answer_was_lost }) = ended else {
            return Err(Error::Request(not_sent(self.operation, sent)));
        };
        let limit = self.shared.policy.max_response_bytes;
        let received = match outcome {
            Outcome::Whole(response) => ReceivedResponse::whole(response),
            Outcome::Stream(response) => match sent {
                Some(Ok(answer) | Err(progenitor_client::Error::ErrorResponse(answer))) => {
                    let body = answer.into_inner_stream();
                    let policy = &self.shared.policy;
                    let stream = ByteStream::new(body, &response, policy);
                    ReceivedResponse::streamed(response, stream)
                }
                _ => ReceivedResponse::whole(response),
            },
            Outcome::TooLong(response) => {
                let why = format!("the body is longer than {limit} bytes");
                return Err(Error::Malformed { response: Box::new(response), why });
            }
            Outcome::Transport(error) => return Err(Error::Transport(error)),
            Outcome::Request(error) => return Err(Error::Request(error)),
        };
        let decoded = decode(&received);
        let response = received.into_raw();
        match decoded {
            Ok(Ok(value)) => Ok(Reply { value, response }),
            Ok(Err(error)) => {
                let gone = answer_was_lost && response.operation.says_gone(&response.body);
                let declared = Box::new(Declared { error, response });
                Err(if gone { Error::AlreadyGone(declared) } else { Error::Declared(declared) })
            }
            Err(Mismatch::Undeclared) => Err(Error::Undeclared(Box::new(response))),
            Err(Mismatch::Malformed(why)) => Err(Error::Malformed { response: Box::new(response), why }),
        }
    }
}

impl Outcome {
    /// Whether the request may have been carried out without an answer.
    fn is_lost(&self) -> bool {
        matches!(self, Self::Transport(error) if error.may_have_been_carried_out())
    }
}

/// What `Accept` says. The usual value needs no check for every call.
fn accepted(operation: &Operation) -> Option<HeaderValue> {
    const ACCEPT_JSON: HeaderValue = HeaderValue::from_static(JSON);
    if operation.accept == JSON { Some(ACCEPT_JSON) } else { HeaderValue::from_str(operation.accept).ok() }
}

/// The body, and whether it is whole.
async fn collect(response: &mut Response, limit: usize) -> reqwest::Result<(Bytes, bool)> {
    // Nearly every answer is one chunk, which needs no copy, and says how long it is, so that
    // nobody has to wait for an end.
    if nothing_is_left(response) {
        return Ok((Bytes::new(), true));
    }
    let Some(first) = response.chunk().await? else {
        return Ok((Bytes::new(), true));
    };
    if first.len() > limit {
        return Ok((first.slice(..limit), false));
    }
    if nothing_is_left(response) {
        return Ok((first, true));
    }
    let Some(second) = response.chunk().await? else {
        return Ok((first, true));
    };
    let mut whole = BytesMut::from(first);
    let mut chunk = second;
    loop {
        if chunk.len() > limit - whole.len() {
            whole.extend_from_slice(&chunk[..limit - whole.len()]);
            return Ok((whole.freeze(), false));
        }
        whole.extend_from_slice(&chunk);
        match response.chunk().await? {
            Some(more) => chunk = more,
            None => return Ok((whole.freeze(), true)),
        }
    }
}

/// Whether all bytes have come that the answer said it has.
fn nothing_is_left(response: &Response) -> bool {
    response.content_length() == Some(0)
}

/// Why a function of progenitor's did not come to its hooks.
fn not_sent(operation: &'static Operation, sent: Option<Sent>) -> RequestError {
    let why = match sent {
        Some(Err(progenitor_client::Error::CommunicationError(error))) => innermost(&error.without_url()),
        // The only thing of a request that it checks by itself.
        _ => "a parameter cannot be sent in a header".to_owned(),
    };
    RequestError { operation, why }
}

/// reqwest's own text says only that building failed; the reason is at the end of the chain.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
