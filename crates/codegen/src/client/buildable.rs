//! Which operations progenitor builds right, and the reason where it does not.
//!
//! progenitor knows paths, texts and lists of text as parameters, and one required body. It gets
//! nothing that it would refuse, write differently, or turn into code that does not compile; such
//! operations are written by [`super::direct`] instead.

use proc_macro2::TokenStream;
use unplug_openapi::ir::{Method, ParameterIn, ParameterShape, Style};

use crate::emit::rust_type;
use crate::plan::{ContentKind, ContentPlan, ContentType, FieldPlan, OperationPlan};
use crate::types::{Shape, TypeUse, Types};

/// What progenitor is asked to build for an operation.
pub(super) struct Buildable<'a> {
    /// HTTP method in lower case.
    pub(super) method: &'static str,
    /// Path template.
    pub(super) path: &'a str,
    /// Parameters, in the order in which progenitor's function takes them.
    pub(super) parameters: Vec<Argument<'a>>,
    /// The body, which comes last.
    pub(super) body: Option<Body<'a>>,
}

/// A parameter of progenitor's function: a text, or a list of texts.
pub(super) struct Argument<'a> {
    /// The parameter.
    pub(super) field: &'a FieldPlan<'a>,
    /// `path`, `query` or `header`.
    pub(super) location: &'static str,
    /// Whether it is sent as one pair per item.
    pub(super) list: bool,
}

/// A body that must be sent.
pub(super) enum Body<'a> {
    /// A type of ours, written as JSON.
    Json(TokenStream),
    /// A text of this media type.
    Text(&'a str),
    /// Bytes.
    Bytes,
}

/// Why progenitor cannot build an operation's requests, in words that follow "because".
pub(super) type Reason = String;

impl<'a> Buildable<'a> {
    /// Returns what progenitor is to build, or the reason why it cannot.
    pub(super) fn of(plan: &'a OperationPlan<'a>, types: &Types<'a>) -> Result<Self, Reason> {
        let method = method(&plan.operation.method)?;
        check_path(plan)?;
        let body = body(plan, types)?;
        check_names(plan, body.is_some())?;
        let mut parameters = plan.parameters.iter().map(argument).collect::<Result<Vec<_>, _>>()?;
        let path = plan.operation.route.path.as_str();
        parameters.sort_by_key(|argument| position(path, argument));
        Ok(Self { method, path, parameters, body })
    }
}

/// progenitor sorts the parameters of a path as they stand in it, and others by name.
fn position<'a>(path: &str, argument: &Argument<'a>) -> (u8, usize, &'a str) {
    let name = argument.field.parameter.name.as_str();
    match argument.location {
        "path" => (0, path.find(&format!("{{{name}}}")).unwrap_or_default(), name),
        "query" => (1, 0, name),
        _ => (2, 0, name),
    }
}

fn method(method: &Method) -> Result<&'static str, Reason> {
    Ok(match method {
        Method::Get => "get",
        Method::Put => "put",
        Method::Post => "post",
        Method::Delete => "delete",
        Method::Head => "head",
        Method::Patch => "patch",
        other => return Err(format!("reqwest has no function for the method {}", other.as_str())),
    })
}

/// The literal parts of the path must be able to stand in a format string and a URL, holes and path
/// parameters must agree, and every hole must be a segment of its own.
fn check_path(plan: &OperationPlan) -> Result<(), Reason> {
    let route = &plan.operation.route;
    let path = route.path.as_str();
    if !route.query.is_empty() {
        return Err("its path has a query".to_owned());
    }
    if !path.starts_with('/') || path.contains("//") {
        return Err("its path has an empty segment".to_owned());
    }
    let mut holes = Vec::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((hole, after)) = after.split_once('}') else { break };
        if !before.ends_with('/') || !(after.is_empty() || after.starts_with('/')) {
            return Err(format!("its parameter `{hole}` is only a part of a segment of the path"));
        }
        check_literal(before)?;
        if holes.contains(&hole) {
            return Err(format!("its parameter `{hole}` stands in the path twice"));
        }
        holes.push(hole);
        rest = after;
    }
    check_literal(rest)?;
    let declared = plan.parameters.iter().map(|field| field.parameter);
    let declared: Vec<_> = declared.filter(|parameter| parameter.parameter_in == ParameterIn::Path).collect();
    if holes.len() != declared.len()
        || !declared.iter().all(|parameter| holes.contains(&parameter.name.as_str()))
    {
        return Err("its path and its path parameters do not agree".to_owned());
    }
    Ok(())
}

