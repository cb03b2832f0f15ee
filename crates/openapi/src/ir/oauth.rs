//! Where clients get tokens.

use indexmap::IndexMap;

use super::Location;

/// A way to get a token.
#[derive(Clone, Debug)]
pub struct OAuthFlow {
    /// The specification's name for it, for example `authorizationCode`.
    pub name: String,
    /// The addresses that it has, by their field: `tokenUrl`, `authorizationUrl`…
    pub urls: IndexMap<&'static str, String>,
    /// The scopes that can be asked for, each with its description.
    pub scopes: IndexMap<String, String>,
    /// Where it stands.
    pub location: Location,
}

impl OAuthFlow {
    /// The fields that hold an address.
    pub const URLS: [&'static str; 4] =
        ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"];
}
