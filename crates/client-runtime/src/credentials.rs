//! Credentials, and how each travels.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Request;
use reqwest::header::{AUTHORIZATION, COOKIE, Entry, HeaderMap, HeaderName, HeaderValue, WWW_AUTHENTICATE};

use super::build_error::BuildError;
use super::operation::Operation;

/// The credentials of one API, generated from its security schemes.
pub trait Credentials {
    /// Each credential in the form in which it travels, with the index of its security scheme.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when one cannot be sent, for example because of a line break.
    fn credentials(&self) -> Result<Vec<(usize, Credential)>, BuildError>;
}

/// A request that needs an `Authorization` header which depends on it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Challenge<'c> {
    /// HTTP method in capitals.
    pub method: &'c str,
    /// Path with the query, as it is sent.
    pub uri: &'c str,
    /// The body, when there is one that is held in memory.
    pub body: Option<&'c [u8]>,
    /// The `WWW-Authenticate` headers of the server's refusal, joined by commas; `None` before the
    /// first attempt.
    pub challenge: Option<&'c str>,
}

type ReceivedResponse = dyn Fn(&Challenge<'_>) -> Option<String> + Send + Sync;

/// Makes the `Authorization` header of each request: for HTTP's `digest` scheme, which answers a
/// challenge, and for schemes of which the document does not say what they send.
///
/// It is asked before the first attempt, and once more when the server answers 401 with a
/// challenge. It gives the whole value of the header, or nothing to send none.
#[derive(Clone)]
pub struct Authorizer(Arc<ReceivedResponse>);

impl Authorizer {
    /// One that calls a function.
    pub fn new(answer: impl Fn(&Challenge<'_>) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(answer))
    }
}

impl fmt::Debug for Authorizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authorizer")
    }
}

impl PartialEq for Authorizer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Authorizer {}

/// A credential on its way: made once, used by every call.
#[derive(Clone)]
pub struct Credential(Kind);

#[derive(Clone)]
enum Kind {
    Header(HeaderName, HeaderValue),
    Query(&'static str, String),
    Cookie(HeaderValue),
    Hook(Authorizer),
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Header(name, _) => write!(f, "header {name}: ***"),
            Kind::Query(name, _) => write!(f, "query {name}=***"),
            Kind::Cookie(_) => f.write_str("cookie ***"),
            Kind::Hook(_) => f.write_str("authorizer"),
        }
    }
}

impl Credential {
    /// An API key in a header.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when a header cannot hold it.
    pub fn header(name: &'static str, value: &str) -> Result<Self, BuildError> {
        let unfit = || BuildError::Credential { location: format!("the header {name}") };
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
        let unfit = || BuildError::Credential { location: format!("the cookie {name}") };
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
            return Err(BuildError::Credential { location: "basic authentication".to_owned() });
        }
        Self::authorization(&format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
    }

    /// `Authorization` with any other scheme of HTTP.
    ///
    /// # Errors
    ///
    /// [`BuildError::Credential`] when a header cannot hold it.
    pub fn scheme(scheme: &'static str, credential: &str) -> Result<Self, BuildError> {
        Self::authorization(&format!("{scheme} {credential}"))
    }

    /// `Authorization` as a function makes it for each request.
    ///
    /// # Errors
    ///
    /// None; the signature is that of the others.
    pub fn hook(authorizer: &Authorizer) -> Result<Self, BuildError> {
        Ok(Self(Kind::Hook(authorizer.clone())))
    }

    fn authorization(value: &str) -> Result<Self, BuildError> {
        let unfit = || BuildError::Credential { location: "the header authorization".to_owned() };
        Ok(Self(Kind::Header(AUTHORIZATION, sensitive(value).ok_or_else(unfit)?)))
    }

    /// The header that both need for different values, if there is one.
    fn contradicts(&self, other: &Self) -> Option<String> {
        let header = |credential: &Self| match &credential.0 {
            Kind::Header(name, value) => Some((name.clone(), Some(value.clone()))),
            Kind::Hook(_) => Some((AUTHORIZATION, None)),
            Kind::Query(..) | Kind::Cookie(_) => None,
        };
        let (own, others) = (header(self)?, header(other)?);
        let contradiction = own.0 == others.0 && (own.1.is_none() || own.1 != others.1);
        contradiction.then(|| format!("the header {}, which two of them need,", own.0))
    }

