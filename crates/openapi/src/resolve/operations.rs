//! The operations of a document and their parameters, with references followed.

use super::{Place, PlaceKey, Trees};
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
            if path.starts_with("x-") {
                continue;
            }
            let mut items = vec![item];
            if items[0].text("$ref").is_some()
                && let Ok(target) = self.follow(&items[0])
            {
                items.push(target);
            }
            for at in 0..items.len() {
                for (method, place) in methods(&items[at]) {
                    operations.push(OperationPlace { path, items: items.clone(), method, place });
                }
            }
        }
        operations
    }

    /// The parameters of an operation: those of the path item, each replaced by the operation's
    /// own of the same name and location, then the operation's others. References that lead
    /// nowhere are left out; their places are returned second.
    #[must_use]
    pub fn parameters<'a>(
        &'a self,
        operation: &OperationPlace<'a>,
    ) -> (Vec<ParameterPlace<'a>>, Vec<PlaceKey>) {
        let mut merged: Vec<ParameterPlace<'a>> = Vec::new();
        let mut lost = Vec::new();
        let owners = operation.items.iter().rev().chain([&operation.place]);
        for listed in owners
            .filter_map(|owner| owner.field("parameters"))
            .flat_map(|list| list.items().collect::<Vec<_>>())
        {
            let Ok(place) = self.follow(&listed) else {
                lost.push(listed.key());
                continue;
            };
            let parameter = ParameterPlace { listed, place };
            let identity = parameter.identity();
            match merged.iter_mut().find(|other| identity.is_some() && other.identity() == identity) {
                Some(other) => *other = parameter,
                None => merged.push(parameter),
            }
        }
        (merged, lost)
    }
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
