//! Response headers.

use unplug_openapi::ir::Header;

use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "header-added",
    summary: "A response has a new header.",
    explanation: "`X-Left` is new. Clients do not know it, and nobody is hurt.",
    advice: "Nothing, or generate the client again to read it.",
    reverse: Mirror::Unlike("header-removed", "a client may rely on a required header, but on no new one"),
    opposite: Mirror::Rule("parameter-added"),
    checks: &[Check::Header(|part, found| part.compare_added(|_| Change::Harmless, found))],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "header-removed",
    summary: "A response no longer has a header.",
    explanation: "A client that reads a header which was required finds nothing there. One that was optional may have \
        been missing before.",
    advice: "Go on sending the header.",
    reverse: Mirror::Unlike("header-added", "a client may rely on a required header, but on no new one"),
    opposite: Mirror::Rule("parameter-removed"),
    checks: &[Check::Header(|part, found| {
        part.compare_removed(|header| if header.required { Change::Moved } else { Change::Harmless }, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "header-required-changed",
    summary: "A header is required that was optional, or the reverse.",
    explanation: "`required: true` before and not now: a client that relies on the header may find nothing.",
    advice: "Go on sending it with every response.",
    opposite: Mirror::Rule("parameter-required-changed"),
    checks: &[Check::Header(|part, found| part.compare_required(|header| header.required, found))],
    ..Rule::DEFAULT
};

pub(crate) const FORM: Rule = Rule {
    id: "header-form-changed",
    summary: "A header is written in another way.",
    explanation: "A header described by `content` is written as JSON, and `explode` decides between `a=1` and `a,1` for \
        objects.",
    advice: "Keep the form; a new one is a new header.",
    opposite: Mirror::Rule("parameter-style-changed"),
    checks: &[Check::Header(|part, found| {
        if let Some((before, after)) = part.both()
            && (before.json, before.explode) != (after.json, after.explode)
        {
            let name = format!("the form of {}", part.name);
            let message = part.wording.differs(&name, Some(form(before)), Some(form(after)));
            found.push(Change::Moved, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

fn form(header: &Header) -> &'static str {
    match (header.json, header.explode) {
        (true, _) => "JSON",
        (false, true) => "exploded text",
        (false, false) => "text",
    }
}
