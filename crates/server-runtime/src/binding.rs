//! Binds operations to handlers: authenticate → decode → validate → handle → encode, written once
//! for all operations.

use std::future::Future;
use std::pin::Pin;

use axum::body::Body;
use axum::response::Response;

use super::credentials::{self, Reader};
use super::request::{Decoder, ReadRequest};
use super::respond::Encode as _;
use super::route::Captures;
use super::{HandlerFor, Limits, OperationInfo, Rejection, RequestContext};

/// Finds out who calls an API, and renders rejections. Generated code puts the API's own
/// `Security` behind it.
pub trait Authenticator: Send + Sync + 'static {
    /// What a request has to show.
    type Credentials: Send;
    /// Who is calling.
    type Caller: Send + 'static;

    /// Finds out who is calling.
    fn authenticate(
        &self,
        credentials: Self::Credentials,
        context: &RequestContext,
    ) -> impl Future<Output = Result<Self::Caller, Rejection>> + Send;

    /// Renders a rejection.
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response;
}

/// A request on its way to its handler.
#[derive(Debug)]
pub(super) struct IncomingRequest<'r> {
    pub(super) captures: &'r Captures,
    pub(super) context: &'r RequestContext,
    pub(super) body: Body,
    pub(super) limits: Limits,
}

type Answer<'r> = Pin<Box<dyn Future<Output = Result<Response, Rejection>> + Send + 'r>>;

/// An operation with everything that it calls.
pub(super) trait Endpoint<G>: Send + Sync {
    fn run<'r>(&'r self, authenticator: &'r G, incoming: IncomingRequest<'r>) -> Answer<'r>;
}

/// An operation's place in a router.
pub(super) struct Binding<G> {
    pub(super) operation: &'static OperationInfo,
    pub(super) base_paths: &'static [&'static str],
    pub(super) endpoint: Box<dyn Endpoint<G>>,
}

/// The operations of an API with their handlers, as generated code binds them.
pub struct Bindings<S, G: Authenticator> {
    pub(super) authenticator: G,
    service: S,
    base_paths: &'static [&'static str],
    pub(super) all: Vec<Binding<G>>,
}

impl<S, G: Authenticator> std::fmt::Debug for Bindings<S, G> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let operations = self.all.iter().map(|binding| binding.operation.id);
        formatter.debug_list().entries(operations).finish()
    }
}

impl<S, G> Bindings<S, G>
where
    S: Clone + Send + Sync + 'static,
    G: Authenticator,
{
    /// No operation yet; those to come have these base paths.
    pub fn new(authenticator: G, service: S, base_paths: &'static [&'static str]) -> Self {
        Self { authenticator, service, base_paths, all: Vec::new() }
    }

    /// Binds an operation that anybody may call.
    #[must_use]
    pub fn open<Req: ReadRequest>(
        self,
        operation: &'static OperationInfo,
        handler: HandlerFor<S, (), Req>,
    ) -> Self {
        self.bind(operation, handler, NoAuthentication)
    }

    /// Binds an operation for which credentials may be left out.
    #[must_use]
    pub fn optional<Req: ReadRequest>(
        self,
        operation: &'static OperationInfo,
        readers: &'static [Reader<G::Credentials>],
        handler: HandlerFor<S, Option<G::Caller>, Req>,
    ) -> Self {
        self.bind(operation, handler, OptionalAuthentication::<G>(readers))
    }

    /// Binds an operation that needs credentials.
    #[must_use]
    pub fn secured<Req: ReadRequest>(
        self,
        operation: &'static OperationInfo,
        readers: &'static [Reader<G::Credentials>],
        handler: HandlerFor<S, G::Caller, Req>,
    ) -> Self {
        self.bind(operation, handler, RequiredAuthentication::<G>(readers))
    }

    /// Gives the operation that was bound last base paths of its own.
    #[must_use]
    pub fn at(mut self, base_paths: &'static [&'static str]) -> Self {
        if let Some(last) = self.all.last_mut() {
            last.base_paths = base_paths;
        }
        self
    }

    fn bind<A, Req>(
        mut self,
        operation: &'static OperationInfo,
        handler: HandlerFor<S, A::Caller, Req>,
        authentication: A,
    ) -> Self
    where
        A: Authentication<G>,
        Req: ReadRequest,
    {
        let endpoint = Box::new(Bound { handler, authentication, service: self.service.clone() });
        self.all.push(Binding { operation, base_paths: self.base_paths, endpoint });
        self
    }
}

/// Whether and how an operation asks who is calling.
trait Authentication<G>: Send + Sync + 'static {
    /// Who is calling, as the handler gets it.
    type Caller: Send + 'static;

    fn authenticate(
        &self,
        authenticator: &G,
        context: &RequestContext,
    ) -> impl Future<Output = Result<Self::Caller, Rejection>> + Send;
}

struct NoAuthentication;

impl<G: Authenticator> Authentication<G> for NoAuthentication {
    type Caller = ();

    async fn authenticate(&self, _: &G, _: &RequestContext) -> Result<(), Rejection> {
        Ok(())
    }
}

struct OptionalAuthentication<G: Authenticator>(&'static [Reader<G::Credentials>]);

impl<G: Authenticator> Authentication<G> for OptionalAuthentication<G> {
    type Caller = Option<G::Caller>;

    async fn authenticate(
        &self,
        authenticator: &G,
        context: &RequestContext,
    ) -> Result<Self::Caller, Rejection> {
        match credentials::first_if_any(context, self.0)? {
            Some(credentials) => authenticator.authenticate(credentials, context).await.map(Some),
            None => Ok(None),
        }
    }
}

struct RequiredAuthentication<G: Authenticator>(&'static [Reader<G::Credentials>]);

impl<G: Authenticator> Authentication<G> for RequiredAuthentication<G> {
    type Caller = G::Caller;

    async fn authenticate(
        &self,
        authenticator: &G,
        context: &RequestContext,
    ) -> Result<G::Caller, Rejection> {
        let credentials = credentials::first(context, self.0)?;
        authenticator.authenticate(credentials, context).await
    }
}

struct Bound<S, A, C, Req: ReadRequest> {
    handler: HandlerFor<S, C, Req>,
    authentication: A,
    service: S,
}

impl<G, S, A, Req> Endpoint<G> for Bound<S, A, A::Caller, Req>
where
    G: Authenticator,
    S: Clone + Send + Sync + 'static,
    A: Authentication<G>,
    Req: ReadRequest,
{
    fn run<'r>(&'r self, authenticator: &'r G, incoming: IncomingRequest<'r>) -> Answer<'r> {
        Box::pin(async move {
            let IncomingRequest { captures, context, body, limits } = incoming;
            let caller =
                self.authentication.authenticate(authenticator, context).await.inspect_err(|refusal| {
                    if matches!(refusal, Rejection::Unauthenticated(_) | Rejection::Forbidden(_)) {
                        context.note_unfit();
                    }
                })?;
            let request = read(captures, context, body, limits).await?;
            let response = self.handler.call(self.service.clone(), caller, request).await?;
            response.encode().map_err(Rejection::Internal)
        })
    }
}

async fn read<Req: ReadRequest>(
    captures: &Captures,
    context: &RequestContext,
    body: Body,
    limits: Limits,
) -> Result<Req, Rejection> {
    let mut decoder = Decoder::new(context, captures);
    if let Some(table) = Req::BODY {
        decoder.receive(table, body, limits).await?;
    }
    Req::read(&mut decoder).ok_or_else(|| decoder.into_rejection())
}
