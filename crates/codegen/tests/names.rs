//! Names: every text gives identifiers, equal texts equal ones.

use proptest::prelude::*;
use unplug_codegen::names::{Namespace, RustName, ident, module, pascal, reason, snake, words};

#[test]
fn words_begin_at_capitals_and_punctuation() {
    let cases = [
        ("integrationId", vec!["integration", "id"]),
        ("HTTPServer", vec!["http", "server"]),
        ("PLATFORM.RATE_LIMIT_EXCEEDED", vec!["platform", "rate", "limit", "exceeded"]),
        ("post-api-v1-integrations.remove", vec!["post", "api", "v1", "integrations", "remove"]),
        ("_createdAt", vec!["created", "at"]),
        ("", vec![]),
        ("*", vec!["star"]),
        ("<=", vec!["less", "equal"]),
        ("-1", vec!["minus", "1"]),
        ("-a", vec!["a"]),
    ];
    for (name, expected) in cases {
        assert_eq!(words(name), expected, "{name}");
    }
}

#[test]
fn names_are_identifiers() {
    assert_eq!(pascal("webhook-incoming"), "WebhookIncoming");
    assert_eq!(pascal("2fa"), "N2fa");
    assert_eq!(pascal(""), "Empty");
    assert_eq!(snake("X-RateLimit-Limit"), "x_rate_limit_limit");
    assert_eq!(snake("2fa"), "n2fa");
    assert_eq!(ident("type").to_string(), "r#type");
    assert_eq!(ident("self").to_string(), "self_");
    assert_eq!(ident("Self").to_string(), "Self_");
    assert_eq!(ident("gen").to_string(), "r#gen");
    assert_eq!(module("type"), "type_");
    assert_eq!(module("bump-train-travel"), "bump_train_travel");
    assert_eq!(snake("日本語"), "日本語");
    assert_eq!(ident(&snake("☃")).to_string(), "u2603");
}

#[test]
fn letters_that_look_like_others_are_spelled() {
    for (name, expected) in [
        ("μ", "Mu"),
        ("M", "M"),
        ("µg", "Mug"),
        ("kΩ", "KOmega"),
        ("ﬁle", "File"),
        ("Ａ", "A"),
        ("е\u{301}", "E"),
        ("cafe\u{301}", "Café"),
        ("größe", "Grösse"),
        ("Łódź", "Lódz"),
        ("Привет", "Privet"),
        ("naïve", "Naïve"),
        ("名称", "名称"),
        ("m²", "M2"),
        ("٣", "U663"),
        ("ѳ", "U473"),
    ] {
        assert_eq!(pascal(name), expected, "{name}");
    }
    let mut names = Namespace::new();
    let claimed = ["µg", "μg", "mug"].map(|name| names.claim_snake(&snake(name)));
    assert_eq!(claimed, ["mug", "mug_2", "mug_3"]);
}

#[test]
fn a_keyword_is_a_raw_name_without_being_another_word() {
    let name = RustName::new("type");
    assert_eq!((name.to_string().as_str(), name.unraw()), ("r#type", "type"));
    assert_eq!(quote::format_ident!("{}_field", name).to_string(), "type_field");
    assert_eq!(quote::quote!(#name).to_string(), "r#type");
}

#[test]
fn statuses_are_called_by_their_reasons() {
    let cases = [(200, "Ok"), (207, "MultiStatus"), (418, "ImATeapot"), (505, "HttpVersionNotSupported")];
    for (status, expected) in cases {
        assert_eq!(reason(status).as_deref(), Some(expected));
    }
    assert_eq!(reason(499), None);
}

#[test]
fn a_taken_name_gets_a_number() {
    let mut names = Namespace::new();
    let claimed: Vec<String> = (0..3).map(|_| names.claim("Error")).collect();
    assert_eq!(claimed, ["Error", "Error2", "Error3"]);
    assert_eq!(names.claim_snake("id"), "id");
    assert_eq!(names.claim_snake("id"), "id_2");
    assert_eq!(Namespace::types().claim("Option"), "Option2");
}

proptest! {
    #[test]
    fn every_text_gives_identifiers(text in any::<String>()) {
        for name in [pascal(&text), snake(&text)] {
            let identifier = ident(&name).to_string();
            prop_assert!(syn::parse_str::<syn::Ident>(&identifier).is_ok(), "{text:?}: {identifier}");
            prop_assert_eq!(ident(&name).to_string(), identifier);
        }
        let module_name = module(&text);
        prop_assert!(syn::parse_str::<syn::Ident>(&module_name).is_ok(), "{text:?}: {module_name}");
    }

    #[test]
    fn no_two_get_the_same_name(texts in prop::collection::vec("[a-c_. -]{0,3}", 0..20)) {
        let mut names = Namespace::new();
        let mut claimed: Vec<String> =
            texts.iter().map(|text| ident(&names.claim_snake(&snake(text))).to_string()).collect();
        let all = claimed.len();
        claimed.sort();
        claimed.dedup();
        prop_assert_eq!(claimed.len(), all);
    }
}
