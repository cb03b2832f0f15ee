//! What the generated types say of themselves, made ready to be compared with the document.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use unplug_openapi::ir::Api;

use crate::plan::Plan;
use crate::types::{Decision, TypeKind};

/// Where a document has its schemas.
const COMPONENTS: &str = "/components/schemas";

/// The types of an API as an `OpenAPI` document, and which of them each schema became.
#[derive(Clone, Debug)]
pub struct TypeSchemas {
    /// The document, one keyword a line.
    pub text: String,
    /// JSON pointer of a schema in the API's document → name of a component of [`Self::text`].
    pub mapping: BTreeMap<String, String>,
}

impl TypeSchemas {
    /// Completes the document that the generated crate makes of its types (`type_document`).
    ///
    /// Every schema that became a type of its own is mapped to it; where `null` may stand instead of
    /// the type, a component is added that says so.
    ///
    /// Two things are left out. The ends of Rust's integers are no choice of the document's, and what
    /// is beyond them is no number to most readers of JSON. The tag of a union is what a document says
    /// with `discriminator`, which changes nothing in what is valid.
    #[must_use]
    pub fn new(api: &Api, mut document: Value) -> Self {
        let (plan, _) = Plan::new(api);
        let mut mapping = BTreeMap::new();
        let mut nullable = Map::new();
        for (id, schema) in api.schemas.iter() {
            let Some(def) = plan.types.def(id) else { continue };
            let mut name = def.name.to_string();
            if plan.types.use_of(id).nullable {
                let reference = json!({ "$ref": format!("#{COMPONENTS}/{name}") });
                name.push_str("-or-null");
                nullable.insert(name.clone(), json!({ "anyOf": [reference, { "type": "null" }] }));
            }
            mapping.insert(schema.location.pointer.clone(), name);
        }
        if let Some(schemas) = document.pointer_mut(COMPONENTS).and_then(Value::as_object_mut) {
            schemas.extend(nullable);
        }
        for def in &plan.types.defs {
            if let TypeKind::Union(union) = &def.kind
                && matches!(union.decision, Decision::Tagged { .. })
                && let Some(branches) = document.pointer_mut(&format!("{COMPONENTS}/{}/anyOf", def.name))
            {
                branches.as_array_mut().into_iter().flatten().for_each(leave_out_tag);
            }
        }
        leave_out_widths(&mut document);
        let text = format!("{document:#}");
        Self { text, mapping }
    }
}

/// The tag stands beside the variant's own keywords, or in an `allOf` with it.
fn leave_out_tag(branch: &mut Value) {
    let Some(members) = branch.as_object_mut() else { return };
    if members.contains_key("$ref") {
        members.retain(|keyword, _| keyword == "$ref");
    } else if let Some(own) = members.get_mut("allOf").and_then(|parts| parts.get_mut(0)).map(Value::take) {
        *branch = own;
    } else {
        // Nothing that is written in place has these of its own.
        members.retain(|keyword, _| keyword != "not" && keyword != "anyOf");
    }
}

fn leave_out_widths(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let limits = members.get("minimum").zip(members.get("maximum"));
            if limits.is_some_and(|(least, most)| is_width(least, most)) {
                members.remove("minimum");
                members.remove("maximum");
            }
            members.values_mut().for_each(leave_out_widths);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_widths),
        _ => {}
    }
}

fn is_width(least: &Value, most: &Value) -> bool {
    let widths =
        [(json!(i32::MIN), json!(i32::MAX)), (json!(i64::MIN), json!(i64::MAX)), (json!(0), json!(u64::MAX))];
    widths.iter().any(|(lowest, highest)| least == lowest && most == highest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_is_left_without_its_tag() {
        let tag = json!({ "type": "object", "required": ["kind"] });
        let reference = json!({ "$ref": "#/components/schemas/Cat" });
        let mut beside = json!({ "$ref": "#/components/schemas/Cat", "required": ["kind"] });
        let mut around = json!({ "allOf": [{ "type": "string" }, tag] });
        let mut in_place = json!({ "type": "string", "not": { "required": ["kind"] } });
        leave_out_tag(&mut beside);
        leave_out_tag(&mut around);
        leave_out_tag(&mut in_place);
        assert_eq!((beside, around), (reference, json!({ "type": "string" })));
        assert_eq!(in_place, json!({ "type": "string" }));
    }

    #[test]
    fn only_the_ends_of_integers_are_left_out() {
        let mut value = json!({
            "wide": { "minimum": i64::MIN, "maximum": i64::MAX, "type": "integer" },
            "list": [{ "minimum": 0, "maximum": u64::MAX }],
            "bounded": { "minimum": 0, "maximum": 10 },
        });
        leave_out_widths(&mut value);
        let left = json!({ "wide": { "type": "integer" }, "list": [{}], "bounded": { "minimum": 0, "maximum": 10 } });
        assert_eq!(value, left);
    }
}
