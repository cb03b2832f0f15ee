//! Enumerations whose variants are words of the specification.

/// Declares an enumeration with the word of each variant, and the way from one to the other.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the variants are the specification's own words")]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// The words, in the order of the variants.
            pub const WORDS: &[&str] = &[$($word,)*];

            /// The specification's word, for example the last of [`Self::WORDS`] for the last variant.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// What a word means.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// A type of JSON value.
    JsonType {
        Null = "null",
        Boolean = "boolean",
        Object = "object",
        Array = "array",
        Number = "number",
        String = "string",
        Integer = "integer",
    }
}

words! {
    /// Where a parameter travels.
    ParameterIn {
        Path = "path",
        Query = "query",
        /// 3.2: the whole query string is one value.
        QueryString = "querystring",
        Header = "header",
        Cookie = "cookie",
    }
}

words! {
    /// How a parameter value is written.
    Style {
        Matrix = "matrix",
        Label = "label",
        Simple = "simple",
        Form = "form",
        SpaceDelimited = "spaceDelimited",
        PipeDelimited = "pipeDelimited",
        DeepObject = "deepObject",
        /// 3.2's `cookie`
        Cookie = "cookie",
    }
}
