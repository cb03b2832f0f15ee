//! Decodes and validates a request, part by part.
//!
//! A [`Decoder`] collects what is wrong with all parts, so that a caller hears of everything at
//! once. Its methods give `None` for a part that is wrong; generated code builds the request when
//! all parts are there and otherwise returns [`Decoder::into_rejection`].

use std::borrow::Cow;

use axum::body::Body;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use unplug_wire::charset::Charset;
use unplug_wire::json::{self, Json};
use unplug_wire::media_type::{self, MediaType};
use unplug_wire::multipart::{self, Members, Part, Parts};
use unplug_wire::parameter::{DecodeError, EncodedText, Fields, ParameterIn, ParameterSpec, Reading};

use super::parameter::Parameter;
use super::rejection::Rejection;
use super::respond::Encode;
use super::route::Captures;
use super::schema::Schema;
use super::validate;
use super::violation::{Expected, Location, Violation, pointer_to};
use super::{Limits, RequestContext, body};

/// A request that can be read. Implemented by generated code for every request struct.
pub trait ReadRequest: Sized + Send + 'static {
    /// Every response that the document declares.
    type Response: Encode + 'static;
    /// The body that the document declares.
    const BODY: Option<&'static BodyTable> = None;

    /// Decodes and validates all parts; `None` when any of them is wrong, which the decoder has
    /// noted.
    fn read(decoder: &mut Decoder<'_>) -> Option<Self>;
}

/// Reads a request whose body, if it has one, is JSON: `read_request!(Request -> Response, TABLE; field =
/// method(arguments), …)`, with a method of [`Decoder`] for each field.
#[doc(hidden)]
#[macro_export]
macro_rules! read_request {
    ($name:ident -> $response:ident $(, $table:ident)?; $($field:ident = $method:ident($($argument:expr),*)),*) => {
        impl $crate::request::ReadRequest for $name {
            type Response = $response;
            $(const BODY: Option<&'static $crate::request::BodyTable> = Some(&$table);)?

            fn read(decoder: &mut $crate::request::Decoder<'_>) -> Option<Self> {
                let _ = &decoder;
                $(let $field = decoder.$method($($argument),*);)*
                Some(Self { $($field: $field?),* })
            }
        }
    };
}

/// Reads one request.
#[derive(Debug)]
pub struct Decoder<'r> {
    context: &'r RequestContext,
    captures: &'r Captures,
    query: Option<Vec<(Cow<'r, str>, EncodedText<'r>)>>,
    sent: Option<(usize, Bytes)>,
    /// Of the body.
    charset: Charset,
    violations: Vec<Violation>,
}

/// A request body as its document declares it.
#[derive(Debug)]
pub struct BodyTable {
    /// Whether it must be there.
    pub required: bool,
    /// Declared media types, in lower case.
    pub media_types: &'static [&'static str],
}

/// A request body as it came.
#[derive(Debug)]
pub enum SentBody {
    /// There is none. If there must be, that has been noted as a violation.
    Absent,
    /// Content of the declared media type with this index.
    Content(usize, Bytes),
}

impl<'r> Decoder<'r> {
    /// Nothing read yet.
    #[must_use]
    pub fn new(context: &'r RequestContext, captures: &'r Captures) -> Self {
        Self { context, captures, query: None, sent: None, charset: Charset::UTF_8, violations: Vec::new() }
    }

    /// Why the request cannot be handled.
    #[must_use]
    pub fn into_rejection(self) -> Rejection {
        self.context.note_unfit();
        Rejection::Invalid(self.violations)
    }

    /// A parameter that must be there.
    pub fn required<T: DeserializeOwned>(&mut self, parameter: &'static Parameter) -> Option<T> {
        if let Some(value) = self.value(parameter)? {
            return self.typed_parameter(value, parameter);
        }
        let missing = Expected::Required(name_of(parameter));
        self.note(Violation::new(parameter.spec.location.into(), String::new(), missing));
        None
    }

    /// A parameter that may be left out: `Some(None)` when it is.
    #[allow(clippy::option_option, reason = "wrong, left out and given are three things")]
    pub fn optional<T: DeserializeOwned>(&mut self, parameter: &'static Parameter) -> Option<Option<T>> {
        match self.value(parameter)? {
            Some(value) => self.typed_parameter(value, parameter).map(Some),
            None => Some(None),
        }
    }

