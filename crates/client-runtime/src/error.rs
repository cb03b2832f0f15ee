//! Everything other than a successful answer.

use std::fmt;
use std::ops::Deref;

use super::operation::Operation;
use super::rate_limit::RateLimit;
use super::response::{RawResponse, Reply};

/// Why a call did not succeed. `E` is the operation's own enum of declared error answers.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The server gave an answer that the document declares and that is not a success.
    Declared(Box<Declared<E>>),
    /// A removal was sent, its answer was lost, and on the next attempt the server said that there
    /// is nothing to remove. So it is gone, most likely by the first attempt. Only calls with a
    /// [`Retry`](super::Retry) can end so; [`RemovalResult::or_already_gone`] makes it a success.
    AlreadyGone(Box<Declared<E>>),
    /// The server answered with a status that the document does not declare.
    Undeclared(Box<RawResponse>),
    /// The status is declared, but the rest of the answer is not as declared for it.
    Malformed {
        /// The answer as it came.
        response: Box<RawResponse>,
        /// What does not fit.
        why: String,
    },
    /// There is no complete answer.
    Transport(TransportError),
    /// Nothing was sent, because no request can be made of what the caller gave.
    Request(RequestError),
}

/// A declared error answer: the typed value, and everything that came with it.
#[derive(Clone, Debug)]
pub struct Declared<E> {
    /// Typed by status.
    pub error: E,
    /// The answer as it came: status, all headers, bytes.
    pub response: RawResponse,
}

impl<E> Deref for Declared<E> {
    type Target = E;

    fn deref(&self) -> &E {
        &self.error
    }
}

impl<E> Error<E> {
    /// The answer as it came, when there is a complete one.
    #[must_use]
    pub fn response(&self) -> Option<&RawResponse> {
        match self {
            Self::Declared(declared) | Self::AlreadyGone(declared) => Some(&declared.response),
            Self::Undeclared(response) | Self::Malformed { response, .. } => Some(response),
            Self::Transport(_) | Self::Request(_) => None,
        }
    }

    /// The status of the answer, when at least its head arrived.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Transport(error) => error.status,
            _ => self.response().map(|response| response.status),
        }
    }

    /// The vendor's rate limit, when the answer says something of it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.response()?.rate_limit()
    }

    /// Does the answer say, in the words that the document marks so, that the thing to remove is
    /// not there? True of [`Error::AlreadyGone`], and of the same answer without a lost one before.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        match self {
            Self::AlreadyGone(_) => true,
            Self::Declared(declared) => declared.response.operation.says_gone(&declared.response.body),
            _ => false,
        }
    }

    /// The declared error, when it is one.
    #[must_use]
    pub fn declared(&self) -> Option<&E> {
        match self {
            Self::Declared(declared) | Self::AlreadyGone(declared) => Some(&declared.error),
            _ => None,
        }
    }

    fn operation(&self) -> &'static Operation {
        match self {
            Self::Transport(error) => error.operation,
            Self::Request(error) => error.operation,
            Self::Declared(declared) | Self::AlreadyGone(declared) => declared.response.operation,
            Self::Undeclared(response) | Self::Malformed { response, .. } => response.operation,
        }
    }
}

impl<E: fmt::Debug> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Operation { method, path, .. } = self.operation();
        write!(f, "{method} {path}: ")?;
        match self {
            Self::Declared(declared) => {
                let response = &declared.response;
                let error = &declared.error;
                write!(f, "the server answered {}: {error:?}", response.status_line())?;
                advice(f, response)
            }
            Self::AlreadyGone(_) => f.write_str(
                "already gone: the answer to an earlier attempt was lost, and now the server says \
                 that there is nothing to remove. Nothing needs to be done",
            ),
            Self::Undeclared(response) => {
                let status = response.status_line();
                let size = response.body.len();
                let kind = response.content_type().unwrap_or("no content type");
                write!(
                    f,
                    "the server answered {status}, which the document does not declare ({kind}, \
                     {size} bytes)"
                )?;
                match response.status {
                    300..=399 => f.write_str(". Redirects are not followed: correct the server URL"),
                    _ => advice(f, response),
                }
            }
            Self::Malformed { response, why } => {
                let status = response.status_line();
                write!(f, "the server answered {status}, but not as the document declares it: {why}")?;
                if (200..300).contains(&response.status) {
                    f.write_str(". The call itself succeeded")?;
                }
                f.write_str(". Correct the document, or tell the vendor")
            }
            Self::Transport(error) => error.describe(f),
            Self::Request(error) => write!(f, "nothing was sent: {}", error.why),
        }
    }
}

