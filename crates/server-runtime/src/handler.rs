//! Handlers: plain async functions behind one type per operation.

use std::future::Future;
use std::pin::Pin;

use super::request::ReadRequest;
use super::{Fault, Rejection};

/// A handler's answer on its way.
pub(crate) type HandlerFuture<Res> = Pin<Box<dyn Future<Output = Result<Res, Fault>> + Send>>;

type Boxed<S, C, Req, Res> = Box<dyn Fn(S, C, Req) -> HandlerFuture<Res> + Send + Sync>;

/// The handler of one operation: service `S`, caller `C`, request `Req`, response `Res`.
///
/// Made by [`handler`] or [`not_implemented`].
pub struct Handler<S, C, Req, Res>(Boxed<S, C, Req, Res>);

/// The handler of the operation that the request `Req` belongs to.
pub type HandlerFor<S, C, Req> = Handler<S, C, Req, <Req as ReadRequest>::Response>;

impl<S, C, Req, Res> std::fmt::Debug for Handler<S, C, Req, Res> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Handler")
    }
}

impl<S, C, Req, Res> Handler<S, C, Req, Res> {
    pub(crate) fn call(&self, service: S, caller: C, request: Req) -> HandlerFuture<Res> {
        (self.0)(service, caller, request)
    }
}

/// A function that can handle an operation.
///
/// Implemented for every `async fn(service: S, caller: C, request: Req) -> Result<Res, Fault>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot handle this operation",
    label = "expected `async fn({S}, {C}, {Req}) -> Result<{Res}, Fault>`",
    note = "a handler takes the service, the caller and the request of its operation, in this order",
    note = "it returns `Result<_, Fault>` with the response type of its operation, and its future must be `Send`"
)]
pub trait HandlerFunction<S, C, Req, Res>: Send + Sync + 'static {
    /// Calls the function.
    fn call(
        &self,
        service: S,
        caller: C,
        request: Req,
    ) -> impl Future<Output = Result<Res, Fault>> + Send + 'static;
}

impl<F, Fut, S, C, Req, Res> HandlerFunction<S, C, Req, Res> for F
where
    F: Fn(S, C, Req) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Res, Fault>> + Send + 'static,
{
    fn call(
        &self,
        service: S,
        caller: C,
        request: Req,
    ) -> impl Future<Output = Result<Res, Fault>> + Send + 'static {
        self(service, caller, request)
    }
}

/// Makes an async function the handler of an operation.
pub fn handler<S, C, Req, Res, F>(function: F) -> Handler<S, C, Req, Res>
where
    F: HandlerFunction<S, C, Req, Res>,
{
    Handler(Box::new(move |service, caller, request| Box::pin(function.call(service, caller, request))))
}

/// Leaves an operation out on purpose: it authenticates and validates, then answers
/// [`Rejection::NotImplemented`].
#[must_use]
pub fn not_implemented<S, C, Req, Res>(why: &'static str) -> Handler<S, C, Req, Res>
where
    Res: Send + 'static,
{
    Handler(Box::new(move |_, _, _| {
        Box::pin(std::future::ready(Err(Fault::Rejected(Rejection::NotImplemented(why)))))
    }))
}
