//! Samples of requests and responses.

use serde_json::{Value, json};
use unplug_openapi::ir::{
    ContentKind, Header, MediaType, Operation, Parameter, ParameterIn, ParameterShape, Response, SchemaId,
    Schemas, SequenceItems, StatusSpec, Style,
};

use super::generate::{self, Completeness, ValueOptions};
use super::text::Destination;
use super::{
    AmbiguousNames, BodySample, ContentSample, Direction, OperationSample, ParameterSample, ResponseSample,
    Sampler, Unsampled,
};
use crate::values;

mod form;

/// Values that are tried for a parameter whose style has delimiters.
const DELIMITED_ATTEMPTS: usize = 8;
/// XML is sent as it is, whatever its schema, so any well-formed document will do.
const XML: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sample><name>größer &amp; kleiner</name></sample>\n";

/// The samples of one operation, in one round.
pub(super) fn exchange(
    sampler: &Sampler<'_>,
    operation: &Operation,
    round: u32,
) -> Result<OperationSample, Unsampled> {
    let shared = AmbiguousNames::of(sampler.api, operation);
    let messages = Messages { sampler, operation, shared: &shared, round, direction: Direction::Request };
    let mut parameters = Vec::new();
    for (at, parameter) in operation.parameters.iter().enumerate() {
        parameters.extend(messages.parameter(parameter, at)?);
    }
    let body = match &operation.body {
        Some(body) if body.required || messages.wants(0) => messages.body(&body.contents)?,
        _ => None,
    };
    // A length that is not the body's would cut it.
    if let Some(length) = parameters.iter_mut().find(|sent| sent.name.eq_ignore_ascii_case("content-length"))
    {
        match body.as_ref().map(|body| &body.content) {
            Some(ContentSample::Bytes(bytes)) => length.value = json!(bytes.len()),
            Some(ContentSample::Text(text)) => length.value = json!(text.len()),
            _ => parameters.retain(|sent| !sent.name.eq_ignore_ascii_case("content-length")),
        }
    }
    let messages = Messages { direction: Direction::Response, ..messages };
    let mut responses = Vec::new();
    let mut unsampled = Vec::new();
    for response in &operation.responses {
        messages.response(response, &mut responses, &mut unsampled);
    }
    Ok(OperationSample { operation: operation.id.clone(), parameters, body, responses, unsampled })
}

struct Messages<'s, 'a> {
    sampler: &'s Sampler<'a>,
    operation: &'s Operation,
    shared: &'s AmbiguousNames,
    round: u32,
    direction: Direction,
}

impl Messages<'_, '_> {
    fn completeness(&self) -> Completeness {
        Completeness::of_round(self.round)
    }

    /// Whether something that may be left out is there.
    fn wants(&self, at: usize) -> bool {
        match self.completeness() {
            Completeness::Minimal => false,
            Completeness::Full | Completeness::Nulls => true,
            Completeness::Mixed => (at + self.round as usize).is_multiple_of(2),
        }
    }

    fn choice(&self, at: usize) -> u32 {
        self.sampler.offset().wrapping_add(self.round).wrapping_add(u32::try_from(at).unwrap_or(0))
    }

    fn value(
        &self,
        id: SchemaId,
        destination: Destination,
        levels: u32,
        at: usize,
    ) -> Result<Value, Unsampled> {
        let (completeness, choice) = (self.completeness(), self.choice(at));
        let options = ValueOptions { completeness, destination, direction: self.direction, levels, choice };
        generate::value(self.sampler, id, options)
            .map_err(|why| self.sampler.unsampled(&self.operation.id, id, why))
    }