    fn apply(&self, request: &mut Request, challenge: Option<&str>) {
        match &self.0 {
            Kind::Hook(Authorizer(answer)) => {
                let url = request.url();
                let uri = match url.query() {
                    Some(query) => format!("{}?{query}", url.path()),
                    None => url.path().to_owned(),
                };
                let body = request.body().and_then(reqwest::Body::as_bytes);
                let asked = Challenge { method: request.method().as_str(), uri: &uri, body, challenge };
                if let Some(value) = answer(&asked).as_deref().and_then(sensitive) {
                    request.headers_mut().insert(AUTHORIZATION, value);
                }
            }
            // What a call gives as a parameter of this name counts, and is sent once.
            Kind::Header(name, value) => match request.headers_mut().entry(name) {
                Entry::Occupied(mut given) => given.get_mut().set_sensitive(true),
                Entry::Vacant(place) => {
                    place.insert(value.clone());
                }
            },
            Kind::Query(name, _) if request.url().query_pairs().any(|(given, _)| given == *name) => {}
            Kind::Query(name, value) => {
                request.url_mut().query_pairs_mut().append_pair(name, value);
            }
            Kind::Cookie(pair) if has_cookie(request, pair) => {}
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

/// Whether a cookie of the pair's name is there.
fn has_cookie(request: &Request, pair: &HeaderValue) -> bool {
    let name = |pair: &[u8]| pair.split(|byte| *byte == b'=').next().map(|name| name.trim_ascii().to_vec());
    let wanted = name(pair.as_bytes());
    let given = request.headers().get(COOKIE).map(HeaderValue::as_bytes).unwrap_or_default();
    given.split(|byte| *byte == b';').any(|given| name(given) == wanted)
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
pub(crate) struct CredentialStore {
    by_scheme: Vec<Option<Credential>>,
    /// Whether one of them is, or was, a function; nearly no client has one.
    has_function: bool,
}

impl CredentialStore {
    pub(crate) fn add(&mut self, credentials: &dyn Credentials) -> Result<(), BuildError> {
        let credentials = credentials.credentials()?;
        for (index, (_, credential)) in credentials.iter().enumerate() {
            let mut others = credentials[..index].iter().map(|(_, other)| other);
            if let Some(location) = others.find_map(|other| credential.contradicts(other)) {
                return Err(BuildError::Credential { location });
            }
        }
        for (scheme, credential) in credentials {
            if self.by_scheme.len() <= scheme {
                self.by_scheme.resize(scheme + 1, None);
            }
            self.has_function |= matches!(credential.0, Kind::Hook(_));
            self.by_scheme[scheme] = Some(credential);
        }
        Ok(())
    }

    fn holds(&self, scheme: usize) -> bool {
        self.by_scheme.get(scheme).is_some_and(Option::is_some)
    }

    /// Puts on the request what the first alternative that can be met asks for; anonymous access is
    /// the last choice. Without any, the request goes as it is: the server then says what it wants,
    /// in its own words.
    pub(crate) fn authorize(&self, operation: &Operation, request: &mut Request) {
        for credential in self.met(operation) {
            credential.apply(request, None);
        }
    }

    /// Whether one of the credentials is a function, which can answer a challenge.
    pub(crate) fn answers_challenges(&self, operation: &Operation) -> bool {
        self.has_function && self.met(operation).any(|credential| matches!(credential.0, Kind::Hook(_)))
    }

    /// Answers a refusal, when it has a challenge: then the request is to be sent once more.
    pub(crate) fn answer(&self, operation: &Operation, refusal: &HeaderMap, request: &mut Request) -> bool {
        let challenges = refusal.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
        let challenge = challenges.collect::<Vec<_>>().join(", ");
        if challenge.is_empty() {
            return false;
        }
        for credential in self.met(operation) {
            credential.apply(request, Some(&challenge));
        }
        request.headers().contains_key(AUTHORIZATION)
    }

    /// The credentials of the first alternative that can be met.
    fn met<'k>(&'k self, operation: &Operation) -> impl Iterator<Item = &'k Credential> {
        let met = operation
            .security
            .iter()
            .find(|schemes| !schemes.is_empty() && schemes.iter().all(|scheme| self.holds(*scheme)));
        let schemes = met.copied().unwrap_or_default();
        schemes.iter().filter_map(|scheme| self.by_scheme.get(*scheme).and_then(Option::as_ref))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn sent(with: &[Credential], mut request: Request) -> (String, Vec<String>) {
        for credential in with {
            credential.apply(&mut request, None);
        }
        let lines = request.headers().iter().map(|(name, value)| {
            let value = value.to_str().unwrap();
            format!("{name}: {value}")
        });
        (request.url().query().unwrap_or_default().to_owned(), lines.collect())
    }

    #[test]
    fn a_parameter_of_the_same_name_is_sent_once() {
        let all = [
            Credential::header("X-Key", "own").unwrap(),
            Credential::query("key", "own").unwrap(),
            Credential::cookie("sid", "own").unwrap(),
        ];
        let request = |url: &str| Request::new(reqwest::Method::GET, url.parse().unwrap());
        let (query, lines) = sent(&all, request("http://a/?other=1"));
        assert_eq!(
            (query.as_str(), lines),
            ("other=1&key=own", vec!["x-key: own".into(), "cookie: sid=own".into()])
        );
        let mut given = request("http://a/?key=given");
        given.headers_mut().insert("x-key", HeaderValue::from_static("given"));
        given.headers_mut().insert(COOKIE, HeaderValue::from_static("a=b; sid=given"));
        let (query, lines) = sent(&all, given);
        assert_eq!(query, "key=given");
        assert_eq!(lines, ["x-key: given", "cookie: a=b; sid=given"]);
        let mut other = request("http://a/");
        other.headers_mut().insert(COOKIE, HeaderValue::from_static("sides=1"));
        assert_eq!(sent(&all, other).1, ["cookie: sides=1; sid=own", "x-key: own"]);
    }
}
