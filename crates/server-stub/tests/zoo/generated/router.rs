// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! Credentials, handlers, and the way of a request through each operation.
#![allow(
    unused_imports,
    clippy::too_many_lines,
    reason = "written from a document: not every operation needs everything"
)]
use axum::body::Body;
use axum::response::Response;
use super::operations::{
    GetAnimalRequest, GetAnimalResponse, PutAnimalRequest, PutAnimalResponse,
    PutAnimalBody, GetReportRequest, GetReportResponse, WalkMazeRequest,
    WalkMazeResponse, CheckRequest, CheckResponse, DeleteChecksRequest,
    DeleteChecksResponse,
};
use super::tables;
use super::types;
use crate::runtime::credentials::{self, Found};
use crate::runtime::dispatch::{self, Limits};
use crate::runtime::request::{Decoder, SentBody};
use crate::runtime::respond::Encode as _;
use crate::runtime::route::Captures;
use crate::runtime::{Handler, OperationInfo, Rejection, RequestContext};
/// Paths of the document's servers: every operation is answered under each, unless it
/// names servers of its own.
pub const BASE_PATHS: &[&str] = &["/v1", "/live/v1", "/test/v1"];
/// `GET /animals/{id}`
pub static GET_ANIMAL: OperationInfo = OperationInfo {
    id: "getAnimal",
    rust_name: "get_animal",
    method: "GET",
    path: "/animals/{id}",
    security: &[&[("token", &[])], &[("key", &[]), ("login", &[])], &[("session", &[])]],
};
/// `PUT /animals/{id}`
pub static PUT_ANIMAL: OperationInfo = OperationInfo {
    id: "putAnimal",
    rust_name: "put_animal",
    method: "PUT",
    path: "/animals/{id}",
    security: &[&[("token", &[])], &[("key", &[]), ("login", &[])], &[("session", &[])]],
};
/// `GET /reports/{name}.{extension}`
pub static GET_REPORT: OperationInfo = OperationInfo {
    id: "getReport",
    rust_name: "get_report",
    method: "GET",
    path: "/reports/{name}.{extension}",
    security: &[],
};
/// `GET /maze/{label}/{matrix}/{list}`
pub static WALK_MAZE: OperationInfo = OperationInfo {
    id: "walkMaze",
    rust_name: "walk_maze",
    method: "GET",
    path: "/maze/{label}/{matrix}/{list}",
    security: &[&[], &[("token", &[])]],
};
/// `POST /checks`
pub static CHECK: OperationInfo = OperationInfo {
    id: "check",
    rust_name: "check",
    method: "POST",
    path: "/checks",
    security: &[],
};
/// `DELETE /checks`
pub static DELETE_CHECKS: OperationInfo = OperationInfo {
    id: "deleteChecks",
    rust_name: "delete_checks",
    method: "DELETE",
    path: "/checks",
    security: &[],
};
/// The credentials of a request: one variant for each alternative of the document, with
/// everything that it needs.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// `token`
    Token {
        /// `token`
        token: crate::runtime::Secret,
    },
    /// `key`, `login` together
    KeyLogin {
        /// `key`
        key: crate::runtime::Secret,
        /// `login`
        login: crate::runtime::Basic,
    },
    /// `session`
    Session {
        /// `session`
        session: crate::runtime::Secret,
    },
}
fn read_token(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::Token {
        token: credentials::bearer(context)?,
    })
}
fn read_key_login(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::KeyLogin {
        key: credentials::query(context, "api_key")?,
        login: credentials::basic(context)?,
    })
}
fn read_session(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::Session {
        session: credentials::cookie(context, "session")?,
    })
}
/// Who may call, and how a request is turned away.
pub trait Security: Send + Sync + 'static {
    /// Who is calling, as handlers get it.
    type Caller: Send + 'static;
    /// Finds out who is calling, before anything else of the request is looked at.
    ///
    /// # Errors
    /// Why the request goes no further. A vendor that checks permissions before the
    /// request's contents answers [`Rejection::Forbidden`] here.
    fn authenticate(
        &self,
        credentials: Credentials,
        context: &RequestContext,
    ) -> impl Future<Output = Result<Self::Caller, Rejection>> + Send;
    /// Renders a rejection in the vendor's own envelope.
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response;
}
/// The handlers of all operations, for the service `S`. One field each: an operation
/// cannot be forgotten.
#[derive(Debug)]
pub struct Handlers<S, C> {
    /// `GET /animals/{id}`
    pub get_animal: Handler<S, C, GetAnimalRequest, GetAnimalResponse>,
    /// `PUT /animals/{id}`
    pub put_animal: Handler<S, C, PutAnimalRequest, PutAnimalResponse>,
    /// `GET /reports/{name}.{extension}`
    pub get_report: Handler<S, (), GetReportRequest, GetReportResponse>,
    /// `GET /maze/{label}/{matrix}/{list}`
    pub walk_maze: Handler<S, Option<C>, WalkMazeRequest, WalkMazeResponse>,
    /// `POST /checks`
    pub check: Handler<S, (), CheckRequest, CheckResponse>,
    /// `DELETE /checks`
    pub delete_checks: Handler<S, (), DeleteChecksRequest, DeleteChecksResponse>,
}
/// A router that answers every path: operations with their handlers, everything else with
/// `security`'s rejection. Request bodies may have up to 1 MiB.
pub fn router<S, A>(
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    router_with(handlers, security, service, Limits::default())
}
/// [`router`] with limits of its own.
pub fn router_with<S, A>(
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
    limits: Limits,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    dispatch::router(
        Bound {
            handlers,
            security,
            service,
        },
        limits,
    )
}
/// The stub with everything that it calls.
struct Bound<S, A: Security> {
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
}
impl<S, A> dispatch::Stub for Bound<S, A>
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    const OPERATIONS: &'static [&'static OperationInfo] = &[
        &GET_ANIMAL,
        &PUT_ANIMAL,
        &GET_REPORT,
        &WALK_MAZE,
        &CHECK,
        &DELETE_CHECKS,
    ];
    const BASE_PATHS: &'static [&'static [&'static str]] = &[
        BASE_PATHS,
        BASE_PATHS,
        BASE_PATHS,
        BASE_PATHS,
        &["/special"],
        &["/special"],
    ];
    async fn run(
        &self,
        operation: usize,
        captures: &Captures,
        context: &RequestContext,
        body: Body,
        limits: Limits,
    ) -> Result<Response, Rejection> {
        match operation {
            0 => Box::pin(self.get_animal(captures, context, body, limits)).await,
            1 => Box::pin(self.put_animal(captures, context, body, limits)).await,
            2 => Box::pin(self.get_report(captures, context, body, limits)).await,
            3 => Box::pin(self.walk_maze(captures, context, body, limits)).await,
            4 => Box::pin(self.check(captures, context, body, limits)).await,
            5 => Box::pin(self.delete_checks(captures, context, body, limits)).await,
            _ => Err(Rejection::UnknownPath),
        }
    }
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        self.security.reject(rejection, context)
    }
}
impl<S, A> Bound<S, A>
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    async fn get_animal(
        &self,
        captures: &Captures,
        context: &RequestContext,
        _body: Body,
        _limits: Limits,
    ) -> Result<Response, Rejection> {
        let credentials = credentials::first(
            context,
            &[read_token, read_key_login, read_session],
        )?;
        let caller = self.security.authenticate(credentials, context).await?;
        let mut decoder = Decoder::new(context, captures);
        let id_read = decoder.required::<i32>(&tables::GET_ANIMAL_ID);
        let fields_read = decoder.optional::<Vec<String>>(&tables::GET_ANIMAL_FIELDS);
        let tags_read = decoder.optional::<Vec<i64>>(&tables::GET_ANIMAL_TAGS);
        let page_read = decoder.optional::<types::Page>(&tables::GET_ANIMAL_PAGE);
        let near_read = decoder
            .optional::<types::GetAnimalNear>(&tables::GET_ANIMAL_NEAR);
        let filter_read = decoder
            .optional::<types::GetAnimalFilter>(&tables::GET_ANIMAL_FILTER);
        let x_depth_read = decoder.optional::<i64>(&tables::GET_ANIMAL_X_DEPTH);
        let x_list_read = decoder.optional::<Vec<String>>(&tables::GET_ANIMAL_X_LIST);
        let theme_read = decoder
            .optional::<types::GetAnimalTheme>(&tables::GET_ANIMAL_THEME);
        let loud_read = decoder.optional::<bool>(&tables::GET_ANIMAL_LOUD);
        let (
            Some(id_read),
            Some(fields_read),
            Some(tags_read),
            Some(page_read),
            Some(near_read),
            Some(filter_read),
            Some(x_depth_read),
            Some(x_list_read),
            Some(theme_read),
            Some(loud_read),
        ) = (
            id_read,
            fields_read,
            tags_read,
            page_read,
            near_read,
            filter_read,
            x_depth_read,
            x_list_read,
            theme_read,
            loud_read,
        ) else { return Err(decoder.into_rejection()) };
        let request = GetAnimalRequest {
            id: id_read,
            fields: fields_read,
            tags: tags_read,
            page: page_read,
            near: near_read,
            filter: filter_read,
            x_depth: x_depth_read,
            x_list: x_list_read,
            theme: theme_read,
            loud: loud_read,
        };
        let response = self
            .handlers
            .get_animal
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
    async fn put_animal(
        &self,
        captures: &Captures,
        context: &RequestContext,
        body: Body,
        limits: Limits,
    ) -> Result<Response, Rejection> {
        let credentials = credentials::first(
            context,
            &[read_token, read_key_login, read_session],
        )?;
        let caller = self.security.authenticate(credentials, context).await?;
        let mut decoder = Decoder::new(context, captures);
        let id_read = decoder.required::<String>(&tables::PUT_ANIMAL_ID);
        let body_read = match decoder.body(&tables::PUT_ANIMAL_BODY, body, limits).await?
        {
            SentBody::Absent => None,
            SentBody::Content(0, sent) => {
                decoder
                    .json::<types::Animal>(&sent, &tables::PUT_ANIMAL_BODY_SCHEMA)
                    .map(PutAnimalBody::Json)
            }
            SentBody::Content(1, sent) => {
                decoder
                    .form::<
                        types::PutAnimalBodyForm,
                    >(
                        &sent,
                        &tables::PUT_ANIMAL_BODY_MEMBERS,
                        &tables::PUT_ANIMAL_BODY_SCHEMA_2,
                    )
                    .map(PutAnimalBody::Form)
            }
            SentBody::Content(2, sent) => {
                decoder
                    .text::<String>(&sent, &tables::PUT_ANIMAL_BODY_SCHEMA_3)
                    .map(PutAnimalBody::Text)
            }
            SentBody::Content(_, sent) => Some(PutAnimalBody::Bytes(sent)),
        };
        let (Some(id_read), Some(body_read)) = (id_read, body_read) else {
            return Err(decoder.into_rejection())
        };
        let request = PutAnimalRequest {
            id: id_read,
            body: body_read,
        };
        let response = self
            .handlers
            .put_animal
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
    async fn get_report(
        &self,
        captures: &Captures,
        context: &RequestContext,
        _body: Body,
        _limits: Limits,
    ) -> Result<Response, Rejection> {
        let caller = ();
        let mut decoder = Decoder::new(context, captures);
        let name_read = decoder.required::<String>(&tables::GET_REPORT_NAME);
        let extension_read = decoder
            .required::<types::GetReportExtension>(&tables::GET_REPORT_EXTENSION);
        let (Some(name_read), Some(extension_read)) = (name_read, extension_read) else {
            return Err(decoder.into_rejection())
        };
        let request = GetReportRequest {
            name: name_read,
            extension: extension_read,
        };
        let response = self
            .handlers
            .get_report
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
    async fn walk_maze(
        &self,
        captures: &Captures,
        context: &RequestContext,
        _body: Body,
        _limits: Limits,
    ) -> Result<Response, Rejection> {
        let caller = match credentials::first_if_any(context, &[read_token])? {
            Some(credentials) => {
                Some(self.security.authenticate(credentials, context).await?)
            }
            None => None,
        };
        let mut decoder = Decoder::new(context, captures);
        let label_read = decoder.required::<String>(&tables::WALK_MAZE_LABEL);
        let matrix_read = decoder.required::<Vec<i64>>(&tables::WALK_MAZE_MATRIX);
        let list_read = decoder.required::<types::WalkMazeList>(&tables::WALK_MAZE_LIST);
        let (Some(label_read), Some(matrix_read), Some(list_read)) = (
            label_read,
            matrix_read,
            list_read,
        ) else { return Err(decoder.into_rejection()) };
        let request = WalkMazeRequest {
            label: label_read,
            matrix: matrix_read,
            list: list_read,
        };
        let response = self
            .handlers
            .walk_maze
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
    async fn check(
        &self,
        captures: &Captures,
        context: &RequestContext,
        body: Body,
        limits: Limits,
    ) -> Result<Response, Rejection> {
        let caller = ();
        let mut decoder = Decoder::new(context, captures);
        let body_read = match decoder.body(&tables::CHECK_BODY, body, limits).await? {
            SentBody::Absent => Some(None),
            SentBody::Content(_, sent) => {
                decoder
                    .json::<types::Checked>(&sent, &tables::CHECK_BODY_SCHEMA)
                    .map(Some)
            }
        };
        let Some(body_read) = body_read else { return Err(decoder.into_rejection()) };
        let request = CheckRequest { body: body_read };
        let response = self
            .handlers
            .check
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
    async fn delete_checks(
        &self,
        _captures: &Captures,
        _context: &RequestContext,
        _body: Body,
        _limits: Limits,
    ) -> Result<Response, Rejection> {
        let caller = ();
        let request = DeleteChecksRequest {};
        let response = self
            .handlers
            .delete_checks
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
}
