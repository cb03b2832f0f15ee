//! Single JSON texts against generated code: whether the stub accepts the text as a request, what its
//! typed value keeps of it, and what the client keeps that gets it as an answer.
//!
//! The texts and what becomes of them are lines on standard input and output, so that the program,
//! which holds nothing but generated code, knows nothing of the suite that judges it.

use std::future::Future;
use std::io::{BufRead as _, Write as _};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use serde::{Deserialize, Serialize};
use tower::ServiceExt as _;

/// An answer of the generated client as the JSON that its typed value is written as, or why there is
/// no value.
pub type Reading = Pin<Box<dyn Future<Output = Result<String, String>> + Send>>;

/// Calls an operation of the generated client.
pub type Read = Box<dyn Fn() -> Reading>;

/// The calls of a client, by operation.
pub type Reads = Vec<(&'static str, Read)>;

/// The generated code of one document.
#[derive(Clone, Copy)]
pub struct Api {
    /// Its name.
    pub name: &'static str,
    /// The router of the stub. Its handlers note the bodies that they get.
    pub router: fn(Kept) -> Router,
    /// The calls of the client to a base URL, by operation.
    pub reads: fn(String) -> Result<Reads, String>,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Api").field(&self.name).finish()
    }
}

/// What the handler that was called last has got, as JSON.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<Mutex<Option<Result<String, String>>>>);

impl Kept {
    /// Notes a body.
    pub fn note(&self, body: &impl Serialize) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(written(body));
    }

    fn take(&self) -> Option<Result<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A typed value as the JSON that it is written as.
///
/// # Errors
/// Why it cannot be written.
pub fn written(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

/// One line of the input.
#[derive(Debug, Deserialize)]
struct Instance {
    /// [`Api::name`]
    api: String,
    /// The path of the operation that gets it as its body.
    path: String,
    /// The operation of the client that gets it as its answer.
    operation: String,
    /// JSON
    text: String,
}

/// One line of the output: what became of an [`Instance`]. Members are left out where the document's
/// code has no such operation.
#[derive(Debug, Default, Serialize)]
struct Outcome {
    /// The status of the stub.
    status: Option<u16>,
    /// The stub's typed value, or why it cannot be written.
    received: Option<Result<String, String>>,
    /// The client's typed value, or why there is none.
    answered: Option<Result<String, String>>,
}

/// Reads instances from standard input and prints what becomes of each.
#[must_use]
pub fn run(apis: &[Api]) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(answer_all(apis)),
        Err(error) => Err(error.to_string()),
    };
    if let Err(why) = outcome {
        eprintln!("{why}");
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}

/// An API with its stub bound and its client connected.
struct Bound {
    name: &'static str,
    kept: Kept,
    router: Router,
    reads: Reads,
}

async fn answer_all(apis: &[Api]) -> Result<(), String> {
    let answer = Arc::new(Mutex::new(String::new()));
    let url = serve(Arc::clone(&answer)).await.map_err(|error| error.to_string())?;
    let mut bound = Vec::new();
    for api in apis {
        let kept = Kept::default();
        let router = (api.router)(kept.clone());
        bound.push(Bound { name: api.name, kept, router, reads: (api.reads)(url.clone())? });
    }
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let instance: Instance = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let api = bound.iter().find(|api| api.name == instance.api);
        let api = api.ok_or_else(|| format!("there is no API {}", instance.api))?;
        let mut outcome = api.send(&instance).await?;
        if let Some((_, read)) = api.reads.iter().find(|(operation, _)| *operation == instance.operation) {
            instance.text.clone_into(&mut answer.lock().unwrap_or_else(PoisonError::into_inner));
            outcome.answered = Some(read().await);
        }
        let line = serde_json::to_string(&outcome).map_err(|error| error.to_string())?;
        writeln!(output, "{line}").map_err(|error| error.to_string())?;
    }
    Ok(())
}

impl Bound {
    /// The text as a request.
    async fn send(&self, instance: &Instance) -> Result<Outcome, String> {
        let request = http::Request::post(instance.path.as_str())
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(instance.text.clone()))
            .map_err(|error| error.to_string())?;
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status = response.status().as_u16();
        let served = !matches!(status, 404 | 405);
        Ok(Outcome { status: served.then_some(status), received: self.kept.take(), answered: None })
    }
}

/// Serves one JSON text on every path, until the process ends. Returns the base URL.
async fn serve(answer: Arc<Mutex<String>>) -> std::io::Result<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = Router::new().fallback(move || {
        let text = answer.lock().unwrap_or_else(PoisonError::into_inner).clone();
        std::future::ready(([(CONTENT_TYPE, "application/json")], text))
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
