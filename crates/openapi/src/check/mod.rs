//! Is the document a valid one?
//!
//! A table per object (`objects`) says which fields there are and what they hold; `rules` says
//! the rest. The walk keeps its own list of what is left to do, so neither nesting nor a cycle of
//! references can exhaust the stack, and it never stops at the first finding.
//!
//! An error belongs to the object it stands in. [`crate::lower`] leaves out every operation that
//! reaches such an object, and keeps the others.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Label};
use crate::resolve::{Place, PlaceKey, Trees, Unresolved};
use crate::syntax::{Member, Node};

mod kinds;
mod objects;
mod rules;
mod suggest;
mod version;

use kinds::{Kind, describe, quoted, with_article};
use objects::{DOCUMENT, Field, Need, ObjectType};
pub(crate) use rules::parameters::{is_reserved, styles};
pub(crate) use rules::security::by_uri;
pub use version::Version;

/// What [`check`] found.
#[derive(Debug, Default)]
pub struct Findings {
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The objects that an error stands in, with the place of the error.
    pub broken: HashMap<PlaceKey, Label>,
}

/// Checks a document with everything it refers to.
///
/// `corrections` is the file in which a remedy tells the reader to correct what is published.
#[must_use]
pub fn check(trees: &Trees, version: Version, corrections: &str) -> Findings {
    let mut checker = Checker {
        trees,
        version,
        corrections,
        pending: Vec::new(),
        seen: HashSet::new(),
        findings: Findings::default(),
    };
    checker.expect(trees.root(), &DOCUMENT, true);
    while let Some(task) = checker.pending.pop() {
        checker.object(&task);
    }
    let mut findings = checker.findings;
    sort(&mut findings.diagnostics, &trees.root().node.file.name);
    findings
}

/// Puts findings in the order of the text, those of the document itself first.
pub(crate) fn sort(diagnostics: &mut [Diagnostic], document: &str) {
    diagnostics.sort_by_cached_key(|diagnostic| {
        diagnostic.labels.first().map(|label| {
            let file = label.file.name.clone();
            (file != document, file, label.span.start)
        })
    });
}

/// An object that is still to be checked.
struct Task<'a> {
    place: Place<'a>,
    object: &'static ObjectType,
    /// Does a mistake in it change what is generated?
    serious: bool,
}

/// What a place should hold, and why.
struct Wanted {
    kind: Kind,
    reason: String,
    serious: bool,
}

/// The state of a walk along the tables.
struct Checker<'a> {
    trees: &'a Trees,
    version: Version,
    corrections: &'a str,
    pending: Vec<Task<'a>>,
    seen: HashSet<(PlaceKey, &'static str)>,
    findings: Findings,
}

impl<'a> Checker<'a> {
    fn expect(&mut self, place: Place<'a>, object: &'static ObjectType, serious: bool) {
        if self.seen.insert((place.key(), object.name)) {
            self.pending.push(Task { place, object, serious });
        }
    }

    /// Records a finding; an error marks `owner` as unusable.
    fn report(&mut self, diagnostic: Diagnostic, owner: &Place<'_>) {
        if diagnostic.is_error() {
            let label = diagnostic.labels.first().cloned();
            self.mark(owner, label.unwrap_or_else(|| owner.head("")));
        }
        self.findings.diagnostics.push(diagnostic);
    }

    fn mark(&mut self, owner: &Place<'_>, error: Label) {
        self.findings.broken.entry(owner.key()).or_insert(error);
    }

    /// What to do, with the way to do it beside the published document. An overlay corrects that
    /// document only, not what it refers to.
    fn remedy(&self, node: &Node, what: &str) -> String {
        if node.file.name == self.trees.root().node.file.name {
            format!("{what}, or correct it in {}", self.corrections)
        } else {
            what.to_owned()
        }
    }

    fn object(&mut self, task: &Task<'a>) {
        let Task { place, object, serious } = task;
        if !Kind::Object(object).fits(place.node) {
            let wanted = Wanted {
                kind: Kind::Object(object),
                reason: format!("{} belongs in this place", with_article(object.name)),
                serious: *serious,
            };
            self.mismatch(place, place, &wanted);
            return;
        }
        if object.reference && place.text("$ref").is_some() {
            self.reference(task);
            // 3.0 ignores everything beside a reference, later versions do so except in schemas.
            if !object.boolean {
                return;
            }
            if self.version == Version::V30 {
                return rules::schemas::siblings(self, place);
            }
        }
        if let Some(members) = place.node.as_object() {
            for (key, member) in members {
                self.member(task, key, member);
            }
            for field in object.fields {
                let absent = !members.contains_key(field.name);
                if absent && field.need != Need::Optional {
                    self.missing(task, field);
                }
            }
        }
        if let Some(rule) = object.rule {
            rule(self, place);
        }
    }

