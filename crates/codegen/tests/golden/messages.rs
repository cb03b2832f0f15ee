pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum GetThingOrder {
        Up,
        Down,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(GetThingOrder, Up = "up", Down = "down");
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct GetThingOkBody {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub name: Option<String>,
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Failure {
        pub error: FailureError,
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct FailureError {
        pub code: FailureErrorCode,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum FailureErrorCode {
        Gone,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(FailureErrorCode, Gone = "gone");
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct FindOkBodyItem {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub body: Option<String>,
    }
    unplug_wire::value::type_schemas!(
        GetThingOrder, GetThingOkBody, Failure, FailureError, FailureErrorCode,
        FindOkBodyItem
    );
}
pub mod client {
    #[allow(unused_imports, reason = "not every document has types")]
    use super::types;
    #[allow(unused_imports, reason = "not every document has use for it")]
    use crate::runtime;
    #[allow(unused_imports, reason = "not every document has use for it")]
    use unplug_wire::value;
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingRequest {
        pub thing_id: String,
        pub order: Option<types::GetThingOrder>,
        pub x_trace: Option<String>,
        pub body: Option<i64>,
    }
    /// Answer of `getThing` with 200.
    ///
    /// The thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOk {
        pub headers: GetThingOkHeaders,
        pub body: types::GetThingOkBody,
    }
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOkHeaders {
        pub rate_limit_limit: Option<i64>,
        pub e_tag: String,
    }
    /// Answer of `getThing` with 5xx.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingStatus5xx {
        pub status: u16,
        pub body: types::Failure,
    }
    /// Answer of `getThing` with any status that is not declared.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingDefault {
        pub status: u16,
        pub body: types::Failure,
    }
    #[derive(Debug)]
    pub enum GetThingSuccess {
        Ok(GetThingOk),
        PartialContent(runtime::ByteStream),
    }
    #[derive(Clone, Debug, PartialEq)]
    pub enum GetThingError {
        NotFound(types::Failure),
        Status499,
        Status5xx(GetThingStatus5xx),
        Default(GetThingDefault),
    }
    #[derive(Clone, Debug, PartialEq)]
    pub struct ReplaceThingRequest {
        pub thing_id: String,
        pub body: ReplaceThingBody,
    }
    /// Body of [`ReplaceThingRequest`]: one of several media types.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingBody {
        /// `application/json`.
        Json(types::GetThingOkBody),
        /// `text/plain`.
        Text(String),
        /// `application/vnd.thing+json`.
        ApplicationVndThingJson(String),
    }
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct FindRequest {
        pub body: Option<serde_json::Map<String, serde_json::Value>>,
    }
}
pub mod server {
    #[allow(unused_imports, reason = "not every document has types")]
    use super::types;
    #[allow(unused_imports, reason = "not every document has use for it")]
    use crate::runtime;
    #[allow(unused_imports, reason = "not every document has use for it")]
    use unplug_wire::value;
    /// Get a thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingRequest {
        pub thing_id: String,
        pub order: Option<types::GetThingOrder>,
        pub x_trace: Option<String>,
        pub body: Option<i64>,
    }
    /// Answer of `getThing` with 200.
    ///
    /// The thing
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOk {
        pub headers: GetThingOkHeaders,
        pub body: types::GetThingOkBody,
    }
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingOkHeaders {
        pub rate_limit_limit: Option<i64>,
        pub e_tag: String,
    }
    /// Answer of `getThing` with 5xx.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingStatus5xx {
        pub status: runtime::RangeStatus<5>,
        pub body: types::Failure,
    }
    /// Answer of `getThing` with any status that is not declared.
    ///
    /// It failed
    #[derive(Clone, Debug, PartialEq)]
    pub struct GetThingDefault {
        pub status: runtime::DefaultStatus<GetThingResponse>,
        pub body: types::Failure,
    }
    #[derive(Debug)]
    pub enum GetThingResponse {
        Ok(GetThingOk),
        PartialContent(runtime::ByteStream),
        NotFound(types::Failure),
        Status499,
        Status5xx(GetThingStatus5xx),
        Default(GetThingDefault),
    }
    value::from_variants!(
        GetThingResponse, Ok : GetThingOk, Status5xx : GetThingStatus5xx, Default :
        GetThingDefault
    );
    ///
    /// **Deprecated.**
    #[derive(Clone, Debug, PartialEq)]
    pub struct ReplaceThingRequest {
        pub thing_id: String,
        pub body: ReplaceThingBody,
    }
    /// Body of [`ReplaceThingRequest`]: one of several media types.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingBody {
        /// `application/json`.
        Json(types::GetThingOkBody),
        /// `text/plain`.
        Text(String),
        /// `application/vnd.thing+json`.
        ApplicationVndThingJson(String),
    }
    #[derive(Clone, Debug, PartialEq)]
    pub enum ReplaceThingResponse {
        NoContent,
    }
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct FindRequest {
        pub body: Option<serde_json::Map<String, serde_json::Value>>,
    }
    #[derive(Clone, Debug, PartialEq)]
    pub enum FindResponse {
        Ok(Vec<types::FindOkBodyItem>),
    }
}
