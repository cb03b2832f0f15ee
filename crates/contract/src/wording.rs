//! Sentences about the two descriptions.

use std::fmt::Display;

/// How sentences call the two descriptions, for example `in the document` and `in the handler`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording<'a> {
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

impl Wording<'_> {
    /// For example ``` `maxLength` is 5 in the document, not set in the handlers```.
    pub(crate) fn differs<T: Display>(self, what: &str, before: Option<T>, after: Option<T>) -> String {
        let text = |value: Option<T>| value.map_or_else(|| "not set".to_owned(), |value| value.to_string());
        format!("{what} is {} {}, {} {}", text(before), self.before, text(after), self.after)
    }

    /// For example ``the query parameter `a` is there in the document, but not in the handlers``.
    pub(crate) fn removed(self, what: &str) -> String {
        format!("{what} is there {}, but not {}", self.before, self.after)
    }

    /// For example ``the query parameter `a` is there in the handlers, but not in the document``.
    pub(crate) fn added(self, what: &str) -> String {
        format!("{what} is there {}, but not {}", self.after, self.before)
    }
}
