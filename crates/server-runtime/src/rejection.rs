//! Why a request is not answered with a declared response of its operation.

use std::borrow::Cow;
use std::error::Error;
use std::time::Duration;

use super::{RateLimit, Violation};

/// An internal cause: logged, never sent.
pub type Cause = Box<dyn Error + Send + Sync + 'static>;

/// Why a request is rejected. `Security::reject` renders each in the vendor's envelope.
#[derive(Debug)]
pub enum Rejection {
    /// Who calls is not known.
    Unauthenticated(AuthenticationFailure),
    /// The caller is known and may not do this. The text is for `Security::reject`, which decides
    /// what of it is sent.
    Forbidden(Cow<'static, str>),
    /// The request does not fit its declaration. At least one violation.
    Invalid(Vec<Violation>),
    /// No operation has this path.
    UnknownPath,
    /// The path exists, the method does not.
    MethodNotAllowed {
        /// Methods that exist, as the `Allow` header wants them. The header itself is added after
        /// `Security::reject`.
        allow: &'static str,
    },
    /// The body is longer than the server takes.
    PayloadTooLarge {
        /// Most bytes that are taken.
        limit: usize,
    },
    /// The body's media type is not declared for the operation.
    UnsupportedMediaType {
        /// The `Content-Type` sent; `None` when it is missing or not text.
        sent: Option<String>,
        /// Declared media types.
        declared: &'static [&'static str],
    },
    /// The body is compressed or encoded in a way that the server does not undo. The header
    /// `Accept-Encoding` is added after `Security::reject`.
    UnsupportedContentEncoding {
        /// The `Content-Encoding` sent; `None` when it is not text.
        sent: Option<String>,
    },
    /// Too many calls.
    RateLimited(RateLimit),
    /// Too many calls at the same time.
    ConcurrencyLimited {
        /// Calls that may be in flight.
        limit: u64,
        /// Calls that may be started now.
        remaining: u64,
    },
    /// The work took too long.
    TimedOut,
    /// The operation was left out on purpose, for the reason given to
    /// [`not_implemented`](super::not_implemented).
    NotImplemented(&'static str),
    /// The service cannot work now.
    Unavailable {
        /// When to try again, if known.
        retry_after: Option<Duration>,
    },
    /// Something failed inside. The cause has been logged and must not be sent.
    Internal(Cause),
}

impl Rejection {
    /// An internal failure.
    pub fn internal(cause: impl Into<Cause>) -> Self {
        Self::Internal(cause.into())
    }

    /// The status that HTTP has for this. Vendors may choose another.
    #[must_use]
    pub fn usual_status(&self) -> u16 {
        match self {
            Self::Unauthenticated(_) => 401,
            Self::Forbidden(_) => 403,
            Self::Invalid(_) => 400,
            Self::UnknownPath => 404,
            Self::MethodNotAllowed { .. } => 405,
            Self::PayloadTooLarge { .. } => 413,
            Self::UnsupportedMediaType { .. } | Self::UnsupportedContentEncoding { .. } => 415,
            Self::RateLimited(_) | Self::ConcurrencyLimited { .. } => 429,
            Self::Internal(_) => 500,
            Self::NotImplemented(_) => 501,
            Self::Unavailable { .. } => 503,
            Self::TimedOut => 504,
        }
    }
}

/// What is wrong with the credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthenticationFailure {
    /// None of the declared alternatives is there as a whole.
    Missing,
    /// A credential is there but is not in its declared form, or is there twice.
    Malformed,
    /// The credentials are well formed and nobody's.
    Unknown,
    /// The credentials were somebody's.
    Expired,
}

/// What a handler returns when it has no declared response to give.
///
/// Every error converts into [`Fault::Internal`], so `?` works on the store's errors.
#[derive(Debug)]
pub enum Fault {
    /// The request is rejected.
    Rejected(Rejection),
    /// Something failed inside.
    Internal(Cause),
}

impl Fault {
    /// An internal failure that is described by a text alone.
    pub fn internal(cause: impl Into<Cause>) -> Self {
        Self::Internal(cause.into())
    }
}

impl From<Rejection> for Fault {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::Internal(Box::new(error))
    }
}

impl From<Fault> for Rejection {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Rejected(rejection) => rejection,
            Fault::Internal(cause) => Self::Internal(cause),
        }
    }
}
