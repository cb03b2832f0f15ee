//! The media types of bodies.

use unplug_openapi::ir::MediaType;

use crate::compare::{Exchange, Subject, Walk};
use crate::rule::{Change, Direction, Rule};
use crate::rules::encoding;
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "media-type-added",
    summary: "A body may be of a further media type.",
    explanation: "A request may newly be `text/csv`: nobody is hurt. A response that may newly be `text/plain` cannot \
        be read by a client made for JSON.",
    advice: "Choose the new form in responses only when `Accept` asks for it.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "media-type-removed",
    summary: "A body may no longer be of a media type.",
    explanation: "Callers who send `text/csv` are refused. A response in fewer forms hurts nobody, unless no body is \
        left at all: then clients wait for one in vain.",
    advice: "Go on accepting the form in requests.",
};

/// Both sides of a body.
pub(crate) struct Contents<'a> {
    pub(crate) before: &'a [MediaType],
    pub(crate) after: &'a [MediaType],
    /// For example `the request body`.
    pub(crate) subject: String,
    /// Where the bodies stand.
    pub(crate) spots: (Spot<'a>, Spot<'a>),
    pub(crate) direction: Direction,
}

pub(crate) fn compare<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>, contents: &Contents<'a>) {
    for media_type in contents.before {
        match counterpart(media_type, contents.after) {
            Some(other) => pair(walk, exchange, contents, media_type, other),
            None => removed(walk, exchange, contents, media_type),
        }
    }
    for media_type in contents.after {
        if counterpart(media_type, contents.before).is_none() {
            let message = walk.words.added(&named(media_type, &contents.subject));
            let after = hinted(Spot::at(&media_type.location), contents, media_type);
            let spots = (contents.spots.0.clone().absent(), after);
            walk.push(exchange.operation, &ADDED, (Change::Wider, contents.direction), message, spots);
        }
    }
}

fn removed<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    contents: &Contents<'a>,
    media_type: &'a MediaType,
) {
    let nothing = contents.direction == Direction::Response && contents.after.is_empty();
    let change = if nothing { Change::Moved } else { Change::Narrower };
    let message = walk.words.gone(&named(media_type, &contents.subject));
    let spots = (Spot::at(&media_type.location), contents.spots.1.clone().absent());
    walk.push(exchange.operation, &REMOVED, (change, contents.direction), message, spots);
}

fn pair<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    contents: &Contents<'a>,
    before: &'a MediaType,
    after: &'a MediaType,
) {
    let subject = |label: String| Subject {
        label,
        spots: (Spot::at(&before.location), hinted(Spot::at(&after.location), contents, after)),
    };
    let several = contents.before.len() > 1;
    let label = if several { named(before, &contents.subject) } else { contents.subject.clone() };
    walk.schemas(exchange, contents.direction, (before.schema, after.schema), subject(label.clone()));
    let items = format!("each item of {label}");
    walk.schemas(exchange, contents.direction, (before.item_schema, after.item_schema), subject(items));
    encoding::compare(walk, exchange, contents, before, after);
}

fn named(media_type: &MediaType, subject: &str) -> String {
    format!("{subject} as `{}`", media_type.name)
}

fn hinted<'a>(mut spot: Spot<'a>, contents: &Contents<'a>, media_type: &MediaType) -> Spot<'a> {
    spot.hints.clone_from(&contents.spots.1.hints);
    spot.hint(format!("\"{}\"", media_type.name))
}

/// The same media type, or a range that has it in it.
fn counterpart<'a>(media_type: &MediaType, among: &'a [MediaType]) -> Option<&'a MediaType> {
    let name = media_type.name.as_str();
    let covers = |range: &str| match range.strip_suffix("/*") {
        Some("*") => true,
        Some(kind) => name.split_once('/').is_some_and(|(own, _)| own == kind),
        None => false,
    };
    among.iter().find(|other| other.name == name).or_else(|| among.iter().find(|other| covers(&other.name)))
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::operations;

    fn with(part: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
             responses: {{'200': {{description: Done}}}}, {part}}}"
        )
    }

    #[test]
    fn requests() {
        let body = |types: &str| with(&format!("requestBody: {{required: true, content: {{{types}}}}}"));
        let (one, two) = (body("application/json: {}"), body("application/json: {}, text/csv: {}"));
        assert_eq!(operations(&one, &two), [("media-type-added", Compatible)]);
        assert_eq!(operations(&two, &one), [("media-type-removed", Breaking)]);
        assert_eq!(operations(&one, &body("application/*: {}")), [("media-type-added", Compatible)]);
        assert_eq!(operations(&body("'*/*': {}"), &one), [("media-type-removed", Breaking)]);
    }

    #[test]
    fn responses() {
        let answer = |types: &str| {
            with("tags: []").replace("description: Done", &format!("description: Done, content: {{{types}}}"))
        };
        let (one, two) = (answer("application/json: {}"), answer("application/json: {}, text/csv: {}"));
        assert_eq!(operations(&one, &two), [("media-type-added", Breaking)]);
        assert_eq!(operations(&two, &one), [("media-type-removed", Compatible)]);
        assert_eq!(operations(&one, &answer("")), [("media-type-removed", Breaking)]);
    }
}
