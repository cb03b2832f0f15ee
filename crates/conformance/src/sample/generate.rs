//! A value that fits schemas which apply together.
//!
//! Schemas are flattened: `$ref` and `allOf` join, and of each `oneOf` and `anyOf` one branch is
//! chosen. The value is made from what they say together, and then evaluated; when it does not fit,
//! other choices are tried, for the smallest part first. So keywords that only forbid need little
//! code here. A validator that shares no code with this has the last word.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use serde_json::{Value, json};
use unplug_openapi::ir::{JsonType, Schema, SchemaId, Schemas, is_equal};

use super::choice::Choice;
use super::evaluate::{Evaluator, is_of};
use super::text::Destination;
use super::{Direction, Sampler, numbers, strings};

mod flatten;

pub(super) use flatten::Flattened;

/// Choices that are tried for a whole value.
const MAX_ATTEMPTS: u32 = 16;
/// Choices that are tried for a part of a value.
const PART_ATTEMPTS: usize = 12;
/// Objects deeper than this have only the members that they must have.
pub(super) const MAX_OPTIONAL_DEPTH: u32 = 4;
/// Nothing is made deeper than this.
const MAX_VALUE_DEPTH: u32 = 20;
/// Members and items of one value that need not be there.
const MAX_OPTIONAL_PARTS: usize = 600;
/// Parts that are made for one value, counting those that did not fit.
const MAX_PARTS_TRIED: u32 = 6_000;

/// How much of what may be there is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Completeness {
    Minimal,
    Full,
    Mixed,
    /// All that may be there, and `null` for every part that may be `null`.
    Nulls,
}

impl Completeness {
    pub(super) fn of_round(round: u32) -> Self {
        match round {
            0 => Self::Minimal,
            1 => Self::Full,
            3 => Self::Nulls,
            _ => Self::Mixed,
        }
    }

    /// Whether a part that may be `null` at this depth is. A whole message that is `null` shows nothing of
    /// its parts.
    pub(super) fn prefers_null(self, depth: u32) -> bool {
        self == Self::Nulls && depth > 0
    }
}

/// What a value is to be like.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueOptions {
    pub(super) completeness: Completeness,
    pub(super) destination: Destination,
    pub(super) direction: Direction,
    /// How many levels of arrays and objects it may have. Text has no room for many.
    pub(super) levels: u32,
    /// Which of equal choices.
    pub(super) choice: u32,
}

/// Makes the parts of one value.
pub(super) struct Generator<'s, 'a> {
    pub(super) sampler: &'s Sampler<'a>,
    pub(super) schemas: &'a Schemas,
    pub(super) options: ValueOptions,
    /// Whether members are left out that a branch which was not chosen asks for.
    pub(super) exclusive: bool,
    /// Whether a plain value was not valid. What need not be there may be all that tells the branches of
    /// a union apart.
    telling: bool,
    session: &'s Session,
}

/// The position in a value of a part that is made.
#[derive(Clone, Copy)]
pub(super) struct Position {
    pub(super) depth: u32,
    /// Optional parts that have room in it.
    pub(super) room: usize,
}

/// What is known of one value that is being made.
#[derive(Default)]
struct Session {
    effort: Cell<u32>,
    /// Whether something was left because of a limit, and not because of the schema.
    bounded: Cell<bool>,
    /// Schemas that no value was found for.
    hopeless: RefCell<HashSet<Vec<SchemaId>>>,
    why: RefCell<Option<String>>,
}

/// A valid value of a schema, or why none was found.
pub(super) fn value(sampler: &Sampler<'_>, id: SchemaId, options: ValueOptions) -> Result<Value, String> {
    let mut why = None;
    for attempt in 0..MAX_ATTEMPTS {
        let completeness = match attempt {
            0..6 => options.completeness,
            6..11 => Completeness::Minimal,
            _ => Completeness::Full,
        };
        let options =
            ValueOptions { choice: options.choice.wrapping_add(attempt / 2), completeness, ..options };
        let session = Session::default();
        let schemas = &sampler.api.schemas;
        let generator = Generator {
            sampler,
            schemas,
            options,
            exclusive: attempt % 2 == 1,
            telling: false,
            session: &session,
        };
        match generator.part(
            &[id],
            Position { depth: 0, room: MAX_OPTIONAL_PARTS },
            Choice::new(options.choice),
        ) {
            Some(value) if sampler.verifier(options.direction).is_valid(id, &value) == Some(false) => {
                why = why.or_else(|| Some(format!("a value that should fit does not: {value:.200}")));
            }
            Some(value) => return Ok(value),
            None => why = session.why.take().or(why),
        }
    }
    Err(why.unwrap_or_else(|| "no value that was tried fits the schema".to_owned()))
}

