//! Generates the client and server-stub crates from the IR of `OpenAPI` documents.
//!
//! [`plan`] decides names and Rust types once for both sides; [`client`] and [`server`] turn the
//! plan into tokens; [`workspace`] finds the documents, formats the files, and writes or checks
//! them. Only this crate knows progenitor.

pub mod client;
pub mod emit;
pub mod error;
pub mod features;
pub mod form;
pub mod generate;
pub mod guard;
pub mod names;
pub mod plan;
pub mod report;
pub mod round_trip;
pub mod scaffold;
pub mod server;
mod settings;
pub mod type_schemas;
pub mod types;
pub mod upgrade;
pub mod workspace;

pub use emit::EmittedFile;
pub use error::Error;
