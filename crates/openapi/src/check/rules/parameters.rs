//! Rules about a single parameter or header.

use crate::check::Checker;
use crate::check::kinds::quoted;
use crate::diagnostic::Diagnostic;
use crate::ir::Style;
use crate::resolve::LocatedNode;
use crate::version::Version;

/// Headers that other fields describe: as parameters they are to be ignored.
const RESERVED: &[&str] = &["accept", "content-type", "authorization"];

/// Whether this is a header parameter that has no effect.
pub(crate) fn is_reserved(parameter_in: &str, name: &str) -> bool {
    parameter_in == "header" && RESERVED.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// The styles that a location allows, the default first.
pub(crate) fn styles(parameter_in: &str) -> &'static [&'static str] {
    match parameter_in {
        "path" => &["simple", "label", "matrix"],
        "header" => &["simple"],
        "cookie" => &["form", "cookie"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        _ => &[],
    }
}

/// A parameter is described in exactly one way, which its location allows.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, parameter: &LocatedNode<'a>) {
    let parameter_in = parameter.text("in").unwrap_or_default();
    let name = parameter.text("name").unwrap_or_default();
    if is_reserved(parameter_in, name) {
        let diagnostic =
            Diagnostic::note("ignored-parameter", format!("the header parameter `{name}` is ignored"))
                .label(parameter.head(""))
                .pointer(&parameter.pointer)
                .reason(
                    "the specification describes this header with media types or security schemes instead",
                );
        checker.report(diagnostic, parameter);
        return;
    }
    description(checker, parameter, &format!("the parameter `{name}`"));
    required(checker, parameter, parameter_in, name);
    style(checker, parameter, parameter_in, name);
}

/// A header is described in one way.
pub(in crate::check) fn header<'a>(checker: &mut Checker<'a>, header: &LocatedNode<'a>) {
    description(checker, header, "the header");
}

fn required<'a>(checker: &mut Checker<'a>, parameter: &LocatedNode<'a>, parameter_in: &str, name: &str) {
    let said = parameter.field("required");
    let wrong_type = said.as_ref().is_some_and(|said| said.node.as_bool().is_none());
    if parameter_in != "path" || wrong_type || parameter.flag("required") == Some(true) {
        return;
    }
    let remedy = checker.remedy(parameter.node, "write `required: true`");
    let diagnostic = Diagnostic::warning(
        "path-parameter-not-required",
        format!("the path parameter `{name}` is not `required: true`; it is read as if it were"),
    )
    .label(said.as_ref().map_or_else(|| parameter.head(""), |said| said.node.label("")))
    .pointer(&parameter.pointer)
    .reason("without it the path would be another one")
    .remedy(remedy);
    checker.report(diagnostic, parameter);
}

/// Either `schema` or `content` with one media type.
fn description<'a>(checker: &mut Checker<'a>, located: &LocatedNode<'a>, subject: &str) {
    let content = located.field("content");
    let entries = content.as_ref().and_then(|content| content.node.as_object()).map(indexmap::IndexMap::len);
    let (rule, message, reason, remedy) = match (located.field("schema").is_some(), entries) {
        (true, Some(_)) => (
            "schema-and-content",
            format!("{subject} has both `schema` and `content`"),
            "each says how the value is written, and they cannot both be right; `content` is ignored",
            "remove one of them",
        ),
        (false, Some(0 | 2..)) => (
            "invalid-content",
            format!("`content` of {subject} must have exactly one media type"),
            "a value is written in one way; the first media type counts, and without one the value is text",
            "keep the media type that is really used",
        ),
        (false, None) if content.is_none() => (
            "missing-field",
            format!("{subject} has neither `schema` nor `content`"),
            if located.field("type").is_some() {
                "how its value is written is unknown; `type` is read as if it stood in a schema, as in Swagger 2.0"
            } else {
                "how its value is written is unknown; it is read as plain text"
            },
            "add `schema`",
        ),
        _ => return,
    };
    let remedy = checker.remedy(located.node, remedy);
    let diagnostic = Diagnostic::warning(rule, message)
        .label(located.head(""))
        .pointer(&located.pointer)
        .reason(reason)
        .remedy(remedy);
    checker.report(diagnostic, located);
}

fn style<'a>(checker: &mut Checker<'a>, parameter: &LocatedNode<'a>, parameter_in: &str, name: &str) {
    let (Some(style), allowed) = (parameter.field("style"), styles(parameter_in)) else {
        return;
    };
    let text = style.node.as_str().unwrap_or_default();
    // A word that is no style at all is reported by the table.
    if allowed.is_empty() || allowed.contains(&text) || !Style::WORDS.contains(&text) {
        return;
    }
    let version = checker.version;
    let remedy = checker.remedy(style.node, &format!("write one of {}", quoted(allowed)));
    let diagnostic = Diagnostic::warning(
        "invalid-style",
        format!("the {parameter_in} parameter `{name}` cannot have the style `{text}`"),
    )
    .at(style.node, "")
    .pointer(&style.pointer)
    .reason(format!(
        "OpenAPI {version} knows {} for `in: {parameter_in}`; the first is taken",
        quoted(if parameter_in == "cookie" && version < Version::V32 { &allowed[..1] } else { allowed })
    ))
    .remedy(remedy);
    checker.report(diagnostic, parameter);
}
