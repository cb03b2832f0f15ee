//! Servers and security.

use indexmap::IndexMap;

use super::operations::texts;
use super::{Lowering, origin};
use crate::check::by_uri;
use crate::ir::{
    ParameterLocation, SecurityRequirement, SecurityScheme, SecuritySchemeKind, Server, ServerVariable,
};
use crate::resolve::Place;
use crate::syntax::Node;

impl<'a> Lowering<'a> {
    /// The `servers` of a document, a path item or an operation.
    pub(super) fn servers(owner: &Place<'a>) -> Vec<Server> {
        let Some(list) = owner.field("servers") else {
            return Vec::new();
        };
        let mut servers = Vec::new();
        for place in list.items() {
            let described = place.field("variables");
            let variables: IndexMap<String, ServerVariable> = described
                .iter()
                .flat_map(Place::members)
                .filter_map(|(name, place)| Some((name.to_owned(), variable(&place)?)))
                .collect();
            let Some(url) = place.string("url") else { continue };
            servers.push(Server {
                url,
                description: place.string("description"),
                name: place.string("x-rust-name").or_else(|| place.string("name")),
                variables,
                origin: Some(origin(&place)),
            });
        }
        servers
    }

    /// The security schemes of the components.
    pub(super) fn security_schemes(&mut self, root: &Place<'a>) -> IndexMap<String, SecurityScheme> {
        let schemes = root.field("components").and_then(|components| components.field("securitySchemes"));
        let mut lowered = IndexMap::new();
        for (name, listed) in schemes.iter().flat_map(Place::members) {
            lowered.insert(name.to_owned(), self.security_scheme(name, &listed));
        }
        let operations = self.trees.operations().into_iter().map(|operation| operation.place);
        for list in operations.chain([root.clone()]).filter_map(|owner| owner.field("security")) {
            for requirement in list.alternatives() {
                for (name, place) in needed(&requirement) {
                    if !lowered.contains_key(name) {
                        let elsewhere = by_uri(self.trees, self.version, &requirement, name);
                        let scheme = self.security_scheme(name, &elsewhere.unwrap_or(place));
                        lowered.insert(name.to_owned(), scheme);
                    }
                }
            }
        }
        lowered
    }

    /// A scheme. One that says nothing that could be sent is left to those who use the generated code,
    /// so that nothing is open that is meant to be closed.
    fn security_scheme(&self, name: &str, listed: &Place<'a>) -> SecurityScheme {
        let place = self.trees.follow(listed).unwrap_or_else(|_| listed.clone());
        SecurityScheme {
            name: name.to_owned(),
            rust_name: place.string("x-rust-name"),
            description: place.string("description"),
            kind: scheme_kind(&place).unwrap_or(SecuritySchemeKind::Unknown),
            origin: origin(&place),
        }
    }

    /// Notes for a selection that a scheme is used.
    fn reach_scheme(&mut self, root: &Place<'a>, name: &str) {
        let listed = root
            .field("components")
            .and_then(|components| components.field("securitySchemes"))
            .and_then(|schemes| schemes.get(name));
        if let Some(listed) = listed.filter(|_| self.reach.is_some()) {
            self.follow(&listed);
        }
    }

    /// The alternatives of an operation: its own, or else those of the document.
    pub(super) fn security(&mut self, root: &Place<'a>, operation: &Place<'a>) -> Vec<SecurityRequirement> {
        let Some(list) = operation.field("security").or_else(|| root.field("security")) else {
            return Vec::new();
        };
        let mut alternatives = Vec::new();
        if list.node.as_array().is_none() && list.node.as_object().is_none() {
            // Nobody knows who may call it, and it must not become everybody.
            self.spoiled.get_or_insert_with(|| list.head(""));
        }
        for place in list.alternatives() {
            let mut alternative = SecurityRequirement::new();
            if place.node.as_object().is_none() && place.node.as_str().is_none() {
                self.spoiled.get_or_insert_with(|| place.head(""));
            }
            for (name, scopes) in needed(&place) {
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
}

/// The schemes that a requirement names. A name alone, without the object, is one as well.
fn needed<'a>(requirement: &Place<'a>) -> Vec<(&'a str, Place<'a>)> {
    match requirement.node.as_str() {
        Some(name) => vec![(name, requirement.clone())],
        None => requirement.members().collect(),
    }
}

fn scheme_kind(place: &Place<'_>) -> Option<SecuritySchemeKind> {
    Some(match place.text("type")? {
        "apiKey" => SecuritySchemeKind::ApiKey {
            location: match place.text("in")? {
                "query" => ParameterLocation::Query,
                "header" => ParameterLocation::Header,
                "cookie" => ParameterLocation::Cookie,
                _ => return None,
            },
            name: place.string("name")?,
        },
        "http" => SecuritySchemeKind::Http { scheme: place.text("scheme")?.to_ascii_lowercase() },
        "mutualTLS" => SecuritySchemeKind::MutualTls,
        "oauth2" => SecuritySchemeKind::OAuth2,
        "openIdConnect" => SecuritySchemeKind::OpenIdConnect,
        _ => return None,
    })
}

/// A variable, unless there is no value for it.
fn variable(place: &Place<'_>) -> Option<ServerVariable> {
    let values = texts(place.field("enum").as_ref());
    Some(ServerVariable {
        default: place.string("default").or_else(|| values.first().cloned())?,
        values,
        description: place.string("description"),
    })
}
