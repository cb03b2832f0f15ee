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
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
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
pub(super) static WHOLE_SCHEMA_2: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                ("text", &Schema::STRING),
                ("list", &COLORS_SCHEMA),
                (
                    "pipes",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema::INTEGER,
                            },
                        ],
                    ),
                ),
                ("deep", &SIZE_SCHEMA),
                ("object", &RGB_SCHEMA),
                ("json", &Schema::ANYTHING),
            ],
        ),
    ],
);
pub(super) static ITEMS_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &ANY_SCALAR_SCHEMA,
        },
    ],
);
pub(super) static DEEP_SCHEMA: &Schema = &Schema(
    &[Check::OBJECT, Check::Properties(&[("code", &CODE_SCHEMA)])],
);
pub(super) static USUAL_FORM_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/x-www-form-urlencoded"],
};
pub(super) static USUAL_FORM_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&USUAL_FORM_SCHEMA)],
);
/// Fields of the form.
pub(super) static USUAL_FORM_BODY_FIELDS: Fields = Fields {
    declared: &[
        ParameterSpec::query("id").required(),
        ParameterSpec::query("number").scalar(Types::NUMBER),
        ParameterSpec::query("flag").scalar(Types::BOOLEAN),
        ParameterSpec::query("list")
            .form(Form {
                scalar: Types::NONE,
                items: Some(&Form::TEXT),
                members: None,
            }),
        ParameterSpec::query("address").style(Style::Json, false),
        ParameterSpec::query("rows")
            .form(Form {
                scalar: Types::NONE,
                items: Some(
                    &Form {
                        scalar: Types::OBJECT,
                        items: None,
                        members: None,
                    },
                ),
                members: None,
            }),
        ParameterSpec::query("lists")
            .form(Form {
                scalar: Types::NONE,
                items: Some(
                    &Form {
                        scalar: Types::ARRAY,
                        items: None,
                        members: None,
                    },
                ),
                members: None,
            }),
        ParameterSpec::query("union").scalar(Types(36)),
        ParameterSpec::query("several")
            .form(Form {
                scalar: Types::STRING,
                items: Some(&Form::TEXT),
                members: None,
            }),
        ParameterSpec::query("unions")
            .form(Form {
                scalar: Types::NONE,
                items: Some(
                    &Form {
                        scalar: Types(36),
                        items: None,
                        members: None,
                    },
                ),
                members: None,
            }),
        ParameterSpec::query("open"),
        ParameterSpec::query("code").scalar(Types(96)),
        ParameterSpec::query("codes")
            .form(Form {
                scalar: Types::NONE,
                items: Some(
                    &Form {
                        scalar: Types(96),
                        items: None,
                        members: None,
                    },
                ),
                members: None,
            }),
        ParameterSpec::query("scalar").scalar(Types(98)),
    ],
    others: Form {
        scalar: Types::NONE,
        items: Some(&Form::INTEGER),
        members: None,
    },
};
pub(super) static STYLED_FORM_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/x-www-form-urlencoded"],
};
pub(super) static STYLED_FORM_BODY_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                ("list", &COLORS_SCHEMA),
                ("object", &RGB_SCHEMA),
                ("spread", &SIZE_SCHEMA),
                ("spaces", &COLORS_SCHEMA),
                ("spaced", &RGB_SCHEMA),
                (
                    "pipes",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema::INTEGER,
                            },
                        ],
                    ),
                ),
                ("deep", &DEEP_SCHEMA_2),
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
                (
                    "rows",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &ROW_SCHEMA,
                            },
                        ],
                    ),
                ),
                ("link", &Schema::STRING),
                ("payload", &Schema::ANYTHING),
            ],
        ),
    ],
);
/// Fields of the form.
pub(super) static STYLED_FORM_BODY_FIELDS: Fields = Fields {
    declared: &[
        ParameterSpec::query("list")
            .style(Style::Form, false)
            .form(Form {
                scalar: Types::NONE,
                items: Some(&Form::TEXT),
                members: None,
            }),
        ParameterSpec::query("object")
            .style(Style::Form, false)
            .form(Form {
                scalar: Types::NONE,
                items: None,
                members: Some(Members {
                    declared: &[
                        ("R", Form::INTEGER),
                        ("G", Form::INTEGER),
                        ("B", Form::INTEGER),
                    ],
                    others: Some(&Form::OPEN),
                    foreign: &[],
                }),
            }),
        ParameterSpec::query("spread")
            .form(Form {
                scalar: Types::NONE,
                items: None,
                members: Some(Members {
                    declared: &[("width", Form::INTEGER), ("height", Form::INTEGER)],
                    others: None,
                    foreign: &[],
                }),
            }),
        ParameterSpec::query("spaces")
            .style(Style::SpaceDelimited, false)
            .form(Form {
                scalar: Types::NONE,
                items: Some(&Form::TEXT),
                members: None,
            }),
        ParameterSpec::query("spaced")
            .style(Style::SpaceDelimited, false)
            .form(Form {
                scalar: Types::NONE,
                items: None,
                members: Some(Members {
                    declared: &[
                        ("R", Form::INTEGER),
                        ("G", Form::INTEGER),
                        ("B", Form::INTEGER),
                    ],
                    others: Some(&Form::OPEN),
                    foreign: &[],
                }),
            }),
        ParameterSpec::query("pipes")
            .style(Style::PipeDelimited, false)
            .form(Form {
                scalar: Types::NONE,
                items: Some(&Form::INTEGER),
                members: None,
            }),
        ParameterSpec::query("deep")
            .style(Style::DeepObject, true)
            .form(Form {
                scalar: Types::NONE,
                items: None,
                members: Some(Members {
                    declared: &[
                        ("name", Form::TEXT),
                        (
                            "size",
                            Form {
                                scalar: Types::NONE,
                                items: None,
                                members: Some(Members {
                                    declared: &[
                                        ("width", Form::INTEGER),
                                        ("height", Form::INTEGER),
                                    ],
                                    others: Some(&Form::OPEN),
                                    foreign: &[],
                                }),
                            },
                        ),
                        (
                            "tags",
                            Form {
                                scalar: Types::NONE,
                                items: Some(&Form::TEXT),
                                members: None,
                            },
                        ),
                        (
                            "rows",
                            Form {
                                scalar: Types::NONE,
                                items: Some(
                                    &Form {
                                        scalar: Types::NONE,
                                        items: None,
                                        members: Some(Members {
                                            declared: &[("sku", Form::TEXT), ("n", Form::INTEGER)],
                                            others: Some(&Form::OPEN),
                                            foreign: &[],
                                        }),
                                    },
                                ),
                                members: None,
                            },
                        ),
                    ],
                    others: Some(&Form::OPEN),
                    foreign: &[],
                }),
            }),
        ParameterSpec::query("tags")
            .style(Style::DeepObject, true)
            .form(Form {
                scalar: Types::NONE,
                items: Some(&Form::TEXT),
                members: None,
            }),
        ParameterSpec::query("rows")
            .style(Style::DeepObject, false)
            .form(Form {
                scalar: Types::NONE,
                items: Some(
                    &Form {
                        scalar: Types::NONE,
                        items: None,
                        members: Some(Members {
                            declared: &[("sku", Form::TEXT), ("n", Form::INTEGER)],
                            others: Some(&Form::OPEN),
                            foreign: &[],
                        }),
                    },
                ),
                members: None,
            }),
        ParameterSpec::query("link").reserved(),
        ParameterSpec::query("payload").style(Style::Json, false),
    ],
    others: Form::TEXT,
};
pub(super) static STEPS_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::NUMBER,
        },
    ],
);
pub(super) static NUMBERS_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static NUMBERS_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&NUMBERS_SCHEMA)],
);
pub(super) static SEND_PARTS_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["multipart/form-data"],
};
pub(super) static SEND_PARTS_BODY_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["id"]),
        Check::Properties(
            &[
                ("id", &Schema::STRING),
                ("count", &Schema::INTEGER),
                ("address", &ROW_SCHEMA),
                (
                    "rows",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &ROW_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "names",
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
                ("union", &Schema(&[Check::OneOf(&[&Schema::STRING, &ROW_SCHEMA])])),
                ("scalar", &ANY_SCALAR_SCHEMA),
                ("code", &CODE_SCHEMA),
                ("file", &Schema::STRING),
                (
                    "files",
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
                (
                    "some",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[
                                    &Schema::STRING,
                                    &Schema(
                                        &[
                                            Check::ARRAY,
                                            Check::MinItems(2),
                                            Check::Items {
                                                from: 0,
                                                schema: &Schema::STRING,
                                            },
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                ("image", &Schema::STRING),
                ("note", &Schema::STRING),
                ("data", &ROW_SCHEMA),
            ],
        ),
    ],
);
/// Parts of the multipart body.
pub(super) static SEND_PARTS_BODY_PARTS: Parts = Parts {
    declared: &[
        ("id", PartForm::One(Types::STRING)),
        ("count", PartForm::One(Types::INTEGER)),
        ("address", PartForm::One(Types::OBJECT)),
        ("rows", PartForm::Many(Types::OBJECT)),
        ("names", PartForm::Many(Types::STRING)),
        ("union", PartForm::One(Types::OBJECT.or(Types::STRING))),
        ("scalar", PartForm::One(Types::BOOLEAN.or(Types::STRING).or(Types::INTEGER))),
        ("code", PartForm::One(Types::STRING.or(Types::INTEGER))),
        ("file", PartForm::File),
        ("files", PartForm::Files),
        ("some", PartForm::Files),
        ("image", PartForm::File),
        ("note", PartForm::One(Types::STRING)),
        ("data", PartForm::One(Types::OBJECT)),
    ],
    others: None,
};
/// `/components/schemas/Numbers`
pub(super) static NUMBERS_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::AdditionalProperties {
            properties: &[
                "plain",
                "float",
                "count",
                "long",
                "limited",
                "listed",
                "either",
                "several",
                "defaulted",
                "map",
            ],
            patterns: &[],
            schema: &Schema::NUMBER,
        },
        Check::Properties(
            &[
                ("plain", &Schema::NUMBER),
                ("float", &Schema(&[Check::NUMBER, Check::Double])),
                ("count", &Schema::INTEGER),
                (
                    "long",
                    &Schema(
                        &[
                            Check::INTEGER,
                            Check::Maximum(
                                Number::Float(1000000000000000000000000000000.0),
                            ),
                            Check::Minimum(Number::Unsigned(0)),
                        ],
                    ),
                ),
                (
                    "limited",
                    &Schema(
                        &[
                            Check::NUMBER,
                            Check::Minimum(Number::Float(0.1)),
                            Check::ExclusiveMaximum(Number::Unsigned(10)),
                            Check::MultipleOf(Number::Float(0.1)),
                        ],
                    ),
                ),
                (
                    "listed",
                    &Schema(
                        &[
                            Check::NUMBER,
                            Check::Enum(
                                &[
                                    Literal::Number(Number::Float(0.5)),
                                    Literal::Number(Number::Unsigned(1)),
                                    Literal::Number(Number::Float(1000.0)),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "either",
                    &Schema(&[Check::OneOf(&[&Schema::NUMBER, &Schema::STRING])]),
                ),
                (
                    "several",
                    &Schema(
                        &[
                            Check::AnyOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::ARRAY,
                                            Check::Items {
                                                from: 0,
                                                schema: &Schema::NUMBER,
                                            },
                                        ],
                                    ),
                                    &Schema(
                                        &[
                                            Check::NUMBER,
                                            Check::Maximum(
                                                Number::Float(
                                                    1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0,
                                                ),
                                            ),
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                ("defaulted", &Schema::NUMBER),
                (
                    "map",
                    &Schema(
                        &[
                            Check::OBJECT,
                            Check::AdditionalProperties {
                                properties: &[],
                                patterns: &[],
                                schema: &Schema::NUMBER,
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Row`
pub(super) static ROW_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["sku"]),
        Check::Properties(&[("sku", &Schema::STRING), ("n", &Schema::INTEGER)]),
    ],
);
/// `/components/schemas/Deep`
pub(super) static DEEP_SCHEMA_2: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                ("name", &Schema::STRING),
                ("size", &SIZE_SCHEMA),
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
                (
                    "rows",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &ROW_SCHEMA,
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/UsualForm`
pub(super) static USUAL_FORM_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["id"]),
        Check::AdditionalProperties {
            properties: &[
                "id",
                "number",
                "flag",
                "list",
                "address",
                "rows",
                "lists",
                "union",
                "several",
                "unions",
                "open",
                "code",
                "codes",
                "scalar",
            ],
            patterns: &[],
            schema: &Schema(
                &[
                    Check::ARRAY,
                    Check::Items {
                        from: 0,
                        schema: &Schema::INTEGER,
                    },
                ],
            ),
        },
        Check::Properties(
            &[
                ("id", &Schema::STRING),
                ("number", &Schema::NUMBER),
                ("flag", &Schema::BOOLEAN),
                ("list", &COLORS_SCHEMA),
                (
                    "address",
                    &Schema(
                        &[
                            Check::OBJECT,
                            Check::Properties(
                                &[
                                    ("streetAddress", &Schema::STRING),
                                    ("city", &Schema::STRING),
                                    ("state", &Schema::STRING),
                                    ("zip", &Schema::STRING),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "rows",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &ROW_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "lists",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema(
                                    &[
                                        Check::ARRAY,
                                        Check::Items {
                                            from: 0,
                                            schema: &Schema::INTEGER,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                ),
                ("union", &Schema(&[Check::OneOf(&[&Schema::STRING, &ROW_SCHEMA])])),
                (
                    "several",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[
                                    &Schema::STRING,
                                    &Schema(
                                        &[
                                            Check::ARRAY,
                                            Check::Items {
                                                from: 0,
                                                schema: &Schema::STRING,
                                            },
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "unions",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema(
                                    &[Check::OneOf(&[&Schema::STRING, &ROW_SCHEMA])],
                                ),
                            },
                        ],
                    ),
                ),
                ("open", &Schema::ANYTHING),
                ("code", &CODE_SCHEMA),
                (
                    "codes",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &CODE_SCHEMA,
                            },
                        ],
                    ),
                ),
                ("scalar", &ANY_SCALAR_SCHEMA),
            ],
        ),
    ],
);
/// `/components/schemas/TextOrList`
pub(super) static TEXT_OR_LIST_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(&[Check::STRING, Check::MaxLength(3)]),
                &Schema(
                    &[
                        Check::ARRAY,
                        Check::MinItems(3),
                        Check::Items {
                            from: 0,
                            schema: &Schema::STRING,
                        },
                    ],
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Code`
pub(super) static CODE_SCHEMA: Schema = Schema(
    &[
        Check::OneOf(
            &[
                &Schema(
                    &[
                        Check::INTEGER,
                        Check::Maximum(Number::Unsigned(99)),
                        Check::Width(64),
                    ],
                ),
                &Schema(&[Check::STRING, Check::Pattern(&PATTERN)]),
            ],
        ),
    ],
);
/// `/components/schemas/AnyScalar`
pub(super) static ANY_SCALAR_SCHEMA: Schema = Schema(
    &[
        Check::AnyOf(
            &[
                &Schema(
                    &[
                        Check::INTEGER,
                        Check::Maximum(Number::Unsigned(99)),
                        Check::Width(64),
                    ],
                ),
                &Schema::BOOLEAN,
                &Schema::STRING,
            ],
        ),
    ],
);
/// `/components/schemas/Shirt`
pub(super) static SHIRT_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "color",
                    &Schema(
                        &[
                            Check::STRING,
                            Check::Enum(
                                &[Literal::String("red"), Literal::String("green")],
                            ),
                        ],
                    ),
                ),
                ("width", &Schema::INTEGER),
            ],
        ),
    ],
);
/// `/components/schemas/Filter`
pub(super) static FILTER_SCHEMA_2: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "status",
                    &Schema(
                        &[
                            Check::STRING,
                            Check::Enum(
                                &[Literal::String("open"), Literal::String("closed")],
                            ),
                        ],
                    ),
                ),
                (
                    "level",
                    &Schema(
                        &[
                            Check::INTEGER,
                            Check::Enum(
                                &[
                                    Literal::Number(Number::Unsigned(1)),
                                    Literal::Number(Number::Unsigned(2)),
                                ],
                            ),
                            Check::Width(64),
                        ],
                    ),
                ),
                (
                    "mixed",
                    &Schema(
                        &[
                            Check::Enum(
                                &[
                                    Literal::Number(Number::Unsigned(1)),
                                    Literal::String("x"),
                                    Literal::Bool(true),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "kinds",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema(
                                    &[
                                        Check::STRING,
                                        Check::Enum(&[Literal::String("a"), Literal::String("b")]),
                                    ],
                                ),
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Size`
pub(super) static SIZE_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(&[("width", &Schema::INTEGER), ("height", &Schema::INTEGER)]),
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
pub(super) static PATTERN: Pattern = Pattern::regex("^[0-9]{5}$");
