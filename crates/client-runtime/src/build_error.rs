//! Why no client can be built.

use std::fmt;

/// Why no client can be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The document names no absolute URL, and none was given.
    NoServer,
    /// The server's URL cannot be used.
    Server {
        /// What is wrong with it.
        why: String,
    },
    /// A credential cannot be sent where the document wants it.
    Credential {
        /// Where it should go.
        location: String,
    },
    /// The HTTP client cannot be set up.
    Http(reqwest::Error),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoServer => {
                f.write_str("no server: the document names no absolute URL, so give one as Server::Custom")
            }
            Self::Server { why } => write!(f, "the server URL cannot be used: {why}"),
            Self::Credential { location } => write!(
                f,
                "the credential for {location} cannot be sent: it is empty, or has a character that \
                 is not allowed there, such as a line break at its end"
            ),
            Self::Http(_) => f.write_str("the HTTP client cannot be set up"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Http(error) => Some(error),
            _ => None,
        }
    }
}
