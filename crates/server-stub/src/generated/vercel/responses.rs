// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::{IntoResponse, Response};
use super::operations::{
    DeleteConfigurationNoContent, DeleteConfigurationBadRequest,
    DeleteConfigurationUnauthorized, DeleteConfigurationForbidden,
    DeleteConfigurationNotFound, DeleteConfigurationGone,
    DeleteConfigurationTooManyRequests, DeleteConfigurationResponse,
};
use crate::runtime::respond::{self, Encode};
use crate::runtime::{Cause, DeclaredStatuses};
impl Encode for DeleteConfigurationResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::NoContent(response) => response.encode(),
            Self::BadRequest(response) => response.encode(),
            Self::Unauthorized(response) => response.encode(),
            Self::Forbidden(response) => response.encode(),
            Self::NotFound(response) => response.encode(),
            Self::Gone(response) => response.encode(),
            Self::TooManyRequests(response) => response.encode(),
        }
    }
}

impl IntoResponse for DeleteConfigurationResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationNoContent {
    fn encode(self) -> Result<Response, Cause> {
        Ok::<_, Cause>(respond::empty(respond::status(204)))
    }
}

impl IntoResponse for DeleteConfigurationNoContent {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationBadRequest {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(400), "application/json", &self.body)
    }
}

impl IntoResponse for DeleteConfigurationBadRequest {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationUnauthorized {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(401), "application/json", &self.body)
    }
}

impl IntoResponse for DeleteConfigurationUnauthorized {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationForbidden {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(403), "application/json", &self.body)
    }
}

impl IntoResponse for DeleteConfigurationForbidden {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationNotFound {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(404), "application/json", &self.body)
    }
}

impl IntoResponse for DeleteConfigurationNotFound {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationGone {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(410), "application/json", &self.body)
    }
}

impl IntoResponse for DeleteConfigurationGone {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}

impl Encode for DeleteConfigurationTooManyRequests {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(respond::status(429), "application/json", &self.body)
    }
}

impl IntoResponse for DeleteConfigurationTooManyRequests {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
