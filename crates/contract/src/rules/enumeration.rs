//! `enum` and `const`.

use std::collections::HashSet;

use serde_json::Value;
use unplug_openapi::ir::Schemas;

use crate::rule::{Change, Rule};
use crate::schemas::normal::Alternative;
use crate::schemas::types::{Kind, Types};
use crate::schemas::{Both, Engine, Out, View};
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "enum-added",
    summary: "Only listed values are valid, where any was.",
    explanation: "`type: string` before and `enum: [red, green]` now: a request with `blue` is refused. `const` is an \
        `enum` of one value, and a union of them is one `enum`.",
    advice: "Keep the set open in requests; `x-extensible-enum` lists known values without closing it.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "enum-removed",
    summary: "Any value is valid, where only listed ones were.",
    explanation: "`enum: [red, green]` before and `type: string` now: a response may carry `blue`, which a client \
        made for two values does not know.",
    advice: "Read unknown values as such; keep the list where it is a promise.",
};

pub(crate) const VALUE_ADDED: Rule = Rule {
    id: "enum-value-added",
    summary: "A listed set has new values.",
    explanation: "`enum: [red]` before and `enum: [red, blue]` now: requests may send more, and a response may \
        surprise a client that handles `red` alone. The order of the values does not count.",
    advice: "Treat enumerations in responses as open from the beginning.",
};

pub(crate) const VALUE_REMOVED: Rule = Rule {
    id: "enum-value-removed",
    summary: "A listed set has lost values.",
    explanation: "`enum: [red, blue]` before and `enum: [red]` now: a request with `blue` is refused; in a response \
        nobody misses it.",
    advice: "Go on accepting the value in requests, even if it means the same as another.",
};

/// Scalars: which values are valid on one side only.
pub(crate) fn compare<'a>(
    engine: &Engine<'a>,
    both: &Both<'a>,
    kind: Kind,
    (before, after): (&[Alternative], &[Alternative]),
    out: &mut Out<'a>,
) {
    let one = Values::of(engine.before.schemas, before, kind);
    let other = Values::of(engine.after.schemas, after, kind);
    let spots = (one.spot(&both.spots.0), other.spot(&both.spots.1));
    match (one.open.is_empty(), other.open.is_empty()) {
        (false, true) if kind != Kind::Boolean => {
            let message = format!(
                "only {} {} valid {}; {} any value is",
                words(&other.listed.iter().collect::<Vec<_>>()),
                is(other.listed.len()),
                both.words.after,
                both.words.before
            );
            out.push(&ADDED, Change::Narrower, message, spots.0, spots.1);
            return;
        }
        (true, false) if kind != Kind::Boolean => {
            let message = format!(
                "only {} {} valid {}; {} any value is",
                words(&one.listed.iter().collect::<Vec<_>>()),
                is(one.listed.len()),
                both.words.before,
                both.words.after
            );
            out.push(&REMOVED, Change::Wider, message, spots.0, spots.1);
            return;
        }
        _ => {}
    }
    let lost = one.without(&other);
    if !lost.is_empty() {
        let message = format!(
            "{} {} valid {}, but not {}",
            words(&lost),
            is(lost.len()),
            both.words.before,
            both.words.after
        );
        out.push(&VALUE_REMOVED, Change::Narrower, message, spots.0.clone(), spots.1.clone());
    }
    let gained = other.without(&one);
    if !gained.is_empty() {
        let message = format!(
            "{} {} valid {}, but not {}",
            words(&gained),
            is(gained.len()),
            both.words.after,
            both.words.before
        );
        out.push(&VALUE_ADDED, Change::Wider, message, spots.0, spots.1);
    }
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// The listed values of all alternatives, and the alternatives that list none.
struct Values<'a> {
    listed: Vec<(String, Value)>,
    texts: HashSet<String>,
    open: Vec<View<'a>>,
    place: Option<Spot<'a>>,
}

