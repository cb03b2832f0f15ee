//! The plan: every name and Rust type of one API, decided once for both sides.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{
    Api, Body, Header, Method, Operation, Parameter, Response, SchemaId, SecurityRequirement, StatusSpec,
};

use crate::form::{Form, FormFields, undefined_styles};
use crate::names::{self, Namespace, RustName};
use crate::types::{Builder, Shape, Types};

mod charsets;
mod content;
mod formats;
mod headers;
mod incoming;
mod items;
mod multipart;
mod planner;
mod unused_encodings;
mod variants;

pub use content::{BodyType, ContentPlan, ContentType};
use content::{body_type, contents};
use headers::SharedHeaders;
pub use items::ItemsPlan;
pub(crate) use multipart::{MultipartPlan, PartKind, PartPlan, PartType};
use planner::{OperationName, Planner};
pub use unplug_openapi::ir::ContentKind;

/// Everything that the emitters need to know about one API.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The API.
    pub api: &'a Api,
    /// Its operations in document order.
    pub operations: Vec<OperationPlan<'a>>,
    /// Its types.
    pub types: Types<'a>,
}

/// For which of the two generated crates something is emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Sends requests, reads responses.
    Client,
    /// Reads requests, sends responses.
    Server,
}

/// Who the handler of an operation is told is calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// No caller: the operation has no security.
    None,
    /// A caller, or none: credentials may be left out.
    Optional,
    /// A caller.
    Required,
}

/// An operation.
#[derive(Debug)]
pub struct OperationPlan<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// Name in snake case, for functions and fields: `delete_integration`. It may be a keyword, so
    /// make it an identifier with [`crate::names::ident`].
    pub rust_name: String,
    /// Name in Pascal case that its messages begin with: `DeleteIntegration`.
    pub prefix: String,
    /// Parameters in document order.
    pub parameters: Vec<FieldPlan<'a>>,
    /// Request body.
    pub body: Option<BodyPlan<'a>>,
    /// Responses in document order.
    pub responses: Vec<ResponsePlan<'a>>,
}

/// A parameter as a field of the request struct.
#[derive(Debug)]
pub struct FieldPlan<'a> {
    /// The parameter.
    pub parameter: &'a Parameter,
    /// Name of the field.
    pub field: RustName,
    /// Its type, without the `Option` of an optional parameter. `null` has no place in a parameter,
    /// so it is never nullable.
    pub shape: Shape,
    /// The schema of the value.
    pub schema: Option<SchemaId>,
    /// Which values its text can stand for.
    pub form: Form,
    /// The fields of a whole query that is a form with an `encoding`.
    pub(crate) fields: Option<FormFields>,
    /// If not, the field is `Option<ty>`.
    pub required: bool,
}

/// A request body, field `body` of the request struct.
#[derive(Debug)]
pub struct BodyPlan<'a> {
    /// The body.
    pub body: &'a Body,
    /// If not, the field is `Option<ty>`.
    pub required: bool,
    /// One per media type.
    pub variants: Vec<ContentPlan<'a>>,
    /// Name of the enum `P…Body`, when there are several media types.
    pub enum_name: Option<RustName>,
}

/// A declared response.
#[derive(Debug)]
pub struct ResponsePlan<'a> {
    /// The response.
    pub response: &'a Response,
    /// Variant in the response and error enums: `NotFound`, `Default`.
    pub variant: RustName,
    /// Name of its struct: `DeleteIntegrationNotFound`.
    pub struct_name: RustName,
    /// Name of the struct of its headers, when it declares any.
    pub headers_struct: Option<RustName>,
    /// Whether no response before this one has the same struct of headers.
    pub declares_headers: bool,
    /// Its headers.
    pub headers: Vec<HeaderPlan<'a>>,
    /// Its media types; empty means no body.
    pub contents: Vec<ContentPlan<'a>>,
    /// Name of the enum, when there are several media types.
    pub body_enum: Option<RustName>,
}

/// A response header as a field of the header struct.
#[derive(Debug)]
pub struct HeaderPlan<'a> {
    /// The header.
    pub header: &'a Header,
    /// Name of the field.
    pub field: RustName,
    /// Its type, without the `Option` of an optional header.
    pub shape: Shape,
    /// If not, the field is `Option<ty>`.
    pub required: bool,
}

