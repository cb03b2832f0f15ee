//! What a rule is, and how a change is judged.

use crate::finding::{Severity, Whom};

/// One kind of difference.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable kebab-case id.
    pub id: &'static str,
    /// One line.
    pub summary: &'static str,
    /// Why it matters, with a small example.
    pub explanation: &'static str,
    /// What to do about a finding.
    pub advice: &'static str,
}

/// In which direction values travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// From those who rely on the promise to the one who made it.
    Request,
    /// Back.
    Response,
}

impl Direction {
    /// The other one: what an API sends by itself, in webhooks and callbacks.
    #[must_use]
    pub(crate) fn reversed(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
        }
    }
}

/// What becomes of the set of valid values (or requests, or responses).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Change {
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

/// Severity, whom, and the reason in one sentence.
pub(crate) type Verdict = (Severity, Whom, &'static str);

impl Change {
    /// A stricter request breaks callers, a looser response breaks clients.
    pub(crate) fn judge(self, direction: Direction) -> Verdict {
        use Direction::{Request, Response};
        let reader = match direction {
            Request => Whom::Callers,
            Response => Whom::Clients,
        };
        match (self, direction) {
            (Self::Narrower, Request) => (
                Severity::Breaking,
                Whom::Callers,
                "Callers who send what has been valid so far are refused.",
            ),
            (Self::Wider, Request) => {
                (Severity::Compatible, Whom::Server, "Callers are not hurt; the server has to take more.")
            }
            (Self::Wider, Response) => (
                Severity::Breaking,
                Whom::Clients,
                "Clients may get what they have been promised never to get.",
            ),
            (Self::Narrower, Response) => {
                (Severity::Compatible, Whom::Server, "Clients are not hurt; the server promises more.")
            }
            (Self::Moved, Request) => (
                Severity::Breaking,
                Whom::Callers,
                "Callers who send what has been valid so far are refused, and must send something else.",
            ),
            (Self::Moved, Response) => (
                Severity::Breaking,
                Whom::Clients,
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
