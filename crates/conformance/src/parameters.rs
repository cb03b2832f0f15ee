//! Credentials and parameters of a request.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};
use percent_encoding::percent_decode_str;
use unplug_openapi::ir::{
    Operation, Parameter, ParameterLocation, ParameterShape, SchemaId, SecurityScheme, SecuritySchemeKind,
    Style,
};

use crate::checker::{Checker, Report};
use crate::finding::{Place, Rule};
use crate::values::{self, Shape};

/// Where the parameters of one request are found.
pub(crate) struct Sent<'a> {
    pub(crate) path: &'a [(String, String)],
    query: Vec<(String, String)>,
    cookies: Vec<(String, String)>,
    headers: &'a HeaderMap,
}

impl<'a> Sent<'a> {
    pub(crate) fn new(path: &'a [(String, String)], query: Option<&str>, headers: &'a HeaderMap) -> Self {
        let query = query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        let cookies = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self { path, query: query.collect(), cookies: cookies.collect(), headers }
    }

    /// Every value with the name. Header names do not depend on case.
    fn named(&self, location: ParameterLocation, name: &str) -> Vec<Cow<'_, str>> {
        let pairs = match location {
            ParameterLocation::Path => self.path,
            ParameterLocation::Query | ParameterLocation::QueryString => &self.query,
            ParameterLocation::Cookie => &self.cookies,
            ParameterLocation::Header => {
                return self
                    .headers
                    .get_all(name)
                    .iter()
                    .map(|value| String::from_utf8_lossy(value.as_bytes()))
                    .collect();
            }
        };
        pairs
            .iter()
            .filter(|(found, _)| found == name)
            .map(|(_, value)| Cow::Borrowed(value.as_str()))
            .collect()
    }
}

