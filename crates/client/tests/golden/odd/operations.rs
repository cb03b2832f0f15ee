#[allow(unused_imports, reason = "not every document has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use crate::runtime::{
    Decoded, Error, GoneField, Mismatch, Operation, RateLimitField, RateLimitPlace,
    RateLimitRole, RawResponse, Reply, outgoing::Outgoing,
    parameter::{Leaf, Named, PathStyle, QueryStyle, Reading},
};
use super::Client;
impl Client {
    /// Everything that progenitor builds.
    ///
    /// `GET /things/{id}/{color}`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn get_thing(
        &self,
        request: &GetThingRequest,
    ) -> Result<Reply<GetThingSuccess>, Error<GetThingError>> {
        let wire = &self.inner.wire;
        let value = &request.id;
        let id_text = &Named {
            operation: &GET_THING,
            name: "id",
        }
            .text(value)?;
        Named {
            operation: &GET_THING,
            name: "id",
        }
            .segment(id_text)?;
        let value = &request.color;
        let color_text = &Named {
            operation: &GET_THING,
            name: "color",
        }
            .text(value)?;
        Named {
            operation: &GET_THING,
            name: "color",
        }
            .segment(color_text)?;
        let ids_text = match &request.ids {
            Some(value) => {
                Some(
                    Named {
                        operation: &GET_THING,
                        name: "ids",
                    }
                        .list(value)?,
                )
            }
            None => None,
        };
        let ids_text = ids_text.as_ref();
        let value = &request.must;
        let must_text = &Named {
            operation: &GET_THING,
            name: "must",
        }
            .list(value)?;
        let flag_text = match &request.flag {
            Some(value) => {
                Some(
                    Named {
                        operation: &GET_THING,
                        name: "flag",
                    }
                        .text(value)?,
                )
            }
            None => None,
        };
        let flag_text = flag_text.as_deref();
        let value = &request.x_trace;
        let x_trace_text = &Named {
            operation: &GET_THING,
            name: "X-Trace",
        }
            .header(value, false)?;
        let x_opt_text = match &request.x_opt {
            Some(value) => {
                Some(
                    Named {
                        operation: &GET_THING,
                        name: "X-Opt",
                    }
                        .header(value, false)?,
                )
            }
            None => None,
        };
        let x_opt_text = x_opt_text.as_deref();
        self.inner
            .policy
            .call(
                &GET_THING,
                || {
                    wire.get_thing(
                        id_text,
                        color_text,
                        flag_text,
                        ids_text,
                        must_text,
                        x_opt_text,
                        x_trace_text,
                    )
                },
                decode_get_thing,
            )
            .await
    }
    /// `GET /search`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn search(
        &self,
        request: &SearchRequest,
    ) -> Result<Reply<std::convert::Infallible>, Error<SearchError>> {
        let wire = &self.inner.wire;
        let outgoing = Outgoing::new(&SEARCH).literal("/search");
        let outgoing = match &request.filter {
            Some(value) => {
                outgoing
                    .reading(Reading {
                        declared: &["a", "b"],
                        ..Reading::PLAIN
                    })
                    .query("filter", QueryStyle::DeepObject, (true, false), value)?
            }
            None => outgoing,
        };
        let outgoing = match &request.pipes {
            Some(value) => {
                outgoing
                    .query("pipes", QueryStyle::PipeDelimited, (false, false), value)?
            }
            None => outgoing,
        };
        let outgoing = match &request.body {
            Some(value) => {
                outgoing.query("body", QueryStyle::Form, (true, false), value)?
            }
            None => outgoing,
        };
        let outgoing = match &request.session {
            Some(value) => outgoing.cookie("session", true, value)?,
            None => outgoing,
        };
        let outgoing = match &request.json {
            Some(value) => outgoing.query_json("json", value)?,
            None => outgoing,
        };
        let value = &request.colour;
        let outgoing = outgoing.query("colour", QueryStyle::Form, (true, false), value)?;
        let outgoing = &outgoing;
        self.inner
            .policy
            .call(
                &SEARCH,
                || outgoing.send(&wire.client, &wire.baseurl, &wire.inner),
                decode_search,
            )
            .await
    }
    /// `OPTIONS /search`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn search_options(
        &self,
        _request: &SearchOptionsRequest,
    ) -> Result<Reply<SearchOptionsNoContent>, Error<SearchOptionsError>> {
        let wire = &self.inner.wire;
        let outgoing = Outgoing::new(&SEARCH_OPTIONS).literal("/search");
        let outgoing = &outgoing;
        self.inner
            .policy
            .call(
                &SEARCH_OPTIONS,
                || outgoing.send(&wire.client, &wire.baseurl, &wire.inner),
                decode_search_options,
            )
            .await
    }
    /// `POST /upload/{x}{y}/z`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn upload(
        &self,
        request: &UploadRequest,
    ) -> Result<Reply<UploadStatus2xx>, Error<UploadError>> {
        let wire = &self.inner.wire_2;
        let outgoing = Outgoing::new(&UPLOAD)
            .literal("/upload/")
            .path("x", PathStyle::Matrix, false, &request.x)?
            .literal("")
            .path("y", PathStyle::Label, false, &request.y)?
            .literal("/z")
            .whole_path()?;
        let outgoing = match &request.body {
            Some(body) => outgoing.multipart("multipart/form-data", body)?,
            None => outgoing,
        };
        let outgoing = &outgoing;
        self.inner
            .policy
            .call(
                &UPLOAD,
                || outgoing.send(&wire.client, &wire.baseurl, &wire.inner),
                decode_upload,
            )
            .await
    }
    /// `PUT /upload/{x}{y}/z`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn replace(
        &self,
        request: &ReplaceRequest,
    ) -> Result<Reply<ReplaceOk>, Error<ReplaceError>> {
        let wire = &self.inner.wire_2;
        let outgoing = Outgoing::new(&REPLACE)
            .literal("/upload/")
            .path("x", PathStyle::Matrix, false, &request.x)?
            .literal("")
            .path("y", PathStyle::Label, false, &request.y)?
            .literal("/z")
            .whole_path()?;
        let body = &request.body;
        let outgoing = match body {
            ReplaceBody::Json(body) => outgoing.json("application/json", body)?,
            ReplaceBody::Form(body) => {
                outgoing.form("application/x-www-form-urlencoded", body)?
            }
            ReplaceBody::Text(body) => outgoing.bytes("text/plain", body.clone())?,
            ReplaceBody::Bytes(body) => {
                outgoing.bytes("application/octet-stream", body.clone())?
            }
        };
        let outgoing = &outgoing;
        self.inner
            .policy
            .call(
                &REPLACE,
                || outgoing.send(&wire.client, &wire.baseurl, &wire.inner),
                decode_replace,
            )
            .await
    }
    /// Names that are one in Rust.
    ///
    /// `DELETE /upload/{x}{y}/z`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    #[deprecated]
    pub async fn r#type(
        &self,
        request: &TypeRequest,
    ) -> Result<Reply<TypeNoContent>, Error<TypeError>> {
        let wire = &self.inner.wire_2;
        let outgoing = Outgoing::new(&TYPE)
            .literal("/upload/")
            .path("x", PathStyle::Matrix, false, &request.x)?
            .literal("")
            .path("y", PathStyle::Label, false, &request.y)?
            .literal("/z")
            .whole_path()?;
        let outgoing = match &request.team_id {
            Some(value) => {
                outgoing.query("teamId", QueryStyle::Form, (true, false), value)?
            }
            None => outgoing,
        };
        let outgoing = match &request.team_id_2 {
            Some(value) => {
                outgoing.query("team_id", QueryStyle::Form, (true, false), value)?
            }
            None => outgoing,
        };
        let outgoing = &outgoing;
        self.inner
            .policy
            .call(
                &TYPE,
                || outgoing.send(&wire.client, &wire.baseurl, &wire.inner),
                decode_type,
            )
            .await
    }
    /// `POST /batch`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn batch(
        &self,
        request: &BatchRequest,
    ) -> Result<Reply<BatchOk>, Error<BatchError>> {
        let wire = &self.inner.wire;
        self.inner
            .policy
            .call(
                &BATCH,
                || {
                    let body = &request.body;
                    wire.batch(body)
                },
                decode_batch,
            )
            .await
    }
}
/// Request of `getThing`: `GET /things/{id}/{color}`.
///
/// Everything that progenitor builds.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingRequest {
    /// The parameter `id`.
    pub id: i64,
    /// The parameter `color`.
    pub color: types::Color,
    /// The parameter `ids`.
    pub ids: Option<Vec<i64>>,
    /// The parameter `must`.
    pub must: Vec<String>,
    /// The parameter `flag`.
    pub flag: Option<bool>,
    /// The parameter `X-Trace`.
    pub x_trace: Vec<String>,
    /// The parameter `X-Opt`.
    pub x_opt: Option<f64>,
}
/// 200 response of `getThing`.
///
/// One of several media types.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingOk {
    /// Headers.
    pub headers: GetThingOkHeaders,
    /// Body.
    pub body: GetThingOkBody,
}
/// Headers of [`GetThingOk`].
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingOkHeaders {
    /// The header `X-Count`.
    pub x_count: i64,
    /// The header `X-List`.
    pub x_list: Option<Vec<String>>,
    /// The header `X-Color`.
    pub x_color: Option<types::Color>,
}
/// Body of [`GetThingOk`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingOkBody {
    /// `application/json`.
    Json(types::Thing),
    /// `text/plain`.
    Text(String),
    /// `application/octet-stream`.
    Bytes(bytes::Bytes),
}
/// 201 response of `getThing`.
///
/// Created.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetThingCreated {}
/// Response with a 3xx status of `getThing`.
///
/// Elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingStatus3xx {
    /// Status of the response.
    pub status: u16,
}
/// Response with a 4xx status of `getThing`.
///
/// A range.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingStatus4xx {
    /// Status of the response.
    pub status: u16,
    /// Body.
    pub body: serde_json::Map<String, serde_json::Value>,
}
/// 404 response of `getThing`.
///
/// A code inside the range.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingNotFound {
    /// Body.
    pub body: String,
}
/// Successful responses of `getThing`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingSuccess {
    /// 200.
    Ok(GetThingOk),
    /// 201.
    Created(GetThingCreated),
}
impl From<GetThingOk> for GetThingSuccess {
    fn from(response: GetThingOk) -> Self {
        Self::Ok(response)
    }
}
impl From<GetThingCreated> for GetThingSuccess {
    fn from(response: GetThingCreated) -> Self {
        Self::Created(response)
    }
}
/// Error responses of `getThing` that the document declares.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingError {
    /// 3xx.
    Status3xx(GetThingStatus3xx),
    /// 4xx.
    Status4xx(GetThingStatus4xx),
    /// 404.
    NotFound(GetThingNotFound),
}
impl From<GetThingStatus3xx> for GetThingError {
    fn from(response: GetThingStatus3xx) -> Self {
        Self::Status3xx(response)
    }
}
impl From<GetThingStatus4xx> for GetThingError {
    fn from(response: GetThingStatus4xx) -> Self {
        Self::Status4xx(response)
    }
}
impl From<GetThingNotFound> for GetThingError {
    fn from(response: GetThingNotFound) -> Self {
        Self::NotFound(response)
    }
}
/// Request of `search`: `GET /search`.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchRequest {
    /// The parameter `filter`.
    pub filter: Option<types::SearchFilter>,
    /// The parameter `pipes`.
    pub pipes: Option<Vec<String>>,
    /// The parameter `body`.
    pub body: Option<String>,
    /// The parameter `session`.
    pub session: Option<String>,
    /// The parameter `json`.
    pub json: Option<serde_json::Map<String, serde_json::Value>>,
    /// The parameter `colour`.
    pub colour: types::Color,
}
/// Response with any status that is not declared of `search`.
///
/// Anything.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchDefault {
    /// Status of the response.
    pub status: u16,
}
/// Error responses of `search` that the document declares.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchError {
    /// Any other status.
    Default(SearchDefault),
}
impl From<SearchDefault> for SearchError {
    fn from(response: SearchDefault) -> Self {
        Self::Default(response)
    }
}
/// Request of `searchOptions`: `OPTIONS /search`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchOptionsRequest {}
/// 204 response of `searchOptions`.
///
/// None.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchOptionsNoContent {}
/// Error responses of `searchOptions`: none is declared, so there is no value.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchOptionsError {}
/// Request of `upload`: `POST /upload/{x}{y}/z`.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadRequest {
    /// The parameter `x`.
    pub x: String,
    /// The parameter `y`.
    pub y: String,
    /// The body.
    pub body: Option<types::Thing>,
}
/// Response with a 2xx status of `upload`.
///
/// A range of successes.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadStatus2xx {
    /// Status of the response.
    pub status: u16,
    /// Body.
    pub body: String,
}
/// Response with any status that is not declared of `upload`.
///
/// What a client does not decode.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadDefault {
    /// Status of the response.
    pub status: u16,
    /// Body.
    pub body: serde_json::Map<String, serde_json::Value>,
}
/// Error responses of `upload` that the document declares.
#[derive(Clone, Debug, PartialEq)]
pub enum UploadError {
    /// Any other status.
    Default(UploadDefault),
}
impl From<UploadDefault> for UploadError {
    fn from(response: UploadDefault) -> Self {
        Self::Default(response)
    }
}
/// Request of `replace`: `PUT /upload/{x}{y}/z`.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceRequest {
    /// The parameter `x`.
    pub x: String,
    /// The parameter `y`.
    pub y: String,
    /// The body.
    pub body: ReplaceBody,
}
/// Body of [`ReplaceRequest`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplaceBody {
    /// `application/json`.
    Json(types::Thing),
    /// `application/x-www-form-urlencoded`.
    Form(types::Thing),
    /// `text/plain`.
    Text(String),
    /// `application/octet-stream`.
    Bytes(bytes::Bytes),
}
/// 200 response of `replace`.
///
/// A form.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceOk {
    /// Body.
    pub body: types::Small,
}
/// Error responses of `replace`: none is declared, so there is no value.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplaceError {}
/// Request of `type`: `DELETE /upload/{x}{y}/z`.
///
/// Names that are one in Rust.
///
/// **Deprecated.**
#[derive(Clone, Debug, PartialEq)]
pub struct TypeRequest {
    /// The parameter `x`.
    pub x: String,
    /// The parameter `y`.
    pub y: String,
    /// The parameter `teamId`.
    pub team_id: Option<String>,
    /// The parameter `team_id`.
    pub team_id_2: Option<String>,
}
/// 204 response of `type`.
///
/// None.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeNoContent {}
/// Error responses of `type`: none is declared, so there is no value.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeError {}
/// Request of `batch`: `POST /batch`.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchRequest {
    /// The body.
    pub body: Vec<types::Thing>,
}
/// 200 response of `batch`.
///
/// None.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchOk {}
/// Error responses of `batch`: none is declared, so there is no value.
#[derive(Clone, Debug, PartialEq)]
pub enum BatchError {}
pub(super) static GET_THING: Operation = Operation {
    id: "getThing",
    method: "GET",
    path: "/things/{id}/{color}",
    security: &[&[], &[0], &[1, 2]],
    rate_limit: &[],
    gone: &[],
};
pub(super) static SEARCH: Operation = Operation {
    id: "search",
    method: "GET",
    path: "/search",
    security: &[&[], &[0], &[1, 2]],
    rate_limit: &[],
    gone: &[],
};
pub(super) static SEARCH_OPTIONS: Operation = Operation {
    id: "searchOptions",
    method: "OPTIONS",
    path: "/search",
    security: &[],
    rate_limit: &[],
    gone: &[],
};
pub(super) static UPLOAD: Operation = Operation {
    id: "upload",
    method: "POST",
    path: "/upload/{x}{y}/z",
    security: &[&[4]],
    rate_limit: &[],
    gone: &[],
};
pub(super) static REPLACE: Operation = Operation {
    id: "replace",
    method: "PUT",
    path: "/upload/{x}{y}/z",
    security: &[],
    rate_limit: &[],
    gone: &[],
};
pub(super) static TYPE: Operation = Operation {
    id: "type",
    method: "DELETE",
    path: "/upload/{x}{y}/z",
    security: &[&[], &[0], &[1, 2]],
    rate_limit: &[],
    gone: &[],
};
pub(super) static BATCH: Operation = Operation {
    id: "batch",
    method: "POST",
    path: "/batch",
    security: &[&[], &[0], &[1, 2]],
    rate_limit: &[],
    gone: &[],
};
fn decode_get_thing(response: &RawResponse) -> Decoded<GetThingSuccess, GetThingError> {
    match response.status {
        200 => {
            Ok(
                Ok(
                    GetThingSuccess::Ok(GetThingOk {
                        headers: GetThingOkHeaders {
                            x_count: response.required_header("x-count")?,
                            x_list: response.header("x-list"),
                            x_color: response.header("x-color"),
                        },
                        body: match response
                            .content(
                                &[
                                    "application/json",
                                    "text/plain",
                                    "application/octet-stream",
                                ],
                            )?
                        {
                            0 => GetThingOkBody::Json(response.json()?),
                            1 => GetThingOkBody::Text(response.text()?),
                            _ => GetThingOkBody::Bytes(response.body.clone()),
                        },
                    }),
                ),
            )
        }
        201 => Ok(Ok(GetThingSuccess::Created(GetThingCreated {}))),
        404 => {
            Ok(
                Err(
                    GetThingError::NotFound(GetThingNotFound {
                        body: {
                            response.content(&["text/html"])?;
                            response.text()?
                        },
                    }),
                ),
            )
        }
        300..=399 => {
            Ok(
                Err(
                    GetThingError::Status3xx(GetThingStatus3xx {
                        status: response.status,
                    }),
                ),
            )
        }
        400..=499 => {
            Ok(
                Err(
                    GetThingError::Status4xx(GetThingStatus4xx {
                        status: response.status,
                        body: {
                            response.content(&["application/problem+json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        _ => Err(Mismatch::Undeclared),
    }
}
fn decode_search(
    response: &RawResponse,
) -> Decoded<std::convert::Infallible, SearchError> {
    Ok(
        Err(
            SearchError::Default(SearchDefault {
                status: response.status,
            }),
        ),
    )
}
fn decode_search_options(
    response: &RawResponse,
) -> Decoded<SearchOptionsNoContent, SearchOptionsError> {
    match response.status {
        204 => Ok(Ok(SearchOptionsNoContent {})),
        _ => Err(Mismatch::Undeclared),
    }
}
fn decode_upload(response: &RawResponse) -> Decoded<UploadStatus2xx, UploadError> {
    match response.status {
        200..=299 => {
            Ok(
                Ok(UploadStatus2xx {
                    status: response.status,
                    body: {
                        response.content(&["text/*"])?;
                        response.text()?
                    },
                }),
            )
        }
        _ => {
            Ok(
                Err(
                    UploadError::Default(UploadDefault {
                        status: response.status,
                        body: {
                            response.content(&["multipart/mixed"])?;
                            Mismatch::multipart()?
                        },
                    }),
                ),
            )
        }
    }
}
fn decode_replace(response: &RawResponse) -> Decoded<ReplaceOk, ReplaceError> {
    match response.status {
        200 => {
            Ok(
                Ok(ReplaceOk {
                    body: {
                        response.content(&["application/x-www-form-urlencoded"])?;
                        response.form()?
                    },
                }),
            )
        }
        _ => Err(Mismatch::Undeclared),
    }
}
fn decode_type(response: &RawResponse) -> Decoded<TypeNoContent, TypeError> {
    match response.status {
        204 => Ok(Ok(TypeNoContent {})),
        _ => Err(Mismatch::Undeclared),
    }
}
fn decode_batch(response: &RawResponse) -> Decoded<BatchOk, BatchError> {
    match response.status {
        200 => Ok(Ok(BatchOk {})),
        _ => Err(Mismatch::Undeclared),
    }
}
