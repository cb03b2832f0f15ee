//! TLS for https URLs.

/// Makes ring the process's provider of cryptography, unless the program has chosen one.
#[cfg(feature = "rustls")]
pub(crate) fn prepare() {
    use rustls::crypto::{CryptoProvider, ring};
    if CryptoProvider::get_default().is_none() {
        // Another thread may have been faster, and then its choice is as good.
        let _ = ring::default_provider().install_default();
    }
}

/// Without the feature `rustls`, TLS is what the program's own features of reqwest make of it.
#[cfg(not(feature = "rustls"))]
pub(crate) fn prepare() {}
