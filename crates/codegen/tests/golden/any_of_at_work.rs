//! `anyOf` of objects: a value that matches several branches keeps the members of all.

use crate::any_of::types::{
    Beside, Closed, Differing, Exclusive, Lists, MaybeParty, Mixed, Nested, Open, Parts, Party,
};
use crate::{refused, round_trip};

#[test]
fn members_of_both_branches_are_kept() {
    let party: Party = round_trip(r#"{"id": 1, "name": "a", "vat": "b"}"#);
    assert_eq!((party.id, party.name.as_deref(), party.vat.as_deref()), (1, Some("a"), Some("b")));
    let party: Party = round_trip(r#"{"id": 1, "vat": "b", "address": {"street": "c", "floor": 2}}"#);
    let address = party.address.unwrap();
    assert_eq!((address.street.as_deref(), address.floor), (Some("c"), Some(2)));
    assert!(refused::<Party>(r#"{"name": "a"}"#).contains("id"));
    assert!(refused::<Party>("[]").contains("sequence"));
    assert_eq!(round_trip::<Option<MaybeParty>>("null"), None);
}

#[test]
fn a_member_that_a_branch_does_not_declare_may_be_anything() {
    let party: Party = round_trip(r#"{"id": 1, "name": "a", "vat": 5}"#);
    assert_eq!((party.vat, party.additional.get("vat")), (None, Some(&5.into())));
    let party: Party = round_trip(r#"{"id": 1, "vat": "b", "address": {"street": 5}}"#);
    assert!(party.additional.is_empty());
    round_trip::<Party>(r#"{"id": 1, "vat": "b", "name": null, "unknown": [1]}"#);
}

#[test]
fn what_stands_beside_belongs_to_all() {
    let value = round_trip(r#"{"kind": "k", "left": 1, "right": "r", "more": [{"kind": "third"}]}"#);
    let Beside::Variant1OrVariant2(value) = value else { panic!("its kind is not the third's") };
    assert_eq!((value.left, value.right.as_deref()), (Some(1), Some("r")));
    assert!(refused::<Beside>("{}").contains("kind"));
}

#[test]
fn parts_and_unions_within_are_merged() {
    round_trip::<Parts>(r#"{"id": 1, "vat": "v", "shares": 2.5, "first": "f"}"#);
    round_trip::<Parts>(r#"{"second": "s", "vat": "v", "id": 3}"#);
    round_trip::<Parts>(r#"{"second": "s", "vat": 1, "id": "x"}"#);
}

#[test]
fn one_name_may_have_several_types() {
    for json in [
        r#"{"a": "a", "b": "b", "x": 1, "same": "s"}"#,
        r#"{"a": "a", "b": "b", "same": 5}"#,
        r#"{"b": "b", "same": null}"#,
        r#"{"a": "a", "map": {"k": 1}}"#,
        r#"{"b": "b", "map": [1, 2]}"#,
    ] {
        round_trip::<Differing>(json);
    }
}

#[test]
fn closed_branches_and_open_ones() {
    assert!(matches!(round_trip(r#"{"a": "x", "both": "y"}"#), Closed::Variant1(_)));
    round_trip::<Open>(r#"{"a": "x", "b": "y", "c": "z"}"#);
    round_trip::<Open>(r#"{"a": 1, "b": 2, "c": "z", "d": 3}"#);
}

#[test]
fn objects_among_others_are_one_variant() {
    assert!(matches!(round_trip(r#""text""#), Mixed::String(_)));
    assert!(matches!(round_trip(r#"[{"id": 1, "name": "a", "vat": "b"}]"#), Mixed::Array(_)));
    let Mixed::PersonOrCompany(party) = round_trip(r#"{"id": 1, "name": "a", "vat": "b"}"#) else {
        panic!("it is an object")
    };
    assert_eq!(party.vat.as_deref(), Some("b"));
}

#[test]
fn items_and_values_keep_the_members_of_both() {
    round_trip::<Nested>(r#"{"list": [{"a": "x", "b": "y"}], "map": {"k": {"a": "x", "b": "y"}}}"#);
    round_trip::<Nested>(r#"{"list": [{"a": "x"}, {"a": "y", "b": "z"}], "map": {}}"#);
    round_trip::<Lists>(r#"[{"id": 1, "name": "a", "vat": "b"}]"#);
    round_trip::<Lists>(r#"{"k": {"id": 1, "name": "a", "vat": "b"}, "l": {"id": 2, "name": "c"}}"#);
}

#[test]
fn what_excludes_each_other_stays_apart() {
    assert!(matches!(round_trip(r#"{"type": "first", "a": "x"}"#), Exclusive::First(_)));
    assert!(matches!(round_trip(r#"{"type": "third", "b": "x"}"#), Exclusive::Variant2(_)));
}
