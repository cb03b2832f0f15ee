//! Credentials, and how each travels.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Request;
use reqwest::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};

use super::builder::BuildError;
use super::operation::Operation;

/// The credentials of one API, generated from its security schemes.
pub trait Credentials {
    /// Each credential in the form in which it travels, with the index of its security scheme.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when one cannot be sent, for example because of a line break.
    fn carriers(&self) -> Result<Vec<(usize, Carrier)>, BuildError>;
}

/// A credential on its way: made once, used by every call.
#[derive(Clone)]
pub struct Carrier(Kind);

#[derive(Clone)]
enum Kind {
    Header(HeaderName, HeaderValue),
    Query(&'static str, String),
    Cookie(HeaderValue),
}

impl fmt::Debug for Carrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Header(name, _) => write!(f, "header {name}: ***"),
            Kind::Query(name, _) => write!(f, "query {name}=***"),
            Kind::Cookie(_) => f.write_str("cookie ***"),
        }
    }
}

impl Carrier {
    /// An API key in a header.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when a header cannot hold it.
    pub fn header(name: &'static str, value: &str) -> Result<Self, BuildError> {
        let unfit = || BuildError::Credential { carrier: format!("the header {name}") };
        let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unfit())?;
        Ok(Self(Kind::Header(header, sensitive(value).ok_or_else(unfit)?)))
    }

    /// An API key in the query string.
    ///
    /// # Errors
    ///
    /// None; the signature is that of the others.
    pub fn query(name: &'static str, value: &str) -> Result<Self, BuildError> {
        Ok(Self(Kind::Query(name, value.to_owned())))
    }

    /// An API key in a cookie.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when a cookie cannot hold it.
    pub fn cookie(name: &'static str, value: &str) -> Result<Self, BuildError> {
        let unfit = || BuildError::Credential { carrier: format!("the cookie {name}") };
        if value.contains([';', ',', '"', '\\', ' ']) {
            return Err(unfit());
        }
        Ok(Self(Kind::Cookie(sensitive(&format!("{name}={value}")).ok_or_else(unfit)?)))
    }

    /// `Authorization: Bearer`.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when a header cannot hold it.
    pub fn bearer(token: &str) -> Result<Self, BuildError> {
        Self::authorization(&format!("Bearer {token}"))
    }

    /// `Authorization: Basic`.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when the user name has a colon, which would move the border
    /// between name and password.
    pub fn basic(user: &str, password: &str) -> Result<Self, BuildError> {
        if user.contains(':') {
            return Err(BuildError::Credential { carrier: "basic authentication".to_owned() });
        }
        Self::authorization(&format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
    }

    fn authorization(value: &str) -> Result<Self, BuildError> {
        let unfit = || BuildError::Credential { carrier: "the header authorization".to_owned() };
        Ok(Self(Kind::Header(AUTHORIZATION, sensitive(value).ok_or_else(unfit)?)))
    }

    fn apply(&self, request: &mut Request) {
        match &self.0 {
            Kind::Header(name, value) => {
                request.headers_mut().insert(name, value.clone());
            }
            Kind::Query(name, value) => {
                request.url_mut().query_pairs_mut().append_pair(name, value);
            }
            Kind::Cookie(pair) => {
                let cookies = match request.headers().get(COOKIE) {
                    None => Some(pair.clone()),
                    Some(others) => {
                        let mut all = others.as_bytes().to_vec();
                        all.extend_from_slice(b"; ");
                        all.extend_from_slice(pair.as_bytes());
                        HeaderValue::from_bytes(&all).ok()
                    }
                };
                if let Some(mut cookies) = cookies {
                    cookies.set_sensitive(true);
                    request.headers_mut().insert(COOKIE, cookies);
                }
            }
        }
    }
}

/// A header value that is never logged nor kept in a compression table. HTTP takes blanks away from
/// its ends, so a credential that has them there would not arrive as given.
fn sensitive(value: &str) -> Option<HeaderValue> {
    if value.trim().len() != value.len() || value.is_empty() {
        return None;
    }
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// All credentials that a client has, by security scheme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keyring {
    carriers: Vec<Option<Carrier>>,
}

impl Keyring {
    pub(crate) fn add(&mut self, credentials: &dyn Credentials) -> Result<(), BuildError> {
        for (scheme, carrier) in credentials.carriers()? {
            if self.carriers.len() <= scheme {
                self.carriers.resize(scheme + 1, None);
            }
            self.carriers[scheme] = Some(carrier);
        }
        Ok(())
    }

    fn holds(&self, scheme: usize) -> bool {
        self.carriers.get(scheme).is_some_and(Option::is_some)
    }

    /// Puts on the request what the first alternative that can be met asks for; anonymous access is
    /// the last choice. Without any, the request goes as it is: the server then says what it wants,
    /// in its own words.
    pub(crate) fn authorize(&self, operation: &Operation, request: &mut Request) {
        let met = operation
            .security
            .iter()
            .find(|schemes| !schemes.is_empty() && schemes.iter().all(|scheme| self.holds(*scheme)));
        for scheme in met.copied().unwrap_or_default() {
            if let Some(Some(carrier)) = self.carriers.get(*scheme) {
                carrier.apply(request);
            }
        }
    }
}
