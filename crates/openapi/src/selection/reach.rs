//! Which places of a document a selection reaches.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::resolve::{LocatedNode, NodeKey, TreeId, Trees};

/// The parts of a document that are nobody's unless something refers to them.
const LISTS: [&str; 4] = ["/paths/", "/webhooks/", "/x-webhooks/", "/components/"];

/// The places that are used, and those that are known not to be.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    used: HashSet<NodeKey>,
    left_out: HashSet<NodeKey>,
}

impl Reach {
    /// Notes that something selected uses a place.
    pub(crate) fn take(&mut self, located: &LocatedNode<'_>) {
        self.used.insert(located.key());
    }

    /// Notes that a place within another one is not selected.
    pub(crate) fn leave_out(&mut self, located: &LocatedNode<'_>) {
        self.left_out.insert(located.key());
    }

    /// Whether a finding concerns what is selected.
    pub(crate) fn covers(&self, trees: &Trees, finding: &Diagnostic) -> bool {
        let tree = finding.labels.first().map_or(TreeId::DOCUMENT, |label| trees.tree_of(&label.file));
        let mut pointer = finding.pointer.as_str();
        loop {
            let key = (tree, pointer.to_owned());
            if self.left_out.contains(&key) {
                return false;
            }
            if self.used.contains(&key) {
                return true;
            }
            match pointer.rsplit_once('/') {
                Some((parent, _)) => pointer = parent,
                None => break,
            }
        }
        tree == TreeId::DOCUMENT && !LISTS.iter().any(|list| finding.pointer.starts_with(list))
    }
}
