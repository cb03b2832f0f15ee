//! The text of a reference: file part, fragment, and why it leads nowhere.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use thiserror::Error;

/// Why a reference leads nowhere.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Unresolved {
    /// The tree ends before the pointer does.
    #[error("there is no `{absent}` in `{parent}`", parent = if parent.is_empty() { "#" } else { parent })]
    Missing {
        /// The part of the pointer that exists.
        parent: String,
        /// The first token that does not.
        absent: String,
    },
    /// No `$anchor` of that name.
    #[error("no schema has the anchor `{0}`")]
    NoAnchor(String),
    /// The file is not there or cannot be read.
    #[error("the file {name} cannot be used: {why}")]
    NoFile {
        /// Path of the file.
        name: String,
        /// What the system or the parser says.
        why: String,
    },
    /// A URL or an absolute path.
    #[error("only files beside the document are read, by a relative path")]
    NotLocal,
    /// It leads back to itself.
    #[error("it leads back to itself")]
    Cycle,
}

/// File part and fragment.
pub(super) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The path of the file that a reference in the file `base` names. `None` for the same file, a
/// URL and an absolute path.
pub(super) fn file_of(base: &str, reference: &str) -> Option<String> {
    let (file, _) = split(reference);
    let has_scheme = file.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/'));
    if file.is_empty() || has_scheme || file.starts_with(['/', '\\']) {
        return None;
    }
    Some(join(base, &percent_decode(file)))
}

/// A URI reference, seen from a base that is a URI or the path of a file, without its fragment.
pub(super) fn absolute(base: &str, reference: &str) -> String {
    let (reference, _) = split(reference);
    if reference.is_empty() {
        return base.to_owned();
    }
    if scheme(reference).is_some() {
        return reference.to_owned();
    }
    let Some(scheme) = scheme(base) else {
        return if reference.starts_with('/') { reference.to_owned() } else { joined(base, reference) };
    };
    let rest = &base[scheme.len() + 1..];
    if reference.starts_with("//") {
        return format!("{scheme}:{reference}");
    }
    // A URN has no parts that a reference could be relative to.
    let Some(rest) = rest.strip_prefix("//") else { return reference.to_owned() };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let path = if reference.starts_with('/') {
        joined("/", reference)
    } else {
        joined(if path.is_empty() { "/" } else { path }, reference)
    };
    format!("{scheme}://{authority}{path}")
}

/// As [`join`], where what ends with `/` is a folder.
fn joined(base: &str, relative: &str) -> String {
    let mut path = join(base, relative);
    if relative.ends_with('/') && !path.ends_with('/') {
        path.push('/');
    }
    path
}

/// The scheme of a URI; `None` for a relative reference and a path.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let begins = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    // One letter is a drive.
    (begins && scheme.len() > 1 && scheme.chars().all(plain)).then_some(scheme)
}

/// `relative`, seen from the file `base`, with `.` and `..` taken out where possible.
pub(super) fn join(base: &str, relative: &str) -> String {
    let absolute = base.starts_with('/') || (base.is_empty() && relative.starts_with('/'));
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(relative.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    let joined = parts.join("/");
    if absolute { format!("/{joined}") } else { joined }
}

/// Percent-decodes what is valid and leaves the rest as it stands.
pub(super) fn percent_decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::{absolute, file_of, join, percent_decode};

    /// RFC 3986, section 5.4, as far as it concerns paths.
    #[test]
    fn references_are_relative_to_a_uri() {
        let base = "http://a/b/c/d";
        for (reference, wanted) in [
            ("urn:h", "urn:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("", "http://a/b/c/d"),
            ("../g", "http://a/b/g"),
            ("../../g", "http://a/g"),
            ("g#s", "http://a/b/c/g"),
        ] {
            assert_eq!(absolute(base, reference), wanted, "{reference}");
        }
        assert_eq!(absolute("http://a/b/", "g"), "http://a/b/g");
        assert_eq!(absolute("http://a", "g"), "http://a/g");
        assert_eq!(absolute("urn:x:y", "g"), "g");
        assert_eq!(absolute("specs/a.yaml", "b/c.json"), "specs/b/c.json");
    }

    #[test]
    fn relative_files_are_seen_from_the_file_that_names_them() {
        assert_eq!(join("specs/a.yaml", "./b.yaml"), "specs/b.yaml");
        assert_eq!(join("specs/a.yaml", "../b.yaml"), "b.yaml");
        assert_eq!(join("a.yaml", "../b.yaml"), "../b.yaml");
        assert_eq!(join("/x/a.yaml", "y/b.yaml"), "/x/y/b.yaml");
    }

    #[test]
    fn urls_and_absolute_paths_name_no_file() {
        assert_eq!(file_of("a.yaml", "https://example.com/a.yaml#/x"), None);
        assert_eq!(file_of("a.yaml", "/etc/passwd"), None);
        assert_eq!(file_of("a.yaml", "#/x"), None);
        assert_eq!(file_of("a.yaml", "b.yaml#/x").as_deref(), Some("b.yaml"));
    }

    #[test]
    fn percent_decoding_keeps_what_is_not_an_escape() {
        assert_eq!(percent_decode("/paths/~1a~1%7Bid%7D"), "/paths/~1a~1{id}");
        assert_eq!(percent_decode("100%"), "100%");
        assert_eq!(percent_decode("%zz%+1"), "%zz%+1");
    }
}
