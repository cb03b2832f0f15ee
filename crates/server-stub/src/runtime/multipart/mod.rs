//! Multipart bodies: their parts, how they are read, and how they are written. Apart from the
//! tables and what reads by them the client has the same.

mod compose;
mod parse;
mod part;
mod read;

pub(crate) use compose::compose;
pub(crate) use parse::{Escapes, boundary_of, parameters, parse};
pub use part::{File, Part};
pub use read::{Members, PartForm, Parts};

#[cfg(test)]
#[path = "../../../tests/multipart/mod.rs"]
mod tests;
