//! Runs a request through its stub.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, ALLOW};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use tower_service::Service;

use super::binding::{Authenticator, Binding, Bindings, IncomingRequest};
use super::route::{Captures, Match, Routes};
use super::{Limits, Rejection, RequestContext, body, respond};

/// What a router is to be like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RouterOptions {
    /// Bounds of what it takes.
    pub limits: Limits,
    /// Ids of operations that answer alone where others share their path and method. Where none is
    /// chosen, each request is answered by the first operation that it fits.
    pub chosen: Vec<&'static str>,
}

impl From<Limits> for RouterOptions {
    fn from(limits: Limits) -> Self {
        Self { limits, chosen: Vec::new() }
    }
}

/// Puts an API behind a router that answers every path.
///
/// The whole API is one fallback service: paths are looked up once, in the stub's own table,
/// which knows the templates that axum's does not and answers what is not found. A request with `HEAD`
/// is answered as one with `GET`, without the body, and one with `OPTIONS` by the methods of the path,
/// unless the document declares them.
///
/// # CORS
/// The stub knows no origins. A layer around the router does, and answers preflight requests itself:
///
/// ```
/// use axum::http::{HeaderName, HeaderValue, Method};
/// use tower_http::cors::CorsLayer;
///
/// # let router = axum::Router::new();
/// let cors = CorsLayer::new()
///     .allow_origin(HeaderValue::from_static("https://app.example.com"))
///     .allow_methods([Method::GET, Method::POST])
///     // What browsers ask for before they send it: credentials, and JSON as the media type.
///     .allow_headers([HeaderName::from_static("authorization"), HeaderName::from_static("content-type")])
///     .expose_headers([HeaderName::from_static("retry-after")]);
/// let router: axum::Router = router.layer(cors);
/// ```
pub fn router<S, G: Authenticator>(bindings: Bindings<S, G>, options: impl Into<RouterOptions>) -> Router {
    let RouterOptions { limits, chosen } = options.into();
    let Bindings { authenticator, all, .. } = bindings;
    let mut routes = Routes::default();
    for (index, binding) in all.iter().enumerate() {
        for base in binding.base_paths {
            routes.add(binding.operation.method, base, binding.operation.path, index);
        }
    }
    let chosen = all.iter().enumerate().filter(|(_, binding)| chosen.contains(&binding.operation.id));
    let chosen: Vec<_> = chosen.map(|(index, _)| index).collect();
    let routes = routes.finish(&chosen);
    let shared = Arc::new(Shared { authenticator, bindings: all, routes, limits });
    Router::new().fallback_service(FunctionService(move |request| answer(Arc::clone(&shared), request)))
}

/// Answers a request. The path is looked up before there is a future: axum puts that on the heap,
/// and like this it is small and holds the request only once.
fn answer<G: Authenticator>(
    shared: Arc<Shared<G>>,
    request: Request,
) -> impl Future<Output = Result<Response, Infallible>> + Send {
    let (parts, body) = request.into_parts();
    let found = shared.routes.find(parts.method.as_str(), parts.uri.path(), parts.uri.query());
    let mut context = RequestContext::new(None, parts);
    async move {
        let outcome = match found {
            Match::Operation(index, captures) => {
                let binding = &shared.bindings[index];
                context.operation = Some(binding.operation);
                let limits = shared.limits;
                let incoming = IncomingRequest { captures: &captures, context: &context, body, limits };
                caught(binding.endpoint.run(&shared.authenticator, incoming)).await
            }
            Match::Several(candidates) => {
                Box::pin(shared.first_fitting(candidates, &mut context, body)).await
            }
            Match::Options(allow) => Ok(allowing(respond::empty(StatusCode::NO_CONTENT), allow)),
            Match::Methods(allow) => Err(Rejection::MethodNotAllowed { allow }),
            Match::Nothing => Err(Rejection::UnknownPath),
        };
        Ok(outcome.unwrap_or_else(|rejection| shared.reject(&rejection, &context)))
    }
}

