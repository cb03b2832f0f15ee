//! What was found, as findings for people.

use std::collections::{BTreeSet, HashMap};

use unplug_openapi::ir::SchemaId;

use super::{Comparison, Unlocated};
use crate::description::Options;
use crate::finding::Finding;
use crate::lines::LineLookup;
use crate::verdict::Direction;

impl<'a> Comparison<'a> {
    pub(crate) fn finish(mut self, options: &Options<'_>) -> Vec<Finding> {
        self.graph.run();
        let in_schemas = self.in_schemas();
        let mut found = std::mem::take(&mut self.found);
        found.extend(in_schemas);
        let lines = LineLookup::default();
        let mut findings: Vec<Finding> = Vec::new();
        let mut known: HashMap<(&str, u8, String, String, String), usize> = HashMap::new();
        let mut operations: Vec<BTreeSet<usize>> = Vec::new();
        for unlocated in found {
            let finding = self.finding(&unlocated, &lines, options);
            let key = (
                finding.rule,
                finding.severity as u8,
                finding.before.pointer.clone(),
                finding.after.pointer.clone(),
                finding.message.rsplit(": ").next().unwrap_or_default().to_owned(),
            );
            // The same difference can be met in more than one way.
            let same = known.get(&key).copied();
            if let Some((all, finding)) =
                same.and_then(|at| Some((operations.get_mut(at)?, findings.get_mut(at)?)))
            {
                all.extend(&unlocated.operations);
                self.name(all, finding, options, &unlocated.schemas);
            } else {
                known.insert(key, findings.len());
                findings.push(finding);
                operations.push(unlocated.operations);
            }
        }
        findings
    }

    fn in_schemas(&mut self) -> Vec<Unlocated<'a>> {
        let mut found = Vec::new();
        for number in 0..self.graph.nodes.len() {
            let Some(node) = self.graph.nodes.get(number).filter(|node| !node.found.is_empty()) else {
                continue;
            };
            let (operations, hints) = self.graph.operations(number);
            let schemas = self.graph.around(number);
            let direction = node.direction.unwrap_or(Direction::Request);
            let subject = node.subject();
            for (rule, difference) in &node.found {
                let mut difference = difference.clone();
                difference.after.hints.clone_from(&hints);
                if !subject.is_empty() {
                    difference.message = format!("{subject}: {}", difference.message);
                }
                let (operations, schemas) = (operations.clone(), schemas.clone());
                found.push(Unlocated { operations, rule, difference, direction, schemas });
            }
        }
        found
    }

    fn finding(&self, unlocated: &Unlocated<'a>, lines: &LineLookup, options: &Options<'_>) -> Finding {
        let first = unlocated.operations.first().and_then(|number| self.operations.get(*number));
        let handler = first.map(|entry| &entry.handler);
        let (severity, audience, reason) = unlocated.verdict();
        let difference = &unlocated.difference;
        let mut finding = Finding {
            rule: unlocated.rule.id,
            change: difference.change,
            direction: unlocated.direction,
            severity,
            audience,
            operations: Vec::new(),
            message: difference.message.clone(),
            reason,
            before: lines.report(self.before, &difference.before, handler),
            after: lines.report(self.after, &difference.after, handler),
            rust: Vec::new(),
        };
        self.name(&unlocated.operations, &mut finding, options, &unlocated.schemas);
        finding
    }

    fn name(
        &self,
        operations: &BTreeSet<usize>,
        finding: &mut Finding,
        options: &Options<'_>,
        schemas: &[SchemaId],
    ) {
        let entries = || operations.iter().filter_map(|number| self.operations.get(*number));
        finding.operations = entries().map(|entry| entry.label.clone()).collect();
        let Some(rust) = options.rust else { return };
        // What has no name in Rust belongs to the item around it.
        let items = schemas.iter().map(|id| rust.schema(*id)).find(|items| !items.is_empty());
        if let Some(items) = items {
            finding.rust.extend(items);
        } else if finding.rust.is_empty() {
            finding.rust = entries().flat_map(|entry| rust.operation(&entry.id)).collect();
        }
        finding.rust.sort();
        finding.rust.dedup();
    }
}
