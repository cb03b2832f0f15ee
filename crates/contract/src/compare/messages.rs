//! What requests and responses consist of: parameters, bodies, statuses, headers, media types.

use unplug_openapi::ir::{
    Api, Body, ContentKind, Header, MediaType, Operation, Parameter, ParameterShape, Response, Schema,
    StatusSpec, Style,
};

use super::Comparison;
use super::graph::Subject;
use super::operations::{OperationPair, matched};
use crate::locator::{Locator, Locators};
use crate::part::{Answer, Content, Elsewhere};
use crate::routes::slots;
use crate::schemas::carrier::{Carrier, is_raw};
use crate::verdict::Direction;

/// Two bodies.
struct Bodies<'a> {
    before: &'a [MediaType],
    after: &'a [MediaType],
    /// For example `the request body`.
    name: String,
    locators: Locators<'a>,
    direction: Direction,
}

impl<'a> Comparison<'a> {
    pub(super) fn messages(&mut self, pair: &OperationPair<'a>) {
        self.parameters(pair);
        self.body(pair);
        self.responses(pair);
    }

    fn parameters(&mut self, pair: &OperationPair<'a>) {
        for (_, (before, after)) in matched(slots(pair.before), slots(pair.after)) {
            let Some(first) = before.or(after) else { continue };
            let name = format!("the {} parameter `{}`", first.parameter_in, first.name);
            let one = before.map_or_else(|| whole(pair.before).absent(), |own| Locator::at(&own.location));
            let other = after.map_or_else(
                || whole(pair.after).absent().hint("params("),
                |own: &Parameter| {
                    Locator::at(&own.location).hint("params(").hint(quoted(&own.name.to_ascii_lowercase()))
                },
            );
            let locators = (one, other);
            let part = self.part((before, after), name.clone(), pair.request, locators.clone());
            self.check(|checks| &checks.parameter, &part, [pair.number]);
            if let (Some(before), Some(after)) = (before, after) {
                let schemas = (before.schema(), after.schema());
                let carrier = of_parameters(before, after);
                self.schemas(pair.number, pair.request, schemas, Subject { label: name, locators, carrier });
            }
        }
    }

    fn body(&mut self, pair: &OperationPair<'a>) {
        let (before, after) = (pair.before.body.as_ref(), pair.after.body.as_ref());
        if before.is_none() && after.is_none() {
            return;
        }
        let name = "the request body".to_owned();
        let own = |body: Option<&'a Body>, holder: &'a Operation| {
            body.map_or_else(|| whole(holder).absent(), |body| Locator::at(&body.location))
        };
        let other = own(after, pair.after);
        let other = if after.is_some() { other.hint("request_body") } else { other };
        let locators = (own(before, pair.before), other);
        let part = self.part((before, after), name.clone(), pair.request, locators.clone());
        self.check(|checks| &checks.body, &part, [pair.number]);
        if let (Some(before), Some(after)) = (before, after) {
            let (before, after) = (&before.contents, &after.contents);
            let bodies = Bodies { before, after, name, locators, direction: pair.request };
            self.media_types(pair, &bodies);
        }
    }

    fn responses(&mut self, pair: &OperationPair<'a>) {
        for before in &pair.before.responses {
            self.response(pair, (Some(before), find(pair.after, before.status)));
        }
        for after in &pair.after.responses {
            let before = find(pair.before, after.status);
            if before.is_none_or(|before| before.status != after.status) {
                self.response(pair, (before, Some(after)));
            }
        }
    }