/// A function as a service. axum's own handlers box their future once more.
#[derive(Clone)]
struct FunctionService<F>(F);

impl<F, Fut> Service<Request> for FunctionService<F>
where
    F: Fn(Request) -> Fut,
    Fut: Future<Output = Result<Response, Infallible>>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Fut;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Fut {
        (self.0)(request)
    }
}

struct Shared<G> {
    authenticator: G,
    bindings: Vec<Binding<G>>,
    routes: Routes,
    limits: Limits,
}

impl<G: Authenticator> Shared<G> {
    /// Runs the first operation that the request fits. When it fits none, the first one's rejection
    /// stands. The body is read before, because several may have to look at it.
    #[cold]
    async fn first_fitting(
        &self,
        candidates: Vec<(usize, Captures)>,
        context: &mut RequestContext,
        body: Body,
    ) -> Result<Response, Rejection> {
        context.operation = candidates.first().map(|(index, _)| self.bindings[*index].operation);
        let body = body::read(body, &context.headers, self.limits.body).await?;
        let mut first = None;
        for (index, captures) in candidates {
            let binding = &self.bindings[index];
            context.operation = Some(binding.operation);
            let body = Body::from(body.clone());
            let incoming = IncomingRequest { captures: &captures, context, body, limits: self.limits };
            let run = binding.endpoint.run(&self.authenticator, incoming);
            let outcome = caught(run).await;
            let fits = !context.take_unfit();
            match outcome {
                Err(rejection) if !fits => {
                    first.get_or_insert((rejection, context.operation));
                }
                other => return other,
            }
        }
        let (rejection, operation) = first.unwrap_or((Rejection::UnknownPath, None));
        context.operation = operation;
        Err(rejection)
    }

    #[cold]
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        if let Rejection::Internal(cause) = rejection {
            log(cause.as_ref(), context);
        }
        let rendered = catch_unwind(AssertUnwindSafe(|| self.authenticator.reject(rejection, context)));
        let response = rendered.unwrap_or_else(|payload| {
            let cause = panic_text(payload.as_ref());
            tracing::error!(cause, path = context.path(), "rendering a rejection panicked");
            respond::empty(StatusCode::INTERNAL_SERVER_ERROR)
        });
        match rejection {
            Rejection::MethodNotAllowed { allow } => allowing(response, allow),
            Rejection::UnsupportedContentEncoding { .. } => {
                with(response, ACCEPT_ENCODING, HeaderValue::from_static("identity"))
            }
            _ => response,
        }
    }
}

fn allowing(response: Response, allow: &'static str) -> Response {
    with(response, ALLOW, HeaderValue::from_static(allow))
}

fn with(mut response: Response, name: HeaderName, value: HeaderValue) -> Response {
    response.headers_mut().insert(name, value);
    response
}

fn log(cause: &(dyn std::error::Error + 'static), context: &RequestContext) {
    let mut chain = cause.to_string();
    let mut next = cause.source();
    while let Some(source) = next {
        chain.push_str(": ");
        chain.push_str(&source.to_string());
        next = source.source();
    }
    tracing::error!(
        operation = context.operation.map(|operation| operation.id),
        method = %context.method,
        path = context.path(),
        cause = chain,
        "request failed inside"
    );
}

/// Runs a future; a panic in it is an internal failure of this request alone.
async fn caught(run: impl Future<Output = Result<Response, Rejection>>) -> Result<Response, Rejection> {
    let mut run = pin!(run);
    poll_fn(|context| {
        // The future is never polled again after a panic, so nothing sees what it left behind.
        match catch_unwind(AssertUnwindSafe(|| run.as_mut().poll(context))) {
            Ok(poll) => poll,
            Err(payload) => {
                let cause = format!("panicked: {}", panic_text(payload.as_ref()));
                Poll::Ready(Err(Rejection::Internal(cause.into())))
            }
        }
    })
    .await
}

fn panic_text(payload: &(dyn std::any::Any + Send)) -> &str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no text")
}
