//! Response headers against their declarations.

use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, DATE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName};
use unplug_openapi::ir::{Direction, Header, Response};

use crate::finding::{Rule, SourceLine};
use crate::report::Report;
use crate::validation::Validation;
use crate::values::{self, Shape, ShapedSchema};

/// Headers that HTTP itself has in any response, whatever its document says.
const OF_ANY_RESPONSE: [HeaderName; 5] = [CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, DATE, TRANSFER_ENCODING];

/// Checks every header that the response declares. `Content-Type` is the media type's business,
/// as the specification says.
pub(crate) fn check(
    validation: &Validation,
    declared: &Response,
    headers: &HeaderMap,
    report: &mut Report<'_>,
) {
    for header in declared.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("content-type")) {
        check_one(validation, header, headers, report);
    }
}

/// Reports headers that the response does not declare.
pub(crate) fn check_undeclared(declared: &Response, headers: &HeaderMap, report: &mut Report<'_>) {
    let is_declared = |name: &HeaderName| {
        declared.headers.iter().any(|header| header.name.eq_ignore_ascii_case(name.as_str()))
    };
    for name in headers.keys().filter(|name| !OF_ANY_RESPONSE.contains(name) && !is_declared(name)) {
        let message = format!("the header `{name}` is not declared");
        report.add(Rule::UndeclaredHeader, message, Some(SourceLine::of(&declared.location)));
    }
}

fn check_one(validation: &Validation, header: &Header, headers: &HeaderMap, report: &mut Report<'_>) {
    let name = &header.name;
    let values: Vec<_> = headers.get_all(name.as_str()).iter().collect();
    let at = || Some(SourceLine::of(&header.location));
    if values.is_empty() {
        if header.required {
            report.add(Rule::MissingHeader, format!("the required header `{name}` is missing"), at());
        }
        return;
    }
    let Some(schema) = header.schema else { return };
    let schemas = &validation.api().schemas;
    let shaped = values::shaped_schemas(schemas, schema);
    let single = shaped.iter().all(|shaped| shaped.shape == Shape::Single);
    if values.len() > 1 && single {
        report.add(
            Rule::DuplicateHeader,
            format!("the header `{name}` is there {} times", values.len()),
            at(),
        );
        return;
    }
    let texts: Option<Vec<&str>> = values.iter().map(|value| value.to_str().ok()).collect();
    let Some(texts) = texts else {
        report.add(Rule::InvalidHeader, format!("the header `{name}` is not visible ASCII text"), at());
        return;
    };
    // Optional space around commas belongs to the list syntax of HTTP, not to the items.
    let text = texts.join(",");
    let parts = text.split(',').map(str::trim).collect::<Vec<_>>().join(",");
    let readings = |shaped: &ShapedSchema| {
        let text = if shaped.shape == Shape::Single { &text } else { &parts };
        values::separated(schemas, shaped, text, ",", header.explode)
    };
    let json = header.json.then(|| serde_json::from_str(&text).ok()).flatten();
    let readings = json.map_or_else(|| shaped.iter().flat_map(readings).collect(), |value| vec![value]);
    for mismatch in validation.mismatches(schema, Direction::Response, &readings) {
        report.add(
            Rule::InvalidHeader,
            format!("the header `{name}`: {}", mismatch.message),
            Some(mismatch.at),
        );
    }
}
