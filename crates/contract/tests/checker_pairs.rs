//! The pairs of documents of another contract checker, each with our verdict. `verdicts.tsv` is the
//! reviewed table: a verdict that is not in it fails, and so does one that differs from the checker's
//! without a reason, and a reason that nothing needs.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use unplug_contract::{Change, Description, Finding, Options, Severity, compare};
use unplug_openapi::{Document, load};

/// One line of the table.
struct Row {
    old: String,
    new: String,
    /// What the checker's published rules say of the change that the pair is named after.
    checker: String,
    /// Our verdict, from old to new.
    ours: String,
    /// Our verdict when the two change places.
    back: String,
    /// Why ours differs from the checker's; empty when it does not.
    reason: String,
}

const HEAD: &str = "old\tnew\tchecker\tours\tback\treason";

fn table() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(HEAD));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 6, "{line}");
        let cell = |at: usize| cells[at].to_owned();
        Row { old: cell(0), new: cell(1), checker: cell(2), ours: cell(3), back: cell(4), reason: cell(5) }
    };
    lines.map(row).collect()
}

fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/suites/contract/data/checker");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("not run: there is no folder ../shared/suites/contract beside the repository");
    None
}

/// A document with its findings, or what is wrong with it.
fn read(
    folder: &Path,
    name: &str,
) -> Result<(Document, Vec<unplug_openapi::diagnostic::Diagnostic>), String> {
    let loaded = load(&folder.join(format!("{name}.yaml")), None);
    let text = unplug_openapi::diagnostic::render(&loaded.diagnostics, false);
    let errors = loaded.has_errors();
    loaded.document.filter(|_| !errors).map(|document| (document, loaded.diagnostics)).ok_or(text)
}

/// The verdict, and the findings that it is made of.
fn verdict(folder: &Path, old: &str, new: &str) -> (&'static str, String) {
    let (old, new) = match (read(folder, old), read(folder, new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(text), _) | (_, Err(text)) => return ("unreadable", text),
    };
    let before = Description::document(&old.0, "before");
    let after = Description::document(&new.0, "now");
    let found = compare(&before, &after, &Options { whole_document: true, ..Options::default() });
    let mut text = String::new();
    for finding in &found {
        let (severity, audience) = (finding.severity.as_str(), finding.audience.as_str());
        let _ = writeln!(text, "    {severity} for {audience}: {} [{}]", finding.message, finding.rule);
    }
    (word(&found), text)
}

fn word(found: &[Finding]) -> &'static str {
    if found.iter().any(|finding| finding.severity == Severity::Breaking) {
        "breaking"
    } else if found.iter().any(|finding| finding.change == Change::Undecided) {
        "undecided"
    } else if found.is_empty() {
        "same"
    } else {
        "compatible"
    }
}

/// Whether our verdict is what the checker's rule asks for. A warning of the checker is for a person to
/// judge: every verdict but silence agrees with it.
fn agrees(checker: &str, ours: &str) -> bool {
    match checker {
        "breaking" => ours == "breaking",
        "warning" => ours != "same" && ours != "unreadable",
        _ => matches!(ours, "compatible" | "same"),
    }
}

#[test]
fn every_pair_of_the_checker_has_its_reviewed_verdict() {
    let Some(folder) = data() else { return };
    let mut wrong = String::new();
    for row in table() {
        let (there, why) = verdict(&folder, &row.old, &row.new);
        let (back, why_back) = verdict(&folder, &row.new, &row.old);
        if there != row.ours {
            let _ = writeln!(wrong, "{} -> {}: {there}, not {}\n{why}", row.old, row.new, row.ours);
        }
        if back != row.back {
            let _ = writeln!(wrong, "{} <- {}: {back}, not {}\n{why_back}", row.old, row.new, row.back);
        }
        match (agrees(&row.checker, &row.ours), row.reason.is_empty()) {
            (false, true) => {
                let _ =
                    writeln!(wrong, "{} -> {}: differs from the checker without a reason", row.old, row.new);
            }
            (true, false) => {
                let _ = writeln!(wrong, "{} -> {}: a reason that nothing needs", row.old, row.new);
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every document of the data is equal to itself, and in the table unless it has no counterpart.
#[test]
fn every_document_of_the_checker_is_read() {
    let Some(folder) = data() else { return };
    let mut listed = BTreeSet::new();
    for row in table() {
        listed.extend([row.old, row.new]);
    }
    let mut wrong = String::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".yaml").unwrap();
        if name.contains("_revision") && !listed.contains(name) {
            let _ = writeln!(wrong, "{name} is in no row");
        }
        let (own, why) = verdict(&folder, name, name);
        if own != "same" {
            let _ = writeln!(wrong, "{name} is {own} with itself\n{why}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
