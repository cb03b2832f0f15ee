// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
pub(super) static TEAM_ID_SCHEMA: &Schema = &Schema(
    &[Check::STRING, Check::MaxLength(256), Check::MinLength(1)],
);
pub(super) static SLUG_SCHEMA: &Schema = &Schema(
    &[Check::STRING, Check::MaxLength(256), Check::MinLength(1)],
);