    fn parameter(&self, parameter: &Parameter, at: usize) -> Result<Option<ParameterSample>, Unsampled> {
        if !parameter.required && !self.wants(at) {
            return Ok(None);
        }
        let destination = Destination::of(parameter.parameter_in);
        let (schema, levels) = match &parameter.shape {
            ParameterShape::Schema { schema, style, .. } => {
                (Some(*schema), if *style == Style::DeepObject { u32::MAX } else { 1 })
            }
            ParameterShape::Content(media_type) => (media_type.schema, u32::MAX),
        };
        let sampled = match schema {
            // Some of the values may have the characters that separate items.
            Some(schema) => (0..DELIMITED_ATTEMPTS)
                .map(|later| self.value(schema, destination, levels, at + later))
                .find(|sampled| !matches!(sampled, Ok(value) if self.is_ambiguous(value, &parameter.shape)))
                .unwrap_or_else(|| Err(self.unsayable(parameter))),
            None => Ok(json!("unplug")),
        };
        let value = match sampled {
            Ok(value) => value,
            Err(unsampled) if parameter.required => return Err(unsampled),
            Err(_) => return Ok(None),
        };
        let value = self.sayable(parameter, value);
        // What text cannot say is not sent.
        let sayable = match (&value, parameter.parameter_in) {
            (Value::Null, _) => false,
            (Value::String(text), ParameterIn::Path) => !matches!(text.as_str(), "" | "." | ".."),
            (Value::String(text), _) => !text.is_empty(),
            (Value::Array(items), _) => !items.is_empty(),
            (Value::Object(members), _) => !members.is_empty(),
            _ => true,
        };
        if !sayable {
            return if parameter.required { Err(self.unsayable(parameter)) } else { Ok(None) };
        }
        let location = parameter.parameter_in.as_str().to_owned();
        Ok(Some(ParameterSample { name: parameter.name.clone(), location, value }))
    }

    /// Whether the value looks like another one when it is written. Some have the characters that separate
    /// items, and a list of one item is as that item is alone.
    fn is_ambiguous(&self, value: &Value, shape: &ParameterShape) -> bool {
        let ParameterShape::Schema { style, schema, .. } = shape else { return false };
        let short = value.as_array().is_some_and(|items| items.len() < 2);
        has_delimiter(value, *style)
            || (short && values::is_single_or_list(&self.sampler.api.schemas, *schema))
    }

    /// The value without what its style has no form for, where that need not be there: members that
    /// other parameters share, and, in brackets, what is empty.
    fn sayable(&self, parameter: &Parameter, value: Value) -> Value {
        let ParameterShape::Schema { schema, style, .. } = &parameter.shape else { return value };
        let mut less = self.shared.without_ambiguous(parameter, &value).unwrap_or(Value::Null);
        if *style == Style::DeepObject {
            remove_empty(&mut less);
        }
        if less == value
            || (!less.is_null()
                && self.sampler.verifier(Direction::Request).is_valid(*schema, &less) == Some(false))
        {
            value
        } else {
            less
        }
    }

    /// A value that the parameter's style cannot say, so that it is not sent.
    fn unsayable(&self, parameter: &Parameter) -> Unsampled {
        Unsampled {
            operation: self.operation.id.clone(),
            pointer: parameter.location.pointer.clone(),
            why: "its values have no form as text".to_owned(),
        }
    }

    fn body(&self, contents: &[MediaType]) -> Result<Option<BodySample>, Unsampled> {
        let at = self.round as usize % contents.len().max(1);
        contents.get(at).map(|media_type| self.content(media_type, false)).transpose()
    }

    /// Events are a stream only where something is streamed; elsewhere they are bytes.
    fn content(&self, media_type: &MediaType, streamed: bool) -> Result<BodySample, Unsampled> {
        let schema = media_type.schema;
        let value = || {
            schema.map_or(Ok(json!({ "any": "thing" })), |id| self.value(id, Destination::Body, u32::MAX, 0))
        };
        let content = match ContentKind::of_media_type(media_type, &self.sampler.api.schemas) {
            ContentKind::Json => ContentSample::Json(value()?),
            ContentKind::Text => ContentSample::Text(self.text(media_type)),
            ContentKind::Bytes if is_xml(&media_type.name) => ContentSample::Bytes(XML.into()),
            ContentKind::Bytes => ContentSample::Bytes(vec![0, 1, 2, 0xff, b'\r', b'\n', b'-', b'-']),
            ContentKind::Form => ContentSample::Form(self.form(media_type)?),
            ContentKind::Multipart => ContentSample::Multipart(self.multipart(schema)?),
            ContentKind::EventStream if !streamed => ContentSample::Bytes(b"data: unplug\n\n".to_vec()),
            kind @ (ContentKind::EventStream | ContentKind::JsonLines) => {
                ContentSample::Items(self.sequence(media_type, kind)?)
            }
        };
        Ok(BodySample { media_type: media_type.name.clone(), content })
    }

