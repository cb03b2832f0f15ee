pub mod types {
    use crate::runtime::value;
    /// The schema at `/paths/~1things~1{thing_id}/get/parameters/0/schema`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum GetThingOrder {
        /// `up`
        Up,
        /// `down`
        Down,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl GetThingOrder {
        /// The text as it stands in JSON.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Up => "up",
                Self::Down => "down",
                Self::Other(text) => text,
            }
        }
    }
    impl From<&str> for GetThingOrder {
        fn from(text: &str) -> Self {
            match text {
                "up" => Self::Up,
                "down" => Self::Down,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    value::open_text!(GetThingOrder);
    /// The schema at `/paths/~1things~1{thing_id}/get/responses/200/content/application~1json/schema`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct GetThingOkBody {
        /// The property `name`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub name: Option<String>,
    }
    /// The schema at `/components/responses/Failure/content/application~1json/schema`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Failure {
        /// The property `error`.
        pub error: FailureError,
    }
    /// The schema at `/components/responses/Failure/content/application~1json/schema/properties/error`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct FailureError {
        /// The property `code`.
        pub code: FailureErrorCode,
    }
    /// The schema at `/components/responses/Failure/content/application~1json/schema/properties/error/properties/code`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum FailureErrorCode {
        /// `gone`
        Gone,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl FailureErrorCode {
        /// The text as it stands in JSON.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Gone => "gone",
                Self::Other(text) => text,
            }
        }
    }
    impl From<&str> for FailureErrorCode {
        fn from(text: &str) -> Self {
            match text {
                "gone" => Self::Gone,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    value::open_text!(FailureErrorCode);
    /// The schema at `/paths/~1things~1{thing_id}/put/requestBody/content/application~1json/schema`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct ReplaceThingBodyJson {
        /// The property `name`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub name: Option<String>,
    }
    /// The schema at `/paths/~1find/post/responses/200/content/application~1json/schema/items`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct FindOkBodyItem {
        /// The property `body`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub body: Option<String>,
    }
}
pub mod client {
    #[allow(unused_imports, reason = "not every document has types")]
    use super::types;
    /// Request of `getThing`: `GET /things/{thing_id}`.
    ///
    /// Get a thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingRequest {
        /// The parameter `thing_id`.
        pub thing_id: String,
        /// The parameter `order`.
        pub order: Option<types::GetThingOrder>,
        /// The parameter `X-Trace`.
        pub x_trace: Option<String>,
        /// The parameter `body`.
        pub body: Option<i64>,
    }
    /// 200 response of `getThing`.
    ///
    /// The thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOk {
        /// Headers.
        pub headers: GetThingOkHeaders,
        /// Body.
        pub body: types::GetThingOkBody,
    }
    /// Headers of [`GetThingOk`].
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOkHeaders {
        /// The header `RateLimit-Limit`.
        pub rate_limit_limit: Option<i64>,
        /// The header `ETag`.
        pub e_tag: String,
    }
    /// 206 response of `getThing`.
    ///
    /// A part of it
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingPartialContent {
        /// Body.
        pub body: bytes::Bytes,
    }
    /// 404 response of `getThing`.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingNotFound {
        /// Body.
        pub body: types::Failure,
    }
    /// 499 response of `getThing`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct GetThingStatus499 {}
    /// Response with a 5xx status of `getThing`.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingStatus5xx {
        /// Status of the response.
        pub status: u16,
        /// Body.
        pub body: types::Failure,
    }
    /// Response with any status that is not declared of `getThing`.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingDefault {
        /// Status of the response.
        pub status: u16,
        /// Body.
        pub body: types::Failure,
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
        /// 206.
        PartialContent(GetThingPartialContent),
    }
    impl From<GetThingOk> for GetThingSuccess {
        fn from(response: GetThingOk) -> Self {
            Self::Ok(response)
        }
    }
    impl From<GetThingPartialContent> for GetThingSuccess {
        fn from(response: GetThingPartialContent) -> Self {
            Self::PartialContent(response)
        }
    }
    /// Error responses of `getThing` that the document declares.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq)]
    pub enum GetThingError {
        /// 404.
        NotFound(GetThingNotFound),
        /// 499.
        Status499(GetThingStatus499),
        /// 5xx.
        Status5xx(GetThingStatus5xx),
        /// Any other status.
        Default(GetThingDefault),
    }
    impl From<GetThingNotFound> for GetThingError {
        fn from(response: GetThingNotFound) -> Self {
            Self::NotFound(response)
        }
    }
    impl From<GetThingStatus499> for GetThingError {
        fn from(response: GetThingStatus499) -> Self {
            Self::Status499(response)
        }
    }
    impl From<GetThingStatus5xx> for GetThingError {
        fn from(response: GetThingStatus5xx) -> Self {
            Self::Status5xx(response)
        }
    }
    impl From<GetThingDefault> for GetThingError {
        fn from(response: GetThingDefault) -> Self {
            Self::Default(response)
        }
    }
    /// Request of `put-thing`: `PUT /things/{thing_id}`.
    ///
    /// **Deprecated.**
    #[derive(Clone, Debug, PartialEq)]
    pub struct ReplaceThingRequest {
        /// The parameter `thing_id`.
        pub thing_id: String,
        /// The body.
        pub body: ReplaceThingBody,
    }
    /// Body of [`ReplaceThingRequest`]: one of several media types.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingBody {
        /// `application/json`.
        Json(types::ReplaceThingBodyJson),
        /// `text/plain`.
        Text(String),
        /// `application/vnd.thing+json`.
        ApplicationVndThingJson(String),
    }
    /// 204 response of `put-thing`.
    ///
    /// Done
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct ReplaceThingNoContent {}
    /// Error responses of `put-thing`: none is declared, so there is no value.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingError {}
    /// Request of `find`: `POST /find`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct FindRequest {
        /// The body.
        pub body: Option<serde_json::Map<String, serde_json::Value>>,
    }
    /// 200 response of `find`.
    ///
    /// Found
    #[derive(Clone, Debug, PartialEq)]
    pub struct FindOk {
        /// Body.
        pub body: Vec<types::FindOkBodyItem>,
    }
    /// Error responses of `find`: none is declared, so there is no value.
    #[derive(Clone, Debug, PartialEq)]
    pub enum FindError {}
}
pub mod server {
    #[allow(unused_imports, reason = "not every document has types")]
    use super::types;
    /// Request of `getThing`: `GET /things/{thing_id}`.
    ///
    /// Get a thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingRequest {
        /// The parameter `thing_id`.
        pub thing_id: String,
        /// The parameter `order`.
        pub order: Option<types::GetThingOrder>,
        /// The parameter `X-Trace`.
        pub x_trace: Option<String>,
        /// The parameter `body`.
        pub body: Option<i64>,
    }
    /// 200 response of `getThing`.
    ///
    /// The thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOk {
        /// Headers.
        pub headers: GetThingOkHeaders,
        /// Body.
        pub body: types::GetThingOkBody,
    }
    /// Headers of [`GetThingOk`].
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOkHeaders {
        /// The header `RateLimit-Limit`.
        pub rate_limit_limit: Option<i64>,
        /// The header `ETag`.
        pub e_tag: String,
    }
    /// 206 response of `getThing`.
    ///
    /// A part of it
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingPartialContent {
        /// Body.
        pub body: bytes::Bytes,
    }
    /// 404 response of `getThing`.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingNotFound {
        /// Body.
        pub body: types::Failure,
    }
    /// 499 response of `getThing`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct GetThingStatus499 {}
    /// Response with a 5xx status of `getThing`.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingStatus5xx {
        /// Status of the response.
        pub status: crate::runtime::RangeStatus<5>,
        /// Body.
        pub body: types::Failure,
    }
    /// Response with any status that is not declared of `getThing`.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingDefault {
        /// Status of the response.
        pub status: crate::runtime::DefaultStatus<GetThingResponse>,
        /// Body.
        pub body: types::Failure,
    }
    /// Every response that the document declares for `getThing`.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq)]
    pub enum GetThingResponse {
        /// 200.
        Ok(GetThingOk),
        /// 206.
        PartialContent(GetThingPartialContent),
        /// 404.
        NotFound(GetThingNotFound),
        /// 499.
        Status499(GetThingStatus499),
        /// 5xx.
        Status5xx(GetThingStatus5xx),
        /// Any other status.
        Default(GetThingDefault),
    }
    impl From<GetThingOk> for GetThingResponse {
        fn from(response: GetThingOk) -> Self {
            Self::Ok(response)
        }
    }
    impl From<GetThingPartialContent> for GetThingResponse {
        fn from(response: GetThingPartialContent) -> Self {
            Self::PartialContent(response)
        }
    }
    impl From<GetThingNotFound> for GetThingResponse {
        fn from(response: GetThingNotFound) -> Self {
            Self::NotFound(response)
        }
    }
    impl From<GetThingStatus499> for GetThingResponse {
        fn from(response: GetThingStatus499) -> Self {
            Self::Status499(response)
        }
    }
    impl From<GetThingStatus5xx> for GetThingResponse {
        fn from(response: GetThingStatus5xx) -> Self {
            Self::Status5xx(response)
        }
    }
    impl From<GetThingDefault> for GetThingResponse {
        fn from(response: GetThingDefault) -> Self {
            Self::Default(response)
        }
    }
    /// Request of `put-thing`: `PUT /things/{thing_id}`.
    ///
    /// **Deprecated.**
    #[derive(Clone, Debug, PartialEq)]
    pub struct ReplaceThingRequest {
        /// The parameter `thing_id`.
        pub thing_id: String,
        /// The body.
        pub body: ReplaceThingBody,
    }
    /// Body of [`ReplaceThingRequest`]: one of several media types.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingBody {
        /// `application/json`.
        Json(types::ReplaceThingBodyJson),
        /// `text/plain`.
        Text(String),
        /// `application/vnd.thing+json`.
        ApplicationVndThingJson(String),
    }
    /// 204 response of `put-thing`.
    ///
    /// Done
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct ReplaceThingNoContent {}
    /// Every response that the document declares for `put-thing`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingResponse {
        /// 204.
        NoContent(ReplaceThingNoContent),
    }
    impl From<ReplaceThingNoContent> for ReplaceThingResponse {
        fn from(response: ReplaceThingNoContent) -> Self {
            Self::NoContent(response)
        }
    }
    /// Request of `find`: `POST /find`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct FindRequest {
        /// The body.
        pub body: Option<serde_json::Map<String, serde_json::Value>>,
    }
    /// 200 response of `find`.
    ///
    /// Found
    #[derive(Clone, Debug, PartialEq)]
    pub struct FindOk {
        /// Body.
        pub body: Vec<types::FindOkBodyItem>,
    }
    /// Every response that the document declares for `find`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum FindResponse {
        /// 200.
        Ok(FindOk),
    }
    impl From<FindOk> for FindResponse {
        fn from(response: FindOk) -> Self {
            Self::Ok(response)
        }
    }
}
