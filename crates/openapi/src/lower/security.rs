//! Servers and security.

use indexmap::IndexMap;

use super::Lowering;
use super::operations::texts;
use crate::check::by_uri;
use crate::diagnostic::Diagnostic;
use crate::ir::{
    OAuthFlow, ParameterIn, SecurityRequirement, SecurityScheme, SecuritySchemeKind, Server, ServerVariable,
};
use crate::resolve::LocatedNode;
use crate::syntax::Node;

impl<'a> Lowering<'a> {
    /// The `servers` of a document, a path item or an operation.
    pub(super) fn servers(owner: &LocatedNode<'a>) -> Vec<Server> {
        let Some(list) = owner.field("servers") else {
            return Vec::new();
        };
        let mut servers = Vec::new();
        for located in list.items() {
            let described = located.field("variables");
            let variables: IndexMap<String, ServerVariable> = described
                .iter()
                .flat_map(LocatedNode::members)
                .filter_map(|(name, located)| Some((name.to_owned(), variable(&located)?)))
                .collect();
            let Some(url) = located.string("url") else { continue };
            servers.push(Server {
                url,
                description: located.string("description"),
                name: located.string("x-rust-name").or_else(|| located.string("name")),
                variables,
                location: Some(located.location()),
            });
        }
        servers
    }

    /// The security schemes of the components.
    pub(super) fn security_schemes(&mut self, root: &LocatedNode<'a>) -> IndexMap<String, SecurityScheme> {
        let schemes = root.field("components").and_then(|components| components.field("securitySchemes"));
        let mut lowered = IndexMap::new();
        for (name, listed) in schemes.iter().flat_map(LocatedNode::members) {
            lowered.insert(name.to_owned(), self.security_scheme(name, &listed));
        }
        let operations = self.trees.operations().into_iter().map(|operation| operation.located);
        for list in operations.chain([root.clone()]).filter_map(|owner| owner.field("security")) {
            for requirement in list.alternatives() {
                for (name, located) in needed(&requirement) {
                    if !lowered.contains_key(name) {
                        let elsewhere = by_uri(self.trees, self.version, &requirement, name);
                        let scheme = self.security_scheme(name, &elsewhere.unwrap_or(located));
                        lowered.insert(name.to_owned(), scheme);
                    }
                }
            }
        }
        lowered
    }

    /// A scheme. One that says nothing that could be sent is left to those who use the generated code,
    /// so that nothing is open that is meant to be closed.
    fn security_scheme(&self, name: &str, listed: &LocatedNode<'a>) -> SecurityScheme {
        let located = self.trees.follow(listed).unwrap_or_else(|_| listed.clone());
        SecurityScheme {
            name: name.to_owned(),
            rust_name: located.string("x-rust-name"),
            description: located.string("description"),
            kind: scheme_kind(&located).unwrap_or(SecuritySchemeKind::Unknown),
            flows: flows(&located),
            discovery_url: located.string("openIdConnectUrl").or_else(|| located.string("oauth2MetadataUrl")),
            location: located.location(),
        }
    }

    /// Notes for a selection that a scheme is used.
    fn reach_scheme(&mut self, root: &LocatedNode<'a>, name: &str) {
        let listed = root
            .field("components")
            .and_then(|components| components.field("securitySchemes"))
            .and_then(|schemes| schemes.get(name));
        if let Some(listed) = listed.filter(|_| self.reach.is_some()) {
            self.follow(&listed);
        }
    }

    /// The alternatives of an operation: its own, or else those of the document.
    pub(super) fn security(
        &mut self,
        root: &LocatedNode<'a>,
        operation: &LocatedNode<'a>,
    ) -> Vec<SecurityRequirement> {
        let Some(list) = operation.field("security").or_else(|| root.field("security")) else {
            return Vec::new();
        };
        let mut alternatives = Vec::new();
        if list.node.as_array().is_none() && list.node.as_object().is_none() {
            self.unreadable_security(&list);
        }
        for located in list.alternatives() {
            let mut alternative = SecurityRequirement::new();
            if located.node.as_object().is_none() && located.node.as_str().is_none() {
                self.unreadable_security(&located);
            }
            for (name, scopes) in needed(&located) {
                self.reach_scheme(root, name);
                let scopes = scopes.node.as_array().unwrap_or_default();
                alternative.insert(
                    name.to_owned(),
                    scopes.iter().filter_map(Node::as_str).map(str::to_owned).collect(),
                );
            }
            alternatives.push(alternative);
        }
        alternatives
    }

    /// Nobody knows who may call the operation, and it must not become everybody.
    fn unreadable_security(&mut self, located: &LocatedNode<'_>) {
        self.spoiled.get_or_insert_with(|| located.head(""));
        self.report(
            Diagnostic::error("unreadable-security", "what is written here names no security schemes")
                .label(located.head(""))
                .pointer(&located.pointer)
                .reason("operations that it applies to are left out, because nobody knows who may call them")
                .remedy(
                    "write a list of objects with the names of schemes; an empty list lets everybody call",
                ),
        );
    }
}

/// The schemes that a requirement names. A name alone, without the object, is one as well.
fn needed<'a>(requirement: &LocatedNode<'a>) -> Vec<(&'a str, LocatedNode<'a>)> {
    match requirement.node.as_str() {
        Some(name) => vec![(name, requirement.clone())],
        None => requirement.members().collect(),
    }
}

fn scheme_kind(located: &LocatedNode<'_>) -> Option<SecuritySchemeKind> {
    Some(match located.text("type")? {
        "apiKey" => SecuritySchemeKind::ApiKey {
            parameter_in: match located.text("in")? {
                "query" => ParameterIn::Query,
                "header" => ParameterIn::Header,
                "cookie" => ParameterIn::Cookie,
                _ => return None,
            },
            name: located.string("name")?,
        },
        "http" => SecuritySchemeKind::Http { scheme: located.text("scheme")?.to_ascii_lowercase() },
        "mutualTLS" => SecuritySchemeKind::MutualTls,
        "oauth2" => SecuritySchemeKind::OAuth2,
        "openIdConnect" => SecuritySchemeKind::OpenIdConnect,
        _ => return None,
    })
}

/// The flows of OAuth 2.
fn flows(scheme: &LocatedNode<'_>) -> Vec<OAuthFlow> {
    let listed = scheme.field("flows");
    let flow = |(name, located): (&str, LocatedNode<'_>)| {
        let url = |field: &'static str| Some((field, located.string(field)?));
        let scopes = located.field("scopes");
        let described = |(name, text): (&str, LocatedNode<'_>)| {
            (name.to_owned(), text.node.as_str().unwrap_or_default().to_owned())
        };
        OAuthFlow {
            name: name.to_owned(),
            urls: OAuthFlow::URLS.into_iter().filter_map(url).collect(),
            scopes: scopes.iter().flat_map(LocatedNode::members).map(described).collect(),
            location: located.location(),
        }
    };
    let is_flow = |(name, _): &(&str, LocatedNode<'_>)| !name.starts_with("x-");
    listed.iter().flat_map(LocatedNode::members).filter(is_flow).map(flow).collect()
}

/// A variable, unless there is no value for it.
fn variable(located: &LocatedNode<'_>) -> Option<ServerVariable> {
    let values = texts(located.field("enum").as_ref());
    Some(ServerVariable {
        default: located.string("default").or_else(|| values.first().cloned())?,
        values,
        description: located.string("description"),
    })
}
