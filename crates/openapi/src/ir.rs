//! The intermediate representation: an API with no `OpenAPI` syntax or version left in it.
//!
//! Schemas are normalised to the meaning they have in JSON Schema 2020-12: 3.0's `nullable` is a
//! `null` in [`Schema::types`], boolean `exclusiveMinimum` is folded into the number, `example`
//! joins `examples`. Emitters, the contract comparison and conformance read nothing but this.

use indexmap::IndexMap;
use serde_json::Value;

pub use crate::syntax::Location;

mod direction;
mod equal;
mod flatten;
mod format;
mod http;
mod incoming;
mod json_schema;
mod keyword_value;
mod keywords;
mod media;
mod oauth;
mod operation;
mod prune;
mod rate_limit;
mod schemas;
mod sequence;
mod servers;
mod type_set;
pub(crate) mod value_labels;
mod words;

pub use direction::{Direction, Directions};
pub use equal::is_equal;
pub use flatten::Flatten;
pub use format::{Format, Formats};
pub use http::{InvalidStatus, without_names};
pub use incoming::{Callback, Webhook};
pub use keyword_value::{KeywordValue, KeywordValueMut, ValueKind};
pub use keywords::{Keyword, Role, Schema};
pub use media::{ContentKind, Encoding, MediaType};
pub use oauth::OAuthFlow;
pub use rate_limit::RateLimitRole;
pub use sequence::SequenceItems;
pub use type_set::TypeSet;
pub use words::{JsonType, ParameterIn, Style};

/// A whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// Name of the document: its file stem, for example `rocketchat`.
    pub name: String,
    /// `info.title`
    pub title: String,
    /// `info.version`
    pub version: String,
    /// `info.description`
    pub description: Option<String>,
    /// The version of the specification that the document follows, for example `3.1.0`.
    pub openapi: String,
    /// Base URLs; a document without any gets the specification's default, `/`.
    pub servers: Vec<Server>,
    /// Operations in document order.
    pub operations: Vec<Operation>,
    /// Calls that the API makes by itself. They are no operations of the API.
    pub webhooks: Vec<Webhook>,
    /// Every schema that an operation or a component reaches.
    pub schemas: Schemas,
    /// Security schemes by their component name, in document order.
    pub security_schemes: IndexMap<String, SecurityScheme>,
}

/// A base URL.
#[derive(Clone, Debug)]
pub struct Server {
    /// URL template.
    pub url: String,
    /// What it is, in the publisher's words.
    pub description: Option<String>,
    /// Short name: 3.2's `name`, or `x-rust-name`.
    pub name: Option<String>,
    /// Variables of the template.
    pub variables: IndexMap<String, ServerVariable>,
    /// Where it is declared; `None` for the default `/`.
    pub location: Option<Location>,
}

/// A variable in a [`Server::url`].
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// The value when none is given.
    pub default: String,
    /// Allowed values; empty means any.
    pub values: Vec<String>,
    /// Description.
    pub description: Option<String>,
}

