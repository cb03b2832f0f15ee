//! One correction as Markdown.

use std::fmt::Write as _;

use super::proposal::Proposal;

/// Characters that a heading has at most.
const HEADING: usize = 80;

/// Excerpts that are listed one by one.
const MAX_EXCERPTS: usize = 3;

/// Characters of a line of the document that are repeated.
const SHOWN_LINE: usize = 100;

/// What the marks of evidence mean to the publisher.
const MARKS: [(&str, &str); 5] = [
    ("D", "documented by the publisher"),
    ("S", "read in the publisher's own source or published package"),
    ("T", "asserted by a test of the publisher"),
    ("X", "executed"),
    ("I", "inferred, and not the publisher's word"),
];

pub(super) fn section(text: &mut String, number: usize, proposal: &Proposal) {
    let (claim, reality) = match proposal.description.split_once('→') {
        Some((claim, reality)) => (claim.trim(), Some(reality.trim())),
        None => (proposal.description.trim(), None),
    };
    let _ = writeln!(text, "## {number}. {}\n", shortened(claim, HEADING));
    if let Some(reality) = reality {
        let _ = writeln!(text, "- **The document says:** {claim}");
        let _ = writeln!(text, "- **What happens:** {reality}");
    } else {
        let _ = writeln!(text, "- **What happens:** {claim}");
    }
    evidence(text, &proposal.sources);
    excerpts(text, proposal);
    let as_json = if proposal.is_of_json { " (of the values as JSON)" } else { "" };
    let _ = writeln!(text, "\nProposed change{as_json}:\n");
    fenced(text, "diff", &proposal.diff);
}

fn evidence(text: &mut String, sources: &[String]) {
    for source in sources {
        let mark = MARKS.iter().find_map(|(mark, meaning)| {
            let rest = source.strip_prefix(mark)?.strip_prefix(':')?;
            Some((meaning, rest.trim()))
        });
        let _ = match mark {
            Some((meaning, rest)) => writeln!(text, "- **Evidence**, {meaning}: {rest}"),
            None => writeln!(text, "- **Evidence:** {source}"),
        };
    }
}

fn excerpts(text: &mut String, proposal: &Proposal) {
    for excerpt in proposal.excerpts.iter().take(MAX_EXCERPTS) {
        let pointer =
            if excerpt.pointer.is_empty() { "the whole document" } else { excerpt.pointer.as_str() };
        let _ = write!(text, "- **Where:** {}, line {}", code(pointer), excerpt.line);
        let excerpt = shortened(&excerpt.text, SHOWN_LINE);
        let _ = if excerpt.is_empty() { writeln!(text) } else { writeln!(text, ": {}", code(&excerpt)) };
    }
    let more = proposal.excerpts.len().saturating_sub(MAX_EXCERPTS);
    if more > 0 {
        let _ = writeln!(text, "- and at {more} more places of the same kind");
    }
}

/// Inline code, whatever is in it.
fn code(text: &str) -> String {
    let ticks = "`".repeat(longest_ticks(text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

fn fenced(text: &mut String, language: &str, content: &str) {
    let fence = "`".repeat((longest_ticks(content) + 1).max(3));
    let _ = write!(text, "{fence}{language}\n{content}");
    if !content.ends_with('\n') {
        text.push('\n');
    }
    let _ = writeln!(text, "{fence}");
}

fn longest_ticks(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}

/// The text, or its first words and an ellipsis.
fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit).collect();
    let words = cut.rfind(' ').map_or(cut.as_str(), |blank| &cut[..blank]);
    format!("{words} …")
}
