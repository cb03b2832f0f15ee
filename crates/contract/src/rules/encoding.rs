//! `encoding` of form and multipart bodies.

use unplug_openapi::ir::{Encoding, MediaType};

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Rule};
use crate::rules::media_types::Contents;
use crate::spot::Spot;

pub(crate) const ENCODING: Rule = Rule {
    id: "encoding-changed",
    summary: "A part of a form is written in another way.",
    explanation: "`encoding: {file: {contentType: image/png}}` before and `image/jpeg` now: the part is of another \
        type. `style`, `explode`, `allowReserved` and the names of headers of the part count as well.",
    advice: "Read both forms of the part.",
};

pub(crate) fn compare<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    contents: &Contents<'a>,
    before: &'a MediaType,
    after: &'a MediaType,
) {
    let names = before
        .encoding
        .keys()
        .chain(after.encoding.keys().filter(|name| !before.encoding.contains_key(*name)));
    for name in names {
        let (one, other) = (before.encoding.get(name), after.encoding.get(name));
        let (mine, yours) = (words(one), words(other));
        if mine == yours {
            continue;
        }
        let of = format!("how `{name}` of {} is written", contents.subject);
        let message =
            walk.words.differ(&of, mine.as_ref().map(|text| text as _), yours.as_ref().map(|text| text as _));
        let place = |media_type: &'a MediaType, found: Option<&Encoding>| {
            let whole = Spot::at(&media_type.location);
            if found.is_some() { whole.step("encoding").step(name) } else { whole.absent() }
        };
        let mut spots = (place(before, one), place(after, other));
        spots.1.hints.clone_from(&contents.spots.1.hints);
        walk.push(exchange.operation, &ENCODING, (Change::Moved, contents.direction), message, spots);
    }
}

/// All that matters; `None` when nothing is said.
fn words(encoding: Option<&Encoding>) -> Option<String> {
    let encoding = encoding?;
    let mut headers: Vec<String> =
        encoding.headers.iter().map(|header| header.name.to_ascii_lowercase()).collect();
    headers.sort();
    let mut said: Vec<String> = Vec::new();
    said.extend(encoding.content_type.clone());
    said.extend(encoding.style.map(|style| format!("style {style:?}")));
    said.extend(encoding.explode.map(|explode| format!("explode {explode}")));
    said.extend(encoding.allow_reserved.then(|| "reserved characters as they are".to_owned()));
    if !headers.is_empty() {
        said.push(format!("headers {}", headers.join(", ")));
    }
    (!said.is_empty()).then(|| said.join("; "))
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::Breaking;
    use crate::testing::operations;

    fn with(part: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
             responses: {{'200': {{description: Done}}}}, {part}}}"
        )
    }

    #[test]
    fn parts_are_written_in_several_ways() {
        let form = |encoding: &str| {
            with(&format!(
                "requestBody: {{required: true, content: {{multipart/form-data: {{schema: {{type: object, properties: \
                 {{a: {{type: string}}}}}}, encoding: {{a: {{{encoding}}}}}}}}}}}"
            ))
        };
        let (png, jpeg) = (form("contentType: image/png"), form("contentType: image/jpeg"));
        assert_eq!(operations(&png, &jpeg), [("encoding-changed", Breaking)]);
        assert_eq!(operations(&form(""), &png), [("encoding-changed", Breaking)]);
        let headers = form("contentType: image/png, headers: {X-A: {schema: {type: string}}}");
        assert_eq!(operations(&png, &headers), [("encoding-changed", Breaking)]);
        assert_eq!(operations(&png, &png), []);
    }
}
