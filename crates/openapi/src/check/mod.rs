//! Checks whether a document is valid.
//!
//! A table per object (`objects`) says which fields there are and what they hold; `rules` says
//! the rest. The walk keeps its own list of what is left to do, so neither nesting nor a cycle of
//! references can exhaust the stack, and it never stops at the first finding.
//!
//! An error belongs to the object it stands in. [`crate::lower`] leaves out every operation that
//! reaches such an object, and keeps the others.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Label};
use crate::resolve::{LocatedNode, NodeKey, Trees};
use crate::syntax::{Member, Node, pointer};
use crate::version::Version;

mod kinds;
mod objects;
mod references;
mod rules;
mod suggest;
pub(crate) mod version;

use kinds::{Field, Kind, Need, ObjectType, describe, quoted, with_article};
use objects::{DOCUMENT, PARAMETER, PATH_ITEM};
pub(crate) use rules::parameters::{is_reserved, styles};
pub(crate) use rules::schemas::usual_type;
pub(crate) use rules::security::by_uri;
pub(crate) use suggest::Suggestions;
pub use suggest::nearest;

/// What [`check`] found.
#[derive(Debug, Default)]
pub struct Findings {
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The objects that an error stands in, with the place of the error.
    pub broken: HashMap<NodeKey, Label>,
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
        suggestions: suggest::Suggestions::default(),
        findings: Findings::default(),
    };
    checker.expect(trees.root(), &DOCUMENT, Weight::Fatal);
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

/// What a mistake costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Only readers are concerned.
    Prose,
    /// Something is left out, or more is valid than was meant. The operation can be used.
    Wider,
    /// Nobody knows what to send, so the operation cannot be used.
    Fatal,
}

/// An object that is still to be checked.
struct Task<'a> {
    located: LocatedNode<'a>,
    object: &'static ObjectType,
    weight: Weight,
}

/// What a place should hold, and why.
struct Wanted {
    kind: Kind,
    reason: String,
    weight: Weight,
}

/// The state of a walk along the tables.
struct Checker<'a> {
    trees: &'a Trees,
    version: Version,
    corrections: &'a str,
    pending: Vec<Task<'a>>,
    /// Values that are done with, by [`LocatedNode::address`], and as what.
    seen: HashSet<(usize, &'static str)>,
    suggestions: suggest::Suggestions,
    findings: Findings,
}

impl<'a> Checker<'a> {
    fn expect(&mut self, located: LocatedNode<'a>, object: &'static ObjectType, weight: Weight) {
        let weight = if object.independent && weight == Weight::Wider { Weight::Fatal } else { weight };
        if self.seen.insert((located.address(), object.name)) {
            self.pending.push(Task { located, object, weight });
        }
    }

    fn expect_path_item(&mut self, located: LocatedNode<'a>) {
        self.expect(located, &PATH_ITEM, Weight::Fatal);
    }

    /// Records a finding; an error marks `owner` as unusable.
    fn report(&mut self, diagnostic: Diagnostic, owner: &LocatedNode<'_>) {
        if diagnostic.is_error() {
            let label = diagnostic.labels.first().cloned();
            self.mark(owner, label.unwrap_or_else(|| owner.head("")));
        }
        self.findings.diagnostics.push(diagnostic);
    }

    fn mark(&mut self, owner: &LocatedNode<'_>, error: Label) {
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
        let Task { located, object, weight } = task;
        if !Kind::Object(object).fits(located.node) {
            let wanted = Wanted {
                kind: Kind::Object(object),
                reason: format!("{} belongs in this place", with_article(object.name)),
                weight: *weight,
            };
            self.mismatch(located, located, &wanted);
            return;
        }
        if object.reference && located.text("$ref").is_some() {
            self.reference(task);
            // 3.0 ignores everything beside a reference, later versions do so except in schemas.
            if !object.boolean {
                return;
            }
            if self.version == Version::V30 {
                return rules::schemas::siblings(self, located);
            }
        }
        if let Some(members) = located.node.as_object() {
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
            rule(self, located);
        }
    }

