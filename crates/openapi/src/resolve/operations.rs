//! The operations of a document and their parameters, with references followed.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{LocatedNode, Trees};
use crate::ir::Method;

/// An operation with what surrounds it.
#[derive(Clone, Debug)]
pub struct LocatedOperation<'a> {
    /// Path template.
    pub path: &'a str,
    /// The path item: where it stands, then where its `$ref` leads.
    pub items: Vec<LocatedNode<'a>>,
    /// Method.
    pub method: Method,
    /// The operation.
    pub located: LocatedNode<'a>,
}

/// A call in the other direction: an operation of a webhook or a callback.
#[derive(Clone, Debug)]
pub struct LocatedIncoming<'a> {
    /// Name of the webhook or callback.
    pub name: &'a str,
    /// Runtime expression of a callback; empty for a webhook.
    pub expression: &'a str,
    /// The object that lists it.
    map: String,
    /// The operation. Its path is empty: the receiver chooses the URL.
    pub operation: LocatedOperation<'a>,
}

/// A parameter of an operation: where it is listed, and where it is described.
#[derive(Clone, Debug)]
pub struct LocatedParameter<'a> {
    /// The entry in a `parameters` list, perhaps a reference.
    pub listed: LocatedNode<'a>,
    /// The parameter itself.
    pub located: LocatedNode<'a>,
}

impl<'a> LocatedParameter<'a> {
    /// What tells parameters apart: location and name. Header names have no case.
    #[must_use]
    pub fn identity(&self) -> Option<(&'a str, String)> {
        let parameter_in = self.located.text("in")?;
        let name = self.located.text("name")?;
        Some(if parameter_in == "header" {
            (parameter_in, name.to_ascii_lowercase())
        } else {
            (parameter_in, name.to_owned())
        })
    }
}

impl Trees {
    /// Every operation under `paths`, in the order of the document.
    #[must_use]
    pub fn operations(&self) -> Vec<LocatedOperation<'_>> {
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
    fn operations_of<'a>(&'a self, path: &'a str, item: LocatedNode<'a>) -> Vec<LocatedOperation<'a>> {
        let mut items = vec![item];
        if items[0].text("$ref").is_some()
            && let Ok(target) = self.follow(&items[0])
        {
            items.push(target);
        }
        let found = items.iter().flat_map(|item| methods(item)).collect::<Vec<_>>();
        found
            .into_iter()
            .map(|(method, located)| LocatedOperation { path, items: items.clone(), method, located })
            .collect()
    }

    /// Where the webhooks are: `webhooks`, and what documents of 3.0 write instead. An extension
    /// can be anything, so its members must look like path items.
    #[must_use]
    pub fn webhook_maps(&self) -> Vec<LocatedNode<'_>> {
        let root = self.root();
        let extension = root.field("x-webhooks").filter(|map| {
            let mut members = map.members().peekable();
            members.peek().is_some() && members.all(|(_, item)| is_path_item(&item))
        });
        root.field("webhooks").into_iter().chain(extension).collect()
    }

    /// Every operation of the webhooks, with the webhook's name.
    #[must_use]
    pub fn webhooks(&self) -> Vec<LocatedIncoming<'_>> {
        let mut found: Vec<LocatedIncoming<'_>> = Vec::new();
        for map in self.webhook_maps() {
            for (name, item) in map.members().filter(|(name, _)| !name.starts_with("x-")) {
                // The extension may repeat what the field says.
                if found.iter().any(|known| known.name == name && known.map != map.pointer) {
                    continue;
                }
                found.extend(self.operations_of("", item).into_iter().map(|operation| LocatedIncoming {
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
    pub fn callbacks<'a>(&'a self, operation: &LocatedNode<'a>) -> Vec<LocatedIncoming<'a>> {
        let mut found = Vec::new();
        let Some(callbacks) = operation.field("callbacks") else {
            return found;
        };
        for (name, listed) in callbacks.members().filter(|(name, _)| !name.starts_with("x-")) {
            let Ok(callback) = self.follow(&listed) else {
                continue;
            };
            for (expression, item) in callback.members().filter(|(key, _)| !key.starts_with("x-")) {
                found.extend(self.operations_of("", item).into_iter().map(|operation| LocatedIncoming {
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
    pub fn parameters<'a>(&'a self, operation: &LocatedOperation<'a>) -> Vec<LocatedParameter<'a>> {
        let mut merged: Vec<LocatedParameter<'a>> = Vec::new();
        let mut positions = HashMap::new();
        let owners = operation.items.iter().rev().chain([&operation.located]);
        for listed in owners
            .filter_map(|owner| owner.field("parameters"))
            .flat_map(|list| list.items().collect::<Vec<_>>())
        {
            let Ok(located) = self.follow(&listed) else {
                continue;
            };
            let parameter = LocatedParameter { listed, located };
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

fn is_path_item(item: &LocatedNode<'_>) -> bool {
    item.text("$ref").is_some() || methods(item).iter().any(|(_, located)| located.node.as_object().is_some())
}

fn methods<'a>(item: &LocatedNode<'a>) -> Vec<(Method, LocatedNode<'a>)> {
    let mut found = Vec::new();
    for (key, located) in item.members() {
        if let Some(method) = Method::from_field(key) {
            found.push((method, located));
        } else if key == "additionalOperations" {
            found.extend(located.members().map(|(name, located)| (Method::Other(name.to_owned()), located)));
        }
    }
    found.retain(|(_, located)| !located.node.is_null());
    found
}
