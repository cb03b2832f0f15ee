//! The generated Rust items, from the generator's own plan.

use std::collections::HashMap;

use unplug_codegen::names;
use unplug_codegen::plan::Plan;
use unplug_contract::{Direction, RustNames};
use unplug_openapi::ir::{Api, SchemaId};

/// Names of one document, with the module in front.
pub(super) struct Names {
    /// Request and response type of each operation.
    operations: HashMap<String, (String, String)>,
    schemas: HashMap<SchemaId, String>,
}

impl Names {
    pub(super) fn of(api: &Api) -> Self {
        let module = names::module(&api.name);
        let (plan, _) = Plan::new(api);
        let operation = |plan: &unplug_codegen::plan::OperationPlan<'_>| {
            let name = |item: names::RustName| format!("{module}::{item}");
            (plan.operation.id.clone(), (name(plan.request_struct()), name(plan.response_enum())))
        };
        let named = |id: SchemaId| Some((id, format!("{module}::types::{}", plan.types.def(id)?.name)));
        Self {
            operations: plan.operations.iter().map(operation).collect(),
            schemas: api.schemas.iter().filter_map(|(id, _)| named(id)).collect(),
        }
    }
}

impl RustNames for Names {
    fn operation(&self, id: &str, part: Direction) -> Vec<String> {
        let items = self.operations.get(id).map(|(request, response)| match part {
            Direction::Request => request.clone(),
            Direction::Response => response.clone(),
        });
        items.into_iter().collect()
    }

    fn schema(&self, id: SchemaId) -> Vec<String> {
        self.schemas.get(&id).cloned().into_iter().collect()
    }
}
