//! What is known of a request besides its decoded contents.

use std::fmt;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, Method, Uri, request::Parts};

/// An operation as its document declares it.
#[derive(Debug, PartialEq, Eq)]
pub struct OperationInfo {
    /// `operationId`
    pub id: &'static str,
    /// Rust name: the field in `Handlers`.
    pub rust_name: &'static str,
    /// Method, in capitals.
    pub method: &'static str,
    /// Path template, without the servers' base path; after a `?`, what the query must have.
    pub path: &'static str,
    /// Alternatives, each the schemes that are needed together with their scopes.
    pub security: Alternatives,
}

/// Alternatives, each the schemes that are needed together with their scopes.
pub type Alternatives = &'static [&'static [(&'static str, &'static [&'static str])]];

impl OperationInfo {
    /// Puts the data of an operation together.
    #[must_use]
    pub const fn new(
        id: &'static str,
        rust_name: &'static str,
        method: &'static str,
        path: &'static str,
        security: Alternatives,
    ) -> Self {
        Self { id, rust_name, method, path, security }
    }
}

/// An operation's data as a static of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! operation {
    ($name:ident: $($argument:expr),*) => {
        pub static $name: $crate::OperationInfo = $crate::OperationInfo::new($($argument),*);
    };
}

/// A request as `Security` sees it.
///
/// `Debug` leaves the headers and the query out, because they may hold credentials.
pub struct RequestContext {
    /// The operation, when path and method are those of one.
    pub operation: Option<&'static OperationInfo>,
    /// Method
    pub method: Method,
    /// Address as sent, without the prefix that the router is nested under.
    pub uri: Uri,
    /// Headers
    pub headers: HeaderMap,
    /// What the server and its layers know of the request.
    pub extensions: Extensions,
    /// Whether the request has been found not to fit the operation, before anything was done with it.
    unfit: AtomicBool,
}

impl RequestContext {
    /// The context of a request for an operation.
    #[must_use]
    pub fn new(operation: Option<&'static OperationInfo>, parts: Parts) -> Self {
        Self {
            operation,
            method: parts.method,
            uri: parts.uri,
            headers: parts.headers,
            extensions: parts.extensions,
            unfit: AtomicBool::new(false),
        }
    }

    /// Notes that the request does not fit the operation: its caller may not do this, or its contents
    /// do not decode or are not valid.
    pub(crate) fn note_unfit(&self) {
        self.unfit.store(true, Ordering::Relaxed);
    }

    /// Whether that was noted. Asking forgets it.
    pub(crate) fn take_unfit(&mut self) -> bool {
        std::mem::take(self.unfit.get_mut())
    }

    /// Path as sent, percent-encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// The caller's address, when the server was started with
    /// `into_make_service_with_connect_info::<SocketAddr>()`.
    #[must_use]
    pub fn peer(&self) -> Option<SocketAddr> {
        self.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0)
    }

    /// The first value of a header, when it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl fmt::Debug for RequestContext {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RequestContext")
            .field("operation", &self.operation.map(|operation| operation.id))
            .field("method", &self.method)
            .field("path", &self.path())
            .field("peer", &self.peer())
            .finish_non_exhaustive()
    }
}
