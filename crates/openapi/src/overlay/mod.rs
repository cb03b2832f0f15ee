//! Overlays: `OpenAPI` Overlay 1.0 and 1.1.
//!
//! There are two strictnesses. [`Strictness::Plain`] is what the specification says, for anybody's
//! overlay. [`Strictness::Corrections`] is for recorded corrections, which say how a published
//! document differs from what happens. The specification lets an action match nothing; there that is
//! an error, as is one that changes nothing: the publisher has then changed the document, and the
//! correction is to be looked at again. Every action also needs a `description` and an `x-source`,
//! because a correction without evidence is a guess.
//!
//! What 1.0 leaves open (arrays within a merge, an array added to an array, incompatible types)
//! is done as 1.1 says.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::syntax::{Node, SourceFile, Span};

mod action;
mod document;
mod edit;
mod evaluate;
mod parts;
mod query;
pub mod report;

use action::NotApplied;
pub use evaluate::{Evaluation, HiddenChange, Judgement, Outcome, evaluate};

/// How strictly an overlay is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// Every action has its evidence, matches something and changes something.
    #[default]
    Corrections,
    /// As the Overlay Specification says: an action that matches or changes nothing succeeds.
    Plain,
}

impl Strictness {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Corrections, Self::Plain];

    /// The word for it in configuration: `corrections` or `plain`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Corrections => "corrections",
            Self::Plain => "plain",
        }
    }
}

/// A correction that was made.
#[derive(Clone, Debug)]
pub struct AppliedAction {
    /// `JSONPath` as written.
    pub target: String,
    /// Claim and reality, in the words of the overlay; a plain overlay may leave it out.
    pub description: String,
    /// Where the evidence is (`x-source`); a plain overlay may name none.
    pub sources: Vec<String>,
    /// JSON pointers of what was changed, in the document as it was before this action.
    pub matches: Vec<String>,
    /// What was done.
    pub kind: ActionKind,
    /// The overlay.
    pub file: Arc<SourceFile>,
    /// The action's bytes in [`AppliedAction::file`].
    pub span: Span,
}

/// What an action does to its targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Merges, appends or replaces.
    Update,
    /// Takes away.
    Remove,
    /// As [`ActionKind::Update`], with a value from elsewhere in the document (1.1).
    Copy,
}

impl ActionKind {
    /// The overlay's own word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Remove => "remove",
            Self::Copy => "copy",
        }
    }
}

/// Applies an overlay's actions to a document, one after the other.
///
/// All problems are reported at once: an action that fails leaves the tree as it was, and the next
/// is tried. With an error among the diagnostics the returned tree is incomplete.
#[must_use]
#[allow(clippy::needless_pass_by_value, reason = "parts of the overlay live on in the returned tree")]
pub fn apply(
    root: Node,
    overlay: Node,
    strictness: Strictness,
) -> (Node, Vec<AppliedAction>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut applied = Vec::new();
    let actions = document::read(&overlay, strictness, &mut diagnostics);
    let mut copy = action::WorkingCopy::new(root);
    for action in &actions {
        match copy.apply(action) {
            Ok(matches) => applied.extend(action.applied(matches)),
            // What does nothing succeeds by the specification; whoever wrote it may still wonder.
            Err(NotApplied::Idle(finding)) if strictness == Strictness::Plain => {
                diagnostics.push(Diagnostic { severity: Severity::Note, ..*finding });
            }
            Err(NotApplied::Idle(finding) | NotApplied::Refused(finding)) => diagnostics.push(*finding),
        }
    }
    (copy.into_root(), applied, diagnostics)
}
