//! Encodes declared responses.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use unplug_wire::charset::Charset;
use unplug_wire::json::{self, Json};
use unplug_wire::multipart::{self, Part};
use unplug_wire::{json_lines, media_type};

use super::Cause;
use super::stream::{ByteStream, EventStream, JsonLines};

/// A declared response. Implemented by generated code for every response struct and for the enum
/// of each operation.
pub trait Encode {
    /// Writes status, headers and body.
    ///
    /// # Errors
    /// When a value cannot be written: a header with a line break, a map with unprintable keys.
    fn encode(self) -> Result<Response, Cause>;
}

pub use unplug_wire::media_type::JSON;

/// A response without a body.
#[must_use]
pub fn empty(status: impl Status) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status.code();
    response
}

/// A response without a body.
///
/// # Errors
/// None; as for other responses.
pub fn nothing(status: impl Status) -> Result<Response, Cause> {
    Ok(empty(status))
}

/// A response whose body is text or bytes.
///
/// # Errors
/// None; as for other responses.
pub fn whole(
    status: impl Status,
    media_type: &'static str,
    body: impl Into<Bytes>,
) -> Result<Response, Cause> {
    Ok(bytes(status, media_type, body.into()))
}

/// A response whose body is text in another encoding than UTF-8.
///
/// # Errors
/// When a character has no form in it.
pub fn text(status: impl Status, media_type: &'static str, text: &str) -> Result<Response, Cause> {
    let encoded = media_type::encoding_to_write(media_type).encode(text);
    let unfit = || format!("the text has a character that {media_type} cannot have");
    Ok(bytes(status, media_type, encoded.ok_or_else(unfit)?.into()))
}

/// A response that knows how it is written.
///
/// # Errors
/// As for its own encoding.
pub fn encoded(response: impl Encode) -> Result<Response, Cause> {
    response.encode()
}

/// Encodes; a value that cannot be written is logged and answered with a bare 500, because no
/// envelope can be known here.
pub fn or_bare_500(response: impl Encode) -> Response {
    response.encode().unwrap_or_else(|cause| {
        tracing::error!(%cause, "a response could not be encoded");
        empty(StatusCode::INTERNAL_SERVER_ERROR)
    })
}

/// Lets a declared response be used wherever axum takes a response.
#[doc(hidden)]
#[macro_export]
macro_rules! into_response {
    ($name:ident) => {
        impl axum::response::IntoResponse for $name {
            fn into_response(self) -> axum::response::Response {
                $crate::respond::or_bare_500(self)
            }
        }
    };
}

/// Writes the enum of an operation's responses: `encode_responses!(Response: Variant(body) => call, …)`.
#[doc(hidden)]
#[macro_export]
macro_rules! encode_responses {
    ($name:ident: $($variant:ident $(($body:ident))? => respond::$how:ident($($argument:expr),*)),*) => {
        impl $crate::respond::Encode for $name {
            fn encode(self) -> Result<axum::response::Response, $crate::Cause> {
                match self {
                    $(Self::$variant $(($body))? => $crate::respond::$how($($argument),*)),*
                }
            }
        }

        $crate::into_response!($name);
    };
}

/// A number or a checked status.
pub trait Status {
    /// The status; 500 for a number that no HTTP status has.
    fn code(self) -> StatusCode;
}

