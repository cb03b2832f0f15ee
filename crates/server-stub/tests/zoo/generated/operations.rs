// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! Requests and responses of each operation.
#![allow(
    clippy::doc_markdown,
    clippy::large_enum_variant,
    reason = "the words are the document's, and a response is moved once"
)]
#[allow(unused_imports, reason = "an API may have no types of its own")]
use super::types;
/// Request of `getAnimal`: `GET /animals/{id}`.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalRequest {
    /// The parameter `id`.
    pub id: i32,
    /// The parameter `fields`.
    pub fields: Option<Vec<String>>,
    /// The parameter `tags`.
    pub tags: Option<Vec<i64>>,
    /// The parameter `page`.
    pub page: Option<types::Page>,
    /// The parameter `near`.
    pub near: Option<types::GetAnimalNear>,
    /// The parameter `filter`.
    pub filter: Option<types::GetAnimalFilter>,
    /// The parameter `x-depth`.
    pub x_depth: Option<i64>,
    /// The parameter `x-list`.
    pub x_list: Option<Vec<String>>,
    /// The parameter `theme`.
    pub theme: Option<types::GetAnimalTheme>,
    /// The parameter `loud`.
    pub loud: Option<bool>,
}
/// 200 response of `getAnimal`.
///
/// The animal.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalOk {
    /// Headers.
    pub headers: GetAnimalOkHeaders,
    /// Body.
    pub body: GetAnimalOkBody,
}
/// Headers of [`GetAnimalOk`].
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalOkHeaders {
    /// The header `X-Ratio`.
    pub x_ratio: f64,
    /// The header `X-Names`.
    pub x_names: Option<Vec<String>>,
}
/// Body of [`GetAnimalOk`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum GetAnimalOkBody {
    /// `application/json`.
    Json(types::Animal),
    /// `text/plain`.
    Text(String),
    /// `application/octet-stream`.
    Bytes(bytes::Bytes),
}
/// Response with a 4xx status of `getAnimal`.
///
/// Refused.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalStatus4xx {
    /// Status of the response.
    pub status: crate::runtime::RangeStatus<4>,
    /// Body.
    pub body: types::Problem,
}
/// Response with any status that is not declared of `getAnimal`.
///
/// Anything else.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAnimalDefault {
    /// Status of the response.
    pub status: crate::runtime::DefaultStatus<GetAnimalResponse>,
    /// Body.
    pub body: types::Problem,
}
/// Every response that the document declares for `getAnimal`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum GetAnimalResponse {
    /// 200.
    Ok(GetAnimalOk),
    /// 4xx.
    Status4xx(GetAnimalStatus4xx),
    /// Any other status.
    Default(GetAnimalDefault),
}
impl From<GetAnimalOk> for GetAnimalResponse {
    fn from(response: GetAnimalOk) -> Self {
        Self::Ok(response)
    }
}
impl From<GetAnimalStatus4xx> for GetAnimalResponse {
    fn from(response: GetAnimalStatus4xx) -> Self {
        Self::Status4xx(response)
    }
}
impl From<GetAnimalDefault> for GetAnimalResponse {
    fn from(response: GetAnimalDefault) -> Self {
        Self::Default(response)
    }
}
/// Request of `putAnimal`: `PUT /animals/{id}`.
#[derive(Clone, Debug, PartialEq)]
pub struct PutAnimalRequest {
    /// The parameter `id`.
    pub id: String,
    /// The body.
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
/// 201 response of `putAnimal`.
///
/// Made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutAnimalCreated {}
/// Every response that the document declares for `putAnimal`.
#[derive(Clone, Debug, PartialEq)]
pub enum PutAnimalResponse {
    /// 201.
    Created(PutAnimalCreated),
}
impl From<PutAnimalCreated> for PutAnimalResponse {
    fn from(response: PutAnimalCreated) -> Self {
        Self::Created(response)
    }
}
/// Request of `getReport`: `GET /reports/{name}.{extension}`.
#[derive(Clone, Debug, PartialEq)]
pub struct GetReportRequest {
    /// The parameter `name`.
    pub name: String,
    /// The parameter `extension`.
    pub extension: types::GetReportExtension,
}
/// 200 response of `getReport`.
///
/// The report.
#[derive(Clone, Debug, PartialEq)]
pub struct GetReportOk {
    /// Body.
    pub body: std::collections::BTreeMap<String, String>,
}
/// Every response that the document declares for `getReport`.
#[derive(Clone, Debug, PartialEq)]
pub enum GetReportResponse {
    /// 200.
    Ok(GetReportOk),
}
impl From<GetReportOk> for GetReportResponse {
    fn from(response: GetReportOk) -> Self {
        Self::Ok(response)
    }
}
/// Request of `walkMaze`: `GET /maze/{label}/{matrix}/{list}`.
#[derive(Clone, Debug, PartialEq)]
pub struct WalkMazeRequest {
    /// The parameter `label`.
    pub label: String,
    /// The parameter `matrix`.
    pub matrix: Vec<i64>,
    /// The parameter `list`.
    pub list: types::WalkMazeList,
}
/// 204 response of `walkMaze`.
///
/// Out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WalkMazeNoContent {}
/// Every response that the document declares for `walkMaze`.
#[derive(Clone, Debug, PartialEq)]
pub enum WalkMazeResponse {
    /// 204.
    NoContent(WalkMazeNoContent),
}
impl From<WalkMazeNoContent> for WalkMazeResponse {
    fn from(response: WalkMazeNoContent) -> Self {
        Self::NoContent(response)
    }
}
/// Request of `check`: `POST /checks`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckRequest {
    /// The body.
    pub body: Option<types::Checked>,
}
/// 204 response of `check`.
///
/// Fine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckNoContent {}
/// Every response that the document declares for `check`.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckResponse {
    /// 204.
    NoContent(CheckNoContent),
}
impl From<CheckNoContent> for CheckResponse {
    fn from(response: CheckNoContent) -> Self {
        Self::NoContent(response)
    }
}
/// Request of `deleteChecks`: `DELETE /checks`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChecksRequest {}
/// 204 response of `deleteChecks`.
///
/// Gone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChecksNoContent {}
/// Every response that the document declares for `deleteChecks`.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteChecksResponse {
    /// 204.
    NoContent(DeleteChecksNoContent),
}
impl From<DeleteChecksNoContent> for DeleteChecksResponse {
    fn from(response: DeleteChecksNoContent) -> Self {
        Self::NoContent(response)
    }
}
/// Request of `upload`: `POST /uploads`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadRequest {
    /// The body.
    pub body: Option<types::UploadBody>,
}
/// 204 response of `upload`.
///
/// Taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadNoContent {}
/// Every response that the document declares for `upload`.
#[derive(Clone, Debug, PartialEq)]
pub enum UploadResponse {
    /// 204.
    NoContent(UploadNoContent),
}
impl From<UploadNoContent> for UploadResponse {
    fn from(response: UploadNoContent) -> Self {
        Self::NoContent(response)
    }
}
