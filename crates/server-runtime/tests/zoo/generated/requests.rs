// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! How each request is read: decoded, and validated against its schemas.
#![allow(
    unused_imports,
    clippy::excessive_precision,
    clippy::too_many_lines,
    clippy::unreadable_literal,
    reason = "written from a document: not every operation needs everything, and numbers are as published"
)]
use super::operations::*;
use super::tables::{self, *};
use super::types;
use unplug_server_runtime::parameter::Parameter;
use unplug_server_runtime::request::{BodyTable, Decoder, ReadRequest, SentBody};
use unplug_server_runtime::schema::{Check, Literal, Schema};
use unplug_wire::json::{Number, Types};
use unplug_wire::parameter::{Form, Members, ParameterSpec, Style};
unplug_server_runtime::read_request!(
    GetAnimalRequest -> GetAnimalResponse; id = required(const { &
    Parameter::new(ParameterSpec::path("id").scalar(Types::INTEGER)).schema(ID_SCHEMA)
    }), fields = optional(const { & Parameter::new(ParameterSpec::query("fields")
    .form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None }))
    .schema(FIELDS_SCHEMA) }), tags = optional(const { &
    Parameter::new(ParameterSpec::query("tags").style(Style::Form, false).form(Form {
    scalar : Types::NONE, items : Some(& Form::INTEGER), members : None }))
    .schema(TAGS_SCHEMA) }), page = optional(const { &
    Parameter::new(ParameterSpec::query("page").style(Style::DeepObject, true).form(Form
    { scalar : Types::NONE, items : None, members : Some(Members { declared : & [("size",
    Form::INTEGER), ("after", Form::TEXT)], others : None, foreign : & [] }) })).schema(&
    PAGE_SCHEMA) }), near = optional(const { &
    Parameter::new(ParameterSpec::query("near").form(Form { scalar : Types::NONE, items :
    None, members : Some(Members { declared : & [("lat", Form::NUMBER), ("lon",
    Form::NUMBER)], others : None, foreign : & [] }) })).schema(NEAR_SCHEMA) }), filter =
    optional(const { & Parameter::new(ParameterSpec::query("filter").style(Style::Json,
    false)).schema(FILTER_SCHEMA) }), x_depth = optional(const { &
    Parameter::new(ParameterSpec::header("x-depth").scalar(Types::INTEGER)).schema(&
    Schema::INTEGER) }), x_list = optional(const { &
    Parameter::new(ParameterSpec::header("x-list").form(Form { scalar : Types::NONE,
    items : Some(& Form::TEXT), members : None })).schema(X_LIST_SCHEMA) }), theme =
    optional(const { & Parameter::new(ParameterSpec::cookie("theme"))
    .schema(THEME_SCHEMA) }), loud = optional(const { &
    Parameter::new(ParameterSpec::query("loud").scalar(Types::BOOLEAN)).schema(&
    Schema::BOOLEAN) })
);
impl ReadRequest for PutAnimalRequest {
    type Response = PutAnimalResponse;
    const BODY: Option<&'static BodyTable> = Some(&PUT_ANIMAL_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let id = decoder
            .required(const {
                &Parameter::new(ParameterSpec::path("id")).schema(ID_SCHEMA_2)
            });
        let body = match decoder.body(&tables::PUT_ANIMAL_BODY) {
            SentBody::Absent => None,
            SentBody::Content(0, sent) => {
                decoder
                    .json::<types::Animal>(&sent, &tables::PUT_ANIMAL_BODY_SCHEMA)
                    .map(PutAnimalBody::Json)
            }
            SentBody::Content(1, sent) => {
                decoder
                    .form::<
                        types::PutAnimalBodyForm,
                    >(
                        &sent,
                        &tables::PUT_ANIMAL_BODY_FIELDS,
                        &tables::PUT_ANIMAL_BODY_SCHEMA_2,
                    )
                    .map(PutAnimalBody::Form)
            }
            SentBody::Content(2, sent) => {
                decoder
                    .text::<String>(&sent, &tables::PUT_ANIMAL_BODY_SCHEMA_3)
                    .map(PutAnimalBody::Text)
            }
            SentBody::Content(_, sent) => Some(PutAnimalBody::Bytes(sent)),
        };
        Some(Self { id: id?, body: body? })
    }
}
unplug_server_runtime::read_request!(
    GetReportRequest -> GetReportResponse; name = required(const { &
    Parameter::new(ParameterSpec::path("name")) }), extension = required(const { &
    Parameter::new(ParameterSpec::path("extension")).schema(EXTENSION_SCHEMA) })
);
unplug_server_runtime::read_request!(
    WalkMazeRequest -> WalkMazeResponse; label = required(const { &
    Parameter::new(ParameterSpec::path("label").style(Style::Label, false)) }), matrix =
    required(const { & Parameter::new(ParameterSpec::path("matrix").style(Style::Matrix,
    true).form(Form { scalar : Types::NONE, items : Some(& Form::INTEGER), members : None
    })).schema(MATRIX_SCHEMA) }), list = required(const { &
    Parameter::new(ParameterSpec::path("list").form(Form { scalar : Types::NONE, items :
    None, members : Some(Members { declared : & [("x", Form::INTEGER), ("y",
    Form::INTEGER)], others : Some(& Form::OPEN), foreign : & [] }) }))
    .schema(LIST_SCHEMA) })
);
unplug_server_runtime::read_request!(
    CheckRequest -> CheckResponse, CHECK_BODY; body = optional_json_body(& CHECK_BODY, &
    CHECK_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(DeleteChecksRequest -> DeleteChecksResponse;);
impl ReadRequest for UploadRequest {
    type Response = UploadResponse;
    const BODY: Option<&'static BodyTable> = Some(&UPLOAD_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let body = match decoder.body(&tables::UPLOAD_BODY) {
            SentBody::Absent => Some(None),
            SentBody::Content(_, sent) => {
                decoder
                    .multipart(
                        &sent,
                        &tables::UPLOAD_BODY_PARTS,
                        &tables::UPLOAD_BODY_SCHEMA,
                        |members| {
                            Some(UploadMultipart {
                                animal: members.value("animal")?,
                                photo: members.file("photo")?,
                                more: members.optional_files("more")?,
                                sketch: members.optional_file("sketch")?,
                                caption: members.optional_value("caption")?,
                                notes: members.optional_value("notes")?,
                                legs: members.optional_value("legs")?,
                                tags: members.value("tags")?,
                                relatives: members.optional_value("relatives")?,
                                either: members.optional_file("either")?,
                            })
                        },
                    )
                    .map(Some)
            }
        };
        Some(Self { body: body? })
    }
}
impl ReadRequest for ReplaceUploadsRequest {
    type Response = ReplaceUploadsResponse;
    const BODY: Option<&'static BodyTable> = Some(&REPLACE_UPLOADS_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let body = match decoder.body(&tables::REPLACE_UPLOADS_BODY) {
            SentBody::Absent => None,
            SentBody::Content(0, sent) => {
                decoder.parts(&sent).map(ReplaceUploadsBody::Multipart)
            }
            SentBody::Content(1, sent) => {
                decoder
                    .json::<types::Upload>(&sent, &tables::REPLACE_UPLOADS_BODY_SCHEMA_2)
                    .map(ReplaceUploadsBody::Json)
            }
            SentBody::Content(_, sent) => {
                decoder
                    .multipart(
                        &sent,
                        &tables::REPLACE_UPLOADS_BODY_PARTS,
                        &tables::REPLACE_UPLOADS_BODY_SCHEMA_3,
                        |members| {
                            Some(ReplaceUploadsMultipartFormData {
                                kind: members.value("kind")?,
                                r#type: members.optional_value("type")?,
                                type_2: members.optional_value("Type")?,
                                additional: members.optional_file("additional")?,
                                additional_2: members.others(),
                            })
                        },
                    )
                    .map(ReplaceUploadsBody::MultipartFormData)
            }
        };
        Some(Self { body: body? })
    }
}
unplug_server_runtime::read_request!(
    OpenVaultRequest -> OpenVaultResponse; shelf = required(const { &
    Parameter::new(ParameterSpec::path("shelf").scalar(Types::INTEGER)).schema(&
    Schema::INTEGER) })
);
unplug_server_runtime::read_request!(
    OpenDrawerRequest -> OpenDrawerResponse; drawer = required(const { &
    Parameter::new(ParameterSpec::path("drawer")).schema(DRAWER_SCHEMA) })
);
unplug_server_runtime::read_request!(
    GetTokenRequest -> GetTokenResponse, GET_TOKEN_BODY; body = json_body(&
    GET_TOKEN_BODY, & GET_TOKEN_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    RefreshTokenRequest -> RefreshTokenResponse, REFRESH_TOKEN_BODY; body = json_body(&
    REFRESH_TOKEN_BODY, & REFRESH_TOKEN_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    TokenByCodeRequest -> TokenByCodeResponse, TOKEN_BY_CODE_BODY; body = json_body(&
    TOKEN_BY_CODE_BODY, & TOKEN_BY_CODE_BODY_SCHEMA)
);
unplug_server_runtime::read_request!(
    StylesRequest -> StylesResponse; id = required(const { &
    Parameter::new(ParameterSpec::path("id")) }), deep = optional(const { &
    Parameter::new(ParameterSpec::query("deep").style(Style::DeepObject, false).form(Form
    { scalar : Types::NONE, items : None, members : Some(Members { declared : & [("at",
    Form { scalar : Types::NONE, items : None, members : Some(Members { declared : &
    [("from", Form::INTEGER)], others : Some(& Form::OPEN), foreign : & [] }) }),
    ("names", Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None }),
    ("any", Form::OPEN)], others : Some(& Form::OPEN), foreign : & [] }) }))
    .schema(DEEP_SCHEMA) }), either = optional(const { &
    Parameter::new(ParameterSpec::query("either").form(Form { scalar : Types::INTEGER,
    items : Some(& Form::INTEGER), members : None })).schema(EITHER_SCHEMA) }), mixed =
    optional(const { & Parameter::new(ParameterSpec::query("mixed").scalar(Types(96)))
    .schema(MIXED_SCHEMA) }), empty = optional(const { &
    Parameter::new(ParameterSpec::query("empty").scalar(Types(3))).schema(&
    Schema::BOOLEAN) }), open = optional(const { &
    Parameter::new(ParameterSpec::query("open").form(Form { scalar : Types::NONE, items :
    None, members : Some(Members { declared : & [], others : Some(& Form::INTEGER),
    foreign : & ["deep", "deep[", "either", "mixed", "empty", "list[]"] }) }))
    .schema(OPEN_SCHEMA) }), list = optional(const { &
    Parameter::new(ParameterSpec::query("list[]").form(Form { scalar : Types::NONE, items
    : Some(& Form::TEXT), members : None })).schema(LIST_SCHEMA_2) }), crumbs =
    optional(const { & Parameter::new(ParameterSpec::cookie("crumbs").form(Form { scalar
    : Types::NONE, items : None, members : Some(Members { declared : & [("a",
    Form::INTEGER)], others : None, foreign : & [] }) })).schema(CRUMBS_SCHEMA) }),
    x_json = optional(const { & Parameter::new(ParameterSpec::header("x-json")
    .style(Style::Json, false)).schema(X_JSON_SCHEMA) }), x_things = optional(const { &
    Parameter::new(ParameterSpec::header("x-things").form(Form { scalar : Types::NONE,
    items : Some(& Form { scalar : Types::OBJECT, items : None, members : None }),
    members : None })).schema(X_THINGS_SCHEMA) }), undeclared = required(const { &
    Parameter::new(ParameterSpec::path("undeclared")) })
);
unplug_server_runtime::read_request!(
    GetFilmRequest -> GetFilmResponse; name = required(const { &
    Parameter::new(ParameterSpec::path("name")) })
);
unplug_server_runtime::read_request!(
    ProbeFilmRequest -> ProbeFilmResponse; name = required(const { &
    Parameter::new(ParameterSpec::path("name")) })
);
unplug_server_runtime::read_request!(
    GetNewsRequest -> GetNewsResponse; broken = optional(const { &
    Parameter::new(ParameterSpec::query("broken").scalar(Types::BOOLEAN)).schema(&
    Schema::BOOLEAN) })
);
impl ReadRequest for PostNewsRequest {
    type Response = PostNewsResponse;
    const BODY: Option<&'static BodyTable> = Some(&POST_NEWS_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let body = match decoder.body(&tables::POST_NEWS_BODY) {
            SentBody::Absent => None,
            SentBody::Content(0, sent) => {
                decoder
                    .json_lines(&sent, &tables::POST_NEWS_BODY_SCHEMA)
                    .map(PostNewsBody::JsonLines)
            }
            SentBody::Content(1, sent) => {
                decoder
                    .json_lines_as_array(&sent, &tables::POST_NEWS_BODY_SCHEMA_2)
                    .map(PostNewsBody::ApplicationJsonSeq)
            }
            SentBody::Content(2, sent) => Some(PostNewsBody::Bytes(sent)),
            SentBody::Content(_, sent) => {
                decoder
                    .text::<String>(&sent, &tables::POST_NEWS_BODY_SCHEMA_4)
                    .map(PostNewsBody::Text)
            }
        };
        Some(Self { body: body? })
    }
}
