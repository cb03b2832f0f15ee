//! Rules about a single schema.

use crate::check::kinds::{describe, quoted};
use crate::check::objects::SCHEMA;
use crate::check::{Checker, Weight, suggest};
use crate::diagnostic::Diagnostic;
use crate::ir::value_labels::{VALUE_DESCRIPTIONS, VALUE_NAMES, label_key};
use crate::ir::{JsonType, Keyword, Role};
use crate::resolve::LocatedNode;
use crate::version::Version;

/// What programming languages call some of them.
const SYNONYMS: &[(&str, &str)] = &[
    ("bool", "boolean"),
    ("date", "string"),
    ("datetime", "string"),
    ("date-time", "string"),
    ("dict", "object"),
    ("double", "number"),
    ("file", "string"),
    ("float", "number"),
    ("int", "integer"),
    ("list", "array"),
    ("long", "integer"),
    ("map", "object"),
    ("str", "string"),
    ("text", "string"),
    ("uuid", "string"),
];

/// Whether ignoring a keyword beside a `$ref` loses nothing, because it takes no part in validation.
fn is_annotation(name: &str) -> bool {
    let elsewhere = ["$ref", "summary", "example", "externalDocs", "xml"];
    // Nobody would expect a format to be ignored.
    let read = Keyword::from_name(name).is_some_and(|keyword| {
        keyword.role() == Role::Annotation && keyword != Keyword::Format && keyword.applies_to().is_none()
    });
    elsewhere.contains(&name) || read
}

/// What depends on several keywords, or on the version.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    types(checker, schema);
    bounds(checker, schema);
    nullable(checker, schema);
    dynamic_reference(checker, schema);
    dependencies(checker, schema);
    dialect(checker, schema);
    value_labels(checker, schema);
}

/// Dialects whose keywords mean what they mean here.
const DIALECTS: &[&str] = &[
    "https://json-schema.org/draft/2020-12/schema",
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://spec.openapis.org/oas/3.2/dialect",
];

/// Another dialect may give keywords another meaning, or none.
fn dialect<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    let Some(dialect) = schema.field("$schema") else { return };
    let known = |text: &str| DIALECTS.iter().any(|known| text.trim_end_matches('#').starts_with(known));
    if checker.version == Version::V30 || dialect.node.as_str().is_none_or(known) {
        return;
    }
    let remedy = checker.remedy(dialect.node, "leave `$schema` out if the usual keywords are meant");
    let diagnostic =
        Diagnostic::warning("unknown-dialect", format!("{} is another dialect", describe(dialect.node)))
            .at(dialect.node, "")
            .pointer(&dialect.pointer)
            .reason("what its keywords mean is not known; they are read as JSON Schema 2020-12 has them")
            .remedy(remedy);
    checker.report(diagnostic, schema);
}

/// Names and descriptions of listed values are used where it is clear which value each belongs to.
fn value_labels<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    let Some(listed) = schema.field("enum").or_else(|| schema.field("x-extensible-enum")) else {
        return;
    };
    let values: Vec<String> = listed.items().map(|item| label_key(&item.node.to_json())).collect();
    for name in VALUE_NAMES.iter().chain(&VALUE_DESCRIPTIONS) {
        let Some(labels) = schema.field(name) else { continue };
        let what = if let Some(items) = labels.node.as_array() {
            if items.len() == values.len() {
                continue;
            }
            format!("`{name}` has {} entries for {} values", items.len(), values.len())
        } else if labels.node.as_object().is_some() {
            let unknown = labels.members().map(|(key, _)| key).find(|key| !values.iter().any(|v| v == key));
            let Some(unknown) = unknown else { continue };
            format!("`{name}` has an entry {unknown:?}, which is none of the values")
        } else {
            format!("`{name}` is {}, and not a list or an object", describe(labels.node))
        };
        let remedy = checker.remedy(labels.node, "write one entry for each value, in the same order");
        let diagnostic = Diagnostic::warning("enum-labels", what)
            .label(labels.head(""))
            .pointer(&labels.pointer)
            .reason("an entry that belongs to no value is not used; of a list, none is")
            .remedy(remedy);
        checker.report(diagnostic, schema);
    }
}

