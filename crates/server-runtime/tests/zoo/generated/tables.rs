// Generated from zoo.yaml by the test golden.rs. Do not edit.

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
pub(super) static ID_SCHEMA: &Schema = &Schema(
    &[Check::INTEGER, Check::Minimum(Number::Unsigned(1)), Check::Width(32)],
);
pub(super) static FIELDS_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::MaxItems(3),
        Check::Items {
            from: 0,
            schema: &Schema::STRING,
        },
        Check::UniqueItems,
    ],
);
pub(super) static TAGS_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::INTEGER,
        },
    ],
);
pub(super) static NEAR_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Required(&["lat", "lon"]),
        Check::Properties(&[("lat", &Schema::NUMBER), ("lon", &Schema::NUMBER)]),
    ],
);
pub(super) static FILTER_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Required(&["age"]),
        Check::Properties(&[("age", &Schema::INTEGER)]),
    ],
);
pub(super) static X_LIST_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::STRING,
        },
    ],
);
pub(super) static THEME_SCHEMA: &Schema = &Schema(
    &[Check::STRING, Check::Enum(&[Literal::String("dark"), Literal::String("light")])],
);
pub(super) static ID_SCHEMA_2: &Schema = &Schema(
    &[Check::STRING, Check::Pattern(&PATTERN)],
);
pub(super) static PUT_ANIMAL_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &[
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
        "image/*",
    ],
};
pub(super) static PUT_ANIMAL_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&ANIMAL_SCHEMA)],
);
pub(super) static PUT_ANIMAL_BODY_SCHEMA_2: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["name"]),
        Check::Properties(
            &[
                ("name", &Schema(&[Check::STRING, Check::MinLength(2)])),
                ("legs", &Schema::INTEGER),
                (
                    "toys",
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
                ),
            ],
        ),
    ],
);
/// Fields of the form.
pub(super) static PUT_ANIMAL_BODY_FIELDS: Fields = Fields {
    declared: &[
        ParameterSpec::query("name").required(),
        ParameterSpec::query("legs").scalar(Types::INTEGER),
        ParameterSpec::query("toys")
            .form(Form {
                scalar: Types::NONE,
                items: Some(&Form::TEXT),
                members: None,
            }),
    ],
    others: Form::TEXT,
};
pub(super) static PUT_ANIMAL_BODY_SCHEMA_3: Schema = Schema(
    &[Check::STRING, Check::MaxLength(20)],
);
pub(super) static PUT_ANIMAL_BODY_SCHEMA_4: Schema = Schema::ANYTHING;
pub(super) static EXTENSION_SCHEMA: &Schema = &Schema(
    &[Check::STRING, Check::Const(Literal::String("pdf"))],
);
pub(super) static MATRIX_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::INTEGER,
        },
    ],
);
pub(super) static LIST_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Properties(&[("x", &Schema::INTEGER), ("y", &Schema::INTEGER)]),
    ],
);
pub(super) static CHECK_BODY: BodyTable = BodyTable {
    required: false,
    media_types: &["application/json"],
};
pub(super) static CHECK_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&CHECKED_SCHEMA)],
);
pub(super) static UPLOAD_BODY: BodyTable = BodyTable {
    required: false,
    media_types: &["multipart/form-data"],
};
pub(super) static UPLOAD_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&UPLOAD_SCHEMA)],
);
/// Parts of the multipart body.
pub(super) static UPLOAD_BODY_PARTS: Parts = Parts {
    declared: &[
        ("animal", PartForm::One(Types::OBJECT)),
        ("photo", PartForm::File),
        ("more", PartForm::Files),
        ("sketch", PartForm::File),
        ("caption", PartForm::One(Types::NULL.or(Types::STRING))),
        ("notes", PartForm::One(Types::STRING)),
        ("legs", PartForm::One(Types::INTEGER)),
        ("tags", PartForm::Many(Types::STRING)),
        ("relatives", PartForm::Many(Types::OBJECT)),
        ("either", PartForm::File),
    ],
    others: None,
};
pub(super) static REPLACE_UPLOADS_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["multipart/mixed", "application/json", "multipart/form-data"],
};
pub(super) static REPLACE_UPLOADS_BODY_SCHEMA: Schema = Schema(&[Check::ARRAY]);
pub(super) static REPLACE_UPLOADS_BODY_SCHEMA_2: Schema = Schema(
    &[Check::Reference(&UPLOAD_SCHEMA)],
);
pub(super) static REPLACE_UPLOADS_BODY_SCHEMA_3: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["kind"]),
        Check::AdditionalProperties {
            properties: &["kind", "type", "Type", "additional"],
            patterns: &[],
            schema: &Schema::INTEGER,
        },
        Check::Properties(
            &[
                ("kind", &Schema(&[Check::Const(Literal::String("all"))])),
                (
                    "type",
                    &Schema(
                        &[
                            Check::Type(
                                Types::STRING.or(Types::INTEGER),
                                &["integer", "string"],
                            ),
                            Check::Width(64),
                        ],
                    ),
                ),
                ("Type", &Schema::BOOLEAN),
                ("additional", &Schema::STRING),
            ],
        ),
    ],
);
/// Parts of the multipart body.
pub(super) static REPLACE_UPLOADS_BODY_PARTS: Parts = Parts {
    declared: &[
        ("kind", PartForm::One(Types::STRING)),
        ("type", PartForm::One(Types::STRING.or(Types::INTEGER))),
        ("Type", PartForm::One(Types::BOOLEAN)),
        ("additional", PartForm::File),
    ],
    others: Some(PartForm::One(Types::INTEGER)),
};
pub(super) static DRAWER_SCHEMA: &Schema = &Schema(
    &[Check::STRING, Check::Pattern(&PATTERN_2)],
);
pub(super) static GET_TOKEN_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static GET_TOKEN_BODY_SCHEMA: Schema = Schema(
    &[Check::OBJECT, Check::Required(&["user"])],
);
pub(super) static REFRESH_TOKEN_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static REFRESH_TOKEN_BODY_SCHEMA: Schema = Schema(
    &[Check::OBJECT, Check::Required(&["token"])],
);
pub(super) static TOKEN_BY_CODE_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &["application/json"],
};
pub(super) static TOKEN_BY_CODE_BODY_SCHEMA: Schema = Schema(
    &[Check::OBJECT, Check::Required(&["code"])],
);
pub(super) static DEEP_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "at",
                    &Schema(
                        &[
                            Check::OBJECT,
                            Check::Properties(&[("from", &Schema::INTEGER)]),
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
                ("any", &Schema::ANYTHING),
            ],
        ),
    ],
);
pub(super) static EITHER_SCHEMA: &Schema = &Schema(
    &[
        Check::OneOf(
            &[
                &Schema::INTEGER,
                &Schema(
                    &[
                        Check::ARRAY,
                        Check::Items {
                            from: 0,
                            schema: &Schema::INTEGER,
                        },
                    ],
                ),
            ],
        ),
    ],
);
pub(super) static MIXED_SCHEMA: &Schema = &Schema(
    &[
        Check::Type(Types::STRING.or(Types::INTEGER), &["integer", "string"]),
        Check::Width(64),
    ],
);
pub(super) static OPEN_SCHEMA: &Schema = &Schema(
    &[
        Check::OBJECT,
        Check::AdditionalProperties {
            properties: &[],
            patterns: &[],
            schema: &Schema::INTEGER,
        },
    ],
);
pub(super) static LIST_SCHEMA_2: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::STRING,
        },
    ],
);
pub(super) static CRUMBS_SCHEMA: &Schema = &Schema(
    &[Check::OBJECT, Check::Properties(&[("a", &Schema::INTEGER)])],
);
pub(super) static X_JSON_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema::INTEGER,
        },
    ],
);
pub(super) static X_THINGS_SCHEMA: &Schema = &Schema(
    &[
        Check::ARRAY,
        Check::Items {
            from: 0,
            schema: &Schema(
                &[Check::OBJECT, Check::Properties(&[("a", &Schema::INTEGER)])],
            ),
        },
    ],
);
pub(super) static POST_NEWS_BODY: BodyTable = BodyTable {
    required: true,
    media_types: &[
        "application/x-ndjson",
        "application/json-seq",
        "text/xml",
        "text/csv",
    ],
};
pub(super) static POST_NEWS_BODY_SCHEMA: Schema = Schema(
    &[Check::Reference(&PAGE_SCHEMA)],
);
pub(super) static POST_NEWS_BODY_SCHEMA_2: Schema = Schema(
    &[
        Check::ARRAY,
        Check::MaxItems(2),
        Check::Items {
            from: 0,
            schema: &PAGE_SCHEMA,
        },
    ],
);
pub(super) static POST_NEWS_BODY_SCHEMA_3: Schema = Schema::ANYTHING;
pub(super) static POST_NEWS_BODY_SCHEMA_4: Schema = Schema::ANYTHING;
/// `/components/schemas/Upload`
pub(super) static UPLOAD_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &Schema(
                    &[Check::OBJECT, Check::Properties(&[("animal", &ANIMAL_SCHEMA)])],
                ),
            ],
        ),
        Check::OBJECT,
        Check::Required(&["photo", "animal", "tags"]),
        Check::AdditionalProperties {
            properties: &[
                "animal",
                "photo",
                "more",
                "sketch",
                "caption",
                "notes",
                "legs",
                "tags",
                "relatives",
                "either",
            ],
            patterns: &[],
            schema: &Schema(&[Check::Nothing]),
        },
        Check::Properties(
            &[
                ("animal", &Schema::ANYTHING),
                ("photo", &Schema(&[Check::STRING, Check::MinLength(1000000)])),
                (
                    "more",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::MaxItems(2),
                            Check::Items {
                                from: 0,
                                schema: &Schema::ANYTHING,
                            },
                        ],
                    ),
                ),
                ("sketch", &Schema::ANYTHING),
                (
                    "caption",
                    &Schema(
                        &[
                            Check::Type(
                                Types::NULL.or(Types::STRING),
                                &["string", "null"],
                            ),
                            Check::MaxLength(5),
                        ],
                    ),
                ),
                ("notes", &Schema::STRING),
                (
                    "legs",
                    &Schema(
                        &[
                            Check::INTEGER,
                            Check::Minimum(Number::Unsigned(0)),
                            Check::Width(64),
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
                                schema: &Schema(&[Check::STRING, Check::MinLength(2)]),
                            },
                        ],
                    ),
                ),
                (
                    "relatives",
                    &Schema(
                        &[
                            Check::ARRAY,
                            Check::Items {
                                from: 0,
                                schema: &Schema(
                                    &[
                                        Check::OBJECT,
                                        Check::Properties(
                                            &[
                                                (
                                                    "kind",
                                                    &Schema(
                                                        &[
                                                            Check::STRING,
                                                            Check::Enum(
                                                                &[Literal::String("aunt"), Literal::String("uncle")],
                                                            ),
                                                        ],
                                                    ),
                                                ),
                                            ],
                                        ),
                                    ],
                                ),
                            },
                        ],
                    ),
                ),
                ("either", &Schema(&[Check::OneOf(&[&Schema::STRING, &Schema::STRING])])),
            ],
        ),
        Check::DependentRequired(&[("caption", &["legs"])]),
    ],
);
/// `/components/schemas/Checked`
pub(super) static CHECKED_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Properties(
            &[
                ("unevaluated", &CHECKED_PROPERTIES_UNEVALUATED_SCHEMA),
                ("items", &CHECKED_PROPERTIES_ITEMS_SCHEMA),
                (
                    "names",
                    &Schema(
                        &[
                            Check::OBJECT,
                            Check::MaxProperties(3),
                            Check::MinProperties(1),
                            Check::PropertyNames(&Schema(&[Check::Pattern(&PATTERN_2)])),
                            Check::AdditionalProperties {
                                properties: &[],
                                patterns: &[&PATTERN_3],
                                schema: &Schema::STRING,
                            },
                            Check::PatternProperties(&[(&PATTERN_3, &Schema::INTEGER)]),
                        ],
                    ),
                ),
                (
                    "broken",
                    &Schema(
                        &[
                            Check::OBJECT,
                            Check::AdditionalProperties {
                                properties: &["text"],
                                patterns: &[&PATTERN_4],
                                schema: &Schema(&[Check::Nothing]),
                            },
                            Check::Properties(
                                &[
                                    (
                                        "text",
                                        &Schema(&[Check::STRING, Check::Pattern(&PATTERN_5)]),
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
                            Check::OBJECT,
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
                                            Check::INTEGER,
                                            Check::Minimum(Number::Unsigned(10)),
                                            Check::Width(64),
                                        ],
                                    ),
                                    &Schema(&[Check::STRING, Check::Pattern(&PATTERN_6)]),
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
                            Check::ARRAY,
                            Check::MinItems(1),
                            Check::Items {
                                from: 0,
                                schema: &Schema(
                                    &[
                                        Check::Type(
                                            Types::OBJECT.or(Types::INTEGER),
                                            &["integer", "object"],
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
        Check::OBJECT,
        Check::Properties(
            &[
                (
                    "children",
                    &Schema(
                        &[
                            Check::ARRAY,
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
                            Check::INTEGER,
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
        Check::ARRAY,
        Check::PrefixItems(&[&Schema::STRING, &Schema::INTEGER]),
        Check::Contains {
            schema: &Schema(&[Check::Const(Literal::Number(Number::Unsigned(7)))]),
            min: 1,
            max: Some(2),
        },
        Check::UnevaluatedItems {
            within: &CHECKED_PROPERTIES_ITEMS_SCHEMA,
            schema: &Schema::BOOLEAN,
        },
    ],
);
/// `/components/schemas/Checked/properties/unevaluated`
pub(super) static CHECKED_PROPERTIES_UNEVALUATED_SCHEMA: Schema = Schema(
    &[
        Check::AllOf(
            &[
                &Schema(&[Check::Properties(&[("a", &Schema::STRING)])]),
                &Schema(
                    &[
                        Check::If {
                            condition: &Schema(&[Check::Required(&["b"])]),
                            then: Some(
                                &Schema(&[Check::Properties(&[("b", &Schema::INTEGER)])]),
                            ),
                            otherwise: None,
                        },
                    ],
                ),
            ],
        ),
        Check::OBJECT,
        Check::UnevaluatedProperties {
            within: &CHECKED_PROPERTIES_UNEVALUATED_SCHEMA,
            schema: &Schema(&[Check::Nothing]),
        },
    ],
);
/// `/components/schemas/Animal`
pub(super) static ANIMAL_SCHEMA: Schema = Schema(
    &[
        Check::OBJECT,
        Check::Required(&["name"]),
        Check::AdditionalProperties {
            properties: &["name", "weight", "born", "legs", "parents"],
            patterns: &[],
            schema: &Schema::STRING,
        },
        Check::Properties(
            &[
                (
                    "name",
                    &Schema(&[Check::STRING, Check::MaxLength(10), Check::MinLength(1)]),
                ),
                (
                    "weight",
                    &Schema(
                        &[
                            Check::NUMBER,
                            Check::ExclusiveMinimum(Number::Unsigned(0)),
                            Check::MultipleOf(Number::Float(0.5)),
                        ],
                    ),
                ),
                (
                    "born",
                    &Schema(
                        &[
                            Check::Type(
                                Types::NULL.or(Types::STRING),
                                &["string", "null"],
                            ),
                        ],
                    ),
                ),
                ("legs", &Schema::INTEGER),
                (
                    "parents",
                    &Schema(
                        &[
                            Check::ARRAY,
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
        Check::OBJECT,
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
                            Check::INTEGER,
                            Check::Maximum(Number::Unsigned(100)),
                            Check::Width(64),
                        ],
                    ),
                ),
                ("after", &Schema::STRING),
            ],
        ),
    ],
);
pub(super) static PATTERN: Pattern = Pattern::regex("^[a-z]{2,8}$");
pub(super) static PATTERN_2: Pattern = Pattern::regex("^[a-z]+$");
pub(super) static PATTERN_3: Pattern = Pattern::prefix("^x", "x");
pub(super) static PATTERN_4: Pattern = Pattern::contains("(", "");
pub(super) static PATTERN_5: Pattern = Pattern::contains("[z-a]", "");
pub(super) static PATTERN_6: Pattern = Pattern::suffix("ok$", "ok");
