// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Parameters, bodies and schemas as tables.
#![allow(
    dead_code,
    unused_imports,
    clippy::unreadable_literal,
    clippy::excessive_precision,
    reason = "written from a document: not every table is needed, and numbers are as published"
)]
use unplug_server_runtime::parameter::Parameter;
use unplug_server_runtime::request::BodyTable;
use unplug_server_runtime::schema::{Check, Literal, Pattern, Schema};
use unplug_wire::json::{Number, Types};
use unplug_wire::multipart::{PartForm, Parts};
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
pub(super) static INTEGRATIONS_REMOVE_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static INTEGRATIONS_REMOVE_BODY_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["type", "integrationId"]),
                        Check::Properties(
                            &[
                                (
                                    "type",
                                    &Schema(&[Check::STRING, Check::Pattern(&PATTERN)]),
                                ),
                                ("integrationId", &Schema::STRING),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["type", "target_url"]),
                        Check::Properties(
                            &[
                                (
                                    "type",
                                    &Schema(&[Check::STRING, Check::Pattern(&PATTERN_2)]),
                                ),
                                ("target_url", &Schema::STRING),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["type", "integrationId"]),
                        Check::Properties(
                            &[
                                (
                                    "type",
                                    &Schema(&[Check::STRING, Check::Pattern(&PATTERN_2)]),
                                ),
                                ("integrationId", &Schema::STRING),
                            ],
                        ),
                    ],
                ),
            ],
        ),
    ],
);
pub(super) static PATTERN: Pattern = Pattern::contains(
    "webhook-incoming",
    "webhook-incoming",
);
pub(super) static PATTERN_2: Pattern = Pattern::contains(
    "webhook-outgoing",
    "webhook-outgoing",
);