    fn typed_parameter<T: DeserializeOwned>(
        &mut self,
        value: Json<'_>,
        parameter: &'static Parameter,
    ) -> Option<T> {
        let schema = parameter.schema;
        let valid = if validate::is_valid(schema, &value) { Ok(value) } else { Err(value) };
        let valid = valid.or_else(|value| self.as_text(parameter).ok_or(value));
        let location = parameter.spec.location.into();
        match parameter.spec.location {
            ParameterIn::Header => self.build(valid, schema, location, &name_of(parameter)),
            _ => self.build(valid, schema, location, parameter.spec.name),
        }
    }

    /// `Some(None)` when it is not there. What is there and no value is noted.
    #[allow(clippy::option_option, reason = "wrong, left out and given are three things")]
    fn value(&mut self, parameter: &'static Parameter) -> Option<Option<Json<'r>>> {
        let spec = &parameter.spec;
        let noted = self.decoded(spec).inspect_err(|why| {
            self.not_decoded(*why, spec.location.into(), &name_of(parameter));
        });
        noted.ok()
    }

    /// The value in which nothing is a number, a boolean, an array or an object that may be text, if that
    /// makes it valid: a text that looks like a number need not be one.
    fn as_text(&mut self, parameter: &'static Parameter) -> Option<Json<'r>> {
        let value = self.decoded(&parameter.spec.read_as_text()?).ok()??;
        validate::is_valid(parameter.schema, &value).then_some(value)
    }

    fn decoded(&mut self, spec: &ParameterSpec) -> Result<Option<Json<'r>>, DecodeError> {
        let context = self.context;
        match spec.location {
            ParameterIn::Path => {
                let text = self.captures.get(context.path(), spec.name);
                text.map(|text| spec.decode_path(text)).transpose()
            }
            ParameterIn::Query => spec.decode_query(context.uri.query().unwrap_or_default(), &mut self.query),
            ParameterIn::Header => {
                let lines = context.headers.get_all(spec.name).iter();
                spec.decode_header(lines.map(HeaderValue::as_bytes))
            }
            ParameterIn::Cookie => {
                let lines = context.headers.get_all(COOKIE).iter();
                spec.decode_cookie(lines.map(HeaderValue::as_bytes))
            }
        }
    }

    /// Receives the body, when there is one in a declared media type.
    ///
    /// # Errors
    /// [`Rejection::UnsupportedMediaType`], [`Rejection::UnsupportedContentEncoding`],
    /// [`Rejection::PayloadTooLarge`], or [`Rejection::Invalid`] when the caller went away in the middle.
    pub async fn receive(
        &mut self,
        table: &'static BodyTable,
        body: Body,
        limits: Limits,
    ) -> Result<(), Rejection> {
        let declared = match content_type(&self.context.headers) {
            Sent::Nothing => None,
            Sent::Type(sent) => {
                let known = sent == media_type::JSON || MediaType::parse(sent).is_some();
                let position = || media_type::position(table.media_types.iter().copied(), sent);
                let index = known.then(position).flatten().ok_or_else(|| self.unsupported(table))?;
                let declared = table.media_types.get(index).copied().unwrap_or_default();
                self.charset = media_type::encoding(sent, declared).ok_or_else(|| self.unsupported(table))?;
                Some(index)
            }
            Sent::Malformed => return Err(self.unsupported(table)),
        };
        self.check_encoding()?;
        let content = body::read(body, &self.context.headers, limits.body).await?;
        let empty = declared.and_then(|index| table.media_types.get(index));
        if !content.is_empty()
            || empty.is_some_and(|media_type| media_type::may_be_empty(media_type, table.required))
        {
            let index = declared.ok_or_else(|| self.unsupported(table))?;
            self.sent = Some((index, content));
        }
        Ok(())
    }

    /// The body as it came; that it is not there although it must be is noted.
    pub fn body(&mut self, table: &'static BodyTable) -> SentBody {
        if let Some((index, content)) = self.sent.take() {
            return SentBody::Content(index, content);
        }
        if table.required {
            self.note(Violation::new(Location::Body, String::new(), Expected::Body));
        }
        SentBody::Absent
    }

    /// A JSON body that must be there, the only media type of its table.
    pub fn json_body<T: DeserializeOwned>(
        &mut self,
        table: &'static BodyTable,
        schema: &'static Schema,
    ) -> Option<T> {
        match self.body(table) {
            SentBody::Absent => None,
            SentBody::Content(_, sent) => self.json(&sent, schema),
        }
    }

    /// A JSON body that may be left out: `Some(None)` when it is.
    #[allow(clippy::option_option, reason = "wrong, left out and given are three things")]
    pub fn optional_json_body<T: DeserializeOwned>(
        &mut self,
        table: &'static BodyTable,
        schema: &'static Schema,
    ) -> Option<Option<T>> {
        match self.body(table) {
            SentBody::Absent => Some(None),
            SentBody::Content(_, sent) => self.json(&sent, schema).map(Some),
        }
    }

    /// A layer that undoes an encoding takes the header away; what is left here is not undone.
    fn check_encoding(&self) -> Result<(), Rejection> {
        let encoded = self.context.headers.get_all(CONTENT_ENCODING).iter().find(|sent| {
            let codings = sent.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
            !codings.into_iter().all(|coding| coding.is_empty() || coding.eq_ignore_ascii_case(b"identity"))
        });
        let Some(encoded) = encoded else { return Ok(()) };
        self.context.note_unfit();
        let sent = encoded.to_str().ok().map(str::to_owned);
        Err(Rejection::UnsupportedContentEncoding { sent })
    }

    fn unsupported(&self, table: &'static BodyTable) -> Rejection {
        let mut sent = self.context.headers.get_all(CONTENT_TYPE).iter();
        let first = sent.next().and_then(|value| value.to_str().ok());
        self.context.note_unfit();
        Rejection::UnsupportedMediaType { sent: first.map(str::to_owned), declared: table.media_types }
    }

    /// The body in UTF-8, where it says that it has another encoding. That it has not is noted.
    pub(super) fn in_utf8<'b>(&mut self, body: &'b [u8]) -> Option<Cow<'b, [u8]>> {
        if self.charset == Charset::UTF_8 {
            return Some(Cow::Borrowed(body));
        }
        let text = self.charset.decode(body).map(|text| Cow::Owned(text.into_owned().into_bytes()));
        if text.is_none() {
            self.note(Violation::new(Location::Body, String::new(), Expected::NamedEncoding));
        }
        text
    }

    /// A JSON body.
    pub fn json<T: DeserializeOwned>(&mut self, body: &[u8], schema: &'static Schema) -> Option<T> {
        let body = self.in_utf8(body)?;
        match json::read(&body) {
            Ok(value) => self.typed(value, schema, Location::Body, ""),
            Err(error) => {
                self.note(Violation::new(Location::Body, String::new(), error.into()));
                None
            }
        }
    }

    /// A text body.
    pub fn text<T: DeserializeOwned>(&mut self, body: &[u8], schema: &'static Schema) -> Option<T> {
        let body = self.in_utf8(body)?;
        if let Ok(text) = std::str::from_utf8(&body) {
            return self.typed(Json::String(text.into()), schema, Location::Body, "");
        }
        self.not_decoded(DecodeError::Encoding, Location::Body, "");
        None
    }

    /// A form body.
    pub fn form<T: DeserializeOwned>(
        &mut self,
        body: &[u8],
        fields: &'static Fields,
        schema: &'static Schema,
    ) -> Option<T> {
        let text = std::str::from_utf8(body).map_err(|_| (DecodeError::Encoding, String::new()));
        match text.and_then(|text| Ok((text, fields.decode(text)?))) {
            Ok((text, value)) => {
                let valid = if validate::is_valid(schema, &value) { Ok(value) } else { Err(value) };
                let valid = valid.or_else(|value| fields_as_text(text, fields, schema, &value).ok_or(value));
                self.build(valid, schema, Location::Body, "")
            }
            Err((why, name)) => {
                self.not_decoded(why, Location::Body, &name);
                None
            }
        }
    }

    /// A multipart body, whatever its parts are.
    pub fn parts(&mut self, body: &Bytes) -> Option<Vec<Part>> {
        let sent = self.context.headers.get(CONTENT_TYPE).and_then(|sent| sent.to_str().ok());
        let boundary = sent.and_then(multipart::boundary_of).ok_or("must have a boundary in its media type");
        match boundary.and_then(|boundary| multipart::parse(body, &boundary)) {
            Ok(parts) => Some(parts),
            Err(why) => {
                self.note(Violation::new(Location::Body, String::new(), Expected::Parts(why)));
                None
            }
        }
    }

    /// A multipart body whose parts have names and types; `build` takes each of them.
    pub fn multipart<T>(
        &mut self,
        body: &Bytes,
        table: &'static Parts,
        schema: &'static Schema,
        build: impl FnOnce(&mut Members<'_>) -> Option<T>,
    ) -> Option<T> {
        let parts = self.parts(body)?;
        let mut members = match table.decode(&parts) {
            Ok(members) => members,
            Err((why, name)) => {
                self.not_decoded(why, Location::Body, name);
                return None;
            }
        };
        let tree = members.take_tree();
        if validate::is_valid(schema, &tree) {
            members.set_tree(tree);
        } else {
            let mut found = validate::violations(schema, &tree, Location::Body, String::new());
            let Some(as_text) = parts_as_text(&parts, table, schema, &found) else {
                self.violations.append(&mut found);
                return None;
            };
            members = as_text;
        }
        let typed = build(&mut members);
        for (name, why) in members.unfit {
            self.note(Violation::new(Location::Body, pointer_to(name), Expected::DeclaredType(why)));
        }
        typed
    }

    fn not_decoded(&mut self, why: DecodeError, location: Location, name: &str) {
        self.note(Violation::new(location, pointer_to(name), why.into()));
    }

    /// Validates, then builds the typed value.
    pub(super) fn typed<T: DeserializeOwned>(
        &mut self,
        value: Json<'_>,
        schema: &'static Schema,
        location: Location,
        name: &str,
    ) -> Option<T> {
        let valid = if validate::is_valid(schema, &value) { Ok(value) } else { Err(value) };
        self.build(valid, schema, location, name)
    }

    /// Builds the typed value of a valid one; what is wrong with one that is not is noted.
    fn build<T: DeserializeOwned>(
        &mut self,
        valid: Result<Json<'_>, Json<'_>>,
        schema: &'static Schema,
        location: Location,
        name: &str,
    ) -> Option<T> {
        match valid.map(Json::into_typed) {
            Ok(Ok(typed)) => Some(typed),
            Ok(Err(error)) => {
                let expected = Expected::DeclaredType(error.to_string());
                self.note(Violation::new(location, pointer_to(name), expected));
                None
            }
            Err(value) => {
                let mut found = validate::violations(schema, &value, location, pointer_to(name));
                self.violations.append(&mut found);
                None
            }
        }
    }

    pub(super) fn note(&mut self, violation: Violation) {
        self.violations.push(violation);
    }
}

