// Generated from second_client.yaml by the test golden.rs. Do not edit.

#[allow(unused_imports, reason = "not every document has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use std::convert::Infallible;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::codegen::{
    HeaderStyle, JSON, Mismatch, Streams, header, list, only_empty, only_json, operation,
    optional, segment, text,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::{
    self as runtime, Call, GoneField, Operation, RateLimitField, RateLimitRole,
    RateLimitSource,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::json::Types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::multipart;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
use super::Client;
impl Client {
    /// `GET /simple/{text}/{list}/{object}`
    pub fn path_simple(&self, request: &PathSimpleRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "pathSimple", "GET", "/simple/{text}/{list}/{object}", & []; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/simple/")
                    .parameter(
                        const { &ParameterSpec::path("text") },
                        Some(&request.text),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("list")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.list),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("object")
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
                                })
                        },
                        Some(&request.object),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /simple-explode/{text}/{list}/{object}`
    pub fn path_simple_explode(
        &self,
        request: &PathSimpleExplodeRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "pathSimpleExplode", "GET", "/simple-explode/{text}/{list}/{object}", &
                []; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/simple-explode/")
                    .parameter(
                        const {
                            &ParameterSpec::path("text").style(Style::Simple, true)
                        },
                        Some(&request.text),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("list")
                                .style(Style::Simple, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.list),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("object")
                                .style(Style::Simple, true)
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
                                        foreign: &["text", "list"],
                                    }),
                                })
                        },
                        Some(&request.object),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /label/{text}/{list}/{object}`
    pub fn path_label(&self, request: &PathLabelRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("pathLabel", "GET", "/label/{text}/{list}/{object}", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/label/")
                    .parameter(
                        const {
                            &ParameterSpec::path("text").style(Style::Label, false)
                        },
                        Some(&request.text),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("list")
                                .style(Style::Label, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.list),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("object")
                                .style(Style::Label, false)
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
                                })
                        },
                        Some(&request.object),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /label-explode/{text}/{list}/{object}`
    pub fn path_label_explode(
        &self,
        request: &PathLabelExplodeRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "pathLabelExplode", "GET", "/label-explode/{text}/{list}/{object}", & [];
                "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/label-explode/")
                    .parameter(
                        const { &ParameterSpec::path("text").style(Style::Label, true) },
                        Some(&request.text),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("list")
                                .style(Style::Label, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.list),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("object")
                                .style(Style::Label, true)
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
                                        foreign: &["text", "list"],
                                    }),
                                })
                        },
                        Some(&request.object),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /matrix/{text}/{list}/{object}`
    pub fn path_matrix(&self, request: &PathMatrixRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "pathMatrix", "GET", "/matrix/{text}/{list}/{object}", & []; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/matrix/")
                    .parameter(
                        const {
                            &ParameterSpec::path("text").style(Style::Matrix, false)
                        },
                        Some(&request.text),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("list")
                                .style(Style::Matrix, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.list),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("object")
                                .style(Style::Matrix, false)
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
                                })
                        },
                        Some(&request.object),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /matrix-explode/{text}/{list}/{object}`
    pub fn path_matrix_explode(
        &self,
        request: &PathMatrixExplodeRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!(
                "pathMatrixExplode", "GET", "/matrix-explode/{text}/{list}/{object}", &
                []; "*/*"
            ),
            |builder| {
                let builder = builder
                    .literal("/matrix-explode/")
                    .parameter(
                        const {
                            &ParameterSpec::path("text").style(Style::Matrix, true)
                        },
                        Some(&request.text),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("list")
                                .style(Style::Matrix, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        Some(&request.list),
                    )?
                    .literal("/")
                    .parameter(
                        const {
                            &ParameterSpec::path("object")
                                .style(Style::Matrix, true)
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
                                        foreign: &["text", "list"],
                                    }),
                                })
                        },
                        Some(&request.object),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /form`
    pub fn query_form(&self, request: &QueryFormRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("queryForm", "GET", "/form", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/form")
                    .parameter(
                        const {
                            &ParameterSpec::query("text").style(Style::Form, false)
                        },
                        request.text.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("list")
                                .style(Style::Form, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("object")
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
                                })
                        },
                        request.object.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /form-explode`
    pub fn query_form_explode(
        &self,
        request: &QueryFormExplodeRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!("queryFormExplode", "GET", "/form-explode", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/form-explode")
                    .parameter(
                        const { &ParameterSpec::query("text") },
                        request.text.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("list")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("object")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("R", Form::INTEGER),
                                            ("G", Form::INTEGER),
                                            ("B", Form::INTEGER),
                                        ],
                                        others: None,
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.object.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /delimited`
    pub fn query_delimited(
        &self,
        request: &QueryDelimitedRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!("queryDelimited", "GET", "/delimited", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/delimited")
                    .parameter(
                        const {
                            &ParameterSpec::query("spaces")
                                .style(Style::SpaceDelimited, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.spaces.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("spaced")
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
                                })
                        },
                        request.spaced.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("pipes")
                                .style(Style::PipeDelimited, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.pipes.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("piped")
                                .style(Style::PipeDelimited, false)
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
                                })
                        },
                        request.piped.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /deep-object`
    pub fn query_deep_object(
        &self,
        request: &QueryDeepObjectRequest,
    ) -> Call<(), Infallible> {
        self.call_directly(
            operation!("queryDeepObject", "GET", "/deep-object", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/deep-object")
                    .parameter(
                        const {
                            &ParameterSpec::query("object")
                                .style(Style::DeepObject, true)
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
                                })
                        },
                        request.object.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("filter")
                                .style(Style::DeepObject, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            (
                                                "size",
                                                Form {
                                                    scalar: Types::NONE,
                                                    items: None,
                                                    members: Some(Members {
                                                        declared: &[("gte", Form::INTEGER), ("lt", Form::INTEGER)],
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
                                        ],
                                        others: Some(&Form::OPEN),
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.filter.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /query-string`
    pub fn whole_query(&self, request: &WholeQueryRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("wholeQuery", "GET", "/query-string", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/query-string")
                    .parameter(
                        const {
                            &ParameterSpec::query("whole")
                                .style(Style::QueryString, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("text", Form::TEXT),
                                            (
                                                "list",
                                                Form {
                                                    scalar: Types::NONE,
                                                    items: Some(&Form::TEXT),
                                                    members: None,
                                                },
                                            ),
                                            (
                                                "object",
                                                Form {
                                                    scalar: Types::OBJECT,
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                        ],
                                        others: None,
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.whole.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /query-string-encoded`
    pub fn encoded_query(&self, request: &EncodedQueryRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("encodedQuery", "GET", "/query-string-encoded", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/query-string-encoded")
                    .parameter(
                        const {
                            &ParameterSpec::query("whole")
                                .style(Style::QueryString, false)
                                .fields(const {
                                    &unplug_wire::parameter::Fields {
                                        declared: &[
                                            ParameterSpec::query("text"),
                                            ParameterSpec::query("list")
                                                .style(Style::Form, false)
                                                .form(Form {
                                                    scalar: Types::NONE,
                                                    items: Some(&Form::TEXT),
                                                    members: None,
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
                                                            ("width", Form::INTEGER),
                                                            ("height", Form::INTEGER),
                                                        ],
                                                        others: Some(&Form::OPEN),
                                                        foreign: &[],
                                                    }),
                                                }),
                                            ParameterSpec::query("object").style(Style::Json, false),
                                            ParameterSpec::query("json").style(Style::Json, false),
                                        ],
                                        others: Form::TEXT,
                                    }
                                })
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("text", Form::TEXT),
                                            (
                                                "list",
                                                Form {
                                                    scalar: Types::NONE,
                                                    items: Some(&Form::TEXT),
                                                    members: None,
                                                },
                                            ),
                                            (
                                                "pipes",
                                                Form {
                                                    scalar: Types::NONE,
                                                    items: Some(&Form::INTEGER),
                                                    members: None,
                                                },
                                            ),
                                            (
                                                "deep",
                                                Form {
                                                    scalar: Types::OBJECT,
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                            (
                                                "object",
                                                Form {
                                                    scalar: Types::OBJECT,
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                            ("json", Form::OPEN),
                                        ],
                                        others: None,
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.whole.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /filters`
    pub fn filtered(&self, request: &FilteredRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("filtered", "GET", "/filters", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/filters")
                    .parameter(
                        const {
                            &ParameterSpec::query("spread")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("status", Form::TEXT),
                                            ("level", Form::INTEGER),
                                            (
                                                "mixed",
                                                Form {
                                                    scalar: Types(114),
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                            (
                                                "kinds",
                                                Form {
                                                    scalar: Types::ARRAY,
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                        ],
                                        others: None,
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.spread.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("deep")
                                .style(Style::DeepObject, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("status", Form::TEXT),
                                            ("level", Form::INTEGER),
                                            (
                                                "mixed",
                                                Form {
                                                    scalar: Types(114),
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                            (
                                                "kinds",
                                                Form {
                                                    scalar: Types::NONE,
                                                    items: Some(&Form::TEXT),
                                                    members: None,
                                                },
                                            ),
                                        ],
                                        others: Some(&Form::OPEN),
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.deep.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::cookie("list")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::cookie("object")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("color", Form::TEXT),
                                            ("width", Form::INTEGER),
                                        ],
                                        others: None,
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.object.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /header`
    pub fn header_simple(
        &self,
        request: &HeaderSimpleRequest,
    ) -> Call<HeaderSimpleOk, Infallible> {
        self.call_directly(
            operation!("headerSimple", "GET", "/header", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/header")
                    .parameter(
                        const { &ParameterSpec::header("X-Text") },
                        request.x_text.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-List")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.x_list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-Object")
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
                                })
                        },
                        request.x_object.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-Exploded-List")
                                .style(Style::Simple, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.x_exploded_list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-Exploded-Object")
                                .style(Style::Simple, true)
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
                                        foreign: &[
                                            "X-Text",
                                            "X-List",
                                            "X-Object",
                                            "X-Exploded-List",
                                        ],
                                    }),
                                })
                        },
                        request.x_exploded_object.as_ref(),
                    )?;
                Ok(builder)
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(HeaderSimpleOk {
                            headers: HeaderSimpleOkHeaders {
                                x_text: response.header("x-text"),
                                x_list: response.header("x-list"),
                                x_object: response.header("x-object"),
                                x_exploded_list: response
                                    .header_as("x-exploded-list", HeaderStyle::Exploded),
                                x_exploded_object: response
                                    .header_as("x-exploded-object", HeaderStyle::Exploded),
                            },
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /cookie`
    pub fn cookie_form(&self, request: &CookieFormRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("cookieForm", "GET", "/cookie", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/cookie")
                    .parameter(
                        const {
                            &ParameterSpec::cookie("text").style(Style::Form, false)
                        },
                        request.text.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::cookie("list")
                                .style(Style::Form, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::cookie("object")
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
                                })
                        },
                        request.object.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /cookie-style`
    pub fn cookie_style(&self, request: &CookieStyleRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("cookieStyle", "GET", "/cookie-style", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/cookie-style")
                    .parameter(
                        const {
                            &ParameterSpec::cookie("text").style(Style::Cookie, true)
                        },
                        request.text.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::cookie("list")
                                .style(Style::Cookie, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.list.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::cookie("object")
                                .style(Style::Cookie, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            ("R", Form::INTEGER),
                                            ("G", Form::INTEGER),
                                            ("B", Form::INTEGER),
                                        ],
                                        others: None,
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.object.as_ref(),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /overlapping/{path}`
    pub fn overlapping(
        &self,
        request: &OverlappingRequest,
    ) -> Call<OverlappingNoContent, Infallible> {
        self.call_directly(
            operation!("overlapping", "GET", "/overlapping/{path}", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/overlapping/")
                    .parameter(
                        const { &ParameterSpec::path("path").scalar(Types(98)) },
                        Some(&request.path),
                    )?
                    .whole_path()?
                    .parameter(
                        const { &ParameterSpec::query("query").scalar(Types(98)) },
                        request.query.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("items")
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(
                                        &Form {
                                            scalar: Types(98),
                                            items: None,
                                            members: None,
                                        },
                                    ),
                                    members: None,
                                })
                        },
                        request.items.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::query("code").scalar(Types(96)) },
                        request.code.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("deep")
                                .style(Style::DeepObject, true)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: None,
                                    members: Some(Members {
                                        declared: &[
                                            (
                                                "code",
                                                Form {
                                                    scalar: Types(96),
                                                    items: None,
                                                    members: None,
                                                },
                                            ),
                                        ],
                                        others: Some(&Form::OPEN),
                                        foreign: &[],
                                    }),
                                })
                        },
                        request.deep.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-List")
                                .form(Form {
                                    scalar: Types::STRING,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.x_list.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::header("X-Code").scalar(Types(96)) },
                        request.x_code.as_ref(),
                    )?
                    .parameter(
                        const { &ParameterSpec::cookie("cookie").scalar(Types(96)) },
                        request.cookie.as_ref(),
                    )?;
                Ok(builder)
            },
            |response| match response.status {
                204 => {
                    Ok(
                        Ok(OverlappingNoContent {
                            headers: OverlappingNoContentHeaders {
                                x_code: response.header("x-code"),
                            },
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `GET /repos/{repo}/docs/{doc}`
    pub fn get_doc(&self, request: &GetDocRequest) -> Call<(), Infallible> {
        self.call(
            operation!("getDoc", "GET", "/repos/{repo}/docs/{doc}", & []; "*/*"),
            |client| {
                let repo = segment("repo", &request.repo)?;
                let doc = segment("doc", &request.doc)?;
                Ok(async move { client.get_doc(&repo, &doc).await })
            },
            only_empty::<204, _>,
        )
    }
    /// `GET /files/{name}.{extension}`
    pub fn get_file(&self, request: &GetFileRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("getFile", "GET", "/files/{name}.{extension}", & []; "*/*"),
            |builder| {
                let builder = builder
                    .literal("/files/")
                    .parameter(
                        const { &ParameterSpec::path("name") },
                        Some(&request.name),
                    )?
                    .literal(".")
                    .parameter(
                        const { &ParameterSpec::path("extension") },
                        Some(&request.extension),
                    )?
                    .whole_path()?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `POST /forms/usual`
    pub fn usual_form(&self, request: &UsualFormRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("usualForm", "POST", "/forms/usual", & []; "*/*"),
            |builder| {
                let builder = builder.literal("/forms/usual");
                let body = &request.body;
                let builder = builder
                    .form(
                        "application/x-www-form-urlencoded",
                        const {
                            &Fields {
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
                            }
                        },
                        body,
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `POST /forms/styled`
    pub fn styled_form(&self, request: &StyledFormRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("styledForm", "POST", "/forms/styled", & []; "*/*"),
            |builder| {
                let builder = builder.literal("/forms/styled");
                let body = &request.body;
                let builder = builder
                    .form(
                        "application/x-www-form-urlencoded",
                        const {
                            &Fields {
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
                                                declared: &[
                                                    ("width", Form::INTEGER),
                                                    ("height", Form::INTEGER),
                                                ],
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
                            }
                        },
                        body,
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
    /// `POST /numbers`
    pub fn numbers(&self, request: &NumbersRequest) -> Call<NumbersOk, Infallible> {
        self.call_directly(
            operation!("numbers", "POST", "/numbers", & []),
            |builder| {
                let builder = builder
                    .literal("/numbers")
                    .parameter(
                        const { &ParameterSpec::query("ratio").scalar(Types::NUMBER) },
                        request.ratio.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("steps")
                                .style(Style::Form, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::NUMBER),
                                    members: None,
                                })
                        },
                        request.steps.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::header("X-Ratio").scalar(Types::NUMBER)
                        },
                        request.x_ratio.as_ref(),
                    )?;
                let body = &request.body;
                let builder = builder.json("application/json", body)?;
                Ok(builder)
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(NumbersOk {
                            headers: NumbersOkHeaders {
                                x_ratio: response.header("x-ratio"),
                            },
                            body: response.json_of(JSON)?,
                        }),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
    /// `POST /multipart`
    pub fn send_parts(&self, request: &SendPartsRequest) -> Call<(), Infallible> {
        self.call_directly(
            operation!("sendParts", "POST", "/multipart", & []; "*/*"),
            |builder| {
                let builder = builder.literal("/multipart");
                let body = &request.body;
                let builder = builder
                    .multipart(
                        "multipart/form-data",
                        multipart::Form::new()
                            .value("id", multipart::Content::TEXT, Some(&body.id))
                            .value(
                                "count",
                                multipart::Content::TEXT,
                                body.count.as_ref(),
                            )
                            .value(
                                "address",
                                multipart::Content::JSON,
                                body.address.as_ref(),
                            )
                            .list("rows", multipart::Content::JSON, body.rows.as_ref())
                            .list("names", multipart::Content::TEXT, body.names.as_ref())
                            .value(
                                "union",
                                multipart::Content::any_of(Types(36)),
                                body.union.as_ref(),
                            )
                            .value(
                                "scalar",
                                multipart::Content::any_of(Types(98)),
                                body.scalar.as_ref(),
                            )
                            .value(
                                "code",
                                multipart::Content::any_of(Types(96)),
                                body.code.as_ref(),
                            )
                            .file("file", "application/octet-stream", body.file.as_ref())
                            .files(
                                "files",
                                "application/octet-stream",
                                body.files.as_ref(),
                            )
                            .files(
                                "some",
                                "application/octet-stream",
                                body.some.as_ref(),
                            )
                            .file("image", "image/png", body.image.as_ref())
                            .value(
                                "note",
                                multipart::Content::TEXT.typed("text/markdown"),
                                body.note.as_ref(),
                            )
                            .value("data", multipart::Content::JSON, body.data.as_ref()),
                    )?;
                Ok(builder)
            },
            only_empty::<204, _>,
        )
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathSimpleRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathSimpleExplodeRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathLabelRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathLabelExplodeRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathMatrixRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PathMatrixExplodeRequest {
    pub text: String,
    pub list: Vec<String>,
    pub object: types::Rgb,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryFormRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryFormExplodeRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryDelimitedRequest {
    pub spaces: Option<Vec<String>>,
    pub spaced: Option<types::Rgb>,
    pub pipes: Option<Vec<String>>,
    pub piped: Option<types::Rgb>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryDeepObjectRequest {
    pub object: Option<types::Rgb>,
    pub filter: Option<types::QueryDeepObjectFilter>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WholeQueryRequest {
    pub whole: Option<types::WholeQueryWhole>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncodedQueryRequest {
    pub whole: Option<types::EncodedQueryWhole>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilteredRequest {
    pub spread: Option<types::Filter>,
    pub deep: Option<types::Filter>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Shirt>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderSimpleRequest {
    pub x_text: Option<String>,
    pub x_list: Option<Vec<String>>,
    pub x_object: Option<types::Rgb>,
    pub x_exploded_list: Option<Vec<String>>,
    pub x_exploded_object: Option<types::Rgb>,
}
/// Answer of `headerSimple` with 200.
///
/// The same again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderSimpleOk {
    pub headers: HeaderSimpleOkHeaders,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderSimpleOkHeaders {
    pub x_text: Option<String>,
    pub x_list: Option<Vec<String>>,
    pub x_object: Option<types::Rgb>,
    pub x_exploded_list: Option<Vec<String>>,
    pub x_exploded_object: Option<types::Rgb>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CookieFormRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CookieStyleRequest {
    pub text: Option<String>,
    pub list: Option<Vec<String>>,
    pub object: Option<types::Rgb>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct OverlappingRequest {
    pub path: types::AnyScalar,
    pub query: Option<types::AnyScalar>,
    pub items: Option<Vec<types::AnyScalar>>,
    pub code: Option<types::Code>,
    pub deep: Option<types::OverlappingDeep>,
    pub x_list: Option<types::TextOrList>,
    pub x_code: Option<types::Code>,
    pub cookie: Option<types::Code>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlappingNoContent {
    pub headers: OverlappingNoContentHeaders,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlappingNoContentHeaders {
    pub x_code: Option<types::Code>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetDocRequest {
    pub repo: String,
    pub doc: String,
}
#[derive(Clone, Debug, PartialEq)]
pub struct GetFileRequest {
    pub name: String,
    pub extension: String,
}
#[derive(Clone, Debug, PartialEq)]
pub struct UsualFormRequest {
    pub body: types::UsualForm,
}
#[derive(Clone, Debug, PartialEq)]
pub struct StyledFormRequest {
    pub body: types::StyledFormBody,
}
#[derive(Clone, Debug, PartialEq)]
pub struct NumbersRequest {
    pub ratio: Option<unplug_wire::json::Number>,
    pub steps: Option<Vec<unplug_wire::json::Number>>,
    pub x_ratio: Option<unplug_wire::json::Number>,
    pub body: types::Numbers,
}
/// Answer of `numbers` with 200.
///
/// the same
#[derive(Clone, Debug, PartialEq)]
pub struct NumbersOk {
    pub headers: NumbersOkHeaders,
    pub body: types::Numbers,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumbersOkHeaders {
    pub x_ratio: Option<unplug_wire::json::Number>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct SendPartsRequest {
    pub body: SendPartsMultipart,
}
/// `multipart/form-data` body of [`SendPartsRequest`].
#[derive(Clone, Debug, PartialEq)]
pub struct SendPartsMultipart {
    pub id: String,
    pub count: Option<i64>,
    pub address: Option<types::Row>,
    pub rows: Option<Vec<types::Row>>,
    pub names: Option<Vec<String>>,
    pub union: Option<types::SendPartsBodyUnion>,
    pub scalar: Option<types::AnyScalar>,
    pub code: Option<types::Code>,
    pub file: Option<unplug_wire::multipart::File>,
    pub files: Option<Vec<unplug_wire::multipart::File>>,
    pub some: Option<Vec<unplug_wire::multipart::File>>,
    pub image: Option<unplug_wire::multipart::File>,
    pub note: Option<String>,
    pub data: Option<types::Row>,
}
