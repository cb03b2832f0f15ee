//! What a change does to what is valid, and how that is judged.

use serde::Serialize;

/// The direction in which values travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// From those who rely on the promise to the one who made it.
    Request,
    /// Back.
    Response,
}

impl Direction {
    /// The other one: that of what an API sends by itself, in webhooks and callbacks.
    #[must_use]
    pub(crate) fn reversed(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
        }
    }
}

/// What a difference does to those who rely on what was promised before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing on the wire changes, or nobody can tell.
    Note,
    /// Differs, and nobody who keeps to the promise is hurt.
    Compatible,
    /// Somebody who keeps to the promise is hurt.
    Breaking,
}

impl Severity {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }
}

/// Who has to look at a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Those who send requests.
    Callers,
    /// Those who read responses.
    Clients,
    /// The server: it has to accept more, or to promise more.
    Server,
}

impl Audience {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Callers => "callers",
            Self::Clients => "clients",
            Self::Server => "server",
        }
    }
}

/// What becomes of the set of valid values (or requests, or responses).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Less is valid than before.
    Narrower,
    /// More is valid than before.
    Wider,
    /// Some is no longer valid, and some newly is.
    Moved,
    /// Differs without hurting anybody.
    Harmless,
    /// Nothing on the wire changes.
    Neutral,
    /// Whether more or less is valid cannot be told.
    Undecided,
}

/// Severity, audience, and the reason in one sentence.
pub(crate) type Verdict = (Severity, Audience, &'static str);

impl Change {
    /// The change when the two descriptions change places.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Narrower => Self::Wider,
            Self::Wider => Self::Narrower,
            same => same,
        }
    }

    /// A stricter request breaks callers, a looser response breaks clients.
    pub(crate) fn judge(self, direction: Direction) -> Verdict {
        use Direction::{Request, Response};
        let reader = match direction {
            Request => Audience::Callers,
            Response => Audience::Clients,
        };
        match (self, direction) {
            (Self::Narrower, Request) => (
                Severity::Breaking,
                Audience::Callers,
                "Callers who send what has been valid so far are refused.",
            ),
            (Self::Wider, Request) => {
                (Severity::Compatible, Audience::Server, "Callers are not hurt; the server has to take more.")
            }
            (Self::Wider, Response) => (
                Severity::Breaking,
                Audience::Clients,
                "Clients may get what they have been promised never to get.",
            ),
            (Self::Narrower, Response) => {
                (Severity::Compatible, Audience::Server, "Clients are not hurt; the server promises more.")
            }
            (Self::Moved, Request) => (
                Severity::Breaking,
                Audience::Callers,
                "Callers who send what has been valid so far are refused, and must send something else.",
            ),
            (Self::Moved, Response) => (
                Severity::Breaking,
                Audience::Clients,
                "Clients get something else than they have been promised.",
            ),
            (Self::Harmless, _) => {
                (Severity::Compatible, reader, "Nobody who keeps to what was promised is hurt.")
            }
            (Self::Neutral, _) => (Severity::Note, reader, "Nothing on the wire changes."),
            (Self::Undecided, _) => (
                Severity::Note,
                reader,
                "Whether values that were valid still are cannot be told from the text alone.",
            ),
        }
    }
}
