// Generated from second_client.yaml by the test golden.rs. Do not edit.

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
    PathSimpleRequest -> PathSimpleResponse; text = required(const { &
    Parameter::new(ParameterSpec::path("text")) }), list = required(const { &
    Parameter::new(ParameterSpec::path("list").form(Form { scalar : Types::NONE, items :
    Some(& Form::TEXT), members : None })).schema(& COLORS_SCHEMA) }), object =
    required(const { & Parameter::new(ParameterSpec::path("object").form(Form { scalar :
    Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    PathSimpleExplodeRequest -> PathSimpleExplodeResponse; text = required(const { &
    Parameter::new(ParameterSpec::path("text").style(Style::Simple, true)) }), list =
    required(const { & Parameter::new(ParameterSpec::path("list").style(Style::Simple,
    true).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = required(const { &
    Parameter::new(ParameterSpec::path("object").style(Style::Simple, true).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & ["text", "list"] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    PathLabelRequest -> PathLabelResponse; text = required(const { &
    Parameter::new(ParameterSpec::path("text").style(Style::Label, false)) }), list =
    required(const { & Parameter::new(ParameterSpec::path("list").style(Style::Label,
    false).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = required(const { &
    Parameter::new(ParameterSpec::path("object").style(Style::Label, false).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    PathLabelExplodeRequest -> PathLabelExplodeResponse; text = required(const { &
    Parameter::new(ParameterSpec::path("text").style(Style::Label, true)) }), list =
    required(const { & Parameter::new(ParameterSpec::path("list").style(Style::Label,
    true).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = required(const { &
    Parameter::new(ParameterSpec::path("object").style(Style::Label, true).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & ["text", "list"] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    PathMatrixRequest -> PathMatrixResponse; text = required(const { &
    Parameter::new(ParameterSpec::path("text").style(Style::Matrix, false)) }), list =
    required(const { & Parameter::new(ParameterSpec::path("list").style(Style::Matrix,
    false).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = required(const { &
    Parameter::new(ParameterSpec::path("object").style(Style::Matrix, false).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    PathMatrixExplodeRequest -> PathMatrixExplodeResponse; text = required(const { &
    Parameter::new(ParameterSpec::path("text").style(Style::Matrix, true)) }), list =
    required(const { & Parameter::new(ParameterSpec::path("list").style(Style::Matrix,
    true).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = required(const { &
    Parameter::new(ParameterSpec::path("object").style(Style::Matrix, true).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & ["text", "list"] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    QueryFormRequest -> QueryFormResponse; text = optional(const { &
    Parameter::new(ParameterSpec::query("text").style(Style::Form, false)) }), list =
    optional(const { & Parameter::new(ParameterSpec::query("list").style(Style::Form,
    false).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = optional(const { &
    Parameter::new(ParameterSpec::query("object").style(Style::Form, false).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    QueryFormExplodeRequest -> QueryFormExplodeResponse; text = optional(const { &
    Parameter::new(ParameterSpec::query("text")) }), list = optional(const { &
    Parameter::new(ParameterSpec::query("list").form(Form { scalar : Types::NONE, items :
    Some(& Form::TEXT), members : None })).schema(& COLORS_SCHEMA) }), object =
    optional(const { & Parameter::new(ParameterSpec::query("object").form(Form { scalar :
    Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : None, foreign :
    & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    QueryDelimitedRequest -> QueryDelimitedResponse; spaces = optional(const { &
    Parameter::new(ParameterSpec::query("spaces").style(Style::SpaceDelimited, false)
    .form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None }))
    .schema(& COLORS_SCHEMA) }), spaced = optional(const { &
    Parameter::new(ParameterSpec::query("spaced").style(Style::SpaceDelimited, false)
    .form(Form { scalar : Types::NONE, items : None, members : Some(Members { declared :
    & [("R", Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) }), pipes = optional(const {
    & Parameter::new(ParameterSpec::query("pipes").style(Style::PipeDelimited, false)
    .form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None }))
    .schema(& COLORS_SCHEMA) }), piped = optional(const { &
    Parameter::new(ParameterSpec::query("piped").style(Style::PipeDelimited, false)
    .form(Form { scalar : Types::NONE, items : None, members : Some(Members { declared :
    & [("R", Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    QueryDeepObjectRequest -> QueryDeepObjectResponse; object = optional(const { &
    Parameter::new(ParameterSpec::query("object").style(Style::DeepObject, true)
    .form(Form { scalar : Types::NONE, items : None, members : Some(Members { declared :
    & [("R", Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) }), filter = optional(const {
    & Parameter::new(ParameterSpec::query("filter").style(Style::DeepObject, true)
    .form(Form { scalar : Types::NONE, items : None, members : Some(Members { declared :
    & [("size", Form { scalar : Types::NONE, items : None, members : Some(Members {
    declared : & [("gte", Form::INTEGER), ("lt", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) }), ("tags", Form { scalar : Types::NONE, items :
    Some(& Form::TEXT), members : None })], others : Some(& Form::OPEN), foreign : & []
    }) })).schema(FILTER_SCHEMA) })
);
unplug_server_runtime::read_request!(
    WholeQueryRequest -> WholeQueryResponse; whole = optional(const { &
    Parameter::new(ParameterSpec::query("whole").style(Style::QueryString, false)
    .form(Form { scalar : Types::NONE, items : None, members : Some(Members { declared :
    & [("text", Form::TEXT), ("list", Form { scalar : Types::NONE, items : Some(&
    Form::TEXT), members : None }), ("object", Form { scalar : Types::OBJECT, items :
    None, members : None })], others : None, foreign : & [] }) })).schema(WHOLE_SCHEMA)
    })
);
unplug_server_runtime::read_request!(
    EncodedQueryRequest -> EncodedQueryResponse; whole = optional(const { &
    Parameter::new(ParameterSpec::query("whole").style(Style::QueryString, false)
    .fields(const { & unplug_wire::parameter::Fields { declared : &
    [ParameterSpec::query("text"), ParameterSpec::query("list").style(Style::Form, false)
    .form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None }),
    ParameterSpec::query("pipes").style(Style::PipeDelimited, false).form(Form { scalar :
    Types::NONE, items : Some(& Form::INTEGER), members : None }),
    ParameterSpec::query("deep").style(Style::DeepObject, true).form(Form { scalar :
    Types::NONE, items : None, members : Some(Members { declared : & [("width",
    Form::INTEGER), ("height", Form::INTEGER)], others : Some(& Form::OPEN), foreign : &
    [] }) }), ParameterSpec::query("object").style(Style::Json, false),
    ParameterSpec::query("json").style(Style::Json, false)], others : Form::TEXT } })
    .form(Form { scalar : Types::NONE, items : None, members : Some(Members { declared :
    & [("text", Form::TEXT), ("list", Form { scalar : Types::NONE, items : Some(&
    Form::TEXT), members : None }), ("pipes", Form { scalar : Types::NONE, items : Some(&
    Form::INTEGER), members : None }), ("deep", Form { scalar : Types::OBJECT, items :
    None, members : None }), ("object", Form { scalar : Types::OBJECT, items : None,
    members : None }), ("json", Form::OPEN)], others : None, foreign : & [] }) }))
    .schema(WHOLE_SCHEMA_2) })
);
unplug_server_runtime::read_request!(
    FilteredRequest -> FilteredResponse; spread = optional(const { &
    Parameter::new(ParameterSpec::query("spread").form(Form { scalar : Types::NONE, items
    : None, members : Some(Members { declared : & [("status", Form::TEXT), ("level",
    Form::INTEGER), ("mixed", Form { scalar : Types(114), items : None, members : None
    }), ("kinds", Form { scalar : Types::ARRAY, items : None, members : None })], others
    : None, foreign : & [] }) })).schema(& FILTER_SCHEMA_2) }), deep = optional(const { &
    Parameter::new(ParameterSpec::query("deep").style(Style::DeepObject, true).form(Form
    { scalar : Types::NONE, items : None, members : Some(Members { declared : &
    [("status", Form::TEXT), ("level", Form::INTEGER), ("mixed", Form { scalar :
    Types(114), items : None, members : None }), ("kinds", Form { scalar : Types::NONE,
    items : Some(& Form::TEXT), members : None })], others : Some(& Form::OPEN), foreign
    : & [] }) })).schema(& FILTER_SCHEMA_2) }), list = optional(const { &
    Parameter::new(ParameterSpec::cookie("list").form(Form { scalar : Types::NONE, items
    : Some(& Form::TEXT), members : None })).schema(& COLORS_SCHEMA) }), object =
    optional(const { & Parameter::new(ParameterSpec::cookie("object").form(Form { scalar
    : Types::NONE, items : None, members : Some(Members { declared : & [("color",
    Form::TEXT), ("width", Form::INTEGER)], others : None, foreign : & [] }) })).schema(&
    SHIRT_SCHEMA) })
);
unplug_server_runtime::read_request!(
    HeaderSimpleRequest -> HeaderSimpleResponse; x_text = optional(const { &
    Parameter::new(ParameterSpec::header("X-Text")) }), x_list = optional(const { &
    Parameter::new(ParameterSpec::header("X-List").form(Form { scalar : Types::NONE,
    items : Some(& Form::TEXT), members : None })).schema(& COLORS_SCHEMA) }), x_object =
    optional(const { & Parameter::new(ParameterSpec::header("X-Object").form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) }), x_exploded_list =
    optional(const { & Parameter::new(ParameterSpec::header("X-Exploded-List")
    .style(Style::Simple, true).form(Form { scalar : Types::NONE, items : Some(&
    Form::TEXT), members : None })).schema(& COLORS_SCHEMA) }), x_exploded_object =
    optional(const { & Parameter::new(ParameterSpec::header("X-Exploded-Object")
    .style(Style::Simple, true).form(Form { scalar : Types::NONE, items : None, members :
    Some(Members { declared : & [("R", Form::INTEGER), ("G", Form::INTEGER), ("B",
    Form::INTEGER)], others : Some(& Form::OPEN), foreign : & ["X-Text", "X-List",
    "X-Object", "X-Exploded-List"] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    CookieFormRequest -> CookieFormResponse; text = optional(const { &
    Parameter::new(ParameterSpec::cookie("text").style(Style::Form, false)) }), list =
    optional(const { & Parameter::new(ParameterSpec::cookie("list").style(Style::Form,
    false).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = optional(const { &
    Parameter::new(ParameterSpec::cookie("object").style(Style::Form, false).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : Some(&
    Form::OPEN), foreign : & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    CookieStyleRequest -> CookieStyleResponse; text = optional(const { &
    Parameter::new(ParameterSpec::cookie("text").style(Style::Cookie, true)) }), list =
    optional(const { & Parameter::new(ParameterSpec::cookie("list").style(Style::Cookie,
    true).form(Form { scalar : Types::NONE, items : Some(& Form::TEXT), members : None
    })).schema(& COLORS_SCHEMA) }), object = optional(const { &
    Parameter::new(ParameterSpec::cookie("object").style(Style::Cookie, true).form(Form {
    scalar : Types::NONE, items : None, members : Some(Members { declared : & [("R",
    Form::INTEGER), ("G", Form::INTEGER), ("B", Form::INTEGER)], others : None, foreign :
    & [] }) })).schema(& RGB_SCHEMA) })
);
unplug_server_runtime::read_request!(
    OverlappingRequest -> OverlappingResponse; path = required(const { &
    Parameter::new(ParameterSpec::path("path").scalar(Types(98))).schema(&
    ANY_SCALAR_SCHEMA) }), query = optional(const { &
    Parameter::new(ParameterSpec::query("query").scalar(Types(98))).schema(&
    ANY_SCALAR_SCHEMA) }), items = optional(const { &
    Parameter::new(ParameterSpec::query("items").form(Form { scalar : Types::NONE, items
    : Some(& Form { scalar : Types(98), items : None, members : None }), members : None
    })).schema(ITEMS_SCHEMA) }), code = optional(const { &
    Parameter::new(ParameterSpec::query("code").scalar(Types(96))).schema(& CODE_SCHEMA)
    }), deep = optional(const { & Parameter::new(ParameterSpec::query("deep")
    .style(Style::DeepObject, true).form(Form { scalar : Types::NONE, items : None,
    members : Some(Members { declared : & [("code", Form { scalar : Types(96), items :
    None, members : None })], others : Some(& Form::OPEN), foreign : & [] }) }))
    .schema(DEEP_SCHEMA) }), x_list = optional(const { &
    Parameter::new(ParameterSpec::header("X-List").form(Form { scalar : Types::STRING,
    items : Some(& Form::TEXT), members : None })).schema(& TEXT_OR_LIST_SCHEMA) }),
    x_code = optional(const { & Parameter::new(ParameterSpec::header("X-Code")
    .scalar(Types(96))).schema(& CODE_SCHEMA) }), cookie = optional(const { &
    Parameter::new(ParameterSpec::cookie("cookie").scalar(Types(96))).schema(&
    CODE_SCHEMA) })
);
unplug_server_runtime::read_request!(
    GetDocRequest -> GetDocResponse; repo = required(const { &
    Parameter::new(ParameterSpec::path("repo")) }), doc = required(const { &
    Parameter::new(ParameterSpec::path("doc")) })
);
unplug_server_runtime::read_request!(
    GetFileRequest -> GetFileResponse; name = required(const { &
    Parameter::new(ParameterSpec::path("name")) }), extension = required(const { &
    Parameter::new(ParameterSpec::path("extension")) })
);
impl ReadRequest for UsualFormRequest {
    type Response = UsualFormResponse;
    const BODY: Option<&'static BodyTable> = Some(&USUAL_FORM_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let body = match decoder.body(&tables::USUAL_FORM_BODY) {
            SentBody::Absent => None,
            SentBody::Content(_, sent) => {
                decoder
                    .form::<
                        types::UsualForm,
                    >(
                        &sent,
                        &tables::USUAL_FORM_BODY_FIELDS,
                        &tables::USUAL_FORM_BODY_SCHEMA,
                    )
            }
        };
        Some(Self { body: body? })
    }
}
impl ReadRequest for StyledFormRequest {
    type Response = StyledFormResponse;
    const BODY: Option<&'static BodyTable> = Some(&STYLED_FORM_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let body = match decoder.body(&tables::STYLED_FORM_BODY) {
            SentBody::Absent => None,
            SentBody::Content(_, sent) => {
                decoder
                    .form::<
                        types::StyledFormBody,
                    >(
                        &sent,
                        &tables::STYLED_FORM_BODY_FIELDS,
                        &tables::STYLED_FORM_BODY_SCHEMA,
                    )
            }
        };
        Some(Self { body: body? })
    }
}
unplug_server_runtime::read_request!(
    NumbersRequest -> NumbersResponse, NUMBERS_BODY; ratio = optional(const { &
    Parameter::new(ParameterSpec::query("ratio").scalar(Types::NUMBER)).schema(&
    Schema::NUMBER) }), steps = optional(const { &
    Parameter::new(ParameterSpec::query("steps").style(Style::Form, false).form(Form {
    scalar : Types::NONE, items : Some(& Form::NUMBER), members : None }))
    .schema(STEPS_SCHEMA) }), x_ratio = optional(const { &
    Parameter::new(ParameterSpec::header("X-Ratio").scalar(Types::NUMBER)).schema(&
    Schema::NUMBER) }), body = json_body(& NUMBERS_BODY, & NUMBERS_BODY_SCHEMA)
);
impl ReadRequest for SendPartsRequest {
    type Response = SendPartsResponse;
    const BODY: Option<&'static BodyTable> = Some(&SEND_PARTS_BODY);
    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        let body = match decoder.body(&tables::SEND_PARTS_BODY) {
            SentBody::Absent => None,
            SentBody::Content(_, sent) => {
                decoder
                    .multipart(
                        &sent,
                        &tables::SEND_PARTS_BODY_PARTS,
                        &tables::SEND_PARTS_BODY_SCHEMA,
                        |members| {
                            Some(SendPartsMultipart {
                                id: members.value("id")?,
                                count: members.optional_value("count")?,
                                address: members.optional_value("address")?,
                                rows: members.optional_value("rows")?,
                                names: members.optional_value("names")?,
                                union: members.optional_value("union")?,
                                scalar: members.optional_value("scalar")?,
                                code: members.optional_value("code")?,
                                file: members.optional_file("file")?,
                                files: members.optional_files("files")?,
                                some: members.optional_files("some")?,
                                image: members.optional_file("image")?,
                                note: members.optional_value("note")?,
                                data: members.optional_value("data")?,
                            })
                        },
                    )
            }
        };
        Some(Self { body: body? })
    }
}
