//! Multipart bodies: their parts, how they are read, and how they are written. Apart from [`Form`]
//! the server stub has the same.

mod compose;
mod form;
mod parse;
mod part;

pub(crate) use compose::compose;
pub(crate) use form::{Content, Form};
pub(crate) use parse::{boundary_of, parse};
pub use part::{File, Part};
