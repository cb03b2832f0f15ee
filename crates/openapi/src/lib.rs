//! Loads, corrects, checks and lowers `OpenAPI` documents.
//!
//! The stages run in one direction, and each has its module:
//!
//! [`syntax`] (text to a tree with positions) → [`overlay`] (recorded corrections) →
//! [`resolve`] (`$ref`) → [`check`] (is it a valid document?) → [`lower`] (to the IR in [`ir`], all
//! of it or the part that a [`selection`] lists).
//!
//! No stage panics on any input: each returns [`diagnostic::Diagnostic`]s that carry the file,
//! the line and the excerpt.

pub mod check;
pub mod diagnostic;
pub mod ir;
pub mod load;
pub mod lower;
pub mod overlay;
pub mod resolve;
pub mod rewrite;
pub mod selection;
pub mod settings;
pub mod source;
pub mod syntax;
mod template;
mod version;

pub use load::{Document, Loaded, Sources, load, load_files};
pub use version::Version;
