//! The rules: each is a value in one of these files, with its id, what it means, what to do, and how it
//! is found. What is listed here is what the comparison runs.

use std::fmt::Write as _;

use crate::rule::Rule;

mod annotations;
mod bodies;
mod bounds;
mod conditions;
mod contains;
mod content;
mod dependent;
mod discriminators;
mod documents;
mod encoding;
mod enumeration;
mod format;
mod generated_types;
mod headers;
mod media_types;
mod multiple_of;
mod names;
mod oauth;
pub(crate) mod operations;
mod parameter_style;
mod parameters;
mod pattern;
mod properties;
mod rust_items;
mod security;
mod security_schemes;
mod servers;
mod sizes;
mod statuses;
mod types;
mod undecided;
mod unions;
mod webhooks;

/// Every rule, by subject.
pub const ALL: &[&Rule] = &[
    &documents::ADDED,
    &documents::REMOVED,
    &documents::UNREADABLE,
    &operations::ADDED,
    &operations::REMOVED,
    &operations::ID,
    &operations::DEPRECATED,
    &operations::SUNSET,
    &operations::STABILITY,
    &parameters::ADDED,
    &parameters::REMOVED,
    &parameters::REQUIRED,
    &parameters::RENAMED,
    &parameters::DEPRECATED,
    &parameter_style::STYLE,
    &parameter_style::CONTENT,
    &parameter_style::RESERVED,
    &parameter_style::EMPTY,
    &bodies::ADDED,
    &bodies::REMOVED,
    &bodies::REQUIRED,
    &media_types::ADDED,
    &media_types::REMOVED,
    &encoding::ENCODING,
    &statuses::ADDED,
    &statuses::REMOVED,
    &statuses::NAMED,
    &headers::ADDED,
    &headers::REMOVED,
    &headers::REQUIRED,
    &headers::FORM,
    &security::ADDED,
    &security::REMOVED,
    &security::SCOPES,
    &security_schemes::SCHEME,
    &oauth::FLOW_ADDED,
    &oauth::FLOW_REMOVED,
    &oauth::URL,
    &oauth::DISCOVERY,
    &oauth::SCOPE_ADDED,
    &oauth::SCOPE_REMOVED,
    &servers::ADDED,
    &servers::REMOVED,
    &servers::VARIABLE,
    &webhooks::WEBHOOK_ADDED,
    &webhooks::WEBHOOK_REMOVED,
    &webhooks::CALLBACK_ADDED,
    &webhooks::CALLBACK_REMOVED,
    &types::TYPE,
    &types::NULL,
    &enumeration::ADDED,
    &enumeration::REMOVED,
    &enumeration::VALUE_ADDED,
    &enumeration::VALUE_REMOVED,
    &bounds::MINIMUM,
    &bounds::MAXIMUM,
    &multiple_of::MULTIPLE_OF,
    &sizes::MIN_LENGTH,
    &sizes::MAX_LENGTH,
    &pattern::PATTERN,
    &format::FORMAT,
    &content::CONTENT,
    &sizes::MIN_ITEMS,
    &sizes::MAX_ITEMS,
    &sizes::UNIQUE_ITEMS,
    &contains::CONTAINS,
    &properties::ADDED,
    &properties::REMOVED,
    &properties::REQUIRED,
    &properties::ADDITIONAL,
    &properties::READ_ONLY,
    &properties::WRITE_ONLY,
    &sizes::MIN_PROPERTIES,
    &sizes::MAX_PROPERTIES,
    &names::PROPERTY_NAMES,
    &names::PATTERN_PROPERTIES,
    &dependent::REQUIRED,
    &dependent::SCHEMAS,
    &conditions::NOT,
    &conditions::CONDITION,
    &unions::ADDED,
    &unions::REMOVED,
    &unions::KIND,
    &undecided::CANNOT_DECIDE,
    &annotations::DEFAULT,
    &annotations::DEPRECATED,
    &annotations::EXTENSIBLE,
    &discriminators::DISCRIMINATOR,
    &annotations::EXTENSION,
    &generated_types::NARROWER,
    &generated_types::WIDER,
    &rust_items::CHANGED,
];

/// There is no rule of that id.
#[derive(Debug, thiserror::Error)]
#[error("there is no rule `{id}`; did you mean `{nearest}`? RULES.md lists all of them")]
pub struct UnknownRule {
    /// What was asked for.
    pub id: String,
    /// The id that differs least.
    pub nearest: &'static str,
}

/// The rule of an id.
///
/// # Errors
/// When there is none; the error names the nearest.
pub fn find(id: &str) -> Result<&'static Rule, UnknownRule> {
    if let Some(rule) = ALL.iter().find(|rule| rule.id == id) {
        return Ok(rule);
    }
    let short: String = id.chars().take(100).collect();
    let nearest =
        ALL.iter().min_by_key(|rule| strsim::levenshtein(&short, rule.id)).map_or("", |rule| rule.id);
    Err(UnknownRule { id: id.to_owned(), nearest })
}

/// What a rule means and what to do, as Markdown.
#[must_use]
pub fn explain(rule: &Rule) -> String {
    format!(
        "## `{}`\n\n{}\n\n{}\n\n**What to do.** {}\n",
        rule.id, rule.summary, rule.explanation, rule.advice
    )
}

/// All rules as one Markdown document.
#[must_use]
pub fn markdown() -> String {
    let mut text = "# Rules of the contract comparison\n\nGenerated from the rules themselves; \
        `UPDATE_GOLDEN=1 cargo test -p unplug-contract` rewrites it.\n\n"
        .to_owned();
    text.push_str("| rule | finds |\n|---|---|\n");
    for rule in ALL {
        let _ = writeln!(text, "| [`{}`](#{}) | {} |", rule.id, rule.id, rule.summary);
    }
    for rule in ALL {
        let _ = write!(text, "\n{}", explain(rule));
    }
    text
}
