//! Credentials and parameters of a request.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use unplug_openapi::ir::{
    Direction, Operation, Parameter, ParameterIn, ParameterShape, SchemaId, SecurityScheme,
    SecuritySchemeKind, Style,
};

use crate::deep_object;
use crate::finding::{Rule, SourceLine};
use crate::report::Report;
use crate::validation::Validation;
use crate::values::{self, Shape, ShapedSchema};

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
    fn named(&self, location: ParameterIn, name: &str) -> Vec<Cow<'_, str>> {
        let pairs = match location {
            ParameterIn::Path => self.path,
            ParameterIn::Query | ParameterIn::QueryString => &self.query,
            ParameterIn::Cookie => &self.cookies,
            ParameterIn::Header => {
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
    validation: &Validation,
    operation: &Operation,
    sent: &Sent<'_>,
    report: &mut Report<'_>,
) {
    let schemes = &validation.api().security_schemes;
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
    report.add(Rule::MissingCredentials, message, Some(SourceLine::of(&operation.location)));
}

fn is_there(scheme: &SecurityScheme, sent: &Sent<'_>) -> bool {
    match &scheme.kind {
        SecuritySchemeKind::ApiKey { parameter_in, name } => !sent.named(*parameter_in, name).is_empty(),
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
    validation: &Validation,
    operation: &Operation,
    parameter: &Parameter,
    sent: &Sent<'_>,
    report: &mut Report<'_>,
) {
    let name = &parameter.name;
    let values = sent.named(parameter.parameter_in, name);
    let readings = match &parameter.shape {
        ParameterShape::Schema { style, explode, schema, .. } => {
            let shaped = values::shaped_schemas(&validation.api().schemas, *schema);
            let spread = *explode && matches!(style, Style::Form | Style::Cookie);
            let repeats = spread && shaped.iter().any(|shaped| shaped.shape != Shape::Single);
            if values.len() > 1 && !repeats {
                let message = format!("the parameter `{name}` is there {} times", values.len());
                report.add(Rule::DuplicateParameter, message, Some(SourceLine::of(&parameter.location)));
                return;
            }
            let written = Written { validation, operation, parameter, style: *style, explode: *explode };
            let readings: Vec<Value> = shaped
                .iter()
                .filter(|shaped| values.len() <= 1 || shaped.shape != Shape::Single)
                .filter_map(|shaped| written.read(shaped, &values, sent))
                .flatten()
                .collect();
            (!readings.is_empty()).then_some((*schema, readings))
        }
        ParameterShape::Content(media_type) => values.first().and_then(|text| {
            let value = serde_json::from_str(text).unwrap_or_else(|_| text.as_ref().into());
            Some((media_type.schema?, vec![value]))
        }),
    };
    match readings {
        Some((schema, readings)) => {
            for mismatch in validation.mismatches(schema, Direction::Request, &readings) {
                let message = format!("the parameter `{name}`: {}", mismatch.message);
                report.add(Rule::InvalidParameter, message, Some(mismatch.at));
            }
        }
        None if parameter.required && values.is_empty() => {
            let message = format!("the required parameter `{name}` is missing");
            report.add(Rule::MissingParameter, message, Some(SourceLine::of(&parameter.location)));
        }
        None => {}
    }
}

/// How a parameter is written.
struct Written<'a> {
    validation: &'a Validation,
    operation: &'a Operation,
    parameter: &'a Parameter,
    style: Style,
    explode: bool,
}

impl Written<'_> {
    /// Undoes the serialisation style, and gives every reading. `None`: the parameter is not there.
    fn read(&self, shaped: &ShapedSchema, values: &[Cow<'_, str>], sent: &Sent<'_>) -> Option<Vec<Value>> {
        let schemas = &self.validation.api().schemas;
        let (schema, explode) = (shaped.schema, self.explode);
        let first = values.first().map(AsRef::as_ref);
        let separated = |text, separator| values::separated(schemas, shaped, text, separator, explode);
        match (self.style, shaped.shape) {
            (Style::DeepObject, _) => {
                let own = sent.query.iter().filter_map(|(key, value)| {
                    Some((deep_object::keys(key, &self.parameter.name)?, value.as_str()))
                });
                let own: Vec<_> = own.collect();
                (!own.is_empty()).then(|| vec![deep_object::value(schemas, Some(schema), own)])
            }
            (Style::Form | Style::Cookie, Shape::Record) if explode => {
                let members = self.members(schema, sent);
                (!members.is_empty()).then(|| vec![values::record(schemas, schema, members)])
            }
            (Style::Form | Style::Cookie, Shape::List) if explode => {
                first.map(|_| vec![values::list(schemas, schema, values.iter().map(AsRef::as_ref))])
            }
            (Style::SpaceDelimited, _) => first.map(|text| separated(text, " ")),
            (Style::PipeDelimited, _) => first.map(|text| separated(text, "|")),
            (Style::Label, _) => first.map(|text| {
                let text = text.strip_prefix('.').unwrap_or(text);
                separated(text, if explode { "." } else { "," })
            }),
            (Style::Matrix, _) => first.map(|text| self.matrix(shaped, text)),
            (Style::Simple | Style::Form | Style::Cookie, _) => first.map(|text| separated(text, ",")),
        }
    }

    /// The members of an object that are parameters by themselves: those that it describes, and where
    /// it describes others in general, all that belong to no other parameter.
    fn members<'s>(&self, schema: SchemaId, sent: &'s Sent<'_>) -> Vec<(&'s str, &'s str)> {
        let schemas = &self.validation.api().schemas;
        let object = &schemas[crate::schemas::resolved(schemas, schema)];
        let others = match object.additional_properties {
            Some(others) => schemas[others].boolean != Some(false),
            None => object.properties.is_empty(),
        };
        let pairs = match self.parameter.parameter_in {
            ParameterIn::Cookie => &sent.cookies,
            _ => &sent.query,
        };
        pairs
            .iter()
            .filter(|(key, _)| object.properties.contains_key(key) || (others && !self.is_claimed(key)))
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect()
    }

    /// Whether the name belongs to another parameter, or to a credential.
    fn is_claimed(&self, key: &str) -> bool {
        let schemas = &self.validation.api().schemas;
        let rest = self.operation.parameters.iter().filter(|other| {
            other.parameter_in == self.parameter.parameter_in && other.name != self.parameter.name
        });
        let by_parameter = rest.into_iter().any(|other| {
            let spread = match &other.shape {
                ParameterShape::Schema {
                    explode: true, schema, style: Style::Form | Style::Cookie, ..
                } => schemas[crate::schemas::resolved(schemas, *schema)].properties.contains_key(key),
                _ => false,
            };
            other.name == key || spread || deep_object::keys(key, &other.name).is_some()
        });
        by_parameter
            || self.validation.api().security_schemes.values().any(|scheme| match &scheme.kind {
                SecuritySchemeKind::ApiKey { parameter_in, name } => {
                    *parameter_in == self.parameter.parameter_in && name == key
                }
                _ => false,
            })
    }

    /// `;name=a,b` or, exploded, `;name=a;name=b` and `;member=value`.
    fn matrix(&self, shaped: &ShapedSchema, text: &str) -> Vec<Value> {
        let schemas = &self.validation.api().schemas;
        let name = &self.parameter.name;
        let pairs: Vec<(&str, &str)> = text
            .split(';')
            .filter(|part| !part.is_empty())
            .map(|part| part.split_once('=').unwrap_or((part, "")))
            .collect();
        let own = pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| *value);
        match shaped.shape {
            Shape::Record if self.explode => vec![values::record(schemas, shaped.schema, pairs)],
            Shape::List if self.explode => vec![values::list(schemas, shaped.schema, own)],
            _ => values::separated(schemas, shaped, &own.collect::<Vec<_>>().join(","), ",", false),
        }
    }
}