impl<'a> Values<'a> {
    fn of(schemas: &'a Schemas, alternatives: &[Alternative], kind: Kind) -> Self {
        let mut values = Self { listed: Vec::new(), texts: HashSet::new(), open: Vec::new(), place: None };
        for one in alternatives {
            let view = View::new(schemas, one, Spot::root());
            let of_kind = |value: &Value| !Types::of_value(value).and(kind.types()).is_empty();
            let listed: Vec<(String, Value)> = match &one.values {
                Some(listed) => listed.iter().filter(|(_, value)| of_kind(value)).cloned().collect(),
                None if kind == Kind::Boolean => {
                    [true, false].iter().map(|flag| (flag.to_string(), Value::Bool(*flag))).collect()
                }
                None => {
                    values.open.push(view);
                    continue;
                }
            };
            if values.place.is_none() {
                let keyword =
                    |schema: &unplug_openapi::ir::Schema| match (&schema.constant, &schema.enumeration) {
                        (Some(_), _) => Some("const"),
                        (None, Some(_)) => Some("enum"),
                        (None, None) => None,
                    };
                values.place = view.first(keyword).map(|(keyword, id)| view.at(id, keyword));
            }
            values.listed.extend(listed.into_iter().filter(|(text, _)| values.texts.insert(text.clone())));
        }
        values
    }

    fn spot(&self, whole: &Spot<'a>) -> Spot<'a> {
        match (&self.place, self.open.first()) {
            (Some(place), _) => place.clone(),
            (None, Some(open)) => open.absent(),
            (None, None) => whole.clone().absent(),
        }
    }

    /// The values that the other side neither lists nor takes otherwise.
    fn without(&self, other: &Self) -> Vec<&(String, Value)> {
        let taken = |value: &Value| other.open.iter().any(|view| takes(view, value));
        self.listed.iter().filter(|(text, value)| !other.texts.contains(text) && !taken(value)).collect()
    }
}

/// For example `"a", "b" and 3 more`.
fn words(values: &[&(String, Value)]) -> String {
    const SHOWN: usize = 4;
    let shown: Vec<String> = values.iter().take(SHOWN).map(|(_, value)| format!("`{value}`")).collect();
    match values.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// Is a value valid by types and lengths? What a pattern or a bound says is not looked at: the value
/// then counts as valid, which is no false alarm.
fn takes(view: &View<'_>, value: &Value) -> bool {
    if view.types.and(Types::of_value(value)).is_empty() {
        return false;
    }
    let Some(text) = value.as_str() else { return true };
    let length = text.chars().count() as u64;
    view.largest(|schema| schema.min_length).is_none_or(|(least, _)| length >= least)
        && view.smallest(|schema| schema.max_length).is_none_or(|(most, _)| length <= most)
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn one_value_is_a_constant() {
        none("{type: string, enum: [a]}", "{const: a}");
        none("{type: string, enum: [a, b]}", "{oneOf: [{const: b, title: B}, {const: a, title: A}]}");
        none("{enum: [1, 2]}", "{type: integer, enum: [2, 1.0]}");
        none("{type: boolean}", "{enum: [false, true]}");
        none("{type: string, enum: [a, 1]}", "{const: a}");
    }

    #[test]
    fn values_come_and_go() {
        found("{enum: [a, b]}", "{enum: [b]}", "enum-value-removed", [Breaking, Compatible]);
        found("{enum: [b]}", "{enum: [b, a]}", "enum-value-added", [Compatible, Breaking]);
        found(
            "{type: boolean}",
            "{type: boolean, const: true}",
            "enum-value-removed",
            [Breaking, Compatible],
        );
    }

    #[test]
    fn a_set_is_closed_and_opened() {
        found("{type: string}", "{type: string, enum: [a]}", "enum-added", [Breaking, Compatible]);
        found("{type: string, enum: [a]}", "{type: string}", "enum-removed", [Compatible, Breaking]);
        none("{type: string}", "{anyOf: [{type: string}, {enum: [a, b]}]}");
        found(
            "{anyOf: [{type: string, maxLength: 1}, {enum: [abc]}]}",
            "{anyOf: [{type: string, maxLength: 1}, {enum: [a]}]}",
            "enum-value-removed",
            [Breaking, Compatible],
        );
    }
}