/// `$dynamicRef` is followed where lowering knows the way that leads to it; here it must lead anywhere.
fn dynamic_reference<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    if let Some(reference) = schema.field("$recursiveRef") {
        let remedy =
            checker.remedy(reference.node, "write `$ref`, or `$dynamicRef` as JSON Schema 2020-12 does");
        let diagnostic = Diagnostic::warning("dynamic-reference", "`$recursiveRef` is not followed")
            .label(reference.head(""))
            .pointer(&reference.pointer)
            .reason("it was replaced in the JSON Schema that OpenAPI uses; anything is valid in its place")
            .remedy(remedy);
        checker.report(diagnostic, schema);
    }
    let Some(reference) = schema.field("$dynamicRef") else {
        return;
    };
    let Some(text) = reference.node.as_str() else {
        return;
    };
    if let Err(why) = checker.trees.resolve_at(schema, text) {
        let remedy = checker.remedy(reference.node, "refer to a `$dynamicAnchor` of the document");
        let diagnostic =
            Diagnostic::warning("unresolved-reference", format!("`$dynamicRef` leads nowhere: {why}"))
                .at(reference.node, "")
                .pointer(&reference.pointer)
                .reason("what it should describe is unknown; anything is valid in its place")
                .remedy(remedy);
        checker.report(diagnostic, schema);
    }
}

/// `dependencies` was divided in 2019-09, before `OpenAPI` had any of it.
fn dependencies<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    let Some(dependencies) = schema.field("dependencies") else { return };
    for (_, needed) in dependencies.members() {
        if needed.node.as_array().is_none() {
            checker.expect(needed, &SCHEMA, Weight::Wider);
        }
    }
    let remedy = checker
        .remedy(dependencies.node, "write `dependentRequired` for names, `dependentSchemas` for schemas");
    let diagnostic = Diagnostic::warning(
        "keyword-of-older-draft",
        "`dependencies` is no keyword of the JSON Schema that OpenAPI uses",
    )
    .label(dependencies.head(""))
    .pointer(&dependencies.pointer)
    .reason("drafts up to 7 have it; here it is read as they mean it, and strict readers ignore it")
    .remedy(remedy);
    checker.report(diagnostic, schema);
}

/// 3.0 ignores what stands beside a reference; said only where that changes what is valid.
pub(in crate::check) fn siblings<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    let lost: Vec<&str> = schema
        .node
        .as_object()
        .into_iter()
        .flat_map(|members| members.keys())
        .map(String::as_str)
        .filter(|key| !key.starts_with("x-") && !is_annotation(key))
        .collect();
    if lost.is_empty() {
        return;
    }
    let remedy = checker.remedy(schema.node, "put the reference into `allOf`, with the rest beside it");
    let diagnostic = Diagnostic::warning(
        "ignored-beside-reference",
        format!("what stands beside `$ref` has no effect: {}", quoted(&lost)),
    )
    .label(schema.get(lost[0]).map_or_else(|| schema.head(""), |first| first.head("")))
    .pointer(&schema.pointer)
    .reason("OpenAPI 3.0 ignores everything that stands beside a `$ref`; 3.1 would apply it")
    .remedy(remedy);
    checker.report(diagnostic, schema);
}

