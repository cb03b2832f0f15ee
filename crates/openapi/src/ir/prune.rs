//! Leaving out what nothing uses any more.

use std::collections::HashMap;

use super::{Api, Header, MediaType, Operation, ParameterShape, SchemaId};

impl Api {
    /// Keeps only the schemas and security schemes that operations and webhooks reach. Returns the
    /// ids that those schemas had.
    pub fn prune(&mut self) -> Vec<SchemaId> {
        let incoming = self.webhooks.iter().map(|webhook| &webhook.operation);
        let operations = self.operations.iter().chain(incoming);
        let roots = operations.flat_map(|operation| {
            let callbacks = operation.callbacks.iter().flat_map(|callback| callback.operation.schemas());
            operation.schemas().chain(callbacks)
        });
        let mut kept = self.schemas.reachable(roots);
        kept.sort_unstable();
        let moved: HashMap<SchemaId, SchemaId> = kept.iter().copied().zip((0..).map(SchemaId)).collect();
        let mut position = 0_u32;
        self.schemas.all.retain(|_| {
            let keep = moved.contains_key(&SchemaId(position));
            position += 1;
            keep
        });
        let mut renumber = |id: &mut SchemaId| {
            if let Some(new) = moved.get(id) {
                *id = *new;
            }
        };
        for schema in &mut self.schemas.all {
            schema.each_child(&mut renumber);
        }
        for operation in &mut self.operations {
            operation.each_schema(&mut renumber);
        }
        for webhook in &mut self.webhooks {
            webhook.operation.each_schema(&mut renumber);
        }
        let Self { operations, security_schemes, .. } = self;
        let needed: std::collections::HashSet<&String> = operations
            .iter()
            .flat_map(|operation| &operation.security)
            .flat_map(|requirement| requirement.keys())
            .collect();
        security_schemes.retain(|name, _| needed.contains(name));
        kept
    }
}

type Change<'a> = &'a mut dyn FnMut(&mut SchemaId);

impl Operation {
    /// Changes the id of every schema that the operation mentions, as [`Operation::schemas`] lists
    /// them, and those of its callbacks.
    fn each_schema(&mut self, change: Change<'_>) {
        for parameter in &mut self.parameters {
            match &mut parameter.shape {
                ParameterShape::Schema { schema, .. } => change(schema),
                ParameterShape::Content(media_type) => media_type.each_schema(change),
            }
        }
        let bodies = self.body.iter_mut().flat_map(|body| &mut body.contents);
        for media_type in bodies {
            media_type.each_schema(change);
        }
        for response in &mut self.responses {
            headers(&mut response.headers, change);
            for media_type in &mut response.contents {
                media_type.each_schema(change);
            }
        }
        for callback in &mut self.callbacks {
            callback.operation.each_schema(change);
        }
    }
}

impl MediaType {
    fn each_schema(&mut self, change: Change<'_>) {
        self.schema.iter_mut().chain(&mut self.item_schema).for_each(&mut *change);
        for encoding in self.encoding.values_mut() {
            headers(&mut encoding.headers, change);
        }
    }
}

fn headers(headers: &mut [Header], change: Change<'_>) {
    headers.iter_mut().filter_map(|header| header.schema.as_mut()).for_each(change);
}
