// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::{IntoResponse, Response};
use super::operations::{
    GetAnimalOk, GetAnimalStatus4xx, GetAnimalDefault, GetAnimalOkBody,
    GetAnimalResponse, PutAnimalCreated, PutAnimalResponse, GetReportOk,
    GetReportResponse, WalkMazeNoContent, WalkMazeResponse, CheckNoContent,
    CheckResponse, DeleteChecksNoContent, DeleteChecksResponse,
};
use crate::runtime::respond::{self, Encode};
use crate::runtime::{Cause, DeclaredStatuses};
impl Encode for GetAnimalResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Ok(response) => response.encode(),
            Self::Status4xx(response) => response.encode(),
            Self::Default(response) => response.encode(),
        }
    }
}
impl IntoResponse for GetAnimalResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl DeclaredStatuses for GetAnimalResponse {
    const CODES: &'static [u16] = &[200];
    const CLASSES: &'static [u16] = &[4];
}
impl Encode for GetAnimalOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = {
            match self.body {
                GetAnimalOkBody::Json(body) => {
                    respond::json(respond::status(200), "application/json", &body)
                }
                GetAnimalOkBody::Text(body) => {
                    Ok::<
                        _,
                        Cause,
                    >(
                        respond::bytes(
                            respond::status(200),
                            "text/plain; charset=utf-8",
                            body.into(),
                        ),
                    )
                }
                GetAnimalOkBody::Bytes(body) => {
                    Ok::<
                        _,
                        Cause,
                    >(
                        respond::bytes(
                            respond::status(200),
                            "application/octet-stream",
                            body,
                        ),
                    )
                }
            }
        }?;
        let value = &self.headers.x_ratio;
        respond::typed_header(&mut response, "x-ratio", value)?;
        if let Some(value) = &self.headers.x_names {
            respond::typed_header(&mut response, "x-names", value)?;
        }
        Ok(response)
    }
}
impl IntoResponse for GetAnimalOk {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for GetAnimalStatus4xx {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(self.status.code(), "application/json", &self.body)
    }
}
impl IntoResponse for GetAnimalStatus4xx {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for GetAnimalDefault {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(self.status.code(), "application/problem+json", &self.body)
    }
}
impl IntoResponse for GetAnimalDefault {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for PutAnimalResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Created(response) => response.encode(),
        }
    }
}
impl IntoResponse for PutAnimalResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for PutAnimalCreated {
    fn encode(self) -> Result<Response, Cause> {
        Ok::<_, Cause>(respond::empty(respond::status(201)))
    }
}
impl IntoResponse for PutAnimalCreated {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for GetReportResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Ok(response) => response.encode(),
        }
    }
}
impl IntoResponse for GetReportResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for GetReportOk {
    fn encode(self) -> Result<Response, Cause> {
        respond::form(
            respond::status(200),
            "application/x-www-form-urlencoded",
            &self.body,
        )
    }
}
impl IntoResponse for GetReportOk {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for WalkMazeResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::NoContent(response) => response.encode(),
        }
    }
}
impl IntoResponse for WalkMazeResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for WalkMazeNoContent {
    fn encode(self) -> Result<Response, Cause> {
        Ok::<_, Cause>(respond::empty(respond::status(204)))
    }
}
impl IntoResponse for WalkMazeNoContent {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for CheckResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::NoContent(response) => response.encode(),
        }
    }
}
impl IntoResponse for CheckResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for CheckNoContent {
    fn encode(self) -> Result<Response, Cause> {
        Ok::<_, Cause>(respond::empty(respond::status(204)))
    }
}
impl IntoResponse for CheckNoContent {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for DeleteChecksResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::NoContent(response) => response.encode(),
        }
    }
}
impl IntoResponse for DeleteChecksResponse {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
impl Encode for DeleteChecksNoContent {
    fn encode(self) -> Result<Response, Cause> {
        Ok::<_, Cause>(respond::empty(respond::status(204)))
    }
}
impl IntoResponse for DeleteChecksNoContent {
    fn into_response(self) -> Response {
        respond::or_bare_500(self)
    }
}
