//! Patterns: ECMA-262 regular expressions, without the engine where plain text does.

use std::sync::OnceLock;

use regress::Regex;

/// A `pattern`, or a name in `patternProperties`.
#[derive(Debug)]
pub struct Pattern {
    /// The expression as the document has it.
    pub source: &'static str,
    matcher: Matcher,
}

#[derive(Debug)]
enum Matcher {
    Exact(&'static str),
    Prefix(&'static str),
    Suffix(&'static str),
    Contains(&'static str),
    /// Compiled on first use; `None` when the expression is invalid.
    Regex(OnceLock<Option<Regex>>),
}

impl Pattern {
    /// An expression for the engine.
    #[must_use]
    pub const fn regex(source: &'static str) -> Self {
        Self { source, matcher: Matcher::Regex(OnceLock::new()) }
    }

    /// `^text$`
    #[must_use]
    pub const fn exact(source: &'static str, text: &'static str) -> Self {
        Self { source, matcher: Matcher::Exact(text) }
    }

    /// `^text`
    #[must_use]
    pub const fn prefix(source: &'static str, text: &'static str) -> Self {
        Self { source, matcher: Matcher::Prefix(text) }
    }

    /// `text$`
    #[must_use]
    pub const fn suffix(source: &'static str, text: &'static str) -> Self {
        Self { source, matcher: Matcher::Suffix(text) }
    }

    /// `text`
    #[must_use]
    pub const fn contains(source: &'static str, text: &'static str) -> Self {
        Self { source, matcher: Matcher::Contains(text) }
    }

    /// Whether the text matches. An invalid expression, which no document passes the check with,
    /// matches nothing.
    pub fn is_match(&self, text: &str) -> bool {
        match &self.matcher {
            Matcher::Exact(expected) => text == *expected,
            Matcher::Prefix(prefix) => text.starts_with(prefix),
            Matcher::Suffix(suffix) => text.ends_with(suffix),
            Matcher::Contains(part) => text.contains(part),
            Matcher::Regex(cell) => cell
                .get_or_init(|| compile(self.source))
                .as_ref()
                .is_some_and(|regex| regex.find(text).is_some()),
        }
    }
}

/// With the `u` flag as JSON Schema recommends; without it for expressions that escape more than
/// the flag allows.
fn compile(source: &str) -> Option<Regex> {
    Regex::with_flags(source, "u")
        .or_else(|_| Regex::new(source))
        .inspect_err(|error| tracing::error!(pattern = source, %error, "invalid pattern"))
        .ok()
}
