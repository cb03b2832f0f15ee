// Generated from composition.yaml by the test golden.rs. Do not edit.

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
pub struct EchoAccountRequest {
    pub body: types::Account,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EchoAccountResponse {
    Ok(types::Account),
}
#[derive(Clone, Debug, PartialEq)]
pub struct AskRequest {
    pub body: types::Question,
}
#[derive(Clone, Debug, PartialEq)]
pub enum AskResponse {
    Ok(types::Answer),
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoShipRequest {
    pub body: types::Ship,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EchoShipResponse {
    Ok(types::Ship),
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoPetsRequest {
    pub body: types::Pets,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EchoPetsResponse {
    Ok(types::Pets),
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoMessageRequest {
    pub body: types::Message,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EchoMessageResponse {
    Ok(types::Message),
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoTagsRequest {
    pub body: types::Tags,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EchoTagsResponse {
    Ok(types::Tags),
}
