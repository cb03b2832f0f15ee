//! What went over the wire.

use bytes::Bytes;
use http::{Request, Response};

/// A request and the answer to it, as recorded.
///
/// The URI of the request may be absolute or only path and query; scheme and host are not looked
/// at. Bodies are the bytes after any transfer encoding was undone.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request.
    pub request: Request<Bytes>,
    /// The answer.
    pub response: Response<Bytes>,
}

impl Exchange {
    /// Puts a request and its answer together.
    pub fn new(request: Request<impl Into<Bytes>>, response: Response<impl Into<Bytes>>) -> Self {
        Self { request: request.map(Into::into), response: response.map(Into::into) }
    }
}
