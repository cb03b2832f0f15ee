// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::{IntoResponse, Response};
use super::operations::{
    DeleteIntegrationOk, DeleteIntegrationDefault, DeleteIntegrationResponse,
};
use crate::runtime::respond::{self, Encode};
use crate::runtime::{Cause, DeclaredStatuses};
impl Encode for DeleteIntegrationResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Ok(response) => response.encode(),
            Self::Default(response) => response.encode(),
        }
    }
}

impl IntoResponse for DeleteIntegrationResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl DeclaredStatuses for DeleteIntegrationResponse {
    const CODES: &'static [u16] = &[200];
    const CLASSES: &'static [u16] = &[];
}

impl Encode for DeleteIntegrationOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(
            respond::status(200),
            "application/json",
            &self.body,
        )?;
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

impl IntoResponse for DeleteIntegrationOk {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteIntegrationDefault {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(
            self.status.code(),
            "application/json",
            &self.body,
        )?;
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

impl IntoResponse for DeleteIntegrationDefault {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
