//! What the client writes is what the server's runtime reads, or it is refused: for every place,
//! style and kind of value.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::cell::Cell;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt as _;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tower::ServiceExt as _;
use unplug_client_runtime::codegen::{Leaf, PathStyle, QueryStyle, Reading, RequestBuilder};
use unplug_client_runtime::{Operation, RequestError};
use unplug_server_runtime::binding::{Authenticator, Bindings};
use unplug_server_runtime::parameter::{Form, Members, Parameter, Style};
use unplug_server_runtime::request::{Decoder, ReadRequest};
use unplug_server_runtime::respond::Encode;
use unplug_server_runtime::schema::{Schema, Types};
use unplug_server_runtime::service::{self, Limits};
use unplug_server_runtime::{Cause, Fault, Location, OperationInfo, Rejection, RequestContext, handler};

static OPERATION: Operation = Operation::new("op", "GET", "/a/{p}/b", &[]);
static IN_PATH: OperationInfo =
    OperationInfo { id: "op", rust_name: "op", method: "GET", path: "/a/{p}/b", security: &[] };
static ELSEWHERE: OperationInfo =
    OperationInfo { id: "other", rust_name: "other", method: "GET", path: "/a", security: &[] };

/// A kind of value: how the server reads it, and what the client knows of that.
#[derive(Clone, Copy, Debug)]
struct Kind {
    name: &'static str,
    form: Form,
    reading: Reading,
}

const DECLARED: Members = Members {
    declared: &[("a", Form::TEXT), ("b", Form::INTEGER), ("c", Form::BOOLEAN)],
    others: None,
    foreign: &[],
};
const MAP: Members = Members { declared: &[], others: Some(&Form::TEXT), foreign: &["foreign"] };
const STRUCTURED: Form = Form { scalar: Types::OBJECT, items: None, members: None };

fn kinds() -> Vec<Kind> {
    let object = |members| Form { scalar: Types::NONE, items: None, members: Some(members) };
    let list = |items| Form { scalar: Types::NONE, items: Some(items), members: None };
    let plain = |name, form| Kind { name, form, reading: Reading::PLAIN };
    vec![
        plain("text", Form::TEXT),
        plain("integer", Form::INTEGER),
        plain("number", Form::NUMBER),
        plain("boolean", Form::BOOLEAN),
        plain("texts", list(&Form::TEXT)),
        plain("numbers", list(&Form::NUMBER)),
        plain("object", object(DECLARED)),
        Kind { name: "map", form: object(MAP), reading: Reading { foreign: &["foreign"], ..Reading::PLAIN } },
        Kind {
            name: "scalar union",
            form: Form {
                scalar: Types::STRING.or(Types::NUMBER).or(Types::INTEGER).or(Types::BOOLEAN),
                items: None,
                members: None,
            },
            reading: Reading { scalar: Leaf(3), ..Reading::PLAIN },
        },
        Kind {
            name: "text or texts",
            form: Form { scalar: Types::STRING, items: Some(&Form::TEXT), members: None },
            reading: Reading { single_or_list: true, ..Reading::PLAIN },
        },
        Kind {
            name: "objects",
            form: list(&STRUCTURED),
            reading: Reading { items: Leaf(8), ..Reading::PLAIN },
        },
        Kind {
            name: "anything",
            form: Form::OPEN,
            reading: Reading { scalar: Leaf(7), json_list: true, json_object: true, ..Reading::PLAIN },
        },
    ]
}

/// A place and a style.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Way {
    location: Location,
    style: Style,
    explode: bool,
    reserved: bool,
}

fn ways() -> Vec<Way> {
    let styles = [
        (Location::Path, Style::Simple),
        (Location::Path, Style::Label),
        (Location::Path, Style::Matrix),
        (Location::Path, Style::Json),
        (Location::Query, Style::Form),
        (Location::Query, Style::SpaceDelimited),
        (Location::Query, Style::PipeDelimited),
        (Location::Query, Style::DeepObject),
        (Location::Query, Style::Json),
        (Location::Query, Style::QueryString),
        (Location::Query, Style::QueryStringJson),
        (Location::Query, Style::QueryStringText),
        (Location::Header, Style::Simple),
        (Location::Header, Style::Json),
        (Location::Cookie, Style::Form),
        (Location::Cookie, Style::Cookie),
        (Location::Cookie, Style::Json),
    ];
    let flags = [(false, false), (true, false), (false, true), (true, true)];
    let way = |(location, style)| {
        flags.into_iter().map(move |(explode, reserved)| Way { location, style, explode, reserved })
    };
    styles.into_iter().flat_map(way).filter(|way| !way.reserved || way.location == Location::Query).collect()
}

