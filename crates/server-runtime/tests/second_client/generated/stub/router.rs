// Generated from second_client.yaml by the test golden.rs. Do not edit.

//! Credentials, handlers, and how the operations are bound to them.
#![allow(
    missing_docs,
    unused_imports,
    clippy::too_many_lines,
    clippy::unnecessary_wraps,
    reason = "written from a document: not every operation needs everything"
)]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::binding::{self, Bindings};
use unplug_server_runtime::credentials::{self, Found};
use unplug_server_runtime::service::{self, RouterOptions};
use unplug_server_runtime::{
    HandlerFor, OperationInfo, operation, Rejection, RequestContext,
};
/// Paths of the document's servers: every operation is answered under each, unless it
/// names servers of its own.
pub const BASE_PATHS: &[&str] = &[""];
operation!(
    PATH_SIMPLE : "pathSimple", "path_simple", "GET", "/simple/{text}/{list}/{object}", &
    []
);
operation!(
    PATH_SIMPLE_EXPLODE : "pathSimpleExplode", "path_simple_explode", "GET",
    "/simple-explode/{text}/{list}/{object}", & []
);
operation!(
    PATH_LABEL : "pathLabel", "path_label", "GET", "/label/{text}/{list}/{object}", & []
);
operation!(
    PATH_LABEL_EXPLODE : "pathLabelExplode", "path_label_explode", "GET",
    "/label-explode/{text}/{list}/{object}", & []
);
operation!(
    PATH_MATRIX : "pathMatrix", "path_matrix", "GET", "/matrix/{text}/{list}/{object}", &
    []
);
operation!(
    PATH_MATRIX_EXPLODE : "pathMatrixExplode", "path_matrix_explode", "GET",
    "/matrix-explode/{text}/{list}/{object}", & []
);
operation!(QUERY_FORM : "queryForm", "query_form", "GET", "/form", & []);
operation!(
    QUERY_FORM_EXPLODE : "queryFormExplode", "query_form_explode", "GET",
    "/form-explode", & []
);
operation!(
    QUERY_DELIMITED : "queryDelimited", "query_delimited", "GET", "/delimited", & []
);
operation!(
    QUERY_DEEP_OBJECT : "queryDeepObject", "query_deep_object", "GET", "/deep-object", &
    []
);
operation!(WHOLE_QUERY : "wholeQuery", "whole_query", "GET", "/query-string", & []);
operation!(
    ENCODED_QUERY : "encodedQuery", "encoded_query", "GET", "/query-string-encoded", & []
);
operation!(FILTERED : "filtered", "filtered", "GET", "/filters", & []);
operation!(HEADER_SIMPLE : "headerSimple", "header_simple", "GET", "/header", & []);
operation!(COOKIE_FORM : "cookieForm", "cookie_form", "GET", "/cookie", & []);
operation!(COOKIE_STYLE : "cookieStyle", "cookie_style", "GET", "/cookie-style", & []);
operation!(
    OVERLAPPING : "overlapping", "overlapping", "GET", "/overlapping/{path}", & []
);
operation!(GET_DOC : "getDoc", "get_doc", "GET", "/repos/{repo}/docs/{doc}", & []);
operation!(GET_FILE : "getFile", "get_file", "GET", "/files/{name}.{extension}", & []);
operation!(USUAL_FORM : "usualForm", "usual_form", "POST", "/forms/usual", & []);
operation!(STYLED_FORM : "styledForm", "styled_form", "POST", "/forms/styled", & []);
operation!(NUMBERS : "numbers", "numbers", "POST", "/numbers", & []);
operation!(SEND_PARTS : "sendParts", "send_parts", "POST", "/multipart", & []);
/// Who may call, and how a request is turned away.
pub trait Security: Send + Sync + 'static {
    /// Renders a rejection in the vendor's own envelope.
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response;
}
struct Authenticator<A>(A);
impl<A: Security> binding::Authenticator for Authenticator<A> {
    type Credentials = std::convert::Infallible;
    type Caller = ();
    async fn authenticate(
        &self,
        credentials: std::convert::Infallible,
        _: &RequestContext,
    ) -> Result<(), Rejection> {
        match credentials {}
    }
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        self.0.reject(rejection, context)
    }
}
/// The handlers of all operations, for the service `S`. One field each: an operation
/// cannot be forgotten.
#[derive(Debug)]
pub struct Handlers<S> {
    /// `GET /simple/{text}/{list}/{object}`
    pub path_simple: HandlerFor<S, (), PathSimpleRequest>,
    /// `GET /simple-explode/{text}/{list}/{object}`
    pub path_simple_explode: HandlerFor<S, (), PathSimpleExplodeRequest>,
    /// `GET /label/{text}/{list}/{object}`
    pub path_label: HandlerFor<S, (), PathLabelRequest>,
    /// `GET /label-explode/{text}/{list}/{object}`
    pub path_label_explode: HandlerFor<S, (), PathLabelExplodeRequest>,
    /// `GET /matrix/{text}/{list}/{object}`
    pub path_matrix: HandlerFor<S, (), PathMatrixRequest>,
    /// `GET /matrix-explode/{text}/{list}/{object}`
    pub path_matrix_explode: HandlerFor<S, (), PathMatrixExplodeRequest>,
    /// `GET /form`
    pub query_form: HandlerFor<S, (), QueryFormRequest>,
    /// `GET /form-explode`
    pub query_form_explode: HandlerFor<S, (), QueryFormExplodeRequest>,
    /// `GET /delimited`
    pub query_delimited: HandlerFor<S, (), QueryDelimitedRequest>,
    /// `GET /deep-object`
    pub query_deep_object: HandlerFor<S, (), QueryDeepObjectRequest>,
    /// `GET /query-string`
    pub whole_query: HandlerFor<S, (), WholeQueryRequest>,
    /// `GET /query-string-encoded`
    pub encoded_query: HandlerFor<S, (), EncodedQueryRequest>,
    /// `GET /filters`
    pub filtered: HandlerFor<S, (), FilteredRequest>,
    /// `GET /header`
    pub header_simple: HandlerFor<S, (), HeaderSimpleRequest>,
    /// `GET /cookie`
    pub cookie_form: HandlerFor<S, (), CookieFormRequest>,
    /// `GET /cookie-style`
    pub cookie_style: HandlerFor<S, (), CookieStyleRequest>,
    /// `GET /overlapping/{path}`
    pub overlapping: HandlerFor<S, (), OverlappingRequest>,
    /// `GET /repos/{repo}/docs/{doc}`
    pub get_doc: HandlerFor<S, (), GetDocRequest>,
    /// `GET /files/{name}.{extension}`
    pub get_file: HandlerFor<S, (), GetFileRequest>,
    /// `POST /forms/usual`
    pub usual_form: HandlerFor<S, (), UsualFormRequest>,
    /// `POST /forms/styled`
    pub styled_form: HandlerFor<S, (), StyledFormRequest>,
    /// `POST /numbers`
    pub numbers: HandlerFor<S, (), NumbersRequest>,
    /// `POST /multipart`
    pub send_parts: HandlerFor<S, (), SendPartsRequest>,
}
/// A router that answers every path: operations with their handlers, everything else with
/// `security`'s rejection. Request bodies may have up to 1 MiB.
pub fn router<S, A>(handlers: Handlers<S>, security: A, service: S) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    router_with(handlers, security, service, RouterOptions::default())
}
/// [`router`] with limits or other options of its own.
pub fn router_with<S, A>(
    handlers: Handlers<S>,
    security: A,
    service: S,
    options: impl Into<RouterOptions>,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    let bindings = Bindings::new(Authenticator(security), service, BASE_PATHS)
        .open(&PATH_SIMPLE, handlers.path_simple)
        .open(&PATH_SIMPLE_EXPLODE, handlers.path_simple_explode)
        .open(&PATH_LABEL, handlers.path_label)
        .open(&PATH_LABEL_EXPLODE, handlers.path_label_explode)
        .open(&PATH_MATRIX, handlers.path_matrix)
        .open(&PATH_MATRIX_EXPLODE, handlers.path_matrix_explode)
        .open(&QUERY_FORM, handlers.query_form)
        .open(&QUERY_FORM_EXPLODE, handlers.query_form_explode)
        .open(&QUERY_DELIMITED, handlers.query_delimited)
        .open(&QUERY_DEEP_OBJECT, handlers.query_deep_object)
        .open(&WHOLE_QUERY, handlers.whole_query)
        .open(&ENCODED_QUERY, handlers.encoded_query)
        .open(&FILTERED, handlers.filtered)
        .open(&HEADER_SIMPLE, handlers.header_simple)
        .open(&COOKIE_FORM, handlers.cookie_form)
        .open(&COOKIE_STYLE, handlers.cookie_style)
        .open(&OVERLAPPING, handlers.overlapping)
        .open(&GET_DOC, handlers.get_doc)
        .open(&GET_FILE, handlers.get_file)
        .open(&USUAL_FORM, handlers.usual_form)
        .open(&STYLED_FORM, handlers.styled_form)
        .open(&NUMBERS, handlers.numbers)
        .open(&SEND_PARTS, handlers.send_parts);
    service::router(bindings, options)
}
