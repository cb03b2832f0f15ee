// Generated from second_client.yaml by the test golden.rs. Do not edit.

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
use unplug_wire::parameter::{FieldForm, Fields, Form, Members, ParameterSpec, Style};
pub(super) static FILTER_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "size",
                    &Schema(
                        &[
                            Check::OBJECT,
                            Check::Properties(
                                &[("gte", &Schema::INTEGER), ("lt", &Schema::INTEGER)],
                            ),
                        ],
                    ),
                ),
                (
                    "tags",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema::STRING,
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
pub(super) static WHOLE_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                ("text", &Schema::STRING),
                ("list", &COLORS_SCHEMA),
                ("object", &RGB_SCHEMA),
            ],
        ),
    ],
);
/// `/components/schemas/Rgb`
pub(super) static RGB_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["R", "G", "B"]),
        Check::Properties(
            &[("R", &Schema::INTEGER), ("G", &Schema::INTEGER), ("B", &Schema::INTEGER)],
        ),
    ],
);
/// `/components/schemas/Colors`
pub(super) static COLORS_SCHEMA: Schema = Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::STRING,
        },
    ],
);
