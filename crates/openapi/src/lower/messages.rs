//! Bodies, responses, headers, media types and examples.

use indexmap::IndexMap;

use super::{Lowering, names};
use crate::diagnostic::Diagnostic;
use crate::ir::{Body, Encoding, Example, Header, MediaType, RateLimitRole, Response, StatusSpec, Style};
use crate::resolve::LocatedNode;
use crate::syntax::pointer;
use crate::version::Version;

impl<'a> Lowering<'a> {
    /// The description of an object; since 3.1 one beside the reference goes first.
    pub(super) fn description(&self, listed: &LocatedNode<'a>, target: &LocatedNode<'a>) -> Option<String> {
        let beside = (self.version > Version::V30 && listed.key() != target.key())
            .then(|| listed.string("description"))
            .flatten();
        beside.or_else(|| target.string("description"))
    }

    pub(super) fn body(&mut self, listed: &LocatedNode<'a>) -> Option<Body> {
        let located = self.follow(listed)?;
        let content = located.field("content").filter(|content| content.node.as_object().is_some())?;
        Some(Body {
            required: located.flag("required").unwrap_or_default(),
            description: self.description(listed, &located),
            contents: self.contents(&content),
            location: located.location(),
        })
    }

    pub(super) fn responses(&mut self, operation: &LocatedNode<'a>) -> Vec<Response> {
        let Some(responses) = operation.field("responses") else {
            return Vec::new();
        };
        self.touch(&responses);
        let mut lowered = Vec::new();
        for (status, listed) in responses.members() {
            let Ok(status) = status.parse::<StatusSpec>() else {
                continue;
            };
            let Some(located) = self.follow(&listed).filter(|located| located.node.as_object().is_some())
            else {
                continue;
            };
            let content = located.field("content");
            lowered.push(Response {
                status,
                description: self.description(&listed, &located).unwrap_or_default(),
                headers: self.headers(&located),
                contents: content.map(|content| self.contents(&content)).unwrap_or_default(),
                accepted: located.flag("x-accepted").unwrap_or(false),
                component: component(&located, "responses"),
                location: located.location(),
            });
        }
        lowered
    }

    /// The `headers` of a response or of an encoding. `Content-Type` says what the media types
    /// say already, and is to be ignored.
    fn headers(&mut self, owner: &LocatedNode<'a>) -> Vec<Header> {
        let Some(headers) = owner.field("headers") else {
            return Vec::new();
        };
        let mut lowered = Vec::new();
        for (name, listed) in headers.members() {
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            let Some(located) = self.follow(&listed).filter(|located| located.node.as_object().is_some())
            else {
                continue;
            };
            let content = located.field("content").map(|content| self.contents(&content));
            let first = content.as_ref().and_then(|contents| contents.first());
            let json = first.is_some_and(|first| names::is_json(&first.name));
            let inner = first.and_then(|first| first.schema);
            let mut examples = self.examples(&located);
            examples.extend(first.iter().flat_map(|first| first.examples.iter().cloned()));
            lowered.push(Header {
                name: name.to_owned(),
                required: located.flag("required").unwrap_or_default(),
                description: self.description(&listed, &located),
                schema: located.field("schema").map(|schema| self.schema(&schema)).or(inner),
                explode: located.flag("explode").unwrap_or_default(),
                json,
                rate_limit: located.string("x-rate-limit").map(RateLimitRole::from),
                examples,
                component: component(&located, "headers"),
                location: located.location(),
            });
        }
        lowered
    }

    /// A `content` map.
    pub(super) fn contents(&mut self, content: &LocatedNode<'a>) -> Vec<MediaType> {
        let mut lowered: Vec<MediaType> = Vec::new();
        let mut kept: Vec<LocatedNode<'a>> = Vec::new();
        for (name, listed) in content.members() {
            let Some(located) = self.follow(&listed) else {
                continue;
            };
            let normal = names::media_type(name);
            let plain = names::without_charset(&normal);
            if let Some(other) = lowered.iter().position(|other| names::without_charset(&other.name) == plain)
            {
                if kept[other].node.same_value(located.node) {
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
            let media_type = self.media_type(normal, &located);
            lowered.push(media_type);
            kept.push(located);
        }
        lowered
    }

    fn media_type(&mut self, name: String, located: &LocatedNode<'a>) -> MediaType {
        let encoding = located.field("encoding");
        let mut encodings = IndexMap::new();
        for (property, encoding) in encoding.iter().flat_map(LocatedNode::members) {
            self.touch(&encoding);
            encodings.insert(property.to_owned(), self.encoding(&encoding));
        }
        MediaType {
            name,
            schema: located.field("schema").map(|schema| self.schema(&schema)),
            item_schema: located.field("itemSchema").map(|schema| self.schema(&schema)),
            encoding: encodings,
            examples: self.examples(located),
            location: located.location(),
        }
    }

    fn encoding(&mut self, located: &LocatedNode<'a>) -> Encoding {
        Encoding {
            content_type: located.string("contentType"),
            style: located.text("style").and_then(Style::from_name),
            explode: located.flag("explode"),
            allow_reserved: located.flag("allowReserved").unwrap_or_default(),
            headers: self.headers(located),
            location: located.location(),
        }
    }

    /// `example` and `examples` of a parameter or media type. Examples that stand in another file,
    /// or only as text, cannot be compared with a schema and are left out.
    pub(super) fn examples(&mut self, owner: &LocatedNode<'a>) -> Vec<Example> {
        let mut lowered = Vec::new();
        if let Some(located) = owner.get("example") {
            lowered.push(example("example", &located));
        }
        let examples = owner.field("examples");
        for (name, listed) in examples.iter().flat_map(LocatedNode::members) {
            let Ok(located) = self.trees.follow(&listed) else {
                continue;
            };
            if let Some(value) = located.get("value").or_else(|| located.get("dataValue")) {
                lowered.push(example(name, &value));
            }
        }
        lowered
    }
}

pub(super) fn example(name: &str, located: &LocatedNode<'_>) -> Example {
    Example { name: name.to_owned(), value: located.node.to_json(), location: located.location() }
}

/// The name of the component of this kind that it is.
fn component(located: &LocatedNode<'_>, kind: &str) -> Option<String> {
    let mut tokens = pointer::tokens(&located.pointer)?;
    let within = tokens.next()? == "components" && tokens.next()? == kind;
    let name = tokens.next().filter(|_| within)?;
    tokens.next().is_none().then(|| name.into_owned())
}
