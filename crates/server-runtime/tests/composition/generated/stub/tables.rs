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
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
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
pub(super) static ECHO_SHIP_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ECHO_SHIP_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&SHIP_SCHEMA)],
);
pub(super) static ECHO_PETS_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ECHO_PETS_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&PETS_SCHEMA)],
);
pub(super) static ECHO_MESSAGE_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ECHO_MESSAGE_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&MESSAGE_SCHEMA)],
);
pub(super) static ECHO_TAGS_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static ECHO_TAGS_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&TAGS_SCHEMA)],
);
/// `/components/schemas/Tags`
pub(super) static TAGS_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "readings",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &READING_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "switches",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &SWITCH_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "ranks",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &RANK_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "items",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &INPUT_ITEM_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "odd",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &ODD_SCHEMA,
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Odd`
pub(super) static ODD_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(
                    &[
                        Check::Enum(
                            &[
                                Literal::Number(Number::Unsigned(1)),
                                Literal::Number(Number::Unsigned(2)),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::ARRAY,
                        Check::Items {
                            from: 0,
                            schema: &Schema::INTEGER,
                        },
                    ],
                ),
                &Schema(&[Check::Enum(&[Literal::Bool(true), Literal::String("x")])]),
            ],
        ),
    ],
);
/// `/components/schemas/InputItem`
pub(super) static INPUT_ITEM_SCHEMA: Schema = Schema(
    &[Check::OneOf(&[&EASY_INPUT_SCHEMA, &ITEM_SCHEMA, &ITEM_REFERENCE_SCHEMA])],
);
/// `/components/schemas/ItemReference`
pub(super) static ITEM_REFERENCE_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["type", "id"]),
        Check::Properties(
            &[
                (
                    "type",
                    &Schema(
                        &[
                            Check::STRING,
                            Check::Enum(&[Literal::String("item_reference")]),
                        ],
                    ),
                ),
                ("id", &Schema::STRING),
            ],
        ),
    ],
);
/// `/components/schemas/Item`
pub(super) static ITEM_SCHEMA: Schema = Schema(
    &[Check::OneOf(&[&SEARCH_CALL_SCHEMA, &SHELL_CALL_SCHEMA])],
);
/// `/components/schemas/ShellCall`
pub(super) static SHELL_CALL_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["type", "command"]),
        Check::Properties(
            &[
                (
                    "type",
                    &Schema(
                        &[Check::STRING, Check::Enum(&[Literal::String("shell_call")])],
                    ),
                ),
                ("command", &Schema::STRING),
            ],
        ),
    ],
);
/// `/components/schemas/SearchCall`
pub(super) static SEARCH_CALL_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["type", "query"]),
        Check::Properties(&[("type", &Schema::STRING), ("query", &Schema::STRING)]),
    ],
);
/// `/components/schemas/EasyInput`
pub(super) static EASY_INPUT_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["type", "content"]),
        Check::Properties(
            &[
                (
                    "type",
                    &Schema(&[Check::STRING, Check::Enum(&[Literal::String("message")])]),
                ),
                ("content", &Schema::STRING),
            ],
        ),
    ],
);
/// `/components/schemas/Rank`
pub(super) static RANK_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["level"]),
                        Check::Properties(
                            &[
                                (
                                    "level",
                                    &Schema(
                                        &[
                                            Check::INTEGER,
                                            Check::Enum(&[Literal::Number(Number::Unsigned(10))]),
                                            Check::Width(64),
                                        ],
                                    ),
                                ),
                                ("first", &Schema::STRING),
                            ],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["level"]),
                        Check::Properties(
                            &[
                                (
                                    "level",
                                    &Schema(
                                        &[
                                            Check::INTEGER,
                                            Check::Enum(&[Literal::Number(Number::Unsigned(20))]),
                                            Check::Width(64),
                                        ],
                                    ),
                                ),
                                ("second", &Schema::STRING),
                            ],
                        ),
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Switch`
pub(super) static SWITCH_SCHEMA: Schema = Schema(
    &[Check::OneOf(&[&LIT_SCHEMA, &DARK_SCHEMA, &FAULTY_SCHEMA])],
);
/// `/components/schemas/Faulty`
pub(super) static FAULTY_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["on"]),
        Check::Properties(
            &[
                ("on", &Schema(&[Check::Enum(&[Literal::Null])])),
                ("why", &Schema::STRING),
            ],
        ),
    ],
);
/// `/components/schemas/Dark`
pub(super) static DARK_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["on"]),
        Check::Properties(
            &[
                ("on", &Schema(&[Check::BOOLEAN, Check::Enum(&[Literal::Bool(false)])])),
                ("until", &Schema::STRING),
            ],
        ),
    ],
);
/// `/components/schemas/Lit`
pub(super) static LIT_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["on"]),
        Check::Properties(
            &[
                ("on", &Schema(&[Check::BOOLEAN, Check::Enum(&[Literal::Bool(true)])])),
                ("since", &Schema::STRING),
            ],
        ),
    ],
);
/// `/components/schemas/Reading`
pub(super) static READING_SCHEMA: Schema = Schema(
    &[Check::OneOf(&[&HEAT_SCHEMA, &DAMP_SCHEMA])],
);
/// `/components/schemas/Damp`
pub(super) static DAMP_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["kind", "share"]),
        Check::Properties(
            &[
                (
                    "kind",
                    &Schema(
                        &[
                            Check::INTEGER,
                            Check::Enum(&[Literal::Number(Number::Unsigned(2))]),
                            Check::Width(64),
                        ],
                    ),
                ),
                ("share", &Schema::INTEGER),
            ],
        ),
    ],
);
/// `/components/schemas/Heat`
pub(super) static HEAT_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["kind", "degrees"]),
        Check::Properties(
            &[
                (
                    "kind",
                    &Schema(
                        &[
                            Check::INTEGER,
                            Check::Enum(&[Literal::Number(Number::Unsigned(1))]),
                            Check::Width(64),
                        ],
                    ),
                ),
                ("degrees", &Schema::INTEGER),
            ],
        ),
    ],
);
/// `/components/schemas/Message`
pub(super) static MESSAGE_SCHEMA: Schema = Schema(
    &[Check::AnyOf(&[&TEXT_MESSAGE_SCHEMA, &STICKER_MESSAGE_SCHEMA])],
);
/// `/components/schemas/StickerMessage`
pub(super) static STICKER_MESSAGE_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &MESSAGE_BASE_SCHEMA,
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["stickerId"]),
                        Check::Properties(&[("stickerId", &Schema::STRING)]),
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Message`
pub(super) static MESSAGE_BASE_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["type"]),
        Check::Properties(
            &[
                (
                    "type",
                    &Schema(
                        &[
                            Check::STRING,
                            Check::Enum(
                                &[Literal::String("text"), Literal::String("sticker")],
                            ),
                        ],
                    ),
                ),
                ("quick", &Schema::BOOLEAN),
            ],
        ),
    ],
);
/// `/components/schemas/TextMessage`
pub(super) static TEXT_MESSAGE_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &MESSAGE_BASE_SCHEMA,
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["text"]),
                        Check::Properties(&[("text", &Schema::STRING)]),
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Pets`
pub(super) static PETS_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "pets",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &PET_SCHEMA,
                            },
                        ],
                    ),
                ),
                ("wrapped", &Schema(&[Check::AllOf(&[&PET_SCHEMA])])),
                (
                    "maybe",
                    &Schema(&[Check::AnyOf(&[&PET_SCHEMA, &Schema(&[Check::NULL])])]),
                ),
                ("dog", &DOG_SCHEMA),
                (
                    "inline",
                    &Schema(
                        &[
                            Check::AllOf(
                                &[
                                    &PET_BASE_SCHEMA,
                                    &Schema(
                                        &[
                                            Check::OBJECT,
                                            Check::Properties(&[("leash", &Schema::BOOLEAN)]),
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
/// `/components/schemas/Pet`
pub(super) static PET_BASE_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["petType"]),
        Check::Properties(&[("petType", &Schema::STRING), ("name", &Schema::STRING)]),
    ],
);
/// `/components/schemas/Dog`
pub(super) static DOG_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &PET_BASE_SCHEMA,
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["bark"]),
                        Check::Properties(
                            &[("bark", &Schema::BOOLEAN), ("friend", &PET_SCHEMA)],
                        ),
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Pet`
pub(super) static PET_SCHEMA: Schema = Schema(
    &[Check::AnyOf(&[&DOG_SCHEMA, &CAT_SCHEMA, &LION_SCHEMA, &PET_BASE_SCHEMA])],
);
/// `/components/schemas/Lion`
pub(super) static LION_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &CAT_SCHEMA,
                &Schema(
                    &[
                        Check::OBJECT,
                        Check::Required(&["roar"]),
                        Check::Properties(&[("roar", &Schema::INTEGER)]),
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Cat`
pub(super) static CAT_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &PET_BASE_SCHEMA,
                &Schema(
                    &[Check::OBJECT, Check::Properties(&[("lives", &Schema::INTEGER)])],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Ship`
pub(super) static SHIP_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(
            &[
                "wrapped",
                "typed",
                "one",
                "any",
                "color",
                "state",
                "wide",
                "named",
                "open",
            ],
        ),
        Check::Properties(
            &[
                (
                    "wrapped",
                    &Schema(&[Check::AnyOf(&[&BERTH_SCHEMA, &Schema(&[Check::NULL])])]),
                ),
                (
                    "typed",
                    &Schema(
                        &[
                            Check::Type(Types::NULL.or(Types::OBJECT), &["object"]),
                            Check::AnyOf(&[&BERTH_SCHEMA, &Schema(&[Check::NULL])]),
                        ],
                    ),
                ),
                (
                    "one",
                    &Schema(&[Check::OneOf(&[&BERTH_SCHEMA, &Schema(&[Check::NULL])])]),
                ),
                (
                    "any",
                    &Schema(
                        &[
                            Check::AnyOf(
                                &[&BERTH_SCHEMA, &ANCHORAGE_SCHEMA, &Schema(&[Check::NULL])],
                            ),
                        ],
                    ),
                ),
                (
                    "color",
                    &Schema(
                        &[
                            Check::Type(Types::NULL.or(Types::STRING), &["string"]),
                            Check::Enum(
                                &[
                                    Literal::String("red"),
                                    Literal::String("green"),
                                    Literal::Null,
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "state",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[&STATE_ENUM_SCHEMA, &BLANK_ENUM_SCHEMA, &NULL_ENUM_SCHEMA],
                            ),
                        ],
                    ),
                ),
                (
                    "wide",
                    &Schema(
                        &[
                            Check::AnyOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::AllOf(
                                                &[
                                                    &BERTH_SCHEMA,
                                                    &Schema(
                                                        &[
                                                            Check::OBJECT,
                                                            Check::Properties(&[("depth", &Schema::NUMBER)]),
                                                        ],
                                                    ),
                                                ],
                                            ),
                                        ],
                                    ),
                                    &Schema(&[Check::NULL]),
                                ],
                            ),
                        ],
                    ),
                ),
                ("named", &MAYBE_BERTH_SCHEMA),
                ("open", &Schema::ANYTHING),
                ("plain", &Schema(&[Check::AllOf(&[&BERTH_SCHEMA])])),
            ],
        ),
    ],
);
/// `/components/schemas/MaybeBerth`
pub(super) static MAYBE_BERTH_SCHEMA: Schema = Schema(
    &[
        Check::AnyOf(
            &[
                &Schema(
                    &[
                        Check::AllOf(
                            &[
                                &BERTH_SCHEMA,
                                &Schema(
                                    &[
                                        Check::OBJECT,
                                        Check::Required(&["since"]),
                                        Check::Properties(&[("since", &Schema::STRING)]),
                                    ],
                                ),
                            ],
                        ),
                    ],
                ),
                &Schema(&[Check::NULL]),
            ],
        ),
    ],
);
/// `/components/schemas/NullEnum`
pub(super) static NULL_ENUM_SCHEMA: Schema = Schema(&[Check::Enum(&[Literal::Null])]);
/// `/components/schemas/BlankEnum`
pub(super) static BLANK_ENUM_SCHEMA: Schema = Schema(
    &[Check::Enum(&[Literal::String("")])],
);
/// `/components/schemas/StateEnum`
pub(super) static STATE_ENUM_SCHEMA: Schema = Schema(
    &[
        Check::STRING,
        Check::Enum(&[Literal::String("sailing"), Literal::String("moored")]),
    ],
);
/// `/components/schemas/Anchorage`
pub(super) static ANCHORAGE_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["bay"]),
        Check::Properties(&[("bay", &Schema::STRING)]),
    ],
);
/// `/components/schemas/Berth`
pub(super) static BERTH_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["number"]),
        Check::Properties(&[("number", &Schema::INTEGER)]),
    ],
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
