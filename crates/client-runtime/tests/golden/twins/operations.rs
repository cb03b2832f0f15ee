#[allow(unused_imports, reason = "not every document has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use std::convert::Infallible;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::codegen::{
    HeaderStyle, JSON, Mismatch, Streams, header, list, only_empty, only_json, operation,
    optional, segment, text,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::{
    self as runtime, Call, GoneField, Operation, RateLimitField, RateLimitRole,
    RateLimitSource,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::json::Types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::multipart;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
use super::Client;
impl Client {
    /// `GET /a/things/{id}/{color}`
    pub fn get_thing(&self, request: &GetThingRequest) -> Call<(), GetThingError> {
        self.call(
            operation!(
                "getThing", "GET", "/a/things/{id}/{color}", & [& [0], & [1]]; "*/*"
            ),
            |client| {
                let id = segment("id", &request.id)?;
                let color = segment("color", &request.color)?;
                let flag = optional(text, "flag", request.flag.as_ref())?;
                let ids = optional(list, "ids[]", request.ids.as_ref())?;
                let must = list("must", &request.must)?;
                let x_opt = optional(header, "X-Opt", request.x_opt.as_ref())?;
                let x_trace = header("X-Trace", &request.x_trace)?;
                Ok(async move {
                    client
                        .get_thing(
                            &id,
                            &color,
                            flag.as_deref(),
                            ids.as_ref(),
                            &must,
                            x_opt.as_deref(),
                            &x_trace,
                        )
                        .await
                })
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(GetThingError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /b/things/{id}/{color}`
    pub fn get_thing_directly(
        &self,
        request: &GetThingDirectlyRequest,
    ) -> Call<(), GetThingDirectlyError> {
        self.call_directly(
            operation!(
                "getThingDirectly", "GET", "/b/things/{id}/{color}", & [& [0], & [1]];
                "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/b/things/")
                    .parameter(
                        const { &ParameterSpec::path("id").scalar(Types::INTEGER) },
                        Some(&request.id),
                    )?
                    .literal("/")
                    .parameter(
                        const { &ParameterSpec::path("color") },
                        Some(&request.color),
                    )?
                    .whole_path()?
                    .parameter(
                        const { &ParameterSpec::header("X-Opt").scalar(Types::NUMBER) },
                        request.x_opt.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-Trace")
                                .required()
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.x_trace),
                    )?
                    .parameter(
                        const { &ParameterSpec::query("flag").scalar(Types::BOOLEAN) },
                        request.flag.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("ids[]")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::INTEGER),
                                    members: None,
                                })
                        },
                        request.ids.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("must")
                                .required()
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.must),
                    )?
                    .parameter(
                        const { &ParameterSpec::cookie("unsent") },
                        request.unsent.as_ref(),
                    )?;
                Ok(builder)
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(GetThingDirectlyError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `PUT /a/json`
    pub fn put_json(&self, request: &PutJsonRequest) -> Call<(), PutJsonError> {
        self.call(
            operation!("putJson", "PUT", "/a/json", & [& [0], & [1]]; "*/*"),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.put_json(&body).await })
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(PutJsonError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `PUT /b/json`
    pub fn put_json_directly(
        &self,
        request: &PutJsonDirectlyRequest,
    ) -> Call<(), PutJsonDirectlyError> {
        self.call_directly(
            operation!("putJsonDirectly", "PUT", "/b/json", & [& [0], & [1]]; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/b/json")
                    .parameter(
                        const { &ParameterSpec::cookie("unsent") },
                        request.unsent.as_ref(),
                    )?;
                let body = &request.body;
                let builder = builder.json("application/json", body)?;
                Ok(builder)
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(PutJsonDirectlyError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `POST /a/text`
    pub fn post_text(&self, request: &PostTextRequest) -> Call<(), PostTextError> {
        self.call(
            operation!("postText", "POST", "/a/text", & [& [0], & [1]]; "*/*"),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.post_text(body).await })
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(PostTextError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `POST /b/text`
    pub fn post_text_directly(
        &self,
        request: &PostTextDirectlyRequest,
    ) -> Call<(), PostTextDirectlyError> {
        self.call_directly(
            operation!("postTextDirectly", "POST", "/b/text", & [& [0], & [1]]; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/b/text")
                    .parameter(
                        const { &ParameterSpec::cookie("unsent") },
                        request.unsent.as_ref(),
                    )?;
                let body = &request.body;
                let builder = builder.bytes("text/plain", body.clone())?;
                Ok(builder)
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(PostTextDirectlyError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `PATCH /a/bytes`
    pub fn patch_bytes(&self, request: &PatchBytesRequest) -> Call<(), PatchBytesError> {
        self.call(
            operation!("patchBytes", "PATCH", "/a/bytes", & [& [0], & [1]]; "*/*"),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.patch_bytes(body).await })
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(PatchBytesError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `PATCH /b/bytes`
    pub fn patch_bytes_directly(
        &self,
        request: &PatchBytesDirectlyRequest,
    ) -> Call<(), PatchBytesDirectlyError> {
        self.call_directly(
            operation!(
                "patchBytesDirectly", "PATCH", "/b/bytes", & [& [0], & [1]]; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/b/bytes")
                    .parameter(
                        const { &ParameterSpec::cookie("unsent") },
                        request.unsent.as_ref(),
                    )?;
                let body = &request.body;
                let builder = builder.bytes("application/octet-stream", body.clone())?;
                Ok(builder)
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(PatchBytesDirectlyError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `DELETE /a/version`
    pub fn delete_version(
        &self,
        request: &DeleteVersionRequest,
    ) -> Call<(), DeleteVersionError> {
        self.call(
            operation!("deleteVersion", "DELETE", "/a/version", & [& [0], & [1]]; "*/*"),
            |client| {
                let api_version = header("api-version", &request.api_version)?;
                Ok(async move { client.delete_version(&api_version).await })
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(DeleteVersionError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `DELETE /b/version`
    pub fn delete_version_directly(
        &self,
        request: &DeleteVersionDirectlyRequest,
    ) -> Call<(), DeleteVersionDirectlyError> {
        self.call_directly(
            operation!(
                "deleteVersionDirectly", "DELETE", "/b/version", & [& [0], & [1]]; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/b/version")
                    .parameter(
                        const { &ParameterSpec::header("api-version").required() },
                        Some(&request.api_version),
                    )?
                    .parameter(
                        const { &ParameterSpec::cookie("unsent") },
                        request.unsent.as_ref(),
                    )?;
                Ok(builder)
            },
            |response| match response.status {
                200 => Ok(Ok(())),
                429 => Ok(Err(DeleteVersionDirectlyError::TooManyRequests)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /a/file`
    pub fn get_file(
        &self,
        _request: &GetFileRequest,
    ) -> Call<runtime::ByteStream, Infallible> {
        self.call(
            const {
                &Operation::new("getFile", "GET", "/a/file", &[&[0], &[1]])
                    .accept("application/octet-stream")
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[("application/octet-stream", true)],
                            },
                        ],
                    )
            },
            |client| { Ok(async move { client.get_file().await }) },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok({
                            response.content(&["application/octet-stream"])?;
                            response.byte_stream()
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /b/file`
    pub fn get_file_directly(
        &self,
        request: &GetFileDirectlyRequest,
    ) -> Call<runtime::ByteStream, Infallible> {
        self.call_directly(
            const {
                &Operation::new("getFileDirectly", "GET", "/b/file", &[&[0], &[1]])
                    .accept("application/octet-stream")
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[("application/octet-stream", true)],
                            },
                        ],
                    )
            },
            |builder| {
                let builder = builder
                    .literal("/b/file")
                    .parameter(
                        const { &ParameterSpec::cookie("unsent") },
                        request.unsent.as_ref(),
                    )?;
                Ok(builder)
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok({
                            response.content(&["application/octet-stream"])?;
                            response.byte_stream()
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingRequest {
    pub id: i64,
    pub color: String,
    pub x_opt: Option<unplug_wire::json::Number>,
    pub x_trace: Vec<String>,
    pub flag: Option<bool>,
    pub ids: Option<Vec<i64>>,
    pub must: Vec<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingDirectlyRequest {
    pub id: i64,
    pub color: String,
    pub x_opt: Option<unplug_wire::json::Number>,
    pub x_trace: Vec<String>,
    pub flag: Option<bool>,
    pub ids: Option<Vec<i64>>,
    pub must: Vec<String>,
    pub unsent: Option<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingDirectlyError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PutJsonRequest {
    pub body: types::Thing,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PutJsonError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PutJsonDirectlyRequest {
    pub unsent: Option<String>,
    pub body: types::Thing,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PutJsonDirectlyError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PostTextRequest {
    pub body: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PostTextError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PostTextDirectlyRequest {
    pub unsent: Option<String>,
    pub body: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PostTextDirectlyError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PatchBytesRequest {
    pub body: bytes::Bytes,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PatchBytesError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PatchBytesDirectlyRequest {
    pub unsent: Option<String>,
    pub body: bytes::Bytes,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PatchBytesDirectlyError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteVersionRequest {
    pub api_version: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteVersionError {
    TooManyRequests,
}
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteVersionDirectlyRequest {
    pub api_version: String,
    pub unsent: Option<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteVersionDirectlyError {
    TooManyRequests,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFileRequest {}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFileDirectlyRequest {
    pub unsent: Option<String>,
}