    fn response(
        &mut self,
        pair: &OperationPair<'a>,
        (before, after): (Option<&'a Response>, Option<&'a Response>),
    ) {
        let is_code = |response: &&Response| matches!(response.status, StatusSpec::Code(_));
        let is_declared_apart = |response: &&Response| response.status != StatusSpec::Default;
        let apart = before.filter(is_code).or(after.filter(is_code));
        let apart = apart.or(before.filter(is_declared_apart)).or(after).or(before);
        let name = apart.map_or_else(String::new, |response| format!("the response {}", response.status));
        let one = before.map_or_else(|| whole(pair.before).absent(), |own| Locator::at(&own.location));
        let other = after.map_or_else(
            || whole(pair.after).absent().hint("responses("),
            |own: &Response| {
                Locator::at(&own.location).hint(format!("status={}", own.status).to_ascii_lowercase())
            },
        );
        let locators = (one, other);
        let direction = pair.request.reversed();
        let answer = |response: Option<&'a Response>, other: &Operation| {
            let succeeds_elsewhere = other.responses.iter().any(|response| is_success(response.status));
            response.map(|response| Answer { response, succeeds_elsewhere })
        };
        let answers = (answer(before, pair.after), answer(after, pair.before));
        let part = self.part(answers, name, direction, locators.clone());
        self.check(|checks| &checks.response, &part, [pair.number]);
        let (Some(before), Some(after)) = (before, after) else { return };
        let status = if matches!(before.status, StatusSpec::Code(_)) { before.status } else { after.status };
        self.headers(pair, (&before.headers, &after.headers), status, &locators);
        let name = format!("the body of the response {status}");
        let (before, after) = (&before.contents, &after.contents);
        self.media_types(pair, &Bodies { before, after, name, locators, direction });
    }

    fn headers(
        &mut self,
        pair: &OperationPair<'a>,
        (before, after): (&'a [Header], &'a [Header]),
        status: StatusSpec,
        response: &Locators<'a>,
    ) {
        let named = |headers: &'a [Header]| {
            headers.iter().map(|header| (header.name.to_ascii_lowercase(), header)).collect()
        };
        for (_, (before, after)) in matched(named(before), named(after)) {
            let Some(first) = before.or(after) else { continue };
            let name = format!("the header `{}` of the response {status}", first.name);
            let one =
                before.map_or_else(|| response.0.clone().absent(), |header| Locator::at(&header.location));
            let other = after.map_or_else(
                || response.1.clone().absent(),
                |header: &Header| {
                    let own = Locator::at(&header.location).hint(quoted(&header.name.to_ascii_lowercase()));
                    own.within(&response.1)
                },
            );
            let locators = (one, other);
            let direction = pair.request.reversed();
            let part = self.part((before, after), name.clone(), direction, locators.clone());
            self.check(|checks| &checks.header, &part, [pair.number]);
            if let (Some(before), Some(after)) = (before, after) {
                let schemas = (before.schema, after.schema);
                let text = Carrier::Text { apart: (false, false) };
                let carrier = if before.json || after.json { Carrier::Json } else { text };
                self.schemas(pair.number, direction, schemas, Subject { label: name, locators, carrier });
            }
        }
    }

    fn media_types(&mut self, pair: &OperationPair<'a>, bodies: &Bodies<'a>) {
        let mut narrowed = Vec::new();
        for before in bodies.before {
            let after = counterpart(before, bodies.after);
            // A range of which only one media type is left.
            let within = bodies.after.iter().find(|after| after.name != before.name && covers(before, after));
            if let (None, Some(within)) = (after, within) {
                self.media_type(pair, bodies, (Some(before), None));
                self.content(pair, bodies, (before, within));
                narrowed.push(within.name.as_str());
            } else {
                self.media_type(pair, bodies, (Some(before), after));
            }
        }
        let added = bodies.after.iter().filter(|after| counterpart(after, bodies.before).is_none());
        for after in added.filter(|after| !narrowed.contains(&after.name.as_str())) {
            self.media_type(pair, bodies, (None, Some(after)));
        }
    }

    fn media_type(
        &mut self,
        pair: &OperationPair<'a>,
        bodies: &Bodies<'a>,
        (before, after): (Option<&'a MediaType>, Option<&'a MediaType>),
    ) {
        let Some(first) = before.or(after) else { return };
        let name = format!("{} as `{}`", bodies.name, first.name);
        // What a handler does not say is not asked for either.
        let negotiated = self.whole_document
            && bodies.direction == Direction::Response
            && pair.request == Direction::Request;
        let content = |media_type: Option<&'a MediaType>, others: &[MediaType]| {
            let media_type = media_type?;
            let elsewhere = if others.is_empty() {
                Elsewhere::Nothing
            } else if others.iter().any(|other| covers(media_type, other)) {
                Elsewhere::Included
            } else {
                Elsewhere::Others
            };
            Some(Content { media_type, body: bodies.name.clone(), elsewhere, negotiated })
        };
        let contents = (content(before, bodies.after), content(after, bodies.before));
        let locators = places(bodies, (before, after));
        let part = self.part(contents, name, bodies.direction, locators);
        self.check(|checks| &checks.media_type, &part, [pair.number]);
        if let (Some(before), Some(after)) = (before, after) {
            self.content(pair, bodies, (before, after));
        }
    }

    /// What two media types that stand for each other carry.
    fn content(
        &mut self,
        pair: &OperationPair<'a>,
        bodies: &Bodies<'a>,
        (before, after): (&'a MediaType, &'a MediaType),
    ) {
        // A file is bytes, whatever the schema says.
        if is_file(self.before.api, before) && is_file(self.after.api, after) {
            return;
        }
        let locators = places(bodies, (Some(before), Some(after)));
        let name = format!("{} as `{}`", bodies.name, before.name);
        let label = if bodies.before.len() > 1 { name } else { bodies.name.clone() };
        let is_multipart = ContentKind::of(&before.name) == ContentKind::Multipart;
        let carrier = if is_multipart {
            Carrier::Multipart
        } else if before.name.ends_with("/xml") || before.name.ends_with("+xml") {
            Carrier::Xml
        } else {
            Carrier::Json
        };
        let items = Subject {
            label: format!("each item of {label}"),
            locators: locators.clone(),
            carrier: Carrier::Json,
        };
        let schemas = (before.schema, after.schema);
        self.schemas(pair.number, bodies.direction, schemas, Subject { label, locators, carrier });
        let schemas = (before.item_schema, after.item_schema);
        self.schemas(pair.number, bodies.direction, schemas, items);
    }
}

