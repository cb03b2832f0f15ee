// Generated from formats.yaml by the test golden.rs. Do not edit.

//! Requests and responses of each operation.
#![allow(
    missing_docs,
    clippy::doc_markdown,
    clippy::large_enum_variant,
    reason = "texts are taken from the document, and a response is moved once"
)]
#[allow(unused_imports, reason = "not every API has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every API has use for all of them")]
use unplug_server_runtime as runtime;
#[allow(unused_imports, reason = "not every API has use for all of them")]
use unplug_wire::value;
#[derive(Clone, Debug, PartialEq)]
pub struct EchoNoteRequest {
    pub since: Option<String>,
    pub ids: Option<Vec<String>>,
    pub body: types::Note,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EchoNoteResponse {
    Ok(types::Note),
}
