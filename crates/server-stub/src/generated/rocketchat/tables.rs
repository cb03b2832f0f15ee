// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
/// `/paths/~1api~1v1~1integrations.remove/post/requestBody`
pub(super) static INTEGRATIONS_REMOVE_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
/// `/paths/~1api~1v1~1integrations.remove/post/requestBody/content/application~1json/schema`
pub(super) static INTEGRATIONS_REMOVE_BODY_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(
                    &[
                        Check::Type(Types::OBJECT, "object"),
                        Check::Required(&["type", "integrationId"]),
                        Check::Properties(
                            &[
                                (
                                    "type",
                                    &Schema(
                                        &[
                                            Check::Type(Types::STRING, "string"),
                                            Check::Pattern(&PATTERN),
                                        ],
                                    ),
                                ),
                                (
                                    "integrationId",
                                    &Schema(&[Check::Type(Types::STRING, "string")]),
                                ),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::Type(Types::OBJECT, "object"),
                        Check::Required(&["type", "target_url"]),
                        Check::Properties(
                            &[
                                (
                                    "type",
                                    &Schema(
                                        &[
                                            Check::Type(Types::STRING, "string"),
                                            Check::Pattern(&PATTERN_2),
                                        ],
                                    ),
                                ),
                                (
                                    "target_url",
                                    &Schema(&[Check::Type(Types::STRING, "string")]),
                                ),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::Type(Types::OBJECT, "object"),
                        Check::Required(&["type", "integrationId"]),
                        Check::Properties(
                            &[
                                (
                                    "type",
                                    &Schema(
                                        &[
                                            Check::Type(Types::STRING, "string"),
                                            Check::Pattern(&PATTERN_2),
                                        ],
                                    ),
                                ),
                                (
                                    "integrationId",
                                    &Schema(&[Check::Type(Types::STRING, "string")]),
                                ),
                            ],
                        ),
                    ],
                ),
            ],
        ),
    ],
);
static PATTERN: Pattern = Pattern::contains("webhook-incoming", "webhook-incoming");
static PATTERN_2: Pattern = Pattern::contains("webhook-outgoing", "webhook-outgoing");