    fn member(&mut self, task: &Task<'a>, key: &str, member: &'a Member) {
        let Some(value) = task.located.get(key) else {
            return;
        };
        let object = task.object;
        if key.starts_with("x-") {
            // An extension may hold anything.
        } else if let Some(field) = object.fields.iter().find(|field| field.name == key) {
            self.age(task, field, &value);
            let wanted = Wanted {
                kind: field.kind,
                reason: format!(
                    "OpenAPI {} defines `{key}` of {} as {}",
                    self.version,
                    with_article(object.name),
                    field.kind.expected()
                ),
                weight: task.weight.min(field.weight),
            };
            if !value.node.is_null() || matches!(field.kind, Kind::Any) {
                self.value(&task.located, &value, &wanted);
            } else if wanted.weight == Weight::Fatal && field.need == Need::Required {
                self.mismatch(&task.located, &value, &wanted);
            } else {
                self.empty(task, field, &value);
            }
        } else if let Some(kind) = object.others {
            let wanted = Wanted {
                kind,
                reason: format!("{} has no other members", with_article(object.name)),
                weight: task.weight,
            };
            self.value(&task.located, &value, &wanted);
        } else {
            self.unknown(task, key, member);
        }
    }

    /// Checks a value against its kind; objects are put off until later.
    fn value(&mut self, owner: &LocatedNode<'a>, value: &LocatedNode<'a>, wanted: &Wanted) {
        let inner =
            |kind: &Kind| Wanted { kind: *kind, reason: wanted.reason.clone(), weight: wanted.weight };
        match wanted.kind {
            Kind::Object(object) => self.expect(value.clone(), object, wanted.weight),
            kind if !kind.fits(value.node) => self.mismatch(owner, value, wanted),
            Kind::List(item) | Kind::Alternatives(item) => {
                let item = inner(item);
                for located in value.items() {
                    self.value(owner, &located, &item);
                }
            }
            Kind::Map(item) => {
                let item = inner(item);
                for (_, located) in value.members() {
                    self.value(owner, &located, &item);
                }
            }
            Kind::Word(words) => {
                let text = value.node.as_str().unwrap_or_default();
                if !words.contains(&text) {
                    self.word(owner, value, words, text, wanted.weight);
                }
            }
            _ => {}
        }
    }

    fn mismatch(&mut self, owner: &LocatedNode<'a>, value: &LocatedNode<'a>, wanted: &Wanted) {
        let Wanted { kind, reason, weight } = wanted;
        let mut meaning = kind.meaning(value.node);
        if *weight == Weight::Fatal && !matches!(kind, Kind::Flag) {
            meaning = None;
        }
        if meaning.is_some() && value.node.is_yaml_boolean_word() {
            return self.yaml_boolean(owner, value);
        }
        let message =
            format!("{} must be {}, found {}", subject(value), kind.expected(), describe(value.node));
        let label = if value.node.as_object().is_some() || value.node.as_array().is_some() {
            value.head("")
        } else {
            value.node.label("")
        };
        let instead = match (weight, &meaning, kind) {
            (Weight::Fatal, ..) => String::new(),
            (_, Some(meaning), _) => format!("; it is read as `{meaning}`"),
            (Weight::Wider, None, Kind::Object(object)) => format!("; {}", object.instead),
            // Who may call is never guessed; lowering leaves the operations out.
            (Weight::Wider, None, Kind::Alternatives(_)) => {
                "; without it nobody knows who may call".to_owned()
            }
            _ => "; it is ignored".to_owned(),
        };
        let diagnostic = weigh(*weight, "type-mismatch", message)
            .label(label)
            .pointer(&value.pointer)
            .reason(format!("{reason}{instead}"))
            .remedy(self.remedy(value.node, &kind.repair(value.node)));
        if meaning.is_some() {
            // Wrong, but everybody knows what is meant: nothing has to be left out.
            self.findings.diagnostics.push(diagnostic);
        } else {
            self.report(diagnostic, owner);
        }
    }

    fn yaml_boolean(&mut self, owner: &LocatedNode<'a>, value: &LocatedNode<'a>) {
        let word = value.node.as_str().unwrap_or_default();
        let meaning = value.node.meant_flag().unwrap_or_default();
        let diagnostic = Diagnostic::note(
            "yaml-boolean-word",
            format!("{} is `{word}`, which is read as {meaning}", subject(value)),
        )
        .at(value.node, "")
        .pointer(&value.pointer)
        .reason("it is a boolean in YAML 1.1, and text since YAML 1.2; here a boolean is wanted")
        .remedy(self.remedy(value.node, &format!("write `{meaning}`")));
        self.report(diagnostic, owner);
    }

