//! Requests with one keyword broken.

use std::fmt::Write as _;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, Request, Response, Uri};
use serde_json::Value;
use unplug_conformance::sample::BrokenSample;

/// The valid request with a broken value in its place; `None` where it has no form as text.
pub(crate) fn request(valid: &Request<Bytes>, broken: &BrokenSample) -> Option<Request<Bytes>> {
    let mut request = valid.clone();
    match broken.location.as_str() {
        "body" => {
            let sent = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
            if !sent.contains("json") {
                return None;
            }
            request.headers_mut().remove(CONTENT_LENGTH);
            *request.body_mut() = Bytes::from(broken.value.to_string());
        }
        "query" => *request.uri_mut() = with_query(request.uri(), broken)?,
        "header" => {
            let name = HeaderName::from_bytes(broken.name.as_bytes()).ok()?;
            request.headers_mut().remove(&name);
            if broken.keyword != "required" {
                request.headers_mut().insert(name, HeaderValue::from_str(&scalar(&broken.value)?).ok()?);
            }
        }
        _ => return None,
    }
    Some(request)
}

fn with_query(uri: &Uri, broken: &BrokenSample) -> Option<Uri> {
    let own = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        name == broken.name || name == encoded(&broken.name)
    };
    let sent: Vec<&str> =
        uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).collect();
    if !sent.iter().any(own) {
        return None;
    }
    let mut pairs: Vec<String> =
        sent.iter().filter(|pair| !own(pair)).map(|pair| (*pair).to_owned()).collect();
    if broken.keyword != "required" {
        pairs.push(format!("{}={}", encoded(&broken.name), encoded(&scalar(&broken.value)?)));
    }
    format!("{}?{}", uri.path(), pairs.join("&")).parse().ok()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Why the answer to a broken request is not as it should be, if it is not.
pub(crate) fn accepted(broken: &BrokenSample, answer: &Response<Bytes>) -> Option<String> {
    let what = format!(
        "`{}` broken in the {} {}{}",
        broken.keyword,
        broken.location,
        broken.name,
        if broken.pointer.is_empty() { String::new() } else { format!(" at {}", broken.pointer) }
    );
    let body: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    if !answer.status().is_client_error() || body.get("rejection").is_none() {
        return Some(format!("{what} was answered with {}: {}", answer.status(), broken.value));
    }
    let place = if broken.location == "body" || broken.name.is_empty() {
        broken.pointer.clone()
    } else {
        // Names of headers have no case.
        let name =
            if broken.location == "header" { broken.name.to_ascii_lowercase() } else { broken.name.clone() };
        format!("/{}{}", name.replace('~', "~0").replace('/', "~1"), broken.pointer)
    };
    let violations = body["violations"].as_array().cloned().unwrap_or_default();
    let named = violations.iter().any(|violation| {
        let pointer = violation["pointer"].as_str().unwrap_or_default();
        // A union is refused where it stands; what is missing is named in the message.
        violation["location"] == broken.location.as_str()
            && (place.starts_with(pointer) || pointer.starts_with(&place) || pointer.is_empty())
    });
    (!named).then(|| format!("{what} was refused without its place {place:?}: {body}"))
}
