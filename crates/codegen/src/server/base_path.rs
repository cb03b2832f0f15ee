//! Base paths: what the servers' URLs have after the host.

use unplug_openapi::ir::{Api, Operation, Server};

/// Variables with many values could make very many base paths.
const MOST_PATHS: usize = 32;

/// The base paths of an operation, without a slash at the end, each once, in document order.
pub(crate) fn of_operation(api: &Api, operation: &Operation) -> Vec<String> {
    if operation.servers.is_empty() { of_servers(&api.servers) } else { of_servers(&operation.servers) }
}

/// The base paths of servers.
pub(super) fn of_servers(servers: &[Server]) -> Vec<String> {
    let mut paths = Vec::new();
    for server in servers {
        for url in variants(server) {
            let path = path_of(&url).trim_end_matches('/').to_owned();
            if !paths.contains(&path) && paths.len() < MOST_PATHS {
                paths.push(path);
            }
        }
    }
    if paths.is_empty() {
        paths.push(String::new());
    }
    paths
}

/// The URL with its variables replaced, once for each allowed value, defaults first. Variables in
/// the host do not matter here.
fn variants(server: &Server) -> Vec<String> {
    let mut urls = vec![server.url.clone()];
    for (name, variable) in &server.variables {
        let placeholder = format!("{{{name}}}");
        if !path_of(&server.url).contains(&placeholder) {
            urls = urls.iter().map(|url| url.replace(&placeholder, &variable.default)).collect();
            continue;
        }
        let others = variable.values.iter().filter(|value| **value != variable.default);
        let values: Vec<_> = std::iter::once(&variable.default).chain(others).collect();
        urls = values
            .iter()
            .flat_map(|value| urls.iter().map(|url| url.replace(&placeholder, value)))
            .take(MOST_PATHS)
            .collect();
    }
    urls
}

fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let after_scheme = match url.split_once("://") {
        Some((_, rest)) => rest,
        None => match url.strip_prefix("//") {
            Some(rest) => rest,
            // A variable in front stands for the whole address of a server.
            None if url.starts_with('{') => url,
            None => return url,
        },
    };
    after_scheme.find('/').map_or("", |slash| &after_scheme[slash..])
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;
    use unplug_openapi::ir::ServerVariable;

    use super::*;

    fn server(url: &str, variables: &[(&str, &str, &[&str])]) -> Server {
        let variable = |(name, default, values): &(&str, &str, &[&str])| {
            let values = values.iter().map(|value| (*value).to_owned()).collect();
            let variable = ServerVariable { default: (*default).to_owned(), values, description: None };
            ((*name).to_owned(), variable)
        };
        Server {
            url: url.to_owned(),
            description: None,
            name: None,
            variables: variables.iter().map(variable).collect::<IndexMap<_, _>>(),
            origin: None,
        }
    }

    #[test]
    fn paths_are_what_follows_the_host() {
        let servers = [
            server("https://api.example.com/v1", &[]),
            server("https://api.eu.example.com/v1/", &[]),
            server("/relative", &[]),
            server("https://example.com", &[]),
            server("//example.com/bare", &[]),
        ];
        assert_eq!(of_servers(&servers), ["/v1", "/relative", "", "/bare"]);
        assert_eq!(of_servers(&[]), [""]);
    }

    #[test]
    fn variables_in_the_path_give_one_path_each() {
        let url = "https://{region}.example.com/{version}/{stage}";
        let variables: &[(&str, &str, &[&str])] =
            &[("region", "eu", &["eu", "us"]), ("version", "v2", &["v1", "v2"]), ("stage", "live", &[])];
        assert_eq!(of_servers(&[server(url, variables)]), ["/v2/live", "/v1/live"]);
    }
}