fn types<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    let Some(types) = schema.field("type") else {
        return;
    };
    if types.node.as_array().is_some() && checker.version == Version::V30 {
        let remedy =
            checker.remedy(types.node, "write one type, with `nullable: true` for `null`, or `oneOf`");
        let diagnostic = Diagnostic::warning(
            "field-of-another-version",
            "a list of types is in OpenAPI only since 3.1, and the document follows 3.0",
        )
        .label(types.head(""))
        .pointer(&types.pointer)
        .reason("strict readers refuse it; here it is read as OpenAPI 3.1 means it")
        .remedy(remedy);
        checker.report(diagnostic, schema);
    }
    let names: Vec<LocatedNode<'a>> = match types.node.as_array() {
        Some(_) => types.items().collect(),
        None => vec![types],
    };
    for name in names {
        let text = name.node.as_str();
        if text.is_some_and(|text| JsonType::WORDS.contains(&text)) {
            continue;
        }
        let text = text.unwrap_or_default();
        let usual = usual_type(text);
        let nearest = suggest::nearest(text, JsonType::WORDS.iter().copied());
        let what = usual
            .or(nearest)
            .map_or_else(|| "write one of these types".to_owned(), |meant| format!("write `{meant}`"));
        let instead = usual.map_or_else(
            || "any type is valid in its place".to_owned(),
            |meant| format!("it is read as `{meant}`"),
        );
        let remedy = checker.remedy(name.node, &what);
        let diagnostic =
            Diagnostic::warning("invalid-value", format!("{} is no type of a schema", describe(name.node)))
                .at(name.node, "")
                .pointer(&name.pointer)
                .reason(format!("the types are {}; {instead}", quoted(JsonType::WORDS)))
                .remedy(remedy);
        checker.report(diagnostic, schema);
    }
}

/// The type that a word of a programming language means.
pub(crate) fn usual_type(text: &str) -> Option<&'static str> {
    let known = JsonType::WORDS.iter().find(|name| text.eq_ignore_ascii_case(name)).copied();
    let synonym = SYNONYMS.iter().find(|(other, _)| text.eq_ignore_ascii_case(other));
    known.or(synonym.map(|(_, name)| *name))
}

/// `exclusiveMinimum` changed from a boolean to a number in 3.1.
fn bounds<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    for (keyword, beside) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        let Some(bound) = schema.field(keyword) else {
            continue;
        };
        let old = checker.version == Version::V30;
        let (form, remedy) = match (bound.node.as_bool().is_some(), old) {
            (true, false) => ("a boolean", format!("write the bound itself as `{keyword}`")),
            (false, true) if bound.node.as_number().is_some() => {
                ("a number", format!("write the bound as `{beside}` and `{keyword}: true`"))
            }
            _ => continue,
        };
        let remedy = checker.remedy(bound.node, &remedy);
        let diagnostic = Diagnostic::warning(
            "field-of-another-version",
            format!("`{keyword}` is {form}, and the document follows OpenAPI {}", checker.version),
        )
        .at(bound.node, "")
        .pointer(&bound.pointer)
        .reason("it is a boolean in OpenAPI 3.0 and a number since 3.1; here it is read in the form it has")
        .remedy(remedy);
        checker.report(diagnostic, schema);
    }
}

/// `nullable` adds `null` to `type`, so it does nothing alone. Beside a composition it is taken to mean
/// that the whole may be `null`.
fn nullable<'a>(checker: &mut Checker<'a>, schema: &LocatedNode<'a>) {
    let Some(nullable) = schema.field("nullable") else {
        return;
    };
    // Later versions do not have it at all, which is said already.
    if checker.version > Version::V30 || nullable.node.as_bool() != Some(true) {
        return;
    }
    if let Some(keyword) = ["allOf", "oneOf", "anyOf"].into_iter().find(|name| schema.field(name).is_some()) {
        let remedy = checker.remedy(nullable.node, "if it may not be `null`, take `nullable` away");
        let diagnostic = Diagnostic::note(
            "nullable-composition",
            format!("`nullable` beside `{keyword}` is taken to mean that `null` is valid"),
        )
        .label(nullable.head(""))
        .pointer(&nullable.pointer)
        .reason(format!(
            "the specification only says what it does to `type`, and `{keyword}` may refuse `null`"
        ))
        .remedy(remedy);
        checker.report(diagnostic, schema);
        return;
    }
    if schema.field("type").is_some() || schema.field("enum").is_some() {
        return;
    }
    let remedy = checker.remedy(nullable.node, "add `type` beside it");
    let diagnostic = Diagnostic::warning("nullable-without-type", "`nullable` has no effect without `type`")
        .label(nullable.head(""))
        .pointer(&nullable.pointer)
        .reason("`nullable` adds `null` to the types that are allowed, and a schema without `type` allows what its other keywords allow")
        .remedy(remedy);
    checker.report(diagnostic, schema);
}
