//! What becomes of the violations that a walk over a value meets.

use std::fmt::Write as _;

use super::violation::{Expected, Location, SchemaStep, Violation, push_escaped};

/// A value can be wrong in as many ways as it has items; beyond so many there is no use in more.
const MAX_VIOLATIONS: usize = 100;

/// Takes the violations that a walk meets, and follows it through value and schema.
pub(crate) trait Report {
    /// Position to come back to with [`Report::forget`].
    type Mark: Copy;
    fn failed(&mut self, expected: impl FnOnce() -> Expected);
    fn mark(&self) -> Self::Mark;
    fn forget(&mut self, mark: Self::Mark);
    /// Goes down to an item or member; returns what to go back with.
    fn down(&mut self, step: Step<'_>) -> usize;
    fn up(&mut self, length: usize);
    /// Goes to a subschema.
    fn enter(&mut self, step: SchemaStep);
    fn leave(&mut self);
}

#[derive(Clone, Copy)]
pub(crate) enum Step<'n> {
    Member(&'n str),
    Item(usize),
}

/// Keeps nothing.
pub(crate) struct Silent;

impl Report for Silent {
    type Mark = ();
    fn failed(&mut self, _: impl FnOnce() -> Expected) {}
    fn mark(&self) {}
    fn forget(&mut self, (): ()) {}
    fn down(&mut self, _: Step<'_>) -> usize {
        0
    }
    fn up(&mut self, _: usize) {}
    fn enter(&mut self, _: SchemaStep) {}
    fn leave(&mut self) {}
}

/// Keeps the first [`MAX_VIOLATIONS`].
pub(crate) struct Kept {
    location: Location,
    instance_path: String,
    schema_path: Vec<SchemaStep>,
    pub(crate) found: Vec<Violation>,
}

impl Kept {
    pub(crate) fn new(location: Location, instance_path: String) -> Self {
        Self { location, instance_path, schema_path: Vec::new(), found: Vec::new() }
    }
}

impl Report for Kept {
    type Mark = usize;

    fn failed(&mut self, expected: impl FnOnce() -> Expected) {
        if self.found.len() < MAX_VIOLATIONS {
            self.found.push(Violation {
                location: self.location,
                instance_path: self.instance_path.clone(),
                schema_path: self.schema_path.clone(),
                expected: expected(),
            });
        }
    }

    fn mark(&self) -> usize {
        self.found.len()
    }

    fn forget(&mut self, mark: usize) {
        self.found.truncate(mark);
    }

    fn down(&mut self, step: Step<'_>) -> usize {
        let length = self.instance_path.len();
        match step {
            Step::Member(name) => push_escaped(&mut self.instance_path, name),
            Step::Item(index) => {
                let _ = write!(self.instance_path, "/{index}");
            }
        }
        length
    }

    fn up(&mut self, length: usize) {
        self.instance_path.truncate(length);
    }

    fn enter(&mut self, step: SchemaStep) {
        self.schema_path.push(step);
    }

    fn leave(&mut self) {
        self.schema_path.pop();
    }
}
