//! What a client encodes is what a server decodes, or it is refused: for every part of a request,
//! style and kind of value. A text that could be a value of another type is sent all the same.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use unplug_wire::json::Types;
use unplug_wire::parameter::{Form, Members, ParameterIn, ParameterSpec, Refusal, Style};

/// A kind of value.
#[derive(Clone, Copy, Debug)]
struct Kind {
    name: &'static str,
    form: Form,
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
    let scalar = |scalar| Form { scalar, items: None, members: None };
    let kinds = [
        ("text", Form::TEXT),
        ("integer", Form::INTEGER),
        ("number", Form::NUMBER),
        ("boolean", Form::BOOLEAN),
        ("texts", list(&Form::TEXT)),
        ("numbers", list(&Form::NUMBER)),
        ("object", object(DECLARED)),
        ("map", object(MAP)),
        ("scalar union", scalar(Types::STRING.or(Types::NUMBER).or(Types::INTEGER).or(Types::BOOLEAN))),
        ("text or texts", Form { scalar: Types::STRING, ..list(&Form::TEXT) }),
        ("objects", list(&STRUCTURED)),
        ("anything", Form::OPEN),
    ];
    kinds.into_iter().map(|(name, form)| Kind { name, form }).collect()
}

/// A part of a request and a style.
fn ways() -> Vec<ParameterSpec> {
    let styles = [
        (ParameterIn::Path, Style::Simple),
        (ParameterIn::Path, Style::Label),
        (ParameterIn::Path, Style::Matrix),
        (ParameterIn::Path, Style::Json),
        (ParameterIn::Query, Style::Form),
        (ParameterIn::Query, Style::SpaceDelimited),
        (ParameterIn::Query, Style::PipeDelimited),
        (ParameterIn::Query, Style::DeepObject),
        (ParameterIn::Query, Style::Json),
        (ParameterIn::Query, Style::QueryString),
        (ParameterIn::Query, Style::QueryStringJson),
        (ParameterIn::Query, Style::QueryStringText),
        (ParameterIn::Header, Style::Simple),
        (ParameterIn::Header, Style::Json),
        (ParameterIn::Cookie, Style::Form),
        (ParameterIn::Cookie, Style::Cookie),
        (ParameterIn::Cookie, Style::Json),
    ];
    let flags = [(false, false), (true, false), (false, true), (true, true)];
    let way = |(location, style)| {
        flags.into_iter().map(move |(explode, reserved)| ParameterSpec {
            location,
            style,
            explode,
            reserved,
            ..ParameterSpec::path("p")
        })
    };
    let ways = styles.into_iter().flat_map(way);
    ways.filter(|way| !way.reserved || way.location == ParameterIn::Query).collect()
}

/// Encodes a value as a client does. What would make another path is refused there.
fn encode(spec: &ParameterSpec, value: &Value) -> Result<String, Refusal> {
    let text = spec.encode(value)?;
    if spec.location == ParameterIn::Path && matches!(text.as_str(), "" | "." | "..") {
        return Err("is another path".to_owned());
    }
    Ok(text)
}

/// Decodes what a server finds in its part of the request.
fn decode(spec: &ParameterSpec, text: &str) -> Option<Value> {
    let found = match spec.location {
        ParameterIn::Path => spec.decode_path(text).map(Some),
        ParameterIn::Query => spec.decode_query(text, &mut None),
        ParameterIn::Header => spec.decode_header([text.as_bytes()].into_iter()),
        ParameterIn::Cookie => spec.decode_cookie([text.as_bytes()].into_iter()),
    };
    let found = found.unwrap_or_else(|error| panic!("{text}: {error:?}"));
    found.map(|json| json.into_typed().unwrap())
}

/// The value arrives as it is, or is refused. Returns whether it arrives.
fn arrives(way: ParameterSpec, kind: &Kind, value: &Value) -> bool {
    let spec = way.form(kind.form);
    let Ok(text) = encode(&spec, value) else { return false };
    let read = decode(&spec, &text).unwrap_or(Value::Null);
    let Some(as_text) = spec.read_as_text() else {
        assert_eq!(&read, value, "{} by {way:?}: {text}", kind.name);
        return true;
    };
    // Of the values that the text can stand for, one arrives; text is found when text is wanted.
    if &read != value {
        // It may be written with other characters encoded, and stands for the same then.
        let again = encode(&spec, &read);
        let same = again.as_ref().is_ok_and(|again| decode(&spec, again).as_ref() == Some(&read));
        assert!(same || read.is_array(), "{} by {way:?}: {again:?}", kind.name);
    }
    if value.is_string() {
        assert_eq!(decode(&as_text, &text).as_ref(), Some(value), "{} by {way:?}: {text}", kind.name);
    }
    true
}

