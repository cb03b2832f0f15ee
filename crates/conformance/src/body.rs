//! Bodies against the declared media types and schemas.

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::Value;
use unplug_openapi::ir::{Direction, JsonType, Location, MediaType};

use crate::finding::{Rule, SourceLine};
use crate::form;
use crate::report::Report;
use crate::schemas::types;
use crate::validation::Validation;

/// Checks a body that may be there.
pub(crate) fn check(
    validation: &Validation,
    direction: Direction,
    declared: &[MediaType],
    owner: &Location,
    headers: &HeaderMap,
    body: &[u8],
    report: &mut Report<'_>,
) {
    let Some(sent) = headers.get(CONTENT_TYPE) else {
        let message = "the body has no `Content-Type`".to_owned();
        report.add(Rule::MissingContentType, message, Some(SourceLine::of(owner)));
        return;
    };
    if headers.get_all(CONTENT_TYPE).iter().count() > 1 {
        report.add(
            Rule::DuplicateHeader,
            "`Content-Type` is there more than once".to_owned(),
            Some(SourceLine::of(owner)),
        );
        return;
    }
    let sent = sent.to_str().unwrap_or_default();
    let essence = essence(sent);
    let Some(media_type) = select(declared, &essence) else {
        let names: Vec<&str> = declared.iter().map(|media_type| media_type.name.as_str()).collect();
        let message = format!("the media type `{essence}` is not declared; declared: {}", names.join(", "));
        report.add(Rule::UndeclaredContentType, message, Some(SourceLine::of(owner)));
        return;
    };
    let value = match read(validation, media_type, &essence, body) {
        Ok(Some(value)) => value,
        Ok(None) => return,
        Err(why) => {
            let message = format!("the body cannot be read as `{essence}`: {why}");
            report.add(Rule::MalformedBody, message, Some(SourceLine::of(&media_type.location)));
            return;
        }
    };
    let Some(schema) = media_type.schema else { return };
    // Documents declare text beside JSON with the same schema of an object; text is no object.
    let about_text = types(&validation.api().schemas, schema).contains(&JsonType::String);
    if value.is_string() && essence.starts_with("text/") && !about_text {
        return;
    }
    for mismatch in validation.mismatches(schema, direction, &[value]) {
        report.add(Rule::InvalidBody, format!("the body: {}", mismatch.message), Some(mismatch.at));
    }
}

/// The JSON form of a body whose schema can be checked; `None` for other media types.
fn read(
    validation: &Validation,
    media_type: &MediaType,
    essence: &str,
    body: &[u8],
) -> Result<Option<Value>, String> {
    if essence == "application/x-www-form-urlencoded" {
        let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
        return Ok(Some(form::read(&validation.api().schemas, media_type, text)));
    }
    if is_json(essence) {
        return serde_json::from_slice(body).map(Some).map_err(|error| error.to_string());
    }
    if essence.starts_with("text/") {
        let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
        return Ok(Some(Value::String(text.to_owned())));
    }
    Ok(None)
}

/// Type and subtype, without parameters, in lower case.
fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The most specific declared media type that covers the one sent.
fn select<'a>(declared: &'a [MediaType], sent: &str) -> Option<&'a MediaType> {
    declared
        .iter()
        .filter_map(|media_type| Some((rank(&essence(&media_type.name), sent)?, media_type)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, media_type)| media_type)
}

/// Whether a body of this media type, written without parameters, is JSON.
pub(crate) fn is_json(essence: &str) -> bool {
    essence == "application/json" || essence.ends_with("+json")
}

/// 0 exact, 1 suffix range (`application/*+json`), 2 subtype range, 3 everything.
fn rank(declared: &str, sent: &str) -> Option<u8> {
    if declared == sent {
        return Some(0);
    }
    if declared == "*/*" {
        return Some(3);
    }
    let (prefix, suffix) = declared.split_once('*')?;
    let covers =
        sent.len() >= prefix.len() + suffix.len() && sent.starts_with(prefix) && sent.ends_with(suffix);
    covers.then_some(if suffix.is_empty() { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::{essence, rank};

    #[test]
    fn parameters_and_case_do_not_matter() {
        assert_eq!(essence("Application/JSON; charset=utf-8"), "application/json");
    }

    #[test]
    fn ranges_cover_what_they_say() {
        assert_eq!(rank("application/json", "application/json"), Some(0));
        assert_eq!(rank("application/*+json", "application/problem+json"), Some(1));
        assert_eq!(rank("text/*", "text/plain"), Some(2));
        assert_eq!(rank("*/*", "image/png"), Some(3));
        assert_eq!(rank("text/*", "application/json"), None);
        assert_eq!(rank("application/json", "text/html"), None);
    }
}
