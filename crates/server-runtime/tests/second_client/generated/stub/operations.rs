// Generated from second_client.yaml by the test golden.rs. Do not edit.

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
pub struct PathSimpleRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PathSimpleResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathSimpleExplodeRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PathSimpleExplodeResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathLabelRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PathLabelResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathLabelExplodeRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PathLabelExplodeResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathMatrixRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PathMatrixResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathMatrixExplodeRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PathMatrixExplodeResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryFormRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum QueryFormResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryFormExplodeRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum QueryFormExplodeResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryDelimitedRequest {
    pub spaces: Option<Vec<String>>,
    pub spaced: Option<types::Rgb>,
    pub pipes: Option<Vec<String>>,
    pub piped: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum QueryDelimitedResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryDeepObjectRequest {
    pub object: Option<types::Rgb>,
    pub filter: Option<types::QueryDeepObjectFilter>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum QueryDeepObjectResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WholeQueryRequest {
    pub whole: Option<types::WholeQueryWhole>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum WholeQueryResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncodedQueryRequest {
    pub whole: Option<types::EncodedQueryWhole>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum EncodedQueryResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilteredRequest {
    pub spread: Option<types::Filter>,
    pub deep: Option<types::Filter>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Shirt>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum FilteredResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderSimpleRequest {
    pub x_text: Option<String>,
    pub x_list: Option<Vec<String>>,
    pub x_object: Option<types::Rgb>,
    pub x_exploded_list: Option<Vec<String>>,
    pub x_exploded_object: Option<types::Rgb>,
}
/// Answer of `headerSimple` with 200.
///
/// The same again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderSimpleOk {
    pub headers: HeaderSimpleOkHeaders,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderSimpleOkHeaders {
    pub x_text: Option<String>,
    pub x_list: Option<Vec<String>>,
    pub x_object: Option<types::Rgb>,
    pub x_exploded_list: Option<Vec<String>>,
    pub x_exploded_object: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum HeaderSimpleResponse {
    Ok(HeaderSimpleOk),
}
value::from_variants!(HeaderSimpleResponse, Ok : HeaderSimpleOk);
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CookieFormRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum CookieFormResponse {
    NoContent,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CookieStyleRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum CookieStyleResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct OverlappingRequest {
    pub path: types::AnyScalar,
    pub query: Option<types::AnyScalar>,
    pub items: Option<Vec<types::AnyScalar>>,
    pub code: Option<types::Code>,
    pub deep: Option<types::OverlappingDeep>,
    pub x_list: Option<types::TextOrList>,
    pub x_code: Option<types::Code>,
    pub cookie: Option<types::Code>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlappingNoContent {
    pub headers: OverlappingNoContentHeaders,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlappingNoContentHeaders {
    pub x_code: Option<types::Code>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum OverlappingResponse {
    NoContent(OverlappingNoContent),
}
value::from_variants!(OverlappingResponse, NoContent : OverlappingNoContent);
#[derive(Clone, Debug, PartialEq)]
pub struct GetDocRequest {
    pub repo: String,
    pub doc: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetDocResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetFileRequest {
    pub name: String,
    pub extension: String,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetFileResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct UsualFormRequest {
    pub body: types::UsualForm,
}
#[derive(Clone, Debug, PartialEq)]
pub enum UsualFormResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct StyledFormRequest {
    pub body: types::StyledFormBody,
}
#[derive(Clone, Debug, PartialEq)]
pub enum StyledFormResponse {
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct NumbersRequest {
    pub ratio: Option<unplug_wire::json::Number>,
    pub steps: Option<Vec<unplug_wire::json::Number>>,
    pub x_ratio: Option<unplug_wire::json::Number>,
    pub body: types::Numbers,
}
/// Answer of `numbers` with 200.
///
/// the same
#[derive(Clone, Debug, PartialEq)]
pub struct NumbersOk {
    pub headers: NumbersOkHeaders,
    pub body: types::Numbers,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumbersOkHeaders {
    pub x_ratio: Option<unplug_wire::json::Number>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum NumbersResponse {
    Ok(NumbersOk),
}
value::from_variants!(NumbersResponse, Ok : NumbersOk);
#[derive(Clone, Debug, PartialEq)]
pub struct SendPartsRequest {
    pub body: SendPartsMultipart,
}
/// `multipart/form-data` body of [`SendPartsRequest`].
#[derive(Clone, Debug, PartialEq)]
pub struct SendPartsMultipart {
    pub id: String,
    pub count: Option<i64>,
    pub address: Option<types::Row>,
    pub rows: Option<Vec<types::Row>>,
    pub names: Option<Vec<String>>,
    pub union: Option<types::SendPartsBodyUnion>,
    pub scalar: Option<types::AnyScalar>,
    pub code: Option<types::Code>,
    pub file: Option<unplug_wire::multipart::File>,
    pub files: Option<Vec<unplug_wire::multipart::File>>,
    pub some: Option<Vec<unplug_wire::multipart::File>>,
    pub image: Option<unplug_wire::multipart::File>,
    pub note: Option<String>,
    pub data: Option<types::Row>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum SendPartsResponse {
    NoContent,
}
