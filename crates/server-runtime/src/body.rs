//! Reads a request body into memory, up to a limit.

use axum::body::{Body, HttpBody};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_LENGTH;
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;

use super::rejection::Rejection;
use super::violation::{Expected, Location, Violation};

/// A client that is still sending does not read the answer. So much of a body that is too long is
/// read and thrown away before it is refused; beyond it the connection is closed on the client.
const MAX_DRAINED_BYTES: u64 = 16 * 1024 * 1024;

/// The whole body.
pub(crate) async fn read(body: Body, headers: &HeaderMap, limit: usize) -> Result<Bytes, Rejection> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    let announced = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > u64::try_from(limit).unwrap_or(u64::MAX)) {
        drain(body, announced.unwrap_or(0)).await;
        return Err(Rejection::PayloadTooLarge { limit });
    }
    collect(body, limit).await
}

async fn collect(mut body: Body, limit: usize) -> Result<Bytes, Rejection> {
    let mut first = Bytes::new();
    // Most bodies come in one piece, which is then passed on without a copy.
    let mut joined: Option<BytesMut> = None;
    while let Some(frame) = body.frame().await {
        let data = match frame.map(http_body::Frame::into_data) {
            Ok(Ok(data)) => data,
            Ok(Err(_trailers)) => continue,
            Err(error) => return Err(cut_off(&error)),
        };
        let length = joined.as_ref().map_or(first.len(), BytesMut::len);
        if length + data.len() > limit {
            drain(body, 0).await;
            return Err(Rejection::PayloadTooLarge { limit });
        }
        match &mut joined {
            Some(joined) => joined.extend_from_slice(&data),
            None if first.is_empty() => first = data,
            None => {
                let mut both = BytesMut::with_capacity(2 * (first.len() + data.len()));
                both.extend_from_slice(&first);
                both.extend_from_slice(&data);
                joined = Some(both);
            }
        }
    }
    Ok(joined.map_or(first, BytesMut::freeze))
}

async fn drain(mut body: Body, announced: u64) {
    let mut left = MAX_DRAINED_BYTES;
    if announced > left {
        return;
    }
    while let Some(Ok(frame)) = body.frame().await {
        let length = frame.data_ref().map_or(0, |data| u64::try_from(data.len()).unwrap_or(u64::MAX));
        match left.checked_sub(length) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

fn cut_off(error: &axum::Error) -> Rejection {
    tracing::debug!(%error, "request body could not be read");
    Rejection::Invalid(vec![Violation::new(Location::Body, String::new(), Expected::WholeBody)])
}
