//! Takes the credentials of a request from where its security schemes put them.
//!
//! Generated code asks for the schemes of each alternative in turn. A credential that is there
//! twice, or is not in its scheme's form, is [`AuthenticationFailure::Malformed`]: which of two
//! the caller means is nobody's to guess.

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};
use memchr::memchr2;
use unplug_wire::value::Secret;

use super::{AuthenticationFailure, Rejection, RequestContext};
use unplug_wire::parameter::{query_pairs, split_at_byte};

/// User name and password of HTTP's `basic` scheme.
#[derive(Clone, Debug)]
pub struct Basic {
    /// User name
    pub username: String,
    /// Password
    pub password: Secret,
}

/// The credentials of HTTP's `digest` scheme (RFC 7616), as they were sent: whether the response
/// is right is for `Security` to compute, which knows the nonce and the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Digest(Vec<(String, String)>);

impl Digest {
    /// A parameter, for example `username`, `nonce` or `response`; names are in lower case.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Digest").field("username", &self.get("username")).finish_non_exhaustive()
    }
}

/// The certificate of a caller that has proved on the connection that it is its own (mutual TLS).
/// The server that ends TLS puts it into the request's extensions.
#[derive(Clone, PartialEq, Eq)]
pub struct ClientCertificate(pub bytes::Bytes);

impl std::fmt::Debug for ClientCertificate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "ClientCertificate({} bytes)", self.0.len())
    }
}

/// The result of looking for one credential.
pub type Found<T> = Result<T, AuthenticationFailure>;

/// Reads the credentials of one alternative.
pub type Reader<T> = fn(&RequestContext) -> Found<T>;

/// The first alternative that the request has as a whole.
///
/// # Errors
/// [`Rejection::Unauthenticated`]: malformed when anything of any alternative is, else missing.
pub fn first<T>(context: &RequestContext, alternatives: &[Reader<T>]) -> Result<T, Rejection> {
    let mut failure = AuthenticationFailure::Missing;
    for read in alternatives {
        match read(context) {
            Ok(found) => return Ok(found),
            Err(AuthenticationFailure::Missing) => {}
            Err(other) => failure = other,
        }
    }
    Err(Rejection::Unauthenticated(failure))
}

/// [`first`] where credentials may be left out altogether.
///
/// # Errors
/// [`Rejection::Unauthenticated`] when something is malformed.
pub fn first_if_any<T>(context: &RequestContext, alternatives: &[Reader<T>]) -> Result<Option<T>, Rejection> {
    match first(context, alternatives) {
        Ok(found) => Ok(Some(found)),
        Err(Rejection::Unauthenticated(AuthenticationFailure::Missing)) => Ok(None),
        Err(rejection) => Err(rejection),
    }
}

/// An API key in a header (name in lower case).
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn header(context: &RequestContext, name: &'static str) -> Found<Secret> {
    let value = single(&context.headers, &HeaderName::from_static(name))?;
    if value.is_empty() {
        return Err(AuthenticationFailure::Malformed);
    }
    Ok(Secret::from(value.to_owned()))
}

/// An API key in the query.
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn query(context: &RequestContext, name: &'static str) -> Found<Secret> {
    let pairs = query_pairs(context.uri.query().unwrap_or_default());
    only(pairs.filter(|(key, _)| key == name).map(|(_, value)| value.decode()))
}

/// An API key in a cookie.
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn cookie(context: &RequestContext, name: &'static str) -> Found<Secret> {
    let headers = context.headers.get_all(COOKIE).iter();
    let pairs = headers
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    only(pairs.filter(|(key, _)| *key == name).map(|(_, value)| Some(value.into())))
}

fn only<'r>(mut values: impl Iterator<Item = Option<std::borrow::Cow<'r, str>>>) -> Found<Secret> {
    match (values.next(), values.next()) {
        (None, _) => Err(AuthenticationFailure::Missing),
        (Some(Some(value)), None) if !value.is_empty() => Ok(Secret::from(value.into_owned())),
        _ => Err(AuthenticationFailure::Malformed),
    }
}

/// What follows the scheme's name in the `Authorization` header: a `bearer` token, or whatever a
/// scheme other than `basic` sends. The name is compared without regard to case.
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn authorization(context: &RequestContext, scheme: &str) -> Found<Secret> {
    after_scheme(context, scheme).map(|value| Secret::from(value.to_owned()))
}

/// A `bearer` token (RFC 6750): one word. Vendors issue tokens with characters beyond the RFC's,
/// so which word is for `Security` to judge.
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn bearer(context: &RequestContext) -> Found<Secret> {
    let token = after_scheme(context, "bearer")?;
    // The text of a header has no characters but those that are seen, blanks and tabs.
    if memchr2(b' ', b'\t', token.as_bytes()).is_some() {
        return Err(AuthenticationFailure::Malformed);
    }
    Ok(Secret::from(token.to_owned()))
}