fn check_literal(text: &str) -> Result<(), Reason> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/!$&'()*+,;=:@".contains(c);
    match text.chars().find(|c| !plain(*c)) {
        Some(other) => Err(format!("its path has the character {other:?}")),
        None => Ok(()),
    }
}

/// progenitor turns wire names into identifiers and does not look whether they are distinct.
fn check_names(plan: &OperationPlan, body: bool) -> Result<(), Reason> {
    let mut keys = vec!["headermap".to_owned()];
    keys.extend(body.then(|| "body".to_owned()));
    for field in &plan.parameters {
        let name = &field.parameter.name;
        let in_query = field.parameter.parameter_in == ParameterIn::Query;
        // In a query every other character is percent-encoded; elsewhere names stand as they are.
        let stands =
            |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c) || (in_query && "[]$:@/".contains(c));
        let key = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        if key.is_empty() || !name.chars().all(stands) {
            return Err(format!("its parameter `{name}` has a name that is none in Rust"));
        }
        if keys.contains(&key) {
            return Err(format!("its parameter `{name}` has the name of another variable in Rust"));
        }
        keys.push(key);
    }
    Ok(())
}

/// The parameter as progenitor can send it.
fn argument<'a>(field: &'a FieldPlan<'a>) -> Result<Argument<'a>, Reason> {
    let parameter = field.parameter;
    let refuse = |why: &str| Err(format!("its parameter `{}` {why}", parameter.name));
    let ParameterShape::Schema { style, explode, allow_reserved, .. } = parameter.shape else {
        return refuse("is described by a media type");
    };
    let (location, usual) = match parameter.parameter_in {
        ParameterIn::Path => ("path", Style::Simple),
        ParameterIn::Header => ("header", Style::Simple),
        ParameterIn::Query => ("query", Style::Form),
        ParameterIn::Cookie => return refuse("is a cookie"),
        ParameterIn::QueryString => return refuse("is the whole query"),
    };
    if style != usual {
        return refuse(match style {
            Style::DeepObject => "has the style deepObject",
            Style::SpaceDelimited => "has the style spaceDelimited",
            Style::PipeDelimited => "has the style pipeDelimited",
            Style::Label => "has the style label",
            Style::Matrix => "has the style matrix",
            Style::Simple | Style::Form | Style::Cookie => "has a style that is not the usual one",
        });
    }
    if allow_reserved && location == "query" {
        return refuse("keeps reserved characters");
    }
    let list = matches!(field.shape, Shape::Array(_)) && location == "query";
    let clear = match location {
        "query" if list && !explode => return refuse("is a list in one pair"),
        "query" if list => field.form.is_plain_list(),
        "header" => field.form.is_plain() || field.form.is_plain_list(),
        _ => field.form.is_plain(),
    };
    if !clear {
        return refuse("is neither a text that can only be read in one way nor a list of such");
    }
    Ok(Argument { field, location, list })
}

fn body<'a>(plan: &'a OperationPlan<'a>, types: &Types<'a>) -> Result<Option<Body<'a>>, Reason> {
    let Some(body) = &plan.body else { return Ok(None) };
    let only = match body.variants.as_slice() {
        [] => return Err("its body has no media type".to_owned()),
        [only] => only,
        several => return Err(format!("its body has {} media types", several.len())),
    };
    if !body.required {
        return Err("its body is optional".to_owned());
    }
    match (only.kind, only.media_type.name.as_str()) {
        (ContentKind::Json, "application/json") => json(only, types).map(Some),
        (ContentKind::Text, name @ ("text/plain" | "text/x-markdown")) => Ok(Some(Body::Text(name))),
        (ContentKind::Bytes, "application/octet-stream") => Ok(Some(Body::Bytes)),
        (_, name) => Err(format!("its body is {name}")),
    }
}

/// The type of a JSON body, as it is called in a module beside ours.
fn json<'a>(content: &ContentPlan<'a>, types: &Types<'a>) -> Result<Body<'a>, Reason> {
    match &content.ty {
        ContentType::Value(TypeUse { shape: Shape::Null, nullable: false }) => {
            Err("its body is always null".to_owned())
        }
        ContentType::Value(ty) => Ok(Body::Json(rust_type::beside(types, ty))),
        _ => Err("its body is no single value".to_owned()),
    }
}
