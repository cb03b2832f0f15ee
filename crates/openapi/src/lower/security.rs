//! Servers and security.

use indexmap::IndexMap;

use super::{Lowering, origin};
use crate::check::by_uri;
use crate::ir::{
    ParameterLocation, SecurityRequirement, SecurityScheme, SecuritySchemeKind, Server, ServerVariable,
};
use crate::resolve::Place;
use crate::syntax::Node;

impl<'a> Lowering<'a> {
    /// The `servers` of a document, a path item or an operation.
    pub(super) fn servers(&mut self, owner: &Place<'a>) -> Vec<Server> {
        let Some(list) = owner.field("servers") else {
            return Vec::new();
        };
        let mut servers = Vec::new();
        for place in list.items() {
            self.touch(&place);
            let sound = !self.broken.contains_key(&place.key());
            let Some(url) = place.string("url").filter(|_| sound) else {
                continue;
            };
            let variables = place.field("variables");
            servers.push(Server {
                url,
                description: place.string("description"),
                name: place.string("x-rust-name").or_else(|| place.string("name")),
                variables: variables
                    .iter()
                    .flat_map(Place::members)
                    .map(|(name, place)| (name.to_owned(), variable(&place)))
                    .collect(),
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
            if let Some(scheme) = self.security_scheme(name, &listed) {
                lowered.insert(name.to_owned(), scheme);
            }
        }
        let operations = self.trees.operations().into_iter().map(|operation| operation.place);
        for list in operations.chain([root.clone()]).filter_map(|owner| owner.field("security")) {
            for (name, place) in list.items().flat_map(|requirement| self.schemes_by_uri(&requirement)) {
                if let Some(scheme) = self.security_scheme(name, &place) {
                    lowered.entry(name.to_owned()).or_insert(scheme);
                }
            }
            for requirement in list.items() {
                for (name, _) in requirement.members() {
                    lowered.entry(name.to_owned()).or_insert_with(|| unknown(name, &requirement));
                }
            }
        }
        lowered
    }

    fn schemes_by_uri(&self, requirement: &Place<'a>) -> Vec<(&'a str, Place<'a>)> {
        requirement
            .members()
            .filter_map(|(name, _)| Some((name, by_uri(self.trees, self.version, requirement, name)?)))
            .collect()
    }

    fn security_scheme(&self, name: &str, listed: &Place<'a>) -> Option<SecurityScheme> {
        let place = self.trees.follow(listed).ok()?;
        let kind = scheme_kind(&place).unwrap_or(SecuritySchemeKind::Unknown);
        Some(SecurityScheme {
            name: name.to_owned(),
            rust_name: place.string("x-rust-name"),
            description: place.string("description"),
            kind,
            origin: origin(&place),
        })
    }

    /// The alternatives of an operation: its own, or else those of the document.
    pub(super) fn security(&mut self, root: &Place<'a>, operation: &Place<'a>) -> Vec<SecurityRequirement> {
        let Some(list) = operation.field("security").or_else(|| root.field("security")) else {
            return Vec::new();
        };
        let mut alternatives = Vec::new();
        for place in list.items() {
            self.touch(&place);
            let mut alternative = SecurityRequirement::new();
            for (name, scopes) in place.members() {
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

/// What a scheme is; `None` when its fields do not say it.
fn scheme_kind(place: &Place<'_>) -> Option<SecuritySchemeKind> {
    Some(match place.text("type")? {
        "apiKey" => {
            let location = place.text("in")?.parse::<ParameterLocation>().ok()?;
            let carries = matches!(
                location,
                ParameterLocation::Header | ParameterLocation::Query | ParameterLocation::Cookie
            );
            let name = place.string("name").filter(|name| carries && !name.is_empty())?;
            SecuritySchemeKind::ApiKey { location, name }
        }
        "http" => SecuritySchemeKind::Http { scheme: place.text("scheme")?.to_ascii_lowercase() },
        "mutualTLS" => SecuritySchemeKind::MutualTls,
        "oauth2" => SecuritySchemeKind::OAuth2,
        "openIdConnect" => SecuritySchemeKind::OpenIdConnect,
        _ => return None,
    })
}

/// A scheme that is required and nowhere declared.
fn unknown(name: &str, requirement: &Place<'_>) -> SecurityScheme {
    SecurityScheme {
        name: name.to_owned(),
        rust_name: None,
        description: None,
        kind: SecuritySchemeKind::Unknown,
        origin: origin(requirement),
    }
}

fn variable(place: &Place<'_>) -> ServerVariable {
    ServerVariable {
        default: place.string("default").unwrap_or_default(),
        values: place
            .field("enum")
            .iter()
            .flat_map(Place::items)
            .filter_map(|value| value.node.as_str().map(str::to_owned))
            .collect(),
        description: place.string("description"),
    }
}
