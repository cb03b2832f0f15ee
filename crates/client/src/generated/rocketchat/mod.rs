// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Integrations
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use progenitor_client::ClientInfo as _;
use unplug_client_runtime::codegen::{Built, Decode, Shared};
use unplug_client_runtime::{
    self as runtime, BuildError, Builder, Call, Credential, Operation, Parts,
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
    clippy::needless_borrow,
    clippy::needless_borrows_for_generic_args,
    clippy::similar_names,
    clippy::struct_field_names,
    clippy::too_many_lines,
    reason = "names and shapes are the document's, and some statements are progenitor's"
)]
mod operations;
#[allow(
    clippy::all,
    clippy::pedantic,
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_mut,
    reason = "the output of progenitor; nothing outside of this module sees it"
)]
mod wire;
#[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
pub use operations::*;
/// What the security schemes of the document ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// Sent in the header `X-Auth-Token`.
    ///
    /// The authorization token of the user.
    pub auth_token: Secret,
    /// Sent in the header `X-User-Id`.
    ///
    /// The user ID of the user.
    pub user_id: Secret,
}
impl runtime::Credentials for Credentials {
    fn credentials(&self) -> Result<Vec<(usize, Credential)>, BuildError> {
        let Self { auth_token, user_id } = self;
        Ok(
            vec![
                (0, Credential::header("X-Auth-Token", auth_token.expose()) ?), (1,
                Credential::header("X-User-Id", user_id.expose()) ?)
            ],
        )
    }
}

/// The servers that the document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// <https://apiexplorer.support.rocket.chat>
    ApiExplorer,
    /// Any other, for example one on this machine: the base URL to which the paths of the operations are appended.
    Custom(String),
}
impl runtime::Server for Server {
    fn base_url(&self, _group: usize) -> Cow<'_, str> {
        match self {
            Self::ApiExplorer => Cow::Borrowed("https://apiexplorer.support.rocket.chat"),
            Self::Custom(url) => Cow::Borrowed(url),
        }
    }
    fn first() -> Option<Self> {
        Some(Self::ApiExplorer)
    }
}

/// The client. Clones share their connections.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}
#[allow(dead_code, reason = "a document may have no operations")]
struct Inner {
    wire: wire::Client,
    shared: Arc<Shared>,
}
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.inner.wire.baseurl())
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
    #[allow(dead_code, reason = "a document may have no operations here")]
    fn call<T, E>(
        &self,
        operation: &'static Operation,
        build: impl FnOnce(&wire::Client, &'static Operation) -> Built,
        decode: Decode<T, E>,
    ) -> Call<T, E> {
        Call::new(
            &self.inner.shared,
            operation,
            build(&self.inner.wire, operation),
            decode,
        )
    }
    /// Settings other than the usual ones.
    #[must_use]
    pub fn builder() -> Builder<Self> {
        Builder::default()
    }
}
impl runtime::Api for Client {
    type Server = Server;
    type Credentials = Credentials;
    fn assemble(parts: Parts) -> Self {
        let wire = |group: usize| wire::Client {
            baseurl: parts.base_urls.get(group).cloned().unwrap_or_default(),
            client: parts.http.clone(),
        };
        let inner = Inner {
            wire: wire(0),
            shared: Arc::new(Shared::new(&parts)),
        };
        Self { inner: Arc::new(inner) }
    }
}
