//! What a check found.

use std::fmt;

use unplug_openapi::ir::Location;

/// What kind of difference a [`Finding`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// No operation has the method and path.
    UnknownOperation,
    /// The operation does not declare the status.
    UndeclaredStatus,
    /// The response does not declare the media type.
    UndeclaredContentType,
    /// A body without `Content-Type`.
    MissingContentType,
    /// A required header is not there.
    MissingHeader,
    /// A declared header does not fit its schema.
    InvalidHeader,
    /// A declared header with one value is there more than once.
    DuplicateHeader,
    /// A header that the response does not declare, where that is asked for
    /// ([`crate::Checker::only_declared_headers`]).
    UndeclaredHeader,
    /// A body where a response declares none or cannot have one.
    UnexpectedBody,
    /// No body where one is declared.
    MissingBody,
    /// A body that cannot be read as its media type.
    MalformedBody,
    /// A body that does not fit its schema.
    InvalidBody,
    /// The credentials of no alternative are there.
    MissingCredentials,
    /// A required parameter is not there.
    MissingParameter,
    /// A parameter that does not fit its schema.
    InvalidParameter,
    /// A parameter with one value is there more than once.
    DuplicateParameter,
    /// A request that breaks the document was answered with 2xx.
    InvalidRequestAccepted,
    /// An example of the document does not fit its own schema.
    InvalidExample,
}

impl Rule {
    /// The stable id, for example `undeclared-status`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::UnknownOperation => "unknown-operation",
            Self::UndeclaredStatus => "undeclared-status",
            Self::UndeclaredContentType => "undeclared-content-type",
            Self::MissingContentType => "missing-content-type",
            Self::MissingHeader => "missing-header",
            Self::InvalidHeader => "invalid-header",
            Self::DuplicateHeader => "duplicate-header",
            Self::UndeclaredHeader => "undeclared-header",
            Self::UnexpectedBody => "unexpected-body",
            Self::MissingBody => "missing-body",
            Self::MalformedBody => "malformed-body",
            Self::InvalidBody => "invalid-body",
            Self::MissingCredentials => "missing-credentials",
            Self::MissingParameter => "missing-parameter",
            Self::InvalidParameter => "invalid-parameter",
            Self::DuplicateParameter => "duplicate-parameter",
            Self::InvalidRequestAccepted => "invalid-request-accepted",
            Self::InvalidExample => "invalid-example",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// A line of a document, as findings name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Name of the file: the document, or its overlay.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// JSON pointer into the corrected document.
    pub pointer: String,
}

impl SourceLine {
    pub(crate) fn of(location: &Location) -> Self {
        let (line, _) = location.file.line_column(location.span.start);
        Self { file: location.file.name.clone(), line, pointer: location.pointer.clone() }
    }
}

impl fmt::Display for SourceLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.file, self.line)
    }
}

/// One difference between an exchange and the document.
///
/// Messages name what was expected and where. They do not repeat values from the exchange, which
/// may hold credentials; the exception is what a schema message cannot do without, a property name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of difference.
    pub rule: Rule,
    /// `METHOD /path/{template}` of the operation, or method and path when there is none.
    pub operation: String,
    /// What is wrong, in one sentence without a final full stop.
    pub message: String,
    /// The line that decided; `None` when nothing in the document matched at all.
    pub decided_by: Option<SourceLine>,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}: {}", self.rule, self.operation, self.message)?;
        if let Some(line) = &self.decided_by {
            write!(formatter, "\n  decided by {line} ({})", line.pointer)?;
        }
        Ok(())
    }
}
