//! Parameters within a path, and whether a server can find them there again.

use unplug_wire::path::length_of_first;

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As the template has it; may have slashes.
    Text(&'static str),
    /// A parameter's name, and its value as it is sent.
    Parameter(&'static str, String),
}

/// A parameter that a server would not find, or would read with other borders, and why.
///
/// A segment that is one parameter is that parameter. In one that mixes text and parameters, a
/// server takes each parameter up to where the text after it begins for the first time.
pub(crate) fn unclear(path: &[Piece]) -> Option<(&'static str, &'static str)> {
    if are_whole_segments(path) {
        return None;
    }
    let mut segment: Vec<Part<'_>> = Vec::new();
    for piece in path {
        match piece {
            Piece::Parameter(name, text) => segment.push(Part { name: Some(name), text }),
            Piece::Text(text) => {
                let mut texts = text.split('/');
                push_text(&mut segment, texts.next().unwrap_or_default());
                for text in texts {
                    let found = unclear_segment(&segment);
                    if found.is_some() {
                        return found;
                    }
                    segment.clear();
                    push_text(&mut segment, text);
                }
            }
        }
    }
    unclear_segment(&segment)
}

/// Whether each parameter is a segment for itself, and none of them a special one. So it is nearly
/// always, and then there is nothing to take apart.
fn are_whole_segments(path: &[Piece]) -> bool {
    path.iter().enumerate().all(|(index, piece)| {
        let Piece::Parameter(_, text) = piece else { return true };
        let before = index.checked_sub(1).and_then(|before| path.get(before));
        let begins = matches!(before, Some(Piece::Text(text)) if text.ends_with('/'));
        let ends = match path.get(index + 1) {
            None => true,
            Some(Piece::Text(text)) => text.starts_with('/'),
            Some(Piece::Parameter(..)) => false,
        };
        begins && ends && !matches!(text.as_str(), "" | "." | "..")
    })
}

struct Part<'p> {
    /// `None`: text of the template.
    name: Option<&'static str>,
    text: &'p str,
}

fn push_text<'p>(segment: &mut Vec<Part<'p>>, text: &'p str) {
    if !text.is_empty() {
        segment.push(Part { name: None, text });
    }
}

fn unclear_segment(segment: &[Part<'_>]) -> Option<(&'static str, &'static str)> {
    let first = segment.iter().find_map(|part| part.name)?;
    let whole: String = segment.iter().map(|part| part.text).collect();
    if matches!(whole.as_str(), "." | "..") {
        return Some((first, "is made of dots, and the path would be another one"));
    }
    let mut rest = whole.as_str();
    for (index, part) in segment.iter().enumerate() {
        let Some(name) = part.name else {
            rest = rest.strip_prefix(part.text)?;
            continue;
        };
        if part.text.is_empty() {
            return Some((name, "is empty, and the path would be another one"));
        }
        let length = match segment.get(index + 1) {
            None => Some(rest.len()),
            Some(Part { name: Some(_), .. }) => length_of_first(rest),
            Some(next) if index + 2 == segment.len() => rest.strip_suffix(next.text).map(str::len),
            Some(next) => rest.find(next.text),
        };
        if length != Some(part.text.len()) {
            return Some((name, "cannot be told from what stands beside it in the path"));
        }
        rest = &rest[part.text.len()..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Piece::{Parameter, Text};
    use super::*;

    fn parameter(name: &'static str, text: &str) -> Piece {
        Parameter(name, text.to_owned())
    }

    #[test]
    fn clear_paths_are_clear() {
        let x = |text| parameter("x", text);
        let y = |text| parameter("y", text);
        for path in [
            vec![Text("/a/"), x("..."), Text("/"), y("b.c"), Text("/")],
            vec![Text("/f-"), x("a-b.c"), Text(".pdf")],
            vec![Text("/"), x("a"), Text("."), y("b.c")],
            vec![Text("/"), x(";x=1"), y(".b"), Text("/z")],
            vec![Text("/x("), x("."), Text(")")],
        ] {
            assert_eq!(unclear(&path), None, "{path:?}");
        }
    }

    #[test]
    fn what_a_server_would_read_otherwise_is_found() {
        let x = |text| parameter("x", text);
        let y = |text| parameter("y", text);
        for (path, name) in [
            (vec![Text("/a/"), x("")], "x"),
            (vec![Text("/a/"), x(".."), Text("/b")], "x"),
            (vec![Text("/."), x(".")], "x"),
            (vec![Text("/x("), x(""), Text(")")], "x"),
            (vec![Text("/"), x("a.b"), Text("."), y("c")], "x"),
            (vec![Text("/"), x("ab"), y("c")], "x"),
            (vec![Text("/"), x("a"), Text("-"), y("")], "y"),
        ] {
            assert_eq!(unclear(&path).map(|(name, _)| name), Some(name), "{path:?}");
        }
    }
}
