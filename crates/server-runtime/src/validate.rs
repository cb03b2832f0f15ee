//! Checks a JSON value against a table of [`schema`](super::schema).
//!
//! There is one walk. [`is_valid`] runs it with a report that keeps nothing, which is what every
//! valid request costs; [`violations`] runs the very same walk with a report that keeps what it
//! meets. It stops at the first failed check of a schema, in the order of the table; what was tried
//! (the branches of `anyOf` and `oneOf`, `then` and `else`, items for `contains`, names) is kept before
//! the keyword's own violation.
//!
//! It shares no code with the sampler's evaluator (`unplug-conformance`) and with the `jsonschema`
//! crate on purpose: the three check each other.

use std::borrow::Cow;

use super::keywords::{count, fits, is_multiple, longer_than, repeated};
use super::report::{Kept, Report, Silent, Step};
use super::schema::{Check, Schema};
use super::violation::{Expected, Location, SchemaKey, SchemaStep, Violation};
use unplug_wire::json::{Json, Number, find};

mod unevaluated;

use unevaluated::Evaluated;

type Members<'a> = [(Cow<'a, str>, Json<'a>)];

/// Schemas may refer to themselves without going down in the value; this many levels are more
/// than any value of 127 levels needs.
const MAX_DEPTH: u16 = 1024;

/// Whether the value keeps to the schema.
#[must_use]
pub fn is_valid(schema: &'static Schema, value: &Json<'_>) -> bool {
    Walk { report: Silent, depth: 0 }.schema(schema, value)
}

/// What is wrong with the value; empty when it is valid. `instance_path` is where the value stands.
#[must_use]
pub fn violations(
    schema: &'static Schema,
    value: &Json<'_>,
    location: Location,
    instance_path: String,
) -> Vec<Violation> {
    let mut walk = Walk { report: Kept::new(location, instance_path), depth: 0 };
    if walk.schema(schema, value) { Vec::new() } else { walk.report.found }
}

struct Walk<R> {
    report: R,
    depth: u16,
}

impl<R: Report> Walk<R> {
    fn schema(&mut self, schema: &'static Schema, value: &Json<'_>) -> bool {
        if self.depth == MAX_DEPTH {
            return self.fail(|| Expected::End);
        }
        if matches!(value, Json::File) && !schema.is_false() {
            return true;
        }
        self.depth += 1;
        let valid = schema.0.iter().all(|check| self.check(check, value));
        self.depth -= 1;
        valid
    }

    fn fail(&mut self, expected: impl FnOnce() -> Expected) -> bool {
        self.report.failed(expected);
        false
    }

    /// Whether the condition holds; otherwise it is a violation.
    fn expect(&mut self, holds: bool, expected: impl FnOnce() -> Expected) -> bool {
        holds || self.fail(expected)
    }

    /// Whether the value keeps to a subschema of the one that is walked.
    fn sub(
        &mut self,
        keyword: &'static str,
        key: SchemaKey,
        schema: &'static Schema,
        value: &Json<'_>,
    ) -> bool {
        self.report.enter(SchemaStep { keyword, key });
        let valid = self.schema(schema, value);
        self.report.leave();
        valid
    }