/// What to do about a status, where that is clear.
fn advice(f: &mut fmt::Formatter<'_>, response: &RawResponse) -> fmt::Result {
    match response.status {
        401 => f.write_str(". Check the credentials"),
        403 => f.write_str(". The credentials are known, but may not do this"),
        429 | 503 => match response.retry_at() {
            Some(moment) => {
                let wait = moment.duration_since(std::time::SystemTime::now()).unwrap_or_default();
                write!(f, ". Try again in {} seconds", wait.as_secs().saturating_add(1))
            }
            None => f.write_str(". Try again later"),
        },
        500..=599 => f.write_str(". The fault is on the server's side"),
        _ => Ok(()),
    }
}

impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => std::error::Error::source(error),
            _ => None,
        }
    }
}

/// No complete answer arrived.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) operation: &'static Operation,
    pub(crate) kind: TransportKind,
    pub(crate) status: Option<u16>,
    pub(crate) cause: Box<dyn std::error::Error + Send + Sync>,
}

/// What went wrong on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportKind {
    /// No connection: the server saw nothing of the request.
    Connect,
    /// The time ran out. The server may have carried the request out.
    Timeout,
    /// The connection ended early. The server may have carried the request out.
    Lost,
}

impl TransportError {
    /// `cause` loses its URL, because a query string may hold credentials.
    pub(crate) fn new(operation: &'static Operation, status: Option<u16>, cause: reqwest::Error) -> Self {
        let kind = if cause.is_connect() {
            TransportKind::Connect
        } else if cause.is_timeout() {
            TransportKind::Timeout
        } else {
            TransportKind::Lost
        };
        Self { operation, kind, status, cause: Box::new(cause.without_url()) }
    }

    /// The time of the attempt ran out.
    pub(crate) fn timed_out(
        operation: &'static Operation,
        status: Option<u16>,
        cause: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self { operation, kind: TransportKind::Timeout, status, cause: cause.into() }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> TransportKind {
        self.kind
    }

    /// Whether the server may have carried the request out.
    #[must_use]
    pub fn may_have_been_carried_out(&self) -> bool {
        self.kind != TransportKind::Connect
    }

    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TransportKind::Connect => f.write_str(
                "the server cannot be reached, nothing was sent. Check the server URL and the network",
            )?,
            TransportKind::Timeout => f.write_str(
                "no complete answer arrived in time, and the server may have carried the request \
                 out. Ask it before sending the request again, or allow more time",
            )?,
            TransportKind::Lost => f.write_str(
                "the connection ended before the answer was complete, and the server may have \
                 carried the request out. Ask it before sending the request again",
            )?,
        }
        let mut cause: &dyn std::error::Error = &*self.cause;
        while let Some(deeper) = cause.source() {
            cause = deeper;
        }
        write!(f, " ({cause})")
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe(f)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.cause)
    }
}

/// No request can be made of what the caller gave.
#[derive(Debug)]
pub struct RequestError {
    pub(crate) operation: &'static Operation,
    pub(crate) why: String,
}

impl RequestError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for RequestError {}

impl<E> From<RequestError> for Error<E> {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

/// How a removal ended well. It claims no more than the answer says.
#[derive(Clone, Debug)]
pub enum Removal<T> {
    /// The server removed it and said so.
    Removed(T),
    /// The server has accepted the removal, and may settle it only later: its status is 202, or the
    /// document says so with `x-accepted`.
    Accepted(T),
    /// An earlier attempt, whose answer was lost, had removed it.
    AlreadyGone,
}

/// For those who only want to know that it is gone.
pub trait RemovalResult<T, E> {
    /// Makes [`Error::AlreadyGone`] a success.
    ///
    /// # Errors
    ///
    /// Every other error, as it is.
    fn or_already_gone(self) -> Result<Removal<T>, Error<E>>;
}

impl<T, E> RemovalResult<T, E> for Result<Reply<T>, Error<E>> {
    fn or_already_gone(self) -> Result<Removal<T>, Error<E>> {
        match self {
            Ok(reply) if reply.is_only_accepted() => Ok(Removal::Accepted(reply.into_inner())),
            Ok(reply) => Ok(Removal::Removed(reply.into_inner())),
            Err(Error::AlreadyGone(_)) => Ok(Removal::AlreadyGone),
            Err(error) => Err(error),
        }
    }
}
