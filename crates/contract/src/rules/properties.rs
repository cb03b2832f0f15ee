//! Members of objects: declared, required, and others.

use unplug_openapi::ir::SchemaId;

use crate::date::Date;
use crate::difference::Differences;
use crate::lifecycle::Removal;
use crate::rule::{Check, Mirror, Rule};
use crate::schemas::object::{Member, ObjectPair, Rest};
use crate::schemas::view::View;
use crate::verdict::{Change, Direction};

/// Why a member is judged by the direction.
const READ_OR_IGNORED: &str = "a request with an unknown member may be refused, and one without a required member is; clients ignore \
     unknown members, and miss required ones";

pub(crate) const ADDED: Rule = Rule {
    id: "property-added",
    summary: "An object has a new member.",
    explanation: "A new optional member of a request hurts nobody; a new *required* one refuses every request made \
        so far. A new member of a response is ignored by clients, unless `additionalProperties: false` promised \
        that there is none.",
    advice: "Make a new member of a request optional, with a default that keeps today's behaviour.",
    reverse: Mirror::Unlike("property-removed", READ_OR_IGNORED),
    opposite: Mirror::Unlike("property-added", READ_OR_IGNORED),
    checks: &[Check::Object(|object, found| {
        let pair = &object.pair;
        for member in object.members() {
            let (None, Some(schemas)) = &member.schemas else { continue };
            let required = member.required.1.is_some();
            let closed = object.before.rest == Rest::Nothing;
            let change = match pair.direction {
                Some(Direction::Request) | None if required => Change::Narrower,
                Some(Direction::Response) | None if closed => Change::Wider,
                None => Change::Narrower,
                Some(_) => Change::Harmless,
            };
            let name = name(member);
            let name = if required { format!("{name}, which is required,") } else { name };
            let locators = (pair.before.absent(), ObjectPair::declaration(&pair.after, schemas));
            found.push(change, pair.wording.added(&name), locators);
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "property-removed",
    summary: "An object has lost a member.",
    explanation: "A client that reads a member which was `required` in a response finds nothing there. A request \
        that still has the member is refused where `additionalProperties: false` holds, and otherwise the member \
        is no longer read. One that was `deprecated`, and whose `x-sunset` is past where it has one, was \
        announced to go.",
    advice: "Keep sending the member; mark it `deprecated` first.",
    reverse: Mirror::Unlike("property-added", READ_OR_IGNORED),
    opposite: Mirror::Unlike("property-removed", READ_OR_IGNORED),
    checks: &[Check::Object(|object, found| {
        let pair = &object.pair;
        for member in object.members() {
            let (Some(schemas), None) = &member.schemas else { continue };
            let required = member.required.0.is_some();
            let closed = object.after.rest == Rest::Nothing;
            let change = match pair.direction {
                Some(Direction::Request) | None if closed => Change::Narrower,
                Some(Direction::Response) if required => Change::Moved,
                None => Change::Wider,
                Some(_) => Change::Harmless,
            };
            let locators = (ObjectPair::declaration(&pair.before, schemas), pair.after.absent());
            let removal = announced(&pair.before, schemas, pair.today);
            let loud = pair.direction.is_some() && change != Change::Harmless;
            let (change, remark) =
                if loud { (removal.change(change), removal.remark()) } else { (change, String::new()) };
            let message = format!("{}{remark}", pair.wording.removed(&name(member)));
            found.push(change, message, locators);
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "property-required-changed",
    summary: "A member is required that was optional, or the reverse.",
    explanation: "`required: [id]` now and not before: a request without `id` is refused. Not now but before: a \
        client that relies on `id` in a response may find nothing. The order of `required` does not count.",
    advice: "Add no requirement to requests and take none from responses.",
    checks: &[Check::Object(|object, found| {
        let pair = &object.pair;
        for member in object.members_by_name() {
            // A member that comes or goes as a whole says itself whether it is required.
            if member.schemas.0.is_some() != member.schemas.1.is_some() {
                continue;
            }
            let (change, one, other) = match member.required {
                (Some(_), None) => (Change::Wider, "required", "optional"),
                (None, Some(_)) => (Change::Narrower, "optional", "required"),
                _ => continue,
            };
            let message = pair.wording.differs(&name(member), Some(one), Some(other));
            let (before, after) =
                (member.required.0.map(|id| ((), id)), member.required.1.map(|id| ((), id)));
            found.push(change, message, pair.keyword("required", (before, after)));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const ADDITIONAL: Rule = Rule {
    id: "additional-properties-changed",
    summary: "Members that are not declared are allowed, or limited, in another way.",
    explanation: "`additionalProperties: false` now and nothing before refuses a request with a further member. \
        `additionalProperties: true` is the same as nothing, and `unevaluatedProperties` counts as well.",
    advice: "Leave objects open in requests as well as in responses.",
    checks: &[Check::Object(|object, found| {
        let (before, after) = (&object.before, &object.after);
        if before.rest != after.rest {
            let change = if before.rest < after.rest { Change::Wider } else { Change::Narrower };
            let (one, other) = (text(before.rest), text(after.rest));
            let pair = &object.pair;
            let what = "what holds for undeclared members";
            let keyword = |found: Option<(&'static str, _)>| found.map_or("", |(keyword, _)| keyword);
            let locators = (
                pair.before.locator(before.keyword, keyword(before.keyword)),
                pair.after.locator(after.keyword, keyword(after.keyword)),
            );
            found.push(change, pair.wording.differs(what, Some(one), Some(other)), locators);
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const READ_ONLY: Rule = Rule {
    id: "read-only-changed",
    summary: "A member of a request is newly `readOnly`, or no longer.",
    explanation: "What is `readOnly` is not for the caller to send, even where it is `required`: it may be ignored. When a \
        required member is no longer `readOnly`, every request so far lacks it. In responses it changes nothing.",
    advice: "Ignore the member in requests instead of refusing it.",
    direction: Some(Direction::Request),
    reverse: Mirror::Unlike(
        "read-only-changed",
        "a required member that callers newly have to send is missing, one that they need not send is ignored",
    ),
    opposite: Mirror::Unlike("write-only-changed", "a server may ignore a member, a client may miss it"),
    checks: &[Check::Object(|object, found| hidden(object, "readOnly", found))],
    ..Rule::DEFAULT
};

pub(crate) const WRITE_ONLY: Rule = Rule {
    id: "write-only-changed",
    summary: "A member of a response is newly `writeOnly`, or no longer.",
    explanation: "What is `writeOnly` is never in a response: a client that reads a required member finds it gone.",
    advice: "Go on sending what clients read.",
    direction: Some(Direction::Response),
    reverse: Mirror::Unlike(
        "write-only-changed",
        "a client misses a required member, and no member that comes",
    ),
    opposite: Mirror::Unlike("read-only-changed", "a server may ignore a member, a client may miss it"),
    checks: &[Check::Object(|object, found| hidden(object, "writeOnly", found))],
    ..Rule::DEFAULT
};

/// Members that a keyword hides on one side only.
fn hidden<'a>(object: &ObjectPair<'a>, keyword: &str, found: &mut Differences<'a>) {
    let pair = &object.pair;
    for member in object.hidden() {
        if member.hidden.0.is_some() == member.hidden.1.is_some() {
            continue;
        }
        let (appears, disappears) = (member.hidden.1.is_none(), member.hidden.1.is_some());
        let change = match pair.direction {
            Some(Direction::Request) if appears && member.required.1.is_some() => Change::Narrower,
            Some(Direction::Response) if disappears && member.required.0.is_some() => Change::Moved,
            _ => Change::Harmless,
        };
        let set = |hidden: Option<_>| hidden.map(|_| "set");
        let what = format!("`{keyword}` of {}", name(member));
        let message = pair.wording.differs(&what, set(member.hidden.0), set(member.hidden.1));
        let locator = |view: &View<'a>, hidden: Option<_>, schemas: &Option<Vec<_>>| match hidden {
            Some(id) => view.at(id, keyword),
            None => ObjectPair::declaration(view, schemas.as_deref().unwrap_or_default()).absent(),
        };
        let locators = (
            locator(&pair.before, member.hidden.0, &member.schemas.0),
            locator(&pair.after, member.hidden.1, &member.schemas.1),
        );
        found.push(change, message, locators);
    }
}

/// How a member has gone.
fn announced(view: &View<'_>, schemas: &[SchemaId], today: Option<Date>) -> Removal {
    let deprecated = schemas.iter().map(|id| &view.schemas[*id]).find(|schema| schema.deprecated);
    let sunset = deprecated.and_then(|schema| schema.extensions.get("x-sunset")?.as_str());
    Removal::of(deprecated.is_some(), sunset, today)
}

fn name(member: &Member<'_>) -> String {
    format!("the member `{}`", member.name)
}

fn text(rest: Rest) -> &'static str {
    match rest {
        Rest::Nothing => "that there are none",
        Rest::Limited => "a schema",
        Rest::Anything => "nothing",
    }
}
