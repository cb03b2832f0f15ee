//! Seeds of any content.
#![allow(clippy::unwrap_used, reason = "tests")]

use proptest::prelude::*;
use unplug_handlers::seed::{self, Seed};

/// Text that a serialiser has to quote, and any other.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,30}",
        "\\PC{1,20}",
        proptest::sample::select(vec![
            "null",
            "~",
            "true",
            "no",
            "1e3",
            "0x10",
            "- a",
            "a: b",
            "#",
            "'",
            "\"",
            "|",
            "&a",
            "*a",
            "!!str",
            " x",
            "x ",
            "2017-01-06",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn whatever_the_names_a_seed_reads_back_as_it_was_written(
        texts in proptest::collection::vec(text(), 5)
    ) {
        let mut seed = seed::demo();
        let integration = &mut seed.rocketchat.integrations[1];
        integration.name.clone_from(&texts[0]);
        integration.script = Some(format!("{}\n{}\n", texts[1], texts[2]));
        integration.channel = texts.clone();
        seed.kombo.environments[0].name.clone_from(&texts[3]);
        seed.kombo.environments[0].integrations[0].end_user.creator_email = Some(texts[4].clone());
        prop_assert_eq!(&Seed::parse(&seed.to_yaml().unwrap()).unwrap(), &seed);
        prop_assert_eq!(&Seed::parse(&serde_json::to_string(&seed).unwrap()).unwrap(), &seed);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(?s).{0,200}") {
        let _ = Seed::parse(&text);
    }

    #[test]
    fn no_damage_makes_the_reader_panic(at in 0_usize..8000, with in "[\\[\\]{}:,&*!|>'\"\t\n -]{1,3}") {
        let mut yaml: Vec<char> = seed::demo().to_yaml().unwrap().chars().collect();
        let at = at % yaml.len();
        yaml.splice(at..=at, with.chars());
        let _ = Seed::parse(&yaml.into_iter().collect::<String>());
    }
}
