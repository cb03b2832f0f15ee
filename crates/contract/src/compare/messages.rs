//! What requests and responses consist of: parameters, bodies, statuses, headers, media types.

use unplug_openapi::ir::{Body, Header, MediaType, Operation, Parameter, Response, StatusSpec};

use super::Comparison;
use super::graph::Subject;
use super::operations::{OperationPair, matched};
use crate::locator::{Locator, Locators};
use crate::part::Content;
use crate::routes::slots;
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
                self.schemas(pair.number, pair.request, schemas, Subject { label: name, locators });
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
        let part = self.part((before, after), name, direction, locators.clone());
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
                self.schemas(pair.number, direction, schemas, Subject { label: name, locators });
            }
        }
    }

    fn media_types(&mut self, pair: &OperationPair<'a>, bodies: &Bodies<'a>) {
        for before in bodies.before {
            self.media_type(pair, bodies, (Some(before), counterpart(before, bodies.after)));
        }
        let added = bodies.after.iter().filter(|after| counterpart(after, bodies.before).is_none());
        for after in added {
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
        let own = |media_type: Option<&'a MediaType>, body: &Locator<'a>| match media_type {
            Some(media_type) => Locator::at(&media_type.location).hint(quoted(&media_type.name)).within(body),
            None => body.clone().absent(),
        };
        let locators = (own(before, &bodies.locators.0), own(after, &bodies.locators.1));
        let content = |media_type: Option<&'a MediaType>, others: &[MediaType]| {
            let is_last = others.is_empty();
            media_type.map(|media_type| Content { media_type, body: bodies.name.clone(), is_last })
        };
        let contents = (content(before, bodies.after), content(after, bodies.before));
        let part = self.part(contents, name.clone(), bodies.direction, locators.clone());
        self.check(|checks| &checks.media_type, &part, [pair.number]);
        let (Some(before), Some(after)) = (before, after) else { return };
        let label = if bodies.before.len() > 1 { name } else { bodies.name.clone() };
        let items = Subject { label: format!("each item of {label}"), locators: locators.clone() };
        let schemas = (before.schema, after.schema);
        self.schemas(pair.number, bodies.direction, schemas, Subject { label, locators });
        let schemas = (before.item_schema, after.item_schema);
        self.schemas(pair.number, bodies.direction, schemas, items);
    }
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
    let name = media_type.name.as_str();
    let covers = |range: &str| match range.strip_suffix("/*") {
        Some("*") => true,
        Some(kind) => name.split_once('/').is_some_and(|(own, _)| own == kind),
        None => false,
    };
    among.iter().find(|other| other.name == name).or_else(|| among.iter().find(|other| covers(&other.name)))
}
