//! Builds the requests that progenitor cannot build.

#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "called by generated code, which uses every result"
)]

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Request, Url};
use serde::Serialize;
use serde_json::Value;
use unplug_wire::{json_lines, multipart};

use super::call::NotBuilt;
use super::error::RequestError;
use super::operation::Operation;
use super::parameter::{self, Named, PathStyle, Plain, QueryStyle, Reading, Refused, encode_query};
use super::path;
use super::style::{self, CookieStyle};

/// A request in the making. It can be built more than once, for retries.
#[derive(Debug)]
pub struct RequestBuilder {
    operation: &'static Operation,
    path: Vec<path::Piece>,
    /// How the next parameter is read.
    reading: Reading,
    query: Vec<String>,
    cookies: Vec<String>,
    headers: HeaderMap,
    body: Option<Bytes>,
}

impl RequestBuilder {
    pub fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            path: Vec::new(),
            reading: Reading::PLAIN,
            query: Vec::new(),
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            body: None,
        }
    }

    fn named(&self, name: &'static str) -> Named {
        Named { operation: self.operation, name }
    }

    /// How the next parameter is read, where its value alone does not make that clear.
    pub fn reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// Writes a parameter with what is known of its reading.
    fn write<T>(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&Reading) -> Result<T, Refused>,
    ) -> Result<T, RequestError> {
        let reading = std::mem::replace(&mut self.reading, Reading::PLAIN);
        write(&reading).map_err(|why| self.named(name).refuse(&why))
    }

    /// A part of the path that is not a parameter.
    pub fn literal(mut self, text: &'static str) -> Self {
        self.path.push(path::Piece::Text(text));
        self
    }

    pub fn path(
        mut self,
        name: &'static str,
        style: PathStyle,
        explode: bool,
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let text = self
            .write(name, |reading| style::path(name, &Plain::of(value, reading)?, style, explode, reading))?;
        self.path.push(path::Piece::Parameter(name, text));
        Ok(self)
    }

    pub fn path_json(mut self, name: &'static str, value: &impl Serialize) -> Result<Self, RequestError> {
        let text = self.write(name, |_| Ok(parameter::encode_path(&json_text(value)?)))?;
        self.path.push(path::Piece::Parameter(name, text));
        Ok(self)
    }

    /// The path is complete: every parameter can be found in it again.
    pub fn whole_path(self) -> Result<Self, RequestError> {
        match path::unclear(&self.path) {
            Some((name, why)) => Err(self.named(name).refuse(why)),
            None => Ok(self),
        }
    }

    /// What the query always has.
    pub fn fixed(mut self, name: &str, value: &str) -> Self {
        let (name, value) = (encode_query(name, false), encode_query(value, false));
        self.query.push(if value.is_empty() { name } else { format!("{name}={value}") });
        self
    }

    /// A parameter that may be left out, and is.
    fn left_out(self) -> Self {
        Self { reading: Reading::PLAIN, ..self }
    }

    pub fn query(
        mut self,
        name: &'static str,
        style: QueryStyle,
        flags: (bool, bool),
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |reading| {
            if style == QueryStyle::DeepObject {
                let pairs = parameter::deep(name, value, reading)?;
                let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                return style::pairs(pairs, flags.1, "object");
            }
            style::query(name, &Plain::of(value, reading)?, style, flags, reading)
        })?;
        self.query.push(text);
        Ok(self)
    }

    /// A query parameter that is described by a media type: its JSON text is one value.
    pub fn query_json(
        mut self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |_| json_text(value))?;
        self.query.push(format!("{}={}", encode_query(name, false), encode_query(&text, false)));
        Ok(self)
    }

    /// The whole query string as an HTML form.
    pub fn query_string(
        mut self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |reading| {
            let pairs = Plain::pairs(value, reading)?;
            style::pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())), false, "object")
        })?;
        self.query.push(text);
        Ok(self)
    }

    /// The whole query string as JSON.
    pub fn query_string_json(
        mut self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |_| json_text(value))?;
        self.query.push(encode_query(&text, false));
        Ok(self)
    }

    /// The whole query string as a text.
    pub fn query_string_text(
        mut self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |reading| match Plain::of(value, reading)? {
            Plain::Scalar(text) if text.is_empty() => Err(parameter::empty("text")),
            Plain::Scalar(text) => Ok(encode_query(&text, false)),
            _ => json_text(value).map(|text| encode_query(&text, false)),
        })?;
        self.query.push(text);
        Ok(self)
    }

    pub fn header(
        mut self,
        name: &'static str,
        explode: bool,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text =
            self.write(name, |reading| style::header(&Plain::of(value, reading)?, explode, reading))?;
        self.push_header(name, &text)
    }

    pub fn header_json(
        mut self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |_| json_text(value))?;
        self.push_header(name, &text)
    }

    fn push_header(mut self, name: &'static str, text: &str) -> Result<Self, RequestError> {
        let unfit = || self.named(name).refuse("cannot be sent in a header");
        let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unfit())?;
        let value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| unfit())?;
        self.headers.append(header, value);
        Ok(self)
    }

    pub fn cookie(
        self,
        name: &'static str,
        explode: bool,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        self.push_cookie(name, CookieStyle::Form, explode, value)
    }

    /// Style `cookie`: nothing is encoded.
    pub fn cookie_raw(
        self,
        name: &'static str,
        explode: bool,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        self.push_cookie(name, CookieStyle::Raw, explode, value)
    }

    pub fn cookie_json(
        mut self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let text = self.write(name, |_| json_text(value))?;
        self.push_cookie(name, CookieStyle::Form, false, Some(&text))
    }

    fn push_cookie(
        mut self,
        name: &'static str,
        style: CookieStyle,
        explode: bool,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self.left_out()) };
        let pairs = self.write(name, |reading| {
            style::cookie(name, &Plain::of(value, reading)?, style, explode, reading)
        })?;
        self.cookies.extend(pairs);
        Ok(self)
    }

    fn refuse_body(&self, why: &str) -> RequestError {
        RequestError { operation: self.operation, why: format!("the body cannot be sent: {why}") }
    }

    /// A body of bytes.
    pub fn bytes(mut self, media_type: &str, body: impl Into<Bytes>) -> Result<Self, RequestError> {
        let content_type = HeaderValue::from_str(media_type)
            .map_err(|_| self.refuse_body("its media type is not a header value"))?;
        self.headers.insert(CONTENT_TYPE, content_type);
        self.body = Some(body.into());
        Ok(self)
    }

    pub fn json(self, media_type: &str, body: &impl Serialize) -> Result<Self, RequestError> {
        let bytes = serde_json::to_vec(body).map_err(|error| self.refuse_body(&error.to_string()))?;
        self.bytes(media_type, bytes)
    }

    /// JSON values, one per line, as the media type has it.
    pub fn json_lines(self, media_type: &str, body: &[impl Serialize]) -> Result<Self, RequestError> {
        let mut text = Vec::new();
        for item in body {
            json_lines::encode(&mut text, media_type, item)
                .map_err(|error| self.refuse_body(&error.to_string()))?;
        }
        self.bytes(media_type, text)
    }

    /// An HTML form; a list is written as several pairs.
    pub fn form(self, media_type: &str, body: &impl Serialize) -> Result<Self, RequestError> {
        let mut pairs = Vec::new();
        for (name, value) in self.members(body)? {
            if value.is_null() || value.as_array().is_some_and(Vec::is_empty) {
                continue;
            }
            // An object in a form has no standard form of its own; JSON text is the default.
            let reading = Reading { json_object: true, ..Reading::PLAIN };
            let text = Plain::of(&value, &reading)
                .and_then(|plain| style::query(&name, &plain, QueryStyle::Form, (true, false), &reading));
            pairs.push(text.map_err(|why| self.refuse_body(&format!("{name} {why}")))?);
        }
        self.bytes(media_type, pairs.join("&"))
    }

    /// A multipart body whose parts are the members of a type.
    pub fn multipart(self, media_type: &str, form: multipart::Form) -> Result<Self, RequestError> {
        match form.finish() {
            Ok(parts) => self.parts(media_type, &parts),
            Err(why) => Err(self.refuse_body(&why)),
        }
    }

    /// A multipart body.
    pub fn parts(self, media_type: &str, parts: &[multipart::Part]) -> Result<Self, RequestError> {
        let (boundary, body) = multipart::compose(parts).map_err(|why| self.refuse_body(&why))?;
        self.bytes(&format!("{media_type}; boundary={boundary}"), body)
    }

    fn members(&self, body: &impl Serialize) -> Result<serde_json::Map<String, Value>, RequestError> {
        match serde_json::to_value(body) {
            Ok(Value::Object(members)) => Ok(members),
            Ok(_) => Err(self.refuse_body("only an object can be sent as a form")),
            Err(error) => Err(self.refuse_body(&error.to_string())),
        }
    }

    /// The request, ready to be sent.
    pub fn build(
        self,
        client: &reqwest::Client,
        base_url: &str,
    ) -> Result<reqwest::RequestBuilder, NotBuilt> {
        Ok(reqwest::RequestBuilder::from_parts(client.clone(), self.request(base_url)?))
    }

    /// The request, below a base URL without a slash at its end.
    pub fn request(&self, base_url: &str) -> Result<Request, RequestError> {
        let refuse = |why: String| RequestError { operation: self.operation, why };
        let mut url = base_url.to_owned();
        for piece in &self.path {
            match piece {
                path::Piece::Text(text) => url.push_str(&text.replace('\\', "%5C")),
                path::Piece::Parameter(_, text) => url.push_str(text),
            }
        }
        if !self.query.is_empty() {
            url.push('?');
            url.push_str(&self.query.join("&"));
        }
        let url = Url::parse(&url).map_err(|error| refuse(format!("the URL is not valid: {error}")))?;
        let method = Method::from_bytes(self.operation.method.as_bytes())
            .map_err(|_| refuse("the method is not one of HTTP".to_owned()))?;
        let mut request = Request::new(method, url);
        *request.headers_mut() = self.headers.clone();
        if !self.cookies.is_empty() {
            let cookies = HeaderValue::from_bytes(self.cookies.join("; ").as_bytes())
                .map_err(|_| refuse("a cookie cannot be sent".to_owned()))?;
            request.headers_mut().insert(COOKIE, cookies);
        }
        *request.body_mut() = self.body.clone().map(Into::into);
        Ok(request)
    }
}

fn json_text(value: &impl Serialize) -> Result<String, Refused> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

/// Adds a JSON body, if there is one.
pub fn with_body<T: Serialize>(
    builder: reqwest::RequestBuilder,
    body: Option<&T>,
) -> reqwest::RequestBuilder {
    match body {
        Some(body) => builder.json(body),
        None => builder,
    }
}
