//! Checks a JSON value against a table of [`schema`](super::schema).
//!
//! There is one walk. [`is_valid`] runs it with a report that keeps nothing, which is what every
//! valid request costs; [`violations`] runs the very same walk with a report that writes down
//! what the ajv validator (without `allErrors`) would: it stops at the first failed keyword of a
//! schema, except that the failures of every branch of `anyOf` and `oneOf` stay listed before
//! the keyword's own.
//!
//! It shares no code with the sampler's evaluator (`unplug-conformance`) and with the `jsonschema`
//! crate on purpose: the three check each other.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::keywords::{count, fits, is_multiple, longer_than, repeated};
use super::rejection::{Location, Violation};
use super::schema::{Check, Schema, written};
use super::unevaluated::Evaluated;
use unplug_wire::json::{Json, Number, find};

type Members<'a> = [(Cow<'a, str>, Json<'a>)];

/// Schemas may refer to themselves without going down in the value; this many levels are more
/// than any value of 127 levels needs.
const MAX_DEPTH: u16 = 1024;

/// Whether the value keeps to the schema.
#[must_use]
pub fn is_valid(schema: &'static Schema, value: &Json<'_>) -> bool {
    Walk { report: Silent, depth: 0, composite: false }.schema(schema, value)
}

/// What is wrong with the value, in ajv's words and order; empty when it is valid. `pointer` is
/// where the value stands.
#[must_use]
pub fn violations(
    schema: &'static Schema,
    value: &Json<'_>,
    location: Location,
    pointer: String,
) -> Vec<Violation> {
    let report = Written { location, pointer, found: Vec::new() };
    let mut walk = Walk { report, depth: 0, composite: false };
    if walk.schema(schema, value) { Vec::new() } else { walk.report.found }
}

/// What becomes of the failures that a walk meets.
trait Report {
    /// Position to come back to with [`Report::forget`].
    type Mark: Copy;
    fn failed(&mut self, keyword: &'static str, message: impl FnOnce() -> Cow<'static, str>);
    fn mark(&self) -> Self::Mark;
    fn forget(&mut self, mark: Self::Mark);
    /// Goes down to an item or member; returns what to go back with.
    fn down(&mut self, step: Step<'_>) -> usize;
    fn up(&mut self, length: usize);
}

#[derive(Clone, Copy)]
enum Step<'n> {
    Member(&'n str),
    Item(usize),
}

struct Silent;

impl Report for Silent {
    type Mark = ();
    fn failed(&mut self, _: &'static str, _: impl FnOnce() -> Cow<'static, str>) {}
    fn mark(&self) {}
    fn forget(&mut self, (): ()) {}
    fn down(&mut self, _: Step<'_>) -> usize {
        0
    }
    fn up(&mut self, _: usize) {}
}

struct Written {
    location: Location,
    pointer: String,
    found: Vec<Violation>,
}

impl Report for Written {
    type Mark = usize;

    fn failed(&mut self, keyword: &'static str, message: impl FnOnce() -> Cow<'static, str>) {
        self.found.push(Violation {
            location: self.location,
            pointer: self.pointer.clone(),
            keyword,
            message: message(),
        });
    }

    fn mark(&self) -> usize {
        self.found.len()
    }

    fn forget(&mut self, mark: usize) {
        self.found.truncate(mark);
    }

    fn down(&mut self, step: Step<'_>) -> usize {
        let length = self.pointer.len();
        match step {
            Step::Member(name) => push_escaped(&mut self.pointer, name),
            Step::Item(index) => {
                let _ = write!(self.pointer, "/{index}");
            }
        }
        length
    }