/// An HTTP method.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are the methods' own names")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
    /// 3.2's `query`
    Query,
    /// A name from 3.2's `additionalOperations`.
    Other(String),
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`, or one derived from method and path when the document has none.
    pub id: String,
    /// A Rust name chosen beside the document (`x-rust-name`), in snake case.
    pub rust_name: Option<String>,
    /// Method.
    pub method: Method,
    /// Path template as published, without the servers' base path.
    pub path: String,
    /// What the template means: where requests go.
    pub route: Route,
    /// `summary`
    pub summary: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `tags`
    pub tags: Vec<String>,
    /// `deprecated`
    pub deprecated: bool,
    /// Parameters of the operation and its path item, merged.
    pub parameters: Vec<Parameter>,
    /// Request body.
    pub body: Option<Body>,
    /// Responses in document order.
    pub responses: Vec<Response>,
    /// Alternatives (OR), each a set of schemes (AND). Empty list: no security at all. An empty
    /// alternative: anonymous access is allowed.
    pub security: Vec<SecurityRequirement>,
    /// Base URLs of this operation when it or its path item overrides the document's.
    pub servers: Vec<Server>,
    /// Calls that the API makes because of this one.
    pub callbacks: Vec<Callback>,
    /// Where it stands.
    pub location: Location,
}

/// Where the requests of an operation go, below the servers' base path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The path: begins with `/`, and has every path parameter of the operation as `{name}`. A
    /// fragment, which only tells operations apart, is not in it, and neither is a query.
    pub path: String,
    /// What the query always has, decoded: `/token?refresh` needs `refresh`.
    pub query: Vec<(String, String)>,
}

/// Schemes that are needed together: scheme name → scopes.
pub type SecurityRequirement = IndexMap<String, Vec<String>>;

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Name on the wire.
    pub name: String,
    /// `x-rust-name`
    pub rust_name: Option<String>,
    /// Where it travels.
    pub parameter_in: ParameterIn,
    /// Whether it must be there; always true for a path parameter.
    pub required: bool,
    /// `allowEmptyValue`: a query parameter may be there without a value.
    pub allow_empty: bool,
    /// `deprecated`
    pub deprecated: bool,
    /// `description`
    pub description: Option<String>,
    /// Style and schema, or a media type.
    pub shape: ParameterShape,
    /// Examples, normalised from `example`, `examples`.
    pub examples: Vec<Example>,
    /// Where it stands.
    pub location: Location,
}

/// How a parameter's value is described.
#[derive(Clone, Debug)]
pub enum ParameterShape {
    /// `schema` with `style`, `explode`, `allowReserved`.
    Schema {
        /// Serialisation style.
        style: Style,
        /// Whether there is one pair per member or item.
        explode: bool,
        /// Whether reserved characters stay as they are.
        allow_reserved: bool,
        /// Schema of the value.
        schema: SchemaId,
    },
    /// `content` with one media type.
    Content(MediaType),
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether it must be there.
    pub required: bool,
    /// `description`
    pub description: Option<String>,
    /// The forms it may take.
    pub contents: Vec<MediaType>,
    /// Where it stands.
    pub location: Location,
}

/// An example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its key under `examples`, or `example`.
    pub name: String,
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub location: Location,
}

/// Which statuses a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusSpec {
    /// One status.
    Code(u16),
    /// A class: 1 to 5, written `2XX`.
    Range(u8),
    /// Every status that is not declared otherwise.
    Default,
}

/// A declared response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Statuses.
    pub status: StatusSpec,
    /// `description`
    pub description: String,
    /// Headers.
    pub headers: Vec<Header>,
    /// The forms of its body; empty means no body.
    pub contents: Vec<MediaType>,
    /// `x-accepted`: that what was asked for may be settled only later.
    pub accepted: bool,
    /// Name of the component that it is, when the document refers to one.
    pub component: Option<String>,
    /// Where it stands.
    pub location: Location,
}

/// A response header (or one of a multipart part).
#[derive(Clone, Debug)]
pub struct Header {
    /// Name on the wire, as written.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// `description`
    pub description: Option<String>,
    /// Schema of the value; `None` when none is given.
    pub schema: Option<SchemaId>,
    /// Whether the members of an object are written `name=value`; otherwise `name,value`.
    pub explode: bool,
    /// Whether it is described by `content` with a JSON media type, and so written as JSON.
    pub json: bool,
    /// `x-rate-limit`: what the header says about the caller's rate limit.
    pub rate_limit: Option<RateLimitRole>,
    /// Examples, normalised from `example` and `examples`.
    pub examples: Vec<Example>,
    /// Name of the component that it is, when the document refers to one.
    pub component: Option<String>,
    /// Where it stands.
    pub location: Location,
}

/// A way to authenticate.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Component name.
    pub name: String,
    /// `x-rust-name`
    pub rust_name: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// What it is.
    pub kind: SecuritySchemeKind,
    /// The ways to get a token that OAuth 2 offers, in document order.
    pub flows: Vec<OAuthFlow>,
    /// Where a client finds out the rest: `openIdConnectUrl`, or 3.2's `oauth2MetadataUrl`.
    pub discovery_url: Option<String>,
    /// Where it stands.
    pub location: Location,
}

/// Kinds of [`SecurityScheme`].
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the variants are the specification's own words")]
pub enum SecuritySchemeKind {
    ApiKey {
        parameter_in: ParameterIn,
        name: String,
    },
    /// HTTP authentication with the scheme in lower case: `bearer`, `basic`, `digest`…
    Http {
        scheme: String,
    },
    MutualTls,
    OAuth2,
    OpenIdConnect,
    /// The document does not say what is sent. Both sides leave it to their user.
    Unknown,
}

/// Index of a schema in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemaId(pub u32);

/// All schemas of an API. A schema that stands in one place of the document has one id, so
/// recursion is a cycle of ids.
#[derive(Clone, Debug, Default)]
pub struct Schemas {
    /// The schemas, by id.
    pub all: Vec<Schema>,
    /// Whether formats of texts are asserted.
    pub formats: Formats,
}

impl std::ops::Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.all[id.0 as usize]
    }
}

/// `discriminator`
#[derive(Clone, Debug)]
pub struct Discriminator {
    /// The property that tells the variants apart.
    pub property: String,
    /// Property value → schema, explicit entries first, then the implicit ones by component name.
    pub mapping: IndexMap<String, SchemaId>,
    /// 3.2's `defaultMapping`.
    pub default: Option<SchemaId>,
    /// Where schemas extend this one by `allOf`: its own properties, of which also the values are whose
    /// tag the document does not name.
    pub open: Option<SchemaId>,
}
