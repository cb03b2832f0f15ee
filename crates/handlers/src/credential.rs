//! Stored credentials: digests of tokens and keys, and their comparison.

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// The shortest token or key that may be stored, in bytes.
///
/// A plain digest protects a credential only while guessing it is hopeless, so
/// short ones are refused when they are loaded.
pub const SHORTEST_CREDENTIAL: usize = 20;

/// SHA-256 of a token or key: all that the store keeps of it.
///
/// Why not a password hash: these credentials are long and random, made by a
/// machine, so there is no dictionary to slow down; and they are checked on every
/// request, where a deliberately slow hash would only be a way to exhaust the
/// server. Rocket.Chat itself keeps SHA-256 of its login tokens.
#[derive(Clone, Copy)]
pub struct CredentialDigest([u8; 32]);

impl CredentialDigest {
    /// Digests a presented or to-be-stored credential.
    #[must_use]
    pub fn of(credential: &str) -> Self {
        Self(Sha256::digest(credential.as_bytes()).into())
    }

    /// The whole digest, for storing.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The part that an index may be searched by.
    ///
    /// A search takes a time that depends on these bytes. That tells an attacker
    /// nothing of use: they are bytes of a digest, which cannot be steered, and the
    /// remaining 24 are only ever compared by [`CredentialDigest::matches`].
    #[must_use]
    pub fn lookup(&self) -> &[u8] {
        &self.0[..8]
    }

    /// Whether this is the stored digest, in a time that does not depend on where
    /// the two differ.
    #[must_use]
    pub fn matches(&self, stored: &[u8]) -> bool {
        self.0.as_slice().ct_eq(stored).into()
    }
}

impl std::fmt::Debug for CredentialDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CredentialDigest(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::CredentialDigest;

    #[test]
    fn only_the_same_credential_matches() {
        let stored = CredentialDigest::of("9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq");
        assert!(
            CredentialDigest::of("9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq").matches(stored.as_bytes())
        );
        assert!(
            !CredentialDigest::of("9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSr").matches(stored.as_bytes())
        );
        assert!(!stored.matches(&stored.as_bytes()[..31]));
    }
}