    fn up(&mut self, length: usize) {
        self.pointer.truncate(length);
    }
}

/// Adds one step to a JSON pointer.
pub(crate) fn push_escaped(pointer: &mut String, name: &str) {
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

struct Walk<R> {
    report: R,
    depth: u16,
    /// Inside a branch whose failure need not be the value's.
    composite: bool,
}

impl<R: Report> Walk<R> {
    fn schema(&mut self, schema: &'static Schema, value: &Json<'_>) -> bool {
        if self.depth == MAX_DEPTH {
            return self.fail("$ref", || "must not nest without end".into());
        }
        if matches!(value, Json::File) && !schema.is_false() {
            return true;
        }
        self.depth += 1;
        let valid = schema.0.iter().all(|check| self.check(check, value));
        self.depth -= 1;
        valid
    }

    fn fail(&mut self, keyword: &'static str, message: impl FnOnce() -> Cow<'static, str>) -> bool {
        self.report.failed(keyword, message);
        false
    }

    /// Whether the condition holds; otherwise it is a failure of the keyword.
    fn expect(
        &mut self,
        holds: bool,
        keyword: &'static str,
        message: impl FnOnce() -> Cow<'static, str>,
    ) -> bool {
        holds || self.fail(keyword, message)
    }

    fn check(&mut self, check: &'static Check, value: &Json<'_>) -> bool {
        match check {
            Check::Nothing => self.fail("false schema", || "boolean schema is false".into()),
            Check::Type(types, names) => {
                self.expect(types.admits(value), "type", || format!("must be {names}").into())
            }
            Check::Reference(schema) => self.schema(schema, value),
            Check::Const(expected) => {
                self.expect(expected == value, "const", || "must be equal to constant".into())
            }
            Check::Enum(allowed) => {
                self.expect(allowed.iter().any(|allowed| allowed == value), "enum", || {
                    "must be equal to one of the allowed values".into()
                })
            }
            Check::Not(schema) => {
                let valid = is_valid(schema, value);
                self.expect(!valid, "not", || "must NOT be valid".into())
            }
            Check::AnyOf(branches) => self.any_of(branches, value),
            Check::OneOf(branches) => self.one_of(branches, value),
            Check::AllOf(schemas) => schemas.iter().all(|schema| self.schema(schema, value)),
            Check::If { condition, then, otherwise } => self.conditional(condition, *then, *otherwise, value),
            Check::Maximum(_)
            | Check::Minimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::MultipleOf(_)
            | Check::Width(_)
            | Check::Unsigned => match value {
                Json::Number(number) => self.number(check, *number),
                _ => true,
            },
            Check::MaxLength(_) | Check::MinLength(_) | Check::Pattern(_) => match value {
                Json::String(text) => self.string(check, text),
                _ => true,
            },
            Check::MaxItems(_)
            | Check::MinItems(_)
            | Check::PrefixItems(_)
            | Check::Items { .. }
            | Check::Contains { .. }
            | Check::UniqueItems
            | Check::UnevaluatedItems { .. } => match value {
                Json::Array(items) => self.array(check, items, value),
                _ => true,
            },
            Check::MaxProperties(_)
            | Check::MinProperties(_)
            | Check::Required(_)
            | Check::PropertyNames(_)
            | Check::AdditionalProperties { .. }
            | Check::Properties(_)
            | Check::PatternProperties(_)
            | Check::DependentRequired(_)
            | Check::DependentSchemas(_)
            | Check::UnevaluatedProperties { .. } => match value {
                Json::Object(members) => self.object(check, members, value),
                _ => true,
            },
        }
    }

    fn branch(&mut self, schema: &'static Schema, value: &Json<'_>) -> bool {
        let outer = std::mem::replace(&mut self.composite, true);
        let valid = self.schema(schema, value);
        self.composite = outer;
        valid
    }

    fn any_of(&mut self, branches: &'static [&'static Schema], value: &Json<'_>) -> bool {
        let mark = self.report.mark();
        if branches.iter().any(|branch| self.branch(branch, value)) {
            self.report.forget(mark);
            return true;
        }
        self.fail("anyOf", || "must match a schema in anyOf".into())
    }

    fn one_of(&mut self, branches: &'static [&'static Schema], value: &Json<'_>) -> bool {
        let mark = self.report.mark();
        let mut passed = 0;
        for branch in branches {
            let inner = self.report.mark();
            if self.branch(branch, value) {
                self.report.forget(inner);
                passed += 1;
                if passed == 2 {
                    break;
                }
            }
        }
        if passed == 1 {
            self.report.forget(mark);
            return true;
        }
        self.fail("oneOf", || "must match exactly one schema in oneOf".into())
    }

