//! The words for parts of an operation, and the sets that are compared.

use std::collections::BTreeSet;

use unplug_openapi::ir::{
    Api, JsonType, Parameter, ParameterLocation, ParameterShape, SchemaId, SecurityRequirement,
    SecuritySchemeKind, StatusSpec,
};

fn location_word(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::QueryString => "query-string",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}

/// For example ``query parameter `teamId` ``.
pub(super) fn parameter_words(parameter: &Parameter) -> String {
    format!("{} parameter `{}`", location_word(parameter.location), parameter.name)
}

pub(super) fn parameter_schema(parameter: &Parameter) -> Option<SchemaId> {
    match &parameter.shape {
        ParameterShape::Schema { schema, .. } => Some(*schema),
        ParameterShape::Content(media_type) => media_type.schema,
    }
}

/// The types a schema allows, apart from `null`; empty when it does not say.
pub(super) fn types(api: &Api, id: SchemaId) -> BTreeSet<JsonType> {
    let schema = &api.schemas[api.schemas.resolve(id)];
    schema.types.iter().copied().filter(|kind| *kind != JsonType::Null).collect()
}

/// Is every value of the `wanted` types one of the `found` types? Integers are numbers.
pub(super) fn accepts(found: &BTreeSet<JsonType>, wanted: &BTreeSet<JsonType>) -> bool {
    wanted
        .iter()
        .all(|kind| found.contains(kind) || (*kind == JsonType::Integer && found.contains(&JsonType::Number)))
}

pub(super) fn type_words(types: &BTreeSet<JsonType>) -> String {
    types.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect::<Vec<_>>().join(" or ")
}

/// Leads to one answer in a handler's description.
pub(super) fn status_step(status: StatusSpec) -> String {
    format!("status={status}").to_ascii_lowercase()
}

pub(super) fn covers(wanted: StatusSpec, found: StatusSpec) -> bool {
    match (wanted, found) {
        (StatusSpec::Default, _) => true,
        (StatusSpec::Range(class), StatusSpec::Code(code)) => code / 100 == u16::from(class),
        _ => wanted == found,
    }
}

/// Alternatives, each as what travels on the wire, so that scheme names do not matter. None at all
/// and an empty one are both access without credentials.
pub(super) fn alternatives(api: &Api, security: &[SecurityRequirement]) -> BTreeSet<BTreeSet<String>> {
    if security.is_empty() {
        return BTreeSet::from([BTreeSet::new()]);
    }
    security
        .iter()
        .map(|requirement| {
            requirement
                .keys()
                .map(|name| match api.security_schemes.get(name).map(|scheme| &scheme.kind) {
                    Some(SecuritySchemeKind::ApiKey { location, name }) => {
                        format!("{} `{}`", location_word(*location), name.to_ascii_lowercase())
                    }
                    Some(SecuritySchemeKind::Http { scheme }) => format!("HTTP {scheme}"),
                    Some(SecuritySchemeKind::MutualTls) => "mutual TLS".to_owned(),
                    Some(SecuritySchemeKind::OAuth2) => "OAuth 2".to_owned(),
                    Some(SecuritySchemeKind::Unknown) => "an unknown scheme".to_owned(),
                    Some(SecuritySchemeKind::OpenIdConnect) => "OpenID Connect".to_owned(),
                    None => format!("unknown scheme `{name}`"),
                })
                .collect()
        })
        .collect()
}

pub(super) fn security_words(alternatives: &BTreeSet<BTreeSet<String>>) -> String {
    alternatives
        .iter()
        .map(|schemes| {
            if schemes.is_empty() {
                "no credentials".to_owned()
            } else {
                schemes.iter().cloned().collect::<Vec<_>>().join(" and ")
            }
        })
        .collect::<Vec<_>>()
        .join(", or ")
}
