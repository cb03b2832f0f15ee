//! Requests that progenitor cannot build.

use std::fmt::Write as _;

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Request, RequestBuilder, Url};
use serde::Serialize;
use serde_json::Value;

use super::error::RequestError;
use super::operation::Operation;
use super::parameter::{Named, PathStyle, Plain, QueryStyle, encode_query, path, query, simple};
use super::pending::NotBuilt;

/// A request in the making. It can be built more than once, for retries.
#[derive(Debug)]
pub(crate) struct Outgoing {
    operation: &'static Operation,
    path: String,
    query: Vec<String>,
    cookies: Vec<String>,
    headers: HeaderMap,
    body: Option<Bytes>,
}

impl Outgoing {
    pub(crate) fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            path: String::new(),
            query: Vec::new(),
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            body: None,
        }
    }

    fn named(&self, name: &'static str) -> Named {
        Named { operation: self.operation, name }
    }

    /// A part of the path that is not a parameter.
    pub(crate) fn literal(mut self, text: &str) -> Self {
        self.path.push_str(text);
        self
    }

    pub(crate) fn path(
        mut self,
        name: &'static str,
        style: PathStyle,
        explode: bool,
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let named = self.named(name);
        let plain = Plain::of(value).map_err(|why| named.refuse(&why))?;
        let text = path(name, &plain, style, explode);
        named.segment(&text)?;
        self.path.push_str(&text);
        Ok(self)
    }

    pub(crate) fn query(
        mut self,
        name: &'static str,
        style: QueryStyle,
        (explode, allow_reserved): (bool, bool),
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let plain = Plain::of(value).map_err(|why| self.named(name).refuse(&why))?;
        let text = query(name, &plain, style, explode, allow_reserved);
        if !text.is_empty() {
            self.query.push(text);
        }
        Ok(self)
    }

    /// A query parameter that is described by a media type: its JSON text is one value.
    pub(crate) fn query_json(
        mut self,
        name: &'static str,
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let text =
            serde_json::to_string(value).map_err(|error| self.named(name).refuse(&error.to_string()))?;
        self.query.push(format!("{}={}", encode_query(name, false), encode_query(&text, false)));
        Ok(self)
    }

    /// The whole query string as one value.
    pub(crate) fn query_string(
        mut self,
        name: &'static str,
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let plain = Plain::of(value).map_err(|why| self.named(name).refuse(&why))?;
        self.query.push(match &plain {
            Plain::Scalar(text) => text.clone(),
            plain => query(name, plain, QueryStyle::Form, true, false),
        });
        Ok(self)
    }

    pub(crate) fn header(
        mut self,
        name: &'static str,
        explode: bool,
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let named = self.named(name);
        let text = named.simple(value, explode)?;
        let unfit = || named.refuse("cannot be sent in a header");
        let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unfit())?;
        self.headers.append(header, HeaderValue::from_str(&text).map_err(|_| unfit())?);
        Ok(self)
    }

    pub(crate) fn cookie(
        mut self,
        name: &'static str,
        explode: bool,
        value: &impl Serialize,
    ) -> Result<Self, RequestError> {
        let plain = Plain::of(value).map_err(|why| self.named(name).refuse(&why))?;
        let encode = |text: &str| encode_query(text, false);
        match (&plain, explode) {
            (Plain::Absent, _) => {}
            (Plain::List(items), true) => {
                self.cookies.extend(items.iter().map(|item| format!("{name}={}", encode(item))));
            }
            (Plain::Members(members), true) => {
                let pairs = members.iter().map(|(name, value)| format!("{name}={}", encode(value)));
                self.cookies.extend(pairs);
            }
            _ => self.cookies.push(format!("{name}={}", simple(&plain, false, &encode))),
        }
        Ok(self)
    }

    fn refuse_body(&self, why: &str) -> RequestError {
        RequestError { operation: self.operation, why: format!("the body cannot be sent: {why}") }
    }

    /// A body of bytes.
    pub(crate) fn bytes(mut self, media_type: &str, body: impl Into<Bytes>) -> Result<Self, RequestError> {
        let content_type = HeaderValue::from_str(media_type)
            .map_err(|_| self.refuse_body("its media type is not a header value"))?;
        self.headers.insert(CONTENT_TYPE, content_type);
        self.body = Some(body.into());
        Ok(self)
    }

    pub(crate) fn json(self, media_type: &str, body: &impl Serialize) -> Result<Self, RequestError> {
        let bytes = serde_json::to_vec(body).map_err(|error| self.refuse_body(&error.to_string()))?;
        self.bytes(media_type, bytes)
    }

    /// An HTML form; a list is written as several pairs.
    pub(crate) fn form(self, media_type: &str, body: &impl Serialize) -> Result<Self, RequestError> {
        let mut pairs = Vec::new();
        for (name, value) in self.members(body)? {
            let plain = Plain::of(&value).map_err(|why| self.refuse_body(&why))?;
            // An object in a form has no standard form of its own; JSON text is the default.
            let text = match plain {
                Plain::Members(_) => {
                    query(&name, &Plain::Scalar(value.to_string()), QueryStyle::Form, true, false)
                }
                plain => query(&name, &plain, QueryStyle::Form, true, false),
            };
            if !text.is_empty() {
                pairs.push(text);
            }
        }
        self.bytes(media_type, pairs.join("&"))
    }

    /// `multipart/form-data`: text for scalars, JSON for objects, one part per item of a list.
    pub(crate) fn multipart(self, media_type: &str, body: &impl Serialize) -> Result<Self, RequestError> {
        let mut parts = Vec::new();
        for (name, value) in self.members(body)? {
            match value {
                Value::Null => {}
                Value::Array(items) => parts.extend(items.into_iter().map(|item| (name.clone(), item))),
                value => parts.push((name, value)),
            }
        }
        let boundary = boundary(&parts);
        let mut text = String::new();
        for (name, value) in parts {
            let (content_type, content) = match value {
                Value::String(text) => ("text/plain; charset=utf-8", text),
                Value::Object(_) | Value::Array(_) => ("application/json", value.to_string()),
                scalar => ("text/plain", scalar.to_string()),
            };
            let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
            // Writing to a String cannot fail.
            let _ = write!(
                text,
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\
                 Content-Type: {content_type}\r\n\r\n{content}\r\n"
            );
        }
        let _ = write!(text, "--{boundary}--\r\n");
        self.bytes(&format!("{media_type}; boundary={boundary}"), text)
    }

    fn members(&self, body: &impl Serialize) -> Result<serde_json::Map<String, Value>, RequestError> {
        match serde_json::to_value(body) {
            Ok(Value::Object(members)) => Ok(members),
            Ok(_) => Err(self.refuse_body("only an object can be sent as a form")),
            Err(error) => Err(self.refuse_body(&error.to_string())),
        }
    }

    /// The request, ready to be sent.
    pub(crate) fn build(self, client: &reqwest::Client, base_url: &str) -> Result<RequestBuilder, NotBuilt> {
        Ok(RequestBuilder::from_parts(client.clone(), self.request(base_url)?))
    }

    /// The request, below a base URL without a slash at its end.
    fn request(&self, base_url: &str) -> Result<Request, RequestError> {
        let refuse = |why: String| RequestError { operation: self.operation, why };
        let mut url = format!("{base_url}{}", self.path);
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
            let cookies = HeaderValue::from_str(&self.cookies.join("; "))
                .map_err(|_| refuse("a cookie cannot be sent".to_owned()))?;
            request.headers_mut().insert(COOKIE, cookies);
        }
        *request.body_mut() = self.body.clone().map(Into::into);
        Ok(request)
    }
}

/// Adds a JSON body, if there is one.
pub(crate) fn with_body<T: Serialize>(builder: RequestBuilder, body: Option<&T>) -> RequestBuilder {
    match body {
        Some(body) => builder.json(body),
        None => builder,
    }
}

/// A boundary that does not occur in any part. Counting instead of chance keeps requests
/// reproducible.
fn boundary(parts: &[(String, Value)]) -> String {
    let mut number = 0_u64;
    loop {
        let boundary = format!("unplug-boundary-{number}");
        let occurs = |(_, value): &(String, Value)| match value {
            Value::String(text) => text.contains(&boundary),
            other => other.to_string().contains(&boundary),
        };
        if !parts.iter().any(occurs) {
            return boundary;
        }
        number += 1;
    }
}
