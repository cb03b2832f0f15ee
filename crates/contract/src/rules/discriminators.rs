//! The values by which the branches of a union are told apart.

use unplug_openapi::ir::{Discriminator, SchemaId};

use crate::difference::Differences;
use crate::locator::{Locator, Locators};
use crate::rule::{Check, Rule, Scope};
use crate::schemas::flattened::Flattener;
use crate::schemas::pair::{Flatteners, SchemaPair};
use crate::schemas::view::View;
use crate::verdict::Change;

pub(crate) const DISCRIMINATOR: Rule = Rule {
    id: "discriminator-changed",
    summary: "The branches of a union are told apart by another member, or by other values.",
    explanation: "`mapping: {cat: Cat}` before and `{kitty: Cat}` now: a request with `kind: cat` is no longer understood, \
        and a response may have `kind: kitty`. Without a mapping the names of the components are the values, so \
        that renaming a component changes the wire. Where the branches list the values themselves by `const` or \
        `enum`, those say it. A discriminator that comes or goes changes nothing that is valid.",
    advice: "Keep the member and its values: write a `mapping` before a component is renamed.",
    scope: Scope::Documents,
    checks: &[Check::Schema(compare)],
    ..Rule::DEFAULT
};

/// How deep two branches have to look the same.
const BRANCH_DEPTH: u8 = 3;

fn compare<'a>(schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>, found: &mut Differences<'a>) {
    let (one, other) = (pair.before.discriminators.first(), pair.after.discriminators.first());
    let before = one.and_then(|id| schemas.before.schemas[*id].discriminator.as_ref());
    let after = other.and_then(|id| schemas.after.schemas[*id].discriminator.as_ref());
    let place = |side: &Flattener<'a>, owner: Option<&SchemaId>, whole: &Locator<'a>| match owner {
        Some(id) => Locator::at(&side.schemas[*id].location).step("discriminator"),
        None => whole.clone().absent(),
    };
    let locators =
        (place(&schemas.before, one, &pair.locators.0), place(&schemas.after, other, &pair.locators.1));
    match (before, after) {
        (Some(before), Some(after)) => {
            let tags = Tags { before, after, locators };
            if before.property == after.property {
                tags.values(schemas, pair, found);
                tags.default(schemas, pair, found);
            } else {
                tags.property(schemas, pair, found);
            }
        }
        (None, None) => {}
        _ => {
            let name = |found: Option<&Discriminator>| found.map(|found| format!("`{}`", found.property));
            let message = pair.wording.differs("`discriminator`", name(before), name(after));
            found.push(Change::Neutral, message, locators);
        }
    }
}

/// Two discriminators.
struct Tags<'a> {
    before: &'a Discriminator,
    after: &'a Discriminator,
    locators: Locators<'a>,
}

