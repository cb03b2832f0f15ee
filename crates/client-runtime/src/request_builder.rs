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
use unplug_wire::charset::Charset;
use unplug_wire::media_type::{JSON, encoding_to_write};
use unplug_wire::parameter::{Fields, ParameterIn, ParameterSpec, encode_query};
use unplug_wire::{json_lines, multipart};

use super::error::RequestError;
use super::operation::Operation;
use super::path;

/// Room for the parameters of a usual path.
const EXPECTED_PARAMETERS: usize = 64;

/// A request in the making.
#[derive(Debug)]
pub struct RequestBuilder {
    operation: &'static Operation,
    /// The base URL and the path after it.
    url: String,
    path: Vec<path::Piece>,
    query: String,
    cookies: Vec<String>,
    headers: HeaderMap,
    body: Option<Bytes>,
}

impl RequestBuilder {
    /// A request below a base URL without a slash at its end.
    pub fn new(operation: &'static Operation, base_url: &str) -> Self {
        let mut url = String::with_capacity(base_url.len() + operation.path.len() + EXPECTED_PARAMETERS);
        url.push_str(base_url);
        Self {
            operation,
            url,
            path: Vec::new(),
            query: String::new(),
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            body: None,
        }
    }

    fn refuse(&self, name: &str, why: &str) -> RequestError {
        RequestError { operation: self.operation, why: format!("the parameter {name} {why}") }
    }

    /// A part of the path that is not a parameter.
    pub fn literal(mut self, text: &'static str) -> Self {
        self.path.push(path::Piece::Text(text));
        // To URL parsers it is a slash.
        if text.contains('\\') {
            self.url.push_str(&text.replace('\\', "%5C"));
        } else {
            self.url.push_str(text);
        }
        self
    }

    /// The path is complete: every parameter can be found in it again.
    pub fn whole_path(self) -> Result<Self, RequestError> {
        match path::unclear(&self.path) {
            Some((name, why)) => Err(self.refuse(name, why)),
            None => Ok(self),
        }
    }

    /// What the query always has.
    pub fn fixed(mut self, name: &str, value: &str) -> Self {
        let (name, value) = (encode_query(name, false), encode_query(value, false));
        self.push_query(&if value.is_empty() { name } else { format!("{name}={value}") });
        self
    }

    fn push_query(&mut self, pairs: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(pairs);
    }

    /// A parameter; those of the path are given in its order.
    pub fn parameter(
        mut self,
        spec: &ParameterSpec,
        value: Option<&impl Serialize>,
    ) -> Result<Self, RequestError> {
        let Some(value) = value else { return Ok(self) };
        let text = spec.encode(value).map_err(|why| self.refuse(spec.name, &why))?;
        match spec.location {
            ParameterIn::Path => {
                self.url.push_str(&text);
                self.path.push(path::Piece::Parameter(spec.name, text));
            }
            ParameterIn::Query => self.push_query(&text),
            ParameterIn::Cookie => self.cookies.push(text),
            ParameterIn::Header => {
                let unfit = || self.refuse(spec.name, "cannot be sent in a header");
                let header = HeaderName::from_bytes(spec.name.as_bytes()).map_err(|_| unfit())?;
                let value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| unfit())?;
                self.headers.append(header, value);
            }
        }
        Ok(self)
    }

    fn refuse_body(&self, why: &str) -> RequestError {
        RequestError { operation: self.operation, why: format!("the body cannot be sent: {why}") }
    }

    /// A body of bytes.
    pub fn bytes(mut self, media_type: &str, body: impl Into<Bytes>) -> Result<Self, RequestError> {
        let content_type = match media_type {
            JSON => HeaderValue::from_static(JSON),
            other => HeaderValue::from_str(other)
                .map_err(|_| self.refuse_body("its media type is not a header value"))?,
        };
        self.headers.insert(CONTENT_TYPE, content_type);
        self.body = Some(body.into());
        Ok(self)
    }

    pub fn json(self, media_type: &str, body: &impl Serialize) -> Result<Self, RequestError> {
        let mut bytes = serde_json::to_vec(body).map_err(|error| self.refuse_body(&error.to_string()))?;
        let charset = encoding_to_write(media_type);
        if charset != Charset::UTF_8 {
            let json = std::str::from_utf8(&bytes).map_err(|error| self.refuse_body(&error.to_string()))?;
            bytes = charset.encode_json(json);
        }
        self.bytes(media_type, bytes)
    }

    /// Text in another encoding than UTF-8.
    pub fn text(self, media_type: &str, text: &str) -> Result<Self, RequestError> {
        match encoding_to_write(media_type).encode(text) {
            Some(bytes) => self.bytes(media_type, bytes),
            None => Err(self.refuse_body(&format!("it has a character that {media_type} cannot have"))),
        }
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

    /// An HTML form, each of its fields as declared.
    pub fn form(
        self,
        media_type: &str,
        fields: &Fields,
        body: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let form = fields.encode(body).map_err(|why| self.refuse_body(&why))?;
        self.bytes(media_type, form)
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

    /// The request.
    pub fn build(self) -> Result<Request, RequestError> {
        let operation = self.operation;
        let refuse = |why: String| RequestError { operation, why };
        let mut url = self.url;
        if !self.query.is_empty() {
            url.push('?');
            url.push_str(&self.query);
        }
        let url = Url::parse(&url).map_err(|error| refuse(format!("the URL is not valid: {error}")))?;
        let method = Method::from_bytes(operation.method.as_bytes())
            .map_err(|_| refuse("the method is not one of HTTP".to_owned()))?;
        let mut request = Request::new(method, url);
        *request.headers_mut() = self.headers;
        if !self.cookies.is_empty() {
            let cookies = HeaderValue::from_bytes(self.cookies.join("; ").as_bytes())
                .map_err(|_| refuse("a cookie cannot be sent".to_owned()))?;
            request.headers_mut().insert(COOKIE, cookies);
        }
        *request.body_mut() = self.body.map(Into::into);
        Ok(request)
    }
}