    /// The items of a sequence: JSON, or the data of events.
    fn sequence(&self, media_type: &MediaType, kind: ContentKind) -> Result<Vec<Value>, Unsampled> {
        let schemas = &self.sampler.api.schemas;
        let items = SequenceItems::of(schemas, media_type, kind);
        let text = matches!(items, Some(SequenceItems::Text | SequenceItems::ByEvent { json: false, .. }));
        let other = |at| if text { json!(format!("event {at}")) } else { json!({ "item": at }) };
        self.items(items.and_then(|items| items.item(schemas)), other)
    }

    fn items(&self, item: Option<SchemaId>, other: impl Fn(usize) -> Value) -> Result<Vec<Value>, Unsampled> {
        let value =
            |at| item.map_or_else(|| Ok(other(at)), |id| self.value(id, Destination::Body, u32::MAX, at));
        (0..3).map(value).collect()
    }

    /// Text that its schema allows, when that is one for text. Where another encoding than UTF-8 is
    /// declared, it has no characters but those of ASCII, which nearly every encoding has.
    fn text(&self, media_type: &MediaType) -> String {
        let is_utf8 = !media_type.name.contains(";charset=");
        let (destination, otherwise) =
            if is_utf8 { (Destination::Body, "größer") } else { (Destination::Word, "plain") };
        let sampled = media_type.schema.and_then(|id| self.value(id, destination, u32::MAX, 0).ok());
        sampled.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_else(|| otherwise.to_owned())
    }

    /// The object of a multipart body; files in place of binary text.
    fn multipart(&self, schema: Option<SchemaId>) -> Result<Value, Unsampled> {
        let Some(id) = schema else { return Ok(json!({ "any": "thing" })) };
        let schemas = &self.sampler.api.schemas;
        let mut value = self.value(id, Destination::Word, u32::MAX, 0)?;
        let (mut files, mut lists) = (Vec::new(), Vec::new());
        binary_properties(schemas, id, 0, &mut files, &mut lists);
        if let Value::Object(members) = &mut value {
            for (name, member) in members.iter_mut().filter(|(name, _)| files.contains(name)) {
                let file = |at: usize| {
                    json!({ "$file": {
                        "name": format!("{name}-{at}.bin"),
                        "content_type": "application/octet-stream",
                        "bytes": [0, 255, 13, 10, 45, 45, at],
                    } })
                };
                let list = lists.contains(name);
                *member = match member {
                    Value::Array(items) => Value::Array((0..items.len()).map(file).collect()),
                    _ if list => Value::Array(vec![file(0)]),
                    _ => file(0),
                };
            }
        }
        Ok(value)
    }

    fn response(&self, response: &Response, into: &mut Vec<ResponseSample>, unsampled: &mut Vec<Unsampled>) {
        let headers: Result<Vec<_>, _> = response
            .headers
            .iter()
            .enumerate()
            .filter_map(|(at, header)| self.header(header, at).transpose())
            .collect();
        let headers = match headers {
            Ok(headers) => headers,
            Err(why) => return unsampled.push(why),
        };
        let streamed = matches!(response.status, StatusSpec::Code(200..=299) | StatusSpec::Range(2));
        let declared = response.status.to_string();
        let sample = |status, body| ResponseSample {
            declared: declared.clone(),
            status,
            headers: headers.clone(),
            body,
        };
        for status in self.statuses(response.status) {
            let without =
                self.operation.method.as_str() == "HEAD" || matches!(status, 100..=199 | 204 | 205 | 304);
            if without || response.contents.is_empty() {
                into.push(sample(status, None));
                continue;
            }
            for media_type in &response.contents {
                match self.content(media_type, streamed) {
                    Ok(body) => into.push(sample(status, Some(body))),
                    Err(why) => unsampled.push(why),
                }
            }
        }
    }