/// Writes a value as generated code does.
fn write(way: Way, reading: Reading, value: &Value) -> Result<reqwest::Request, RequestError> {
    let request = RequestBuilder::new(&OPERATION).literal("/a");
    let request = if way.location == Location::Path {
        let request = request.literal("/").reading(reading);
        let style = match way.style {
            Style::Label => PathStyle::Label,
            Style::Matrix => PathStyle::Matrix,
            _ => PathStyle::Simple,
        };
        let request = match way.style {
            Style::Json => request.path_json("p", value)?,
            _ => request.path("p", style, way.explode, value)?,
        };
        request.literal("/b").whole_path()?
    } else {
        let value = Some(value);
        let request = request.whole_path()?.reading(reading);
        let query = |style| (style, (way.explode, way.reserved));
        match (way.location, way.style) {
            (Location::Query, Style::Json) => request.query_json("p", value)?,
            (Location::Query, Style::QueryString) => request.query_string("p", value)?,
            (Location::Query, Style::QueryStringJson) => request.query_string_json("p", value)?,
            (Location::Query, Style::QueryStringText) => request.query_string_text("p", value)?,
            (Location::Query, style) => {
                let (style, flags) = query(match style {
                    Style::SpaceDelimited => QueryStyle::SpaceDelimited,
                    Style::PipeDelimited => QueryStyle::PipeDelimited,
                    Style::DeepObject => QueryStyle::DeepObject,
                    _ => QueryStyle::Form,
                });
                request.query("p", style, flags, value)?
            }
            (Location::Header, Style::Json) => request.header_json("p", value)?,
            (Location::Header, _) => request.header("p", way.explode, value)?,
            (_, Style::Json) => request.cookie_json("p", value)?,
            (_, Style::Cookie) => request.cookie_raw("p", way.explode, value)?,
            _ => request.cookie("p", way.explode, value)?,
        }
    };
    request.request("http://a.example")
}

thread_local! {
    /// What the server reads now.
    static READ: Cell<Option<&'static Parameter>> = const { Cell::new(None) };
}

/// A request that holds what the server has read.
struct Echo(Value);

impl ReadRequest for Echo {
    type Response = Echoed;

    fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.optional::<Value>(READ.get().unwrap()).map(|value| Self(json!({ "read": value })))
    }
}

struct Echoed(Value);

impl Encode for Echoed {
    fn encode(self) -> Result<Response, Cause> {
        Ok(axum::Json(self.0).into_response())
    }
}

struct Nobody;

impl Authenticator for Nobody {
    type Credentials = ();
    type Caller = ();

    async fn authenticate(&self, (): (), _: &RequestContext) -> Result<(), Rejection> {
        Ok(())
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        format!("{rejection:?}").into_response()
    }
}

async fn echo((): (), (): (), request: Echo) -> Result<Echoed, Fault> {
    Ok(Echoed(request.0))
}

fn app() -> axum::Router {
    let bindings = Bindings::new(Nobody, (), &[""]);
    let bindings = bindings.open::<Echo>(&IN_PATH, handler(echo)).open::<Echo>(&ELSEWHERE, handler(echo));
    service::router(bindings, Limits::default())
}

/// Sends a request to the server's runtime, and gives back what that has read.
fn read(way: Way, form: Form, request: &reqwest::Request) -> Value {
    let parameter = Parameter {
        name: "p",
        location: way.location,
        required: false,
        style: way.style,
        explode: way.explode,
        form,
        schema: &Schema::ANYTHING,
    };
    READ.set(Some(Box::leak(Box::new(parameter))));
    let mut sent = axum::http::Request::get(&request.url().as_str()["http://a.example".len()..]);
    *sent.headers_mut().unwrap() = request.headers().clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let response = app().oneshot(sent.body(Body::empty()).unwrap()).await.unwrap();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        let answer: Value = serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| panic!("{}: {}", request.url(), String::from_utf8_lossy(&bytes)));
        answer["read"].clone()
    })
}

/// The value arrives as it is, or is refused. Says whether it arrives.
fn arrives(way: Way, kind: &Kind, value: &Value) -> bool {
    match write(way, kind.reading, value) {
        Ok(request) => {
            let read = read(way, kind.form, &request);
            let (url, headers) = (request.url(), request.headers());
            // A list of one item is written as that item is alone.
            let alone = match value.as_array().map(Vec::as_slice) {
                Some([only]) if kind.name == "text or texts" && &read != value => only,
                _ => value,
            };
            assert_eq!(&read, alone, "{} by {way:?}: {url} {headers:?}", kind.name);
            true
        }
        Err(_) => false,
    }
}

/// Does the kind make sense in this place? The generator makes no others.
fn sensible(way: Way, kind: &Kind) -> bool {
    let object = kind.form.members.is_some();
    match way.style {
        Style::DeepObject | Style::QueryString => object,
        Style::QueryStringText => kind.name == "text",
        _ => true,
    }
}

/// Text with everything that separates anything.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,6}",
        "[ -~]{0,8}",
        r"[,;.=&+|%\[\]{}/?#: ]{0,5}",
        "\\PC{0,4}",
        Just("true".to_owned()),
        Just("-1.5".to_owned()),
        Just("{}".to_owned()),
        Just("..".to_owned()),
        Just(String::new()),
    ]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        (-1e6..1e6_f64).prop_map(Value::from),
    ]
}

