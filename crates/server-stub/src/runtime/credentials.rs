//! Takes the credentials of a request from where its security schemes put them.
//!
//! Generated code asks for the schemes of each alternative in turn. A credential that is there
//! twice, or is not in its scheme's form, is [`AuthenticationFailure::Malformed`]: which of two
//! the caller means is nobody's to guess.

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE, HeaderName};

use super::raw::query_pairs;
use super::{AuthenticationFailure, Rejection, RequestContext, Secret};

/// User name and password of HTTP's `basic` scheme.
#[derive(Clone, Debug)]
pub struct Basic {
    /// User name
    pub username: String,
    /// Password
    pub password: Secret,
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
    context.note_unfit();
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
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
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

fn after_scheme<'r>(context: &'r RequestContext, scheme: &str) -> Found<&'r str> {
    let value = single(&context.headers, &AUTHORIZATION)?;
    let (sent, rest) = value.split_once(' ').unwrap_or((value, ""));
    if !sent.eq_ignore_ascii_case(scheme) {
        // Another scheme's credential is not this one's malformed.
        let empty = sent.is_empty();
        return Err(if empty { AuthenticationFailure::Malformed } else { AuthenticationFailure::Missing });
    }
    match rest.trim() {
        "" => Err(AuthenticationFailure::Malformed),
        rest => Ok(rest),
    }
}

fn single<'r>(headers: &'r HeaderMap, name: &HeaderName) -> Found<&'r str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Err(AuthenticationFailure::Missing),
        (Some(value), None) => value.to_str().map_err(|_| AuthenticationFailure::Malformed),
        (Some(_), Some(_)) => Err(AuthenticationFailure::Malformed),
    }
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
    use super::base64;

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
