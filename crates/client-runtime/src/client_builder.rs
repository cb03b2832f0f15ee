//! Building a client.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use reqwest::{ClientBuilder, Url, redirect};

use super::build_error::BuildError;
use super::credentials::{CredentialStore, Credentials};
use super::policy::Policy;
use super::retry::Retry;

/// Time for one attempt, from connecting to the last byte of the body.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
/// Time for connecting, TLS included.
const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const DEFAULT_MAX_RESPONSE_BYTES: usize = 16 << 20;
const DEFAULT_USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// What a generated client says of its API. Not for implementing by hand.
pub trait Api: Sized {
    /// The servers of the document.
    type Server: Server;
    /// The credentials that the document's security schemes ask for.
    type Credentials: Credentials;

    /// Puts a client together.
    #[doc(hidden)]
    fn assemble(parts: Parts) -> Self;
}

/// A choice among the servers of a document.
pub trait Server {
    /// The base URL, for a group of operations that share their servers. Group 0 is the
    /// document's own.
    fn base_url(&self, group: usize) -> Cow<'_, str>;

    /// Checks that the values of its variables are among those that the document lists.
    ///
    /// # Errors
    ///
    /// [`BuildError::Server`] naming the variable.
    fn check(&self) -> Result<(), BuildError> {
        Ok(())
    }

    /// How many groups there are.
    #[must_use]
    fn groups() -> usize {
        1
    }

    /// The document's first server, when it has an absolute URL.
    #[must_use]
    fn first() -> Option<Self>
    where
        Self: Sized;
}

/// What [`Builder`] hands to a generated client.
#[derive(Debug)]
pub struct Parts {
    /// The HTTP client, set up.
    pub http: reqwest::Client,
    /// One per group of operations.
    pub base_urls: Vec<String>,
    pub(crate) credentials: CredentialStore,
    pub(crate) policy: Policy,
}

/// Sets up a client.
///
/// Redirects are never followed, because they would carry credentials elsewhere.
pub struct Builder<A: Api> {
    server: Option<A::Server>,
    credentials: Vec<A::Credentials>,
    http: ClientBuilder,
    timeout: Duration,
    idle_timeout: Option<Duration>,
    connect_timeout: Duration,
    max_response_bytes: usize,
    user_agent: String,
    retry: Retry,
}

