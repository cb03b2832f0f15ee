//! Answers: raw, and decoded.

use std::fmt;
use std::ops::Deref;
use std::time::SystemTime;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use serde::de::DeserializeOwned;

use super::header::from_text;
use super::operation::Operation;
use super::rate_limit::{self, RateLimit};

/// An answer as it came over the wire.
///
/// `Debug` shows neither header values nor the body, because both may hold credentials.
#[derive(Clone)]
pub struct RawResponse {
    /// Status code.
    pub status: u16,
    /// All headers, declared or not.
    pub headers: HeaderMap,
    /// The body, whatever it is.
    pub body: Bytes,
    /// When the head of the answer arrived, by this machine's clock.
    pub received_at: SystemTime,
    pub(crate) operation: &'static Operation,
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("operation", &self.operation.id)
            .field("status", &self.status)
            .field("headers", &self.headers.keys().map(reqwest::header::HeaderName::as_str).collect::<Vec<_>>())
            .field("content_type", &self.content_type())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// Why an answer does not fit the document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Mismatch {
    /// The status is not declared.
    Undeclared,
    /// The status is declared, and the rest is not as declared for it.
    Malformed(String),
}

/// What a generated decoder makes of an answer.
pub(crate) type Decoded<T, E> = Result<Result<T, E>, Mismatch>;

impl RawResponse {
    /// The operation that was answered.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// `Content-Type` as sent; `None` when there is none or it is not text.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The vendor's rate limit, in whichever dialect the document describes.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        let fields = self.operation.rate_limit;
        rate_limit::read(fields, &self.headers, &self.body, self.received_at)
    }

    /// When the server asks to come back: `Retry-After`, else the end of the rate limit's period.
    #[must_use]
    pub fn retry_at(&self) -> Option<SystemTime> {
        let standard = self.headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        standard
            .and_then(|text| rate_limit::moment_of_retry_after(text, self.received_at))
            .or_else(|| self.rate_limit()?.resets_at)
    }

    /// The status with its standard words, for people.
    pub(crate) fn status_line(&self) -> String {
        let reason = StatusCode::from_u16(self.status).ok().and_then(|s| s.canonical_reason());
        match reason {
            Some(reason) => format!("{} {reason}", self.status),
            None => self.status.to_string(),
        }
    }

    /// Which of the declared media types the answer has. An answer that names none is taken to be
    /// the first one: it then decodes or is malformed.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is none of them, or when there is no body at all.
    pub(crate) fn content(&self, declared: &[&str]) -> Result<usize, Mismatch> {
        if self.body.is_empty() {
            let wanted = declared.join(" or ");
            return Err(Mismatch::Malformed(format!("the body is empty, {wanted} was expected")));
        }
        let Some(sent) = self.headers.get(CONTENT_TYPE) else {
            return Ok(0);
        };
        let sent = sent.to_str().unwrap_or_default();
        let essence = sent.split(';').next().unwrap_or_default().trim();
        let exact = declared.iter().position(|media_type| essence_matches(media_type, essence));
        exact.ok_or_else(|| {
            let wanted = declared.join(" or ");
            Mismatch::Malformed(format!("the body is {essence:?}, {wanted} was expected"))
        })
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not JSON, or not of this type.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        serde_json::from_slice(&self.body)
            .map_err(|error| Mismatch::Malformed(format!("the JSON body does not fit: {error}")))
    }

    /// Decodes the body as text.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not UTF-8.
    pub(crate) fn text(&self) -> Result<String, Mismatch> {
        std::str::from_utf8(&self.body)
            .map(str::to_owned)
            .map_err(|error| Mismatch::Malformed(format!("the text body is not UTF-8: {error}")))
    }

    /// Decodes the body as an HTML form.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not of this type.
    pub(crate) fn form<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        serde_urlencoded::from_bytes(&self.body)
            .map_err(|error| Mismatch::Malformed(format!("the form body does not fit: {error}")))
    }

    /// A multipart body is not decoded.
    ///
    /// # Errors
    ///
    /// Always [`Mismatch::Malformed`]; the bytes are in [`RawResponse::body`].
    pub(crate) fn multipart<T>(&self) -> Result<T, Mismatch> {
        Err(Mismatch::Malformed("a multipart body is not decoded; its bytes are kept".to_owned()))
    }

    /// Decodes a header that may be absent. One that cannot be decoded counts as absent: an
    /// answer is not thrown away for it, and [`RawResponse::headers`] still has it.
    pub(crate) fn header<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.required_header(name).ok()
    }

    /// Decodes a header that must be there. Lines of the same name are joined as HTTP has it.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is absent or cannot be decoded.
    pub(crate) fn required_header<T: DeserializeOwned>(&self, name: &str) -> Result<T, Mismatch> {
        let mut lines = self.headers.get_all(name).iter();
        let missing = || Mismatch::Malformed(format!("the header {name} is missing"));
        let first = lines.next().ok_or_else(missing)?.to_str().unwrap_or_default();
        let mut text = std::borrow::Cow::Borrowed(first);
        for line in lines {
            let joined = text.to_mut();
            joined.push_str(", ");
            joined.push_str(line.to_str().unwrap_or_default());
        }
        from_text(&text)
            .map_err(|error| Mismatch::Malformed(format!("the header {name} does not fit: {error}")))
    }
}

/// `application/*` and `*/*` in a document are ranges.
fn essence_matches(declared: &str, sent: &str) -> bool {
    let declared = declared.split(';').next().unwrap_or_default().trim();
    match declared.strip_suffix("/*") {
        Some("*") => true,
        Some(family) => sent.split('/').next().is_some_and(|sent| sent.eq_ignore_ascii_case(family)),
        None => declared.eq_ignore_ascii_case(sent),
    }
}

/// A successful answer: the typed value, and everything that came with it.
///
/// It dereferences to the value, so `reply.body` is the typed body.
#[derive(Clone, Debug)]
pub struct Reply<T> {
    pub(crate) value: T,
    pub(crate) response: RawResponse,
}

impl<T> Reply<T> {
    /// The typed value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The answer as it came: status, all headers, bytes.
    #[must_use]
    pub fn raw(&self) -> &RawResponse {
        &self.response
    }

    /// The vendor's rate limit, in whichever dialect the document describes.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.response.rate_limit()
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
