// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::respond::{self, Encode, JSON};
use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};
encode_responses!(
    DeleteIntegrationResponse : Ok(response) => respond::encoded(response),
    Default(response) => respond::encoded(response)
);
impl DeclaredStatuses for DeleteIntegrationResponse {
    const CODES: &'static [u16] = &[200];
    const CLASSES: &'static [u16] = &[];
}
impl Encode for DeleteIntegrationOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(200, JSON, &self.body)?;
        if let Some(value) = &self.headers.ratelimit_limit {
            respond::integer_header(&mut response, "ratelimit-limit", *value);
        }
        if let Some(value) = &self.headers.ratelimit_remaining {
            respond::integer_header(&mut response, "ratelimit-remaining", *value);
        }
        if let Some(value) = &self.headers.ratelimit_reset {
            respond::integer_header(&mut response, "ratelimit-reset", *value);
        }
        Ok(response)
    }
}
into_response!(DeleteIntegrationOk);
impl Encode for DeleteIntegrationDefault {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(self.status.code(), JSON, &self.body)?;
        if let Some(value) = &self.headers.ratelimit_limit {
            respond::integer_header(&mut response, "ratelimit-limit", *value);
        }
        if let Some(value) = &self.headers.ratelimit_remaining {
            respond::integer_header(&mut response, "ratelimit-remaining", *value);
        }
        if let Some(value) = &self.headers.ratelimit_reset {
            respond::integer_header(&mut response, "ratelimit-reset", *value);
        }
        if let Some(value) = &self.headers.concurrency_limit {
            respond::integer_header(&mut response, "concurrency-limit", *value);
        }
        if let Some(value) = &self.headers.concurrency_remaining {
            respond::integer_header(&mut response, "concurrency-remaining", *value);
        }
        Ok(response)
    }
}
into_response!(DeleteIntegrationDefault);
