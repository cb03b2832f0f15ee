//! Descriptions as rustdoc.
//!
//! A document's Markdown is written for its publisher's site. What rustdoc or its lints would take
//! for something else is made plain: HTML, links to places that exist only there, bare URLs, and
//! code, which would be compiled as a doctest.

use proc_macro2::TokenStream;
use quote::quote;

/// Indentation beyond which Markdown takes text for code.
const MAX_INDENT: usize = 3;

/// Doc attributes: the description, or else `fallback`.
pub(crate) fn attributes(description: Option<&str>, fallback: &str, deprecated: bool) -> TokenStream {
    let text = description.map(str::trim).filter(|text| !text.is_empty());
    let mut lines = text.map_or_else(|| vec![fallback.to_owned()], markdown);
    if deprecated {
        lines.push(String::new());
        lines.push("**Deprecated.**".to_owned());
    }
    of_lines(&lines)
}

/// Doc attributes: the description, or nothing where there is none.
pub(crate) fn described(description: Option<&str>, deprecated: bool) -> TokenStream {
    match description.map(str::trim).filter(|text| !text.is_empty()) {
        None if !deprecated => TokenStream::new(),
        None => of_lines(&["**Deprecated.**".to_owned()]),
        Some(text) => attributes(Some(text), "", deprecated),
    }
}

/// Doc attributes of lines that are rustdoc already.
pub(crate) fn of_lines(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        let line = if line.is_empty() { String::new() } else { format!(" {line}") };
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

/// Text inside a code span.
pub(crate) fn code(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c }).collect();
    format!("`{}`", plain.trim())
}

/// A description as lines of safe rustdoc.
pub(crate) fn markdown(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let line = line.trim_end().replace('\t', "    ");
        let trimmed = line.trim_start();
        let marker = ["```", "~~~"].into_iter().find(|m| trimmed.starts_with(m));
        match (fence, marker) {
            (None, Some(opened)) => {
                fence = Some(opened);
                lines.push(format!("{opened}text"));
            }
            (Some(open), Some(closed)) if open == closed => {
                fence = None;
                lines.push(open.to_owned());
            }
            (Some(_), _) => lines.push(line.replace('\0', " ")),
            (None, None) => {
                let indent = (line.len() - trimmed.len()).min(MAX_INDENT);
                lines.push(format!("{}{}", " ".repeat(indent), inline(trimmed)));
            }
        }
    }
    if let Some(open) = fence {
        lines.push(open.to_owned());
    }
    lines
}

/// One line outside a code block.
fn inline(line: &str) -> String {
    let mut safe = String::new();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let taken = code_span(rest).or_else(|| link(rest)).or_else(|| url(rest));
        if let Some((text, length)) = taken {
            safe.push_str(&text);
            rest = &rest[length..];
            continue;
        }
        match character {
            '[' | ']' | '<' | '>' | '`' | '|' => {
                safe.push('\\');
                safe.push(character);
            }
            control if control.is_control() => safe.push(' '),
            plain => safe.push(plain),
        }
        rest = &rest[character.len_utf8()..];
    }
    safe
}

/// `` `code` `` as it is.
fn code_span(text: &str) -> Option<(String, usize)> {
    let ticks = text.len() - text.trim_start_matches('`').len();
    if ticks == 0 {
        return None;
    }
    let fence = &text[..ticks];
    let end = text[ticks..].find(fence)? + 2 * ticks;
    let span = &text[..end];
    let balanced = !text[end..].starts_with('`') && !span[ticks..end - ticks].trim().is_empty();
    balanced.then(|| (span.to_owned(), end))
}

/// `[text](https://…)` as a link; one to elsewhere as its text.
fn link(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('[')?;
    let close = inner.find("](")?;
    let label = &inner[..close];
    let target = &inner[close + 2..];
    let end = target.find(')')?;
    let (target, length) = (&target[..end], 1 + close + 2 + end + 1);
    if label.contains(['[', ']']) {
        return None;
    }
    let absolute =
        ["https://", "http://"].iter().any(|p| target.starts_with(p)) && !target.contains([' ', '<', '>']);
    Some(if absolute {
        (format!("[{}]({target})", escaped(label)), length)
    } else {
        (escaped(label), length)
    })
}

/// A bare URL, or one in angle brackets, as a link.
fn url(text: &str) -> Option<(String, usize)> {
    let bracket = usize::from(text.starts_with('<'));
    let inner = &text[bracket..];
    if !["https://", "http://"].iter().any(|p| inner.starts_with(p)) {
        return None;
    }
    let stop = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`|\\^{}[]()".contains(c);
    let end = inner.find(stop).unwrap_or(inner.len());
    let url = inner[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
    let closed = usize::from(bracket == 1 && inner[url.len()..].starts_with('>'));
    (bracket == closed).then(|| (format!("<{url}>"), bracket + url.len() + closed))
}

fn escaped(label: &str) -> String {
    label.replace('<', "\\<").replace('>', "\\>")
}

#[cfg(test)]
mod tests {
    use super::{code, markdown};

    #[test]
    fn html_and_brackets_are_text() {
        assert_eq!(markdown("a <b>c</b> [d] | e"), [r"a \<b\>c\</b\> \[d\] \| e"]);
    }

    #[test]
    fn links_stay_when_they_lead_somewhere() {
        let absolute = "see [the *docs*](https://example.org/a_b) now";
        assert_eq!(markdown(absolute), [absolute]);
        assert_eq!(markdown("see [the docs](#errors) now"), ["see the docs now"]);
        assert_eq!(markdown("see [the docs](/errors.html)."), ["see the docs."]);
        assert_eq!(markdown("[not a link] (x)"), [r"\[not a link\] (x)"]);
    }

    #[test]
    fn bare_urls_become_links() {
        assert_eq!(markdown("(at https://example.org/a?b=c.)"), ["(at <https://example.org/a?b=c>.)"]);
        assert_eq!(markdown("<https://example.org>"), ["<https://example.org>"]);
        assert_eq!(markdown("`https://example.org`"), ["`https://example.org`"]);
    }

    #[test]
    fn code_is_never_a_doctest() {
        assert_eq!(markdown("```\nlet x = 1;\n```"), ["```text", "let x = 1;", "```"]);
        assert_eq!(markdown("```rust\nopen"), ["```text", "open", "```"]);
        assert_eq!(markdown("a\n\n      b"), ["a", "", "   b"]);
        assert_eq!(markdown("\tb"), ["   b"]);
    }

    #[test]
    fn backticks_are_balanced() {
        assert_eq!(markdown("a `b"), [r"a \`b"]);
        assert_eq!(markdown("a ``b` c`` `d`"), ["a ``b` c`` `d`"]);
        assert_eq!(code("a`b\nc"), "`a b c`");
    }
}
