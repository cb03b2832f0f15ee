//! The operations of a document and their parameters, with references followed.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Place, Trees};
use crate::ir::Method;

/// An operation with what surrounds it.
#[derive(Clone, Debug)]
pub struct OperationPlace<'a> {
    /// Path template.
    pub path: &'a str,
    /// The path item: where it stands, then where its `$ref` leads.
    pub items: Vec<Place<'a>>,
    /// Method.
    pub method: Method,
    /// The operation.
    pub place: Place<'a>,
}

/// A call in the other direction: an operation of a webhook or a callback.
#[derive(Clone, Debug)]
pub struct IncomingPlace<'a> {
    /// Name of the webhook or callback.
    pub name: &'a str,
    /// Runtime expression of a callback; empty for a webhook.
    pub expression: &'a str,
    /// The object that lists it.
    map: String,
    /// The operation. Its path is empty: the receiver chooses the URL.
    pub operation: OperationPlace<'a>,
}

/// A parameter of an operation: where it is listed, and where it is described.
#[derive(Clone, Debug)]
pub struct ParameterPlace<'a> {
    /// The entry in a `parameters` list, perhaps a reference.
    pub listed: Place<'a>,
    /// The parameter itself.
    pub place: Place<'a>,
}

impl<'a> ParameterPlace<'a> {
    /// What tells parameters apart: location and name. Header names have no case.
    #[must_use]
    pub fn identity(&self) -> Option<(&'a str, String)> {
        let location = self.place.text("in")?;
        let name = self.place.text("name")?;
        Some(if location == "header" {
            (location, name.to_ascii_lowercase())
        } else {
            (location, name.to_owned())
        })
    }
}

impl Trees {
    /// Every operation under `paths`, in the order of the document.
    #[must_use]
    pub fn operations(&self) -> Vec<OperationPlace<'_>> {
        let mut operations = Vec::new();
        let Some(paths) = self.root().field("paths") else {
            return operations;
        };
        for (path, item) in paths.members() {
            if !path.starts_with("x-") {
                operations.extend(self.operations_of(path, item));
            }
        }
        operations
    }

    /// The operations of one path item.
    fn operations_of<'a>(&'a self, path: &'a str, item: Place<'a>) -> Vec<OperationPlace<'a>> {
        let mut items = vec![item];
        if items[0].text("$ref").is_some()
            && let Ok(target) = self.follow(&items[0])
        {
            items.push(target);
        }
        let found = items.iter().flat_map(|item| methods(item)).collect::<Vec<_>>();
        found
            .into_iter()
            .map(|(method, place)| OperationPlace { path, items: items.clone(), method, place })
            .collect()
    }

    /// Where the webhooks are: `webhooks`, and what documents of 3.0 write instead. An extension
    /// can be anything, so its members must look like path items.
    #[must_use]
    pub fn webhook_maps(&self) -> Vec<Place<'_>> {
        let root = self.root();
        let extension = root.field("x-webhooks").filter(|map| {
            let mut members = map.members().peekable();
            members.peek().is_some() && members.all(|(_, item)| is_path_item(&item))
        });
        root.field("webhooks").into_iter().chain(extension).collect()
    }

    /// Every operation of the webhooks, with the webhook's name.
    #[must_use]
    pub fn webhooks(&self) -> Vec<IncomingPlace<'_>> {
        let mut found: Vec<IncomingPlace<'_>> = Vec::new();
        for map in self.webhook_maps() {
            for (name, item) in map.members().filter(|(name, _)| !name.starts_with("x-")) {
                // The extension may repeat what the field says.
                if found.iter().any(|known| known.name == name && known.map != map.pointer) {
                    continue;
                }
                found.extend(self.operations_of("", item).into_iter().map(|operation| IncomingPlace {
                    name,
                    expression: "",
                    map: map.pointer.clone(),
                    operation,
                }));
            }
        }
        found
    }

    /// Every operation of an operation's callbacks, with name and runtime expression.
    #[must_use]
    pub fn callbacks<'a>(&'a self, operation: &Place<'a>) -> Vec<IncomingPlace<'a>> {
        let mut found = Vec::new();
        let Some(callbacks) = operation.field("callbacks") else {
            return found;
        };
        for (name, listed) in callbacks.members().filter(|(name, _)| !name.starts_with("x-")) {
            let Ok(callback) = self.follow(&listed) else {
                continue;
            };
            for (expression, item) in callback.members().filter(|(key, _)| !key.starts_with("x-")) {
                found.extend(self.operations_of("", item).into_iter().map(|operation| IncomingPlace {
                    name,
                    expression,
                    map: callbacks.pointer.clone(),
                    operation,
                }));
            }
        }
        found
    }

    /// The parameters of an operation: those of the path item, each replaced by the operation's
    /// own of the same name and location, then the operation's others. References that lead
    /// nowhere are left out.
    #[must_use]
    pub fn parameters<'a>(&'a self, operation: &OperationPlace<'a>) -> Vec<ParameterPlace<'a>> {
        let mut merged: Vec<ParameterPlace<'a>> = Vec::new();
        let mut positions = HashMap::new();
        let owners = operation.items.iter().rev().chain([&operation.place]);
        for listed in owners
            .filter_map(|owner| owner.field("parameters"))
            .flat_map(|list| list.items().collect::<Vec<_>>())
        {
            let Ok(place) = self.follow(&listed) else {
                continue;
            };
            let parameter = ParameterPlace { listed, place };
            let Some(identity) = parameter.identity() else {
                merged.push(parameter);
                continue;
            };
            match positions.entry(identity) {
                Entry::Occupied(known) => merged[*known.get()] = parameter,
                Entry::Vacant(free) => {
                    free.insert(merged.len());
                    merged.push(parameter);
                }
            }
        }
        merged
    }
}

fn is_path_item(item: &Place<'_>) -> bool {
    item.text("$ref").is_some() || methods(item).iter().any(|(_, place)| place.node.as_object().is_some())
}

fn methods<'a>(item: &Place<'a>) -> Vec<(Method, Place<'a>)> {
    let mut found = Vec::new();
    for (key, place) in item.members() {
        if let Some(method) = Method::from_field(key) {
            found.push((method, place));
        } else if key == "additionalOperations" {
            found.extend(place.members().map(|(name, place)| (Method::Other(name.to_owned()), place)));
        }
    }
    found.retain(|(_, place)| !place.node.is_null());
    found
}
