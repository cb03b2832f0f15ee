//! `contentEncoding` and `contentMediaType`.

use unplug_openapi::ir::Schema;

use crate::rule::{Change, Rule};
use crate::schemas::{Found, Out, Pair, View};

pub(crate) const CONTENT: Rule = Rule {
    id: "content-encoding-changed",
    summary: "A text carries other content than before.",
    explanation: "`contentEncoding: base64` (3.0: `format: byte`) before and none now: what was the text of some \
        bytes is now the text itself. The same goes for `contentMediaType` (3.0: `format: binary`).",
    advice: "Keep the encoding; a new one is a new member.",
};

/// The text of a keyword.
type Read = fn(&Schema) -> Option<&str>;

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let keywords: [(&str, Read); 2] = [("contentEncoding", encoding), ("contentMediaType", media_type)];
    for (keyword, get) in keywords {
        let value =
            |view: &View<'a>| -> Found<String> { view.first(|schema| get(schema).map(str::to_owned)) };
        let (before, after) = (value(&pair.before), value(&pair.after));
        let (one, other) = (before.as_ref().map(|(text, _)| text), after.as_ref().map(|(text, _)| text));
        if one == other {
            continue;
        }
        let message =
            pair.sentence(&format!("`{keyword}`"), one.map(|text| text as _), other.map(|text| text as _));
        let spots = (pair.before.spot(before, keyword), pair.after.spot(after, keyword));
        out.push(&CONTENT, Change::Moved, message, spots.0, spots.1);
    }
}

fn encoding(schema: &Schema) -> Option<&str> {
    schema.content_encoding.as_deref().or_else(|| (schema.format.as_deref()? == "byte").then_some("base64"))
}

fn media_type(schema: &Schema) -> Option<&str> {
    let binary = || (schema.format.as_deref()? == "binary").then_some("application/octet-stream");
    schema.content_media_type.as_deref().or_else(binary)
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::Breaking;
    use crate::testing::{found, none};

    #[test]
    fn content() {
        let base64 = "{type: string, contentEncoding: base64}";
        found("{type: string}", base64, "content-encoding-changed", [Breaking, Breaking]);
        found(
            base64,
            "{type: string, contentEncoding: base32}",
            "content-encoding-changed",
            [Breaking, Breaking],
        );
        none(base64, "{type: string, format: byte}");
    }
}
