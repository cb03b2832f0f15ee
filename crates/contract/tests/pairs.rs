//! One old and one new document for each rule, and every rule over every pair: a rule that misses its
//! own pair shows, and so does one that finds something in another's.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use unplug_contract::{
    Change, Description, Direction, Finding, INTENDED, Mirror, Options, ReportedLocation, Rule, compare,
    compare_types, document_added, document_removed, rules,
};
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::{Document, load};

/// `tests/pairs/RULE/old.yaml` and `new.yaml`; a document that comes or goes has only one of them.
struct Pair {
    rule: String,
    old: Option<Read>,
    new: Option<Read>,
}

/// A document, and what was found while it was read.
type Read = (Document, Vec<Diagnostic>);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs")
}

fn document(rule: &str, name: &str) -> Option<Read> {
    let path = folder().join(rule).join(name);
    path.is_file().then(|| {
        let loaded = load(&path, None);
        assert!(!loaded.has_errors(), "{}: {:?}", path.display(), loaded.diagnostics);
        (loaded.document.unwrap(), loaded.diagnostics)
    })
}

fn pairs() -> Vec<Pair> {
    let entries = std::fs::read_dir(folder()).unwrap();
    let names: BTreeSet<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let pair = |rule: String| {
        let (old, new) = (document(&rule, "old.yaml"), document(&rule, "new.yaml"));
        Pair { rule, old, new }
    };
    names.into_iter().map(pair).collect()
}

fn found(old: Option<&Read>, new: Option<&Read>) -> Vec<Finding> {
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (Some(old), None) => return document_removed(&old.0.api, "things.yaml"),
        (None, Some(new)) => return document_added(&new.0.api, "things.yaml"),
        (None, None) => return Vec::new(),
    };
    let (old, unread) = (&old.0, &new.1);
    let new = &new.0;
    let (before, after) = (Description::document(old, "before"), Description::document(new, "now"));
    let after = after.with_diagnostics(unread);
    let mut found = compare(
        &before,
        &after,
        &Options { whole_document: true, today: "2027-01-01".parse().ok(), rust: None },
    );
    let components = old.api.schemas.iter().filter_map(|(_, schema)| schema.name.clone());
    let mapping: BTreeMap<String, String> =
        components.map(|name| (format!("/components/schemas/{name}"), name)).collect();
    found.extend(compare_types(&before, &after, &mapping, INTENDED, &Options::default()));
    for finding in &found {
        assert_eq!((finding.fingerprint.len(), finding.document.is_empty()), (16, false), "{finding:?}");
        check_line(&finding.before);
        check_line(&finding.after);
    }
    found
}

/// The line that a finding names is the line of the file.
fn check_line(location: &ReportedLocation) {
    let Some(source) = location.source.as_ref() else { return assert!(location.absent) };
    let text = std::fs::read_to_string(&source.file).unwrap();
    assert_eq!(text.lines().nth(source.line - 1).unwrap().trim(), source.excerpt, "{location:?}");
}

/// For example `minimum-changed: breaking for callers`, sorted.
fn lines(found: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let (severity, audience) = (finding.severity.as_str(), finding.audience.as_str());
        format!("{}: {severity} for {audience}", finding.rule)
    };
    let mut lines: Vec<String> = found.iter().map(line).collect();
    lines.sort();
    lines
}

/// The start of a pair: the two documents differ in nothing yet.
const SKELETON: &str = "\
openapi: 3.1.0
info: {title: Pair, version: '1'}
paths:
  /values:
    post:
      operationId: exchange
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Value'}}}
      responses:
        '200':
          description: The same value.
          content: {application/json: {schema: {$ref: '#/components/schemas/Value'}}}
components:
  schemas:
    Value: {type: string}
";

/// With `UPDATE_GOLDEN` set, a rule without a pair is given two equal documents, to be edited.
fn write_skeletons() {
    for rule in rules::ALL.iter().filter(|rule| rule.compares_descriptions()) {
        let folder = folder().join(rule.id);
        if std::env::var_os("UPDATE_GOLDEN").is_some() && !folder.exists() {
            std::fs::create_dir(&folder).unwrap();
            for name in ["old.yaml", "new.yaml"] {
                std::fs::write(folder.join(name), SKELETON).unwrap();
            }
        }
    }
}

#[test]
fn every_rule_has_a_pair_that_triggers_it() {
    write_skeletons();
    let pairs = pairs();
    let named: BTreeSet<&str> = pairs.iter().map(|pair| pair.rule.as_str()).collect();
    let comparing = rules::ALL.iter().filter(|rule| rule.compares_descriptions());
    let known: BTreeSet<&str> = comparing.map(|rule| rule.id).collect();
    assert_eq!(named, known, "tests/pairs/ has one folder for each rule");
    for pair in &pairs {
        let found = found(pair.old.as_ref(), pair.new.as_ref());
        let rules: BTreeSet<&str> = found.iter().map(|finding| finding.rule).collect();
        assert!(rules.contains(pair.rule.as_str()), "`{}` does not find its own pair: {rules:?}", pair.rule);
    }
}