    fn check(&mut self, check: &'static Check, value: &Json<'_>) -> bool {
        match check {
            Check::Nothing => self.fail(|| Expected::Nothing),
            Check::Type(types, names) => self.expect(types.admits(value), || Expected::Type(names)),
            Check::Reference(schema) => self.schema(schema, value),
            Check::Const(expected) => self.expect(expected == value, || Expected::Const(expected)),
            Check::Enum(allowed) => {
                self.expect(allowed.iter().any(|allowed| allowed == value), || Expected::Enum(allowed))
            }
            Check::Not(schema) => self.expect(!is_valid(schema, value), || Expected::Not),
            Check::AnyOf(branches) => self.any_of(branches, value),
            Check::OneOf(branches) => self.one_of(branches, value),
            Check::AllOf(schemas) => {
                let mut schemas = schemas.iter().enumerate();
                schemas.all(|(index, schema)| self.sub("allOf", SchemaKey::Index(index), schema, value))
            }
            Check::If { condition, then, otherwise } => self.conditional(condition, *then, *otherwise, value),
            Check::Maximum(_)
            | Check::Minimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::MultipleOf(_)
            | Check::Width(_)
            | Check::Double
            | Check::Unsigned => match value {
                Json::Number(number) => self.number(check, number),
                _ => true,
            },
            Check::MaxLength(_) | Check::MinLength(_) | Check::Pattern(_) | Check::Format(_) => match value {
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

    fn any_of(&mut self, branches: &'static [&'static Schema], value: &Json<'_>) -> bool {
        let mark = self.report.mark();
        let mut tried = branches.iter().enumerate();
        if tried.any(|(index, branch)| self.sub("anyOf", SchemaKey::Index(index), branch, value)) {
            self.report.forget(mark);
            return true;
        }
        self.fail(|| Expected::AnyOf)
    }

    fn one_of(&mut self, branches: &'static [&'static Schema], value: &Json<'_>) -> bool {
        let mark = self.report.mark();
        let mut matching = 0;
        for (index, branch) in branches.iter().enumerate() {
            let inner = self.report.mark();
            if self.sub("oneOf", SchemaKey::Index(index), branch, value) {
                self.report.forget(inner);
                matching += 1;
                if matching == 2 {
                    break;
                }
            }
        }
        if matching == 1 {
            self.report.forget(mark);
            return true;
        }
        self.fail(|| Expected::OneOf { matching })
    }

    fn conditional(
        &mut self,
        condition: &'static Schema,
        then: Option<&'static Schema>,
        otherwise: Option<&'static Schema>,
        value: &Json<'_>,
    ) -> bool {
        let (keyword, schema, expected) = if is_valid(condition, value) {
            ("then", then, Expected::Then)
        } else {
            ("else", otherwise, Expected::Else)
        };
        schema
            .is_none_or(|schema| self.sub(keyword, SchemaKey::Only, schema, value) || self.fail(|| expected))
    }

    fn number(&mut self, check: &'static Check, number: &Number) -> bool {
        match check {
            Check::Maximum(limit) => self.expect(number <= limit, || Expected::Maximum(limit.clone())),
            Check::Minimum(limit) => self.expect(number >= limit, || Expected::Minimum(limit.clone())),
            Check::ExclusiveMaximum(limit) => {
                self.expect(number < limit, || Expected::ExclusiveMaximum(limit.clone()))
            }
            Check::ExclusiveMinimum(limit) => {
                self.expect(number > limit, || Expected::ExclusiveMinimum(limit.clone()))
            }
            Check::MultipleOf(divisor) => {
                self.expect(is_multiple(number, divisor), || Expected::MultipleOf(divisor.clone()))
            }
            Check::Width(bits) => {
                let format = if *bits == 32 { "int32" } else { "int64" };
                self.expect(fits(number, *bits), || Expected::Format(format))
            }
            Check::Double => self.expect(number.as_f64().is_finite(), || Expected::Format("double")),
            Check::Unsigned => {
                let fits = !number.is_integer() || number.as_u64().is_some();
                self.expect(fits, || Expected::Format("uint64"))
            }
            _ => true,
        }
    }

    fn string(&mut self, check: &'static Check, text: &str) -> bool {
        match check {
            Check::MaxLength(limit) => {
                self.expect(longer_than(text, *limit).is_none(), || Expected::MaxLength(*limit))
            }
            Check::MinLength(limit) => {
                let enough = limit.checked_sub(1).is_none_or(|less| longer_than(text, less).is_some());
                self.expect(enough, || Expected::MinLength(*limit))
            }
            Check::Pattern(pattern) => {
                self.expect(pattern.is_match(text), || Expected::Pattern(pattern.source))
            }
            Check::Format(format) => self.expect(format.fits(text), || Expected::Format(format.name())),
            _ => true,
        }
    }

    fn array(&mut self, check: &'static Check, items: &[Json<'_>], value: &Json<'_>) -> bool {
        match check {
            Check::MaxItems(limit) => {
                self.expect(count(items.len()) <= *limit, || Expected::MaxItems(*limit))
            }
            Check::MinItems(limit) => {
                self.expect(count(items.len()) >= *limit, || Expected::MinItems(*limit))
            }
            Check::PrefixItems(schemas) => {
                schemas.iter().zip(items).enumerate().all(|(index, (schema, item))| {
                    self.item("prefixItems", SchemaKey::Index(index), schema, index, item)
                })
            }
            Check::Items { from, schema } => self.items(*from, schema, items),
            Check::Contains { schema, min, max } => self.contains(schema, *min, *max, items),
            Check::UniqueItems => match repeated(items) {
                None => true,
                Some((first, second)) => self.fail(|| Expected::UniqueItems { first, second }),
            },
            // What the checks before this one have evaluated is worked out again here: only
            // schemas that use the keyword pay for it.
            Check::UnevaluatedItems { within, schema } => {
                let evaluated = Evaluated::by(within, value);
                let mut left = items.iter().enumerate().filter(|(index, _)| !evaluated.has_item(*index));
                left.all(|(index, item)| {
                    if schema.is_false() {
                        return self.fail(|| Expected::NoUnevaluatedItem(index));
                    }
                    self.item("unevaluatedItems", SchemaKey::Only, schema, index, item)
                })
            }
            _ => true,
        }
    }

