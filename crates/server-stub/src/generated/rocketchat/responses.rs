// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::respond::{self, Encode, JSON};
use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};
encode_responses!(
    IntegrationsRemoveResponse : Ok(response) => respond::encoded(response),
    Unauthorized(body) => respond::json(401, JSON, & body), BadRequest(response) =>
    respond::encoded(response), Forbidden(body) => respond::json(403, JSON, & body),
    TooManyRequests(response) => respond::encoded(response)
);
impl Encode for IntegrationsRemoveOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(200, JSON, &self.body)?;
        if let Some(value) = &self.headers.x_rate_limit_limit {
            respond::integer_header(&mut response, "x-ratelimit-limit", *value);
        }
        if let Some(value) = &self.headers.x_rate_limit_remaining {
            respond::integer_header(&mut response, "x-ratelimit-remaining", *value);
        }
        if let Some(value) = &self.headers.x_rate_limit_reset {
            respond::integer_header(&mut response, "x-ratelimit-reset", *value);
        }
        Ok(response)
    }
}
into_response!(IntegrationsRemoveOk);
impl Encode for IntegrationsRemoveBadRequest {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(400, JSON, &self.body)?;
        if let Some(value) = &self.headers.x_rate_limit_limit {
            respond::integer_header(&mut response, "x-ratelimit-limit", *value);
        }
        if let Some(value) = &self.headers.x_rate_limit_remaining {
            respond::integer_header(&mut response, "x-ratelimit-remaining", *value);
        }
        if let Some(value) = &self.headers.x_rate_limit_reset {
            respond::integer_header(&mut response, "x-ratelimit-reset", *value);
        }
        Ok(response)
    }
}
into_response!(IntegrationsRemoveBadRequest);
impl Encode for IntegrationsRemoveTooManyRequests {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(429, JSON, &self.body)?;
        if let Some(value) = &self.headers.x_rate_limit_limit {
            respond::integer_header(&mut response, "x-ratelimit-limit", *value);
        }
        if let Some(value) = &self.headers.x_rate_limit_remaining {
            respond::integer_header(&mut response, "x-ratelimit-remaining", *value);
        }
        if let Some(value) = &self.headers.x_rate_limit_reset {
            respond::integer_header(&mut response, "x-ratelimit-reset", *value);
        }
        Ok(response)
    }
}
into_response!(IntegrationsRemoveTooManyRequests);
