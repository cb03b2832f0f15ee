// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Parameters, bodies and schemas as tables.
#![allow(
    unused_imports,
    clippy::unreadable_literal,
    clippy::excessive_precision,
    reason = "written from a document: not every table is needed, and numbers are as published"
)]
use crate::runtime::Location;
use crate::runtime::json::Number;
use crate::runtime::parameter::{FieldForm, Fields, Form, Members, Parameter, Style};
use crate::runtime::request::BodyTable;
use crate::runtime::schema::{Check, Literal, Pattern, Schema, Types};
/// `/paths/~1v1~1integrations~1configuration~1{id}/delete/parameters/0`
pub(super) static DELETE_CONFIGURATION_ID: Parameter = Parameter {
    name: "id",
    location: Location::Path,
    required: true,
    style: Style::Simple,
    explode: false,
    form: Form::TEXT,
    schema: &Schema(&[Check::Type(Types::STRING, "string")]),
};
/// `/paths/~1v1~1integrations~1configuration~1{id}/delete/parameters/1`
pub(super) static DELETE_CONFIGURATION_TEAM_ID: Parameter = Parameter {
    name: "teamId",
    location: Location::Query,
    required: false,
    style: Style::Form,
    explode: true,
    form: Form::TEXT,
    schema: &Schema(
        &[
            Check::Type(Types::STRING, "string"),
            Check::MaxLength(256),
            Check::MinLength(1),
        ],
    ),
};
/// `/paths/~1v1~1integrations~1configuration~1{id}/delete/parameters/2`
pub(super) static DELETE_CONFIGURATION_SLUG: Parameter = Parameter {
    name: "slug",
    location: Location::Query,
    required: false,
    style: Style::Form,
    explode: true,
    form: Form::TEXT,
    schema: &Schema(
        &[
            Check::Type(Types::STRING, "string"),
            Check::MaxLength(256),
            Check::MinLength(1),
        ],
    ),
};