    fn word(
        &mut self,
        owner: &LocatedNode<'a>,
        value: &LocatedNode<'a>,
        words: &[&str],
        text: &str,
        weight: Weight,
    ) {
        let meant = suggest::nearest(text, words.iter().copied());
        let what =
            meant.map_or_else(|| "write one of these words".to_owned(), |meant| format!("write `{meant}`"));
        let diagnostic =
            weigh(weight, "invalid-value", format!("{} cannot be {}", subject(value), describe(value.node)))
                .at(value.node, "")
                .pointer(&value.pointer)
                .reason(format!("the specification knows {}", quoted(words)))
                .remedy(self.remedy(value.node, &what));
        self.report(diagnostic, owner);
    }

    fn missing(&mut self, task: &Task<'a>, field: &Field) {
        let weight = if field.need == Need::Required { task.weight.min(field.weight) } else { Weight::Prose };
        let object = with_article(task.object.name);
        let reason = match weight {
            Weight::Fatal => format!("without it {object} does not say what it describes"),
            Weight::Wider => {
                format!("without it {object} does not say what it describes; {}", task.object.instead)
            }
            Weight::Prose => {
                format!("the specification requires it in {object}; nothing that is generated depends on it")
            }
        };
        let diagnostic =
            weigh(weight, "missing-field", format!("{} has no `{}`", subject(&task.located), field.name))
                .label(task.located.head(""))
                .pointer(&task.located.pointer)
                .reason(reason)
                .remedy(self.remedy(task.located.node, &format!("add `{}`", field.name)));
        self.report(diagnostic, &task.located);
    }

    /// `parameters:` with nothing behind it is `null` in YAML, and means that there are none.
    fn empty(&mut self, task: &Task<'a>, field: &Field, value: &LocatedNode<'a>) {
        let diagnostic = Diagnostic::warning(
            "empty-field",
            format!("{} has no value; it is read as if it were absent", subject(value)),
        )
        .label(value.head(""))
        .pointer(&value.pointer)
        .reason(format!("`null` is not {}", field.kind.expected()))
        .remedy(self.remedy(value.node, "give it a value, or leave the field out"));
        self.report(diagnostic, &task.located);
    }

    /// A field of another version of the specification is read as that version means it.
    fn age(&mut self, task: &Task<'a>, field: &Field, value: &LocatedNode<'a>) {
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
        self.report(diagnostic, &task.located);
    }

    fn unknown(&mut self, task: &Task<'a>, key: &str, member: &Member) {
        let names = task.object.fields.iter().map(|field| field.name).filter(|name| !name.starts_with("x-"));
        let meant = suggest::nearest(key, names);
        // Since 3.1 a schema may have any keyword, so only a likely slip is worth a word.
        if task.object.boolean && self.version > Version::V30 && meant.is_none() {
            return;
        }
        let what = match meant {
            Some(meant) => format!("write `{meant}`"),
            None => "remove it, or begin its name with `x-`".to_owned(),
        };
        let pointer = pointer::child(&task.located.pointer, key);
        let diagnostic = Diagnostic::warning(
            "unknown-field",
            format!("`{key}` is not a field of the {}; it is ignored", task.object.name),
        )
        .label(member.key_label(""))
        .pointer(pointer)
        .reason("only fields of the specification, and extensions `x-…`, have a meaning")
        .remedy(self.remedy(&member.node, &what));
        self.report(diagnostic, &task.located);
    }
}

fn is_parameter(object: &ObjectType) -> bool {
    object.name == PARAMETER.name
}

/// An error where something cannot be used, or else a warning.
fn weigh(weight: Weight, rule: &'static str, message: String) -> Diagnostic {
    if weight == Weight::Fatal {
        Diagnostic::error(rule, message)
    } else {
        Diagnostic::warning(rule, message)
    }
}

/// What to call a place in a sentence: the last name on the way to it.
fn subject(located: &LocatedNode<'_>) -> String {
    let Some((parent, name)) = located.pointer.rsplit_once('/') else {
        return "the document".to_owned();
    };
    let name = pointer::unescaped(name);
    if located.member.is_some() {
        return format!("`{name}`");
    }
    let list = parent.rsplit_once('/').map_or("", |(_, list)| list);
    match name.parse::<usize>() {
        Ok(index) => format!("item {} of `{list}`", index + 1),
        Err(_) => format!("`{name}`"),
    }
}
