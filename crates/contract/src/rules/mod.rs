//! The rules: each in a small file, with its id, what it means, what to do, and its tests.

use std::fmt::Write as _;

use crate::rule::Rule;

pub(crate) mod annotations;
pub(crate) mod bodies;
pub(crate) mod bounds;
pub(crate) mod condition;
pub(crate) mod contains;
pub(crate) mod content;
pub(crate) mod dependent;
pub(crate) mod documents;
pub(crate) mod encoding;
pub(crate) mod enumeration;
pub(crate) mod format;
pub(crate) mod headers;
pub(crate) mod incoming;
pub(crate) mod items;
pub(crate) mod length;
pub(crate) mod media_types;
pub(crate) mod multiple_of;
pub(crate) mod names;
pub(crate) mod negation;
pub(crate) mod object_size;
pub(crate) mod operations;
pub(crate) mod parameter_style;
pub(crate) mod parameters;
pub(crate) mod pattern;
pub(crate) mod properties;
pub(crate) mod security;
pub(crate) mod security_schemes;
pub(crate) mod servers;
pub(crate) mod statuses;
pub(crate) mod types;
pub(crate) mod types_fit;
pub(crate) mod undecided;
pub(crate) mod unions;

pub use documents::{added as document_added, removed as document_removed};

/// Every rule, by subject.
pub const ALL: &[&Rule] = &[
    &documents::ADDED,
    &documents::REMOVED,
    &operations::ADDED,
    &operations::REMOVED,
    &operations::ID,
    &operations::DEPRECATED,
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
    &servers::ADDED,
    &servers::REMOVED,
    &servers::VARIABLE,
    &incoming::WEBHOOK_ADDED,
    &incoming::WEBHOOK_REMOVED,
    &incoming::CALLBACK_ADDED,
    &incoming::CALLBACK_REMOVED,
    &types::TYPE,
    &types::NULL,
    &enumeration::ADDED,
    &enumeration::REMOVED,
    &enumeration::VALUE_ADDED,
    &enumeration::VALUE_REMOVED,
    &bounds::MINIMUM,
    &bounds::MAXIMUM,
    &multiple_of::MULTIPLE_OF,
    &length::MIN_LENGTH,
    &length::MAX_LENGTH,
    &pattern::PATTERN,
    &format::FORMAT,
    &content::CONTENT,
    &items::MIN_ITEMS,
    &items::MAX_ITEMS,
    &items::UNIQUE_ITEMS,
    &contains::CONTAINS,
    &properties::ADDED,
    &properties::REMOVED,
    &properties::REQUIRED,
    &properties::ADDITIONAL,
    &properties::READ_ONLY,
    &properties::WRITE_ONLY,
    &object_size::MIN_PROPERTIES,
    &object_size::MAX_PROPERTIES,
    &names::PROPERTY_NAMES,
    &names::PATTERN_PROPERTIES,
    &dependent::REQUIRED,
    &dependent::SCHEMAS,
    &negation::NOT,
    &condition::CONDITION,
    &unions::ADDED,
    &unions::REMOVED,
    &unions::KIND,
    &undecided::CANNOT_DECIDE,
    &annotations::DEFAULT,
    &annotations::DEPRECATED,
    &annotations::EXTENSIBLE,
    &annotations::DISCRIMINATOR,
    &annotations::EXTENSION,
    &types_fit::NARROWER,
    &types_fit::WIDER,
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
    let nearest = ALL.iter().min_by_key(|rule| distance(&short, rule.id)).map_or("", |rule| rule.id);
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

/// How many letters are added, left out or replaced.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut corner = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, own) in row.iter_mut().skip(1).zip(&other) {
            let replaced = corner + usize::from(letter != *own);
            corner = *cell;
            *cell = replaced.min(*cell + 1).min(left + 1);
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use std::collections::BTreeSet;

    use super::{ALL, find};

    #[test]
    fn ids_are_unique_and_kebab_case() {
        let ids: BTreeSet<&str> = ALL.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), ALL.len());
        for rule in ALL {
            assert!(
                rule.id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'),
                "{}",
                rule.id
            );
            assert!(rule.summary.ends_with('.') && rule.advice.ends_with('.'), "{}", rule.id);
            assert!(rule.explanation.len() > 40, "{}", rule.id);
        }
    }

    #[test]
    fn an_unknown_rule_names_the_nearest() {
        assert_eq!(find("status-added").unwrap().id, "status-added");
        let error = find("statusadded").unwrap_err();
        assert_eq!(error.nearest, "status-added");
        assert_eq!(
            find("max-lenght-changed").unwrap_err().to_string(),
            "there is no rule `max-lenght-changed`; did you mean `max-length-changed`? RULES.md lists all of them"
        );
        find("").unwrap_err();
        find(&"x".repeat(1_000_000)).unwrap_err();
    }
}