    fn items(&mut self, from: usize, schema: &'static Schema, items: &[Json<'_>]) -> bool {
        if schema.is_false() {
            return self.expect(items.len() <= from, || Expected::NoItemFrom(from));
        }
        let mut others = items.iter().enumerate().skip(from);
        others.all(|(index, item)| self.item("items", SchemaKey::Only, schema, index, item))
    }

    fn item(
        &mut self,
        keyword: &'static str,
        key: SchemaKey,
        schema: &'static Schema,
        index: usize,
        item: &Json<'_>,
    ) -> bool {
        let length = self.report.down(Step::Item(index));
        let valid = self.sub(keyword, key, schema, item);
        self.report.up(length);
        valid
    }

    fn contains(&mut self, schema: &'static Schema, min: u64, max: Option<u64>, items: &[Json<'_>]) -> bool {
        let mark = self.report.mark();
        let mut found = 0;
        for (index, item) in items.iter().enumerate() {
            found += u64::from(self.item("contains", SchemaKey::Only, schema, index, item));
            if found >= min && max.is_none_or(|max| found > max) {
                break;
            }
        }
        let holds = found >= min && max.is_none_or(|max| found <= max);
        if holds {
            self.report.forget(mark);
        }
        self.expect(holds, || Expected::Contains { min, max })
    }

    fn object(&mut self, check: &'static Check, members: &Members<'_>, value: &Json<'_>) -> bool {
        match check {
            Check::MaxProperties(limit) => {
                self.expect(count(members.len()) <= *limit, || Expected::MaxProperties(*limit))
            }
            Check::MinProperties(limit) => {
                self.expect(count(members.len()) >= *limit, || Expected::MinProperties(*limit))
            }
            Check::Required(names) => names.iter().all(|name| {
                self.expect(find(members, name).is_some(), || Expected::Required(Cow::Borrowed(name)))
            }),
            Check::PropertyNames(schema) => members.iter().all(|(name, _)| {
                let text = Json::String(Cow::Borrowed(name));
                self.sub("propertyNames", SchemaKey::Only, schema, &text)
                    || self.fail(|| Expected::PropertyName(name.to_string()))
            }),
            Check::AdditionalProperties { properties, patterns, schema } => members
                .iter()
                .filter(|(name, _)| {
                    !properties.contains(&&**name) && !patterns.iter().any(|pattern| pattern.is_match(name))
                })
                .all(|(name, member)| {
                    if schema.is_false() {
                        return self.fail(|| Expected::NoMember(name.to_string()));
                    }
                    self.member("additionalProperties", SchemaKey::Only, schema, name, member)
                }),
            Check::Properties(properties) => properties.iter().all(|(name, schema)| {
                let key = SchemaKey::Name(name);
                find(members, name).is_none_or(|member| self.member("properties", key, schema, name, member))
            }),
            Check::PatternProperties(patterns) => patterns.iter().all(|(pattern, schema)| {
                let key = SchemaKey::Name(pattern.source);
                let mut matching = members.iter().filter(|(name, _)| pattern.is_match(name));
                matching.all(|(name, member)| self.member("patternProperties", key, schema, name, member))
            }),
            Check::DependentRequired(dependents) => dependents
                .iter()
                .filter(|(name, _)| find(members, name).is_some())
                .all(|(present, needed)| {
                    let holds = needed.iter().all(|needed| find(members, needed).is_some());
                    self.expect(holds, || Expected::DependentRequired { present, needed })
                }),
            Check::DependentSchemas(dependents) => dependents
                .iter()
                .filter(|(name, _)| find(members, name).is_some())
                .all(|(name, schema)| self.sub("dependentSchemas", SchemaKey::Name(name), schema, value)),
            Check::UnevaluatedProperties { within, schema } => {
                let evaluated = Evaluated::by(within, value);
                let mut left = members.iter().filter(|(name, _)| !evaluated.has_member(name));
                left.all(|(name, member)| {
                    if schema.is_false() {
                        return self.fail(|| Expected::NoUnevaluatedMember(name.to_string()));
                    }
                    self.member("unevaluatedProperties", SchemaKey::Only, schema, name, member)
                })
            }
            _ => true,
        }
    }

    fn member(
        &mut self,
        keyword: &'static str,
        key: SchemaKey,
        schema: &'static Schema,
        name: &str,
        member: &Json<'_>,
    ) -> bool {
        let length = self.report.down(Step::Member(name));
        let valid = self.sub(keyword, key, schema, member);
        self.report.up(length);
        valid
    }
}
