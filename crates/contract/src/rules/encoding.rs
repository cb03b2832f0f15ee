//! `encoding` of form and multipart bodies.

use unplug_openapi::ir::{Api, Encoding, MediaType, SchemaId, Style, TypeSet};

use crate::difference::Differences;
use crate::locator::Locator;
use crate::part::{Content, Part};
use crate::rule::{Check, Rule};
use crate::verdict::Change;

pub(crate) const ENCODING: Rule = Rule {
    id: "encoding-changed",
    summary: "A part of a form is written in another way.",
    explanation: "`encoding: {file: {contentType: image/png}}` before and `image/jpeg` now: the part is of another \
        type. `style`, `explode`, `allowReserved` and the names of headers of the part count as well, unless they \
        say what holds anyway.",
    advice: "Read both forms of the part.",
    checks: &[Check::MediaType(compare)],
    ..Rule::DEFAULT
};

fn compare<'a>(part: &Part<'a, Content<'a>>, found: &mut Differences<'a>) {
    let Some((before, after)) = part.both() else { return };
    let body = &after.body;
    let media_types = (before.media_type, after.media_type);
    let (before, after) = (&before.media_type.encoding, &after.media_type.encoding);
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let (one, other) = (before.get(name), after.get(name));
        let texts = (
            Written { api: part.apis.0, content: media_types.0, name }.text(one),
            Written { api: part.apis.1, content: media_types.1, name }.text(other),
        );
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

/// How one property of a body is written.
struct Written<'a> {
    api: &'a Api,
    content: &'a MediaType,
    name: &'a str,
}

impl Written<'_> {
    /// All that matters; `None` when nothing is said but what holds anyway.
    fn text(&self, encoding: Option<&Encoding>) -> Option<String> {
        let encoding = encoding?;
        let mut headers: Vec<String> =
            encoding.headers.iter().map(|header| header.name.to_ascii_lowercase()).collect();
        headers.sort();
        let mut said: Vec<String> = Vec::new();
        let by_default = self.default_type();
        said.extend(encoding.content_type.clone().filter(|own| Some(own.as_str()) != by_default));
        let style = encoding.query_style().filter(|style| !self.is_usual(*style) || encoding.allow_reserved);
        if let Some((style, explode)) = style {
            said.push(format!("style {style:?}"));
            said.push(format!("explode {explode}"));
        }
        said.extend(encoding.allow_reserved.then(|| "reserved characters as they are".to_owned()));
        if !headers.is_empty() {
            said.push(format!("headers {}", headers.join(", ")));
        }
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// Whether values are written in this style anyway. An object is JSON instead.
    fn is_usual(&self, style: (Style, bool)) -> bool {
        let types = self.property().map_or(TypeSet::ALL, |id| self.api.schemas.types_of(id));
        style == (Style::Form, true) && types.and(TypeSet::OBJECT).is_empty()
    }

    /// The content type that a value has when none is given.
    fn default_type(&self) -> Option<&'static str> {
        let schemas = &self.api.schemas;
        let mut id = self.property()?;
        if schemas.types_of(id) == TypeSet::ARRAY {
            id = schemas.find(id, |part| schemas[part].items)?;
        }
        let types = schemas.types_of(id).without(TypeSet::NULL);
        let is_text = types.and(TypeSet::STRUCTURED).is_empty();
        Some(match types {
            _ if schemas.is_binary(id) => "application/octet-stream",
            TypeSet::OBJECT => "application/json",
            _ if is_text && !types.is_empty() => "text/plain",
            _ => return None,
        })
    }

    fn property(&self) -> Option<SchemaId> {
        let declared = self.api.schemas.declared_properties(self.content.schema?);
        declared.into_iter().find(|(name, _)| name == self.name).map(|(_, id)| id)
    }
}
