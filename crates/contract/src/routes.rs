//! Which operations and parameters of two descriptions are the same.

use std::collections::HashMap;

use unplug_openapi::ir::{Api, Operation, Parameter, ParameterIn, Server, without_names};

/// The operations of both descriptions.
pub(crate) struct Pairs<'a> {
    pub(crate) both: Vec<(&'a Operation, &'a Operation)>,
    /// Without a counterpart.
    pub(crate) before: Vec<&'a Operation>,
    pub(crate) after: Vec<&'a Operation>,
}

/// Operations match by method and path. The names in a path template are not on the wire, so
/// `/a/{id}` and `/a/{key}` are the same. Of two documents the paths count as they are written, and with
/// the base path of their server where that finds nothing; handlers have only the latter.
pub(crate) fn pairs<'a>(before: &'a Api, after: &'a Api, documents: bool) -> Pairs<'a> {
    let mut pairs = Pairs {
        both: Vec::new(),
        before: before.operations.iter().collect(),
        after: after.operations.iter().collect(),
    };
    if documents {
        pairs.take_equal(|operation| operation.path.clone(), |operation| operation.path.clone());
    }
    let with_base =
        |api: &'a Api| move |operation: &Operation| format!("{}{}", base(api, operation), operation.path);
    pairs.take_equal(with_base(before), with_base(after));
    let position =
        |operation: &Operation| before.operations.iter().position(|own| std::ptr::eq(own, operation));
    pairs.both.sort_by_key(|(operation, _)| position(operation));
    pairs
}

impl<'a> Pairs<'a> {
    /// Takes those whose method and path are equal. Some documents have several operations of which only
    /// the names of parameters differ: those that are written the same go first.
    fn take_equal(&mut self, one: impl Fn(&Operation) -> String, other: impl Fn(&Operation) -> String) {
        let key = |operation: &Operation, path: &str| without_names(&format!("{} {path}", operation.method));
        let mut others: HashMap<String, Vec<&'a Operation>> = HashMap::new();
        for operation in &self.after {
            others.entry(key(operation, &other(operation))).or_default().push(operation);
        }
        let mut waiting = Vec::new();
        let mut left = Vec::new();
        for operation in std::mem::take(&mut self.before) {
            let same = |other: &&Operation| other.path == operation.path;
            match others.get_mut(&key(operation, &one(operation))).and_then(|among| take(among, same)) {
                Some(other) => self.both.push((operation, other)),
                None => waiting.push(operation),
            }
        }
        for operation in waiting {
            match others.get_mut(&key(operation, &one(operation))).and_then(|among| take(among, |_| true)) {
                Some(other) => self.both.push((operation, other)),
                None => left.push(operation),
            }
        }
        self.before = left;
        self.after.retain(|operation| {
            let among = others.get(&key(operation, &other(operation)));
            among.is_some_and(|left| left.iter().any(|one| std::ptr::eq(*one, *operation)))
        });
    }
}

fn take<'a>(among: &mut Vec<&'a Operation>, wanted: impl Fn(&&Operation) -> bool) -> Option<&'a Operation> {
    let at = among.iter().position(wanted)?;
    Some(among.remove(at))
}

fn base(api: &Api, operation: &Operation) -> String {
    let servers = if operation.servers.is_empty() { &api.servers } else { &operation.servers };
    let base = servers.first().map_or_else(String::new, Server::base_path);
    base.trim_end_matches('/').to_owned()
}

/// As a person writes it, for example `DELETE /v1/integrations/{integration_id}`.
pub(crate) fn label(api: &Api, operation: &Operation) -> String {
    format!("{} {}{}", operation.method.as_str(), base(api, operation), operation.path)
}

/// The operation of the same id, wherever it is.
pub(crate) fn same_id<'a>(api: &'a Api, operation: &Operation) -> Option<&'a Operation> {
    api.operations.iter().find(|other| other.id == operation.id)
}

/// Where a parameter travels: equal for those that are the same on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    /// Position in the path, from the end, because base paths may be counted to it in one description only.
    Path(usize),
    /// Header names have no case.
    Named(ParameterIn, String),
}

/// The parameters of an operation with their slots.
pub(crate) fn slots(operation: &Operation) -> Vec<(Slot, &Parameter)> {
    let names = operation.path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    let names: Vec<&str> = names.collect();
    let positions: HashMap<&str, usize> =
        names.iter().rev().enumerate().map(|(position, name)| (*name, position)).collect();
    let slot = |parameter: &Parameter| match parameter.parameter_in {
        ParameterIn::Path => positions.get(parameter.name.as_str()).map_or_else(
            || Slot::Named(ParameterIn::Path, parameter.name.clone()),
            |position| Slot::Path(*position),
        ),
        ParameterIn::Header => Slot::Named(ParameterIn::Header, parameter.name.to_ascii_lowercase()),
        location => Slot::Named(location, parameter.name.clone()),
    };
    operation.parameters.iter().map(|parameter| (slot(parameter), parameter)).collect()
}
