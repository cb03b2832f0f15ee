//! Edits of schemas: `Thing` is sent, `Answer` is received.

use super::Case;
use super::Edit::{Everywhere, Push, Remove, Rename, Set};

macro_rules! thing {
    ($rest:literal) => {
        concat!("/components/schemas/Thing", $rest)
    };
}
macro_rules! answer {
    ($rest:literal) => {
        concat!("/components/schemas/Answer", $rest)
    };
}
macro_rules! limit {
    ($rest:literal) => {
        concat!("/paths/~1things~1{id}/put/parameters/1/schema", $rest)
    };
}

/// A request gets stricter there, and looser on the way back.
#[rustfmt::skip]
fn stricter(title: &'static str, rule: &'static str, edit: super::Edit) -> Case {
    Case { title, edit, there: (rule, "breaking", "callers"), back: (rule, "compatible", "server") }
}

/// A request gets looser there, and stricter on the way back.
#[rustfmt::skip]
fn looser(title: &'static str, rule: &'static str, edit: super::Edit) -> Case {
    Case { title, edit, there: (rule, "compatible", "server"), back: (rule, "breaking", "callers") }
}

/// A response gets looser there, and stricter on the way back.
#[rustfmt::skip]
fn vaguer(title: &'static str, rule: &'static str, edit: super::Edit) -> Case {
    Case { title, edit, there: (rule, "breaking", "clients"), back: (rule, "compatible", "server") }
}

fn note(title: &'static str, rule: &'static str, whom: &'static str, edit: super::Edit) -> Case {
    Case { title, edit, there: (rule, "note", whom), back: (rule, "note", whom) }
}

pub(crate) fn all() -> Vec<Case> {
    [requests(), objects(), unions(), responses(), notes()].into_iter().flatten().collect()
}

#[rustfmt::skip]
fn requests() -> Vec<Case> {
    vec![
        stricter("a greater minimum", "minimum-changed", Set(limit!("/minimum"), "10")),
        looser("no maximum", "maximum-changed", Remove(limit!("/maximum"))),
        stricter("an exclusive maximum", "maximum-changed", Set(limit!("/exclusiveMaximum"), "50")),
        stricter("a greater step", "multiple-of-changed", Set(limit!("/multipleOf"), "4")),
        looser("wider numbers", "format-changed", Set(limit!("/format"), "int64")),
        stricter("a longer least text", "min-length-changed", Set(thing!("/properties/name/minLength"), "2")),
        stricter("a shorter greatest text", "max-length-changed", Set(thing!("/properties/name/maxLength"), "49")),
        looser("no pattern", "pattern-changed", Remove(thing!("/properties/name/pattern"))),
        stricter("no null", "null-changed", Set(thing!("/properties/note/type"), "string")),
        looser("any text for a time", "format-changed", Remove(thing!("/properties/when/format"))),
        stricter("one of the colours", "enum-value-removed", Remove(thing!("/properties/colour/enum/1")))
            .back("enum-value-added"),
        looser("any colour", "enum-removed", Remove(thing!("/properties/colour/enum"))).back("enum-added"),
        stricter("a constant", "enum-added", Set(thing!("/properties/free/const"), "a")).back("enum-removed"),
        looser("fractions", "type-changed", Set(thing!("/properties/count/type"), "number")),
        Case {
            title: "another encoding",
            edit: Set(thing!("/properties/data/contentEncoding"), "base32"),
            there: ("content-encoding-changed", "breaking", "callers"),
            back: ("content-encoding-changed", "breaking", "callers"),
        },
        looser("repeated items", "unique-items-changed", Remove(thing!("/properties/list/uniqueItems"))),
        looser("without the contained", "contains-changed", Remove(thing!("/properties/list/contains"))),
        stricter("more of the contained", "contains-changed", Set(thing!("/properties/list/minContains"), "2")),
        stricter("items of one sign", "minimum-changed", Set(thing!("/properties/list/items/minimum"), "0")),
        stricter("two tags at least", "min-items-changed", Set("/paths/~1things~1{id}/put/parameters/2/schema/minItems", "2")),
        looser("six tags", "max-items-changed", Set("/paths/~1things~1{id}/put/parameters/2/schema/maxItems", "6")),
    ]
}

