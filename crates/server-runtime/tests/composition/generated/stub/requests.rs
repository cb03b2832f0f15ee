// Generated from composition.yaml by the test golden.rs. Do not edit.

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
    EchoAccountRequest -> EchoAccountResponse, ECHO_ACCOUNT_BODY; body = json_body(&
    ECHO_ACCOUNT_BODY, & ECHO_ACCOUNT_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    AskRequest -> AskResponse, ASK_BODY; body = json_body(& ASK_BODY, & ASK_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    EchoShipRequest -> EchoShipResponse, ECHO_SHIP_BODY; body = json_body(&
    ECHO_SHIP_BODY, & ECHO_SHIP_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    EchoPetsRequest -> EchoPetsResponse, ECHO_PETS_BODY; body = json_body(&
    ECHO_PETS_BODY, & ECHO_PETS_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    EchoMessageRequest -> EchoMessageResponse, ECHO_MESSAGE_BODY; body = json_body(&
    ECHO_MESSAGE_BODY, & ECHO_MESSAGE_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    EchoTagsRequest -> EchoTagsResponse, ECHO_TAGS_BODY; body = json_body(&
    ECHO_TAGS_BODY, & ECHO_TAGS_BODY_SCHEMA)
);
