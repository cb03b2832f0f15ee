//! The text of one handler.

use std::fmt::Write as _;

use unplug_openapi::Document;
use unplug_openapi::ir::{MediaType, ParameterIn, ParameterShape, Response, StatusSpec};

use super::insert::ServiceTypes;
use super::schemas::Described;
use crate::names;
use crate::plan::{Caller, OperationPlan};

/// Between the parts of an answer.
const CONTINUED: &str = ",\n            ";

/// The name of an operation's function. `utoipa` lists functions by paths in which no word of the
/// language may stand, and a file may have something else under the name.
pub(super) fn function(plan: &OperationPlan<'_>, taken: &[String]) -> String {
    let is_word = names::ident(&plan.rust_name) != plan.rust_name;
    if is_word || taken.contains(&plan.rust_name) {
        format!("{}_operation", plan.rust_name)
    } else {
        plan.rust_name.clone()
    }
}

/// The entry of an operation in the `Handlers { … }` literal.
pub(super) fn binding(plan: &OperationPlan<'_>, function: &str) -> String {
    format!("{}: unplug_server_stub::handler({function})", names::ident(&plan.rust_name))
}

/// The function with its description, and the module of its schemas, to be appended to a file.
pub(super) fn source(
    module: &str,
    (plan, name): (&OperationPlan<'_>, &str),
    document: &Document,
    types: &ServiceTypes,
) -> String {
    let operation = plan.operation;
    let schemas = format!("{}_schemas", names::snake(&plan.rust_name));
    let mut described = Described::new(&document.api);
    let attribute = attribute(plan, &schemas, &mut described);
    let summary = operation.summary.as_deref().map(one_line).filter(|text| !text.is_empty());
    let title = summary.unwrap_or_else(|| format!("`{} {}`", operation.method, operation.path));
    let (generics, service, caller) = arguments(plan, types);
    let stub = format!("unplug_server_stub::{}", names::ident(module));
    let (request, response) = (plan.request_struct(), plan.response_enum());
    let why = format!("{} is not written yet", operation.id);
    let mut text = format!(
        "\n/// {title}\n///\n/// Not written yet: answers 501.\n{attribute}\
         async fn {name}{generics}(\n    _: {service},\n    _: {caller},\n    _: {stub}::{request},\n\
         ) -> Result<{stub}::{response}, unplug_server_stub::Fault> {{\n    \
         Err(unplug_server_stub::Fault::Rejected(unplug_server_stub::Rejection::NotImplemented(\n        \
         {why:?},\n    )))\n}}\n"
    );
    if let Some(types) = described.source() {
        let _ = write!(
            text,
            "\n/// What the document says of [`{name}`]. Types of your own take the place of these.\n\
             mod {schemas} {{\n    crate::described::described! {{\n{}    }}\n}}\n",
            indented(&types)
        );
    }
    text
}

/// Generic parameters and the types of the first two arguments. What the file does not tell is left
/// open, and found by inference.
fn arguments(plan: &OperationPlan<'_>, types: &ServiceTypes) -> (String, String, String) {
    let mut generics = Vec::new();
    let service = types.service.clone().unwrap_or_else(|| {
        generics.push("S");
        "S".to_owned()
    });
    let mut known = || {
        types.caller.clone().unwrap_or_else(|| {
            generics.push("C");
            "C".to_owned()
        })
    };
    let caller = match plan.caller() {
        Caller::None => "()".to_owned(),
        Caller::Optional => format!("Option<{}>", known()),
        Caller::Required => known(),
    };
    let generics = if generics.is_empty() { String::new() } else { format!("<{}>", generics.join(", ")) };
    (generics, service, caller)
}

fn attribute(plan: &OperationPlan<'_>, schemas: &str, described: &mut Described<'_>) -> String {
    let operation = plan.operation;
    let mut lines = vec![
        format!("{},", operation.method.as_str().to_ascii_lowercase()),
        format!("path = {:?},", operation.path),
        format!("operation_id = {:?},", operation.id),
    ];
    match operation.tags.as_slice() {
        [] => {}
        [tag] => lines.push(format!("tag = {tag:?},")),
        [tag, others @ ..] => lines.push(format!("tag = {tag:?}, tags = {others:?},")),
    }
    if !operation.security.is_empty() {
        let alternatives = operation.security.iter().map(|requirement| {
            let parts: Vec<String> =
                requirement.iter().map(|(scheme, scopes)| format!("{scheme:?} = {scopes:?}")).collect();
            format!("({})", parts.join(", "))
        });
        lines.push(format!("security({}),", alternatives.collect::<Vec<_>>().join(", ")));
    }
    if !plan.parameters.is_empty() {
        lines.push("params(".to_owned());
        lines.extend(plan.parameters.iter().map(|field| parameter(field.parameter, schemas, described)));
        lines.push("),".to_owned());
    }
    if let Some(body) = &operation.body {
        let optional = !body.required;
        lines.push(format!(
            "request_body({}),",
            contents("body", &body.contents, optional, schemas, described)
        ));
    }
    lines.push("responses(".to_owned());
    for response in &operation.responses {
        lines.push(self::response(response, schemas, described));
    }
    lines.push("),".to_owned());
    format!("#[utoipa::path(\n    {}\n)]\n", lines.join("\n    "))
}

fn parameter(
    parameter: &unplug_openapi::ir::Parameter,
    schemas: &str,
    described: &mut Described<'_>,
) -> String {
    let schema = match &parameter.shape {
        ParameterShape::Schema { schema, .. } => Some(*schema),
        ParameterShape::Content(media_type) => media_type.schema,
    };
    let ty = format!("{schemas}::{}", described.add(&format!("{} parameter", parameter.name), schema));
    let location = match parameter.parameter_in {
        ParameterIn::Path => "Path",
        ParameterIn::Header => "Header",
        ParameterIn::Cookie => "Cookie",
        _ => "Query",
    };
    let (ty, flag) = if parameter.required {
        (format!("inline({ty})"), "")
    } else {
        (format!("inline(Option<{ty}>)"), ", nullable = false")
    };
    let deprecated = if parameter.deprecated { ", deprecated" } else { "" };
    let description = described_as(parameter.description.as_deref(), ", ");
    format!("    ({:?} = {ty}, {location}{flag}{deprecated}{description}),", parameter.name)
}

fn response(response: &Response, schemas: &str, described: &mut Described<'_>) -> String {
    let (status, word) = match response.status {
        StatusSpec::Code(code) => (code.to_string(), code.to_string()),
        StatusSpec::Range(class) => (format!("\"{class}XX\""), format!("{class}xx")),
        StatusSpec::Default => ("\"default\"".to_owned(), "default".to_owned()),
    };
    let description = &response.description;
    let mut text = format!("    (status = {status}, description = {description:?}");
    if !response.contents.is_empty() {
        let name = format!("answer {word}");
        let list = contents(&name, &response.contents, false, schemas, described);
        // The words for one media type differ from those of a request body.
        text.push_str(CONTINUED);
        text.push_str(&list.replacen("content = ", "body = ", usize::from(response.contents.len() == 1)));
    }
    if !response.headers.is_empty() {
        let headers = response.headers.iter().map(|header| {
            let ty = described.add(&format!("{} header", header.name), header.schema);
            let description = described_as(header.description.as_deref(), ", ");
            format!("({:?} = inline({schemas}::{ty}){description})", header.name)
        });
        text.extend([CONTINUED, "headers(\n"]);
        for header in headers {
            text.extend(["                ", &header, ",\n"]);
        }
        text.push_str("            )");
    }
    text.push_str("),");
    text
}

/// `content = T, content_type = "…"`, or the list of several.
fn contents(
    name: &str,
    contents: &[MediaType],
    optional: bool,
    schemas: &str,
    described: &mut Described<'_>,
) -> String {
    let mut one = |media_type: &MediaType| {
        let ty = format!("{schemas}::{}", described.add(name, media_type.schema));
        if optional { format!("inline(Option<{ty}>)") } else { format!("inline({ty})") }
    };
    match contents {
        [media_type] => format!("content = {}, content_type = {:?}", one(media_type), media_type.name),
        several => {
            let list: Vec<String> = several
                .iter()
                .map(|media_type| format!("({} = {:?})", one(media_type), media_type.name))
                .collect();
            format!("content({})", list.join(", "))
        }
    }
}

fn described_as(description: Option<&str>, before: &str) -> String {
    description.map_or_else(String::new, |text| format!("{before}description = {text:?}"))
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| format!("    {line}\n"));
    lines.collect()
}
