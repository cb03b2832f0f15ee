//! Planted drift: one edit of a document, found with the right rule, severity and places; and the
//! same edit in reverse.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::Value;
use unplug_contract::{Description, Finding, Options, ReportedLocation, compare, rules};
use unplug_openapi::Document;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::{self, SourceFile};

mod cases;
mod handlers;
mod schemas;
mod types;

/// One edit of the base document.
#[derive(Clone, Copy)]
enum Edit {
    /// Sets a member, or the item of a list, to a value in YAML.
    Set(&'static str, &'static str),
    /// Adds an item at the end of a list.
    Push(&'static str, &'static str),
    Remove(&'static str),
    /// Gives a member another name.
    Rename(&'static str, &'static str),
    /// Replaces a text everywhere.
    Everywhere(&'static str, &'static str),
}

/// Rule, severity, whom.
type Expected = (&'static str, &'static str, &'static str);

struct Case {
    title: &'static str,
    edit: Edit,
    there: Expected,
    back: Expected,
}

fn json(yaml: &str) -> Value {
    let file = Arc::new(SourceFile::new("value.yaml", yaml));
    syntax::parse(file).unwrap().to_json()
}

/// One member on one line.
fn text(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

fn base() -> Value {
    json(include_str!("document.yaml"))
}

impl Edit {
    fn apply(self, document: &mut Value) {
        let pointer = match self {
            Self::Everywhere(from, to) => {
                *document = serde_json::from_str(&text(document).replace(from, to)).unwrap();
                return;
            }
            Self::Set(pointer, _)
            | Self::Push(pointer, _)
            | Self::Remove(pointer)
            | Self::Rename(pointer, _) => pointer,
        };
        if let Self::Push(_, value) = self {
            document.pointer_mut(pointer).and_then(Value::as_array_mut).expect(pointer).push(json(value));
            return;
        }
        let (parent, token) = pointer.rsplit_once('/').unwrap();
        let key = token.replace("~1", "/").replace("~0", "~");
        match (document.pointer_mut(parent).expect(parent), self) {
            (Value::Object(members), Self::Set(_, value)) => {
                members.insert(key, json(value));
            }
            (Value::Object(members), Self::Remove(_)) => {
                members.shift_remove(&key).expect(pointer);
            }
            (Value::Object(members), Self::Rename(_, name)) => {
                let renamed = members.iter().map(|(own, member)| {
                    (if *own == key { name.to_owned() } else { own.clone() }, member.clone())
                });
                *members = renamed.collect();
            }
            (Value::Array(items), Self::Set(_, value)) => items[key.parse::<usize>().unwrap()] = json(value),
            (Value::Array(items), Self::Remove(_)) => {
                items.remove(key.parse::<usize>().unwrap());
            }
            _ => panic!("{pointer}"),
        }
    }
}

fn load(name: &str, value: &Value) -> (String, Document) {
    let text = text(value);
    let loaded = load_text("things", SourceFile::new(name, text.clone()), None);
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    (text, loaded.document.unwrap())
}

/// What is found, with every place checked against the text that it points into.
#[track_caller]
fn found(before: &Value, after: &Value) -> Vec<Finding> {
    let ((old, before), (new, after)) = (load("before.json", before), load("after.json", after));
    let options = Options { whole_document: true, ..Options::default() };
    let found =
        compare(&Description::document(&before, "before"), &Description::document(&after, "now"), &options);
    for finding in &found {
        at(&finding.before, &old, "before.json");
        at(&finding.after, &new, "after.json");
    }
    found
}

#[track_caller]
fn at(location: &ReportedLocation, text: &str, file: &str) {
    let place = location.source.as_ref().unwrap();
    assert_eq!(place.file, file);
    assert_eq!(text.lines().nth(place.line - 1).unwrap().trim(), place.excerpt);
    // The line is that of the pointer's last step, wherever that is a key.
    let key = location.pointer.rsplit('/').next().unwrap().replace("~1", "/").replace("~0", "~");
    if !key.is_empty() && key.parse::<usize>().is_err() {
        assert!(place.excerpt.starts_with(&format!("{}:", Value::from(key))), "{location:?}");
    }
    let value: Value = serde_json::from_str(text).unwrap();
    assert!(value.pointer(&location.pointer).is_some(), "{location:?}");
}

#[track_caller]
fn check(case: &Case, direction: &str, expected: Expected, found: &[Finding], places: &mut String) {
    let title = case.title;
    let [finding] = found else {
        panic!("{title}, {direction}: {} findings instead of {}: {found:#?}", found.len(), expected.0)
    };
    let (rule, severity, whom) = expected;
    let got = (finding.rule, finding.severity.as_str(), finding.audience.as_str());
    assert_eq!(got, (rule, severity, whom), "{title}, {direction}: {finding:#?}");
    let side = |location: &ReportedLocation| {
        let place = location.source.as_ref().unwrap();
        format!("{}{} {}", if location.absent { "in " } else { "" }, location.pointer, place.excerpt)
    };
    let _ = writeln!(places, "{title}, {direction}: {}", finding.message);
    let _ = writeln!(places, "    {}\n    {}", side(&finding.before), side(&finding.after));
    let _ = writeln!(places, "    {}", finding.operations.join(", "));
}

fn all() -> impl Iterator<Item = Case> {
    cases::all().into_iter().chain(schemas::all())
}

#[test]
fn nothing_planted_nothing_found() {
    assert_eq!(found(&base(), &base()), []);
}

#[test]
fn every_planted_edit_is_found_once_in_either_direction() {
    let (base, mut places) = (base(), String::new());
    for case in all() {
        let mut edited = base.clone();
        case.edit.apply(&mut edited);
        check(&case, "there", case.there, &found(&base, &edited), &mut places);
        check(&case, "back", case.back, &found(&edited, &base), &mut places);
    }
    golden("places.txt", &places);
}

/// What was found where, as it has been looked through.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/planted").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap();
    for (found, wanted) in found.lines().zip(wanted.lines()) {
        assert_eq!(found, wanted);
    }
    assert_eq!(found.len(), wanted.len());
}

/// That every rule is found, `pairs.rs` shows.
#[test]
fn planted_rules_are_known() {
    for case in all() {
        for (rule, ..) in [case.there, case.back] {
            rules::find(rule).unwrap();
        }
    }
    assert!(all().count() + types::COUNT + handlers::all().len() >= 60);
}
