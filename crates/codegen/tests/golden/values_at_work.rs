//! Structs, sets of values, constants and recursion, decoded and encoded.

use serde_json::json;

use crate::values::types::{
    Constants, Derived, Known, Login, Measured, Mixed, Names, Nested, Open, Presence, Text, Titled, Tree,
    Whole, Wrapped,
};
use crate::{refused, round_trip};

#[test]
fn nullable_optional_and_absent_are_kept_apart() {
    let all: Presence =
        round_trip(r#"{"plain": "a", "nullable": "b", "optional": 1, "optionalNullable": "c"}"#);
    assert_eq!(all.optional_nullable, Some(Some("c".to_owned())));
    let least: Presence = round_trip(r#"{"plain": "a", "nullable": null}"#);
    assert_eq!((least.nullable, least.optional, least.optional_nullable), (None, None, None));
    let null: Presence = round_trip(r#"{"plain": "a", "nullable": null, "optionalNullable": null}"#);
    assert_eq!(null.optional_nullable, Some(None));
}

#[test]
fn what_must_not_be_absent_or_null_is_refused() {
    let refused = refused::<Presence>;
    assert!(refused(r#"{"nullable": "a"}"#).contains("missing field `plain`"));
    assert!(refused(r#"{"plain": null, "nullable": "a"}"#).contains("expected a string"));
    assert!(refused(r#"{"plain": "a"}"#).contains("missing field `nullable`"));
    let optional = refused(r#"{"plain": "a", "nullable": "b", "optional": null}"#);
    assert!(optional.contains("null"), "{optional}");
}

#[test]
fn unknown_members_are_ignored_unless_the_schema_speaks_of_them() {
    let json = br#"{"plain": "a", "nullable": "b", "later": [1]}"#;
    let presence: Presence = unplug_wire::value::read(json).unwrap();
    assert_eq!(presence.plain, "a");
    let open: Open = round_trip(r#"{"id": "a", "later": [1], "more": null}"#);
    assert_eq!(open.additional.get("later"), Some(&json!([1])));
    let measured: Measured = round_trip(r#"{"unit": "m", "width": 1.5}"#);
    assert_eq!(measured.additional.get("width"), Some(&1.5.into()));
    assert!(refused::<Measured>(r#"{"width": "wide"}"#).contains("expected a number"));
}

#[test]
fn an_array_is_no_object() {
    assert!(refused::<Presence>(r#"["a", "b", 1, "c"]"#).contains("sequence"));
    assert!(refused::<Wrapped>(r#"{"base": ["a"], "maybe": null}"#).contains("sequence"));
}

#[test]
fn a_whole_float_is_an_integer() {
    let read = |json: &str| unplug_wire::value::read::<Presence>(json.as_bytes());
    let whole = read(r#"{"plain": "a", "nullable": null, "optional": 2.0}"#).unwrap();
    assert_eq!(whole.optional, Some(2));
    assert!(read(r#"{"plain": "a", "nullable": null, "optional": 2.5}"#).is_err());
    assert!(read(r#"{"plain": "a", "nullable": null, "optional": 1e300}"#).is_err());
    assert!(read(r#"{"plain": "a", "nullable": null, "optional": 3000000000}"#).is_err());
}

#[test]
fn an_unknown_value_keeps_its_text() {
    for (json, value) in [
        (r#""a-b""#, Text::AB),
        (r#""""#, Text::Empty),
        (r#""other""#, Text::Other2),
        (r#""INTEGRATION.MODEL_NOT_AVAILABLE""#, Text::Other("INTEGRATION.MODEL_NOT_AVAILABLE".to_owned())),
    ] {
        assert_eq!(round_trip::<Text>(json), value);
    }
    assert_eq!(Text::from("+1"), Text::Plus1);
    assert_eq!(Text::from("*".to_owned()).to_string(), "*");
    assert!(!Text::from("new").is_known());
    assert_eq!(round_trip::<Option<Known>>("null"), None);
    assert_eq!(round_trip::<Known>(r#""PLATFORM.FIRST""#), Known::PlatformFirst);
    assert_eq!(round_trip::<Titled>(r#""w""#), Titled::W);
    assert!(refused::<Text>("1").contains("expected a string"));
}

#[test]
fn numbers_and_mixed_values_are_open_sets_too() {
    assert_eq!(round_trip::<Whole>("-1"), Whole::Minus1);
    assert_eq!(round_trip::<Whole>("7"), Whole::Other(7));
    assert!(refused::<Whole>(r#""1""#).contains("string"));
    assert_eq!(round_trip::<Mixed>("true"), Mixed::True);
    assert_eq!(round_trip::<Mixed>(r#"{"a": 1}"#), Mixed::Other(json!({"a": 1})));
    let float: Mixed = serde_json::from_str("1.0").unwrap();
    assert_eq!(float, Mixed::N1);
}

#[test]
fn a_constant_takes_nothing_else() {
    let json = r#"{"text": "success", "yes": true, "number": 1.5, "nothing": null}"#;
    round_trip::<Constants>(json);
    let with = |from: &str, to: &str| refused::<Constants>(&json.replace(from, to));
    let text = with(r#""success""#, r#""error""#);
    assert!(text.contains(r#"the constant "success""#), "{text}");
    assert!(with("true", "false").contains("constant true"));
    assert!(with("1.5", "2").contains("constant 1.5, not 2"));
    assert!(with("null", "1").contains("expected unit"));
    assert!(with(r#", "nothing": null"#, "").contains("missing field"));
}

#[test]
fn names_reach_the_wire_as_they_are() {
    let names: Names = round_trip(
        r#"{"type": "a", "self": "b", "_id": "c", "id": "d", "teamId": "e", "team_id": "f",
            "2nd": "g", "$": "h", "naïveÜmlaut": "i", "HTTPServer": "j"}"#,
    );
    assert_eq!(names.r#type.as_deref(), Some("a"));
    assert_eq!(names.id.as_deref(), Some("d"));
    assert_eq!(names.id_2.as_deref(), Some("c"));
    assert_eq!(names.team_id.as_deref(), Some("f"));
}

#[test]
fn secrets_are_sent_and_not_shown() {
    let login: Login = round_trip(r#"{"user": "rod", "token": "hush"}"#);
    assert_eq!(login.token.expose(), "hush");
    assert_eq!(format!("{login:?}"), r#"Login { user: "rod", token: *** }"#);
    assert_eq!(login.token, "hush".into());
    assert_ne!(login.token, "hush!".into());
}

#[test]
fn all_of_is_one_struct() {
    let derived: Derived = round_trip(r#"{"id": "a", "kind": "derived", "size": 3}"#);
    assert_eq!((derived.id.as_str(), derived.size), ("a", 3));
    assert!(refused::<Derived>(r#"{"id": "a", "kind": "base", "size": 3}"#).contains("derived"));
    round_trip::<Wrapped>(r#"{"base": {"id": "a"}, "maybe": {"id": "b", "kind": "c"}}"#);
    round_trip::<Wrapped>(r#"{"base": {"id": "a"}, "maybe": null}"#);
}

#[test]
fn a_type_may_contain_itself() {
    let tree: Tree = round_trip(
        r#"{"parent": null, "children": [],
            "left": {"parent": null, "children": [{"parent": null, "children": []}]}}"#,
    );
    assert_eq!(tree.left.map(|left| left.children.len()), Some(1));
    let nested: Nested = round_trip("[[], [[]]]");
    assert_eq!(nested.0.len(), 2);
}
