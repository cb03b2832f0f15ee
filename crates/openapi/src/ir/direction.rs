//! Which way messages go, and what a schema demands only one way.
//!
//! A property that is `readOnly` is the server's to give: `required` counts for it in answers only. One
//! that is `writeOnly` is the client's: `required` counts for it in requests only. 3.0 says so of
//! `required` itself; later versions leave it to the reader, and nearly all read it the same way.

use std::collections::{HashMap, HashSet};

use super::{Api, Flatten, MediaType, Operation, ParameterShape, Schema, SchemaId, Schemas};

/// Which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// From the client to the server.
    Request,
    /// From the server to the client: answers, and what an API sends by itself.
    Response,
}

/// A set of directions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Directions {
    request: bool,
    response: bool,
}

impl Directions {
    /// Whether the direction is in the set.
    #[must_use]
    pub const fn has(self, direction: Direction) -> bool {
        match direction {
            Direction::Request => self.request,
            Direction::Response => self.response,
        }
    }

    fn add(&mut self, direction: Direction) {
        match direction {
            Direction::Request => self.request = true,
            Direction::Response => self.response = true,
        }
    }
}

impl Schema {
    /// The names in `required` that count in messages of a direction.
    pub fn required_in(&self, direction: Direction) -> impl Iterator<Item = &String> + Clone {
        self.required.iter().filter(move |name| self.one_way.get(*name).is_none_or(|only| *only == direction))
    }

    /// The names in `required` that count in every direction in which messages have the schema.
    pub fn required_where_used(&self) -> impl Iterator<Item = &String> {
        let counts = |only: Direction| {
            [Direction::Request, Direction::Response]
                .into_iter()
                .all(|direction| direction == only || !self.used_in.has(direction))
        };
        self.required.iter().filter(move |name| self.one_way.get(*name).is_none_or(|only| counts(*only)))
    }
}

impl Api {
    /// Notes on every schema in which direction messages have it, and which of its `required` names count
    /// in one direction only.
    pub(crate) fn settle_directions(&mut self) {
        for direction in [Direction::Request, Direction::Response] {
            let used = self.schemas.reachable(self.sent(direction));
            for id in used {
                self.schemas.all[id.0 as usize].used_in.add(direction);
            }
        }
        self.schemas.settle_one_way();
    }

    /// The schemas of the messages that go in a direction.
    fn sent(&self, direction: Direction) -> Vec<SchemaId> {
        let mut found = Vec::new();
        for operation in &self.operations {
            match direction {
                Direction::Request => operation.asks_with(&mut found),
                Direction::Response => operation.answers_with(&mut found),
            }
        }
        let callbacks = self.operations.iter().flat_map(|operation| &operation.callbacks);
        let incoming = callbacks.map(|callback| &callback.operation);
        for operation in incoming.chain(self.webhooks.iter().map(|webhook| &webhook.operation)) {
            match direction {
                Direction::Response => operation.asks_with(&mut found),
                Direction::Request => operation.answers_with(&mut found),
            }
        }
        found
    }
}

impl Operation {
    fn asks_with(&self, found: &mut Vec<SchemaId>) {
        for parameter in &self.parameters {
            match &parameter.shape {
                ParameterShape::Schema { schema, .. } => found.push(*schema),
                ParameterShape::Content(media_type) => media_type.holds(found),
            }
        }
        self.body.iter().flat_map(|body| &body.contents).for_each(|content| content.holds(found));
    }

    fn answers_with(&self, found: &mut Vec<SchemaId>) {
        for response in &self.responses {
            found.extend(response.headers.iter().filter_map(|header| header.schema));
            response.contents.iter().for_each(|content| content.holds(found));
        }
    }
}

impl MediaType {
    fn holds(&self, found: &mut Vec<SchemaId>) {
        found.extend(self.schema.iter().chain(&self.item_schema));
        let headers = self.encoding.values().flat_map(|encoding| &encoding.headers);
        found.extend(headers.filter_map(|header| header.schema));
    }
}

impl Schemas {
    fn settle_one_way(&mut self) {
        let names = self.one_way_names();
        if names.is_empty() {
            return;
        }
        let holders = self.holders();
        let mut settled = Vec::new();
        for (id, schema) in self.iter() {
            for name in schema.required.iter().filter(|name| names.contains(name.as_str())) {
                if let Some(only) = self.only_in(id, name, &holders) {
                    settled.push((id, name.clone(), only));
                }
            }
        }
        for (id, name, only) in settled {
            self.all[id.0 as usize].one_way.insert(name, only);
        }
    }

    /// The names of all properties that somewhere go in one direction only.
    fn one_way_names(&self) -> HashSet<&str> {
        let properties = self.all.iter().flat_map(|schema| &schema.properties);
        let one_way = properties.filter(|(_, id)| self.direction_of(**id).is_some());
        one_way.map(|(name, _)| name.as_str()).collect()
    }

    /// The only direction in which a value of the schema is sent, if there is one.
    fn direction_of(&self, id: SchemaId) -> Option<Direction> {
        let mut flags = Flags { schemas: self, read_only: false, write_only: false };
        self.flatten([(id, ())], &mut HashSet::new(), &mut flags);
        match (flags.read_only, flags.write_only) {
            (true, false) => Some(Direction::Response),
            (false, true) => Some(Direction::Request),
            _ => None,
        }
    }

    /// For each schema those that apply to the same value because of it. Whoever is one of several
    /// branches, or negated, says what it requires on its own account.
    fn holders(&self) -> HashMap<SchemaId, Vec<SchemaId>> {
        let mut holders: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
        for (id, schema) in self.iter() {
            let parts =
                schema.reference.iter().chain(&schema.all_of).chain(&schema.then).chain(&schema.else_);
            for part in parts.chain(schema.dependent_schemas.values()) {
                holders.entry(*part).or_default().push(id);
            }
        }
        holders
    }

    /// The only direction in which the property of that name is sent: as the schema itself declares it, or
    /// else as the nearest schemas do that it is a part of.
    fn only_in(
        &self,
        id: SchemaId,
        name: &str,
        holders: &HashMap<SchemaId, Vec<SchemaId>>,
    ) -> Option<Direction> {
        let mut seen = HashSet::from([id]);
        let mut level = vec![id];
        while !level.is_empty() {
            let mut above = Vec::new();
            let mut found = None;
            for id in level {
                let declared = self.with_alternatives(id).into_iter();
                let declared: Vec<SchemaId> =
                    declared.filter_map(|part| self[part].properties.get(name).copied()).collect();
                if declared.is_empty() {
                    above.extend(holders.get(&id).into_iter().flatten().filter(|id| seen.insert(**id)));
                }
                found = found.or_else(|| declared.into_iter().find_map(|id| self.direction_of(id)));
            }
            if found.is_some() {
                return found;
            }
            level = above;
        }
        None
    }
}

/// What the schemas of one value say of its direction.
struct Flags<'a> {
    schemas: &'a Schemas,
    read_only: bool,
    write_only: bool,
}

impl Flatten<()> for Flags<'_> {
    fn enter(&mut self, id: SchemaId, (): ()) -> bool {
        self.read_only |= self.schemas[id].read_only;
        self.write_only |= self.schemas[id].write_only;
        true
    }

    fn leave(&mut self, _: SchemaId, (): ()) -> Option<Vec<(SchemaId, ())>> {
        Some(Vec::new())
    }
}
