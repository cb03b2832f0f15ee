//! Base URLs, and the base paths in them.

use super::{Api, Operation, Server};

/// Variables with many values could make very many base paths.
const MAX_BASE_PATHS: usize = 32;

impl Server {
    /// The URL with the default of every variable.
    #[must_use]
    pub fn default_url(&self) -> String {
        let mut url = String::with_capacity(self.url.len());
        let mut rest = self.url.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, following)) = after.split_once('}') else {
                break;
            };
            url.push_str(before);
            if let Some(variable) = self.variables.get(name) {
                url.push_str(&variable.default);
            } else {
                url.push('{');
                url.push_str(name);
                url.push('}');
            }
            rest = following;
        }
        url.push_str(rest);
        url
    }

    /// The path of the URL, with the default of every variable and without a `/` at its end:
    /// `/v1` for `https://api.kombo.dev/v1`, empty for `https://example.com` and `/`.
    #[must_use]
    pub fn base_path(&self) -> String {
        path_of(&self.default_url())
    }

    /// The paths that the URL can have, once for each allowed value of the variables in it, that of
    /// the defaults first.
    fn base_paths(&self) -> Vec<String> {
        let mut urls = vec![self.url.clone()];
        for (name, variable) in &self.variables {
            let placeholder = format!("{{{name}}}");
            if !path_of(&self.url).contains(&placeholder) {
                urls = urls.iter().map(|url| url.replace(&placeholder, &variable.default)).collect();
                continue;
            }
            let others = variable.values.iter().filter(|value| **value != variable.default);
            let values: Vec<_> = std::iter::once(&variable.default).chain(others).collect();
            urls = values
                .iter()
                .flat_map(|value| urls.iter().map(|url| url.replace(&placeholder, value)))
                .take(MAX_BASE_PATHS)
                .collect();
        }
        urls.iter().map(|url| path_of(url)).collect()
    }
}

impl Api {
    /// The base paths of all operations that have no servers of their own: each once, in document
    /// order, without a `/` at the end.
    #[must_use]
    pub fn base_paths(&self) -> Vec<String> {
        of_servers(&self.servers)
    }

    /// The base paths of an operation.
    #[must_use]
    pub fn base_paths_of(&self, operation: &Operation) -> Vec<String> {
        if operation.servers.is_empty() { self.base_paths() } else { of_servers(&operation.servers) }
    }
}

fn of_servers(servers: &[Server]) -> Vec<String> {
    let mut paths = Vec::new();
    for path in servers.iter().flat_map(Server::base_paths) {
        if !paths.contains(&path) && paths.len() < MAX_BASE_PATHS {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        paths.push(String::new());
    }
    paths
}

/// What follows the host.
fn path_of(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let after_host = |rest: &'_ str| rest.find('/').map_or(String::new(), |slash| rest[slash..].to_owned());
    let path = if let Some((_, rest)) = url.split_once("://") {
        after_host(rest)
    } else if let Some(rest) = url.strip_prefix("//") {
        after_host(rest)
    } else if url.starts_with('{') {
        // A variable in front stands for the whole address of a server.
        after_host(url)
    } else {
        url.to_owned()
    };
    let path = path.trim_matches('/');
    if path.is_empty() { String::new() } else { format!("/{path}") }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use super::*;
    use crate::ir::ServerVariable;

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
            location: None,
        }
    }

    #[test]
    fn a_base_path_is_what_follows_the_host() {
        for (url, path) in [
            ("https://api.kombo.dev/v1", "/v1"),
            ("https://api.vercel.com", ""),
            ("https://api.vercel.com/", ""),
            ("https://{host}.example.com/{version}/", "/v2"),
            ("/", ""),
            ("/api/v3", "/api/v3"),
            ("api/v3?x=1", "/api/v3"),
            ("//example.com/a", "/a"),
            ("{site}", ""),
            ("{site}/v3", "/v3"),
        ] {
            assert_eq!(server(url, &[("version", "v2", &[])]).base_path(), path, "{url}");
        }
    }

    #[test]
    fn each_base_path_is_there_once() {
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
