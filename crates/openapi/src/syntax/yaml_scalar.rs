//! What a YAML scalar means: the core schema of YAML 1.2 (section 10.3), as far as JSON can
//! hold it. `yes`, `on` and dates are text, as they have been since 1.2.

use saphyr_parser::{ScalarStyle, Tag};
use serde_json::Number;

use super::{Value, number};

/// Why a scalar has no JSON value.
#[derive(Debug, PartialEq)]
pub(super) enum NoValue {
    /// `.inf` or `.nan`
    NotFinite,
    /// A number beyond the range of a float.
    OutOfRange,
    /// The tag promises something that the text is not.
    TagMismatch,
    /// A tag that means nothing in JSON.
    UnknownTag,
}

/// The value of a scalar.
pub(super) fn resolve(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Value, NoValue> {
    let Some(tag) = tag else {
        return match style {
            ScalarStyle::Plain => plain(text),
            _ => Ok(Value::String(text.to_owned())),
        };
    };
    if is_plain_text_tag(tag) {
        return Ok(Value::String(text.to_owned()));
    }
    if !tag.is_yaml_core_schema() {
        return Err(NoValue::UnknownTag);
    }
    let wanted: fn(&Value) -> bool = match tag.suffix.as_str() {
        // Both stay text in JSON: base64, and a date.
        "str" | "binary" | "timestamp" => return Ok(Value::String(text.to_owned())),
        "null" => |value| matches!(value, Value::Null),
        "bool" => |value| matches!(value, Value::Bool(_)),
        "int" => |value| matches!(value, Value::Number(number) if !number.is_f64()),
        "float" => |value| matches!(value, Value::Number(_)),
        _ => return Err(NoValue::UnknownTag),
    };
    let value = plain(text)?;
    if wanted(&value) { Ok(value) } else { Err(NoValue::TagMismatch) }
}

/// Whether the tag leaves a sequence or mapping what it is.
pub(super) fn is_container_tag(tag: &Tag, kind: &str) -> bool {
    is_plain_text_tag(tag) || (tag.is_yaml_core_schema() && tag.suffix == kind)
}

/// The tag as a person writes it.
pub(super) fn shown(tag: &Tag) -> String {
    if tag.is_yaml_core_schema() {
        format!("!!{}", tag.suffix)
    } else {
        format!("{}{}", tag.handle, tag.suffix)
    }
}

/// `!` alone: "no guessing", so a scalar is text.
fn is_plain_text_tag(tag: &Tag) -> bool {
    (tag.handle == "!" && tag.suffix.is_empty()) || (tag.handle.is_empty() && tag.suffix == "!")
}

fn plain(text: &str) -> Result<Value, NoValue> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Ok(Value::Null),
        "true" | "True" | "TRUE" => return Ok(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Ok(Value::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => return Err(NoValue::NotFinite),
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Err(NoValue::NotFinite);
    }
    match plain_number(text, unsigned)? {
        Some(number) => Ok(Value::Number(number)),
        None => Ok(Value::String(text.to_owned())),
    }
}

/// `None` when the text is no number at all.
fn plain_number(text: &str, unsigned: &str) -> Result<Option<Number>, NoValue> {
    let in_range = |number: Option<Number>| number.ok_or(NoValue::OutOfRange).map(Some);
    // Octal and hexadecimal have no sign in the core schema.
    if let Some(digits) = text.strip_prefix("0o") {
        let is_octal = is_all(digits, |byte| matches!(byte, b'0'..=b'7'));
        return if is_octal { in_range(radix(digits, 8)) } else { Ok(None) };
    }
    if let Some(digits) = text.strip_prefix("0x") {
        let is_hexadecimal = is_all(digits, |byte| byte.is_ascii_hexdigit());
        return if is_hexadecimal { in_range(radix(digits, 16)) } else { Ok(None) };
    }
    if is_all(unsigned, |byte| byte.is_ascii_digit()) {
        return in_range(number::integer(text.strip_prefix('+').unwrap_or(text)));
    }
    if is_float(unsigned) {
        return in_range(number::float(text));
    }
    Ok(None)
}

fn is_all(text: &str, matches: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(matches)
}

fn radix(digits: &str, radix: u32) -> Option<Number> {
    u64::from_str_radix(digits, radix).ok().map(Number::from)
}

/// `[0-9]+ (. [0-9]*)?` or `. [0-9]+`, then an optional exponent.
fn is_float(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digit = !whole.is_empty() || !fraction.is_empty();
    let good_exponent = exponent.is_none_or(|exponent| {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !exponent.is_empty() && digits(exponent)
    });
    has_digit && digits(whole) && digits(fraction) && good_exponent
}
