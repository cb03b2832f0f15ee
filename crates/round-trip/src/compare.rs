//! Compares what arrived with what was sent.

use serde_json::Value;
use unplug_conformance::sample::{BodySample, ContentSample, OperationSample, ResponseSample};
use unplug_openapi::ir::is_equal;

use crate::echo::{Outcome, Received, key};
use crate::multipart::settled;
use crate::parts::bytes_value;

/// Differences between a request as sampled and as the handler got it.
pub(crate) fn request(sample: &OperationSample, received: &Received) -> Vec<String> {
    let mut found = Vec::new();
    for sent in &sample.parameters {
        let name = key(&sent.location, &sent.name);
        match received.parameters.get(&name) {
            Some(value) if is_equal(&sent.value, value) => {}
            Some(value) => found.push(format!("the parameter {name} was {}, arrived as {value}", sent.value)),
            // Text has no form for null or for nothing at all.
            None if is_nothing(&sent.value) => {}
            None => found.push(format!("the parameter {name} was {}, and did not arrive", sent.value)),
        }
    }
    for name in received.parameters.keys() {
        // HTTP itself says how long a body is.
        let by_http = name == "header content-length";
        if !by_http && !sample.parameters.iter().any(|sent| key(&sent.location, &sent.name) == *name) {
            found.push(format!("the parameter {name} was not sent, and arrived"));
        }
    }
    found.extend(body(sample.body.as_ref(), received.body.as_ref()));
    found
}

/// Differences between an answer as sampled and as the client got it.
pub(crate) fn response(sample: &ResponseSample, outcome: &Outcome) -> Vec<String> {
    let mut found = Vec::new();
    if sample.declared != outcome.declared {
        found.push(format!("the answer {} arrived as {}", sample.declared, outcome.declared));
    }
    if outcome.status.is_some_and(|status| status != sample.status) {
        found.push(format!("the status {} arrived as {:?}", sample.status, outcome.status));
    }
    for (name, value) in &sample.headers {
        let arrived = outcome.headers.iter().find(|(arrived, _)| arrived.eq_ignore_ascii_case(name));
        match arrived {
            Some((_, arrived)) if is_equal(value, arrived) => {}
            None if is_nothing(value) => {}
            Some((_, arrived)) => found.push(format!("the header {name} was {value}, arrived as {arrived}")),
            None => found.push(format!("the header {name} was {value}, and did not arrive")),
        }
    }
    found.extend(body(sample.body.as_ref(), outcome.body.as_ref()));
    found
}

fn body(sample: Option<&BodySample>, arrived: Option<&(String, Value)>) -> Option<String> {
    match (sample, arrived) {
        (None, None) => None,
        // A form without fields is no bytes at all.
        (Some(BodySample { content: ContentSample::Form(form), .. }), None) if is_nothing(form) => None,
        (Some(sent), None) => Some(format!("the {} body did not arrive", sent.media_type)),
        (None, Some((media_type, _))) => Some(format!("no body was sent, and {media_type} arrived")),
        (Some(sent), Some((media_type, value))) => {
            if !covers(&sent.media_type, media_type) {
                return Some(format!("the {} body arrived as {media_type}", sent.media_type));
            }
            let wanted = content(&sent.content);
            let equal = is_equal(&wanted, value)
                || matches!(&sent.content, ContentSample::Text(text) if *value == bytes_value(text.as_bytes()))
                || matches!(&sent.content, ContentSample::Json(json) if *value == bytes_value(json.to_string().as_bytes()));
            (!equal).then(|| format!("the body was {}, arrived as {}", short(&wanted), short(value)))
        }
    }
}

/// The difference between a JSON body as sampled and as its bytes went over the wire. Only the sample and a
/// plain JSON reader have a part in it, so it shows what client and stub would agree to drop.
pub(crate) fn on_the_wire(sample: Option<&BodySample>, bytes: &[u8]) -> Option<String> {
    let BodySample { content: ContentSample::Json(wanted), media_type } = sample? else { return None };
    match serde_json::from_slice::<Value>(bytes) {
        Ok(value) if is_equal(wanted, &value) => None,
        Ok(value) => Some(format!("the {media_type} body was {}, sent as {}", short(wanted), short(&value))),
        Err(why) => {
            Some(format!("the {media_type} body was {}, and what was sent is no JSON: {why}", short(wanted)))
        }
    }
}

/// Whether it is the media type that was meant. Nothing is sent as a range, and where what it is sent as is
/// declared too, it arrives as that.
fn covers(declared: &str, arrived: &str) -> bool {
    declared == arrived
        || declared == "*/*"
        || declared.strip_suffix('*').is_some_and(|range| range.ends_with('/') && arrived.starts_with(range))
}

/// A sample as the other side writes it down.
fn content(content: &ContentSample) -> Value {
    match content {
        ContentSample::Json(value) | ContentSample::Form(value) => value.clone(),
        ContentSample::Multipart(value) => settled(value),
        ContentSample::Text(text) => Value::String(text.clone()),
        ContentSample::Bytes(bytes) => bytes_value(bytes),
        ContentSample::Items(items) => Value::Array(items.clone()),
    }
}

fn short(value: &Value) -> String {
    const MAX_SHOWN_CHARACTERS: usize = 600;
    let text = value.to_string();
    match text.char_indices().nth(MAX_SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}
