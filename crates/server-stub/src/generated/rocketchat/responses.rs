// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::{IntoResponse, Response};
use super::operations::{
    IntegrationsRemoveOk, IntegrationsRemoveUnauthorized, IntegrationsRemoveBadRequest,
    IntegrationsRemoveForbidden, IntegrationsRemoveTooManyRequests,
    IntegrationsRemoveResponse,
};
use crate::runtime::respond::{self, Encode};
use crate::runtime::{Cause, DeclaredStatuses};
impl Encode for IntegrationsRemoveResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Ok(response) => response.encode(),
            Self::Unauthorized(response) => response.encode(),
            Self::BadRequest(response) => response.encode(),
            Self::Forbidden(response) => response.encode(),
            Self::TooManyRequests(response) => response.encode(),
        }
    }
}

impl IntoResponse for IntegrationsRemoveResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for IntegrationsRemoveOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(
            respond::status(200),
            "application/json",
            &self.body,
        )?;
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

impl IntoResponse for IntegrationsRemoveOk {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for IntegrationsRemoveUnauthorized {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(401), "application/json", &self.body)
    }
}

impl IntoResponse for IntegrationsRemoveUnauthorized {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for IntegrationsRemoveBadRequest {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(
            respond::status(400),
            "application/json",
            &self.body,
        )?;
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

impl IntoResponse for IntegrationsRemoveBadRequest {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for IntegrationsRemoveForbidden {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(403), "application/json", &self.body)
    }
}

impl IntoResponse for IntegrationsRemoveForbidden {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for IntegrationsRemoveTooManyRequests {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(
            respond::status(429),
            "application/json",
            &self.body,
        )?;
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

impl IntoResponse for IntegrationsRemoveTooManyRequests {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