/// The form in which the fields that are not valid are text, if that makes it valid.
fn fields_as_text<'b>(
    body: &'b str,
    fields: &'static Fields,
    schema: &'static Schema,
    value: &Json<'_>,
) -> Option<Json<'b>> {
    let found = validate::violations(schema, value, Location::Body, String::new());
    let value = fields.decode_with(body, |name| reading_of(name, &found)).ok()?;
    validate::is_valid(schema, &value).then_some(value)
}

/// The same for the parts of a multipart body; what may be a file or a list of files is a file.
fn parts_as_text<'b>(
    parts: &'b [Part],
    table: &'static Parts,
    schema: &'static Schema,
    found: &[Violation],
) -> Option<Members<'b>> {
    let mut members = table.decode_with(parts, |name| reading_of(name, found)).ok()?;
    let tree = members.take_tree();
    let valid = validate::is_valid(schema, &tree);
    members.set_tree(tree);
    valid.then_some(members)
}

/// How a member is read again: as text, where something is wrong with it.
fn reading_of(name: &str, found: &[Violation]) -> Reading {
    let member = pointer_to(name);
    let is_wrong = found.iter().any(|violation| {
        let below = violation.instance_path.strip_prefix(member.as_str());
        below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
    });
    if is_wrong { Reading::Text } else { Reading::Typed }
}

/// The name of a parameter as violations have it: headers are in lower case.
fn name_of(parameter: &Parameter) -> Cow<'static, str> {
    match parameter.spec.location {
        ParameterIn::Header => Cow::Owned(parameter.spec.name.to_ascii_lowercase()),
        _ => Cow::Borrowed(parameter.spec.name),
    }
}

/// What the `Content-Type` header says.
enum Sent<'r> {
    /// There is none.
    Nothing,
    /// There are several, or it is not text.
    Malformed,
    /// A media type with its parameters.
    Type(&'r str),
}

fn content_type(headers: &HeaderMap) -> Sent<'_> {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    match (values.next(), values.next()) {
        (None, _) => Sent::Nothing,
        (Some(value), None) if value == media_type::JSON => Sent::Type(media_type::JSON),
        (Some(value), None) => value.to_str().map_or(Sent::Malformed, Sent::Type),
        (Some(_), Some(_)) => Sent::Malformed,
    }
}
