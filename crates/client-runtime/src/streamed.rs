//! Which answers are handed on as they come: decided by status and media type, from the head alone.

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use unplug_wire::media_type::position;

/// What is declared for some statuses, as far as it matters for streaming.
#[derive(Debug)]
pub struct Streams {
    /// First and last status.
    pub statuses: (u16, u16),
    /// Declared media types, and whether the body is a stream.
    pub contents: &'static [(&'static str, bool)],
}

/// Whether the answer with this head is a stream. The first of `declared` that has the status decides. An
/// answer without a media type is taken to be the first one declared.
pub(crate) fn is_stream(declared: &[Streams], status: u16, headers: &HeaderMap) -> bool {
    let covers = |streams: &&Streams| (streams.statuses.0..=streams.statuses.1).contains(&status);
    let Some(streams) = declared.iter().find(covers) else {
        return false;
    };
    let index = match headers.get(CONTENT_TYPE) {
        None => Some(0),
        Some(sent) => {
            let names = streams.contents.iter().map(|(name, _)| *name);
            position(names, sent.to_str().unwrap_or_default())
        }
    };
    index.and_then(|index| streams.contents.get(index)).is_some_and(|(_, stream)| *stream)
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    fn sent(media_type: Option<&'static str>) -> HeaderMap {
        media_type.into_iter().map(|name| (CONTENT_TYPE, HeaderValue::from_static(name))).collect()
    }

    #[test]
    fn status_and_media_type_decide() {
        let declared = [
            Streams { statuses: (200, 200), contents: &[("application/json", false), ("image/*", true)] },
            Streams { statuses: (200, 299), contents: &[("*/*", true)] },
        ];
        let stream = |status, media_type| is_stream(&declared, status, &sent(media_type));
        assert!(!stream(200, Some("application/json; charset=utf-8")));
        assert!(!stream(200, None) && !stream(200, Some("text/plain")));
        assert!(stream(200, Some("Image/PNG")));
        assert!(stream(206, Some("application/json")) && stream(206, None));
        assert!(!stream(404, Some("image/png")));
    }
}
