// Generated from composition.yaml by the test golden.rs. Do not edit.

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
pub(super) static ECHO_ACCOUNT_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ECHO_ACCOUNT_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&ACCOUNT_SCHEMA)],
);
pub(super) static ASK_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ASK_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&QUESTION_SCHEMA)],
);
/// `/components/schemas/Question`
pub(super) static QUESTION_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["text", "seal"]),
        Check::Properties(&[("text", &Schema::STRING), ("seal", &Schema::STRING)]),
    ],
);
/// `/components/schemas/Account`
pub(super) static ACCOUNT_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["name", "password", "owner", "keys"]),
        Check::Properties(
            &[
                ("id", &Schema::INTEGER),
                ("name", &Schema::STRING),
                ("password", &PASSWORD_SCHEMA),
                (
                    "owner",
                    &Schema(
                        &[
                            Check::AllOf(
                                &[
                                    &STAMPED_SCHEMA,
                                    &Schema(
                                        &[
                                            Check::OBJECT,
                                            Check::Required(&["email"]),
                                            Check::Properties(&[("email", &Schema::STRING)]),
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "keys",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &KEY_SCHEMA,
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Key`
pub(super) static KEY_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["text"]),
                        Check::AdditionalProperties {
                            properties: &["fingerprint", "text"],
                            patterns: &[],
                            schema: &Schema(&[Check::Nothing]),
                        },
                        Check::Properties(
                            &[
                                ("fingerprint", &Schema::STRING),
                                ("text", &Schema::STRING),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["number"]),
                        Check::AdditionalProperties {
                            properties: &["number"],
                            patterns: &[],
                            schema: &Schema(&[Check::Nothing]),
                        },
                        Check::Properties(&[("number", &Schema::INTEGER)]),
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Stamped`
pub(super) static STAMPED_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(&[("made", &Schema(&[Check::AllOf(&[&TIME_SCHEMA])]))]),
    ],
);
/// `/components/schemas/Time`
pub(super) static TIME_SCHEMA: Schema = Schema::STRING;
/// `/components/schemas/Password`
pub(super) static PASSWORD_SCHEMA: Schema = Schema::STRING;
