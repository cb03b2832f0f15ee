//! Odd \<API\>
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use progenitor_client::{ClientHooks, OperationInfo};
use unplug_client_runtime::codegen::{
    Attempts, Decode, NotBuilt, RequestBuilder, Sent, Shared,
};
use unplug_client_runtime::{
    self as runtime, BuildError, Builder, Call, Credential, Operation, Parts,
    RequestError,
};
use unplug_wire::value::Secret;
/// The types of the schemas.
#[allow(
    clippy::enum_variant_names,
    clippy::similar_names,
    clippy::struct_excessive_bools,
    clippy::struct_field_names,
    clippy::too_many_lines,
    reason = "names and shapes are the document's"
)]
pub mod types;
#[allow(
    missing_docs,
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::similar_names,
    clippy::struct_field_names,
    clippy::too_many_lines,
    reason = "names and shapes are the document's"
)]
mod operations;
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_mut,
    reason = "the output of progenitor; nothing outside of this module sees it"
)]
mod progenitor;
#[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
pub use operations::*;
/// One of the alternatives that the security schemes of the document offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// key
    Key {
        /// Sent in the query `api_key`.
        key: Secret,
    },
    /// basic and cookie
    BasicCookie {
        /// Sent as `Authorization: Basic`.
        basic_user: Secret,
        /// Sent as `Authorization: Basic`.
        basic_password: Secret,
        /// Sent in the cookie `sid`.
        cookie: Secret,
    },
    /// oauth
    Oauth {
        /// Sent as `Authorization: Bearer`.
        oauth: Secret,
    },
    /// digest
    Digest {
        /// Makes the header `Authorization` for each request.
        digest: runtime::Authorizer,
    },
    /// hoba
    Hoba {
        /// Sent as `Authorization: hoba`.
        hoba: Secret,
    },
    /// unknown
    Unknown {
        /// Makes the header `Authorization` for each request.
        unknown: runtime::Authorizer,
    },
}
impl runtime::Credentials for Credentials {
    fn credentials(&self) -> Result<Vec<(usize, Credential)>, BuildError> {
        match self {
            Self::Key { key } => {
                Ok(vec![(0, Credential::query("api_key", key.expose()) ?)])
            }
            Self::BasicCookie { basic_user, basic_password, cookie } => {
                Ok(
                    vec![
                        (1, Credential::basic(basic_user.expose(), basic_password
                        .expose()) ?), (2, Credential::cookie("sid", cookie.expose()) ?)
                    ],
                )
            }
            Self::Oauth { oauth } => Ok(vec![(5, Credential::bearer(oauth.expose()) ?)]),
            Self::Digest { digest } => Ok(vec![(3, Credential::hook(digest) ?)]),
            Self::Hoba { hoba } => {
                Ok(vec![(4, Credential::scheme("hoba", hoba.expose()) ?)])
            }
            Self::Unknown { unknown } => Ok(vec![(6, Credential::hook(unknown) ?)]),
        }
    }
}
/// The servers that the document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// Tenant: <https://{tenant}.example.com:{port}/v1>
    TenantExampleComPort {
        /// Who you are. Default: `demo`.
        tenant: String,
        /// A part of the URL. Default: `443`. One of `443`, `8443`.
        port: String,
    },
    /// <https://b.example.com>
    BExampleCom,
    /// <https://{undeclared}.example.com>
    Custom2 {
        /// A part of the URL that the document says nothing about.
        undeclared: String,
    },
    /// Any other, for example one on this machine: the base URL to which the paths of the operations are appended. The document's own base path is `/v1`.
    Custom(String),
}
impl runtime::Server for Server {
    fn base_url(&self, group: usize) -> Cow<'_, str> {
        if group == 1 && !matches!(self, Self::Custom(_)) {
            return Cow::Borrowed("https://upload.example.com/");
        }
        if group == 1 && let Self::Custom(url) = self {
            return runtime::codegen::with_base_path(url, "/v1", "");
        }
        if group == 2 && !matches!(self, Self::Custom(_)) {
            return Cow::Owned(runtime::codegen::with_path(&self.base_url(0), "/v2"));
        }
        if group == 2 && let Self::Custom(url) = self {
            return runtime::codegen::with_base_path(url, "/v1", "/v2");
        }
        match self {
            Self::TenantExampleComPort { tenant, port } => {
                Cow::Owned(
                    "https://{tenant}.example.com:{port}/v1"
                        .replace("{tenant}", tenant)
                        .replace("{port}", port),
                )
            }
            Self::BExampleCom => Cow::Borrowed("https://b.example.com"),
            Self::Custom2 { undeclared } => {
                Cow::Owned(
                    "https://{undeclared}.example.com"
                        .replace("{undeclared}", undeclared),
                )
            }
            Self::Custom(url) => Cow::Borrowed(url),
        }
    }
    fn check(&self) -> Result<(), BuildError> {
        match self {
            Self::TenantExampleComPort { port, .. } => {
                runtime::codegen::one_of("port", port, &["443", "8443"])?;
                Ok(())
            }
            _ => Ok(()),
        }
    }
    fn groups() -> usize {
        3
    }
    fn first() -> Option<Self> {
        Some(Self::TenantExampleComPort {
            tenant: "demo".to_owned(),
            port: "443".to_owned(),
        })
    }
}
/// The client. Clones share their connections.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url(0))
            .finish_non_exhaustive()
    }
}
impl Client {
    /// A client with the usual settings.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when the server's URL or a credential cannot be used.
    pub fn new(server: Server, credentials: Credentials) -> Result<Self, BuildError> {
        Self::builder().server(server).credentials(credentials).build()
    }
    /// Settings other than the usual ones.
    #[must_use]
    pub fn builder() -> Builder<Self> {
        Builder::default()
    }
    /// A call whose request a function of progenitor's builds.
    #[allow(dead_code, reason = "a document may have no such operations")]
    fn call<T, E, F>(
        &self,
        operation: &'static Operation,
        send: impl FnOnce(progenitor::Client) -> Result<F, NotBuilt>,
        decode: Decode<T, E>,
    ) -> Call<T, E>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: Future<Output = Sent> + Send + 'static,
    {
        let attempts = Attempts::new(&self.shared, operation);
        let base_url = self.shared.base_url(operation.server_group);
        let client = progenitor::Client::new_with_client(
            base_url,
            self.shared.http().clone(),
            Arc::clone(&attempts),
        );
        Call::new(attempts, send(client), decode)
    }
    /// A call whose request progenitor cannot build.
    #[allow(dead_code, reason = "a document may have no such operations")]
    fn call_directly<T, E>(
        &self,
        operation: &'static Operation,
        write: impl FnOnce(RequestBuilder) -> Result<RequestBuilder, RequestError>,
        decode: Decode<T, E>,
    ) -> Call<T, E>
    where
        T: Send + 'static,
        E: Send + 'static,
    {
        let base_url = self.shared.base_url(operation.server_group);
        let request = write(RequestBuilder::new(operation, base_url));
        Call::direct(Attempts::new(&self.shared, operation), request, decode)
    }
}
/// Where progenitor's functions hand over: credentials, time limits and attempts are the
/// runtime's.
impl ClientHooks<Arc<Attempts>> for progenitor::Client {
    fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        _: &OperationInfo,
    ) -> impl Future<Output = Result<(), progenitor_client::Error<E>>> {
        self.inner.correct(request);
        std::future::ready(Ok(()))
    }
    fn exec(
        &self,
        request: reqwest::Request,
        _: &OperationInfo,
    ) -> impl Future<Output = reqwest::Result<reqwest::Response>> {
        self.inner.execute(request)
    }
}
impl runtime::Api for Client {
    type Server = Server;
    type Credentials = Credentials;
    fn assemble(parts: Parts) -> Self {
        Self {
            shared: Arc::new(Shared::new(parts)),
        }
    }
}
