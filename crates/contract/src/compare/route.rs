//! Which operation of the one side is which of the other.

use std::collections::BTreeMap;

use unplug_openapi::ir::{Api, Operation, Parameter, ParameterLocation, Server};

/// Method and path with the base path, as a caller sees them: the names in a path template are not
/// on the wire, so `/a/{id}` and `/a/{key}` are the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(String);

/// All operations of an API.
pub(super) fn by_route(api: &Api) -> BTreeMap<Key, &Operation> {
    api.operations.iter().map(|operation| (Key(without_names(&route(api, operation))), operation)).collect()
}

/// A path template with `{}` in place of every parameter.
pub(crate) fn without_names(template: &str) -> String {
    let mut result = String::new();
    let mut rest = template;
    while let Some((before, name)) = rest.split_once('{') {
        result.push_str(before);
        result.push_str("{}");
        rest = name.split_once('}').map_or("", |(_, after)| after);
    }
    result.push_str(rest);
    result
}

/// As a person writes it, for example `DELETE /v1/integrations/{integration_id}`.
pub(super) fn route(api: &Api, operation: &Operation) -> String {
    let servers = if operation.servers.is_empty() { &api.servers } else { &operation.servers };
    let base = servers.first().map_or_else(String::new, Server::base_path);
    format!("{} {}{}", operation.method.as_str(), base.trim_end_matches('/'), operation.path)
}

/// Do two parameters travel in the same place? Those of a path are told apart by where they stand
/// in it.
pub(super) fn same_parameter(one: (&Operation, &Parameter), other: (&Operation, &Parameter)) -> bool {
    if one.1.location != other.1.location {
        return false;
    }
    match one.1.location {
        ParameterLocation::Path => position(one).is_some() && position(one) == position(other),
        ParameterLocation::Header => one.1.name.eq_ignore_ascii_case(&other.1.name),
        _ => one.1.name == other.1.name,
    }
}

/// From the end, because base paths may be counted to the path on one side only.
fn position((operation, parameter): (&Operation, &Parameter)) -> Option<usize> {
    let names = operation.path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    names.collect::<Vec<_>>().into_iter().rev().position(|name| name == parameter.name)
}