impl Status for u16 {
    fn code(self) -> StatusCode {
        StatusCode::from_u16(self).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl Status for StatusCode {
    fn code(self) -> StatusCode {
        self
    }
}

/// A JSON response.
///
/// # Errors
/// When the body's own `Serialize` fails.
pub fn json<T: Serialize + ?Sized>(
    status: impl Status,
    media_type: &'static str,
    body: &T,
) -> Result<Response, Cause> {
    let mut text = Vec::with_capacity(512);
    serde_json::to_writer(&mut text, body)?;
    if media_type != JSON && media_type.contains(';') {
        let charset = media_type::encoding_to_write(media_type);
        if charset != Charset::UTF_8 {
            text = charset.encode_json(std::str::from_utf8(&text)?);
        }
    }
    Ok(bytes(status, media_type, text.into()))
}

/// A response whose body is text or bytes.
#[must_use]
pub fn bytes(status: impl Status, media_type: &'static str, body: Bytes) -> Response {
    typed_body(status, media_type_value(media_type), Body::from(body))
}

/// The usual one needs no check for every response.
fn media_type_value(media_type: &'static str) -> HeaderValue {
    const JSON_VALUE: HeaderValue = HeaderValue::from_static(JSON);
    if media_type == JSON { JSON_VALUE } else { HeaderValue::from_static(media_type) }
}

fn typed_body(status: impl Status, media_type: HeaderValue, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status.code();
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    response
}

/// A response of bytes, which may be a stream. Its media type is the one that the body has been
/// given, when what is declared covers it.
///
/// # Errors
/// When it does not.
pub fn byte_stream(
    status: impl Status,
    declared: &'static str,
    usual: &'static str,
    stream: ByteStream,
) -> Result<Response, Cause> {
    let ByteStream { body, media_type } = stream;
    let media_type = match media_type {
        None => HeaderValue::from_static(usual),
        Some(given) => {
            let essence = media_type::essence(given.to_str().unwrap_or_default());
            if media_type::position(std::iter::once(declared), essence).is_none() {
                return Err(format!("the document declares {declared} and not {essence:?}").into());
            }
            given
        }
    };
    Ok(typed_body(status, media_type, body))
}

/// A stream of events with JSON as their data.
///
/// # Errors
/// None; as for other responses.
pub fn events<T: Serialize + 'static>(
    status: impl Status,
    media_type: &'static str,
    events: EventStream<T>,
) -> Result<Response, Cause> {
    Ok(typed_body(status, HeaderValue::from_static(media_type), events.into_json_body()))
}

/// A stream of events with text as their data.
///
/// # Errors
/// None; as for other responses.
pub fn text_events<T: Serialize + 'static>(
    status: impl Status,
    media_type: &'static str,
    events: EventStream<T>,
) -> Result<Response, Cause> {
    Ok(typed_body(status, HeaderValue::from_static(media_type), events.into_text_body()))
}

/// A stream of JSON values.
///
/// # Errors
/// None; as for other responses.
pub fn json_lines<T: Serialize + 'static>(
    status: impl Status,
    media_type: &'static str,
    values: JsonLines<T>,
) -> Result<Response, Cause> {
    Ok(typed_body(status, HeaderValue::from_static(media_type), values.into_body(media_type)))
}

/// A list of JSON values, one after the other.
///
/// # Errors
/// When the `Serialize` of one of them fails.
pub fn collected_json_lines<T: Serialize>(
    status: impl Status,
    media_type: &'static str,
    values: &[T],
) -> Result<Response, Cause> {
    let mut text = Vec::new();
    for value in values {
        json_lines::encode(&mut text, media_type, value)?;
    }
    Ok(bytes(status, media_type, text.into()))
}

/// A multipart response.
///
/// # Errors
/// When a media type has characters that no header may have.
pub fn multipart(status: impl Status, media_type: &'static str, parts: &[Part]) -> Result<Response, Cause> {
    let (boundary, body) = multipart::compose(parts)?;
    let media_type = HeaderValue::try_from(format!("{media_type}; boundary={boundary}"))?;
    Ok(typed_body(status, media_type, Body::from(body)))
}

/// Sets a header (name in lower case).
///
/// # Errors
/// When the value has bytes that no header may have.
pub fn header(response: &mut Response, name: &'static str, value: &str) -> Result<(), Cause> {
    let value = header_value(name, value)?;
    response.headers_mut().insert(HeaderName::from_static(name), value);
    Ok(())
}

/// Callers do not get blanks at the ends of a header.
fn header_value(name: &'static str, value: &str) -> Result<HeaderValue, Cause> {
    if value.starts_with([' ', '\t']) || value.ends_with([' ', '\t']) {
        return Err(format!("the value of the response header {name} has a blank at an end").into());
    }
    HeaderValue::from_bytes(value.as_bytes())
        .map_err(|error| format!("the value of the response header {name}: {error}").into())
}

/// Adds one header for each value: cookies cannot be joined.
///
/// # Errors
/// When a value has bytes that no header may have.
pub fn header_lines(response: &mut Response, name: &'static str, values: &[String]) -> Result<(), Cause> {
    for value in values {
        let value = header_value(name, value)?;
        response.headers_mut().append(HeaderName::from_static(name), value);
    }
    Ok(())
}