impl<'a> OperationPlan<'a> {
    /// Name of the request struct.
    #[must_use]
    pub fn request_struct(&self) -> RustName {
        RustName::new(&format!("{}Request", self.prefix))
    }

    /// Name of the enum of all responses, on the server.
    #[must_use]
    pub fn response_enum(&self) -> RustName {
        RustName::new(&format!("{}Response", self.prefix))
    }

    /// Who its handler is told is calling.
    #[must_use]
    pub fn caller(&self) -> Caller {
        let security = &self.operation.security;
        if security.iter().all(SecurityRequirement::is_empty) {
            Caller::None
        } else if security.iter().any(SecurityRequirement::is_empty) {
            Caller::Optional
        } else {
            Caller::Required
        }
    }

    /// Responses whose status is 2xx. `Default` is one of them when no other is: it then stands for
    /// success and failure.
    pub fn successes(&self) -> impl Iterator<Item = &ResponsePlan<'a>> {
        let declared = self.responses.iter().any(ResponsePlan::is_success);
        self.responses.iter().filter(move |response| {
            response.is_success() || (!declared && response.response.status == StatusSpec::Default)
        })
    }

    /// Responses that are not declared for 2xx, `Default` among them.
    pub fn failures(&self) -> impl Iterator<Item = &ResponsePlan<'a>> {
        self.responses.iter().filter(|response| !response.is_success())
    }
}

/// What a response's variant holds.
#[derive(Clone, Copy, Debug)]
pub enum Payload<'p> {
    /// Nothing: the status says it all.
    Nothing,
    /// The body.
    Body(BodyType<'p>),
    /// A struct of status, headers and body, as far as the response has them.
    Struct(&'p RustName),
}

impl BodyPlan<'_> {
    /// Type of the field `body`; `None` when no media type is declared, which leaves bytes.
    #[must_use]
    pub fn body_type(&self) -> Option<BodyType<'_>> {
        body_type(&self.variants, self.enum_name.as_ref())
    }
}

impl ResponsePlan<'_> {
    /// Type of the field `body`, when there is a body.
    #[must_use]
    pub fn body_type(&self) -> Option<BodyType<'_>> {
        body_type(&self.contents, self.body_enum.as_ref())
    }

    /// What the response's variant holds. Only headers, and a status that the declaration leaves
    /// open, need a struct around the body.
    #[must_use]
    pub fn payload(&self) -> Payload<'_> {
        if self.carries_status() || !self.headers.is_empty() {
            return Payload::Struct(&self.struct_name);
        }
        self.body_type().map_or(Payload::Nothing, Payload::Body)
    }

    /// Whether the status is 2xx.
    #[must_use]
    pub fn is_success(&self) -> bool {
        is_success(self.response.status)
    }

    /// Whether any of its media types is handed on as it comes.
    #[must_use]
    pub fn is_streamed(&self) -> bool {
        self.contents.iter().any(|content| content.streamed)
    }

    /// Whether the struct carries the status itself, because the declaration names no single one.
    #[must_use]
    pub fn carries_status(&self) -> bool {
        !matches!(self.response.status, StatusSpec::Code(_))
    }
}

impl<'a> Plan<'a> {
    /// Decides names and types. What cannot be expressed is widened, with a diagnostic.
    #[must_use]
    pub fn new(api: &'a Api) -> (Self, Vec<Diagnostic>) {
        let mut planner = Planner { names: Namespace::types(), builder: Builder::new(api) };
        let named = planner.name_operations(api);
        let shared = SharedHeaders::new(&named, &mut planner.names);
        let taken = std::mem::take(&mut planner.names);
        planner.builder.reserve(taken);
        planner.builder.components();
        for name in &named {
            planner.resolve(name.operation, &name.prefix);
        }
        for (prefix, operation) in incoming::named(api, &named) {
            planner.resolve(operation, &prefix);
        }
        let (types, mut diagnostics) = planner.builder.finish();
        diagnostics.extend(undefined_styles(api));
        diagnostics.extend(unused_encodings::unused_encodings(api));
        diagnostics.extend(formats::not_told_apart(api));
        diagnostics.extend(charsets::unknown_charsets(api));
        let operations = named.into_iter().map(|name| OperationPlan::new(&types, name, &shared)).collect();
        let plan = Self { api, operations, types };
        (plan, diagnostics)
    }
}

impl Plan<'_> {
    /// Whether any operation asks for credentials.
    #[must_use]
    pub fn is_secured(&self) -> bool {
        self.operations.iter().any(|operation| operation.caller() != Caller::None)
    }
}

