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

/// The content is not shown: it may be long, and it is nobody's business.
impl fmt::Debug for File {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("File")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("length", &self.bytes.len())
            .finish()
    }
}

/// The content is not shown.
impl fmt::Debug for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Part")
            .field("name", &self.name)
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("length", &self.bytes.len())
            .finish()
    }
}
