// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::respond::{self, Encode, JSON};
use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};
encode_responses!(
    GetAnimalResponse : Ok(response) => respond::encoded(response), Status4xx(response)
    => respond::encoded(response), Default(response) => respond::encoded(response)
);
impl DeclaredStatuses for GetAnimalResponse {
    const CODES: &'static [u16] = &[200];
    const CLASSES: &'static [u16] = &[4];
}
impl Encode for GetAnimalOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = {
            match self.body {
                GetAnimalOkBody::Json(body) => respond::json(200, JSON, &body),
                GetAnimalOkBody::Text(body) => {
                    respond::whole(200, "text/plain; charset=utf-8", body)
                }
                GetAnimalOkBody::Bytes(body) => {
                    respond::byte_stream(
                        200,
                        "application/octet-stream",
                        "application/octet-stream",
                        body,
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
into_response!(GetAnimalOk);
impl Encode for GetAnimalStatus4xx {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(self.status.code(), JSON, &self.body)
    }
}
into_response!(GetAnimalStatus4xx);
impl Encode for GetAnimalDefault {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(self.status.code(), "application/problem+json", &self.body)
    }
}
into_response!(GetAnimalDefault);
encode_responses!(PutAnimalResponse : Created => respond::nothing(201));
encode_responses!(
    GetReportResponse : Ok(body) => respond::form(200,
    "application/x-www-form-urlencoded", & body)
);
encode_responses!(WalkMazeResponse : NoContent => respond::nothing(204));
encode_responses!(CheckResponse : NoContent => respond::nothing(204));
encode_responses!(DeleteChecksResponse : NoContent => respond::nothing(204));
encode_responses!(
    UploadResponse : Ok(body) => respond::multipart(200, "multipart/mixed", & body)
);
encode_responses!(ReplaceUploadsResponse : NoContent => respond::nothing(204));
encode_responses!(OpenVaultResponse : NoContent => respond::nothing(204));
encode_responses!(OpenDrawerResponse : NoContent => respond::nothing(204));
encode_responses!(GetTokenResponse : NoContent => respond::nothing(204));
encode_responses!(RefreshTokenResponse : NoContent => respond::nothing(204));
encode_responses!(TokenByCodeResponse : NoContent => respond::nothing(204));
encode_responses!(
    StylesResponse : Ok(response) => respond::encoded(response), NoContent =>
    respond::nothing(204)
);
impl Encode for StylesOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::nothing(200)?;
        let value = &self.headers.x_object;
        respond::typed_header(&mut response, "x-object", value)?;
        let value = &self.headers.x_exploded;
        respond::exploded_header(&mut response, "x-exploded", value)?;
        let value = &self.headers.x_json;
        respond::json_header(&mut response, "x-json", value)?;
        let value = &self.headers.x_big;
        respond::typed_header(&mut response, "x-big", value)?;
        if let Some(value) = &self.headers.x_big_2 {
            respond::typed_header(&mut response, "x_big", value)?;
        }
        if let Some(value) = &self.headers.x_union {
            respond::typed_header(&mut response, "x-union", value)?;
        }
        if let Some(value) = &self.headers.set_cookie {
            respond::header_lines(&mut response, "set-cookie", value)?;
        }
        Ok(response)
    }
}
into_response!(StylesOk);
impl Encode for GetFilmResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Ok(body) => {
                match body {
                    GetFilmOkBody::Bytes(body) => {
                        respond::byte_stream(200, "video/*", "video/*", body)
                    }
                    GetFilmOkBody::EventStream(body) => {
                        respond::text_events(200, "text/event-stream", body)
                    }
                }
            }
            Self::NotFound(body) => respond::whole(404, "application/octet-stream", body),
        }
    }
}
into_response!(GetFilmResponse);
encode_responses!(ProbeFilmResponse : Ok => respond::nothing(200));
impl Encode for GetNewsResponse {
    fn encode(self) -> Result<Response, Cause> {
        match self {
            Self::Ok(body) => {
                match body {
                    GetNewsOkBody::EventStream(body) => {
                        respond::events(200, "text/event-stream", body)
                    }
                    GetNewsOkBody::JsonLines(body) => {
                        respond::json_lines(200, "application/json-seq", body)
                    }
                }
            }
        }
    }
}
into_response!(GetNewsResponse);
encode_responses!(PostNewsResponse : Default(response) => respond::encoded(response));
impl DeclaredStatuses for PostNewsResponse {
    const CODES: &'static [u16] = &[];
    const CLASSES: &'static [u16] = &[];
}
impl Encode for PostNewsDefault {
    fn encode(self) -> Result<Response, Cause> {
        respond::json(self.status.code(), JSON, &self.body)
    }
}
into_response!(PostNewsDefault);