    fn conditional(
        &mut self,
        condition: &'static Schema,
        then: Option<&'static Schema>,
        otherwise: Option<&'static Schema>,
        value: &Json<'_>,
    ) -> bool {
        let holds = is_valid(condition, value);
        let (name, schema) = if holds { ("then", then) } else { ("else", otherwise) };
        let Some(schema) = schema else { return true };
        if self.schema(schema, value) {
            return true;
        }
        // Outside of branches ajv has already returned with the failure of `then` itself.
        if self.composite {
            self.fail("if", || format!("must match \"{name}\" schema").into());
        }
        false
    }

    fn number(&mut self, check: &'static Check, number: Number) -> bool {
        let (holds, keyword, comparison, limit) = match check {
            Check::Maximum(limit) => (number <= *limit, "maximum", "<=", *limit),
            Check::Minimum(limit) => (number >= *limit, "minimum", ">=", *limit),
            Check::ExclusiveMaximum(limit) => (number < *limit, "exclusiveMaximum", "<", *limit),
            Check::ExclusiveMinimum(limit) => (number > *limit, "exclusiveMinimum", ">", *limit),
            Check::MultipleOf(divisor) => {
                return self.expect(is_multiple(number, *divisor), "multipleOf", || {
                    format!("must be multiple of {}", written(*divisor)).into()
                });
            }
            Check::Width(bits) => {
                return self.expect(fits(number, *bits), "format", || {
                    format!("must match format \"int{bits}\"").into()
                });
            }
            Check::Unsigned => {
                let fits = number.as_integer().is_some_and(|number| u64::try_from(number).is_ok());
                return self.expect(fits, "format", || "must match format \"uint64\"".into());
            }
            _ => return true,
        };
        self.expect(holds, keyword, || format!("must be {comparison} {}", written(limit)).into())
    }

    fn string(&mut self, check: &'static Check, text: &str) -> bool {
        match check {
            Check::MaxLength(limit) => self.expect(longer_than(text, *limit).is_none(), "maxLength", || {
                format!("must NOT have more than {limit} characters").into()
            }),
            Check::MinLength(limit) => {
                let enough = limit.checked_sub(1).is_none_or(|less| longer_than(text, less).is_some());
                self.expect(enough, "minLength", || {
                    format!("must NOT have fewer than {limit} characters").into()
                })
            }
            Check::Pattern(pattern) => self.expect(pattern.is_match(text), "pattern", || {
                format!("must match pattern \"{}\"", pattern.source).into()
            }),
            _ => true,
        }
    }

