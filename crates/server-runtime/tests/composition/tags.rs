//! Tags that are no texts, and unions within unions by one tag.

use crate::client::types::{InputItem, Item, Rank, Reading, Switch, Tags};
use crate::{assert_exchanged, assert_kept, assert_refused};

const TAGS: &str = r#"{
    "readings": [{"kind": 1, "degrees": 3}, {"kind": 2, "share": 4}],
    "switches": [{"on": true, "since": "s"}, {"on": false, "until": "u"}, {"on": null, "why": "w"}],
    "ranks": [{"level": 20, "second": "s"}, {"level": 10, "first": "f"}],
    "items": [
        {"type": "message", "content": "c"},
        {"type": "search_call", "query": "q"},
        {"type": "shell_call", "command": "c"},
        {"type": "item_reference", "id": "i"}
    ],
    "odd": [1, 2, [1], true, "x"]
}"#;

#[tokio::test]
async fn tags_of_every_type_are_known() {
    assert_kept("/tags", TAGS).await;
    assert_exchanged!(echo_tags(EchoTagsRequest), TAGS, TAGS);
    let tags: Tags = serde_json::from_str(TAGS).unwrap();
    assert!(matches!(&tags.readings.unwrap()[..], [Reading::Heat(_), Reading::Damp(_)]));
    let switches = tags.switches.unwrap();
    assert!(matches!(&switches[..], [Switch::Lit(_), Switch::Dark(_), Switch::Faulty(_)]));
    assert!(matches!(&tags.ranks.unwrap()[..], [Rank::Variant2(_), Rank::Variant1(_)]));
}

#[tokio::test]
async fn whole_numbers_may_be_written_with_a_fraction() {
    let tags: Tags = serde_json::from_str(r#"{"readings": [{"kind": 2.0, "share": 4}]}"#).unwrap();
    assert!(matches!(&tags.readings.unwrap()[..], [Reading::Damp(_)]));
}

#[tokio::test]
async fn a_union_knows_the_tags_of_a_union_within() {
    let tags: Tags = serde_json::from_str(TAGS).unwrap();
    let items = tags.items.unwrap();
    let [
        InputItem::EasyInput(_),
        InputItem::Item(search),
        InputItem::Item(shell),
        InputItem::ItemReference(_),
    ] = &items[..]
    else {
        panic!("{items:?}")
    };
    assert!(matches!((search, shell), (Item::SearchCall(_), Item::ShellCall(_))));
    assert_refused("/tags", r#"{"items": [{"type": "shell_call", "query": "q"}]}"#).await;
    assert_refused("/tags", r#"{"readings": [{"kind": 1, "share": 4}]}"#).await;
}
