//! `encoding` of form and multipart bodies.

use unplug_openapi::ir::Encoding;

use crate::difference::Differences;
use crate::locator::Locator;
use crate::part::{Content, Part};
use crate::rule::{Check, Rule};
use crate::verdict::Change;

pub(crate) const ENCODING: Rule = Rule {
    id: "encoding-changed",
    summary: "A part of a form is written in another way.",
    explanation: "`encoding: {file: {contentType: image/png}}` before and `image/jpeg` now: the part is of another \
        type. `style`, `explode`, `allowReserved` and the names of headers of the part count as well.",
    advice: "Read both forms of the part.",
    checks: &[Check::MediaType(compare)],
    ..Rule::DEFAULT
};

fn compare<'a>(part: &Part<'a, Content<'a>>, found: &mut Differences<'a>) {
    let Some((before, after)) = part.both() else { return };
    let body = &after.body;
    let (before, after) = (&before.media_type.encoding, &after.media_type.encoding);
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let (one, other) = (before.get(name), after.get(name));
        let texts = (text(one), text(other));
        if texts.0 == texts.1 {
            continue;
        }
        let what = format!("how `{name}` of {body} is written");
        let message = part.wording.differs(&what, texts.0, texts.1);
        let locator = |whole: &Locator<'a>, found: Option<&Encoding>| {
            let whole = whole.clone();
            if found.is_some() { whole.step("encoding").step(name) } else { whole.absent() }
        };
        let locators = (locator(&part.locators.0, one), locator(&part.locators.1, other));
        found.push(Change::Moved, message, locators);
    }
}

/// All that matters; `None` when nothing is said.
fn text(encoding: Option<&Encoding>) -> Option<String> {
    let encoding = encoding?;
    let mut headers: Vec<String> =
        encoding.headers.iter().map(|header| header.name.to_ascii_lowercase()).collect();
    headers.sort();
    let mut said: Vec<String> = Vec::new();
    said.extend(encoding.content_type.clone());
    said.extend(encoding.style.map(|style| format!("style {style:?}")));
    said.extend(encoding.explode.map(|explode| format!("explode {explode}")));
    said.extend(encoding.allow_reserved.then(|| "reserved characters as they are".to_owned()));
    if !headers.is_empty() {
        said.push(format!("headers {}", headers.join(", ")));
    }
    (!said.is_empty()).then(|| said.join("; "))
}
