//! One call: attempts, collecting the answer, decoding it.

use std::future::Future;
use std::time::{Duration, Instant, SystemTime};

use bytes::{Bytes, BytesMut};
use progenitor_client::{ByteStream as WireStream, ResponseValue};
use reqwest::header::HeaderMap;

use super::call::Decode;
use super::decode::Mismatch;
use super::error::{Declared, Error, RequestError, TransportError};
use super::operation::Operation;
use super::received::ReceivedResponse;
use super::response::{RawResponse, Reply};
use super::retry::Retry;
use super::stream::ByteStream;
use super::streamed::is_stream;

/// What a wire operation gives back: any status is a stream, on either side.
pub(crate) type Sent = Result<ResponseValue<WireStream>, progenitor_client::Error<WireStream>>;

/// How calls are made; the same for all operations of a client.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    pub(crate) retry: Retry,
    /// Time for one attempt. reqwest keeps to it by itself, except where an answer may be a stream.
    pub(crate) timeout: Duration,
    pub(crate) max_response_bytes: usize,
}

/// What one attempt brought.
enum Attempt {
    Answer(ReceivedResponse),
    /// The head arrived and the body is longer than allowed; it is cut.
    TooLong(RawResponse),
    Transport(TransportError),
    Request(RequestError),
}

impl Policy {
    /// Sends until there is an answer to keep, then decodes it by its status.
    pub(crate) async fn call<T, E, F>(
        &self,
        operation: &'static Operation,
        send: impl Fn() -> F,
        decode: Decode<T, E>,
    ) -> Result<Reply<T>, Error<E>>
    where
        F: Future<Output = Sent>,
    {
        let mut attempts = 0;
        let mut answer_was_lost = false;
        loop {
            attempts += 1;
            let wait = match self.attempt(operation, send()).await {
                Attempt::Answer(response) => match self.retry.wait_after(&response, attempts) {
                    Some(wait) => wait,
                    None => return conclude(response, decode, answer_was_lost),
                },
                Attempt::TooLong(response) => {
                    let why = format!("the body is longer than {} bytes", self.max_response_bytes);
                    return Err(Error::Malformed { response: Box::new(response), why });
                }
                Attempt::Transport(error) => {
                    let unsure = error.may_have_been_carried_out();
                    if !self.retry.again_after(attempts) || (unsure && !operation.repeatable()) {
                        return Err(Error::Transport(error));
                    }
                    answer_was_lost |= unsure;
                    self.retry.backoff(attempts)
                }
                Attempt::Request(error) => return Err(Error::Request(error)),
            };
            tokio::time::sleep(wait).await;
        }
    }

    async fn attempt(&self, operation: &'static Operation, sending: impl Future<Output = Sent>) -> Attempt {
        if operation.streams.is_empty() {
            return self.receive(operation, sending.await, None).await;
        }
        let begun = Instant::now();
        match tokio::time::timeout(self.timeout, sending).await {
            Ok(sent) => {
                let left = self.timeout.saturating_sub(begun.elapsed());
                self.receive(operation, sent, Some(left)).await
            }
            Err(elapsed) => Attempt::Transport(TransportError::timed_out(operation, None, elapsed)),
        }
    }

    /// Takes the answer in: as a whole, in the time that is left for it, or as a stream.
    async fn receive(&self, operation: &'static Operation, sent: Sent, left: Option<Duration>) -> Attempt {
        use progenitor_client::Error as Wire;
        let answer = match sent {
            Ok(answer) | Err(Wire::ErrorResponse(answer)) => answer,
            Err(Wire::UnexpectedResponse(response)) => ResponseValue::stream(response),
            Err(Wire::InvalidRequest(why) | Wire::Custom(why)) => {
                return Attempt::Request(RequestError { operation, why });
            }
            Err(Wire::InvalidResponsePayload(_, error)) => {
                return Attempt::Request(RequestError { operation, why: error.to_string() });
            }
            Err(
                Wire::CommunicationError(error)
                | Wire::ResponseBodyError(error)
                | Wire::InvalidUpgrade(error),
            ) => {
                if error.is_builder() {
                    let why = innermost(&error.without_url());
                    return Attempt::Request(RequestError { operation, why });
                }
                return Attempt::Transport(TransportError::new(operation, None, error));
            }
        };
        let received_at = SystemTime::now();
        let status = answer.status().as_u16();
        let headers = answer.headers().clone();
        let response =
            |headers: HeaderMap, body: Bytes| RawResponse { status, headers, body, received_at, operation };
        if is_stream(operation.streams, status, &headers) {
            let limit = self.max_response_bytes;
            let stream = ByteStream::new(answer.into_inner_stream(), operation, status, limit);
            return Attempt::Answer(ReceivedResponse::streamed(response(headers, Bytes::new()), stream));
        }
        let collected = match left {
            None => self.collect(answer).await,
            Some(left) => match tokio::time::timeout(left, self.collect(answer)).await {
                Ok(collected) => collected,
                Err(elapsed) => {
                    let error = TransportError::timed_out(operation, Some(status), elapsed);
                    return Attempt::Transport(error);
                }
            },
        };
        match collected {
            Ok((body, true)) => Attempt::Answer(ReceivedResponse::whole(response(headers, body))),
            Ok((body, false)) => Attempt::TooLong(response(headers, body)),
            Err(error) => Attempt::Transport(TransportError::new(operation, Some(status), error)),
        }
    }

    /// The body, and whether it is whole.
    async fn collect(&self, answer: ResponseValue<WireStream>) -> reqwest::Result<(Bytes, bool)> {
        let limit = self.max_response_bytes;
        let mut stream = answer.into_inner_stream();
        let mut next = async || std::future::poll_fn(|cx| stream.as_mut().poll_next(cx)).await;
        // Nearly every answer is one chunk, which needs no copy.
        let Some(first) = next().await.transpose()? else {
            return Ok((Bytes::new(), true));
        };
        if first.len() > limit {
            return Ok((first.slice(..limit), false));
        }
        let Some(second) = next().await.transpose()? else {
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
            match next().await.transpose()? {
                Some(more) => chunk = more,
                None => return Ok((whole.freeze(), true)),
            }
        }
    }
}

fn conclude<T, E>(
    response: ReceivedResponse,
    decode: Decode<T, E>,
    answer_was_lost: bool,
) -> Result<Reply<T>, Error<E>> {
    let decoded = decode(&response);
    let response = response.into_raw();
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

/// reqwest's own text says only that building failed; the reason is at the end of the chain.
pub(super) fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