/// Whether the kind makes sense there. The generator makes no others.
fn sensible(way: ParameterSpec, kind: &Kind) -> bool {
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
                encode(&way.form(kind.form), &value)
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
    let form = Form { scalar: Types::NONE, items: None, members: Some(OUTER) };
    let spec = ParameterSpec::query("p").style(Style::DeepObject, true).form(form);
    let value = json!({
        "one": { "x": 1, "y": ["a"] },
        "many": [{ "x": 1 }, { "x": 2, "y": ["b", "c"] }],
        "any": { "k": [true, { "z": "w" }] },
    });
    let text = encode(&spec, &value).unwrap();
    assert_eq!(decode(&spec, &text), Some(value), "{text}");
    assert_eq!(encode(&spec, &json!({ "any": "5" })).unwrap(), "p%5Bany%5D=5");
    for refused in [json!({ "one": {} }), json!({ "one": { "y": [] } }), json!({ "a]": 1 })] {
        assert!(encode(&spec, &refused).is_err(), "{refused}");
    }
}

fn list() -> Form {
    Form { scalar: Types::NONE, items: Some(&Form::TEXT), members: None }
}

#[test]
fn texts_are_those_of_rfc_6570() {
    let path = ParameterSpec::path("c");
    let query = ParameterSpec::query("c");
    let members = Form { scalar: Types::NONE, items: None, members: Some(MAP) };
    for (spec, style, explode, of_list, of_members) in [
        (path, Style::Simple, false, "blue,a%2Fb", "G,2,R,100"),
        (path, Style::Simple, true, "blue,a%2Fb", "G=2,R=100"),
        (path, Style::Label, false, ".blue,a%2Fb", ".G,2,R,100"),
        (path, Style::Label, true, ".blue.a%2Fb", ".G=2.R=100"),
        (path, Style::Matrix, false, ";c=blue,a%2Fb", ";c=G,2,R,100"),
        (path, Style::Matrix, true, ";c=blue;c=a%2Fb", ";G=2;R=100"),
        (query, Style::Form, false, "c=blue,a%2Fb", "c=G,2,R,100"),
        (query, Style::Form, true, "c=blue&c=a%2Fb", "G=2&R=100"),
        (query, Style::SpaceDelimited, false, "c=blue%20a%2Fb", "c=G%202%20R%20100"),
        (query, Style::PipeDelimited, false, "c=blue%7Ca%2Fb", "c=G%7C2%7CR%7C100"),
    ] {
        let spec = spec.style(style, explode);
        assert_eq!(spec.form(list()).encode(&["blue", "a/b"]).unwrap(), of_list, "{style:?} {explode}");
        let value = json!({ "G": "2", "R": "100" });
        assert_eq!(spec.form(members).encode(&value).unwrap(), of_members, "{style:?} {explode}");
    }
    assert_eq!(path.style(Style::Matrix, true).encode(&"").unwrap(), ";c");
    assert_eq!(path.encode(&r"a\..\b c%").unwrap(), "a%5C..%5Cb%20c%25", "a backslash is no slash");
    assert_eq!(query.reserved().encode(&"a/b?c&d#e,f").unwrap(), "c=a/b?c%26d%23e,f");
    let spec = query.reserved().style(Style::Form, false).form(list());
    assert_eq!(spec.encode(&["a/b,c", "d"]).unwrap(), "c=a/b%2Cc,d");
}

#[test]
fn what_a_style_cannot_tell_apart_is_refused() {
    let query = ParameterSpec::query("q").form(list());
    let header = ParameterSpec::header("q");
    assert!(query.encode(&[""; 0]).is_err());
    assert_eq!(query.style(Style::Form, false).encode(&[""; 0]).unwrap(), "q=");
    assert!(query.style(Style::Form, false).encode(&[""]).is_err());
    assert!(query.style(Style::SpaceDelimited, false).encode(&["a b"]).is_err());
    assert!(query.style(Style::PipeDelimited, false).encode(&["a|b"]).is_err());
    assert!(ParameterSpec::path("q").style(Style::Label, true).form(list()).encode(&["1.5"]).is_err());
    assert!(header.form(list()).encode(&["a,b"]).is_err());
    assert!(header.encode(&" a").is_err());
    assert!(ParameterSpec::cookie("q").style(Style::Cookie, false).encode(&"a;b").is_err());
}

/// A caller can send every text that the document allows, as it stands.
#[test]
fn what_could_be_a_value_of_another_type_is_sent() {
    let texts = [
        "1", "-0.5", "1e3", "true", "false", "{}", "[1]", "", "one", "01", "1 ", "+1", "True", "{", "null",
        "\"a\"", "-",
    ];
    let all = ParameterSpec::query("q");
    for given in texts {
        let sent = all.encode(&given).unwrap();
        for form in
            [Form::OPEN, Form { scalar: Types::STRING.or(Types::INTEGER).or(Types::OBJECT), ..list() }]
        {
            assert_eq!(all.form(form).encode(&given).as_ref(), Ok(&sent), "{given}");
            let as_text = all.form(form).read_as_text().unwrap();
            assert_eq!(decode(&as_text, &sent), Some(given.into()));
        }
    }
    let header = ParameterSpec::header("q").form(Form { scalar: Types::STRING, ..list() });
    assert_eq!(header.encode(&"a,b").unwrap(), "a,b");
    assert_eq!(decode(&header, "a,b"), Some(json!(["a", "b"])));
    assert_eq!(decode(&header.read_as_text().unwrap(), "a,b"), Some("a,b".into()));
    assert!(header.encode(&["a,b"]).is_err(), "it would be another list");
}
