// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::respond::{self, Encode, JSON};
use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};
encode_responses!(
    DeleteConfigurationResponse : NoContent => respond::nothing(204), BadRequest(body) =>
    respond::json(400, JSON, & body), Unauthorized(body) => respond::json(401, JSON, &
    body), Forbidden(body) => respond::json(403, JSON, & body), NotFound(body) =>
    respond::json(404, JSON, & body), Gone(body) => respond::json(410, JSON, & body),
    TooManyRequests(body) => respond::json(429, JSON, & body)
);
