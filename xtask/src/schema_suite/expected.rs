//! What is expected to be judged otherwise than the suite says, from `xtask/schema-suite.toml`: each
//! with its reason, and an error when it no longer is.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::judge::Verdict;

/// The list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    #[serde(default)]
    expected: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Draft and keyword: `draft2020-12/ref`.
    file: String,
    /// The diagnostic that says so at generation; absent when nothing does.
    said: Option<String>,
    /// Descriptions of the groups.
    groups: Vec<String>,
    #[serde(rename = "reason")]
    _reason: String,
}

impl Expected {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is not there or not as it should be.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        toml_edit::de::from_str(&text).with_context(|| format!("{} is not as it should be", path.display()))
    }

    /// One sentence for each group that is judged otherwise than the suite says and is not listed, and,
    /// when all files were judged, for each that is listed without need.
    pub(crate) fn compare(&self, verdicts: &[Verdict], all: bool) -> Vec<String> {
        let mut listed = BTreeSet::new();
        for entry in &self.expected {
            for group in &entry.groups {
                listed.insert((entry.file.as_str(), group.as_str(), entry.said.as_deref()));
            }
        }
        let mut findings = Vec::new();
        let mut needed = BTreeSet::new();
        for verdict in verdicts.iter().filter(|verdict| !verdict.is_right()) {
            let mut unlisted = BTreeSet::new();
            for rules in verdict.excuses() {
                let mut rules: Vec<_> = rules.into_iter().map(Some).collect();
                if rules.is_empty() {
                    rules.push(None);
                }
                let keys =
                    rules.iter().map(|rule| (verdict.file.as_str(), verdict.description.as_str(), *rule));
                let known: Vec<_> = keys.filter(|key| listed.contains(key)).collect();
                if known.is_empty() {
                    unlisted.insert(rules);
                }
                needed.extend(known);
            }
            findings.extend(unlisted.into_iter().map(|rules| {
                let said: Vec<&str> = rules.into_iter().flatten().collect();
                let said = if said.is_empty() {
                    "without a word".to_owned()
                } else {
                    format!("said by {}", said.join(", "))
                };
                format!(
                    "{}: \"{}\" is judged otherwise than the suite says, {said}",
                    verdict.file, verdict.description
                )
            }));
        }
        let spare = listed.difference(&needed).filter(|_| all);
        findings.extend(spare.map(|(file, group, _)| {
            format!("{file}: xtask/schema-suite.toml lists \"{group}\" without need; remove the entry")
        }));
        findings
    }
}
