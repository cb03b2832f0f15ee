//! How parameters are written.

use unplug_openapi::ir::{Api, Parameter, ParameterIn, ParameterShape, SchemaId, Style};

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Rule};
use crate::rules::parameters::{hinted, words};
use crate::schemas::normal::Normalizer;
use crate::schemas::types::Types;
use crate::spot::Spot;

pub(crate) const STYLE: Rule = Rule {
    id: "parameter-style-changed",
    summary: "A parameter is written in another way.",
    explanation: "`style: form` with `explode: true` writes `ids=1&ids=2`, without it `ids=1,2`. Whoever writes the one \
        is not understood by whoever reads the other. For a single text, as opposed to a list or an object, most \
        styles are the same and nothing is reported.",
    advice: "Read both forms, or keep the old one.",
};

pub(crate) const CONTENT: Rule = Rule {
    id: "parameter-content-changed",
    summary: "A parameter's value is of another media type.",
    explanation: "`content: application/json` writes the text `\"a\"`, `schema` writes `a`.",
    advice: "Keep the form; a new one is a new parameter.",
};

pub(crate) const RESERVED: Rule = Rule {
    id: "parameter-reserved-changed",
    summary: "Reserved characters are left as they are that were escaped, or the reverse.",
    explanation: "`allowReserved: true` writes `a/b` where `a%2Fb` was written. A reader that decodes takes both.",
    advice: "Decode the value on arrival.",
};

pub(crate) const EMPTY: Rule = Rule {
    id: "parameter-empty-changed",
    summary: "A query parameter may be there without a value that may not, or the reverse.",
    explanation: "`allowEmptyValue: true` before and not now refuses `?verbose`.",
    advice: "Go on reading the name alone.",
};

pub(crate) fn compare<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    before: &'a Parameter,
    after: &'a Parameter,
) {
    let what = words(before);
    let spots = |key: &str| {
        (Spot::at(&before.location).step(key), hinted(Spot::at(&after.location).step(key), after))
    };
    if before.allow_empty != after.allow_empty {
        let change = if before.allow_empty { Change::Narrower } else { Change::Wider };
        let of = format!("`allowEmptyValue` of {what}");
        let message = walk.words.differ(&of, Some(&before.allow_empty), Some(&after.allow_empty));
        let (mut one, mut other) = spots("allowEmptyValue");
        (one.absent, other.absent) = (!before.allow_empty, !after.allow_empty);
        walk.push(exchange.operation, &EMPTY, (change, exchange.request), message, (one, other));
    }
    let content = |parameter: &'a Parameter| match &parameter.shape {
        ParameterShape::Schema { .. } => None,
        ParameterShape::Content(media_type) => Some(media_type.name.as_str()),
    };
    let (one, other) = (content(before), content(after));
    if one != other {
        let message = walk.words.differ(
            &format!("the media type of {what}"),
            one.as_ref().map(|text| text as _),
            other.as_ref().map(|text| text as _),
        );
        let key = |found: Option<&str>| if found.is_some() { "content" } else { "schema" };
        let spots = (spots(key(one)).0, spots(key(other)).1);
        walk.push(exchange.operation, &CONTENT, (Change::Moved, exchange.request), message, spots);
    }
    if let (
        ParameterShape::Schema { style, explode, allow_reserved, schema },
        ParameterShape::Schema {
            style: style_after,
            explode: explode_after,
            allow_reserved: reserved_after,
            schema: schema_after,
        },
    ) = (&before.shape, &after.shape)
    {
        let single = is_single(walk.before.api, *schema) && is_single(walk.after.api, *schema_after);
        let one = form(before.parameter_in, single, *style, *explode);
        let other = form(after.parameter_in, single, *style_after, *explode_after);
        if one != other {
            let message = walk.words.differ(&format!("the style of {what}"), Some(&one), Some(&other));
            let key = if style == style_after { "explode" } else { "style" };
            walk.push(exchange.operation, &STYLE, (Change::Moved, exchange.request), message, spots(key));
        }
        if allow_reserved != reserved_after {
            let of = format!("`allowReserved` of {what}");
            let message = walk.words.differ(&of, Some(allow_reserved), Some(reserved_after));
            let (mut one, mut other) = spots("allowReserved");
            (one.absent, other.absent) = (!allow_reserved, !reserved_after);
            walk.push(
                exchange.operation,
                &RESERVED,
                (Change::Neutral, exchange.request),
                message,
                (one, other),
            );
        }
    }
}

/// Neither a list nor an object?
fn is_single(api: &Api, id: SchemaId) -> bool {
    let mut normalizer = Normalizer::new(&api.schemas);
    let set = normalizer.set(&[id]);
    let types = normalizer.normal(set).types();
    types.and(Types::ARRAY.or(Types::OBJECT)).is_empty()
}

/// Equal when the same is written.
fn form(location: ParameterIn, single: bool, style: Style, explode: bool) -> String {
    let name = match style {
        Style::Matrix => "matrix",
        Style::Label => "label",
        Style::Simple => "simple",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
        Style::Cookie => "cookie",
    };
    match (single, location) {
        (true, ParameterIn::Path) => name.to_owned(),
        (true, _) => "single".to_owned(),
        (false, _) => format!("{name}{}", if explode { ", exploded" } else { "" }),
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Note};
    use crate::testing::operations;

    fn with(parameter: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}{parameter}], \
             responses: {{'200': {{description: Done}}}}}}"
        )
    }

    fn query(rest: &str) -> String {
        with(&format!(", {{name: b, in: query, {rest}}}"))
    }

    #[test]
    fn lists_are_written_in_several_ways() {
        let list = |style: &str| query(&format!("schema: {{type: array, items: {{type: string}}}}{style}"));
        assert_eq!(operations(&list(""), &list(", style: form, explode: true")), []);
        assert_eq!(operations(&list(""), &list(", explode: false")), [("parameter-style-changed", Breaking)]);
    }

    #[test]
    fn single_values_are_not() {
        let text = |style: &str| query(&format!("schema: {{type: string}}{style}"));
        assert_eq!(operations(&text(""), &text(", explode: false")), []);
        assert_eq!(
            operations(&text(""), &text(", allowReserved: true")),
            [("parameter-reserved-changed", Note)]
        );
        assert_eq!(
            operations(&text(", allowEmptyValue: true"), &text("")),
            [("parameter-empty-changed", Breaking)]
        );
        let json = query("content: {application/json: {schema: {type: string}}}");
        assert_eq!(operations(&text(""), &json), [("parameter-content-changed", Breaking)]);
    }
}
