//! Parameters: which there are, and whether they are required.

use crate::lifecycle::{Removal, extension};
use crate::rule::{Check, Mirror, Rule, Scope};
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "parameter-added",
    summary: "There is a parameter that was not there.",
    explanation: "A new required header refuses every request made so far; a new optional one hurts nobody.",
    advice: "Make new parameters optional, with a default that keeps today's behaviour.",
    reverse: Mirror::Unlike(
        "parameter-removed",
        "an optional one that goes is merely ignored; a required one that comes or goes breaks callers",
    ),
    opposite: Mirror::Rule("header-added"),
    checks: &[Check::Parameter(|part, found| {
        part.compare_added_to_request(|parameter| parameter.required, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "parameter-removed",
    summary: "A parameter is gone.",
    explanation: "Callers still send it and it is no longer read. Where it was required, the operation does \
        something else without it, unless it was `deprecated`; where it was optional, nobody is refused.",
    advice: "Go on reading it, and mark it `deprecated`.",
    reverse: Mirror::Unlike(
        "parameter-added",
        "an optional one that goes is merely ignored; a required one that comes or goes breaks callers",
    ),
    opposite: Mirror::Rule("header-removed"),
    checks: &[Check::Parameter(|part, found| {
        let Some(parameter) = part.removed() else { return };
        let sunset = extension(part.roots.0, &parameter.location, "x-sunset");
        let removal = Removal::of(parameter.deprecated, sunset, part.today);
        let unannounced = if parameter.required { Change::Moved } else { Change::Harmless };
        let remark = if parameter.required { removal.remark() } else { String::new() };
        let message = format!("{}{remark}", part.wording.removed(&part.name));
        found.push(removal.change(unannounced), message, part.locators.clone());
    })],
    ..Rule::DEFAULT
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "parameter-required-changed",
    summary: "A parameter is required that was optional, or the reverse.",
    explanation: "`required: true` now and not before refuses callers who leave it out.",
    advice: "Assume a default for callers who leave it out.",
    opposite: Mirror::Rule("header-required-changed"),
    checks: &[Check::Parameter(|part, found| {
        part.compare_required(|parameter| parameter.required, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const RENAMED: Rule = Rule {
    id: "path-parameter-renamed",
    summary: "A path parameter has another name.",
    explanation: "`/things/{id}` and `/things/{thing_id}` are the same on the wire; the field of the generated \
        request is named after it.",
    advice: "Keep the name by `x-rust-name`.",
    opposite: Mirror::None("responses have no path"),
    scope: Scope::Documents,
    checks: &[Check::Parameter(|part, found| {
        if let Some((before, after)) = part.both()
            && !before.name.eq_ignore_ascii_case(&after.name)
        {
            let name = |name: &str| Some(format!("`{name}`"));
            let message = part.wording.differs("the path parameter", name(&before.name), name(&after.name));
            found.push(Change::Neutral, message, part.keyword("name", (true, true)));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const DEPRECATED: Rule = Rule {
    id: "parameter-deprecated-changed",
    summary: "A parameter is newly `deprecated`, or no longer.",
    explanation: "`deprecated: true` says that the parameter will go.",
    advice: "Plan for its removal.",
    opposite: Mirror::None("`deprecated` of a response header is not read"),
    checks: &[Check::Parameter(|part, found| {
        part.compare_flag("deprecated", |parameter| parameter.deprecated, Change::Neutral, found);
    })],
    ..Rule::DEFAULT
};
