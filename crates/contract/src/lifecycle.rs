//! Deprecation, and how far a promise goes before that.

use std::str::FromStr;

use unplug_openapi::ir::Location;
use unplug_openapi::syntax::Node;

use crate::date::Date;
use crate::verdict::Change;

/// How something has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Removal {
    /// It was not `deprecated`.
    Unannounced,
    /// It was `deprecated`, and no `x-sunset` names a later day.
    Announced,
    /// It was `deprecated` until a day that is still to come.
    Early(Date),
    /// It was `deprecated`, and `x-sunset` names no day.
    Unclear,
}

impl Removal {
    /// How something has gone by a day; without one, nothing was announced.
    pub(crate) fn of(deprecated: bool, sunset: Option<&str>, today: Option<Date>) -> Self {
        let Some(today) = today.filter(|_| deprecated) else { return Self::Unannounced };
        match sunset.map(Date::from_str) {
            None => Self::Announced,
            Some(Ok(day)) if day <= today => Self::Announced,
            Some(Ok(day)) => Self::Early(day),
            Some(Err(_)) => Self::Unclear,
        }
    }

    /// The change, where it would be `otherwise` without any warning.
    pub(crate) fn change(self, otherwise: Change) -> Change {
        if self == Self::Announced { Change::Harmless } else { otherwise }
    }

    /// What a sentence ends with.
    pub(crate) fn remark(self) -> String {
        match self {
            Self::Unannounced => String::new(),
            Self::Announced => "; it was `deprecated`".to_owned(),
            Self::Early(day) => format!("; it was `deprecated` until {day}, which is still to come"),
            Self::Unclear => "; it was `deprecated`, but its `x-sunset` is no day".to_owned(),
        }
    }
}

/// How far a promise goes (`x-stability-level`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stability {
    Draft,
    Alpha,
    Beta,
    Stable,
}

impl Stability {
    /// Whether it promises nothing yet.
    pub(crate) fn is_open(self) -> bool {
        self <= Self::Alpha
    }

    /// What a text stands for; nothing else but these words.
    pub(crate) fn read(text: Option<&str>) -> Option<Self> {
        Some(match text.map(str::to_ascii_lowercase).as_deref() {
            None | Some("stable") => Self::Stable,
            Some("draft") => Self::Draft,
            Some("alpha") => Self::Alpha,
            Some("beta") => Self::Beta,
            Some(_) => return None,
        })
    }
}

/// The text of an extension of what stands in a place.
pub(crate) fn extension<'a>(root: Option<&'a Node>, location: &Location, name: &str) -> Option<&'a str> {
    root?.pointer(&location.pointer)?.get(name)?.as_str()
}