    fn array(&mut self, check: &'static Check, items: &[Json<'_>], value: &Json<'_>) -> bool {
        match check {
            Check::MaxItems(limit) => self.expect(count(items.len()) <= *limit, "maxItems", || {
                format!("must NOT have more than {limit} items").into()
            }),
            Check::MinItems(limit) => self.expect(count(items.len()) >= *limit, "minItems", || {
                format!("must NOT have fewer than {limit} items").into()
            }),
            Check::PrefixItems(schemas) => schemas
                .iter()
                .zip(items)
                .enumerate()
                .all(|(index, (schema, item))| self.item(schema, index, item)),
            Check::Items { from, schema } => self.items(*from, schema, items),
            Check::Contains { schema, min, max } => self.contains(schema, *min, *max, items),
            Check::UniqueItems => match repeated(items) {
                None => true,
                Some((first, second)) => self.fail("uniqueItems", || {
                    format!("must NOT have duplicate items (items ## {first} and {second} are identical)")
                        .into()
                }),
            },
            // What the checks before this one have evaluated is worked out again here: only
            // schemas that use the keyword pay for it.
            Check::UnevaluatedItems { within, schema } => {
                let evaluated = Evaluated::by(within, value);
                let mut left = items.iter().enumerate().filter(|(index, _)| !evaluated.has_item(*index));
                left.all(|(index, item)| {
                    if !schema.is_false() {
                        return self.item(schema, index, item);
                    }
                    self.fail("unevaluatedItems", || format!("must NOT have more than {index} items").into())
                })
            }
            _ => true,
        }
    }

    fn items(&mut self, from: usize, schema: &'static Schema, items: &[Json<'_>]) -> bool {
        if schema.is_false() {
            return self.expect(items.len() <= from, "items", || {
                format!("must NOT have more than {from} items").into()
            });
        }
        items.iter().enumerate().skip(from).all(|(index, item)| self.item(schema, index, item))
    }

    fn item(&mut self, schema: &'static Schema, index: usize, item: &Json<'_>) -> bool {
        let length = self.report.down(Step::Item(index));
        let valid = self.schema(schema, item);
        self.report.up(length);
        valid
    }

    fn contains(&mut self, schema: &'static Schema, min: u64, max: Option<u64>, items: &[Json<'_>]) -> bool {
        let mark = self.report.mark();
        let mut found = 0;
        let outer = std::mem::replace(&mut self.composite, true);
        for (index, item) in items.iter().enumerate() {
            found += u64::from(self.item(schema, index, item));
            if found >= min && max.is_none_or(|max| found > max) {
                break;
            }
        }
        self.composite = outer;
        let holds = found >= min && max.is_none_or(|max| found <= max);
        if holds || !self.composite {
            self.report.forget(mark);
        }
        self.expect(holds, "contains", || match max {
            None => format!("must contain at least {min} valid item(s)").into(),
            Some(max) => format!("must contain at least {min} and no more than {max} valid item(s)").into(),
        })
    }

    fn object(&mut self, check: &'static Check, members: &Members<'_>, value: &Json<'_>) -> bool {
        match check {
            Check::MaxProperties(limit) => {
                self.expect(count(members.len()) <= *limit, "maxProperties", || {
                    format!("must NOT have more than {limit} properties").into()
                })
            }
            Check::MinProperties(limit) => {
                self.expect(count(members.len()) >= *limit, "minProperties", || {
                    format!("must NOT have fewer than {limit} properties").into()
                })
            }
            Check::Required(names) => names.iter().all(|name| {
                self.expect(find(members, name).is_some(), "required", || {
                    format!("must have required property '{name}'").into()
                })
            }),
            Check::PropertyNames(schema) => members.iter().all(|(name, _)| {
                let name = Json::String(Cow::Borrowed(name));
                self.branch(schema, &name)
                    || self.fail("propertyNames", || "property name must be valid".into())
            }),
            Check::AdditionalProperties { properties, patterns, schema } => members
                .iter()
                .filter(|(name, _)| {
                    !properties.contains(&&**name) && !patterns.iter().any(|pattern| pattern.is_match(name))
                })
                .all(|(name, member)| {
                    if !schema.is_false() {
                        return self.member(schema, name, member);
                    }
                    self.fail("additionalProperties", || "must NOT have additional properties".into())
                }),
            Check::Properties(properties) => properties.iter().all(|(name, schema)| {
                find(members, name).is_none_or(|member| self.member(schema, name, member))
            }),
            Check::PatternProperties(patterns) => patterns.iter().all(|(pattern, schema)| {
                members
                    .iter()
                    .filter(|(name, _)| pattern.is_match(name))
                    .all(|(name, member)| self.member(schema, name, member))
            }),
            Check::DependentRequired(dependents) => dependents
                .iter()
                .filter(|(name, _)| find(members, name).is_some())
                .all(|(name, needed)| self.dependent(name, needed, members)),
            Check::DependentSchemas(dependents) => dependents
                .iter()
                .filter(|(name, _)| find(members, name).is_some())
                .all(|(_, schema)| self.schema(schema, value)),
            Check::UnevaluatedProperties { within, schema } => {
                let evaluated = Evaluated::by(within, value);
                let mut left = members.iter().filter(|(name, _)| !evaluated.has_member(name));
                left.all(|(name, member)| {
                    if !schema.is_false() {
                        return self.member(schema, name, member);
                    }
                    self.fail("unevaluatedProperties", || "must NOT have unevaluated properties".into())
                })
            }
            _ => true,
        }
    }

    fn dependent(&mut self, name: &str, needed: &'static [&'static str], members: &Members<'_>) -> bool {
        let holds = needed.iter().all(|needed| find(members, needed).is_some());
        self.expect(holds, "dependentRequired", || {
            let noun = if needed.len() == 1 { "property" } else { "properties" };
            let needed = needed.join(", ");
            format!("must have {noun} {needed} when property {name} is present").into()
        })
    }

    fn member(&mut self, schema: &'static Schema, name: &str, member: &Json<'_>) -> bool {
        let length = self.report.down(Step::Member(name));
        let valid = self.schema(schema, member);
        self.report.up(length);
        valid
    }
}
