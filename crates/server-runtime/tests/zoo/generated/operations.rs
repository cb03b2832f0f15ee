// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! Requests and responses of each operation.
#![allow(
    missing_docs,
    clippy::doc_markdown,
    clippy::large_enum_variant,
    reason = "texts are taken from the document, and a response is moved once"
)]
#[allow(unused_imports, reason = "not every API has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every API has use for all of them")]
use unplug_server_runtime as runtime;
#[allow(unused_imports, reason = "not every API has use for all of them")]
use unplug_wire::value;
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalRequest {
    pub id: i32,
    pub fields: Option<Vec<String>>,
    pub tags: Option<Vec<i64>>,
    pub page: Option<types::Page>,
    pub near: Option<types::GetAnimalNear>,
    pub filter: Option<types::GetAnimalFilter>,
    pub x_depth: Option<i64>,
    pub x_list: Option<Vec<String>>,
    pub theme: Option<types::GetAnimalTheme>,
    pub loud: Option<bool>,
}
/// Answer of `getAnimal` with 200.
///
/// The animal.
#[derive(Debug)]
pub struct GetAnimalOk {
    pub headers: GetAnimalOkHeaders,
    pub body: GetAnimalOkBody,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalOkHeaders {
    pub x_ratio: unplug_wire::json::Number,
    pub x_names: Option<Vec<String>>,
}
/// Body of a Ok response: one of several media types.
#[derive(Debug)]
pub enum GetAnimalOkBody {
    /// `application/json`.
    Json(types::Animal),
    /// `text/plain`.
    Text(String),
    /// `application/octet-stream`.
    Bytes(runtime::ByteStream),
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalStatus4xx {
    pub status: runtime::RangeStatus<4>,
    pub body: types::Problem,
}
/// Answer of `getAnimal` with any status that is not declared.
///
/// Anything else.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalDefault {
    pub status: runtime::DefaultStatus<GetAnimalResponse>,
    pub body: types::Problem,
}
#[derive(Debug)]
pub enum GetAnimalResponse {
    Ok(GetAnimalOk),
    Status4xx(GetAnimalStatus4xx),
    Default(GetAnimalDefault),
}
value::from_variants!(
    GetAnimalResponse, Ok : GetAnimalOk, Status4xx : GetAnimalStatus4xx, Default :
    GetAnimalDefault
);
#[derive(Clone, Debug, PartialEq)]
pub struct PutAnimalRequest {
    pub id: String,
    pub body: PutAnimalBody,
}
/// Body of [`PutAnimalRequest`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum PutAnimalBody {
    /// `application/json`.
    Json(types::Animal),
    /// `application/x-www-form-urlencoded`.
    Form(types::PutAnimalBodyForm),
    /// `text/plain`.
    Text(String),
    /// `image/*`.
    Bytes(bytes::Bytes),
}
#[derive(Clone, Debug, PartialEq)]
pub enum PutAnimalResponse {
    Created,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetReportRequest {
    pub name: String,
    pub extension: types::GetReportExtension,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetReportResponse {
    Ok(std::collections::BTreeMap<String, String>),
}
#[derive(Clone, Debug, PartialEq)]
pub struct WalkMazeRequest {
    pub label: String,
    pub matrix: Vec<i64>,
    pub list: types::WalkMazeList,
}
#[derive(Clone, Debug, PartialEq)]
pub enum WalkMazeResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckRequest {
    pub body: Option<types::Checked>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum CheckResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChecksRequest {}
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteChecksResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadRequest {
    pub body: Option<UploadMultipart>,
}
/// `multipart/form-data` body of [`UploadRequest`].
#[derive(Clone, Debug, PartialEq)]
pub struct UploadMultipart {
    pub animal: types::Animal,
    pub photo: unplug_wire::multipart::File,
    pub more: Option<Vec<unplug_wire::multipart::File>>,
    pub sketch: Option<unplug_wire::multipart::File>,
    pub caption: Option<String>,
    pub notes: Option<String>,
    pub legs: Option<i64>,
    pub tags: Vec<String>,
    pub relatives: Option<Vec<types::UploadRelativesItem>>,
    pub either: Option<unplug_wire::multipart::File>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum UploadResponse {
    Ok(Vec<unplug_wire::multipart::Part>),
}
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceUploadsRequest {
    pub body: ReplaceUploadsBody,
}
/// Body of [`ReplaceUploadsRequest`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplaceUploadsBody {
    /// `multipart/mixed`.
    Multipart(Vec<unplug_wire::multipart::Part>),
    /// `application/json`.
    Json(types::Upload),
    /// `multipart/form-data`.
    MultipartFormData(ReplaceUploadsMultipartFormData),
}
/// `multipart/form-data` body of [`ReplaceUploadsRequest`].
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceUploadsMultipartFormData {
    pub kind: types::ReplaceUploadsBodyMultipartFormDataKind,
    pub r#type: Option<types::ReplaceUploadsBodyMultipartFormDataType>,
    pub type_2: Option<bool>,
    pub additional: Option<unplug_wire::multipart::File>,
    /// Parts that the document does not name.
    pub additional_2: Vec<unplug_wire::multipart::Part>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum ReplaceUploadsResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct OpenVaultRequest {
    pub shelf: i64,
}
#[derive(Clone, Debug, PartialEq)]
pub enum OpenVaultResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct OpenDrawerRequest {
    pub drawer: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum OpenDrawerResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetTokenRequest {
    pub body: serde_json::Map<String, serde_json::Value>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetTokenResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct RefreshTokenRequest {
    pub body: serde_json::Map<String, serde_json::Value>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum RefreshTokenResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct TokenByCodeRequest {
    pub body: serde_json::Map<String, serde_json::Value>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum TokenByCodeResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct StylesRequest {
    pub id: String,
    pub deep: Option<types::StylesDeep>,
    pub either: Option<types::StylesEither>,
    pub mixed: Option<types::StylesMixed>,
    pub empty: Option<bool>,
    pub open: Option<std::collections::BTreeMap<String, i64>>,
    pub list: Option<Vec<String>>,
    pub crumbs: Option<types::StylesCrumbs>,
    pub x_json: Option<Vec<i64>>,
    pub x_things: Option<Vec<types::StylesCrumbs>>,
    pub undeclared: String,
}
/// Answer of `styles` with 200.
///
/// Headers of every kind.
#[derive(Clone, Debug, PartialEq)]
pub struct StylesOk {
    pub headers: StylesOkHeaders,
}
#[derive(Clone, Debug, PartialEq)]
pub struct StylesOkHeaders {
    pub x_object: types::StylesOkXObject,
    pub x_exploded: std::collections::BTreeMap<String, i64>,
    pub x_json: Vec<String>,
    pub x_big: u64,
    pub x_big_2: Option<bool>,
    pub x_union: Option<types::StylesOkXUnion>,
    pub set_cookie: Option<Vec<String>>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum StylesResponse {
    Ok(StylesOk),
    NoContent,
}
value::from_variants!(StylesResponse, Ok : StylesOk);
#[derive(Clone, Debug, PartialEq)]
pub struct GetFilmRequest {
    pub name: String,
}
/// Body of a Ok response: one of several media types.
#[derive(Debug)]
pub enum GetFilmOkBody {
    /// `video/*`.
    Bytes(runtime::ByteStream),
    /// `text/event-stream`.
    EventStream(runtime::EventStream<String>),
}
#[derive(Debug)]
pub enum GetFilmResponse {
    Ok(GetFilmOkBody),
    NotFound(bytes::Bytes),
}
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeFilmRequest {
    pub name: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum ProbeFilmResponse {
    Ok,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetNewsRequest {
    pub broken: Option<bool>,
}
/// Body of a Ok response: one of several media types.
#[derive(Debug)]
pub enum GetNewsOkBody {
    /// `text/event-stream`.
    EventStream(runtime::EventStream<types::Page>),
    /// `application/json-seq`.
    JsonLines(runtime::JsonLines<types::Page>),
}
#[derive(Debug)]
pub enum GetNewsResponse {
    Ok(GetNewsOkBody),
}
#[derive(Clone, Debug, PartialEq)]
pub struct PostNewsRequest {
    pub body: PostNewsBody,
}
/// Body of [`PostNewsRequest`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum PostNewsBody {
    /// `application/x-ndjson`.
    JsonLines(Vec<types::Page>),
    /// `application/json-seq`.
    ApplicationJsonSeq(Vec<types::Page>),
    /// `text/xml`.
    Bytes(bytes::Bytes),
    /// `text/csv`.
    Text(String),
}
/// Answer of `postNews` with any status that is not declared.
///
/// Success and failure.
#[derive(Clone, Debug, PartialEq)]
pub struct PostNewsDefault {
    pub status: runtime::DefaultStatus<PostNewsResponse>,
    pub body: types::Page,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PostNewsResponse {
    Default(PostNewsDefault),
}
value::from_variants!(PostNewsResponse, Default : PostNewsDefault);
