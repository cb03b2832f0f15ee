//! Where credentials come from, and where they never go.

use std::path::Path;

use crate::support::{Folder, REMOVALS, ROCKETCHAT_NOBODY, Server, unplug};

const FILE: &str = "\
# The demo data set's.
ROCKETCHAT_AUTH_TOKEN=9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq
ROCKETCHAT_USER_ID = aobEdbYhXfu5hkeqG

export KOMBO_API_KEY='demo-kombo-production-4mQz8XcV2bNk6LwT'
VERCEL_TOKEN=\"demo-vercel-full-8KqW3eRt6YuI\"
";

/// Every secret of the demo data set that these tests send, and some that are wrong.
const SECRETS: [&str; 5] = [
    "9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq",
    "demo-none-Ux7Qm3Zk9Rw2Tj5Lb8Vn4Hc6Ys1Gd0Fp",
    "demo-kombo-production-4mQz8XcV2bNk6LwT",
    "demo-vercel-full-8KqW3eRt6YuI",
    "a-wrong-secret",
];

#[track_caller]
fn assert_no_secret(place: &str, text: &[u8]) {
    for secret in SECRETS {
        let found = text.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{secret} in {place}: {}", String::from_utf8_lossy(text));
    }
}

#[test]
fn a_file_serves_all_vendors_and_the_environment_is_not_asked_then() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let file = folder.write("credentials", FILE);
    let wrong: Vec<(&str, &str)> = REMOVALS
        .iter()
        .flat_map(|removal| removal.credentials)
        .map(|(name, _)| (*name, "a-wrong-secret"))
        .collect();
    for removal in &REMOVALS {
        removal.run_as(&wrong, &server.url, removal.id, &["--credentials", &file]).json(0);
    }
}

#[test]
fn a_broken_file_is_named_with_its_line_and_not_shown() {
    let folder = Folder::new();
    let removal = &REMOVALS[2];
    let message = |content: &str, rest: &str| {
        let file = folder.write("credentials", content);
        let run = removal.run_as(removal.credentials, "http://127.0.0.1:1", "a", &["--credentials", &file]);
        assert_eq!(run.error(1), format!("{file}{rest}"));
        assert_no_secret("the message", run.stderr.as_bytes());
    };
    message("# first\na-wrong-secret\n", ":2: not of the form NAME=value");
    message("VERCEL_TOKEN=a\nVERCEL_TOKEN=a-wrong-secret\n", ":2: VERCEL_TOKEN is given a second time");
    message("KOMBO_API_KEY=a-wrong-secret\n", " has no line VERCEL_TOKEN=…");
    let missing = folder.name("missing");
    let run = removal.run(" ", &["--credentials", &missing]);
    let words = run.error(1);
    assert!(words.starts_with(&format!("cannot read the credentials file {missing}: ")), "{words}");
}

#[test]
fn a_credential_that_no_header_can_carry_is_named_and_not_shown() {
    for (value, words) in [
        ("", "VERCEL_TOKEN is empty"),
        (
            "a-wrong-secret\n",
            "VERCEL_TOKEN has a character that a credential never has, such as a space or a line break",
        ),
    ] {
        let run = REMOVALS[2].run_as(&[("VERCEL_TOKEN", value)], "http://127.0.0.1:1", "a", &[]);
        assert_eq!(run.error(1), words);
    }
}

#[test]
fn a_url_with_a_password_is_refused_and_not_shown() {
    let run = REMOVALS[2].run("http://me:a-wrong-secret@127.0.0.1:1", &[]);
    assert!(run.error(2).contains("holds credentials"), "{run:?}");
    assert_no_secret("the message", run.stderr.as_bytes());
    let help =
        unplug(&["remove", "vercel", "--help"], &[("VERCEL_URL", "http://me:a-wrong-secret@a.example")]);
    assert_no_secret("the help text", help.stdout.as_bytes());
}

#[test]
fn no_credential_is_in_any_output_log_or_file() {
    let folder = Folder::new();
    let server = Server::start(&folder, &["--demo"], &[("RUST_LOG", "trace")]);
    let mut said = String::new();
    for removal in &REMOVALS {
        let wrong: Vec<(&str, &str)> =
            removal.credentials.iter().map(|(name, _)| (*name, "a-wrong-secret")).collect();
        for credentials in [wrong.as_slice(), removal.credentials, removal.credentials, ROCKETCHAT_NOBODY] {
            let credentials = [credentials, &[("RUST_LOG", "trace"), ("RUST_BACKTRACE", "1")]].concat();
            for more in [&[][..], &["--output", "text"]] {
                let mut arguments = vec!["remove"];
                arguments.extend(removal.arguments);
                let url = format!("{}{}", server.url, removal.base);
                arguments.extend(["--server", &url, removal.id]);
                arguments.extend(more);
                let run = unplug(&arguments, &credentials);
                said += &run.stdout;
                said += &run.stderr;
            }
        }
        said += &removal.run("http://127.0.0.1:1", &[]).stdout;
    }
    assert!(said.contains("removed"), "{said}");
    assert_no_secret("the output", said.as_bytes());
    let log = server.terminate();
    assert!(log.contains("DEBUG") && log.contains("removed"), "{log}");
    assert_no_secret("the log", log.as_bytes());
    let database = folder.path("unplug.db");
    for name in std::fs::read_dir(database.parent().unwrap()).unwrap() {
        let path = name.unwrap().path();
        assert_no_secret(&path.display().to_string(), &bytes(&path));
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap();
    assert!(!bytes.is_empty(), "{}", path.display());
    bytes
}