/// `+` is a space in a query, as in a form.
fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// At least one alternative must have all its credentials there. Whether they are right is for the
/// server to say.
pub(crate) fn check_credentials(
    checker: &Checker,
    operation: &Operation,
    sent: &Sent<'_>,
    report: &mut Report<'_>,
) {
    let schemes = &checker.api().security_schemes;
    let satisfied = |names: &unplug_openapi::ir::SecurityRequirement| {
        names.keys().all(|name| schemes.get(name).is_none_or(|scheme| is_there(scheme, sent)))
    };
    if operation.security.is_empty() || operation.security.iter().any(satisfied) {
        return;
    }
    let alternatives: Vec<String> = operation
        .security
        .iter()
        .map(|names| names.keys().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and "))
        .collect();
    let message = format!("credentials are missing: {}", alternatives.join(", or "));
    report.add(Rule::MissingCredentials, message, Some(Place::of(&operation.origin)));
}

fn is_there(scheme: &SecurityScheme, sent: &Sent<'_>) -> bool {
    match &scheme.kind {
        SecuritySchemeKind::ApiKey { location, name } => !sent.named(*location, name).is_empty(),
        SecuritySchemeKind::Http { scheme } => {
            authorization(sent).is_some_and(|sent| sent.eq_ignore_ascii_case(scheme))
        }
        SecuritySchemeKind::OAuth2 | SecuritySchemeKind::OpenIdConnect => {
            authorization(sent).is_some_and(|sent| sent.eq_ignore_ascii_case("bearer"))
        }
        // Below HTTP: a record of the exchange cannot show it.
        SecuritySchemeKind::MutualTls | SecuritySchemeKind::Unknown => true,
    }
}

/// The scheme of the `Authorization` header.
fn authorization<'s>(sent: &'s Sent<'_>) -> Option<&'s str> {
    sent.headers.get(AUTHORIZATION)?.to_str().ok()?.split(' ').next()
}

/// Checks one declared parameter.
pub(crate) fn check_parameter(
    checker: &Checker,
    parameter: &Parameter,
    sent: &Sent<'_>,
    report: &mut Report<'_>,
) {
    let name = &parameter.name;
    let values = sent.named(parameter.location, name);
    let readings = match &parameter.shape {
        ParameterShape::Schema { style, explode, schema, .. } => {
            let shape = values::shape(&checker.api().schemas, *schema);
            let repeats = shape != Shape::Single && *explode && matches!(style, Style::Form);
            let spread = *explode && matches!(style, Style::Form);
            if values.len() > 1 && !repeats && spread && values::may_be_list(&checker.api().schemas, *schema)
            {
                // A list in one branch of a union: which one is meant, text does not say.
                return;
            }
            if values.len() > 1 && !repeats {
                let message = format!("the parameter `{name}` is there {} times", values.len());
                report.add(Rule::DuplicateParameter, message, Some(Place::of(&parameter.origin)));
                return;
            }
            read(checker, parameter, (*style, *explode, *schema, shape), &values, sent)
                .map(|found| (*schema, found))
        }
        ParameterShape::Content(media_type) => values.first().and_then(|text| {
            let value = serde_json::from_str(text).unwrap_or_else(|_| text.as_ref().into());
            Some((media_type.schema?, vec![value]))
        }),
    };
    match readings {
        Some((schema, readings)) => {
            for mismatch in checker.mismatches(schema, &readings) {
                let message = format!("the parameter `{name}`: {}", mismatch.message);
                report.add(Rule::InvalidParameter, message, Some(mismatch.place));
            }
        }
        None if parameter.required && values.is_empty() => {
            let message = format!("the required parameter `{name}` is missing");
            report.add(Rule::MissingParameter, message, Some(Place::of(&parameter.origin)));
        }
        None => {}
    }
}

/// Undoes the serialisation style. `None`: the parameter is not there.
fn read(
    checker: &Checker,
    parameter: &Parameter,
    (style, explode, schema, shape): (Style, bool, SchemaId, Shape),
    values: &[Cow<'_, str>],
    sent: &Sent<'_>,
) -> Option<Vec<serde_json::Value>> {
    let schemas = &checker.api().schemas;
    let name = &parameter.name;
    let first = values.first().map(AsRef::as_ref);
    match (style, shape) {
        (Style::DeepObject, _) => {
            let members: Vec<(&str, &str)> = sent
                .query
                .iter()
                .filter_map(|(key, value)| {
                    Some((key.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?, value.as_str()))
                })
                .collect();
            (!members.is_empty()).then(|| vec![values::record(schemas, schema, members)])
        }
        (Style::Form | Style::Cookie, Shape::Record) if explode => {
            let properties = &schemas[crate::schemas::resolved(schemas, schema)].properties;
            let members: Vec<(&str, &str)> = sent
                .query
                .iter()
                .filter(|(key, _)| properties.contains_key(key))
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect();
            (!members.is_empty()).then(|| vec![values::record(schemas, schema, members)])
        }
        (Style::Form, Shape::List) if explode => {
            first.map(|_| vec![values::list(schemas, schema, values.iter().map(AsRef::as_ref))])
        }
        (Style::SpaceDelimited, _) => {
            first.map(|text| values::separated(schemas, schema, text, " ", explode))
        }
        (Style::PipeDelimited, _) => first.map(|text| values::separated(schemas, schema, text, "|", explode)),
        (Style::Label, _) => first.map(|text| {
            let text = text.strip_prefix('.').unwrap_or(text);
            values::separated(schemas, schema, text, if explode { "." } else { "," }, explode)
        }),
        (Style::Matrix, _) => first.map(|text| matrix(checker, name, schema, text, explode)),
        (Style::Simple | Style::Form | Style::Cookie, _) => {
            first.map(|text| values::separated(schemas, schema, text, ",", explode))
        }
    }
}

/// `;name=a,b` or, exploded, `;name=a;name=b` and `;member=value`.
fn matrix(
    checker: &Checker,
    name: &str,
    schema: SchemaId,
    text: &str,
    explode: bool,
) -> Vec<serde_json::Value> {
    let schemas = &checker.api().schemas;
    let pairs: Vec<(&str, &str)> = text
        .split(';')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .collect();
    let own = pairs.iter().filter(|(key, _)| *key == name).map(|(_, value)| *value);
    match values::shape(schemas, schema) {
        Shape::Record if explode => vec![values::record(schemas, schema, pairs)],
        Shape::List if explode => vec![values::list(schemas, schema, own)],
        _ => values::separated(schemas, schema, &own.collect::<Vec<_>>().join(","), ",", false),
    }
}
