//! `JSONPath` (RFC 9535) on a document.

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

use crate::diagnostic::{Diagnostic, Label};
use crate::syntax::{Node, Span};

/// Longer expressions are refused, because the expression parser recurses.
const MAX_LENGTH: usize = 4096;

/// Characters of an expression that a message repeats.
const SHOWN_LENGTH: usize = 200;

/// Deeper brackets are refused, for the same reason.
const MAX_BRACKETS: usize = 32;

/// A `JSONPath` with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'a> {
    pub(super) node: &'a Node,
    pub(super) text: &'a str,
    /// Whether names with a hyphen may stand without brackets, as older dialects have them.
    pub(super) is_lenient: bool,
}

/// One step of a path. The order of steps is that of an object's or array's content, so that
/// within one array a greater index comes later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Index(usize),
    Name(String),
}

/// What a query found.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) pointer: String,
    pub(super) steps: Vec<Step>,
}

impl Match {
    /// The pointer of the object or array that holds it; `None` for the root.
    pub(super) fn parent(&self) -> Option<&str> {
        self.pointer.rfind('/').map(|slash| &self.pointer[..slash])
    }
}

/// The expression, ready to run.
pub(super) fn parse(path: Path<'_>, pointer: &str) -> Result<JsonPath, Box<Diagnostic>> {
    if let Some(problem) = too_complex(path.text) {
        return Err(invalid(path, pointer, path.node.label(problem)));
    }
    let error = match JsonPath::parse(path.text) {
        Ok(parsed) => return Ok(parsed),
        Err(error) => error,
    };
    let parsed = path.is_lenient.then(|| JsonPath::parse(&bracketed(path.text)).ok()).flatten();
    parsed.ok_or_else(|| invalid(path, pointer, label_within(path, error.position())))
}

/// Whether an expression can be read only when names with a hyphen may stand without brackets.
pub(super) fn is_of_older_dialect(text: &str) -> bool {
    too_complex(text).is_none() && JsonPath::parse(text).is_err() && JsonPath::parse(&bracketed(text)).is_ok()
}

/// The expression with brackets around names that have a hyphen. RFC 9535 has no arithmetic, so that a
/// hyphen behind a name means nothing else.
fn bracketed(text: &str) -> String {
    let is_name = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
    let mut result = String::with_capacity(text.len() + 8);
    let (mut rest, mut quote) = (text, None);
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        match (quote, character) {
            (None, '.') => {
                let name = &after[..after.find(|c| !is_name(c)).unwrap_or(after.len())];
                let starts_as_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
                if starts_as_name && name.contains('-') {
                    // After `..` brackets stand directly, otherwise instead of the dot.
                    if result.ends_with('.') {
                        result.push('.');
                    }
                    result.extend(["['", name, "']"]);
                    rest = &after[name.len()..];
                    continue;
                }
            }
            (None, '\'' | '"') => quote = Some(character),
            (Some(_), '\\') => {
                result.push(character);
                let escaped = after.chars().next();
                result.extend(escaped);
                rest = &after[escaped.map_or(0, char::len_utf8)..];
                continue;
            }
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
        result.push(character);
        rest = after;
    }
    result
}

/// Everything the expression selects, each place once, in document order.
pub(super) fn run(path: &JsonPath, document: &Value) -> Vec<Match> {
    let found = path.query_located(document).dedup();
    found
        .locations()
        .map(|location| Match {
            pointer: location.to_json_pointer(),
            steps: location
                .iter()
                .map(|element| match element {
                    PathElement::Name(name) => Step::Name((*name).to_owned()),
                    PathElement::Index(index) => Step::Index(*index),
                })
                .collect(),
        })
        .collect()
}

/// The longest part of an expression that still selects something, to show where it goes astray.
pub(super) fn longest_match<'a>(text: &'a str, document: &Value) -> Option<(&'a str, Match)> {
    let ends = text.char_indices().rev();
    ends.filter(|(_, character)| matches!(character, '.' | '[')).find_map(|(end, _)| {
        let part = text[..end].trim_end_matches('.');
        let found = run(&JsonPath::parse(part).ok()?, document);
        found.into_iter().next().map(|found| (part, found))
    })
}

/// The node at a match.
pub(super) fn node<'a>(root: &'a Node, found: &Match) -> Option<&'a Node> {
    root.pointer(&found.pointer)
}

fn too_complex(text: &str) -> Option<&'static str> {
    if text.len() > MAX_LENGTH {
        return Some("the expression is too long");
    }
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_BRACKETS {
            return Some("the brackets are nested too deep");
        }
    }
    None
}

fn invalid(path: Path<'_>, pointer: &str, label: Label) -> Box<Diagnostic> {
    let shown = path.text.chars().take(SHOWN_LENGTH);
    let text: String = shown.collect();
    let finding = Diagnostic::error("overlay-jsonpath", format!("`{text}` is no JSONPath"))
        .label(label)
        .pointer(pointer)
        .reason("RFC 9535 defines the expressions; older dialects differ")
        .remedy(
            "begin with `$`, and put names with other characters than letters, digits and `_` in \
         brackets: `$.paths['/a/{id}'].get.responses['200']`",
        );
    finding.into()
}

/// Points into the expression, where the file shows it as it is.
fn label_within(path: Path<'_>, position: usize) -> Label {
    let mut label = path.node.label("not understood from here");
    let source = path.node.file.slice(path.node.span);
    if let Some(offset) = source.find(path.text) {
        let start = path.node.span.start + offset;
        let from = path.text.floor_char_boundary(position);
        label.span = Span::new(start + from, start + path.text.len());
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_hyphens_get_brackets() {
        for (text, expected) in [
            ("$.paths.*.get[?@.x-oai-traits.paged]", "$.paths.*.get[?@['x-oai-traits'].paged]"),
            ("$..x-a.b", "$..['x-a'].b"),
            ("$.a['.x-b', \".x-c\"]", "$.a['.x-b', \".x-c\"]"),
            ("$.a['\\'.x-b'].x-c", "$.a['\\'.x-b']['x-c']"),
            ("$.a[?@ == -1.5].b", "$.a[?@ == -1.5].b"),
            ("$.-a", "$.-a"),
        ] {
            assert_eq!(bracketed(text), expected);
        }
        assert!(is_of_older_dialect("$..x-a.b"));
        assert!(!is_of_older_dialect("$..a.b") && !is_of_older_dialect("paths.x-a"));
    }
}
