// Generated from formats.yaml by the test golden.rs. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::respond::{self, Encode, JSON};
use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};
encode_responses!(EchoNoteResponse : Ok(body) => respond::json(200, JSON, & body));
