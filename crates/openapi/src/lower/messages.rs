//! Bodies, responses, headers, media types and examples.

use indexmap::IndexMap;

use super::{Lowering, names, origin};
use crate::check::Version;
use crate::diagnostic::Diagnostic;
use crate::ir::{Body, Encoding, Example, Header, MediaType, Response, StatusSpec};
use crate::resolve::Place;

impl<'a> Lowering<'a> {
    /// The description of an object; since 3.1 one beside the reference goes first.
    pub(super) fn description(&self, listed: &Place<'a>, target: &Place<'a>) -> Option<String> {
        let beside = (self.version > Version::V30 && listed.key() != target.key())
            .then(|| listed.string("description"))
            .flatten();
        beside.or_else(|| target.string("description"))
    }

    pub(super) fn body(&mut self, listed: &Place<'a>) -> Option<Body> {
        let place = self.follow(listed)?;
        let content = place.field("content").filter(|content| content.node.as_object().is_some())?;
        Some(Body {
            required: place.flag("required").unwrap_or_default(),
            description: self.description(listed, &place),
            contents: self.contents(&content),
            origin: origin(&place),
        })
    }

    pub(super) fn responses(&mut self, operation: &Place<'a>) -> Vec<Response> {
        let Some(responses) = operation.field("responses") else {
            return Vec::new();
        };
        self.touch(&responses);
        let mut lowered = Vec::new();
        for (status, listed) in responses.members() {
            let Ok(status) = status.parse::<StatusSpec>() else {
                continue;
            };
            let Some(place) = self.follow(&listed).filter(|place| place.node.as_object().is_some()) else {
                continue;
            };
            let content = place.field("content");
            lowered.push(Response {
                status,
                description: self.description(&listed, &place).unwrap_or_default(),
                headers: self.headers(&place),
                contents: content.map(|content| self.contents(&content)).unwrap_or_default(),
                origin: origin(&place),
            });
        }
        lowered
    }

    /// The `headers` of a response or of an encoding. `Content-Type` says what the media types
    /// say already, and is to be ignored.
    fn headers(&mut self, owner: &Place<'a>) -> Vec<Header> {
        let Some(headers) = owner.field("headers") else {
            return Vec::new();
        };
        let mut lowered = Vec::new();
        for (name, listed) in headers.members() {
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            let Some(place) = self.follow(&listed).filter(|place| place.node.as_object().is_some()) else {
                continue;
            };
            let content = place.field("content").map(|content| self.contents(&content));
            let first = content.as_ref().and_then(|contents| contents.first());
            let json = first.is_some_and(|first| names::is_json(&first.name));
            let inner = first.and_then(|first| first.schema);
            let mut examples = self.examples(&place);
            examples.extend(first.iter().flat_map(|first| first.examples.iter().cloned()));
            lowered.push(Header {
                name: name.to_owned(),
                required: place.flag("required").unwrap_or_default(),
                description: self.description(&listed, &place),
                schema: place.field("schema").map(|schema| self.schema(&schema)).or(inner),
                explode: place.flag("explode").unwrap_or_default(),
                json,
                rate_limit: place.string("x-rate-limit"),
                examples,
                origin: origin(&place),
            });
        }
        lowered
    }

    /// A `content` map.
    pub(super) fn contents(&mut self, content: &Place<'a>) -> Vec<MediaType> {
        let mut lowered: Vec<MediaType> = Vec::new();
        let mut kept: Vec<Place<'a>> = Vec::new();
        for (name, listed) in content.members() {
            let Some(place) = self.follow(&listed) else {
                continue;
            };
            let normal = names::media_type(name);
            if let Some(other) = lowered.iter().position(|other| other.name == normal) {
                if kept[other].node.same_value(place.node) {
                    continue;
                }
                let diagnostic = Diagnostic::warning(
                    "duplicate-media-type",
                    format!("the media type `{name}` stands here twice; the first one counts"),
                )
                .label(listed.head(""))
                .pointer(&listed.pointer)
                .reason("case and `charset` do not tell media types apart")
                .remedy(self.remedy(&listed, "remove one of them"));
                self.report(diagnostic);
                continue;
            }
            let media_type = self.media_type(normal, &place);
            lowered.push(media_type);
            kept.push(place);
        }
        lowered
    }

    fn media_type(&mut self, name: String, place: &Place<'a>) -> MediaType {
        let encoding = place.field("encoding");
        let mut encodings = IndexMap::new();
        for (property, encoding) in encoding.iter().flat_map(Place::members) {
            self.touch(&encoding);
            encodings.insert(property.to_owned(), self.encoding(&encoding));
        }
        MediaType {
            name,
            schema: place.field("schema").map(|schema| self.schema(&schema)),
            item_schema: place.field("itemSchema").map(|schema| self.schema(&schema)),
            encoding: encodings,
            examples: self.examples(place),
            origin: origin(place),
        }
    }

    fn encoding(&mut self, place: &Place<'a>) -> Encoding {
        Encoding {
            content_type: place.string("contentType"),
            style: place.text("style").and_then(|style| style.parse().ok()),
            explode: place.flag("explode"),
            allow_reserved: place.flag("allowReserved").unwrap_or_default(),
            headers: self.headers(place),
        }
    }

    /// `example` and `examples` of a parameter or media type. Examples that stand in another file,
    /// or only as text, cannot be compared with a schema and are left out.
    pub(super) fn examples(&mut self, owner: &Place<'a>) -> Vec<Example> {
        let mut lowered = Vec::new();
        if let Some(place) = owner.get("example") {
            lowered.push(example("example", &place));
        }
        let examples = owner.field("examples");
        for (name, listed) in examples.iter().flat_map(Place::members) {
            let Ok(place) = self.trees.follow(&listed) else {
                continue;
            };
            if let Some(value) = place.get("value").or_else(|| place.get("dataValue")) {
                lowered.push(example(name, &value));
            }
        }
        lowered
    }
}

pub(super) fn example(name: &str, place: &Place<'_>) -> Example {
    Example { name: name.to_owned(), value: place.node.to_json(), origin: origin(place) }
}
