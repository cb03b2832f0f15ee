//! The generated Rust items, from the generator's own plan.

use std::collections::HashMap;

use unplug_codegen::names;
use unplug_codegen::plan::Plan;
use unplug_contract::RustNames;
use unplug_openapi::ir::{Api, SchemaId};

/// Names of one document, with the module in front.
pub(super) struct Names {
    operations: HashMap<String, String>,
    schemas: HashMap<SchemaId, String>,
}

impl Names {
    pub(super) fn of(api: &Api) -> Self {
        let module = names::module(&api.name);
        let (plan, _) = Plan::new(api);
        let operation = |plan: &unplug_codegen::plan::OperationPlan<'_>| {
            (plan.operation.id.clone(), format!("{module}::{}", plan.request_struct()))
        };
        let named = |id: SchemaId| Some((id, format!("{module}::types::{}", plan.types.def(id)?.name)));
        Self {
            operations: plan.operations.iter().map(operation).collect(),
            schemas: api.schemas.iter().filter_map(|(id, _)| named(id)).collect(),
        }
    }
}

impl RustNames for Names {
    fn operation(&self, id: &str) -> Vec<String> {
        self.operations.get(id).cloned().into_iter().collect()
    }

    fn schema(&self, id: SchemaId) -> Vec<String> {
        self.schemas.get(&id).cloned().into_iter().collect()
    }
}
