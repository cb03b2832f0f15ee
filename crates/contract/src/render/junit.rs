//! `JUnit` XML, which most CI systems read.

use std::io::{self, Write};

use super::{Title, count, operations, sorted};
use crate::finding::Finding;
use crate::verdict::Severity;

/// Prints one test suite; breaking findings are failed tests, the others passed ones with their text.
///
/// # Errors
/// When `out` cannot be written.
pub fn junit(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    let failures = count(findings, Severity::Breaking);
    // A suite without any test counts as an error in some systems.
    let tests = findings.len().max(1);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites tests=\"{tests}\" failures=\"{failures}\">")?;
    writeln!(
        out,
        "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\">",
        escaped(title.what)
    )?;
    if findings.is_empty() {
        writeln!(out, "    <testcase classname=\"contract\" name=\"no difference\"/>")?;
    }
    for finding in sorted(findings) {
        let [before, after] = title.lines(finding);
        let text = format!(
            "{}\n{}\n{}: {}\n{}: {}",
            finding.message, finding.reason, title.before, before, title.after, after
        );
        let name = format!("{}: {}", operations(finding), finding.message);
        writeln!(out, "    <testcase classname=\"{}\" name=\"{}\">", escaped(finding.rule), escaped(&name))?;
        if finding.severity == Severity::Breaking {
            let message = escaped(&finding.message);
            writeln!(
                out,
                "      <failure type=\"breaking\" message=\"{message}\">{}</failure>",
                escaped(&text)
            )?;
        } else {
            writeln!(out, "      <system-out>{}</system-out>", escaped(&text))?;
        }
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")?;
    writeln!(out, "</testsuites>")
}

/// Text for content and for attributes in double quotes. XML 1.0 has no way to write some control
/// characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(letter),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_ends_an_element_or_an_attribute() {
        assert_eq!(escaped("<a b=\"c\">&\u{0}]]>"), "&lt;a b=&quot;c&quot;&gt;&amp;\u{fffd}]]&gt;");
    }
}
