// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each request is read: decoded, and validated against its schemas.
#![allow(
    unused_imports,
    clippy::excessive_precision,
    clippy::too_many_lines,
    clippy::unreadable_literal,
    reason = "written from a document: not every operation needs everything, and numbers are as published"
)]
use super::operations::*;
use super::tables::{self, *};
use super::types;
use unplug_server_runtime::parameter::Parameter;
use unplug_server_runtime::request::{BodyTable, Decoder, ReadRequest, SentBody};
use unplug_server_runtime::schema::{Check, Literal, Schema};
use unplug_wire::json::{Number, Types};
use unplug_wire::parameter::{Form, Members, ParameterSpec, Style};
unplug_server_runtime::read_request!(
    DeleteConfigurationRequest -> DeleteConfigurationResponse; id = required(const { &
    Parameter::new(ParameterSpec::path("id")) }), team_id = optional(const { &
    Parameter::new(ParameterSpec::query("teamId")).schema(TEAM_ID_SCHEMA) }), slug =
    optional(const { & Parameter::new(ParameterSpec::query("slug")).schema(SLUG_SCHEMA)
    })
);
