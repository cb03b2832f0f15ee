//! Takes a stream of events apart.

use std::time::Duration;

use super::Event;

/// An event whose data is text: all its `data` lines.
pub type TextEvent = Event<String>;

/// Takes a stream of events apart, whatever chunks it comes in.
#[derive(Debug, Default)]
pub struct EventParser {
    /// A line that has not ended.
    line: Vec<u8>,
    /// The last byte was a carriage return: a line feed belongs to it.
    after_return: bool,
    /// A byte order mark can only stand at the beginning.
    begun: bool,
    event: TextEvent,
    has_data: bool,
}

impl EventParser {
    /// Reads on: how many bytes are read, and the event that ends there.
    pub fn read(&mut self, chunk: &[u8]) -> (usize, Option<TextEvent>) {
        let mut at = 0;
        while let Some(rest) = chunk.get(at..).filter(|rest| !rest.is_empty()) {
            if std::mem::take(&mut self.after_return) && rest.starts_with(b"\n") {
                at += 1;
                continue;
            }
            let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                self.line.extend_from_slice(rest);
                return (chunk.len(), None);
            };
            let (line, after) = rest.split_at(end);
            self.line.extend_from_slice(line);
            self.after_return = after.starts_with(b"\r");
            at += end + 1;
            let ended = self.end_line();
            if ended.is_some() {
                return (at, ended);
            }
        }
        (at, None)
    }

    /// What came of the data of an event that has not ended, at the end of the stream; `None` when there
    /// is none. Its last line need not have ended either.
    pub fn finish(&mut self) -> Option<String> {
        // A line without its end may be an event's last one; whatever it is, nothing follows.
        let ended = if self.line.is_empty() { None } else { self.end_line() };
        let event = ended.unwrap_or_else(|| std::mem::take(&mut self.event));
        std::mem::take(&mut self.has_data).then_some(event.data)
    }

    /// How many bytes it has taken of an event that has not ended.
    #[must_use]
    pub fn held(&self) -> usize {
        self.line.len() + self.event.data.len()
    }

    fn end_line(&mut self) -> Option<TextEvent> {
        let bytes = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&bytes);
        let line = if self.begun { &*text } else { text.strip_prefix('\u{feff}').unwrap_or(&text) };
        self.begun = true;
        if line.is_empty() {
            let event = std::mem::take(&mut self.event);
            return std::mem::take(&mut self.has_data).then_some(event);
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => self.event.event = Some(value.to_owned()),
            "data" => {
                if self.has_data {
                    self.event.data.push('\n');
                }
                self.has_data = true;
                self.event.data.push_str(value);
            }
            "id" if !value.contains('\0') => self.event.id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event.retry = value.parse().ok().map(Duration::from_millis);
            }
            // A comment (nothing before the colon), or a field that nobody knows.
            _ => {}
        }
        None
    }
}
