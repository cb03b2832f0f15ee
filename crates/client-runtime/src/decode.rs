//! What generated decoders are made of.

#![allow(clippy::missing_errors_doc, reason = "called by generated code, which knows them")]

use std::borrow::Cow;

use reqwest::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;
use unplug_wire::charset::Charset;
use unplug_wire::media_type::{encoding, essence, position};
use unplug_wire::multipart::{self, Part};
use unplug_wire::value;

use super::header::HeaderStyle;
use super::mismatch::{Decoded, Mismatch};
use super::received::ReceivedResponse;

/// Up to so many headers are compared one by one.
const MAX_COMPARED_NAMES: usize = 12;

pub use unplug_wire::media_type::JSON;

/// The only declared answer is one without a body.
pub fn only_empty<const STATUS: u16, E>(response: &ReceivedResponse) -> Decoded<(), E> {
    if response.status == STATUS { Ok(Ok(())) } else { Err(Mismatch::Undeclared) }
}

/// The only declared answer is one of `application/json`.
pub fn only_json<const STATUS: u16, T, E>(response: &ReceivedResponse) -> Decoded<T, E>
where
    T: DeserializeOwned,
{
    if response.status == STATUS { Ok(Ok(response.json_of(JSON)?)) } else { Err(Mismatch::Undeclared) }
}

impl ReceivedResponse {
    /// A body of one JSON media type.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is of another, not JSON, or not of this type.
    pub fn json_of<T: DeserializeOwned>(&self, media_type: &str) -> Result<T, Mismatch> {
        if self.body.is_empty() {
            return Err(empty(&[media_type]));
        }
        self.content(&[media_type])?;
        self.json()
    }

    /// A declared error whose body is of one JSON media type.
    ///
    /// # Errors
    ///
    /// As for [`ReceivedResponse::json_of`].
    pub fn failure<T, B, E>(&self, media_type: &str, variant: fn(B) -> E) -> Decoded<T, E>
    where
        B: DeserializeOwned,
    {
        self.json_of(media_type).map(|body| Err(variant(body)))
    }

    /// Which of the declared media types the answer has. An answer that names none is taken to be
    /// the first one: it then decodes or is malformed.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is none of them, or when there is neither body nor type.
    pub fn content(&self, declared: &[&str]) -> Result<usize, Mismatch> {
        let Some(sent) = self.headers.get(CONTENT_TYPE) else {
            // A stream may turn out to be empty, and then so be it.
            if self.body.is_empty() && !self.is_stream() {
                return Err(empty(declared));
            }
            self.note_charset("", declared.first().copied());
            return Ok(0);
        };
        let sent = sent.to_str().unwrap_or_default();
        let index = position(declared.iter().copied(), sent).ok_or_else(|| {
            let essence = essence(sent);
            let wanted = declared.join(" or ");
            Mismatch::Malformed(format!("the body is {essence:?}, {wanted} was expected"))
        })?;
        self.note_charset(sent, declared.get(index).copied());
        Ok(index)
    }

    fn note_charset(&self, sent: &str, declared: Option<&str>) {
        let declared = declared.unwrap_or_default();
        // Nearly every answer names none.
        if sent.contains(';') || declared.contains(';') {
            self.charset.set(encoding(sent, declared));
        }
    }

    /// The body in UTF-8, where it says that it has another encoding.
    fn in_utf8(&self) -> Result<Cow<'_, [u8]>, Mismatch> {
        let Some(charset) = self.charset.get() else {
            return Err(Mismatch::Malformed(
                "the encoding that the media type names is not known".to_owned(),
            ));
        };
        if charset == Charset::UTF_8 {
            return Ok(Cow::Borrowed(&self.body));
        }
        let text = charset.decode(&self.body).map(|text| Cow::Owned(text.into_owned().into_bytes()));
        text.ok_or_else(|| {
            Mismatch::Malformed("the body is not in the encoding that its media type names".to_owned())
        })
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not JSON, or not of this type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        value::read(&self.in_utf8()?)
            .map_err(|error| Mismatch::Malformed(format!("the JSON body does not fit: {error}")))
    }

    /// Decodes the body as text.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not UTF-8.
    pub fn text(&self) -> Result<String, Mismatch> {
        String::from_utf8(self.in_utf8()?.into_owned())
            .map_err(|error| Mismatch::Malformed(format!("the text body is not UTF-8: {error}")))
    }

    /// Decodes the body as an HTML form.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not of this type.
    pub fn form<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        serde_urlencoded::from_bytes(&self.body)
            .map_err(|error| Mismatch::Malformed(format!("the form body does not fit: {error}")))
    }

    /// The parts of a multipart body.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is not multipart.
    pub fn parts(&self) -> Result<Vec<Part>, Mismatch> {
        let sent = self.headers.get(CONTENT_TYPE).and_then(|sent| sent.to_str().ok());
        let boundary = sent.and_then(multipart::boundary_of).ok_or("must have a boundary in its media type");
        boundary
            .and_then(|boundary| multipart::parse(&self.body, &boundary))
            .map_err(|why| Mismatch::Malformed(format!("the multipart body {why}")))
    }

    /// Decodes a header that may be absent. One that cannot be decoded counts as absent: an
    /// answer is not thrown away for it, and the raw answer still has it.
    pub fn header<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.header_as(name, HeaderStyle::Simple)
    }

    /// [`RawResponse::header`] in a style other than the usual one.
    pub fn header_as<T: DeserializeOwned>(&self, name: &str, style: HeaderStyle) -> Option<T> {
        // Often it is absent, and then no error has to be put into words. Few names are compared
        // sooner than one is made to look for.
        let is_absent = if self.headers.len() <= MAX_COMPARED_NAMES {
            !self.headers.keys().any(|sent| sent.as_str().eq_ignore_ascii_case(name))
        } else {
            !self.headers.contains_key(name)
        };
        if is_absent {
            return None;
        }
        self.required_header_as(name, style).ok()
    }

    /// Decodes a header that must be there. Lines of the same name are joined as HTTP has it.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is absent or cannot be decoded.
    pub fn required_header<T: DeserializeOwned>(&self, name: &str) -> Result<T, Mismatch> {
        self.required_header_as(name, HeaderStyle::Simple)
    }

    /// [`RawResponse::required_header`] in a style other than the usual one.
    ///
    /// # Errors
    ///
    /// [`Mismatch::Malformed`] when it is absent or cannot be decoded.
    pub fn required_header_as<T: DeserializeOwned>(
        &self,
        name: &str,
        style: HeaderStyle,
    ) -> Result<T, Mismatch> {
        let lines = self.headers.get_all(name).iter();
        let lines = lines.map(|line| std::str::from_utf8(line.as_bytes()));
        let lines = lines.collect::<Result<Vec<_>, _>>();
        let lines = lines.map_err(|_| Mismatch::Malformed(format!("the header {name} is not UTF-8")))?;
        if lines.is_empty() {
            return Err(Mismatch::Malformed(format!("the header {name} is missing")));
        }
        style
            .read(&lines)
            .map_err(|error| Mismatch::Malformed(format!("the header {name} does not fit: {error}")))
    }
}

fn empty(declared: &[&str]) -> Mismatch {
    let wanted = declared.join(" or ");
    Mismatch::Malformed(format!("the body is empty, {wanted} was expected"))
}
