//! Statuses of responses that are declared for more than one.

use std::fmt;

use axum::http::StatusCode;

/// The status of a `default` response: one that the operation `O` does not declare by itself, and
/// no informational one.
pub struct DefaultStatus<O>(StatusCode, std::marker::PhantomData<fn() -> O>);

/// The statuses that an operation declares by code or class. Implemented by generated code.
pub trait DeclaredStatuses {
    /// Declared codes.
    const CODES: &'static [u16];
    /// Declared classes: `4` for `4XX`.
    const CLASSES: &'static [u16];
}

impl<O: DeclaredStatuses> DefaultStatus<O> {
    /// Checks a status.
    ///
    /// # Errors
    /// [`UndeclaredStatus`] when the document declares the status by code or class, when it is
    /// informational (1xx), or when it is no HTTP status (100 to 599).
    pub fn new(status: u16) -> Result<Self, UndeclaredStatus> {
        let declared = O::CODES.contains(&status) || O::CLASSES.contains(&(status / 100));
        match StatusCode::from_u16(status) {
            Ok(code) if (200..600).contains(&status) && !declared => Ok(Self(code, std::marker::PhantomData)),
            _ => Err(UndeclaredStatus { status, declared }),
        }
    }
}

/// The status of a response that is declared for the class `CLASS`: `4` for `4XX`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RangeStatus<const CLASS: u16>(StatusCode);

impl<const CLASS: u16> RangeStatus<CLASS> {
    /// Checks a status.
    ///
    /// # Errors
    /// [`UndeclaredStatus`] when the status is not of the class, or informational.
    pub fn new(status: u16) -> Result<Self, UndeclaredStatus> {
        match StatusCode::from_u16(status) {
            Ok(code) if status / 100 == CLASS && status >= 200 => Ok(Self(code)),
            _ => Err(UndeclaredStatus { status, declared: false }),
        }
    }

    /// The status.
    #[must_use]
    pub fn code(self) -> StatusCode {
        self.0
    }
}

impl<const CLASS: u16> fmt::Debug for RangeStatus<CLASS> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.as_u16())
    }
}

impl<O> DefaultStatus<O> {
    /// The status.
    #[must_use]
    pub fn code(self) -> StatusCode {
        self.0
    }
}

impl<O> Clone for DefaultStatus<O> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<O> Copy for DefaultStatus<O> {}

impl<O> PartialEq for DefaultStatus<O> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<O> Eq for DefaultStatus<O> {}

impl<O> fmt::Debug for DefaultStatus<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.as_u16())
    }
}

/// A status that a response may not carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndeclaredStatus {
    /// The status asked for.
    pub status: u16,
    /// Whether it is declared as a response of its own.
    pub declared: bool,
}

impl fmt::Display for UndeclaredStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, declared } = self;
        if *declared {
            write!(formatter, "the document declares {status} as a response of its own: use that one")
        } else {
            write!(formatter, "{status} is not a final HTTP status that this response may carry")
        }
    }
}

impl std::error::Error for UndeclaredStatus {}
