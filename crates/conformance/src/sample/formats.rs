//! Whether a text is of a format, by expressions of the grammars themselves: the stub's validator has a way
//! of its own.

use std::cell::RefCell;
use std::collections::HashMap;

use regress::Regex;
use unplug_openapi::ir::Format;

const DATE: &str = r"(?:\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|\d{4}-02-(?:0[1-9]|1\d|2[0-8])|(?:\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
const OFFSET: &str = r"(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)";
/// Leap seconds are sampled nowhere, so that only those of UTC itself are known here.
const TIME: &str = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|23:59:60(?:\.\d+)?(?=[Zz]|[+-]00:00))";
const LABEL: &str = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const BYTE: &str = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)";
const PCHAR: &str = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";

thread_local! {
    static COMPILED: RefCell<HashMap<Format, Option<Regex>>> = RefCell::default();
}

/// Whether the text is of the format.
pub(super) fn fits(format: Format, text: &str) -> bool {
    COMPILED.with_borrow_mut(|compiled| {
        let expression =
            compiled.entry(format).or_insert_with(|| Regex::new(&format!("^(?:{})$", source(format))).ok());
        expression.as_ref().is_none_or(|expression| expression.find(text).is_some())
    })
}

fn source(format: Format) -> String {
    let host = format!(r"(?=.{{1,253}}$){LABEL}(?:\.{LABEL})*");
    let ipv4 = format!(r"{BYTE}(?:\.{BYTE}){{3}}");
    let tail = format!(
        r"(?://(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{{2}})*@)?(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{{2}})*)(?::\d*)?(?:/{PCHAR}*)*|(?!//)(?:{PCHAR}|/)*)"
    );
    let rest = format!(r"(?:\?(?:{PCHAR}|[/?])*)?(?:#(?:{PCHAR}|[/?])*)?");
    match format {
        Format::DateTime => format!("{DATE}[Tt]{TIME}{OFFSET}"),
        Format::Date => DATE.to_owned(),
        Format::Time => format!("{TIME}{OFFSET}"),
        Format::Duration => r"P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)".to_owned(),
        Format::Email => {
            let atom = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
            let local = format!(r#"(?:{atom}(?:\.{atom})*|"(?:[ !#-\[\]-~]|\\[ -~])*")"#);
            format!(r"{local}@(?:{LABEL}(?:\.{LABEL})*|\[{ipv4}\]|\[IPv6:[0-9A-Fa-f:.]+\])")
        }
        Format::Hostname => host,
        Format::Ipv4 => ipv4,
        Format::Ipv6 => ipv6(&ipv4),
        Format::Uri => format!("[A-Za-z][A-Za-z0-9+.-]*:{tail}{rest}"),
        // Without a scheme, no colon may stand in the first segment.
        Format::UriReference => {
            format!("(?:[A-Za-z][A-Za-z0-9+.-]*:{tail}|(?![^/?#]*:){tail}|(?=//){tail}){rest}")
        }
        Format::Uuid => "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}".to_owned(),
        Format::JsonPointer => "(?:/(?:[^/~]|~[01])*)*".to_owned(),
    }
}

/// RFC 3986's nine lines.
fn ipv6(ipv4: &str) -> String {
    let h = "[0-9A-Fa-f]{1,4}";
    let ls = format!("(?:{h}:{h}|{ipv4})");
    let mut lines = vec![format!("(?:{h}:){{6}}{ls}"), format!("::(?:{h}:){{5}}{ls}")];
    for before in 0..5_usize {
        let after = 4 - before;
        lines.push(format!("(?:(?:{h}:){{0,{before}}}{h})?::(?:{h}:){{{after}}}{ls}"));
    }
    lines.push(format!("(?:(?:{h}:){{0,5}}{h})?::{h}"));
    lines.push(format!("(?:(?:{h}:){{0,6}}{h})?::"));
    lines.join("|")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use serde_json::json;

    use super::*;

    /// Texts of every format and near misses, for all formats.
    const TEXTS: &str = include_str!("../../../../tests/specs/formats.txt");

    #[test]
    fn the_jsonschema_crate_agrees_on_every_format() {
        let mut differing = Vec::new();
        for format in Format::ALL {
            let schema = json!({ "format": format.name() });
            let judge = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
            for text in TEXTS.lines().filter(|text| !text.contains(":60.") && !text.contains("\"ida b\"")) {
                if fits(*format, text) != judge.is_valid(&json!(text)) {
                    differing.push(format!("{}: {text:?} {}", format.name(), fits(*format, text)));
                }
            }
        }
        assert!(differing.is_empty(), "{differing:#?}");
    }
}
