//! How parameters are written.

use unplug_openapi::ir::{Api, Parameter, ParameterIn, ParameterShape, SchemaId, Style, TypeSet};

use crate::difference::Differences;
use crate::part::Part;
use crate::rule::{Check, Mirror, Rule};
use crate::schemas::flattened::Flattener;
use crate::verdict::Change;

pub(crate) const STYLE: Rule = Rule {
    id: "parameter-style-changed",
    summary: "A parameter is written in another way.",
    explanation: "`style: form` with `explode: true` writes `ids=1&ids=2`, without it `ids=1,2`. Whoever writes the one \
        is not understood by whoever reads the other. For a single text, as opposed to a list or an object, most \
        styles are the same and nothing is reported.",
    advice: "Read both forms, or keep the old one.",
    opposite: Mirror::Rule("header-form-changed"),
    checks: &[Check::Parameter(style)],
    ..Rule::DEFAULT
};

pub(crate) const CONTENT: Rule = Rule {
    id: "parameter-content-changed",
    summary: "A parameter's value is of another media type.",
    explanation: "`content: application/json` writes the text `\"a\"`, `schema` writes `a`.",
    advice: "Keep the form; a new one is a new parameter.",
    opposite: Mirror::Rule("header-form-changed"),
    checks: &[Check::Parameter(|part, found| {
        let Some((before, after)) = part.both() else { return };
        let (one, other) = (media_type(before), media_type(after));
        if one != other {
            let message = part.wording.differs(&format!("the media type of {}", part.name), one, other);
            let keyword = |found: Option<&str>| if found.is_some() { "content" } else { "schema" };
            let (before, after) = part.locators.clone();
            let locators = (before.step(keyword(one)), after.step(keyword(other)));
            found.push(Change::Moved, message, locators);
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const RESERVED: Rule = Rule {
    id: "parameter-reserved-changed",
    summary: "Reserved characters are left as they are that were escaped, or the reverse.",
    explanation: "`allowReserved: true` writes `a/b` where `a%2Fb` was written. A reader that decodes takes both.",
    advice: "Decode the value on arrival.",
    opposite: Mirror::None("only a URL has reserved characters"),
    checks: &[Check::Parameter(|part, found| {
        let schemas = part.both().filter(|(one, other)| has_schema(one) && has_schema(other));
        if schemas.is_some() {
            part.compare_flag("allowReserved", |parameter| is_reserved(parameter), Change::Neutral, found);
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const EMPTY: Rule = Rule {
    id: "parameter-empty-changed",
    summary: "A query parameter may be there without a value that may not, or the reverse.",
    explanation: "`allowEmptyValue: true` before and not now refuses `?verbose`.",
    advice: "Go on reading the name alone.",
    opposite: Mirror::None("only a query parameter can be there without a value"),
    checks: &[Check::Parameter(|part, found| {
        part.compare_flag("allowEmptyValue", |parameter| parameter.allow_empty, Change::Wider, found);
    })],
    ..Rule::DEFAULT
};

fn style<'a>(part: &Part<'a, &'a Parameter>, found: &mut Differences<'a>) {
    let Some((before, after)) = part.both() else { return };
    let (Some(one), Some(other)) = (written(before), written(after)) else { return };
    let single = is_single(part.apis.0, one.2) && is_single(part.apis.1, other.2);
    if is_list_of_one(part, (one, other)) {
        return;
    }
    let words = (form(before.parameter_in, single, one), form(after.parameter_in, single, other));
    if words.0 != words.1 {
        let name = format!("the style of {}", part.name);
        let message = part.wording.differs(&name, Some(words.0), Some(words.1));
        let keyword = if one.0 == other.0 { "explode" } else { "style" };
        found.push(Change::Moved, message, part.keyword(keyword, (true, true)));
    }
}

/// Whether one side is a single value and the other a list, and the value is written like a list of it.
fn is_list_of_one(part: &Part<'_, &Parameter>, written: (Written, Written)) -> bool {
    let types = (types(part.apis.0, written.0.2), types(part.apis.1, written.1.2));
    let is_list = |types: TypeSet| types.and(TypeSet::STRUCTURED) == TypeSet::ARRAY;
    let is_single = |types: TypeSet| types.and(TypeSet::STRUCTURED).is_empty();
    let ((list, explode, _), single) = if is_list(types.0) && is_single(types.1) {
        (written.0, types.1)
    } else if is_single(types.0) && is_list(types.1) {
        (written.1, types.0)
    } else {
        return false;
    };
    let in_path = part.both().is_some_and(|(before, _)| before.parameter_in == ParameterIn::Path);
    let apart = explode && list == Style::Form;
    (apart || single.and(TypeSet::STRING).is_empty()) && (!in_path || written.0.0 == written.1.0)
}

/// Style, `explode` and schema.
type Written = (Style, bool, SchemaId);

/// Style, `explode` and schema of a parameter that is described by a schema.
fn written(parameter: &Parameter) -> Option<Written> {
    match &parameter.shape {
        ParameterShape::Schema { style, explode, schema, .. } => Some((*style, *explode, *schema)),
        ParameterShape::Content(_) => None,
    }
}

fn media_type(parameter: &Parameter) -> Option<&str> {
    match &parameter.shape {
        ParameterShape::Schema { .. } => None,
        ParameterShape::Content(media_type) => Some(media_type.name.as_str()),
    }
}

fn has_schema(parameter: &Parameter) -> bool {
    matches!(parameter.shape, ParameterShape::Schema { .. })
}

fn is_reserved(parameter: &Parameter) -> bool {
    matches!(parameter.shape, ParameterShape::Schema { allow_reserved: true, .. })
}

/// Whether a value is neither a list nor an object.
fn is_single(api: &Api, id: SchemaId) -> bool {
    types(api, id).and(TypeSet::STRUCTURED).is_empty()
}

fn types(api: &Api, id: SchemaId) -> TypeSet {
    let mut flattener = Flattener::new(&api.schemas);
    let set = flattener.set(&[id]);
    flattener.flattened(set).types()
}

/// Equal when the same is written.
fn form(location: ParameterIn, single: bool, (style, explode, _): Written) -> String {
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
