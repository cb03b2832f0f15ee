//! Changes the text of a document or overlay so that it says what a changed tree says, and leaves
//! everything else in it as it stands: comments, order, quotes, indentation.
//!
//! The text is edited by the places that [`crate::syntax`] keeps. What is new is written in the
//! way of what is around it: as JSON between brackets, as block YAML elsewhere. The result is read
//! again and compared with the tree, so that a text is never changed into another meaning.

use std::sync::Arc;

use crate::syntax::{self, Node, SourceFile};

mod edits;
mod print;
mod text;

/// A text cannot be changed by editing a few places of it, for example because the value that
/// changes is a YAML alias and stands elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text cannot be edited in place without changing what else it says")]
pub struct Unwritable;

/// The text of `original`'s file, edited to hold `wanted` instead.
///
/// `original` is the root of the file as [`syntax::read`] gives it. Nodes of `wanted` that come from
/// it keep their text.
///
/// # Errors
/// When no edit of the text gives exactly `wanted`.
pub fn rewrite(original: &Node, wanted: &Node) -> Result<String, Unwritable> {
    let file = &original.file;
    let edits = edits::between(original, wanted).ok_or(Unwritable)?;
    let text = text::apply(&file.text, edits).ok_or(Unwritable)?;
    let again = Arc::new(SourceFile::new(file.name.clone(), text));
    let root = syntax::read(&again).root.ok_or(Unwritable)?;
    if !root.same_value(wanted) {
        return Err(Unwritable);
    }
    drop(root);
    Arc::try_unwrap(again).map(|file| file.text).map_err(|_| Unwritable)
}
