// Generated from zoo.yaml by the test golden.rs. Do not edit.

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
pub const BASE_PATHS: &[&str] = &["/v1", "/live/v1", "/test/v1"];
operation!(
    GET_ANIMAL : "getAnimal", "get_animal", "GET", "/animals/{id}", & [& [("token", &
    [])], & [("key", & []), ("login", & [])], & [("session", & [])]]
);
operation!(
    PUT_ANIMAL : "putAnimal", "put_animal", "PUT", "/animals/{id}", & [& [("token", &
    [])], & [("key", & []), ("login", & [])], & [("session", & [])]]
);
operation!(
    GET_REPORT : "getReport", "get_report", "GET", "/reports/{name}.{extension}", & []
);
operation!(
    WALK_MAZE : "walkMaze", "walk_maze", "GET", "/maze/{label}/{matrix}/{list}", & [& [],
    & [("token", & [])]]
);
operation!(CHECK : "check", "check", "POST", "/checks", & []);
operation!(DELETE_CHECKS : "deleteChecks", "delete_checks", "DELETE", "/checks", & []);
operation!(
    UPLOAD : "upload", "upload", "POST", "/uploads", & [& [("token", & [])], & [("key", &
    []), ("login", & [])], & [("session", & [])]]
);
operation!(
    REPLACE_UPLOADS : "replaceUploads", "replace_uploads", "PUT", "/uploads", & []
);
operation!(
    OPEN_VAULT : "openVault", "open_vault", "GET", "/vault/{shelf}", & [& [("digest", &
    [])], & [("mutual", & [])], & [("custom", & [])], & [("unknown", & [])]]
);
operation!(OPEN_DRAWER : "openDrawer", "open_drawer", "GET", "/vault/{drawer}", & []);
operation!(GET_TOKEN : "getToken", "get_token", "POST", "/token", & []);
operation!(
    REFRESH_TOKEN : "refreshToken", "refresh_token", "POST", "/token?refresh", & []
);
operation!(TOKEN_BY_CODE : "tokenByCode", "token_by_code", "POST", "/token", & []);
operation!(STYLES : "styles", "styles", "GET", "/styles/{undeclared}/({id})", & []);
operation!(GET_FILM : "getFilm", "get_film", "GET", "/films/{name}", & []);
operation!(PROBE_FILM : "probeFilm", "probe_film", "HEAD", "/films/{name}", & []);
operation!(GET_NEWS : "getNews", "get_news", "GET", "/news", & []);
operation!(POST_NEWS : "postNews", "post_news", "POST", "/news", & []);
/// The credentials of a request: one variant for each alternative of the document, with
/// everything that it needs.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// `token`
    Token {
        /// `token`
        token: unplug_wire::value::Secret,
    },
    /// `key`, `login` together
    KeyLogin {
        /// `key`
        key: unplug_wire::value::Secret,
        /// `login`
        login: unplug_server_runtime::Basic,
    },
    /// `session`
    Session {
        /// `session`
        session: unplug_wire::value::Secret,
    },
    /// `digest`
    Digest {
        /// `digest`
        digest: unplug_server_runtime::Digest,
    },
    /// `mutual`
    Mutual {
        /// `mutual`
        mutual: unplug_server_runtime::ClientCertificate,
    },
    /// `custom`
    Custom {
        /// `custom`
        custom: unplug_wire::value::Secret,
    },
    /// `unknown`
    Unknown,
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
fn read_digest(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::Digest {
        digest: credentials::digest(context)?,
    })
}
fn read_mutual(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::Mutual {
        mutual: credentials::certificate(context)?,
    })
}
fn read_custom(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::Custom {
        custom: credentials::authorization(context, "hoba")?,
    })
}
fn read_unknown(_: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::Unknown)
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
struct Authenticator<A>(A);
impl<A: Security> binding::Authenticator for Authenticator<A> {
    type Credentials = Credentials;
    type Caller = A::Caller;
    async fn authenticate(
        &self,
        credentials: Credentials,
        context: &RequestContext,
    ) -> Result<A::Caller, Rejection> {
        self.0.authenticate(credentials, context).await
    }
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        self.0.reject(rejection, context)
    }
}
/// The handlers of all operations, for the service `S`. One field each: an operation
/// cannot be forgotten.
#[derive(Debug)]
pub struct Handlers<S, C> {
    /// `GET /animals/{id}`
    pub get_animal: HandlerFor<S, C, GetAnimalRequest>,
    /// `PUT /animals/{id}`
    pub put_animal: HandlerFor<S, C, PutAnimalRequest>,
    /// `GET /reports/{name}.{extension}`
    pub get_report: HandlerFor<S, (), GetReportRequest>,
    /// `GET /maze/{label}/{matrix}/{list}`
    pub walk_maze: HandlerFor<S, Option<C>, WalkMazeRequest>,
    /// `POST /checks`
    pub check: HandlerFor<S, (), CheckRequest>,
    /// `DELETE /checks`
    pub delete_checks: HandlerFor<S, (), DeleteChecksRequest>,
    /// `POST /uploads`
    pub upload: HandlerFor<S, C, UploadRequest>,
    /// `PUT /uploads`
    pub replace_uploads: HandlerFor<S, (), ReplaceUploadsRequest>,
    /// `GET /vault/{shelf}`
    pub open_vault: HandlerFor<S, C, OpenVaultRequest>,
    /// `GET /vault/{drawer}`
    pub open_drawer: HandlerFor<S, (), OpenDrawerRequest>,
    /// `POST /token`
    pub get_token: HandlerFor<S, (), GetTokenRequest>,
    /// `POST /token?refresh#again`
    pub refresh_token: HandlerFor<S, (), RefreshTokenRequest>,
    /// `POST /token#by-code`
    pub token_by_code: HandlerFor<S, (), TokenByCodeRequest>,
    /// `GET /styles/{undeclared}/({id})`
    pub styles: HandlerFor<S, (), StylesRequest>,
    /// `GET /films/{name}`
    pub get_film: HandlerFor<S, (), GetFilmRequest>,
    /// `HEAD /films/{name}`
    pub probe_film: HandlerFor<S, (), ProbeFilmRequest>,
    /// `GET /news`
    pub get_news: HandlerFor<S, (), GetNewsRequest>,
    /// `POST /news`
    pub post_news: HandlerFor<S, (), PostNewsRequest>,
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
    router_with(handlers, security, service, RouterOptions::default())
}
/// [`router`] with limits or other options of its own.
pub fn router_with<S, A>(
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
    options: impl Into<RouterOptions>,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    let bindings = Bindings::new(Authenticator(security), service, BASE_PATHS)
        .secured(
            &GET_ANIMAL,
            &[read_token, read_key_login, read_session],
            handlers.get_animal,
        )
        .secured(
            &PUT_ANIMAL,
            &[read_token, read_key_login, read_session],
            handlers.put_animal,
        )
        .open(&GET_REPORT, handlers.get_report)
        .optional(&WALK_MAZE, &[read_token], handlers.walk_maze)
        .open(&CHECK, handlers.check)
        .at(&["/special"])
        .open(&DELETE_CHECKS, handlers.delete_checks)
        .at(&["/special"])
        .secured(&UPLOAD, &[read_token, read_key_login, read_session], handlers.upload)
        .open(&REPLACE_UPLOADS, handlers.replace_uploads)
        .secured(
            &OPEN_VAULT,
            &[read_digest, read_mutual, read_custom, read_unknown],
            handlers.open_vault,
        )
        .open(&OPEN_DRAWER, handlers.open_drawer)
        .open(&GET_TOKEN, handlers.get_token)
        .open(&REFRESH_TOKEN, handlers.refresh_token)
        .open(&TOKEN_BY_CODE, handlers.token_by_code)
        .open(&STYLES, handlers.styles)
        .open(&GET_FILM, handlers.get_film)
        .open(&PROBE_FILM, handlers.probe_film)
        .open(&GET_NEWS, handlers.get_news)
        .open(&POST_NEWS, handlers.post_news);
    service::router(bindings, options)
}
