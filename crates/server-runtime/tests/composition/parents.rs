//! Parents with a discriminator, whose children extend them by `allOf`.

use crate::client::types::{Message, Pet, Pets};
use crate::{assert_exchanged, assert_kept, assert_refused};

const PETS: &str = r#"{
    "pets": [
        {"petType": "dog", "name": "d", "bark": true, "friend": {"petType": "Lion", "roar": 1}},
        {"petType": "cat", "lives": 9},
        {"petType": "Lion", "lives": 9, "roar": 3},
        {"petType": "Pet", "name": "p"},
        {"petType": "axolotl", "name": "a", "gills": [1, {"deep": null}]}
    ],
    "wrapped": {"petType": "cat", "lives": 1},
    "maybe": {"petType": "dog", "bark": false},
    "dog": {"petType": "dog", "bark": false},
    "inline": {"petType": "dog", "leash": true}
}"#;

#[tokio::test]
async fn children_keep_their_members() {
    assert_kept("/pets", PETS).await;
    assert_kept("/pets", r#"{"maybe": null}"#).await;
    assert_exchanged!(echo_pets(EchoPetsRequest), PETS, PETS);
}

#[tokio::test]
async fn each_tag_stands_for_its_child() {
    let pets: Pets = serde_json::from_str(PETS).unwrap();
    let pets = pets.pets.unwrap();
    let [Pet::Dog(dog), Pet::Cat(cat), Pet::Lion(lion), Pet::PetBase(base), Pet::Other(other)] = &pets[..]
    else {
        panic!("{pets:?}")
    };
    assert!(dog.bark && matches!(dog.friend.as_deref(), Some(Pet::Lion(_))));
    assert_eq!((cat.lives, lion.lives, lion.roar), (Some(9), Some(9), 3));
    assert_eq!((base.name.as_deref(), other.len()), (Some("p"), 3));
}

#[tokio::test]
async fn a_child_must_be_what_its_tag_says() {
    assert_refused("/pets", r#"{"pets": [{"petType": "dog"}]}"#).await;
    assert_refused("/pets", r#"{"pets": [{"petType": "Lion", "roar": "loud"}]}"#).await;
    assert_refused("/pets", r#"{"pets": [{"name": "n"}]}"#).await;
    assert_refused("/chats", r#"{"type": "text"}"#).await;
}

#[tokio::test]
async fn a_text_message_is_sent_and_read_back() {
    let text = r#"{"type": "text", "quick": true, "text": "hello"}"#;
    assert_kept("/chats", text).await;
    let message: Message = serde_json::from_str(text).unwrap();
    assert!(matches!(&message, Message::TextMessage(message) if message.text == "hello"));
    let video = r#"{"type": "video", "url": "u"}"#;
    assert_exchanged!(echo_message(EchoMessageRequest), text, video);
    // The parent lists its tags, so that a request may have no others.
    assert_refused("/chats", video).await;
}
