//! References that lead nowhere.

use super::{Checker, Task, Weight, is_parameter, weigh};
use crate::resolve::{LocatedNode, Unresolved};

impl<'a> Checker<'a> {
    /// Finds out whether a reference leads anywhere, and checks what it leads to.
    pub(super) fn reference(&mut self, task: &Task<'a>) {
        // Without a parameter the operation can still be called.
        let weight = if is_parameter(task.object) { task.weight.min(Weight::Wider) } else { task.weight };
        match self.trees.follow(&task.located) {
            Ok(target) => self.expect(target, task.object, weight),
            Err((at, why)) => {
                // Another reference on the way is reported where it stands itself.
                if at.key() == task.located.key() {
                    self.unresolved(&at, &why, weight, task.object.instead);
                } else {
                    if weight == Weight::Fatal {
                        self.mark(&task.located, at.head(""));
                    }
                    self.expect(at, task.object, weight);
                }
            }
        }
    }

    pub(super) fn unresolved(
        &mut self,
        at: &LocatedNode<'a>,
        why: &Unresolved,
        weight: Weight,
        instead: &str,
    ) {
        let Some(value) = at.get("$ref") else { return };
        let reference = value.node.as_str().unwrap_or_default();
        let (rule, what) = match why {
            Unresolved::Missing { absent, parent } => {
                let present = self.trees.beside(at.tree, reference, parent);
                let meant = self.suggestions.nearest(absent, present);
                let what = meant.map_or_else(
                    || format!("add `{absent}`"),
                    |meant| format!("write `{meant}` if that is what is meant"),
                );
                ("unresolved-reference", what)
            }
            Unresolved::Cycle => ("reference-cycle", "say in one of them what is meant".to_owned()),
            Unresolved::NoFile { .. } => ("unresolved-reference", "put the file there".to_owned()),
            Unresolved::NotLocal => (
                "unresolved-reference",
                "save the file beside the document and refer to it by its relative path".to_owned(),
            ),
            Unresolved::NoAnchor(_) => ("unresolved-reference", "refer to it by its JSON pointer".to_owned()),
        };
        let reason = match weight {
            Weight::Wider => format!("what it should describe is unknown; {instead}"),
            _ => "what it should describe is unknown".to_owned(),
        };
        let diagnostic = weigh(weight, rule, format!("`$ref` {reference:?} leads nowhere: {why}"))
            .at(value.node, "")
            .pointer(&value.pointer)
            .reason(reason)
            .remedy(self.remedy(value.node, &what));
        self.report(diagnostic, at);
    }
}
