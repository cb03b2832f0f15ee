//! Types of JSON values, and `null`.

use crate::rule::{Change, Rule};
use crate::schemas::normal::Normal;
use crate::schemas::types::Types;
use crate::schemas::{Both, Engine, Out};
use crate::spot::Spot;

pub(crate) const TYPE: Rule = Rule {
    id: "type-changed",
    summary: "Values may be of other types than before.",
    explanation: "`type: integer` before and `type: number` now is looser: a response may carry 1.5. `type: string` \
        and `type: integer` have nothing in common and break both. An integer is a number, and a union whose \
        branches are of different types is the same as a list of types.",
    advice: "Keep the type; offer the new one under a new name.",
};

pub(crate) const NULL: Rule = Rule {
    id: "null-changed",
    summary: "A value may be `null` that could not, or the reverse.",
    explanation: "`nullable: true`, `type: [string, 'null']` and `anyOf: [{type: string}, {type: 'null'}]` are the \
        same. A response that may newly carry `null` breaks clients that read a text there.",
    advice: "Leave an optional member out instead of sending `null`, or keep accepting `null`.",
};

/// `null` on one side only.
pub(crate) fn null<'a>(both: &Both<'a>, out: &mut Out<'a>) {
    let (before, after) = (&both.before, &both.after);
    // Where one side takes anything or nothing, the difference of types says it all.
    let whole = |normal: &Normal| normal.is_nothing() || (normal.null && normal.types() == Types::VALUES);
    if before.null == after.null || (whole(before) != whole(after) && before.types() != after.types()) {
        return;
    }
    let (change, can, cannot) = if after.null {
        (Change::Wider, both.words.after, both.words.before)
    } else {
        (Change::Narrower, both.words.before, both.words.after)
    };
    let (one, other) = both.spots.clone();
    out.push(&NULL, change, format!("`null` is valid {can}, but not {cannot}"), one, other);
}

/// Types on one side only. `true` when there is nothing further to compare.
pub(crate) fn types<'a>(engine: &Engine<'a>, both: &Both<'a>, out: &mut Out<'a>) -> bool {
    let (before, after) = both.types();
    let (lost, gained) = (before.without(after), after.without(before));
    if lost.is_empty() && gained.is_empty() {
        return false;
    }
    let change = match (lost.is_empty(), gained.is_empty()) {
        (false, true) => Change::Narrower,
        (true, _) => Change::Wider,
        (false, false) => Change::Moved,
    };
    let message = both.words.differ("the type", Some(&before.words()), Some(&after.words()));
    let one = keyword(engine.before.schemas, both.before.as_ref(), &both.spots.0);
    let other = keyword(engine.after.schemas, both.after.as_ref(), &both.spots.1);
    out.push(&TYPE, change, message, one, other);
    // Against anything or nothing, every keyword would be a finding of its own.
    [before, after].iter().any(|types| types.is_empty() || *types == Types::VALUES)
}

/// The `type` that decides, when there is one.
fn keyword<'a>(schemas: &'a unplug_openapi::ir::Schemas, normal: &Normal, whole: &Spot<'a>) -> Spot<'a> {
    let parts = normal.alternatives.first().map(|one| one.parts.iter());
    let typed = parts.into_iter().flatten().find(|id| !schemas[**id].types.is_empty());
    match typed {
        Some(id) if normal.alternatives.len() == 1 => Spot::at(&schemas[*id].location).step("type"),
        _ => whole.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn an_integer_is_a_number() {
        found("{type: integer}", "{type: number}", "type-changed", [Compatible, Breaking]);
        found("{type: number}", "{type: integer}", "type-changed", [Breaking, Compatible]);
        found("{type: string}", "{type: integer}", "type-changed", [Breaking, Breaking]);
    }

    #[test]
    fn types_are_a_set() {
        none("{type: [string, integer]}", "{type: [integer, string]}");
        none("{type: [string, integer]}", "{anyOf: [{type: integer}, {type: string}]}");
        none("{type: [number, integer]}", "{type: number}");
        found("{type: [string, integer]}", "{type: string}", "type-changed", [Breaking, Compatible]);
        found(
            "{}",
            "{type: object, properties: {a: {type: string}}}",
            "type-changed",
            [Breaking, Compatible],
        );
    }

    #[test]
    fn null_is_told_apart() {
        let null = "{type: [string, 'null'], maxLength: 3}";
        none(null, "{anyOf: [{type: string, maxLength: 3}, {type: 'null'}]}");
        found(null, "{type: string, maxLength: 3}", "null-changed", [Breaking, Compatible]);
        found("{type: string, maxLength: 3}", null, "null-changed", [Compatible, Breaking]);
    }
}
