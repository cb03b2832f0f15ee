//! Wrong command lines, and the help texts.

use crate::support::{KOMBO, ROCKETCHAT, VERCEL, unplug};

/// Runs with all credentials, so that only the command line can be wrong.
#[track_caller]
fn assert_usage(arguments: &[&str], words: &[&str]) {
    let run = unplug(arguments, &[ROCKETCHAT, KOMBO, VERCEL].concat());
    let message = run.error(2);
    for word in words {
        assert!(message.contains(word), "{arguments:?} says nothing of {word:?}: {message}");
    }
    assert!(message.ends_with("For more information, try '--help'."), "{message}");
}

#[test]
fn wrong_serve_options_are_told() {
    for listen in ["8080", "localhost", "127.0.0.1:99999", "http://127.0.0.1:80", ""] {
        assert_usage(&["serve", "--listen", listen], &["--listen <HOST:PORT>"]);
    }
    assert_usage(&["serve", "--listen", "8080"], &["'8080'", "127.0.0.1:8080, localhost:0 or [::1]:8080"]);
    assert_usage(&["serve", "--log-format", "xml"], &["'xml'", "text, json"]);
    assert_usage(&["serve", "--database", ""], &["--database <FILE>"]);
    assert_usage(&["serve", "--demo=yes"], &["--demo"]);
    assert_usage(&["serve", "extra"], &["'extra'"]);
}

#[test]
fn wrong_seed_options_are_told() {
    assert_usage(&["seed"], &["<FILE|--example>"]);
    assert_usage(&["seed", "a.yaml", "--example"], &["--example", "cannot be used with"]);
    assert_usage(&["seed", "a.yaml", "b.yaml"], &["'b.yaml'"]);
}

#[test]
fn wrong_common_options_are_told() {
    for (option, value, words) in [
        ("--timeout", "0", "1..=3600"),
        ("--timeout", "3601", "1..=3600"),
        ("--timeout", "soon", "--timeout <SECONDS>"),
        ("--attempts", "0", "1..=10"),
        ("--attempts", "11", "1..=10"),
        ("--attempts", "-1", "--attempts"),
        ("--output", "yaml", "text, json"),
        ("--credentials", "", "--credentials <FILE>"),
    ] {
        assert_usage(&["remove", "vercel", "a", &format!("{option}={value}")], &[words]);
    }
}

#[test]
fn wrong_removals_are_told() {
    assert_usage(
        &["remove", "rocketchat"],
        &["--server <URL>", "--type <FAMILY>", "<INTEGRATION_ID|--target-url <URL>>"],
    );
    assert_usage(&["remove", "kombo"], &["<INTEGRATION_ID>"]);
    assert_usage(&["remove", "vercel"], &["<CONFIGURATION_ID>"]);
    assert_usage(&["remove", "slack", "a"], &["'slack'"]);
    for id in [
        &["kombo", ""][..],
        &["vercel", ""],
        &["vercel", "--team-id", "", "a"],
        &["vercel", "--slug", "", "a"],
    ] {
        assert_usage(&[&["remove"], id].concat(), &["a value is required"]);
    }
    let rocketchat = |rest: &[&'static str]| {
        [&["remove", "rocketchat", "--server", "http://127.0.0.1:1", "--type"], rest].concat()
    };
    assert_usage(&rocketchat(&["both", "a"]), &["'both'", "incoming, outgoing"]);
    assert_usage(&rocketchat(&["incoming", ""]), &["a value is required"]);
    assert_usage(
        &rocketchat(&["outgoing", "a", "--target-url", "b"]),
        &["--target-url", "cannot be used with"],
    );
    assert_usage(&rocketchat(&["incoming", "--target-url", "b"]), &["only an outgoing integration"]);
}

#[test]
fn a_server_that_is_no_url_is_told_with_where_it_came_from() {
    for server in ["uk", "chat.example.com", "ftp://a.example", "http://a.example/?b"] {
        let words = ["--server or KOMBO_SERVER", "https://api.example.com"];
        assert_usage(&["remove", "kombo", "--server", server, "a"], &words);
        assert_usage(&["remove", "vercel", "--server", server, "a"], &["--server or VERCEL_URL"]);
        assert_usage(
            &["remove", "rocketchat", "--type", "incoming", "--server", server, "a"],
            &["--server or ROCKETCHAT_URL"],
        );
    }
}

#[test]
fn credentials_have_no_place_on_the_command_line() {
    for option in ["--token", "--api-key", "--auth-token", "--password"] {
        assert_usage(&["remove", "vercel", option, "a", "b"], &[option]);
    }
}

#[test]
fn the_help_texts_say_what_a_script_needs() {
    let help = |arguments: &[&str]| {
        let run = unplug(arguments, &[]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        // Backticks and angle brackets around addresses belong in web pages.
        assert!(!run.stdout.contains('`') && !run.stdout.contains("<http"), "{}", run.stdout);
        run.stdout
    };
    let codes = help(&["remove", "--help"]);
    let codes = &codes[codes.find("Exit codes:").unwrap()..];
    for code in 0..=9 {
        assert!(codes.contains(&format!("\n  {code}  ")), "no {code} in {codes}");
    }
    for (vendor, credential) in
        [("rocketchat", "ROCKETCHAT_AUTH_TOKEN"), ("kombo", "KOMBO_API_KEY"), ("vercel", "VERCEL_TOKEN")]
    {
        let text = help(&["remove", vendor, "--help"]);
        assert!(text.contains(credential) && text.contains("--credentials <FILE>"), "{text}");
        assert!(text.ends_with(codes), "{text}");
    }
    for command in ["serve", "seed", "remove"] {
        assert!(help(&["--help"]).contains(command));
        help(&[command, "--help"]);
    }
    assert_eq!(help(&["--version"]), concat!("unplug ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn no_arguments_print_the_help_and_fail() {
    for arguments in [&[][..], &["remove"]] {
        let run = unplug(arguments, &[]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains("Usage: unplug"), "{run:?}");
    }
}

#[test]
fn a_variable_set_to_nothing_is_like_one_that_is_not_set() {
    let unset = unplug(&["remove", "rocketchat", "--type", "incoming", "a"], &[("ROCKETCHAT_URL", "")]);
    assert!(unset.error(2).contains("--server <URL>"), "{unset:?}");
    // The vendors' own servers are asked for then. A proxy that is not there keeps this test from them.
    let proxy = ("HTTPS_PROXY", "http://127.0.0.1:1");
    for (variable, vendor, credential) in [("KOMBO_SERVER", "kombo", KOMBO), ("VERCEL_URL", "vercel", VERCEL)]
    {
        let run = unplug(
            &["remove", vendor, "--output", "json", "a"],
            &[credential, &[(variable, ""), proxy]].concat(),
        );
        let outcome = run.json(8);
        assert!(outcome["message"].as_str().unwrap().contains("refused"), "{outcome}");
    }
}
