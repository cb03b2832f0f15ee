//! The reader of JSON, with `serde_json` as the judge of what JSON is.
#![allow(clippy::unwrap_used, reason = "tests")]

use proptest::prelude::*;
use serde_json::Value;
use unplug_wire::json;

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("no JSON number", |number| number.is_finite()).prop_map(Value::from),
        "\\PC{0,24}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 24, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..24).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..24)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A JSON text with some bytes exchanged, taken out or put in.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..4);
    (any_json(), edits).prop_map(|(value, edits)| {
        let mut text = value.to_string().into_bytes();
        for (at, edit, byte) in edits {
            let at = at.index(text.len().max(1)).min(text.len());
            match edit {
                0 => text.insert(at, byte),
                1 if at < text.len() => text[at] = byte,
                _ if at < text.len() => {
                    text.remove(at);
                }
                _ => {}
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        let read = json::read(text.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), serde_json::to_string(&value).unwrap());
    }

    #[test]
    fn damaged_texts_are_read_or_refused_alike(text in damaged()) {
        let expected = serde_json::from_slice::<Value>(&text);
        match (json::read(&text), expected) {
            (Ok(read), Ok(expected)) => prop_assert_eq!(read.into_typed::<Value>().unwrap(), expected),
            (Err(_), Err(_)) => {}
            // Names that come twice are refused here alone, numbers beyond all floats there alone.
            (Err(error), Ok(_)) => prop_assert!(error.is_data(), "{}", error),
            (Ok(_), Err(error)) => {
                prop_assert!(error.to_string().starts_with("number out of range"), "{}", error);
            }
        }
    }
}
