// Generated from formats.yaml by the test golden.rs. Do not edit.

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
    EchoNoteRequest -> EchoNoteResponse, ECHO_NOTE_BODY; since = optional(const { &
    Parameter::new(ParameterSpec::query("since")).schema(SINCE_SCHEMA) }), ids =
    optional(const { & Parameter::new(ParameterSpec::query("ids").style(Style::Form,
    false).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(IDS_SCHEMA) }), body = json_body(& ECHO_NOTE_BODY, &
    ECHO_NOTE_BODY_SCHEMA)
);
