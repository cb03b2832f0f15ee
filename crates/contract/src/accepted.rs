//! Findings that somebody has accepted, each with a reason, an owner and a last day.

use std::fmt;
use std::str::FromStr;

use toml_edit::{Document, Item, Table};

use crate::date::Date;
use crate::description::Description;
use crate::finding::Finding;
use crate::report::UnknownWord;
use crate::rules;

/// Which descriptions are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The documents with what the handlers say of themselves.
    Handlers,
    /// The documents with what they were at a revision.
    Base,
    /// The documents with newer published copies.
    Upstream,
}

impl Comparison {
    /// The words for all of them.
    pub const WORDS: [&'static str; 3] = ["handlers", "base", "upstream"];
}

impl FromStr for Comparison {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Ok(match word {
            "handlers" => Self::Handlers,
            "base" => Self::Base,
            "upstream" => Self::Upstream,
            other => return Err(UnknownWord::new(other, &Self::WORDS)),
        })
    }
}

/// The accepted findings, from a file.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    file: String,
    entries: Vec<Entry>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct Entry {
    line: usize,
    fingerprint: String,
    comparison: Comparison,
    document: String,
    rule: &'static str,
    /// Why it is accepted.
    pub reason: String,
    /// Who has accepted it.
    pub owner: String,
    /// The last day on which it is.
    pub expires: Date,
}

/// Why the file cannot be used, with the line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct Unreadable {
    file: String,
    line: usize,
    message: String,
}

/// Findings, told apart by whether they are accepted.
#[derive(Debug, Default)]
pub struct Judged {
    /// Those that are not.
    pub open: Vec<Finding>,
    /// Those that are, each with its entry.
    pub accepted: Vec<(Finding, Entry)>,
    /// What is wrong with the entries, a line each: expired, or nothing to accept.
    pub problems: Vec<String>,
}

impl Accepted {
    /// Reads the entries of a file.
    ///
    /// # Errors
    /// When the text is no TOML, or an entry lacks something or has something else.
    pub fn parse(file: &str, text: &str) -> Result<Self, Unreadable> {
        let at = |offset: Option<usize>, message: String| Unreadable {
            file: file.to_owned(),
            line: line_of(text, offset.unwrap_or_default()),
            message,
        };
        let document = Document::parse(text.to_owned())
            .map_err(|error| at(error.span().map(|span| span.start), error.message().to_owned()))?;
        let mut entries = Vec::new();
        for (key, item) in document.iter() {
            let tables = item.as_array_of_tables().filter(|_| key == "accepted");
            let Some(tables) = tables else {
                let start = item.span().map(|span| span.start);
                return Err(at(
                    start,
                    format!("`{key}` is unknown here; findings are accepted by `[[accepted]]`"),
                ));
            };
            for table in tables {
                let start = table.span().map(|span| span.start);
                let entry = Entry::read(table, line_of(text, start.unwrap_or_default()));
                entries.push(entry.map_err(|(item, message)| at(item.or(start), message))?);
            }
        }
        Ok(Self { file: file.to_owned(), entries })
    }

    /// Tells findings of the documents `compared` apart. An expired entry accepts nothing any more.
    #[must_use]
    pub fn judge(
        &self,
        findings: Vec<Finding>,
        comparison: Comparison,
        compared: &[String],
        today: Date,
    ) -> Judged {
        let mut judged = Judged::default();
        let mut needed = vec![false; self.entries.len()];
        for finding in findings {
            let known = self.entries.iter().position(|entry| entry.is_of(&finding, comparison));
            match known.and_then(|at| Some((needed.get_mut(at)?, self.entries.get(at)?))) {
                Some((needed, entry)) => {
                    *needed = true;
                    if entry.expires < today {
                        judged.open.push(finding);
                    } else {
                        judged.accepted.push((finding, entry.clone()));
                    }
                }
                None => judged.open.push(finding),
            }
        }
        for (entry, needed) in self.entries.iter().zip(needed) {
            let place = format!("{}:{}", self.file, entry.line);
            let what = format!("`{}` in {} ({})", entry.rule, entry.document, entry.fingerprint);
            if entry.expires < today {
                let (owner, day) = (&entry.owner, entry.expires);
                judged.problems.push(format!(
                    "{place}: expired on {day}: {what}; {owner} has to renew it, or remove it"
                ));
            } else if !needed && entry.comparison == comparison && compared.contains(&entry.document) {
                judged.problems.push(format!("{place}: nothing to accept: {what}; remove the entry"));
            }
        }
        judged
    }
}

/// What is wrong with an entry: where, when it is one of its values, and why.
type Wrong = (Option<usize>, String);

impl Entry {
    const KEYS: [&'static str; 7] =
        ["fingerprint", "comparison", "document", "rule", "reason", "owner", "expires"];

    fn read(table: &Table, line: usize) -> Result<Self, Wrong> {
        if let Some((key, item)) = table.iter().find(|(key, _)| !Self::KEYS.contains(key)) {
            let known = Self::KEYS.join(", ");
            return Err((start(item), format!("`{key}` is unknown; an accepted finding has {known}")));
        }
        let text = |key: &str| {
            let item = table.get(key).ok_or_else(|| (None, format!("`{key}` is missing")))?;
            // A day may be written without quotes.
            let text = item.as_str().map(str::to_owned).or_else(|| Some(item.as_datetime()?.to_string()));
            let text = text.filter(|text| !text.trim().is_empty());
            text.map(|text| (text, start(item)))
                .ok_or_else(|| (start(item), format!("`{key}` has to be a text")))
        };
        let (comparison, place) = text("comparison")?;
        let comparison = comparison.parse().map_err(|error| (place, format!("`comparison`: {error}")))?;
        let (rule, place) = text("rule")?;
        let rule = rules::find(&rule).map_err(|error| (place, error.to_string()))?.id;
        let (expires, place) = text("expires")?;
        let expires = expires.parse().map_err(|error| (place, format!("`expires`: {error}")))?;
        let plain = |key: &str| text(key).map(|(text, _)| text);
        Ok(Self {
            line,
            fingerprint: plain("fingerprint")?,
            comparison,
            document: plain("document")?,
            rule,
            reason: plain("reason")?,
            owner: plain("owner")?,
            expires,
        })
    }

    fn is_of(&self, finding: &Finding, comparison: Comparison) -> bool {
        self.comparison == comparison
            && self.fingerprint == finding.fingerprint
            && self.document == finding.document
            && self.rule == finding.rule
    }
}

impl fmt::Display for Entry {
    /// For example `by the payments team until 2027-01-31: the field was never sent`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "by {} until {}: {}", self.owner, self.expires, self.reason)
    }
}

fn start(item: &Item) -> Option<usize> {
    item.span().map(|span| span.start)
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Gives findings of a comparison their document and their fingerprint.
pub(crate) fn identify(findings: &mut [Finding], before: &Description<'_>, after: &Description<'_>) {
    let document = &before.api.name;
    for finding in findings {
        finding.document.clone_from(document);
        // The names of the two sides differ from run to run, for example with the revision.
        let unnamed = |text: &str, name: &str, by: &str| {
            if name.is_empty() { text.to_owned() } else { text.replace(name, by) }
        };
        let message = unnamed(&finding.message, before.wording, "<before>");
        let message = unnamed(&message, after.wording, "<after>");
        finding.fingerprint = fingerprint([
            document.as_str(),
            finding.rule,
            finding.audience.as_str(),
            finding.operations.first().map_or("", String::as_str),
            &message,
        ]);
    }
}

/// A short text that is equal for equal parts, on every machine: FNV-1a.
pub(crate) fn fingerprint<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}