impl<'a> Generator<'_, 'a> {
    /// Returns the generator for the inner parts of a value.
    pub(super) fn inner(&self) -> Generator<'_, 'a> {
        // Items are separated by characters that they must not have.
        let destination =
            if self.options.destination == Destination::Body { Destination::Body } else { Destination::Word };
        Generator { options: ValueOptions { destination, ..self.options }, ..*self }
    }

    /// Who says whether a value is valid in messages of this direction.
    pub(super) fn evaluator(&self) -> &Evaluator<'a> {
        self.sampler.evaluator(self.options.direction)
    }

    /// Why there is no value, for those who ask when none was found. The first reason is the
    /// innermost.
    pub(super) fn because(&self, why: impl FnOnce() -> String) {
        self.session.why.borrow_mut().get_or_insert_with(why);
    }

    /// A value for schemas that apply together.
    pub(super) fn part(&self, ids: &[SchemaId], position: Position, choice: Choice) -> Option<Value> {
        if position.depth > MAX_VALUE_DEPTH || self.session.effort.get() > MAX_PARTS_TRIED {
            self.session.bounded.set(true);
            self.because(|| "values of this schema are too deep or too laborious".to_owned());
            return None;
        }
        if self.session.hopeless.borrow().contains(ids) {
            return None;
        }
        let bounded = self.session.bounded.replace(false);
        let mut attempts = 1;
        let mut attempt = 0;
        while attempt < attempts {
            self.session.effort.set(self.session.effort.get() + 1);
            let mut all = Flattened::default();
            let mut rest = choice.plus(attempt);
            let flat = self.flatten_all(ids, position.depth, &mut rest, &mut all);
            let possible = all.possibilities.min(4 * PART_ATTEMPTS);
            attempts = attempts.max(PART_ATTEMPTS).max(2 * possible);
            let telling = possible > 1 && attempt >= attempts / 2;
            let completeness = if telling { Completeness::Full } else { self.options.completeness };
            let generator =
                Generator { options: ValueOptions { completeness, ..self.options }, telling, ..*self };
            attempt += 1;
            let value = flat.then(|| generator.typed(&mut all, position, rest)).flatten();
            let Some(value) = value else { continue };
            if ids.iter().all(|id| self.evaluator().is_valid(*id, &value)) {
                self.session.bounded.set(bounded || self.session.bounded.get());
                return Some(value);
            }
            self.because(|| self.mismatch(ids, &value));
        }
        if !self.session.bounded.get() {
            self.session.hopeless.borrow_mut().insert(ids.to_vec());
        }
        self.session.bounded.set(bounded || self.session.bounded.get());
        None
    }

    /// Why a value that was made is not valid.
    fn mismatch(&self, ids: &[SchemaId], value: &Value) -> String {
        let evaluator = self.evaluator();
        let violation =
            ids.iter().find_map(|id| Some((*id, evaluator.violations(*id, value).into_iter().next()?)));
        match violation {
            Some((id, violation)) => format!(
                "values that were tried break `{}` at \"{}\" of {}",
                violation.keyword, violation.pointer, self.schemas[id].location.pointer
            ),
            None => "no value that was tried fits the schema".to_owned(),
        }
    }

    fn typed(&self, all: &mut Flattened<'a>, position: Position, mut choice: Choice) -> Option<Value> {
        let types = self.types(all, position.depth);
        if let Some(mut values) = self.listed(all, &types) {
            if values.is_empty() {
                self.because(|| "no value of `const` or `enum` fits its type and can be carried".to_owned());
                return None;
            }
            let null = values.iter().position(Value::is_null);
            let null = null.filter(|_| self.options.completeness.prefers_null(position.depth));
            return Some(values.swap_remove(null.unwrap_or_else(|| choice.take(values.len()))));
        }
        let null = types.contains(&JsonType::Null);
        let others: Vec<JsonType> = types.iter().copied().filter(|ty| *ty != JsonType::Null).collect();
        let is_null = null
            && (self.options.completeness.prefers_null(position.depth)
                || ((self.telling || self.options.completeness == Completeness::Mixed)
                    && choice.take(3) == 2));
        if is_null || (null && others.is_empty()) {
            return Some(Value::Null);
        }
        let Some(ty) = others.get(choice.take(others.len())) else {
            self.because(|| {
                "no type is left that all its parts allow and that its place can carry".to_owned()
            });
            return None;
        };
        match ty {
            JsonType::Null => Some(Value::Null),
            JsonType::Boolean => Some(json!(choice.take(2) == 0)),
            JsonType::Integer | JsonType::Number => {
                let number = numbers::number(&all.schemas, *ty == JsonType::Integer, choice);
                if number.is_none() {
                    self.because(|| "no number is within all its limits".to_owned());
                }
                number
            }
            JsonType::String => self.string(all, choice).map(Value::String),
            JsonType::Array => self.array(all, position, choice),
            JsonType::Object => self.object(all, position, choice),
        }
    }

    fn string(&self, all: &Flattened<'a>, choice: Choice) -> Option<String> {
        let made = strings::string(self.evaluator(), &all.schemas, self.options.destination, choice);
        if made.is_none() {
            let pattern = all.schemas.iter().find_map(|schema| schema.pattern.as_deref());
            self.because(|| match pattern {
                Some(pattern) => format!("no text was found that matches `{pattern}`"),
                None => "no text has the length that is asked for".to_owned(),
            });
        }
        made
    }

    /// The types that all schemas allow and that can be sent where the value goes, or those that the keywords
    /// speak of.
    fn types(&self, all: &Flattened<'a>, depth: u32) -> Vec<JsonType> {
        let mut types = all.types();
        let excluded = |ty: &JsonType| {
            let mut nots = all.schemas.iter().filter_map(|schema| schema.not);
            nots.any(|id| self.schemas[id].types.contains(ty))
        };
        if !types.iter().all(excluded) {
            types.retain(|ty| !excluded(ty));
        }
        if self.options.destination != Destination::Body {
            types.retain(|ty| *ty != JsonType::Null);
        }
        // Where there must be structure, there may still be a way to send it.
        let plain = |ty: &JsonType| !matches!(ty, JsonType::Array | JsonType::Object);
        if depth >= self.options.levels && types.iter().any(plain) {
            types.retain(plain);
        }
        types
    }

    /// The values that `const` and `enum` leave, when there is one of them.
    fn listed(&self, all: &Flattened<'a>, types: &[JsonType]) -> Option<Vec<Value>> {
        let constants = || all.schemas.iter().filter_map(|schema| schema.constant.as_ref());
        let lists = || all.schemas.iter().filter_map(|schema| schema.enumeration.as_ref());
        let known = || all.schemas.iter().find_map(|schema| schema.extensible_enumeration.as_ref());
        let all_listed: Vec<&Value> = match constants().next() {
            Some(constant) => vec![constant],
            None => lists().next().or_else(known)?.iter().collect(),
        };
        let usable = |value: &&Value| {
            let carried = match value {
                Value::Null => self.options.destination == Destination::Body,
                Value::String(text) => self.options.destination.can_hold(text),
                _ => true,
            };
            carried
                && types.iter().any(|ty| is_of(value, *ty))
                && constants().all(|constant| is_equal(constant, value))
                && lists().all(|list| list.iter().any(|known| is_equal(known, value)))
        };
        Some(all_listed.into_iter().filter(usable).cloned().collect())
    }

    /// Whether a part at this depth would have more structure than there is room for.
    pub(super) fn is_structured(&self, ids: &[SchemaId], depth: u32) -> bool {
        let mut all = Flattened::default();
        depth >= self.options.levels
            && self.flatten_all(ids, depth, &mut Choice::new(self.options.choice), &mut all)
            && self.types(&all, depth).iter().all(|ty| matches!(ty, JsonType::Array | JsonType::Object))
    }

    /// Whether a part that need not be there is made.
    pub(super) fn wants(&self, position: Position, choice: Choice) -> bool {
        let room = position.depth <= MAX_OPTIONAL_DEPTH && position.room > 0;
        match self.options.completeness {
            Completeness::Minimal => false,
            Completeness::Full | Completeness::Nulls => room,
            Completeness::Mixed => room && choice.peek(2) == 0,
        }
    }

    /// Whether only the other side writes a member of this schema.
    pub(super) fn is_foreign(&self, id: SchemaId) -> bool {
        let flag: fn(&Schema) -> bool = match self.options.direction {
            Direction::Request => |schema| schema.read_only,
            Direction::Response => |schema| schema.write_only,
        };
        let mut id = id;
        for _ in 0..16 {
            let schema = &self.schemas[id];
            if flag(schema) || schema.all_of.iter().any(|part| flag(&self.schemas[*part])) {
                return true;
            }
            match schema.reference {
                Some(target) => id = target,
                None => return false,
            }
        }
        false
    }
}