/// Sets a header that is described by a JSON media type.
///
/// # Errors
/// When the value's own `Serialize` fails.
pub fn json_header<T: Serialize>(
    response: &mut Response,
    name: &'static str,
    value: &T,
) -> Result<(), Cause> {
    header(response, name, &serde_json::to_string(value)?)
}

/// Sets a header with a whole number.
pub fn integer_header(response: &mut Response, name: &'static str, value: i64) {
    response.headers_mut().insert(HeaderName::from_static(name), value.into());
}

/// A form response: one field per scalar member, arrays as repeated fields.
///
/// # Errors
/// When the body's own `Serialize` fails, or it is no object of scalars and arrays of scalars.
pub fn form<T: Serialize + ?Sized>(
    status: impl Status,
    media_type: &'static str,
    body: &T,
) -> Result<Response, Cause> {
    let Json::Object(members) = json::of(body)? else {
        return Err("a form body must be an object".into());
    };
    let mut text = String::new();
    for (name, value) in &members {
        let values = match value {
            Json::Array(items) => items.iter().collect(),
            other => vec![other],
        };
        for value in values {
            if value.is_structured() {
                return Err(format!("the form field '{name}' must be a scalar").into());
            }
            if !text.is_empty() {
                text.push('&');
            }
            let encode = |part: &str| utf8_percent_encode(part, FORM_ESCAPED).to_string();
            text.push_str(&encode(name));
            text.push('=');
            text.push_str(&encode(&scalar(value)));
        }
    }
    Ok(bytes(status, media_type, text.into()))
}

/// Everything but what a form leaves as it is.
const FORM_ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'*').remove(b'-').remove(b'.').remove(b'_');

/// Sets a header with a value of any type: a JSON scalar without quotes, items joined by commas, or
/// members as `name,value` (style `simple`).
///
/// # Errors
/// When the value has no such form, or has bytes that no header may have.
pub fn typed_header<T: Serialize>(
    response: &mut Response,
    name: &'static str,
    value: &T,
) -> Result<(), Cause> {
    structured_header(response, name, &json::of(value)?, ",")
}

/// The same with members as `name=value`.
///
/// # Errors
/// When the value has no such form, or has bytes that no header may have.
pub fn exploded_header<T: Serialize>(
    response: &mut Response,
    name: &'static str,
    value: &T,
) -> Result<(), Cause> {
    structured_header(response, name, &json::of(value)?, "=")
}

fn structured_header(
    response: &mut Response,
    name: &'static str,
    value: &Json<'_>,
    between: &str,
) -> Result<(), Cause> {
    let unfit = || format!("the value of the response header {name} has a part that cannot be told apart");
    let part = |value: &Json<'_>| {
        let text = scalar(value);
        let blank = text.starts_with(' ') || text.ends_with(' ');
        if matches!(value, Json::Null) || text.contains(',') || blank { Err(unfit()) } else { Ok(text) }
    };
    let text = match value {
        // A list of arrays or objects is written as JSON without its brackets.
        Json::Array(items) if items.iter().all(Json::is_structured) => {
            items.iter().map(Json::to_string).collect::<Vec<_>>().join(",")
        }
        Json::Array(items) => {
            let items = items.iter().map(|item| part(item).and_then(|text| nonempty(text).ok_or_else(unfit)));
            items.collect::<Result<Vec<_>, _>>()?.join(",")
        }
        Json::Object(members) => {
            let pairs = members.iter().map(|(name, value)| {
                if name.contains([',', '=', ' ']) {
                    return Err(unfit());
                }
                Ok(format!("{name}{between}{}", part(value)?))
            });
            pairs.collect::<Result<Vec<_>, _>>()?.join(",")
        }
        Json::Null => return Err(unfit().into()),
        other => scalar(other),
    };
    header(response, name, &text)
}

fn nonempty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn scalar(value: &Json<'_>) -> String {
    match value {
        Json::String(text) => text.clone().into_owned(),
        Json::Null => String::new(),
        other => other.to_string(),
    }
}