impl<'a> OperationPlan<'a> {
    fn new(types: &Types<'a>, name: OperationName<'a>, shared: &SharedHeaders<'_>) -> Self {
        let OperationName { operation, rust_name, prefix } = name;
        let mut fields = Namespace::new();
        if operation.body.is_some() {
            fields.take("body");
        }
        let parameters = operation
            .parameters
            .iter()
            .map(|parameter| parameter_plan(types, operation, parameter, &mut fields))
            .collect();
        let body = operation.body.as_ref().map(|body| {
            let mut structs = multipart::struct_names(types.api, body, &prefix);
            let variants = contents(types, &body.contents, false, &mut structs);
            let enum_name = (variants.len() > 1).then(|| RustName::new(&format!("{prefix}Body")));
            BodyPlan { body, required: body.required, variants, enum_name }
        });
        let responses = operation
            .responses
            .iter()
            .map(|response| response_plan(types, operation, response, &prefix, shared))
            .collect();
        Self { operation, rust_name, prefix, parameters, body, responses }
    }
}

fn parameter_plan<'a>(
    types: &Types<'a>,
    operation: &Operation,
    parameter: &'a Parameter,
    fields: &mut Namespace,
) -> FieldPlan<'a> {
    let wanted = parameter.rust_name.as_deref().unwrap_or(&parameter.name);
    let schema = parameter.schema();
    let shape = schema.map_or(Shape::String, |schema| types.use_of(schema).shape);
    FieldPlan {
        parameter,
        field: RustName::new(&fields.claim_snake(&names::snake(wanted))),
        shape,
        schema,
        form: Form::of_parameter(types.api, operation, parameter),
        fields: FormFields::of_query(types.api, parameter),
        required: parameter.required,
    }
}

/// Whether HTTP has no body for such an answer, whatever the document declares.
fn is_bodiless(operation: &Operation, response: &Response) -> bool {
    operation.method == Method::Head
        || matches!(response.status, StatusSpec::Code(100..=199 | 204 | 205 | 304) | StatusSpec::Range(1))
}

fn is_success(status: StatusSpec) -> bool {
    matches!(status, StatusSpec::Code(200..=299) | StatusSpec::Range(2))
}

fn response_plan<'a>(
    types: &Types<'a>,
    operation: &Operation,
    response: &'a Response,
    prefix: &str,
    shared: &SharedHeaders<'_>,
) -> ResponsePlan<'a> {
    let reason = reason(response.status);
    let mut fields = Namespace::new();
    let headers: Vec<_> = response
        .headers
        .iter()
        .map(|header| {
            let shape = if is_set_cookie(&header.name) {
                // Cookies cannot be joined to one line, and several may be set, whatever is declared.
                Shape::Array(Box::new(Shape::String.into()))
            } else {
                header.schema.map_or(Shape::String, |schema| types.use_of(schema).shape)
            };
            HeaderPlan {
                header,
                field: RustName::new(&fields.claim_snake(&names::snake(&header.name))),
                shape,
                required: header.required,
            }
        })
        .collect();
    let declared = if is_bodiless(operation, response) { &[] } else { response.contents.as_slice() };
    let contents = contents(types, declared, is_success(response.status), &mut []);
    let headers_struct = shared.of(prefix, response);
    let body_enum = (contents.len() > 1).then(|| RustName::new(&format!("{prefix}{reason}Body")));
    ResponsePlan {
        response,
        variant: RustName::new(&reason),
        struct_name: RustName::new(&format!("{prefix}{reason}")),
        headers_struct: headers_struct.as_ref().map(|(name, _)| RustName::new(name)),
        declares_headers: headers_struct.is_some_and(|(_, first)| first),
        headers,
        contents,
        body_enum,
    }
}

/// The one header whose lines are values of their own.
pub(crate) fn is_set_cookie(name: &str) -> bool {
    name.eq_ignore_ascii_case("set-cookie")
}

/// Name of a response: `NotFound`, `Status499`, `Status4xx`, `Default`.
#[must_use]
pub fn reason(status: StatusSpec) -> String {
    match status {
        StatusSpec::Code(code) => names::reason(code).unwrap_or_else(|| format!("Status{code}")),
        StatusSpec::Range(class) => format!("Status{class}xx"),
        StatusSpec::Default => "Default".to_owned(),
    }
}
