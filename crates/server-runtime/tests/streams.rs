//! What the server writes is what the client reads, whatever chunks it comes in.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::time::Duration;

use axum::response::Response;
use http_body_util::BodyExt;
use proptest::prelude::*;

use unplug_server_runtime::stream::{Event, EventStream, JsonLines};
use unplug_server_runtime::{Cause, respond};
use unplug_wire::event_stream::{EventParser, TextEvent};
use unplug_wire::json_lines::JsonSplitter;

fn sent(response: Result<Response, Cause>) -> Vec<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(response.unwrap().into_body().collect()).unwrap().to_bytes().to_vec()
}

/// The items that a reader finds when the text is cut at these places.
fn read<T>(text: &[u8], cuts: &[usize], mut reader: impl FnMut(&[u8]) -> (usize, Option<T>)) -> Vec<T> {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (text.len() + 1)).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    let mut found = Vec::new();
    for piece in cuts.windows(2) {
        let mut rest = &text[piece[0]..piece[1]];
        while !rest.is_empty() {
            let (taken, item) = reader(rest);
            assert!(taken > 0, "no progress");
            rest = &rest[taken..];
            found.extend(item);
        }
    }
    found
}

fn cuts() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(any::<usize>(), 0..20)
}

fn event() -> impl Strategy<Value = Event<String>> {
    let line = "[^\r\n\0]{0,6}";
    let retry = prop::option::of(any::<u32>().prop_map(|wait| Duration::from_millis(wait.into())));
    let data = prop_oneof![any::<String>(), "[ab:\n\r \u{feff}]{0,12}"];
    (prop::option::of(line), prop::option::of(line), retry, data).prop_map(|(event, id, retry, data)| Event {
        event,
        id,
        retry,
        data,
    })
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<i64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
        "[\"\\\\{}\n\u{1e}]{0,8}".prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

fn values(text: &[u8], cuts: &[usize]) -> Vec<serde_json::Value> {
    let mut splitter = JsonSplitter::default();
    let mut texts = read(text, cuts, |chunk| splitter.read(chunk));
    texts.extend(splitter.finish());
    assert_eq!(splitter.held(), 0);
    texts.iter().map(|text| serde_json::from_slice(text).unwrap()).collect()
}

proptest! {
    #[test]
    fn text_events(events in prop::collection::vec(event(), 0..6), cuts in cuts()) {
        let text = sent(respond::text_events(200, "text/event-stream", EventStream::new(events.clone())));
        let mut parser = EventParser::default();
        let found = read(&text, &cuts, |chunk| parser.read(chunk));
        prop_assert_eq!(parser.held(), 0);
        let expected: Vec<TextEvent> = events
            .into_iter()
            .map(|Event { event, id, retry, data }| {
                let data = data.replace("\r\n", "\n").replace('\r', "\n");
                TextEvent { event, id, retry, data }
            })
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn json_events(data in prop::collection::vec(json(), 0..6), cuts in cuts()) {
        let events = data.clone().into_iter().map(Event::new);
        let text = sent(respond::events(200, "text/event-stream", EventStream::new(events)));
        let mut parser = EventParser::default();
        let found = read(&text, &cuts, |chunk| parser.read(chunk));
        let found: Vec<serde_json::Value> =
            found.iter().map(|event| serde_json::from_str(&event.data).unwrap()).collect();
        prop_assert_eq!(found, data);
    }

    #[test]
    fn json_lines(items in prop::collection::vec(json(), 0..6), cuts in cuts()) {
        for media_type in ["application/x-ndjson", "application/json-seq"] {
            let text = sent(respond::json_lines(200, media_type, JsonLines::from(items.clone())));
            prop_assert_eq!(&values(&text, &cuts), &items);
        }
    }

    #[test]
    fn sequences_on_several_lines(items in prop::collection::vec(json(), 0..6), cuts in cuts()) {
        let mut text = Vec::new();
        for item in &items {
            text.push(0x1e);
            serde_json::to_writer_pretty(&mut text, item).unwrap();
            text.push(b'\n');
        }
        prop_assert_eq!(values(&text, &cuts), items);
    }

    #[test]
    fn any_bytes_are_read_the_same_in_any_chunks(text in prop::collection::vec(
        prop_oneof![any::<u8>(), prop::sample::select(b"\r\n:data\x1e{}\" ".to_vec())], 0..60,
    ), cuts in cuts()) {
        let events = |cuts: &[usize]| {
            let mut parser = EventParser::default();
            read(&text, cuts, |chunk| parser.read(chunk))
        };
        prop_assert_eq!(events(&cuts), events(&[]));
        let lines = |cuts: &[usize]| {
            let mut splitter = JsonSplitter::default();
            let mut found = read(&text, cuts, |chunk| splitter.read(chunk));
            found.extend(splitter.finish());
            found
        };
        prop_assert_eq!(lines(&cuts), lines(&[]));
    }
}
