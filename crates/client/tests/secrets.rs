//! Credentials go where the document wants them, and nowhere else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "tests"
)]

mod support;

use std::error::Error as _;

use support::{Loopback, Step, answer, json};
use unplug_client::{BuildError, kombo, rocketchat};

const SECRET: &str = "hunter2-hunter2";

fn client(url: &str) -> kombo::Client {
    kombo::Client::new(kombo::Server::Custom(url.to_owned()), kombo::Credentials { api_key: SECRET.into() })
        .unwrap()
}

#[tokio::test]
async fn no_debug_output_and_no_message_shows_a_credential() {
    let credentials = kombo::Credentials { api_key: SECRET.into() };
    let builder = kombo::Client::builder().credentials(credentials.clone());
    let mut texts = vec![format!("{credentials:?}"), format!("{builder:?}")];
    let server = Loopback::start(vec![
        answer("502 Bad Gateway", &[("X-Echo", SECRET)], SECRET),
        json("200 OK", &format!("{{\"status\":\"success\",\"token\":\"{SECRET}\"")),
        Step::Lose,
    ])
    .await;
    let client = client(&server.url);
    texts.push(format!("{client:?}"));
    let request = kombo::DeleteIntegrationRequest { integration_id: "i".to_owned(), body: None };
    for _ in 0..3 {
        let error = client.delete_integration(&request).await.unwrap_err();
        texts.push(format!("{error} {error:?} {error:#?}"));
        let mut source = error.source();
        while let Some(cause) = source {
            texts.push(format!("{cause} {cause:?}"));
            source = cause.source();
        }
    }
    assert!(server.requests()[0].contains(SECRET), "it must be sent");
    for text in texts {
        assert!(!text.contains("hunter2"), "{text}");
    }
}

#[test]
fn credentials_that_cannot_be_sent_are_refused_without_showing_them() {
    for bad in ["", "hunter2\n", " hunter2", "hunter2\u{7f}"] {
        let error = rocketchat::Client::new(
            rocketchat::Server::Custom("http://127.0.0.1".to_owned()),
            rocketchat::Credentials { auth_token: bad.into(), user_id: "u".into() },
        )
        .unwrap_err();
        assert!(matches!(error, BuildError::Credential { .. }), "{error:?}");
        let text = format!("{error} {error:?}").to_lowercase();
        assert!(text.contains("x-auth-token") && !text.contains("hunter2"), "{text}");
    }
}

#[test]
fn servers_come_from_the_document() {
    let client = kombo::Client::builder().build().unwrap();
    assert!(format!("{client:?}").contains("https://api.kombo.dev/v1"), "{client:?}");
    let client = kombo::Client::builder().server(kombo::Server::Us).build().unwrap();
    assert!(format!("{client:?}").contains("https://api.us.kombo.dev/v1"), "{client:?}");
    let odd = kombo::Server::Custom("http://user:hunter2@127.0.0.1".to_owned());
    let error = kombo::Client::builder().server(odd).build().unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
}
