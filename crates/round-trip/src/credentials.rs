//! Credentials for every operation, put on requests on their way to the stub: which ones a client
//! sends is its users' choice, and no part of a round trip.

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderName, HeaderValue, Request, Uri};
use unplug_openapi::ir::{Api, ParameterIn, SecurityScheme, SecuritySchemeKind};

/// What an API's security schemes ask for, all of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Credentials {
    headers: Vec<(HeaderName, HeaderValue)>,
    query: Vec<String>,
    cookies: Vec<String>,
}

/// Credentials that satisfy the first alternative of every operation, as far as one request can
/// have them all.
pub(crate) fn of(api: &Api) -> Credentials {
    let mut credentials = Credentials::default();
    for scheme in api.security_schemes.values() {
        credentials.add(scheme);
    }
    credentials
}

impl Credentials {
    fn add(&mut self, scheme: &SecurityScheme) {
        match &scheme.kind {
            SecuritySchemeKind::ApiKey { parameter_in: ParameterIn::Query, name } => {
                self.query.push(format!("{name}=round-trip"));
            }
            SecuritySchemeKind::ApiKey { parameter_in: ParameterIn::Cookie, name } => {
                self.cookies.push(format!("{name}=round-trip"));
            }
            SecuritySchemeKind::ApiKey { name, .. } => {
                if let Ok(name) = HeaderName::from_bytes(name.to_ascii_lowercase().as_bytes()) {
                    self.header(name, "round-trip");
                }
            }
            SecuritySchemeKind::Http { scheme } if scheme == "basic" => {
                self.header(AUTHORIZATION, "Basic cm91bmQ6dHJpcA==");
            }
            SecuritySchemeKind::Http { scheme } if scheme == "digest" => self.header(
                AUTHORIZATION,
                "Digest username=\"round\", realm=\"trip\", nonce=\"n\", uri=\"/\", response=\"0\"",
            ),
            SecuritySchemeKind::Http { .. }
            | SecuritySchemeKind::OAuth2
            | SecuritySchemeKind::OpenIdConnect => {
                self.header(AUTHORIZATION, "Bearer round-trip");
            }
            // A certificate comes with the connection, and what is not known cannot be sent.
            SecuritySchemeKind::MutualTls | SecuritySchemeKind::Unknown => {}
        }
    }

    fn header(&mut self, name: HeaderName, value: &'static str) {
        self.headers.push((name, HeaderValue::from_static(value)));
    }

    /// The same request for each kind of `Authorization` that the API knows: only one of them can be
    /// there at a time.
    pub(crate) fn kinds(&self) -> usize {
        self.headers.iter().filter(|(name, _)| *name == AUTHORIZATION).count().max(1)
    }

    /// Puts them on a request, with one kind of `Authorization`.
    pub(crate) fn put<B>(&self, request: &mut Request<B>, kind: usize) {
        let mut authorizations = self.headers.iter().filter(|(name, _)| *name == AUTHORIZATION);
        if let Some((name, value)) = authorizations.nth(kind) {
            request.headers_mut().insert(name, value.clone());
        }
        for (name, value) in self.headers.iter().filter(|(name, _)| *name != AUTHORIZATION) {
            request.headers_mut().entry(name).or_insert_with(|| value.clone());
        }
        if !self.cookies.is_empty() {
            let sent = request.headers().get(COOKIE).and_then(|value| value.to_str().ok());
            let all = with(sent, &self.cookies, ';');
            if let Ok(value) = HeaderValue::from_str(&all.join("; ")) {
                request.headers_mut().insert(COOKIE, value);
            }
        }
        if !self.query.is_empty() {
            let path = request.uri().path();
            let sent = request.uri().query().filter(|query| !query.is_empty());
            let all = with(sent, &self.query, '&');
            if let Ok(uri) = format!("{path}?{}", all.join("&")).parse::<Uri>() {
                *request.uri_mut() = uri;
            }
        }
    }
}

/// What was sent and the pairs that it does not have: a parameter may have a credential's name.
fn with<'p>(sent: Option<&'p str>, pairs: &'p [String], delimiter: char) -> Vec<&'p str> {
    let name = |pair: &'p str| pair.split('=').next().unwrap_or_default().trim();
    let given: Vec<&str> = sent.into_iter().flat_map(|sent| sent.split(delimiter)).map(name).collect();
    let missing = pairs.iter().map(String::as_str).filter(|pair| !given.contains(&name(pair)));
    sent.into_iter().chain(missing).collect()
}
