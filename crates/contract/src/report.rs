//! From findings to output and exit code.

use std::io::{self, Write};
use std::str::FromStr;

use crate::finding::Finding;
use crate::render::{self, Title};
use crate::verdict::{Change, Severity};

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For people, one line for each of the worst findings.
    Brief,
    /// For machines: an array of findings.
    Json,
    /// Workflow commands, which GitHub shows beside the lines.
    Github,
    /// A table, for a comment on a pull request.
    Markdown,
    /// `JUnit` XML.
    Junit,
}

/// Which findings make the exit code 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FailOn {
    /// Somebody is hurt.
    #[default]
    Breaking,
    /// Somebody is hurt, or it cannot be decided whether somebody is.
    Undecided,
    /// Anything differs.
    Any,
    /// None do.
    Never,
}

/// A word that is none of the known ones.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not one of {known}")]
pub struct UnknownWord {
    word: String,
    known: String,
}

impl Format {
    /// The words for the formats that can be asked for.
    pub const WORDS: [&'static str; 5] = ["text", "json", "github", "markdown", "junit"];
}

impl FailOn {
    /// The words for all of them.
    pub const WORDS: [&'static str; 4] = ["breaking", "undecided", "any", "never"];
}

impl UnknownWord {
    pub(crate) fn new(word: &str, known: &[&str]) -> Self {
        Self { word: word.to_owned(), known: known.join(", ") }
    }
}

impl FromStr for Format {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Ok(match word {
            "text" => Self::Text,
            "json" => Self::Json,
            "github" => Self::Github,
            "markdown" => Self::Markdown,
            "junit" => Self::Junit,
            other => return Err(UnknownWord::new(other, &Self::WORDS)),
        })
    }
}

impl FromStr for FailOn {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Ok(match word {
            "breaking" => Self::Breaking,
            "undecided" => Self::Undecided,
            "any" => Self::Any,
            "never" => Self::Never,
            other => return Err(UnknownWord::new(other, &Self::WORDS)),
        })
    }
}

/// Prints findings and returns the exit code: 0 or 1, as `fail_on` says.
///
/// # Errors
/// When `out` cannot be written.
pub fn report(
    out: &mut dyn Write,
    findings: &[Finding],
    title: &Title<'_>,
    format: Format,
    fail_on: FailOn,
) -> io::Result<u8> {
    match format {
        Format::Text => render::text(out, findings, title)?,
        Format::Brief => render::brief(out, findings, title)?,
        Format::Json => render::json(out, findings)?,
        Format::Github => render::github(out, findings, title)?,
        Format::Markdown => render::markdown(out, findings, title)?,
        Format::Junit => render::junit(out, findings, title)?,
    }
    let breaking = || findings.iter().any(is_breaking);
    let undecided = || findings.iter().any(|finding| finding.change == Change::Undecided);
    let fails = match fail_on {
        FailOn::Breaking => breaking(),
        FailOn::Undecided => breaking() || undecided(),
        FailOn::Any => !findings.is_empty(),
        FailOn::Never => false,
    };
    Ok(u8::from(fails))
}

fn is_breaking(finding: &Finding) -> bool {
    finding.severity == Severity::Breaking
}
