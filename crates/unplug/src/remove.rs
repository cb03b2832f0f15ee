//! `unplug remove`

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use unplug_client::{Api, BuildError, Builder, Error, Reply, Retry};

use crate::UsageError;
use crate::cli::{Common, Remove, Vendor};
use crate::credentials::Credentials;
use crate::outcome::{Kind, Outcome};

mod kombo;
mod rocketchat;
mod vercel;

/// Removes one integration and reports what came of it.
pub(crate) async fn run(options: Remove) -> anyhow::Result<ExitCode> {
    let credentials = Credentials::read(options.common.credentials.as_deref())?;
    let outcome = match &options.vendor {
        Vendor::Rocketchat(which) => rocketchat::remove(which, &options.common, &credentials).await?,
        Vendor::Kombo(which) => kombo::remove(which, &options.common, &credentials).await?,
        Vendor::Vercel(which) => vercel::remove(which, &options.common, &credentials).await?,
    };
    Ok(outcome.report(options.common.output))
}

/// The settings that all three clients share. `server_variable` can hold the server instead of the
/// command line.
fn client<A: Api>(
    server: A::Server,
    server_variable: &str,
    credentials: A::Credentials,
    common: &Common,
) -> anyhow::Result<A> {
    Builder::<A>::default()
        .server(server)
        .credentials(credentials)
        .timeout(Duration::from_secs(common.timeout))
        .retry(Retry::new(common.attempts))
        .build()
        .map_err(|error| match error {
            BuildError::Server { why } => UsageError(format!(
                "the server that --server or {server_variable} gives cannot be used: {why}; \
                 give a URL like https://api.example.com"
            ))
            .into(),
            other => anyhow::Error::new(other).context("cannot make a client"),
        })
}

/// A removal that the vendor has carried out, or has accepted.
fn removed<T>(api: &'static str, integration: &str, reply: &Reply<T>, message: &str) -> Outcome {
    Outcome {
        api,
        integration: integration.to_owned(),
        kind: if reply.is_only_accepted() { Kind::Accepted } else { Kind::Removed },
        status: Some(reply.raw().status),
        code: None,
        message: message.to_owned(),
        retry_after_seconds: None,
    }
}

/// What a vendor says of a failure: its own code, if it has one, and its message.
struct VendorError {
    code: Option<String>,
    message: String,
    /// What the code means, where the status does not say it.
    kind: Option<Kind>,
}

impl VendorError {
    fn of(code: Option<String>, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), kind: None }
    }
}

/// A call that did not remove. `vendor_error` reads what the vendor declares.
fn failed<E: fmt::Debug>(
    api: &'static str,
    integration: &str,
    error: &Error<E>,
    vendor_error: impl FnOnce(&E) -> VendorError,
) -> Outcome {
    let kind = kind(error);
    let vendor_error = match (kind, error) {
        // Gone on a retry after a lost answer: that this call did it matters more than what the vendor says.
        (Kind::Removed, _) => VendorError::of(None, error.to_string()),
        (_, Error::Declared(declared)) => vendor_error(&declared.error),
        // Somebody else's "not found" page is what a wrong URL looks like.
        (Kind::Unexpected, _) if matches!(error.status(), Some(404 | 405)) => {
            VendorError::of(None, format!("{error}. Is the server URL right?"))
        }
        _ => VendorError::of(None, error.to_string()),
    };
    let kind = match kind {
        Kind::Removed | Kind::Gone => kind,
        by_status => vendor_error.kind.unwrap_or(by_status),
    };
    let wait = error.response().and_then(unplug_client::RawResponse::retry_at);
    let wait = wait.and_then(|at| at.duration_since(SystemTime::now()).ok());
    Outcome {
        api,
        integration: integration.to_owned(),
        kind,
        status: error.status(),
        code: vendor_error.code,
        message: vendor_error.message,
        retry_after_seconds: (kind == Kind::RateLimited)
            .then_some(wait)
            .flatten()
            .map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0)),
    }
}

fn kind<E>(error: &Error<E>) -> Kind {
    if matches!(error, Error::AlreadyGone(_)) {
        return Kind::Removed;
    }
    if error.is_gone() {
        return Kind::Gone;
    }
    match (error, error.status()) {
        (Error::Transport(_), _) => Kind::Unreachable,
        (Error::Declared(_), Some(401)) => Kind::Unauthenticated,
        (Error::Declared(_), Some(403)) => Kind::Forbidden,
        (Error::Declared(_), Some(429)) => Kind::RateLimited,
        (Error::Request(_), _) | (Error::Declared(_), Some(400..=499)) => Kind::Invalid,
        _ => Kind::Unexpected,
    }
}