#[test]
fn every_rule_over_every_pair() {
    let mut text = String::new();
    for pair in pairs() {
        let _ = writeln!(text, "{}", pair.rule);
        let (old, new) = (pair.old.as_ref(), pair.new.as_ref());
        for (way, old, new) in [("old to new", old, new), ("new to old", new, old)] {
            let _ = writeln!(text, "  {way}");
            for line in lines(&found(old, new)) {
                let _ = writeln!(text, "    {line}");
            }
        }
        for document in [old, new].into_iter().flatten() {
            let own = (document.0.clone(), Vec::new());
            assert_eq!(found(Some(&own), Some(&own)), [], "{}", pair.rule);
        }
    }
    insta::assert_snapshot!("all_rules_over_all_pairs", text);
}

/// What becomes of what is valid, and in which direction, for the findings of one rule.
fn changes(found: &[Finding], rule: &str) -> Vec<(Change, Direction)> {
    let own = found.iter().filter(|finding| finding.rule == rule);
    let mut changes: Vec<_> = own.map(|finding| (finding.change, finding.direction)).collect();
    changes.sort_unstable();
    changes
}

fn reversed(changes: Vec<(Change, Direction)>) -> Vec<(Change, Direction)> {
    let mut changes: Vec<_> =
        changes.into_iter().map(|(change, direction)| (change.reversed(), direction)).collect();
    changes.sort_unstable();
    changes
}

/// When the documents change places, the rule's mirror finds the same, with the mirrored verdict. A
/// reason for another verdict that is not needed fails as well.
#[test]
fn every_rule_has_a_reverse() {
    for pair in pairs() {
        let rule = rules::find(&pair.rule).unwrap();
        let (old, new) = (pair.old.as_ref(), pair.new.as_ref());
        let there = changes(&found(old, new), rule.id);
        let back = |id: &str| changes(&found(new, old), id);
        match rule.reverse {
            Mirror::Itself => assert_eq!(reversed(there), back(rule.id), "{}", rule.id),
            Mirror::Rule(id) => assert_eq!(reversed(there), back(id), "{} and {id}", rule.id),
            Mirror::Unlike(id, reason) => {
                assert_eq!(there.len(), back(id).len(), "{} and {id}", rule.id);
                assert_ne!(reversed(there), back(id), "{} and {id} are alike, not {reason}", rule.id);
            }
            Mirror::None(reason) => assert!(!reason.is_empty(), "{}", rule.id),
        }
    }
}

/// In a message of the other direction, the rule or its counterpart finds the same change. What is
/// judged alike in both is one finding.
#[test]
fn every_rule_has_an_opposite() {
    for pair in pairs() {
        let rule = rules::find(&pair.rule).unwrap();
        let found = found(pair.old.as_ref(), pair.new.as_ref());
        let of = |direction: Direction| -> BTreeSet<Change> {
            let own = changes(&found, rule.id).into_iter().filter(|(_, own)| *own == direction);
            own.map(|(change, _)| change).collect()
        };
        let (mut request, mut response) = (of(Direction::Request), of(Direction::Response));
        if rule.opposite == Mirror::Itself {
            for changes in [&mut request, &mut response] {
                changes.retain(|change| !matches!(change, Change::Neutral));
            }
        }
        match rule.opposite {
            Mirror::Itself => assert_eq!(request, response, "{}", rule.id),
            Mirror::Unlike(id, reason) if id == rule.id => {
                assert_ne!(request, response, "`{id}` is alike in both directions, not {reason}");
            }
            Mirror::Rule(_) | Mirror::Unlike(..) | Mirror::None(_) => {
                assert!(request.is_empty() || response.is_empty(), "{} is its own opposite", rule.id);
            }
        }
    }
}

#[test]
fn mirrors_are_rules_and_reasons_are_written() {
    let mirror = |rule: &Rule, mirror: Mirror| match mirror {
        Mirror::Itself => {}
        Mirror::Rule(id) => {
            rules::find(id).unwrap();
        }
        Mirror::Unlike(id, reason) => {
            rules::find(id).unwrap();
            assert!(!reason.is_empty(), "{}", rule.id);
        }
        Mirror::None(reason) => assert!(!reason.is_empty(), "{}", rule.id),
    };
    for rule in rules::ALL {
        mirror(rule, rule.reverse);
        mirror(rule, rule.opposite);
    }
}
