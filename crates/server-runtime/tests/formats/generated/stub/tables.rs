// Generated from formats.yaml by the test golden.rs. Do not edit.

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
pub(super) static SINCE_SCHEMA: &Schema = &Schema(
    &[Check::STRING, Check::Format(unplug_wire::value::Format::DateTime)],
);
pub(super) static IDS_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema(
                &[Check::STRING, Check::Format(unplug_wire::value::Format::Uuid)],
            ),
        },
    ],
);
pub(super) static ECHO_NOTE_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ECHO_NOTE_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&NOTE_SCHEMA)],
);
/// `/components/schemas/Note`
pub(super) static NOTE_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "at",
                    &Schema(
                        &[
                            Check::STRING,
                            Check::Format(unplug_wire::value::Format::DateTime),
                        ],
                    ),
                ),
                (
                    "maybe",
                    &Schema(
                        &[
                            Check::Type(
                                Types::NULL.or(Types::STRING),
                                &["string", "null"],
                            ),
                            Check::Format(unplug_wire::value::Format::Date),
                        ],
                    ),
                ),
                ("phone", &Schema::STRING),
                ("ratio", &Schema(&[Check::NUMBER, Check::Double])),
                (
                    "text",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::STRING,
                                            Check::Format(unplug_wire::value::Format::Ipv4),
                                        ],
                                    ),
                                    &Schema(
                                        &[
                                            Check::STRING,
                                            Check::Format(unplug_wire::value::Format::Ipv6),
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                ("when", &Schema(&[Check::OneOf(&[&DAY_SCHEMA, &MOMENT_SCHEMA])])),
                (
                    "who",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::OBJECT,
                                            Check::Required(&["id"]),
                                            Check::Properties(
                                                &[
                                                    (
                                                        "id",
                                                        &Schema(
                                                            &[
                                                                Check::STRING,
                                                                Check::Format(unplug_wire::value::Format::Uuid),
                                                            ],
                                                        ),
                                                    ),
                                                ],
                                            ),
                                        ],
                                    ),
                                    &Schema(
                                        &[
                                            Check::OBJECT,
                                            Check::Required(&["id"]),
                                            Check::Properties(
                                                &[
                                                    (
                                                        "id",
                                                        &Schema(
                                                            &[
                                                                Check::STRING,
                                                                Check::Format(unplug_wire::value::Format::Email),
                                                            ],
                                                        ),
                                                    ),
                                                ],
                                            ),
                                        ],
                                    ),
                                    &Schema(
                                        &[
                                            Check::ARRAY,
                                            Check::Items {
                                                from: 0,
                                                schema: &Schema(
                                                    &[
                                                        Check::STRING,
                                                        Check::Format(unplug_wire::value::Format::Uri),
                                                    ],
                                                ),
                                            },
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "code",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::OBJECT,
                                            Check::Required(&["id"]),
                                            Check::Properties(
                                                &[
                                                    ("id", &Schema(&[Check::STRING, Check::Pattern(&PATTERN)])),
                                                ],
                                            ),
                                        ],
                                    ),
                                    &Schema(
                                        &[
                                            Check::OBJECT,
                                            Check::Required(&["id"]),
                                            Check::Properties(
                                                &[
                                                    (
                                                        "id",
                                                        &Schema(&[Check::STRING, Check::Pattern(&PATTERN_2)]),
                                                    ),
                                                ],
                                            ),
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Moment`
pub(super) static MOMENT_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["on"]),
        Check::Properties(
            &[
                (
                    "on",
                    &Schema(
                        &[
                            Check::STRING,
                            Check::Format(unplug_wire::value::Format::DateTime),
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Day`
pub(super) static DAY_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["on"]),
        Check::Properties(
            &[
                (
                    "on",
                    &Schema(
                        &[Check::STRING, Check::Format(unplug_wire::value::Format::Date)],
                    ),
                ),
            ],
        ),
    ],
);
pub(super) static PATTERN: Pattern = Pattern::prefix("^a-", "a-");
pub(super) static PATTERN_2: Pattern = Pattern::prefix("^b-", "b-");