    fn member(&mut self, task: &Task<'a>, key: &str, member: &'a Member) {
        let Some(value) = task.place.get(key) else {
            return;
        };
        let object = task.object;
        if let Some(field) = object.fields.iter().find(|field| field.name == key) {
            self.age(task, field, &value);
            let wanted = Wanted {
                kind: field.kind,
                reason: format!(
                    "OpenAPI {} defines `{key}` of {} as {}",
                    self.version,
                    with_article(object.name),
                    field.kind.expected()
                ),
                serious: task.serious && !field.documentation,
            };
            if !value.node.is_null() || matches!(field.kind, Kind::Any) {
                self.value(&task.place, &value, &wanted);
            } else if wanted.serious && field.need == Need::Required {
                self.mismatch(&task.place, &value, &wanted);
            } else {
                self.empty(task, field, &value);
            }
        } else if key.starts_with("x-") {
            // An extension may hold anything.
        } else if let Some(kind) = object.others {
            let wanted = Wanted {
                kind,
                reason: format!("{} has no other members", with_article(object.name)),
                serious: task.serious,
            };
            self.value(&task.place, &value, &wanted);
        } else {
            self.unknown(task, key, member);
        }
    }

    /// Checks a value against its kind; objects are put off until later.
    fn value(&mut self, owner: &Place<'a>, value: &Place<'a>, wanted: &Wanted) {
        let inner =
            |kind: &Kind| Wanted { kind: *kind, reason: wanted.reason.clone(), serious: wanted.serious };
        match wanted.kind {
            Kind::Object(object) => self.expect(value.clone(), object, wanted.serious),
            kind if !kind.fits(value.node) => self.mismatch(owner, value, wanted),
            Kind::List(item) => {
                let item = inner(item);
                for place in value.items() {
                    self.value(owner, &place, &item);
                }
            }
            Kind::Map(item) => {
                let item = inner(item);
                for (_, place) in value.members() {
                    self.value(owner, &place, &item);
                }
            }
            Kind::Word(words) => {
                let text = value.node.as_str().unwrap_or_default();
                if !words.contains(&text) {
                    self.word(owner, value, words, text, wanted.serious);
                }
            }
            _ => {}
        }
    }

    fn mismatch(&mut self, owner: &Place<'a>, value: &Place<'a>, wanted: &Wanted) {
        let Wanted { kind, reason, serious } = wanted;
        let message =
            format!("{} must be {}, found {}", subject(value), kind.expected(), describe(value.node));
        let place = if value.node.as_object().is_some() || value.node.as_array().is_some() {
            value.head("")
        } else {
            value.node.label("")
        };
        let lost = if *serious { "" } else { "; it is ignored" };
        let diagnostic = weigh(*serious, "type-mismatch", message)
            .label(place)
            .pointer(&value.pointer)
            .reason(format!("{reason}{lost}"))
            .remedy(self.remedy(value.node, &kind.repair(value.node)));
        self.report(diagnostic, owner);
    }

    fn word(&mut self, owner: &Place<'a>, value: &Place<'a>, words: &[&str], text: &str, serious: bool) {
        let meant = suggest::nearest(text, words.iter().copied());
        let what =
            meant.map_or_else(|| "write one of these words".to_owned(), |meant| format!("write `{meant}`"));
        let diagnostic =
            weigh(serious, "invalid-value", format!("{} cannot be {}", subject(value), describe(value.node)))
                .at(value.node, "")
                .pointer(&value.pointer)
                .reason(format!("the specification knows {}", quoted(words)))
                .remedy(self.remedy(value.node, &what));
        self.report(diagnostic, owner);
    }

    fn missing(&mut self, task: &Task<'a>, field: &Field) {
        let serious = task.serious && field.need == Need::Required;
        let object = with_article(task.object.name);
        let reason = if serious {
            format!("without it {object} does not say what it describes")
        } else {
            format!("the specification requires it in {object}; nothing that is generated depends on it")
        };
        let diagnostic =
            weigh(serious, "missing-field", format!("{} has no `{}`", subject(&task.place), field.name))
                .label(task.place.head(""))
                .pointer(&task.place.pointer)
                .reason(reason)
                .remedy(self.remedy(task.place.node, &format!("add `{}`", field.name)));
        self.report(diagnostic, &task.place);
    }

    /// `parameters:` with nothing behind it is `null` in YAML, and means that there are none.
    fn empty(&mut self, task: &Task<'a>, field: &Field, value: &Place<'a>) {
        let diagnostic = Diagnostic::warning(
            "empty-field",
            format!("{} has no value; it is read as if it were absent", subject(value)),
        )
        .label(value.head(""))
        .pointer(&value.pointer)
        .reason(format!("`null` is not {}", field.kind.expected()))
        .remedy(self.remedy(value.node, "give it a value, or leave the field out"));
        self.report(diagnostic, &task.place);
    }