fn value_of(kind: &'static str) -> BoxedStrategy<Value> {
    let texts = || proptest::collection::vec(text(), 0..4);
    let object = || {
        let members =
            (proptest::option::of(text()), proptest::option::of(any::<i32>()), any::<Option<bool>>());
        members.prop_map(|(a, b, c)| {
            let mut members = Map::new();
            members.extend(a.map(|a| ("a".to_owned(), a.into())));
            members.extend(b.map(|b| ("b".to_owned(), b.into())));
            members.extend(c.map(|c| ("c".to_owned(), c.into())));
            Value::Object(members)
        })
    };
    match kind {
        "text" => text().prop_map(Value::from).boxed(),
        "integer" => any::<i64>().prop_map(Value::from).boxed(),
        "number" => (-1e9..1e9_f64).prop_map(Value::from).boxed(),
        "boolean" => any::<bool>().prop_map(Value::from).boxed(),
        "texts" => texts().prop_map(Value::from).boxed(),
        "numbers" => proptest::collection::vec(-1e3..1e3_f64, 0..4).prop_map(Value::from).boxed(),
        "object" => object().boxed(),
        "map" => {
            proptest::collection::btree_map(text(), text(), 0..3).prop_map(|members| json!(members)).boxed()
        }
        "scalar union" => scalar().boxed(),
        "text or texts" => prop_oneof![texts().prop_map(Value::from), text().prop_map(Value::from)].boxed(),
        "objects" => proptest::collection::vec(object(), 0..3).prop_map(Value::from).boxed(),
        _ => prop_oneof![scalar(), texts().prop_map(Value::from), object()].boxed(),
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn values_arrive_or_are_refused() {
    for kind in kinds() {
        let values = value_of(kind.name);
        for way in ways().into_iter().filter(|way| sensible(*way, &kind)) {
            let mut runner = proptest::test_runner::TestRunner::new(config());
            let outcome = runner.run(&values, |value| {
                arrives(way, &kind, &value);
                Ok(())
            });
            outcome.unwrap_or_else(|error| panic!("{} by {way:?}: {error}", kind.name));
        }
    }
}

#[test]
fn usual_values_always_arrive() {
    let kind = |name: &str| kinds().into_iter().find(|kind| kind.name == name).unwrap();
    for (name, value) in [
        ("text", json!("plain")),
        ("integer", json!(-7)),
        ("number", json!(15)),
        ("boolean", json!(true)),
        ("texts", json!(["a", "b"])),
        ("texts", json!(["a"])),
        ("object", json!({ "a": "x", "b": 5, "c": false })),
        ("map", json!({ "k": "v", "l": "w" })),
        ("scalar union", json!("word")),
        ("scalar union", json!(5)),
        ("text or texts", json!("a")),
        ("text or texts", json!(["a", "b"])),
        ("anything", json!({ "a": [1, "two"] })),
    ] {
        let kind = kind(name);
        for way in ways().into_iter().filter(|way| sensible(*way, &kind)) {
            assert!(
                arrives(way, &kind, &value),
                "{value} by {way:?}: {:?}",
                write(way, kind.reading, &value)
            );
        }
    }
    // Reserved characters are encoded, wherever something is encoded at all.
    let awkward = json!("a/b?c#d&e=f,g;h+i%j k\\ü[]{}");
    for way in ways().into_iter().filter(|way| sensible(*way, &kind("text")) && way.style != Style::Cookie) {
        assert!(arrives(way, &kind("text"), &awkward), "{way:?}");
    }
}

#[test]
fn deep_objects_are_spelled_out() {
    const INNER: Members = Members {
        declared: &[
            ("x", Form::INTEGER),
            ("y", Form { scalar: Types::NONE, items: Some(&Form::TEXT), members: None }),
        ],
        others: None,
        foreign: &[],
    };
    const OBJECT: Form = Form { scalar: Types::NONE, items: None, members: Some(INNER) };
    const OUTER: Members = Members {
        declared: &[
            ("one", OBJECT),
            ("many", Form { scalar: Types::NONE, items: Some(&OBJECT), members: None }),
            ("any", Form::OPEN),
        ],
        others: None,
        foreign: &[],
    };
    let way = Way { location: Location::Query, style: Style::DeepObject, explode: true, reserved: false };
    let form = Form { scalar: Types::NONE, items: None, members: Some(OUTER) };
    let reading = Reading { members: &[("any", Leaf(7))], ..Reading::PLAIN };
    let value = json!({
        "one": { "x": 1, "y": ["a"] },
        "many": [{ "x": 1 }, { "x": 2, "y": ["b", "c"] }],
        "any": { "k": [true, { "z": "w" }] },
    });
    let request = write(way, reading, &value).unwrap();
    assert_eq!(read(way, form, &request), value, "{}", request.url());
    for refused in
        [json!({ "any": "5" }), json!({ "one": {} }), json!({ "one": { "y": [] } }), json!({ "a]": 1 })]
    {
        assert!(write(way, reading, &refused).is_err(), "{refused}");
    }
}
