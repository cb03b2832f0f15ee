//! Security schemes themselves.

use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const SCHEME: Rule = Rule {
    id: "security-scheme-changed",
    summary: "A security scheme is presented in another way.",
    explanation: "`apiKey` in the header `X-Token` before and in the query now: callers who send the header are \
        refused. It is one finding for all operations that use the scheme.",
    advice: "Go on looking at the old place.",
    opposite: Mirror::None("responses present no credentials"),
    checks: &[Check::SecurityScheme(|part, found| {
        if let Some((before, after)) = part.both()
            && before.is_changed
        {
            let message = part.wording.differs(&part.name, Some(&before.wire), Some(&after.wire));
            found.push(Change::Moved, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};
