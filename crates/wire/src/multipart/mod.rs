//! Multipart bodies: their parts, how they are read, and how they are written.

mod compose;
mod form;
mod parse;
mod part;

pub use compose::compose;
pub use form::{Content, Form};
pub use parse::{Escapes, Parameters, Unreadable, boundary_of, parameters, parse};
pub use part::{File, Part};