impl<A: Api> fmt::Debug for Builder<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("server", &self.server.as_ref().map(|server| server.base_url(0).into_owned()))
            .field("timeout", &self.timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("user_agent", &self.user_agent)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

impl<A: Api> Default for Builder<A> {
    fn default() -> Self {
        Self {
            server: None,
            credentials: Vec::new(),
            http: ClientBuilder::new(),
            timeout: DEFAULT_TIMEOUT,
            idle_timeout: None,
            connect_timeout: DEFAULT_CONNECT_TIMEOUT,
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            user_agent: DEFAULT_USER_AGENT.to_owned(),
            retry: Retry::never(),
        }
    }
}

impl<A: Api> Builder<A> {
    /// Which server; without it, the document's first one.
    #[must_use]
    pub fn server(mut self, server: A::Server) -> Self {
        self.server = Some(server);
        self
    }

    /// Adds credentials. Given several, an operation uses those that its document asks for.
    /// Without any, requests go out without; the server then answers what it answers.
    #[must_use]
    pub fn credentials(mut self, credentials: A::Credentials) -> Self {
        self.credentials.push(credentials);
        self
    }

    /// Time for one attempt, from connecting to the last byte of the body; 30 seconds at first. Of
    /// an answer that is a stream, only the head has to arrive in this time.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The longest silence in the middle of an answer, which may be a stream without an end; as
    /// long as [`timeout`](Self::timeout) at first.
    #[must_use]
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// Time for connecting, TLS included; 10 seconds at first.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The longest body that is read, in bytes; 16 MiB at first. A longer one makes the answer
    /// [`Malformed`](super::Error::Malformed), with the body cut there. A stream may be longer: of
    /// it, this is the longest item, and the most that is collected.
    #[must_use]
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// `User-Agent`; the name and version of this crate at first.
    #[must_use]
    pub fn user_agent(mut self, text: impl Into<String>) -> Self {
        self.user_agent = text.into();
        self
    }

    /// When to try again; never at first.
    #[must_use]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Starts from a prepared reqwest builder, for proxies, certificates and pools. Redirects,
    /// timeouts and the user agent are still set here.
    #[must_use]
    pub fn http(mut self, http: ClientBuilder) -> Self {
        self.http = http;
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when there is no server, its URL or a credential cannot be used, or TLS
    /// cannot be set up.
    pub fn build(self) -> Result<A, BuildError> {
        let server = self.server.or_else(A::Server::first).ok_or(BuildError::NoServer)?;
        server.check()?;
        let base_urls = (0..A::Server::groups())
            .map(|group| base_url(&server.base_url(group)))
            .collect::<Result<_, _>>()?;
        let mut credentials = CredentialStore::default();
        for given in &self.credentials {
            credentials.add(given)?;
        }
        let mut http = self.http;
        if let Some(idle_timeout) = self.idle_timeout {
            http = http.read_timeout(idle_timeout);
        }
        let http = http
            .redirect(redirect::Policy::none())
            .timeout(self.timeout)
            .connect_timeout(self.connect_timeout)
            .user_agent(self.user_agent)
            .build()
            .map_err(BuildError::Http)?;
        let policy = Policy {
            retry: self.retry,
            timeout: self.timeout,
            // Without one of its own, only streams need it: everything else has to arrive in
            // `timeout` as a whole, and reqwest need not watch two clocks.
            idle_timeout: self.idle_timeout.unwrap_or(self.timeout),
            max_response_bytes: self.max_response_bytes,
        };
        Ok(A::assemble(Parts { http, base_urls, credentials, policy }))
    }
}

/// Refuses a value of a variable that the document does not list.
///
/// # Errors
///
/// [`BuildError::Server`] naming the variable.
pub fn one_of(variable: &str, value: &str, allowed: &[&str]) -> Result<(), BuildError> {
    if allowed.contains(&value) {
        return Ok(());
    }
    let why = format!("its variable {variable} must be one of {}", allowed.join(", "));
    Err(BuildError::Server { why })
}

/// A base URL with another base path, for operations that have servers of their own. One that does
/// not end with the document's base path is the whole of it, and stays.
#[must_use]
pub fn with_base_path<'u>(url: &'u str, general: &str, path: &str) -> Cow<'u, str> {
    let bare = url.trim_end_matches('/');
    let after_host = bare.split_once("://").and_then(|(_, rest)| rest.find('/').map(|slash| &rest[slash..]));
    match bare.strip_suffix(general) {
        Some(before) if !general.is_empty() => Cow::Owned(format!("{before}{path}")),
        Some(before) if after_host.is_none() => Cow::Owned(format!("{before}{path}")),
        _ => Cow::Borrowed(url),
    }
}

/// The URL with this path.
#[must_use]
pub fn with_path(url: &str, path: &str) -> String {
    let host = url.split_once("://").map_or(0, |(scheme, _)| scheme.len() + 3);
    let end = url[host..].find('/').map_or(url.len(), |slash| host + slash);
    format!("{}{path}", &url[..end])
}

/// Checks a base URL and takes the slash from its end.
fn base_url(text: &str) -> Result<String, BuildError> {
    let refuse = |why| Err(BuildError::Server { why });
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => return refuse(format!("it is not an absolute URL ({error})")),
    };
    if !matches!(url.scheme(), "http" | "https") {
        return refuse(format!("its scheme is {}, not http or https", url.scheme()));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refuse("it has a query or a fragment, and paths are appended to it".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("it holds credentials: give them as credentials instead".to_owned());
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn base_paths_are_replaced() {
        assert_eq!(with_base_path("http://a/v1/", "/v1", "/up"), "http://a/up");
        assert_eq!(with_base_path("http://a", "", "/up"), "http://a/up");
        assert_eq!(with_base_path("http://a/mine", "", "/up"), "http://a/mine");
        assert_eq!(with_base_path("http://a/mine", "/v1", ""), "http://a/mine");
        assert_eq!(with_path("https://a.example/v1", "/up"), "https://a.example/up");
        assert_eq!(with_path("https://a.example", ""), "https://a.example");
        assert!(one_of("port", "1", &["443"]).is_err_and(|error| error.to_string().contains("one of 443")));
    }

    #[test]
    fn base_urls_are_checked() {
        assert_eq!(base_url("http://127.0.0.1:80/v1/").unwrap(), "http://127.0.0.1/v1");
        assert_eq!(base_url("https://a.example").unwrap(), "https://a.example");
        for bad in ["", "/v1", "ftp://a.example", "http://a/?q", "http://a/#f", "http://u:p@a/"] {
            let error = base_url(bad).unwrap_err().to_string();
            assert!(!error.contains("u:p"), "{error}");
        }
    }
}
