//! Parts of a multipart body.

use std::fmt;

use bytes::Bytes;

/// A file in a multipart body.
#[derive(Clone, Default, PartialEq)]
pub struct File {
    /// Its name, as the sender calls it; it is no path to write to. Many servers take a part without
    /// one for text.
    pub file_name: Option<String>,
    /// Its media type; without one the declared one is sent, or `application/octet-stream`.
    pub content_type: Option<String>,
    /// Its content.
    pub bytes: Bytes,
    /// Further headers of its part, such as those that the document's `encoding` has.
    pub headers: Vec<(String, String)>,
}

/// One part of a multipart body whose parts have no types of their own.
#[derive(Clone, Default, PartialEq)]
pub struct Part {
    /// `name` of its `Content-Disposition`.
    pub name: Option<String>,
    /// `filename` of its `Content-Disposition`.
    pub file_name: Option<String>,
    /// Its media type; without one it is plain text.
    pub content_type: Option<String>,
    /// Its content.
    pub bytes: Bytes,
    /// Further headers.
    pub headers: Vec<(String, String)>,
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self { bytes, ..Self::default() }
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

/// The content is not shown: it may be long, and it is nobody's business. Nor are the values of headers.
impl fmt::Debug for File {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file_name, content_type, bytes, headers } = self;
        let mut shown = formatter.debug_struct("File");
        shown.field("file_name", file_name).field("content_type", content_type);
        finish(&mut shown, headers, bytes)
    }
}

/// The content is not shown, nor are the values of headers.
impl fmt::Debug for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, file_name, content_type, bytes, headers } = self;
        let mut shown = formatter.debug_struct("Part");
        shown.field("name", name).field("file_name", file_name).field("content_type", content_type);
        finish(&mut shown, headers, bytes)
    }
}

fn finish(shown: &mut fmt::DebugStruct<'_, '_>, headers: &[(String, String)], bytes: &Bytes) -> fmt::Result {
    if !headers.is_empty() {
        let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
        shown.field("headers", &names);
    }
    shown.field("length", &bytes.len()).finish()
}