/// Where two media types stand, or the bodies that would hold them.
fn places<'a>(
    bodies: &Bodies<'a>,
    (before, after): (Option<&'a MediaType>, Option<&'a MediaType>),
) -> Locators<'a> {
    let own = |media_type: Option<&'a MediaType>, body: &Locator<'a>| match media_type {
        Some(media_type) => Locator::at(&media_type.location).hint(quoted(&media_type.name)).within(body),
        None => body.clone().absent(),
    };
    (own(before, &bodies.locators.0), own(after, &bodies.locators.1))
}

/// Whether a body is bytes as they are: its media type says so, and no schema anything else.
fn is_file(api: &Api, media_type: &MediaType) -> bool {
    let is_bytes = |schema: &Schema| schema.allows_everything() || is_raw(schema);
    ContentKind::of_media_type(media_type, &api.schemas) == ContentKind::Bytes
        && media_type.schema.is_none_or(|id| is_bytes(&api.schemas[api.schemas.target(id)]))
}

/// How the value of a parameter is written.
fn of_parameters(before: &Parameter, after: &Parameter) -> Carrier {
    let apart = |parameter: &Parameter| match &parameter.shape {
        ParameterShape::Schema { style, explode, .. } => Some(*explode && *style == Style::Form),
        ParameterShape::Content(_) => None,
    };
    match (apart(before), apart(after)) {
        (Some(one), Some(other)) => Carrier::Text { apart: (one, other) },
        _ => Carrier::Json,
    }
}

/// Whether a status says that the request succeeded.
pub(crate) fn is_success(status: StatusSpec) -> bool {
    matches!(status, StatusSpec::Code(200..=299) | StatusSpec::Range(2))
}

fn whole(operation: &Operation) -> Locator<'_> {
    Locator::at(&operation.location)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The response for a status: itself, its range, or `default`.
fn find(operation: &Operation, status: StatusSpec) -> Option<&Response> {
    let of = |wanted: StatusSpec| operation.responses.iter().find(move |response| response.status == wanted);
    let range = match status {
        StatusSpec::Code(code) => u8::try_from(code / 100).ok().map(StatusSpec::Range),
        _ => None,
    };
    of(status).or_else(|| range.and_then(of)).or_else(|| of(StatusSpec::Default))
}

/// The same media type, or a range that includes it.
fn counterpart<'a>(media_type: &MediaType, among: &'a [MediaType]) -> Option<&'a MediaType> {
    let same = among.iter().find(|other| other.name == media_type.name);
    same.or_else(|| among.iter().find(|other| covers(other, media_type)))
}

/// Whether a media type is a range that includes another one.
fn covers(range: &MediaType, other: &MediaType) -> bool {
    match range.name.strip_suffix("/*") {
        Some("*") => true,
        Some(kind) => other.name.split_once('/').is_some_and(|(own, _)| own == kind),
        None => false,
    }
}