impl<'a> Tags<'a> {
    fn property(&self, schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>, found: &mut Differences<'a>) {
        let (one, other) = (&self.before.property, &self.after.property);
        let both = |side: &mut Flattener<'a>, tags: &Discriminator| {
            let all = tags.mapping.values();
            all.into_iter().all(|id| lists(side, *id, one) && lists(side, *id, other))
        };
        // Every value has both members, with the values that tell.
        let told = both(&mut schemas.before, self.before) && both(&mut schemas.after, self.after);
        let change = if told { Change::Neutral } else { Change::Moved };
        let name = |name: &String| Some(format!("`{name}`"));
        let message =
            pair.wording.differs("the member that tells the branches apart", name(one), name(other));
        let (before, after) = self.locators.clone();
        found.push(change, message, (before.step("propertyName"), after.step("propertyName")));
    }

    fn values(&self, schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>, found: &mut Differences<'a>) {
        let property = &self.before.property;
        let (then, now) = (pair.wording.before, pair.wording.after);
        let mut gained: Vec<(&String, SchemaId)> = only(self.after, self.before);
        for (value, branch) in only(self.before, self.after) {
            // A value that the branch does not list is valid in neither.
            let listed = lists(&mut schemas.before, branch, property);
            let same = gained.iter().position(|(_, other)| is_same(schemas, branch, *other));
            if let Some(at) = same {
                let (other, target) = gained.remove(at);
                if !listed && !lists(&mut schemas.after, target, property) {
                    let message = format!("the value `{value}` of `{property}` {then} is `{other}` {now}");
                    found.push(Change::Moved, message, self.at(Some(value), Some(other)));
                }
            } else if has_branch(schemas, branch, self.after, pair.after.discriminators.first(), true) {
                let message = pair.wording.removed(&format!("the value `{value}` of `{property}`"));
                let change = if listed { Change::Neutral } else { Change::Narrower };
                found.push(change, message, self.at(Some(value), None));
            }
        }
        for (value, branch) in gained {
            let first = pair.before.discriminators.first();
            let listed = lists(&mut schemas.after, branch, property);
            if has_branch(schemas, branch, self.before, first, false) {
                let message = pair.wording.added(&format!("the value `{value}` of `{property}`"));
                let change = if listed { Change::Neutral } else { Change::Wider };
                found.push(change, message, self.at(None, Some(value)));
            }
        }
        self.swapped(schemas, pair, found);
    }

    /// Values that stand for another branch, whose own value is another one now.
    fn swapped(&self, schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>, found: &mut Differences<'a>) {
        let property = &self.before.property;
        for (value, branch) in &self.before.mapping {
            let Some(other) = self.after.mapping.get(value) else { continue };
            let (one, another) = (name(&schemas.before, *branch), name(&schemas.after, *other));
            let moved = one != another
                && self.after.mapping.values().any(|id| name(&schemas.after, *id) == one)
                && !is_same(schemas, *branch, *other)
                && !(lists(&mut schemas.before, *branch, property)
                    && lists(&mut schemas.after, *other, property));
            if let (true, Some(one), Some(another)) = (moved, one, another) {
                let what = format!("what the value `{value}` of `{property}` stands for");
                let message = pair.wording.differs(&what, Some(one), Some(another));
                found.push(Change::Moved, message, self.at(Some(value), Some(value)));
            }
        }
    }

    /// What other values stand for (3.2).
    fn default(&self, schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>, found: &mut Differences<'a>) {
        let change = match (self.before.default, self.after.default) {
            (None, None) => return,
            (Some(_), None) => Change::Narrower,
            (None, Some(_)) => Change::Wider,
            (Some(one), Some(other)) if is_same(schemas, one, other) => return,
            (Some(_), Some(_)) => Change::Moved,
        };
        let text = |side: &Flattener<'a>, id: Option<SchemaId>| {
            id.map(|id| name(side, id).unwrap_or("a schema").to_owned())
        };
        let texts = (text(&schemas.before, self.before.default), text(&schemas.after, self.after.default));
        let message = pair.wording.differs("what every other value stands for", texts.0, texts.1);
        found.push(change, message, self.locators.clone());
    }

    fn at(&self, before: Option<&str>, after: Option<&str>) -> Locators<'a> {
        let place = |locator: &Locator<'a>, value: Option<&str>| match value {
            Some(value) => locator.clone().step("mapping").step(value),
            None => locator.clone(),
        };
        (place(&self.locators.0, before), place(&self.locators.1, after))
    }
}

/// The values that only one of two has.
fn only<'a>(own: &'a Discriminator, other: &Discriminator) -> Vec<(&'a String, SchemaId)> {
    let only = own.mapping.iter().filter(|(value, _)| !other.mapping.contains_key(*value));
    only.map(|(value, id)| (value, *id)).collect()
}

fn name<'a>(side: &Flattener<'a>, id: SchemaId) -> Option<&'a str> {
    side.schemas[side.schemas.resolve(id)].name.as_deref()
}

/// Whether two branches are the same: by their name, or by what they say.
fn is_same(schemas: &mut Flatteners<'_>, before: SchemaId, after: SchemaId) -> bool {
    let (one, other) = (name(&schemas.before, before), name(&schemas.after, after));
    (one.is_some() && one == other)
        || schemas.before.fingerprint(&[before], BRANCH_DEPTH)
            == schemas.after.fingerprint(&[after], BRANCH_DEPTH)
}

/// Whether the union of the other side has a branch; when it has not, that is said of the branch.
fn has_branch(
    schemas: &mut Flatteners<'_>,
    branch: SchemaId,
    tags: &Discriminator,
    owner: Option<&SchemaId>,
    in_after: bool,
) -> bool {
    let side = if in_after { &schemas.after } else { &schemas.before };
    let listed = owner.map(|id| &side.schemas[*id]);
    let branches = listed.into_iter().flat_map(|schema| schema.one_of.iter().chain(&schema.any_of));
    let all: Vec<SchemaId> = branches.chain(tags.mapping.values()).copied().collect();
    all.into_iter()
        .any(|other| if in_after { is_same(schemas, branch, other) } else { is_same(schemas, other, branch) })
}

/// Whether every value of a branch has one of listed values for a member.
fn lists(side: &mut Flattener<'_>, branch: SchemaId, property: &str) -> bool {
    let set = side.set(&[branch]);
    let flattened = side.flattened(set);
    !flattened.alternatives.is_empty()
        && flattened.alternatives.iter().all(|one| {
            let view = View::new(side.schemas, one, Locator::root());
            let Some(ids) = view.properties().get(property).cloned() else { return false };
            let set = side.set(&ids);
            let values = side.flattened(set);
            !values.alternatives.is_empty() && values.alternatives.iter().all(|one| one.values.is_some())
        })
}
