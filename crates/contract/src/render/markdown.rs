//! Markdown, for a comment on a pull request.

use std::io::{self, Write};

use super::{Title, operations, sorted, summary};
use crate::finding::Finding;
use crate::verdict::Severity;

/// Prints a table of findings for each severity.
///
/// # Errors
/// When `out` cannot be written.
pub fn markdown(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    writeln!(out, "### {}: {}", cell(title.what), summary(findings, title))?;
    for severity in [Severity::Breaking, Severity::Compatible, Severity::Note] {
        let of = sorted(findings).into_iter().filter(|finding| finding.severity == severity);
        let of: Vec<&Finding> = of.collect();
        if of.is_empty() {
            continue;
        }
        writeln!(out, "\n#### {}\n", capital(severity.as_str()))?;
        writeln!(out, "| operation | what | for | {} | {} | Rust |", title.before, title.after)?;
        writeln!(out, "|---|---|---|---|---|---|")?;
        for finding in of {
            let [before, after] = title.lines(finding);
            writeln!(
                out,
                "| {} | {} `{}`<br>{} | {} | {} | {} | {} |",
                cell(&operations(finding)),
                cell(&finding.message),
                finding.rule,
                cell(finding.reason),
                finding.audience.as_str(),
                cell(&before),
                cell(&after),
                cell(&finding.rust.join(", ")),
            )?;
        }
    }
    Ok(())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// Text that stays within its cell, and is no markup.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut code = false;
    for letter in text.chars() {
        match letter {
            '\r' | '\n' => escaped.push(' '),
            '|' => escaped.push_str("\\|"),
            '<' if !code => escaped.push_str("&lt;"),
            '*' | '_' | '[' | ']' | '\\' if !code => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '`' => {
                code = !code;
                escaped.push('`');
            }
            other => escaped.push(other),
        }
    }
    if code {
        escaped.push('`');
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn text_stays_in_its_cell() {
        assert_eq!(cell("a|b\nc"), "a\\|b c");
        assert_eq!(cell("`a_b` c_d <i>"), "`a_b` c\\_d &lt;i>");
        assert_eq!(cell("`a"), "`a`");
    }
}
