//! `contentEncoding` and `contentMediaType`.

use unplug_openapi::ir::Schema;

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::verdict::Change;

pub(crate) const CONTENT: Rule = Rule {
    id: "content-encoding-changed",
    summary: "A text carries other content than before.",
    explanation: "`contentEncoding: base64` (3.0: `format: byte`) before and none now: what was the text of some \
        bytes is now the text itself. The same goes for `contentMediaType` (3.0: `format: binary`).",
    advice: "Keep the encoding; a new one is a new member.",
    checks: &[Check::Keyword(&[Kind::String], |_, pair, found| {
        compare(pair, "contentEncoding", encoding, found);
        compare(pair, "contentMediaType", media_type, found);
    })],
    ..Rule::DEFAULT
};

fn compare<'a>(
    pair: &AlternativePair<'a>,
    keyword: &str,
    get: fn(&Schema) -> Option<&str>,
    found: &mut Differences<'a>,
) {
    let (before, after) = (pair.before.first(get), pair.after.first(get));
    if before.map(|(text, _)| text) != after.map(|(text, _)| text) {
        pair.report(Change::Moved, keyword, (before, after), found);
    }
}

fn encoding(schema: &Schema) -> Option<&str> {
    schema.content_encoding.as_deref().or_else(|| (schema.format.as_deref()? == "byte").then_some("base64"))
}

fn media_type(schema: &Schema) -> Option<&str> {
    let binary = || (schema.format.as_deref()? == "binary").then_some("application/octet-stream");
    schema.content_media_type.as_deref().or_else(binary)
}