    fn header(&self, header: &Header, at: usize) -> Result<Option<(String, Value)>, Unsampled> {
        let own = header.name.to_ascii_lowercase();
        if (!header.required && !self.wants(at)) || matches!(own.as_str(), "content-type" | "content-length")
        {
            return Ok(None);
        }
        let sampled = match header.schema {
            Some(id) => self.value(id, Destination::Word, 1, at),
            None => Ok(json!("unplug")),
        };
        match sampled {
            Ok(value) if value.is_null() || value == json!("") => Ok(None),
            Ok(value) => Ok(Some((header.name.clone(), value))),
            Err(_) if !header.required => Ok(None),
            Err(unsampled) => Err(unsampled),
        }
    }

    /// A status for each way in which a client treats the declaration.
    fn statuses(&self, status: StatusSpec) -> Vec<u16> {
        let declared = |code: u16| {
            self.operation.responses.iter().any(|other| match other.status {
                StatusSpec::Code(known) => known == code,
                StatusSpec::Range(class) => status == StatusSpec::Default && code / 100 == u16::from(class),
                StatusSpec::Default => false,
            })
        };
        let first = |codes: &[u16]| codes.iter().copied().find(|code| !declared(*code));
        match status {
            StatusSpec::Code(code) => vec![code],
            StatusSpec::Range(class) => {
                let base = u16::from(class) * 100;
                first(&[base, base + 1, base + 2, base + 3, base + 9, base + 22, base + 99])
                    .into_iter()
                    .collect()
            }
            StatusSpec::Default => {
                let success =
                    self.operation.responses.iter().any(|other| {
                        matches!(other.status, StatusSpec::Code(200..=299) | StatusSpec::Range(2))
                    });
                let failure = first(&[500, 502, 503, 418, 400, 404, 409, 599]);
                let success = if success { None } else { first(&[200, 201, 202]) };
                failure.into_iter().chain(success).collect()
            }
        }
    }
}

/// Removes members that are empty objects or arrays.
fn remove_empty(value: &mut Value) {
    let Value::Object(members) = value else { return };
    members.values_mut().for_each(remove_empty);
    members.retain(|_, member| match member {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    });
}

/// Whether a character that separates the items of a style is in one of them. Styles other than these
/// escape.
fn has_delimiter(value: &Value, style: Style) -> bool {
    let delimiters: &[char] = match style {
        Style::Simple => &[',', '='],
        Style::Label => &[',', '.', '='],
        Style::Matrix => &[',', ';', '='],
        Style::SpaceDelimited => &[' '],
        Style::PipeDelimited => &['|'],
        Style::Form | Style::Cookie | Style::DeepObject => return false,
    };
    let separates = |item: &Value| match item {
        Value::String(text) => text.contains(delimiters),
        Value::Number(number) => number.to_string().contains(delimiters),
        _ => false,
    };
    match value {
        Value::Array(items) => items.iter().any(separates),
        Value::Object(members) => members.values().any(separates),
        _ => false,
    }
}

/// The properties of a multipart object that are files.
/// What may be a file or a list of files is a list.
fn binary_properties(
    schemas: &Schemas,
    id: SchemaId,
    depth: usize,
    into: &mut Vec<String>,
    lists: &mut Vec<String>,
) {
    let schema = &schemas[id];
    if depth > 16 {
        return;
    }
    for (name, property) in &schema.properties {
        let ways = schemas.with_alternatives(*property);
        let list = ways.iter().any(|way| schemas[*way].items.is_some_and(|item| schemas.is_binary(item)));
        if list || ways.iter().any(|way| schemas.is_binary(*way)) {
            into.push(name.clone());
        }
        if list {
            lists.push(name.clone());
        }
    }
    for part in schema.reference.iter().chain(&schema.all_of) {
        binary_properties(schemas, *part, depth + 1, into, lists);
    }
}

fn is_xml(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/xml") || essence.ends_with("+xml")
}

/// What a request with an object body looks like, for those who break it.
pub(super) fn json_of(body: &BodySample) -> Option<&Value> {
    match &body.content {
        ContentSample::Json(value) => Some(value),
        _ => None,
    }
}
