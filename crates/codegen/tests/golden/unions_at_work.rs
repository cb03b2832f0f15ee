//! Unions: which variant is chosen, and what is said when there is none.

use crate::unions::types::{
    Either, Event, Ids, Loose, Model, NamedOutgoing, OrNothing, Pet, PlayItem, Removal, Scalar, Shared,
};
use crate::{refused, round_trip};

#[test]
fn variants_are_told_apart_by_what_they_require_and_by_literal_patterns() {
    assert!(matches!(
        round_trip(r#"{"type": "webhook-incoming", "integrationId": "a"}"#),
        Removal::Incoming(_)
    ));
    assert!(matches!(
        round_trip(r#"{"type": "webhook-outgoing", "target_url": "a"}"#),
        Removal::OutgoingByUrl(_)
    ));
    let by_id: Removal = round_trip(r#"{"type": "webhook-outgoing", "integrationId": "a", "note": "b"}"#);
    let expected = NamedOutgoing {
        r#type: "webhook-outgoing".to_owned(),
        integration_id: "a".to_owned(),
        note: Some("b".to_owned()),
    };
    assert_eq!(by_id, Removal::from(expected));
}

#[test]
fn one_of_takes_neither_none_nor_two() {
    let refused = refused::<Removal>;
    for none in ["{}", r#"{"type": "x", "integrationId": "a"}"#, r#"{"type": "webhook-incoming"}"#] {
        let why = refused(none);
        assert!(why.contains("matches none of `Incoming`, `OutgoingByUrl`, `OutgoingById`"), "{why}");
    }
    let both = refused(r#"{"type": "webhook-outgoing", "integrationId": "a", "target_url": "b"}"#);
    assert!(both.contains("matches `OutgoingByUrl`, `OutgoingById`"), "{both}");
    assert!(refused("[]").contains("sequence"));
}

#[test]
fn a_property_of_another_variant_may_be_anything() {
    let json = br#"{"type": "webhook-incoming", "integrationId": "a", "target_url": 5}"#;
    let removal: Removal = unplug_wire::value::read(json).unwrap();
    assert!(matches!(removal, Removal::Incoming(_)));
    let empty = br#"{"type": "webhook-outgoing", "integrationId": "a", "target_url": ""}"#;
    let removal: Removal = unplug_wire::value::read(empty).unwrap();
    assert!(matches!(removal, Removal::OutgoingById(_)));
}

#[test]
fn a_discriminator_decides_alone() {
    assert!(matches!(round_trip(r#"{"kind": "cat", "lives": 9}"#), Pet::Cat(_)));
    assert!(matches!(round_trip(r#"{"kind": "hound"}"#), Pet::Dog(_)));
    let unknown = refused::<Pet>(r#"{"kind": "fish"}"#);
    assert!(unknown.contains(r#"`kind` "fish" stands for no variant of Pet"#), "{unknown}");
    assert!(unknown.contains("known are `cat`, `hound`"), "{unknown}");
    assert!(refused::<Pet>("{}").contains("the property `kind`"));
    assert!(refused::<Pet>(r#"{"kind": "cat", "lives": "many"}"#).contains("i64"));
}

#[test]
fn a_discriminator_that_is_left_out_does_not_stop_the_others_from_deciding() {
    assert!(matches!(round_trip(r#"{"type": "song", "title": "a"}"#), PlayItem::SongItem(_)));
    assert!(matches!(round_trip(r#"{"title": "a"}"#), PlayItem::SongItem(_)));
    assert!(matches!(round_trip(r#"{"speaker": "b"}"#), PlayItem::TalkItem(_)));
    let neither = refused::<PlayItem>(r#"{"note": "c"}"#);
    assert!(neither.contains("SongItem: ") && neither.contains("TalkItem: "), "{neither}");
    let unknown = refused::<PlayItem>(r#"{"type": "SongItem", "title": "a"}"#);
    assert!(unknown.contains("known are `song`, `talk`"), "{unknown}");
}

#[test]
fn an_object_without_members_is_no_other_object() {
    assert!(matches!(round_trip(r#"{"id": "a"}"#), OrNothing::Reference(_)));
    assert!(matches!(round_trip("{}"), OrNothing::Nothing(_)));
}

#[test]
fn distinct_constants_are_a_discriminator() {
    let event: Event = round_trip(r#"{"event": "deleted", "by": {"event": "created", "at": "now"}}"#);
    let Event::Deleted(deleted) = event else { panic!("the tag says deleted") };
    assert!(matches!(deleted.by.as_deref(), Some(Event::Created(_))));
    assert!(refused::<Event>(r#"{"event": "moved"}"#).contains("moved"));
}

#[test]
fn several_types_are_told_apart_by_the_type() {
    assert_eq!(round_trip::<Scalar>(r#""a""#), Scalar::String("a".to_owned()));
    assert_eq!(round_trip::<Scalar>("1"), Scalar::Integer(1));
    assert_eq!(round_trip::<Scalar>("true"), Scalar::Boolean(true));
    assert_eq!(round_trip::<Option<Scalar>>("null"), None);
    let why = refused::<Scalar>("[]");
    assert!(why.contains("String: ") && why.contains("Boolean: "), "{why}");
}

#[test]
fn any_of_keeps_the_most() {
    assert!(matches!(round_trip(r#"{"a": "x"}"#), Loose::Small(_)));
    assert!(matches!(round_trip(r#"{"a": "x", "b": "y"}"#), Loose::Large(_)));
    assert!(refused::<Loose>(r#"{"b": "y"}"#).contains("none of `Small`, `Large`"));
}

#[test]
fn trial_says_why_each_variant_failed() {
    assert!(matches!(round_trip(r#""id-1""#), Ids::String(_)));
    assert!(matches!(round_trip(r#"["a"]"#), Ids::Array(_)));
    assert!(matches!(round_trip(r#"{"where": {"a": 1}}"#), Ids::Query(_)));
    assert!(matches!(round_trip(r#"{"from": 1.5, "where": "x"}"#), Ids::Range(_)));
    let why = refused::<Ids>(r#""1""#);
    assert!(why.contains("String: the value is not allowed"), "{why}");
    assert!(why.contains("Array: invalid type: string"), "{why}");
    let closed = refused::<Ids>(r#"{"where": {}, "more": 1}"#);
    assert!(closed.contains("Query: the value is not allowed"), "{closed}");
}

#[test]
fn properties_beside_a_union_belong_to_every_branch() {
    let Shared::ByName(named) = round_trip(r#"{"id": "a", "name": "b"}"#) else { panic!("it has a name") };
    assert_eq!((named.id.as_str(), named.name.as_str()), ("a", "b"));
    assert!(refused::<Shared>(r#"{"name": "b"}"#).contains("none of `ByName`, `ByNumber`"));
}

#[test]
fn branches_that_only_constrain_are_no_union() {
    let either: Either = round_trip(r#"{"a": "x"}"#);
    assert_eq!(either.a.as_deref(), Some("x"));
    assert_eq!(round_trip::<Model>(r#""huge""#), Model::Other("huge".to_owned()));
    assert_eq!(round_trip::<Model>(r#""small""#), Model::Small);
}
