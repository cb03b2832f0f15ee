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
    /// Everything that progenitor builds.
    ///
    /// `GET /things/{id}/{color}`
    pub fn get_thing(
        &self,
        request: &GetThingRequest,
    ) -> Call<GetThingSuccess, GetThingError> {
        self.call(
            const {
                &Operation::new(
                        "getThing",
                        "GET",
                        "/things/{id}/{color}",
                        &[&[], &[0], &[1, 2]],
                    )
                    .accept(
                        "application/json, text/plain, application/octet-stream, application/problem+json, text/html",
                    )
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[
                                    ("application/json", false),
                                    ("text/plain", false),
                                    ("application/octet-stream", true),
                                ],
                            },
                            Streams {
                                statuses: (201, 201),
                                contents: &[],
                            },
                        ],
                    )
            },
            |client| {
                let id = segment("id", &request.id)?;
                let color = segment("color", &request.color)?;
                let flag = optional(text, "flag", request.flag.as_ref())?;
                let ids = optional(list, "ids", request.ids.as_ref())?;
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
                                    _ => GetThingOkBody::Bytes(response.byte_stream()),
                                },
                            }),
                        ),
                    )
                }
                201 => Ok(Ok(GetThingSuccess::Created)),
                404 => {
                    Ok(
                        Err(
                            GetThingError::NotFound({
                                response.content(&["text/html"])?;
                                response.text()?
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
                                body: response.json_of("application/problem+json")?,
                            }),
                        ),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /search`
    pub fn search(&self, request: &SearchRequest) -> Call<SearchDefault, SearchError> {
        self.call_directly(
            operation!("search", "GET", "/search", & [& [], & [0], & [1, 2]]; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/search")
                    .parameter(
                        const {
                            &ParameterSpec::query("filter")
                                .style(Style::DeepObject, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[("a", Form::TEXT), ("b", Form::INTEGER)],
                                        others: Some(&Form::OPEN),
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.filter.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("pipes")
                                .style(Style::PipeDelimited, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.pipes.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::query("body") },
                        request.body.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::cookie("session") },
                        request.session.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("json").style(Style::Json, false)
                        },
                        request.json.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::query("colour").required() },
                        Some(&request.colour),
                    )?;
                Ok(builder)
            },
            |response| match response.status {
                200..=299 => {
                    Ok(
                        Ok(SearchDefault {
                            status: response.status,
                        }),
                    )
                }
                _ => {
                    Ok(
                        Err(
                            SearchError::Default(SearchDefault {
                                status: response.status,
                            }),
                        ),
                    )
                }
            },
        )
    }
    /// `OPTIONS /search`
    pub fn search_options(
        &self,
        _request: &SearchOptionsRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!("searchOptions", "OPTIONS", "/search", & []; "*/*"),
            |builder| {
                let builder = builder.literal("/search");
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `POST /upload/{x}{y}/z`
    pub fn upload(&self, request: &UploadRequest) -> Call<UploadStatus2xx, UploadError> {
        self.call_directly(
            const {
                &Operation::new("upload", "POST", "/upload/{x}{y}/z", &[&[5]])
                    .accept("text/*, multipart/mixed")
                    .server_group(1)
            },
            |builder| {
                let builder = builder
                    .literal("/upload/")
                    .parameter(
                        const { &ParameterSpec::path("x").style(Style::Matrix, false) },
                        Some(&request.x),
                    )?
                    .parameter(
                        const { &ParameterSpec::path("y").style(Style::Label, false) },
                        Some(&request.y),
                    )?
                    .literal("/z")
                    .whole_path()?;
                let builder = match &request.body {
                    Some(body) => {
                        builder
                            .multipart(
                                "multipart/form-data",
                                multipart::Form::new()
                                    .required_files(
                                        "scans",
                                        "application/octet-stream",
                                        &body.scans,
                                    )
                                    .file("label", "image/png", Some(&body.label))
                                    .file("manual", "application/pdf", body.manual.as_ref())
                                    .required_list(
                                        "sizes",
                                        multipart::Content::TEXT,
                                        &body.sizes,
                                    )
                                    .value(
                                        "note",
                                        multipart::Content::TEXT.typed("text/csv"),
                                        body.note.as_ref(),
                                    )
                                    .value(
                                        "open",
                                        multipart::Content::any_of(Types(100)),
                                        body.open.as_ref(),
                                    )
                                    .list(
                                        "stops",
                                        multipart::Content::JSON,
                                        body.stops.as_ref(),
                                    )
                                    .value("a", multipart::Content::TEXT, Some(&body.a))
                                    .list("tags", multipart::Content::TEXT, body.tags.as_ref())
                                    .value("o", multipart::Content::JSON, body.o.as_ref()),
                            )?
                    }
                    None => builder,
                };
                Ok(builder)
            },
            |response| match response.status {
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
                                    response.parts()?
                                },
                            }),
                        ),
                    )
                }
            },
        )
    }
    /// `PUT /upload/{x}{y}/z`
    pub fn replace(&self, request: &ReplaceRequest) -> Call<types::Small, Infallible> {
        self.call_directly(
            const {
                &Operation::new("replace", "PUT", "/upload/{x}{y}/z", &[&[3]])
                    .accept("application/x-www-form-urlencoded")
                    .server_group(1)
            },
            |builder| {
                let builder = builder
                    .literal("/upload/")
                    .parameter(
                        const { &ParameterSpec::path("x").style(Style::Matrix, false) },
                        Some(&request.x),
                    )?
                    .parameter(
                        const { &ParameterSpec::path("y").style(Style::Label, false) },
                        Some(&request.y),
                    )?
                    .literal("/z")
                    .whole_path()?;
                let body = &request.body;
                let builder = match body {
                    ReplaceBody::Json(body) => builder.json("application/json", body)?,
                    ReplaceBody::Form(body) => {
                        builder
                            .form(
                                "application/x-www-form-urlencoded",
                                const {
                                    &Fields {
                                        declared: &[
                                            ParameterSpec::query("a").required(),
                                            ParameterSpec::query("tags")
                                                .form(Form {
                                                    scalar: Types::NONE,
                                                    items: Some(&Form::TEXT),
                                                    members: None,
                                                }),
                                            ParameterSpec::query("o").style(Style::Json, false),
                                        ],
                                        others: Form::TEXT,
                                    }
                                },
                                body,
                            )?
                    }
                    ReplaceBody::Text(body) => builder.bytes("text/plain", body.clone())?,
                    ReplaceBody::Bytes(body) => {
                        builder.bytes("application/octet-stream", body.clone())?
                    }
                };
                Ok(builder)
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok({
                            response.content(&["application/x-www-form-urlencoded"])?;
                            response.form()?
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// Names that are one in Rust.
    ///
    /// `DELETE /upload/{x}{y}/z`
    #[deprecated]
    pub fn r#type(&self, request: &TypeRequest) -> Call<(), Infallible> {
        self.call_directly(
            const {
                &Operation::new(
                        "type",
                        "DELETE",
                        "/upload/{x}{y}/z",
                        &[&[], &[0], &[1, 2]],
                    )
                    .accept("*/*")
                    .server_group(1)
            },
            |builder| {
                let builder = builder
                    .literal("/upload/")
                    .parameter(
                        const { &ParameterSpec::path("x").style(Style::Matrix, false) },
                        Some(&request.x),
                    )?
                    .parameter(
                        const { &ParameterSpec::path("y").style(Style::Label, false) },
                        Some(&request.y),
                    )?
                    .literal("/z")
                    .whole_path()?
                    .parameter(
                        const { &ParameterSpec::query("teamId") },
                        request.team_id.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::query("team_id") },
                        request.team_id_2.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `PUT /parcels`
    pub fn put_parcels(&self, request: &PutParcelsRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "putParcels", "PUT", "/parcels", & [& [], & [0], & [1, 2]]; "*/*"
            ),
            |builder| {
                let builder = builder.literal("/parcels");
                let builder = match &request.body {
                    Some(body) => {
                        match body {
                            PutParcelsBody::Multipart(body) => {
                                builder.parts("multipart/mixed", body)?
                            }
                            PutParcelsBody::MultipartFormData(body) => {
                                builder
                                    .multipart(
                                        "multipart/form-data",
                                        multipart::Form::new()
                                            .files(
                                                "files",
                                                "application/octet-stream",
                                                body.files.as_ref(),
                                            )
                                            .file(
                                                "File",
                                                "application/octet-stream",
                                                body.file.as_ref(),
                                            )
                                            .others(&body.additional),
                                    )?
                            }
                        }
                    }
                    None => builder,
                };
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /locked?always=a%20b#twice`
    pub fn locked(&self, request: &LockedRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "locked", "GET", "/locked?always=a%20b#twice", & [& [4], & [6]]; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/locked")
                    .fixed("always", "a b")
                    .parameter(
                        const {
                            &ParameterSpec::query("either")
                                .form(Form {
                                    scalar: Types::STRING,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.either.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::header("any").scalar(Types::ALL) },
                        request.any.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /pairs/{a}.{b}/{undeclared}`
    pub fn pairs(&self, request: &PairsRequest) -> Call<PairsSuccess, Infallible> {
        self.call_directly(
            const {
                &Operation::new("pairs", "GET", "/pairs/{a}.{b}/{undeclared}", &[])
                    .accept("*/*")
                    .server_group(2)
            },
            |builder| {
                let builder = builder
                    .literal("/pairs/")
                    .parameter(const { &ParameterSpec::path("a") }, Some(&request.a))?
                    .literal(".")
                    .parameter(const { &ParameterSpec::path("b") }, Some(&request.b))?
                    .literal("/")
                    .parameter(
                        const { &ParameterSpec::path("undeclared") },
                        Some(&request.undeclared),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(
                            PairsSuccess::Ok(PairsOk {
                                headers: PairsOkHeaders {
                                    x_object: response.required_header("x-object")?,
                                    x_exploded: response
                                        .required_header_as("x-exploded", HeaderStyle::Exploded)?,
                                    x_json: response
                                        .required_header_as("x-json", HeaderStyle::Json)?,
                                    x_big: response.required_header("x-big")?,
                                    x_big_2: response.header("x_big"),
                                    x_union: response.header("x-union"),
                                    set_cookie: response
                                        .header_as("set-cookie", HeaderStyle::Lines),
                                },
                            }),
                        ),
                    )
                }
                204 => Ok(Ok(PairsSuccess::NoContent)),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `POST /batch`
    pub fn batch(&self, request: &BatchRequest) -> Call<(), Infallible> {
        self.call(
            operation!("batch", "POST", "/batch", & [& [], & [0], & [1, 2]]; "*/*"),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.batch(&body).await })
            },
            only_empty::<200, _>,
        )
    }
    /// `GET /files/{name}`
    pub fn download(
        &self,
        request: &DownloadRequest,
    ) -> Call<DownloadOk, DownloadError> {
        self.call(
            const {
                &Operation::new("download", "GET", "/files/{name}", &[])
                    .accept(
                        "application/pdf, image/*, application/json, application/octet-stream",
                    )
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[
                                    ("application/pdf", true),
                                    ("image/*", true),
                                    ("application/json", false),
                                ],
                            },
                        ],
                    )
            },
            |client| {
                let name = segment("name", &request.name)?;
                Ok(async move { client.download(&name).await })
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(DownloadOk {
                            headers: DownloadOkHeaders {
                                e_tag: response.header("etag"),
                            },
                            body: match response
                                .content(
                                    &["application/pdf", "image/*", "application/json"],
                                )?
                            {
                                0 => DownloadOkBody::Bytes(response.byte_stream()),
                                1 => DownloadOkBody::Image(response.byte_stream()),
                                _ => DownloadOkBody::Json(response.json()?),
                            },
                        }),
                    )
                }
                404 => {
                    Ok(
                        Err(
                            DownloadError::NotFound({
                                response.content(&["application/octet-stream"])?;
                                response.body.clone()
                            }),
                        ),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `HEAD /files/{name}`
    pub fn probe(&self, request: &ProbeRequest) -> Call<ProbeOk, ProbeError> {
        self.call(
            operation!(
                "probe", "HEAD", "/files/{name}", & [];
                "application/pdf, application/json"
            ),
            |client| {
                let name = segment("name", &request.name)?;
                Ok(async move { client.probe(&name).await })
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(ProbeOk {
                            headers: ProbeOkHeaders {
                                e_tag: response.required_header("etag")?,
                            },
                        }),
                    )
                }
                _ => {
                    Ok(
                        Err(
                            ProbeError::Default(ProbeDefault {
                                status: response.status,
                            }),
                        ),
                    )
                }
            },
        )
    }
    /// `PUT /files/{name}`
    pub fn keep(&self, request: &KeepRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("keep", "PUT", "/files/{name}", & []),
            |builder| {
                let builder = builder
                    .literal("/files/")
                    .parameter(
                        const { &ParameterSpec::path("name") },
                        Some(&request.name),
                    )?
                    .whole_path()?;
                let builder = match &request.body {
                    Some(body) => builder.json("application/json", body)?,
                    None => builder,
                };
                Ok(builder)
            },
            only_empty::<205, _>,
        )
    }
    /// `POST /chat`
    pub fn chat(&self, request: &ChatRequest) -> Call<ChatOkBody, Infallible> {
        self.call(
            const {
                &Operation::new("chat", "POST", "/chat", &[])
                    .accept("application/json, text/event-stream")
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[
                                    ("application/json", false),
                                    ("text/event-stream", true),
                                ],
                            },
                        ],
                    )
            },
            |client| {
                let body = request.body.clone();
                Ok(async move { client.chat(&body).await })
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(
                            match response
                                .content(&["application/json", "text/event-stream"])?
                            {
                                0 => ChatOkBody::Json(response.json()?),
                                _ => ChatOkBody::EventStream(response.events()),
                            },
                        ),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /chat`
    pub fn listen(
        &self,
        _request: &ListenRequest,
    ) -> Call<runtime::EventStream<String>, Infallible> {
        self.call(
            const {
                &Operation::new("listen", "GET", "/chat", &[])
                    .accept("text/event-stream")
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[("text/event-stream", true)],
                            },
                        ],
                    )
            },
            |client| { Ok(async move { client.listen().await }) },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok({
                            response.content(&["text/event-stream"])?;
                            response.text_events()
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /log`
    pub fn read_log(
        &self,
        _request: &ReadLogRequest,
    ) -> Call<runtime::JsonLines<types::Small>, ReadLogError> {
        self.call(
            const {
                &Operation::new("readLog", "GET", "/log", &[])
                    .accept("application/x-ndjson, application/jsonl")
                    .streams(
                        &[
                            Streams {
                                statuses: (200, 200),
                                contents: &[("application/x-ndjson", true)],
                            },
                        ],
                    )
            },
            |client| { Ok(async move { client.read_log().await }) },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok({
                            response.content(&["application/x-ndjson"])?;
                            response.json_lines()
                        }),
                    )
                }
                400..=499 => {
                    Ok(
                        Err(
                            ReadLogError::Status4xx(ReadLogStatus4xx {
                                status: response.status,
                                body: {
                                    response.content(&["application/jsonl"])?;
                                    response.collected_json_lines()?
                                },
                            }),
                        ),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `POST /log`
    pub fn write_log(
        &self,
        request: &WriteLogRequest,
    ) -> Call<WriteLogDefault, WriteLogError> {
        self.call_directly(
            operation!("writeLog", "POST", "/log", & []),
            |builder| {
                let builder = builder.literal("/log");
                let builder = match &request.body {
                    Some(body) => {
                        match body {
                            WriteLogBody::JsonLines(body) => {
                                builder.json_lines("application/x-ndjson", body)?
                            }
                            WriteLogBody::ApplicationJsonSeq(body) => {
                                builder.json_lines("application/json-seq", body)?
                            }
                            WriteLogBody::Bytes(body) => {
                                builder.bytes("application/xml", body.clone())?
                            }
                        }
                    }
                    None => builder,
                };
                Ok(builder)
            },
            |response| match response.status {
                200..=299 => {
                    Ok(
                        Ok(WriteLogDefault {
                            status: response.status,
                            body: response.json_of(JSON)?,
                        }),
                    )
                }
                _ => {
                    Ok(
                        Err(
                            WriteLogError::Default(WriteLogDefault {
                                status: response.status,
                                body: response.json_of(JSON)?,
                            }),
                        ),
                    )
                }
            },
        )
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingRequest {
    pub id: i64,
    pub color: types::Color,
    pub ids: Option<Vec<i64>>,
    pub must: Vec<String>,
    pub flag: Option<bool>,
    pub x_trace: Vec<String>,
    pub x_opt: Option<unplug_wire::json::Number>,
}
/// Answer of `getThing` with 200.
///
/// One of several media types.
#[derive(Debug)]
pub struct GetThingOk {
    pub headers: GetThingOkHeaders,
    pub body: GetThingOkBody,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingOkHeaders {
    pub x_count: i64,
    pub x_list: Option<Vec<String>>,
    pub x_color: Option<types::Color>,
}
/// Body of a Ok response: one of several media types.
#[derive(Debug)]
pub enum GetThingOkBody {
    /// `application/json`.
    Json(types::Thing),
    /// `text/plain`.
    Text(String),
    /// `application/octet-stream`.
    Bytes(runtime::ByteStream),
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingStatus3xx {
    pub status: u16,
}
/// Answer of `getThing` with 4xx.
///
/// A range.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThingStatus4xx {
    pub status: u16,
    pub body: serde_json::Map<String, serde_json::Value>,
}
#[derive(Debug)]
pub enum GetThingSuccess {
    Ok(GetThingOk),
    Created,
}
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingError {
    Status3xx(GetThingStatus3xx),
    Status4xx(GetThingStatus4xx),
    NotFound(String),
}
#[derive(Clone, Debug, PartialEq)]
pub struct SearchRequest {
    pub filter: Option<types::SearchFilter>,
    pub pipes: Option<Vec<String>>,
    pub body: Option<String>,
    pub session: Option<String>,
    pub json: Option<serde_json::Map<String, serde_json::Value>>,
    pub colour: types::Color,
}
#[derive(Clone, Debug, PartialEq)]
pub struct SearchDefault {
    pub status: u16,
}
#[derive(Clone, Debug, PartialEq)]
pub enum SearchError {
    Default(SearchDefault),
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchOptionsRequest {}
#[derive(Clone, Debug, PartialEq)]
pub struct UploadRequest {
    pub x: String,
    pub y: String,
    pub body: Option<UploadMultipart>,
}
/// `multipart/form-data` body of [`UploadRequest`].
#[derive(Clone, Debug, PartialEq)]
pub struct UploadMultipart {
    pub scans: Vec<unplug_wire::multipart::File>,
    pub label: unplug_wire::multipart::File,
    pub manual: Option<unplug_wire::multipart::File>,
    pub sizes: Vec<unplug_wire::json::Number>,
    pub note: Option<String>,
    pub open: Option<types::ParcelOpen>,
    pub stops: Option<Vec<types::Thing>>,
    pub a: String,
    pub tags: Option<Vec<String>>,
    pub o: Option<types::ThingO>,
}
/// Answer of `upload` with 2xx.
///
/// A range of successes.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadStatus2xx {
    pub status: u16,
    pub body: String,
}
#[derive(Clone, Debug, PartialEq)]
pub struct UploadDefault {
    pub status: u16,
    pub body: Vec<unplug_wire::multipart::Part>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum UploadError {
    Default(UploadDefault),
}
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceRequest {
    pub x: String,
    pub y: String,
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
#[derive(Clone, Debug, PartialEq)]
pub struct TypeRequest {
    pub x: String,
    pub y: String,
    pub team_id: Option<String>,
    pub team_id_2: Option<String>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutParcelsRequest {
    pub body: Option<PutParcelsBody>,
}
/// Body of [`PutParcelsRequest`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum PutParcelsBody {
    /// `multipart/mixed`.
    Multipart(Vec<unplug_wire::multipart::Part>),
    /// `multipart/form-data`.
    MultipartFormData(PutParcelsMultipartFormData),
}
/// `multipart/form-data` body of [`PutParcelsRequest`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutParcelsMultipartFormData {
    pub files: Option<Vec<unplug_wire::multipart::File>>,
    pub file: Option<unplug_wire::multipart::File>,
    /// Parts that the document does not name.
    pub additional: Vec<unplug_wire::multipart::Part>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LockedRequest {
    pub either: Option<types::LockedEither>,
    pub any: Option<serde_json::Value>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PairsRequest {
    pub a: String,
    pub b: String,
    pub undeclared: String,
}
/// Answer of `pairs` with 200.
///
/// Headers of every kind.
#[derive(Clone, Debug, PartialEq)]
pub struct PairsOk {
    pub headers: PairsOkHeaders,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PairsOkHeaders {
    pub x_object: types::SearchFilter,
    pub x_exploded: std::collections::BTreeMap<String, i64>,
    pub x_json: Vec<String>,
    pub x_big: u64,
    pub x_big_2: Option<bool>,
    pub x_union: Option<types::PairsOkXUnion>,
    pub set_cookie: Option<Vec<String>>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum PairsSuccess {
    Ok(PairsOk),
    NoContent,
}
#[derive(Clone, Debug, PartialEq)]
pub struct BatchRequest {
    pub body: Vec<types::Thing>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct DownloadRequest {
    pub name: String,
}
/// Answer of `download` with 200.
///
/// The file.
#[derive(Debug)]
pub struct DownloadOk {
    pub headers: DownloadOkHeaders,
    pub body: DownloadOkBody,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DownloadOkHeaders {
    pub e_tag: Option<String>,
}
/// Body of a Ok response: one of several media types.
#[derive(Debug)]
pub enum DownloadOkBody {
    /// `application/pdf`.
    Bytes(runtime::ByteStream),
    /// `image/*`.
    Image(runtime::ByteStream),
    /// `application/json`.
    Json(types::Thing),
}
#[derive(Clone, Debug, PartialEq)]
pub enum DownloadError {
    NotFound(bytes::Bytes),
}
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeRequest {
    pub name: String,
}
/// Answer of `probe` with 200.
///
/// HTTP has no body here, whatever a document declares.
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeOk {
    pub headers: ProbeOkHeaders,
}
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeOkHeaders {
    pub e_tag: String,
}
/// Answer of `probe` with any status that is not declared.
///
/// Nor here.
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeDefault {
    pub status: u16,
}
#[derive(Clone, Debug, PartialEq)]
pub enum ProbeError {
    Default(ProbeDefault),
}
#[derive(Clone, Debug, PartialEq)]
pub struct KeepRequest {
    pub name: String,
    pub body: Option<types::Thing>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct ChatRequest {
    pub body: types::Small,
}
/// Body of a Ok response: one of several media types.
#[derive(Debug)]
pub enum ChatOkBody {
    /// `application/json`.
    Json(types::Thing),
    /// `text/event-stream`.
    EventStream(runtime::EventStream<types::Small>),
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListenRequest {}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadLogRequest {}
#[derive(Clone, Debug, PartialEq)]
pub struct ReadLogStatus4xx {
    pub status: u16,
    pub body: Vec<types::Small>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum ReadLogError {
    Status4xx(ReadLogStatus4xx),
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WriteLogRequest {
    pub body: Option<WriteLogBody>,
}
/// Body of [`WriteLogRequest`]: one of several media types.
#[derive(Clone, Debug, PartialEq)]
pub enum WriteLogBody {
    /// `application/x-ndjson`.
    JsonLines(Vec<types::Small>),
    /// `application/json-seq`.
    ApplicationJsonSeq(Vec<serde_json::Value>),
    /// `application/xml`.
    Bytes(bytes::Bytes),
}
/// Answer of `writeLog` with any status that is not declared.
///
/// Everything, success and failure.
#[derive(Clone, Debug, PartialEq)]
pub struct WriteLogDefault {
    pub status: u16,
    pub body: types::Small,
}
#[derive(Clone, Debug, PartialEq)]
pub enum WriteLogError {
    Default(WriteLogDefault),
}