/// User name and password of the `basic` scheme (RFC 7617).
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn basic(context: &RequestContext) -> Found<Basic> {
    let encoded = after_scheme(context, "basic")?;
    let decoded = base64(encoded).and_then(|bytes| String::from_utf8(bytes).ok());
    match decoded.as_deref().and_then(|pair| pair.split_once(':')) {
        Some((username, password)) => {
            Ok(Basic { username: username.to_owned(), password: Secret::from(password.to_owned()) })
        }
        None => Err(AuthenticationFailure::Malformed),
    }
}

/// The parameters of the `digest` scheme.
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when it is not there, [`AuthenticationFailure::Malformed`]
/// when it is not in its form or is there twice.
pub fn digest(context: &RequestContext) -> Found<Digest> {
    let parameters = auth_parameters(after_scheme(context, "digest")?);
    let digest = Digest(parameters.ok_or(AuthenticationFailure::Malformed)?);
    let named = digest.get("username").is_some() || digest.get("username*").is_some();
    let complete = ["realm", "nonce", "uri", "response"].iter().all(|name| digest.get(name).is_some());
    if named && complete { Ok(digest) } else { Err(AuthenticationFailure::Malformed) }
}

/// The certificate of mutual TLS.
///
/// # Errors
/// [`AuthenticationFailure::Missing`] when the server that ends TLS has put none into the request's
/// extensions.
pub fn certificate(context: &RequestContext) -> Found<ClientCertificate> {
    context.extensions.get::<ClientCertificate>().cloned().ok_or(AuthenticationFailure::Missing)
}

/// `name=token, name="quoted \"text\""`; a name that stands twice is an error.
fn auth_parameters(text: &str) -> Option<Vec<(String, String)>> {
    let mut parameters: Vec<(String, String)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=')?;
        let name = name.trim().to_ascii_lowercase();
        if name.is_empty() || parameters.iter().any(|(known, _)| *known == name) {
            return None;
        }
        let after = after.trim_start();
        let (value, after) = if let Some(quoted) = after.strip_prefix('"') {
            quoted_text(quoted)?
        } else {
            let end = after.find(',').unwrap_or(after.len());
            (after[..end].trim_end().to_owned(), &after[end..])
        };
        parameters.push((name, value));
        let after = after.trim_start();
        rest = match after.strip_prefix(',') {
            Some(next) => next.trim_start(),
            None if after.is_empty() => after,
            None => return None,
        };
    }
    Some(parameters)
}

/// What stands before the closing quote, and what follows it.
fn quoted_text(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((value, &text[at + 1..])),
            '\\' => value.push(characters.next()?.1),
            other => value.push(other),
        }
    }
    None
}

fn after_scheme<'r>(context: &'r RequestContext, scheme: &str) -> Found<&'r str> {
    let value = single(&context.headers, &AUTHORIZATION)?;
    let (sent, rest) = split_at_byte(value, b' ');
    if !sent.eq_ignore_ascii_case(scheme) {
        // Another scheme's credential is not this one's malformed.
        let empty = sent.is_empty();
        return Err(if empty { AuthenticationFailure::Malformed } else { AuthenticationFailure::Missing });
    }
    match rest.unwrap_or_default().trim_ascii() {
        "" => Err(AuthenticationFailure::Malformed),
        rest => Ok(rest),
    }
}

fn single<'r>(headers: &'r HeaderMap, name: &HeaderName) -> Found<&'r str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Err(AuthenticationFailure::Missing),
        (Some(value), None) => text(value).ok_or(AuthenticationFailure::Malformed),
        (Some(_), Some(_)) => Err(AuthenticationFailure::Malformed),
    }
}

/// The text of a header, as `HeaderValue::to_str` has it, which goes byte by byte.
fn text(value: &HeaderValue) -> Option<&str> {
    let visible = value.as_bytes().iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~' | b'\t'));
    if visible { std::str::from_utf8(value.as_bytes()).ok() } else { None }
}

/// Standard alphabet, padding optional, nothing else tolerated.
fn base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    if text.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut length) = (0_u32, 0_u32);
    for character in text.bytes() {
        let value = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        length += 6;
        if length >= 8 {
            length -= 8;
            bytes.push(u8::try_from((bits >> length) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{auth_parameters, base64};

    #[test]
    fn digest_parameters_are_read() {
        let read = auth_parameters(r#"Username="Ida \"I\"", realm="a, b",qop=auth , nc=00000001"#);
        let expected = [("username", "Ida \"I\""), ("realm", "a, b"), ("qop", "auth"), ("nc", "00000001")];
        let expected: Vec<_> = expected.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        assert_eq!(read, Some(expected));
        for bad in ["a", "a=\"b", "a=b, A=c", "=b", "a=\"b\" c=d"] {
            assert_eq!(auth_parameters(bad), None, "{bad}");
        }
    }

    #[test]
    fn base64_is_strict() {
        assert_eq!(base64("QWxhZGRpbjpvcGVuIHNlc2FtZQ==").as_deref(), Some(&b"Aladdin:open sesame"[..]));
        assert_eq!(base64("YQ").as_deref(), Some(&b"a"[..]));
        assert_eq!(base64("").as_deref(), Some(&b""[..]));
        for bad in ["a", "ab c", "YQ-_", "Y*=="] {
            assert_eq!(base64(bad), None, "{bad}");
        }
    }
}
