//! Which `format`s make values invalid, and where.

use super::{Schema, Schemas};

/// What `format` does to texts, by document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Formats {
    /// It says what is meant, and every text is valid: JSON Schema's own reading.
    #[default]
    Annotations,
    /// Texts that are not of a [`Format`] are invalid.
    Asserted,
}

impl Formats {
    /// The words for it in settings.
    pub const WORDS: [(&'static str, Self); 2] =
        [("annotations", Self::Annotations), ("asserted", Self::Asserted)];
}

/// Declares [`Format`]: every format of texts that can be asserted. All others are annotations always.
macro_rules! formats {
    ($($(#[$doc:meta])* $format:ident $name:literal;)*) => {
        /// A format of texts that can be asserted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Format {
            $($(#[$doc])* $format,)*
        }

        impl Format {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$format,)*];

            /// The name in documents.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$format => $name,)*
                }
            }
        }
    };
}

formats! {
    /// RFC 3339: `2026-11-26T01:02:03Z`
    DateTime "date-time";
    /// RFC 3339: `2026-11-26`
    Date "date";
    /// RFC 3339: `01:02:03Z`
    Time "time";
    /// ISO 8601: `P3DT4H`
    Duration "duration";
    /// RFC 5321: `ida@example.com`
    Email "email";
    /// RFC 1123: `www.example.com`
    Hostname "hostname";
    /// RFC 2673: `192.0.2.1`
    Ipv4 "ipv4";
    /// RFC 4291: `2001:db8::1`
    Ipv6 "ipv6";
    /// RFC 3986, with a scheme: `https://example.com/`
    Uri "uri";
    /// RFC 3986: `../a?b=c`
    UriReference "uri-reference";
    /// RFC 4122: `0f8fad5b-d9cb-469f-a165-70867728950e`
    Uuid "uuid";
    /// RFC 6901: `/a/0`
    JsonPointer "json-pointer";
}

impl Schemas {
    /// The format that texts must have to be valid.
    #[must_use]
    pub fn asserted_format(&self, schema: &Schema) -> Option<Format> {
        let name = schema.format.as_deref().filter(|_| self.formats == Formats::Asserted)?;
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }
}