#[rustfmt::skip]
fn objects() -> Vec<Case> {
    vec![
        stricter("a member is required", "property-required-changed", Push(thing!("/required"), "free")),
        Case {
            title: "a member is added",
            edit: Set(thing!("/properties/extra"), "{type: string}"),
            there: ("property-added", "compatible", "callers"),
            back: ("property-removed", "compatible", "callers"),
        },
        Case {
            title: "a member of a closed object is added",
            edit: Set(thing!("/properties/closed/properties/b"), "{type: string}"),
            there: ("property-added", "compatible", "callers"),
            back: ("property-removed", "breaking", "callers"),
        },
        looser("a closed object is open", "additional-properties-changed",
            Remove(thing!("/properties/closed/additionalProperties"))),
        stricter("undeclared members are texts", "additional-properties-changed",
            Set("/components/schemas/Circle/additionalProperties", "{type: string}")),
        stricter("two members at least", "min-properties-changed", Set(thing!("/minProperties"), "2")),
        stricter("ten members at most", "max-properties-changed", Set(thing!("/maxProperties"), "10")),
        looser("any name", "property-names-changed", Remove(thing!("/propertyNames"))),
        looser("any member with the prefix", "pattern-properties-changed", Remove(thing!("/patternProperties"))),
        stricter("a card asks for more", "dependent-required-changed", Push(thing!("/dependentRequired/card"), "city")),
        looser("a card brings nothing", "dependent-schemas-changed", Remove(thing!("/dependentSchemas"))),
        looser("nothing is forbidden", "not-changed", Remove(thing!("/not"))),
        looser("no condition", "condition-changed", Remove(thing!("/if"))),
        Case {
            title: "a member may be written",
            edit: Remove(thing!("/properties/serial/readOnly")),
            there: ("read-only-changed", "compatible", "callers"),
            back: ("read-only-changed", "compatible", "callers"),
        },
    ]
}

#[rustfmt::skip]
fn unions() -> Vec<Case> {
    vec![
        stricter("one branch less", "union-branch-removed", Remove(thing!("/properties/shape/oneOf/1")))
            .back("union-branch-added"),
        looser("one branch more", "union-branch-added",
            Push(thing!("/properties/either/anyOf"), "{type: object, required: [middle]}"))
            .back("union-branch-removed"),
        stricter("a branch says more", "minimum-changed", Set("/components/schemas/Square/properties/side/minimum", "0")),
        stricter("only one of two", "union-kind-changed", Rename(thing!("/properties/either/anyOf"), "oneOf")),
        note("another pattern", "cannot-decide", "callers", Set(thing!("/properties/name/pattern"), "'^(?!b)'")),
        note("another negation", "cannot-decide", "callers", Set(thing!("/not/required/0"), "other")),
        note("another condition", "cannot-decide", "callers", Set(thing!("/if/required/0"), "other")),
        note("other branches", "cannot-decide", "callers",
            Set(thing!("/properties/either/anyOf"), "[{type: object, required: [up]}, {type: object, required: [down]}]")),
    ]
}

#[rustfmt::skip]
fn responses() -> Vec<Case> {
    vec![
        vaguer("a new state", "enum-value-added", Push(answer!("/properties/state/enum"), "lost"))
            .back("enum-value-removed"),
        vaguer("wider sizes", "format-changed", Set(answer!("/properties/size/format"), "int64")),
        vaguer("a member may be missing", "property-required-changed", Remove(answer!("/required/0"))),
        Case {
            title: "a required member goes",
            edit: Set(answer!(""), "{type: object, required: [state], properties: {state: {type: string, enum: [new, done]}, \
                size: {type: integer, format: int32}, secret: {type: string, writeOnly: true}, code: {type: string, \
                x-extensible-enum: [a, b]}, parent: {$ref: '#/components/schemas/Answer'}, \
                result: {anyOf: [{type: string, maxLength: 10}, {type: array, items: {type: string}}]}}}"),
            there: ("property-removed", "breaking", "clients"),
            back: ("property-added", "compatible", "clients"),
        },
        Case {
            title: "a member is hidden",
            edit: Set(answer!("/properties/state/writeOnly"), "true"),
            there: ("write-only-changed", "breaking", "clients"),
            back: ("write-only-changed", "compatible", "clients"),
        },
        vaguer("a list of anything", "type-changed", Remove(answer!("/properties/result/anyOf/1/items/type"))),
        vaguer("longer texts in a union", "max-length-changed", Set(answer!("/properties/result/anyOf/0/maxLength"), "11")),
        vaguer("a further type in a union", "type-changed", Push(answer!("/properties/result/anyOf"), "{type: boolean}")),
    ]
}

#[rustfmt::skip]
fn notes() -> Vec<Case> {
    vec![
        note("another default", "default-changed", "callers", Set(limit!("/default"), "40")),
        note("an unknown format", "format-changed", "callers", Remove(thing!("/properties/note/format"))),
        note("no longer deprecated", "schema-deprecated-changed", "callers", Remove(thing!("/properties/old/deprecated"))),
        note("another discriminator", "discriminator-changed", "callers",
            Set(thing!("/properties/shape/discriminator/mapping/round"), "'#/components/schemas/Circle'")),
        note("a known value more", "known-values-changed", "clients", Push(answer!("/properties/code/x-extensible-enum"), "c")),
        note("another extension", "extension-changed", "clients", Set(answer!("/properties/id/x-rate-limit"), "remaining")),
        note("a secret", "extension-changed", "clients", Set(answer!("/properties/id/x-secret"), "true")),
        note("another path parameter", "path-parameter-renamed", "callers", Everywhere("pebble", "stone")),
    ]
}

impl Case {
    /// Another rule on the way back.
    fn back(mut self, rule: &'static str) -> Self {
        self.back.0 = rule;
        self
    }
}
