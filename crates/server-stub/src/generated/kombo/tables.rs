// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Parameters, bodies and schemas as tables.
#![allow(
    dead_code,
    unused_imports,
    clippy::unreadable_literal,
    clippy::excessive_precision,
    reason = "written from a document: not every table is needed, and numbers are as published"
)]
use unplug_server_runtime::parameter::Parameter;
use unplug_server_runtime::request::BodyTable;
use unplug_server_runtime::schema::{Check, Literal, Pattern, Schema};
use unplug_wire::json::{Number, Types};
use unplug_wire::multipart::{PartForm, Parts};
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
pub(super) static DELETE_INTEGRATION_BODY: BodyTable = BodyTable {
    required: false,
    media_types: &["application/json"],
};
pub(super) static DELETE_INTEGRATION_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&DELETE_INTEGRATIONS_INTEGRATION_ID_REQUEST_BODY_SCHEMA)],
);
/// `/components/schemas/DeleteIntegrationsIntegrationIdRequestBody`
pub(super) static DELETE_INTEGRATIONS_INTEGRATION_ID_REQUEST_BODY_SCHEMA: Schema = Schema(
    &[Check::OBJECT],
);
/// `/components/schemas/DeleteIntegrationsIntegrationIdParameterIntegrationId`
pub(super) static DELETE_INTEGRATIONS_INTEGRATION_ID_PARAMETER_INTEGRATION_ID_SCHEMA: Schema = Schema::STRING;
