//! What was found, as findings for people.

use std::collections::HashMap;

use unplug_openapi::ir::SchemaId;

use super::{Comparison, Places, Unlocated};
use crate::description::Options;
use crate::finding::{Finding, Place, ReportedLocation};
use crate::lines::LineLookup;
use crate::verdict::{Change, Direction, Severity};

impl<'a> Comparison<'a> {
    pub(crate) fn finish(mut self, options: &Options<'_>) -> Vec<Finding> {
        self.graph.run();
        let in_schemas = self.in_schemas();
        let mut found = std::mem::take(&mut self.found);
        found.extend(in_schemas);
        let lines = LineLookup::default();
        let mut findings: Vec<Finding> = Vec::new();
        let mut known: HashMap<Key, usize> = HashMap::new();
        let mut places: Vec<Places> = Vec::new();
        for unlocated in found {
            let finding = self.finding(&unlocated, &lines, options);
            let key = Key::of(&finding, &unlocated);
            // The same difference can be met in more than one way.
            let same = known.get(&key).copied();
            if let Some((all, finding)) =
                same.and_then(|at| Some((places.get_mut(at)?, findings.get_mut(at)?)))
            {
                for (operation, parts) in unlocated.places {
                    all.entry(operation).or_default().extend(parts);
                }
                self.name(all, finding, options, &unlocated.schemas);
            } else {
                known.insert(key, findings.len());
                findings.push(finding);
                places.push(unlocated.places);
            }
        }
        for (finding, places) in findings.iter_mut().zip(&places) {
            self.excuse(finding, places);
        }
        findings
    }

    fn in_schemas(&mut self) -> Vec<Unlocated<'a>> {
        let mut found = Vec::new();
        for number in 0..self.graph.nodes.len() {
            let Some(node) = self.graph.nodes.get(number).filter(|node| !node.found.is_empty()) else {
                continue;
            };
            let (places, hints) = self.graph.operations(number);
            let schemas = self.graph.around(number);
            let direction = node.direction.unwrap_or(Direction::Request);
            let subject = node.subject();
            for (rule, difference) in &node.found {
                let mut difference = difference.clone();
                difference.after.hints.clone_from(&hints);
                let text = difference.message.clone();
                if !subject.is_empty() {
                    difference.message = format!("{subject}: {}", difference.message);
                }
                let (places, schemas) = (places.clone(), schemas.clone());
                found.push(Unlocated { places, rule, difference, text, direction, schemas });
            }
        }
        found
    }

    fn finding(&self, unlocated: &Unlocated<'a>, lines: &LineLookup, options: &Options<'_>) -> Finding {
        let first = unlocated.places.keys().next().and_then(|number| self.operations.get(*number));
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
            places: Vec::new(),
            document: String::new(),
            fingerprint: String::new(),
            message: difference.message.clone(),
            reason,
            before: lines.report(self.before, &difference.before, handler),
            after: lines.report(self.after, &difference.after, handler),
            rust: Vec::new(),
        };
        self.name(&unlocated.places, &mut finding, options, &unlocated.schemas);
        finding
    }

    fn name(&self, places: &Places, finding: &mut Finding, options: &Options<'_>, schemas: &[SchemaId]) {
        let entries = || places.keys().filter_map(|number| self.operations.get(*number));
        finding.operations = entries().map(|entry| entry.label.clone()).collect();
        finding.places = self.places(places);
        let Some(rust) = options.rust else { return };
        // What has no name in Rust belongs to the item around it.
        let items = schemas.iter().map(|id| rust.schema(*id)).find(|items| !items.is_empty());
        if let Some(items) = items {
            finding.rust.extend(items);
        } else if finding.rust.is_empty() {
            finding.rust = entries().flat_map(|entry| rust.operation(&entry.id, finding.direction)).collect();
        }
        finding.rust.sort();
        finding.rust.dedup();
    }
}

impl Comparison<'_> {
    /// Where all operations promise nothing yet, nobody is let down.
    fn excuse(&self, finding: &mut Finding, places: &Places) {
        let is_open = |number: &usize| self.operations.get(*number).is_some_and(|entry| entry.is_open);
        if finding.severity == Severity::Breaking && !places.is_empty() && places.keys().all(is_open) {
            finding.severity = Severity::Compatible;
            finding.reason = "The operation is `draft` or `alpha`: it promises nothing yet.";
        }
    }

    fn places(&self, places: &Places) -> Vec<Place> {
        let mut listed = Vec::new();
        for (number, parts) in places {
            let Some(entry) = self.operations.get(*number) else { continue };
            let place = |part: String| Place { operation: entry.label.clone(), part };
            if parts.is_empty() {
                listed.push(place(String::new()));
            }
            listed.extend(parts.iter().cloned().map(place));
        }
        listed
    }
}

/// Where something is; what is not there is nowhere, whatever would hold it.
fn place(location: &ReportedLocation) -> Option<String> {
    (!location.absent).then(|| location.pointer.clone())
}

/// What is equal for two ways to meet the same difference.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    rule: &'static str,
    severity: Severity,
    /// `None` where nothing on the wire changes, so that it is the same for everybody.
    direction: Option<Direction>,
    pointers: (Option<String>, Option<String>),
    /// The message without what it is about.
    text: String,
}

impl Key {
    fn of(finding: &Finding, unlocated: &Unlocated<'_>) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity,
            direction: (finding.change != Change::Neutral).then_some(finding.direction),
            pointers: (place(&finding.before), place(&finding.after)),
            text: unlocated.text.clone(),
        }
    }
}