    /// A field of another version of the specification is read as that version means it.
    fn age(&mut self, task: &Task<'a>, field: &Field, value: &Place<'a>) {
        let (word, other) = if self.version < field.since {
            ("since", field.since)
        } else if self.version > field.until {
            ("until", field.until)
        } else {
            return;
        };
        let diagnostic = Diagnostic::warning(
            "field-of-another-version",
            format!(
                "`{}` is in OpenAPI only {word} {other}, and the document follows {}",
                field.name, self.version
            ),
        )
        .label(value.head(""))
        .pointer(&value.pointer)
        .reason(format!("strict readers ignore it; here it is read as OpenAPI {other} means it"))
        .remedy(self.remedy(value.node, "change `openapi`, or say it in the words of that version"));
        self.report(diagnostic, &task.place);
    }

    fn unknown(&mut self, task: &Task<'a>, key: &str, member: &Member) {
        let names = task.object.fields.iter().map(|field| field.name);
        let meant = suggest::nearest(key, names);
        // Since 3.1 a schema may have any keyword, so only a likely slip is worth a word.
        if task.object.boolean && self.version > Version::V30 && meant.is_none() {
            return;
        }
        let what = match meant {
            Some(meant) => format!("write `{meant}`"),
            None => "remove it, or begin its name with `x-`".to_owned(),
        };
        let pointer = crate::syntax::pointer::child(&task.place.pointer, key);
        let diagnostic = Diagnostic::warning(
            "unknown-field",
            format!("`{key}` is not a field of the {}; it is ignored", task.object.name),
        )
        .label(member.key_label(""))
        .pointer(pointer)
        .reason("only fields of the specification, and extensions `x-…`, have a meaning")
        .remedy(self.remedy(&member.node, &what));
        self.report(diagnostic, &task.place);
    }

    /// Finds out whether a reference leads anywhere, and checks what it leads to.
    fn reference(&mut self, task: &Task<'a>) {
        match self.trees.follow(&task.place) {
            Ok(target) => self.expect(target, task.object, task.serious),
            Err((at, why)) => {
                // Another reference on the way is reported where it stands itself.
                if at.key() == task.place.key() {
                    self.unresolved(&at, &why, task.serious);
                } else {
                    self.mark(&task.place, at.head(""));
                    self.expect(at, task.object, task.serious);
                }
            }
        }
    }

    fn unresolved(&mut self, at: &Place<'a>, why: &Unresolved, serious: bool) {
        let Some(value) = at.get("$ref") else { return };
        let reference = value.node.as_str().unwrap_or_default();
        let (rule, what) = match why {
            Unresolved::Missing { absent, present, .. } => {
                let meant = suggest::nearest(absent, present.iter().map(String::as_str));
                let what = meant.map_or_else(
                    || format!("add `{absent}`"),
                    |meant| format!("write `{meant}` if that is what is meant"),
                );
                ("unresolved-reference", what)
            }
            Unresolved::Cycle => ("reference-cycle", "say in one of them what is meant".to_owned()),
            Unresolved::NoFile { .. } => ("unresolved-reference", "put the file there".to_owned()),
            Unresolved::NotLocal => (
                "unresolved-reference",
                "save the file beside the document and refer to it by its relative path".to_owned(),
            ),
            Unresolved::NoAnchor(_) => ("unresolved-reference", "refer to it by its JSON pointer".to_owned()),
        };
        let diagnostic = weigh(serious, rule, format!("`$ref` {reference:?} leads nowhere: {why}"))
            .at(value.node, "")
            .pointer(&value.pointer)
            .reason("what it should describe is unknown")
            .remedy(self.remedy(value.node, &what));
        self.report(diagnostic, at);
    }
}

/// An error, or a warning where only readers are concerned.
fn weigh(serious: bool, rule: &'static str, message: String) -> Diagnostic {
    if serious { Diagnostic::error(rule, message) } else { Diagnostic::warning(rule, message) }
}

/// What to call a place in a sentence: the last name on the way to it.
fn subject(place: &Place<'_>) -> String {
    let Some((parent, name)) = place.pointer.rsplit_once('/') else {
        return "the document".to_owned();
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    if place.member.is_some() {
        return format!("`{name}`");
    }
    let list = parent.rsplit_once('/').map_or("", |(_, list)| list);
    match name.parse::<usize>() {
        Ok(index) => format!("item {} of `{list}`", index + 1),
        Err(_) => format!("`{name}`"),
    }
}
