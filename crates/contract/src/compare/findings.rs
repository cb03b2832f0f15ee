//! What was found, as findings for people.

use std::collections::{BTreeSet, HashMap};

use super::{Raw, Walk};
use unplug_openapi::ir::SchemaId;

use crate::finding::Finding;
use crate::rule::Direction;
use crate::schemas::Flow;
use crate::side::{Options, Places};

impl<'a> Walk<'a> {
    pub(crate) fn finish(mut self, options: &Options<'_>) -> Vec<Finding> {
        self.graph.run();
        let in_schemas = self.in_schemas();
        let mut found = std::mem::take(&mut self.found);
        found.extend(in_schemas);
        let places = Places::default();
        let mut findings: Vec<Finding> = Vec::new();
        let mut known: HashMap<(&str, u8, String, String, String), usize> = HashMap::new();
        let mut operations: Vec<BTreeSet<usize>> = Vec::new();
        for raw in found {
            let finding = self.finding(&raw, &places, options);
            let key = (
                finding.rule,
                finding.severity as u8,
                finding.before.pointer.clone(),
                finding.after.pointer.clone(),
                finding.message.rsplit(": ").next().unwrap_or_default().to_owned(),
            );
            // The same places can be met in more than one way.
            let same = known.get(&key).copied();
            if let Some((all, finding)) =
                same.and_then(|at| Some((operations.get_mut(at)?, findings.get_mut(at)?)))
            {
                all.extend(&raw.operations);
                self.name(all, finding, options, &raw.schemas);
            } else {
                known.insert(key, findings.len());
                findings.push(finding);
                operations.push(raw.operations);
            }
        }
        findings
    }

    fn in_schemas(&mut self) -> Vec<Raw<'a>> {
        let mut found = Vec::new();
        for number in 0..self.graph.nodes.len() {
            let Some(node) = self.graph.nodes.get(number).filter(|node| !node.differences.is_empty()) else {
                continue;
            };
            let (operations, hints) = self.graph.operations(number);
            let schemas = self.graph.around(number);
            let direction = match node.flow {
                Flow::Request | Flow::Both => Direction::Request,
                Flow::Response => Direction::Response,
            };
            for difference in &node.differences {
                let mut after = difference.after.clone();
                after.hints.clone_from(&hints);
                let message = match node.subject().as_str() {
                    "" => difference.message.clone(),
                    subject => format!("{subject}: {}", difference.message),
                };
                found.push(Raw {
                    operations: operations.clone(),
                    rule: difference.rule,
                    verdict: difference.change.judge(direction),
                    message,
                    before: difference.before.clone(),
                    after,
                    schemas: schemas.clone(),
                });
            }
        }
        found
    }

    fn finding(&self, raw: &Raw<'a>, places: &Places, options: &Options<'_>) -> Finding {
        let first = raw.operations.first().and_then(|number| self.operations.get(*number));
        let claim = first.map(|entry| &entry.claim);
        let (severity, whom, reason) = raw.verdict;
        let mut finding = Finding {
            rule: raw.rule.id,
            severity,
            whom,
            operations: Vec::new(),
            message: raw.message.clone(),
            reason,
            before: places.site(self.before, &raw.before, claim),
            after: places.site(self.after, &raw.after, claim),
            rust: Vec::new(),
        };
        self.name(&raw.operations, &mut finding, options, &raw.schemas);
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
