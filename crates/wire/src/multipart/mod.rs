//! Multipart bodies: their parts, how they are read, and how they are written.

mod compose;
mod decode;
mod form;
mod parse;
mod part;

pub use compose::compose;
pub use decode::{Members, PartForm, Parts};
pub use form::{Content, Form};
pub use parse::{Escapes, Parameters, Unreadable, boundary_of, parameters, parse};
pub use part::{File, Part};
