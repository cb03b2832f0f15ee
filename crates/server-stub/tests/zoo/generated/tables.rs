// Generated from zoo.yaml by the test golden.rs. Do not edit.

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
/// `/paths/~1animals~1{id}/get/parameters/0`
pub(super) static GET_ANIMAL_ID: Parameter = Parameter {
    name: "id",
    location: Location::Path,
    required: true,
    style: Style::Simple,
    explode: false,
    form: Form::INTEGER,
    schema: &Schema(
        &[
            Check::Type(Types::INTEGER, "integer"),
            Check::Minimum(Number::Unsigned(1)),
            Check::Width(32),
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/1`
pub(super) static GET_ANIMAL_FIELDS: Parameter = Parameter {
    name: "fields",
    location: Location::Query,
    required: false,
    style: Style::Form,
    explode: true,
    form: Form {
        scalar: Types::NONE,
        items: Some(&Form::TEXT),
        members: None,
    },
    schema: &Schema(
        &[
            Check::Type(Types::ARRAY, "array"),
            Check::MaxItems(3),
            Check::Items {
                from: 0,
                schema: &Schema(&[Check::Type(Types::STRING, "string")]),
            },
            Check::UniqueItems,
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/2`
pub(super) static GET_ANIMAL_TAGS: Parameter = Parameter {
    name: "tags",
    location: Location::Query,
    required: false,
    style: Style::Form,
    explode: false,
    form: Form {
        scalar: Types::NONE,
        items: Some(&Form::INTEGER),
        members: None,
    },
    schema: &Schema(
        &[
            Check::Type(Types::ARRAY, "array"),
            Check::Items {
                from: 0,
                schema: &Schema(
                    &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                ),
            },
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/3`
pub(super) static GET_ANIMAL_PAGE: Parameter = Parameter {
    name: "page",
    location: Location::Query,
    required: false,
    style: Style::DeepObject,
    explode: true,
    form: Form {
        scalar: Types::NONE,
        items: None,
        members: Some(Members {
            declared: &[("size", Form::INTEGER), ("after", Form::TEXT)],
            others: None,
            foreign: &[],
        }),
    },
    schema: &PAGE_SCHEMA,
};
/// `/paths/~1animals~1{id}/get/parameters/4`
pub(super) static GET_ANIMAL_NEAR: Parameter = Parameter {
    name: "near",
    location: Location::Query,
    required: false,
    style: Style::Form,
    explode: true,
    form: Form {
        scalar: Types::NONE,
        items: None,
        members: Some(Members {
            declared: &[("lat", Form::NUMBER), ("lon", Form::NUMBER)],
            others: None,
            foreign: &[],
        }),
    },
    schema: &Schema(
        &[
            Check::Type(Types::OBJECT, "object"),
            Check::Required(&["lat", "lon"]),
            Check::Properties(
                &[
                    ("lat", &Schema(&[Check::Type(Types::NUMBER, "number")])),
                    ("lon", &Schema(&[Check::Type(Types::NUMBER, "number")])),
                ],
            ),
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/5`
pub(super) static GET_ANIMAL_FILTER: Parameter = Parameter {
    name: "filter",
    location: Location::Query,
    required: false,
    style: Style::Json,
    explode: false,
    form: Form::TEXT,
    schema: &Schema(
        &[
            Check::Type(Types::OBJECT, "object"),
            Check::Required(&["age"]),
            Check::Properties(
                &[
                    (
                        "age",
                        &Schema(
                            &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                        ),
                    ),
                ],
            ),
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/6`
pub(super) static GET_ANIMAL_X_DEPTH: Parameter = Parameter {
    name: "x-depth",
    location: Location::Header,
    required: false,
    style: Style::Simple,
    explode: false,
    form: Form::INTEGER,
    schema: &Schema(&[Check::Type(Types::INTEGER, "integer"), Check::Width(64)]),
};
/// `/paths/~1animals~1{id}/get/parameters/7`
pub(super) static GET_ANIMAL_X_LIST: Parameter = Parameter {
    name: "x-list",
    location: Location::Header,
    required: false,
    style: Style::Simple,
    explode: false,
    form: Form {
        scalar: Types::NONE,
        items: Some(&Form::TEXT),
        members: None,
    },
    schema: &Schema(
        &[
            Check::Type(Types::ARRAY, "array"),
            Check::Items {
                from: 0,
                schema: &Schema(&[Check::Type(Types::STRING, "string")]),
            },
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/8`
pub(super) static GET_ANIMAL_THEME: Parameter = Parameter {
    name: "theme",
    location: Location::Cookie,
    required: false,
    style: Style::Form,
    explode: true,
    form: Form::TEXT,
    schema: &Schema(
        &[
            Check::Type(Types::STRING, "string"),
            Check::Enum(&[Literal::String("dark"), Literal::String("light")]),
        ],
    ),
};
/// `/paths/~1animals~1{id}/get/parameters/9`
pub(super) static GET_ANIMAL_LOUD: Parameter = Parameter {
    name: "loud",
    location: Location::Query,
    required: false,
    style: Style::Form,
    explode: true,
    form: Form::BOOLEAN,
    schema: &Schema(&[Check::Type(Types::BOOLEAN, "boolean")]),
};
/// `/paths/~1animals~1{id}/put/parameters/0`
pub(super) static PUT_ANIMAL_ID: Parameter = Parameter {
    name: "id",
    location: Location::Path,
    required: true,
    style: Style::Simple,
    explode: false,
    form: Form::TEXT,
    schema: &Schema(&[Check::Type(Types::STRING, "string"), Check::Pattern(&PATTERN)]),
};
/// `/paths/~1animals~1{id}/put/requestBody`
pub(super) static PUT_ANIMAL_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &[
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
        "image/*",
    ],
};
/// `/paths/~1animals~1{id}/put/requestBody/content/application~1json/schema`
pub(super) static PUT_ANIMAL_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&ANIMAL_SCHEMA)],
);
/// `/paths/~1animals~1{id}/put/requestBody/content/application~1x-www-form-urlencoded/schema`
pub(super) static PUT_ANIMAL_BODY_SCHEMA_2: Schema = Schema(
    &[
        Check::Type(Types::OBJECT, "object"),
        Check::Required(&["name"]),
        Check::Properties(
            &[
                (
                    "name",
                    &Schema(&[Check::Type(Types::STRING, "string"), Check::MinLength(2)]),
                ),
                (
                    "legs",
                    &Schema(&[Check::Type(Types::INTEGER, "integer"), Check::Width(64)]),
                ),
                (
                    "toys",
                    &Schema(
                        &[
                            Check::Type(Types::ARRAY, "array"),
                            Check::MinItems(2),
                            Check::Items {
                                from: 0,
                                schema: &Schema(&[Check::Type(Types::STRING, "string")]),
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// Fields of the form.
pub(super) static PUT_ANIMAL_BODY_MEMBERS: Fields = Fields {
    declared: &[
        (
            "name",
            FieldForm {
                types: Types::STRING,
                repeated: false,
                json: false,
            },
        ),
        (
            "legs",
            FieldForm {
                types: Types::INTEGER,
                repeated: false,
                json: false,
            },
        ),
        (
            "toys",
            FieldForm {
                types: Types::STRING,
                repeated: true,
                json: false,
            },
        ),
    ],
    others: Some(FieldForm::ONE_TEXT),
};
/// `/paths/~1animals~1{id}/put/requestBody/content/text~1plain/schema`
pub(super) static PUT_ANIMAL_BODY_SCHEMA_3: Schema = Schema(
    &[Check::Type(Types::STRING, "string"), Check::MaxLength(20)],
);
/// Anything: the document gives no schema.
pub(super) static PUT_ANIMAL_BODY_SCHEMA_4: Schema = Schema(&[]);
/// `/paths/~1reports~1{name}.{extension}/get/parameters/0`
pub(super) static GET_REPORT_NAME: Parameter = Parameter {
    name: "name",
    location: Location::Path,
    required: true,
    style: Style::Simple,
    explode: false,
    form: Form::TEXT,
    schema: &Schema(&[Check::Type(Types::STRING, "string")]),
};
/// `/paths/~1reports~1{name}.{extension}/get/parameters/1`
pub(super) static GET_REPORT_EXTENSION: Parameter = Parameter {
    name: "extension",
    location: Location::Path,
    required: true,
    style: Style::Simple,
    explode: false,
    form: Form::TEXT,
    schema: &Schema(
        &[Check::Type(Types::STRING, "string"), Check::Const(Literal::String("pdf"))],
    ),
};
/// `/paths/~1maze~1{label}~1{matrix}~1{list}/get/parameters/0`
pub(super) static WALK_MAZE_LABEL: Parameter = Parameter {
    name: "label",
    location: Location::Path,
    required: true,
    style: Style::Label,
    explode: false,
    form: Form::TEXT,
    schema: &Schema(&[Check::Type(Types::STRING, "string")]),
};
/// `/paths/~1maze~1{label}~1{matrix}~1{list}/get/parameters/1`
pub(super) static WALK_MAZE_MATRIX: Parameter = Parameter {
    name: "matrix",
    location: Location::Path,
    required: true,
    style: Style::Matrix,
    explode: true,
    form: Form {
        scalar: Types::NONE,
        items: Some(&Form::INTEGER),
        members: None,
    },
    schema: &Schema(
        &[
            Check::Type(Types::ARRAY, "array"),
            Check::Items {
                from: 0,
                schema: &Schema(
                    &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                ),
            },
        ],
    ),
};
/// `/paths/~1maze~1{label}~1{matrix}~1{list}/get/parameters/2`
pub(super) static WALK_MAZE_LIST: Parameter = Parameter {
    name: "list",
    location: Location::Path,
    required: true,
    style: Style::Simple,
    explode: false,
    form: Form {
        scalar: Types::NONE,
        items: None,
        members: Some(Members {
            declared: &[("x", Form::INTEGER), ("y", Form::INTEGER)],
            others: Some(&Form::OPEN),
            foreign: &[],
        }),
    },
    schema: &Schema(
        &[
            Check::Type(Types::OBJECT, "object"),
            Check::Properties(
                &[
                    (
                        "x",
                        &Schema(
                            &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                        ),
                    ),
                    (
                        "y",
                        &Schema(
                            &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                        ),
                    ),
                ],
            ),
        ],
    ),
};
/// `/paths/~1checks/post/requestBody`
pub(super) static CHECK_BODY: BodyTable = BodyTable {
    required: false,
    media_types: &["application/json"],
};
/// `/paths/~1checks/post/requestBody/content/application~1json/schema`
pub(super) static CHECK_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&CHECKED_SCHEMA)],
);
/// `/components/schemas/Checked`
pub(super) static CHECKED_SCHEMA: Schema = Schema(
    &[
        Check::Type(Types::OBJECT, "object"),
        Check::Properties(
            &[
                ("unevaluated", &CHECKED_PROPERTIES_UNEVALUATED_SCHEMA),
                ("items", &CHECKED_PROPERTIES_ITEMS_SCHEMA),
                (
                    "names",
                    &Schema(
                        &[
                            Check::Type(Types::OBJECT, "object"),
                            Check::MaxProperties(3),
                            Check::MinProperties(1),
                            Check::PropertyNames(&Schema(&[Check::Pattern(&PATTERN_2)])),
                            Check::AdditionalProperties {
                                properties: &[],
                                patterns: &[&PATTERN_3],
                                schema: &Schema(&[Check::Type(Types::STRING, "string")]),
                            },
                            Check::PatternProperties(
                                &[
                                    (
                                        &PATTERN_3,
                                        &Schema(
                                            &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                                        ),
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "broken",
                    &Schema(
                        &[
                            Check::Type(Types::OBJECT, "object"),
                            Check::AdditionalProperties {
                                properties: &["text"],
                                patterns: &[&PATTERN_4],
                                schema: &Schema(&[Check::Nothing]),
                            },
                            Check::Properties(
                                &[
                                    (
                                        "text",
                                        &Schema(
                                            &[
                                                Check::Type(Types::STRING, "string"),
                                                Check::Pattern(&PATTERN_5),
                                            ],
                                        ),
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "dependent",
                    &Schema(
                        &[
                            Check::Type(Types::OBJECT, "object"),
                            Check::DependentRequired(&[("card", &["address", "name"])]),
                            Check::DependentSchemas(
                                &[("vat", &Schema(&[Check::Required(&["country"])]))],
                            ),
                        ],
                    ),
                ),
                (
                    "choice",
                    &Schema(
                        &[
                            Check::AnyOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::Type(Types::INTEGER, "integer"),
                                            Check::Minimum(Number::Unsigned(10)),
                                            Check::Width(64),
                                        ],
                                    ),
                                    &Schema(
                                        &[
                                            Check::Type(Types::STRING, "string"),
                                            Check::Pattern(&PATTERN_6),
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "branches",
                    &Schema(
                        &[
                            Check::OneOf(
                                &[
                                    &Schema(
                                        &[
                                            Check::If {
                                                condition: &Schema(&[Check::Required(&["a"])]),
                                                then: Some(&Schema(&[Check::Required(&["b"])])),
                                                otherwise: None,
                                            },
                                            Check::Contains {
                                                schema: &Schema(
                                                    &[Check::Const(Literal::Number(Number::Unsigned(2)))],
                                                ),
                                                min: 1,
                                                max: None,
                                            },
                                        ],
                                    ),
                                    &Schema(
                                        &[Check::Const(Literal::Number(Number::Unsigned(1)))],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
                (
                    "negated",
                    &Schema(
                        &[
                            Check::Not(
                                &Schema(
                                    &[
                                        Check::Enum(
                                            &[
                                                Literal::Number(Number::Unsigned(1)),
                                                Literal::String("two"),
                                                Literal::Array(&[Literal::Number(Number::Unsigned(3))]),
                                                Literal::Object(
                                                    &[("four", Literal::Number(Number::Float(4.0)))],
                                                ),
                                            ],
                                        ),
                                    ],
                                ),
                            ),
                        ],
                    ),
                ),
                (
                    "unique",
                    &Schema(
                        &[
                            Check::Type(Types::ARRAY, "array"),
                            Check::MinItems(1),
                            Check::Items {
                                from: 0,
                                schema: &Schema(
                                    &[
                                        Check::Type(
                                            Types::OBJECT.or(Types::INTEGER),
                                            "integer,object",
                                        ),
                                        Check::Width(64),
                                    ],
                                ),
                            },
                            Check::UniqueItems,
                        ],
                    ),
                ),
                ("never", &Schema(&[Check::Nothing])),
                ("tree", &TREE_SCHEMA),
            ],
        ),
    ],
);
/// `/components/schemas/Tree`
pub(super) static TREE_SCHEMA: Schema = Schema(
    &[
        Check::Type(Types::OBJECT, "object"),
        Check::Properties(
            &[
                (
                    "children",
                    &Schema(
                        &[
                            Check::Type(Types::ARRAY, "array"),
                            Check::Items {
                                from: 0,
                                schema: &TREE_SCHEMA,
                            },
                        ],
                    ),
                ),
                (
                    "size",
                    &Schema(
                        &[
                            Check::Type(Types::INTEGER, "integer"),
                            Check::Maximum(Number::Unsigned(9)),
                            Check::Minimum(Number::Unsigned(0)),
                            Check::ExclusiveMaximum(Number::Unsigned(9)),
                            Check::Width(64),
                        ],
                    ),
                ),
            ],
        ),
        Check::UnevaluatedProperties {
            within: &TREE_SCHEMA,
            schema: &Schema(&[Check::Nothing]),
        },
    ],
);
/// `/components/schemas/Checked/properties/items`
pub(super) static CHECKED_PROPERTIES_ITEMS_SCHEMA: Schema = Schema(
    &[
        Check::Type(Types::ARRAY, "array"),
        Check::PrefixItems(
            &[
                &Schema(&[Check::Type(Types::STRING, "string")]),
                &Schema(&[Check::Type(Types::INTEGER, "integer"), Check::Width(64)]),
            ],
        ),
        Check::Contains {
            schema: &Schema(&[Check::Const(Literal::Number(Number::Unsigned(7)))]),
            min: 1,
            max: Some(2),
        },
        Check::UnevaluatedItems {
            within: &CHECKED_PROPERTIES_ITEMS_SCHEMA,
            schema: &Schema(&[Check::Type(Types::BOOLEAN, "boolean")]),
        },
    ],
);
/// `/components/schemas/Checked/properties/unevaluated`
pub(super) static CHECKED_PROPERTIES_UNEVALUATED_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &Schema(
                    &[
                        Check::Properties(
                            &[("a", &Schema(&[Check::Type(Types::STRING, "string")]))],
                        ),
                    ],
                ),
                &Schema(
                    &[
                        Check::If {
                            condition: &Schema(&[Check::Required(&["b"])]),
                            then: Some(
                                &Schema(
                                    &[
                                        Check::Properties(
                                            &[
                                                (
                                                    "b",
                                                    &Schema(
                                                        &[Check::Type(Types::INTEGER, "integer"), Check::Width(64)],
                                                    ),
                                                ),
                                            ],
                                        ),
                                    ],
                                ),
                            ),
                            otherwise: None,
                        },
                    ],
                ),
            ],
        ),
        Check::Type(Types::OBJECT, "object"),
        Check::UnevaluatedProperties {
            within: &CHECKED_PROPERTIES_UNEVALUATED_SCHEMA,
            schema: &Schema(&[Check::Nothing]),
        },
    ],
);
/// `/components/schemas/Animal`
pub(super) static ANIMAL_SCHEMA: Schema = Schema(
    &[
        Check::Type(Types::OBJECT, "object"),
        Check::Required(&["name"]),
        Check::AdditionalProperties {
            properties: &["name", "weight", "born", "legs", "parents"],
            patterns: &[],
            schema: &Schema(&[Check::Type(Types::STRING, "string")]),
        },
        Check::Properties(
            &[
                (
                    "name",
                    &Schema(
                        &[
                            Check::Type(Types::STRING, "string"),
                            Check::MaxLength(10),
                            Check::MinLength(1),
                        ],
                    ),
                ),
                (
                    "weight",
                    &Schema(
                        &[
                            Check::Type(Types::NUMBER, "number"),
                            Check::ExclusiveMinimum(Number::Unsigned(0)),
                            Check::MultipleOf(Number::Float(0.5)),
                        ],
                    ),
                ),
                (
                    "born",
                    &Schema(&[Check::Type(Types::NULL.or(Types::STRING), "string,null")]),
                ),
                (
                    "legs",
                    &Schema(&[Check::Type(Types::INTEGER, "integer"), Check::Width(64)]),
                ),
                (
                    "parents",
                    &Schema(
                        &[
                            Check::Type(Types::ARRAY, "array"),
                            Check::MaxItems(2),
                            Check::Items {
                                from: 0,
                                schema: &ANIMAL_SCHEMA,
                            },
                        ],
                    ),
                ),
            ],
        ),
    ],
);
/// `/components/schemas/Page`
pub(super) static PAGE_SCHEMA: Schema = Schema(
    &[
        Check::Type(Types::OBJECT, "object"),
        Check::AdditionalProperties {
            properties: &["size", "after"],
            patterns: &[],
            schema: &Schema(&[Check::Nothing]),
        },
        Check::Properties(
            &[
                (
                    "size",
                    &Schema(
                        &[
                            Check::Type(Types::INTEGER, "integer"),
                            Check::Maximum(Number::Unsigned(100)),
                            Check::Width(64),
                        ],
                    ),
                ),
                ("after", &Schema(&[Check::Type(Types::STRING, "string")])),
            ],
        ),
    ],
);
static PATTERN: Pattern = Pattern::regex("^[a-z]{2,8}$");
static PATTERN_2: Pattern = Pattern::regex("^[a-z]+$");
static PATTERN_3: Pattern = Pattern::prefix("^x", "x");
static PATTERN_4: Pattern = Pattern::contains("(", "");
static PATTERN_5: Pattern = Pattern::contains("[z-a]", "");
static PATTERN_6: Pattern = Pattern::suffix("ok$", "ok");
