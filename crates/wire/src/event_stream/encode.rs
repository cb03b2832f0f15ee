//! An event and how it is written.

use std::fmt;
use std::time::Duration;

/// An event of a `text/event-stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event<T> {
    /// What kind of event it is; `None` when it does not say, which means `message`.
    pub event: Option<String>,
    /// Its own id, if it has one: what a client sends as `Last-Event-ID` when it connects again.
    pub id: Option<String>,
    /// How long a client is to wait before it connects again.
    pub retry: Option<Duration>,
    /// Its data.
    pub data: T,
}

impl<T> Event<T> {
    /// An event that is nothing but its data.
    pub const fn new(data: T) -> Self {
        Self { event: None, id: None, retry: None, data }
    }

    /// Says what kind of event it is.
    #[must_use]
    pub fn event(mut self, event: impl Into<String>) -> Self {
        self.event = Some(event.into());
        self
    }

    /// Gives it an id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says how long to wait before connecting again; sent in whole milliseconds.
    #[must_use]
    pub const fn retry(mut self, wait: Duration) -> Self {
        self.retry = Some(wait);
        self
    }

    /// Writes the event with this text for its data. The text may have several lines; how they end
    /// is not kept.
    ///
    /// # Errors
    /// [`Unwritable`]
    pub fn write(&self, out: &mut Vec<u8>, data: &str) -> Result<(), Unwritable> {
        for (name, value) in [("event", &self.event), ("id", &self.id)] {
            let Some(value) = value else { continue };
            if value.contains(['\n', '\r']) || (name == "id" && value.contains('\0')) {
                return Err(Unwritable(name));
            }
            field(out, name, value);
        }
        if let Some(wait) = self.retry {
            field(out, "retry", &wait.as_millis().to_string());
        }
        let mut rest = data;
        while let Some(end) = rest.find(['\n', '\r']) {
            let (line, after) = rest.split_at(end);
            field(out, "data", line);
            rest = after.strip_prefix("\r\n").unwrap_or_else(|| after.get(1..).unwrap_or_default());
        }
        field(out, "data", rest);
        out.push(b'\n');
        Ok(())
    }
}

fn field(out: &mut Vec<u8>, name: &str, value: &str) {
    for part in [name, ": ", value, "\n"] {
        out.extend_from_slice(part.as_bytes());
    }
}

/// The kind or the id of an event has a character that cannot be sent there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritable(&'static str);

impl fmt::Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the field `{}` of an event has a line break or a null character", self.0)
    }
}

impl std::error::Error for Unwritable {}
