//! `required` with `readOnly` and `writeOnly`.

use unplug_server_runtime::Fault;

use crate::client::types::{Answer, Question};
use crate::{answer, assert_exchanged, assert_kept, assert_refused, stub};

pub(crate) async fn ask((): (), (): (), request: stub::AskRequest) -> Result<stub::AskResponse, Fault> {
    let text = request.body.text + &request.body.seal;
    Ok(stub::AskResponse::Ok(stub::types::Answer { text, id: 1 }))
}

const SENT: &str = r#"{"name":"a","password":"p","owner":{"email":"e"},"keys":[{"text":"t"},{"number":1}]}"#;
const RECEIVED: &str = r#"{"id":1,"name":"a","owner":{"made":"now","email":"e"},"keys":[{"fingerprint":"f","text":"t"},{"number":1}]}"#;

#[tokio::test]
async fn each_side_sends_what_is_its_own() {
    assert_kept("/accounts", SENT).await;
    assert_exchanged!(echo_account(EchoAccountRequest), SENT, RECEIVED);
}

#[tokio::test]
async fn the_stub_demands_what_a_request_must_have() {
    for body in [
        r#"{"name":"a","owner":{"email":"e"},"keys":[]}"#,
        r#"{"password":"p","owner":{"email":"e"},"keys":[]}"#,
        r#"{"name":"a","password":"p","owner":{},"keys":[]}"#,
        r#"{"name":"a","password":"p","owner":{"email":"e"},"keys":[{"fingerprint":"f"}]}"#,
    ] {
        assert_refused("/accounts", body).await;
    }
    // They should not be there, but are no reason to refuse what has them.
    assert_kept("/accounts", r#"{"id":7,"name":"a","password":"p","owner":{"email":"e"},"keys":[]}"#).await;
}

#[tokio::test]
async fn a_schema_of_one_direction_is_as_strict_as_it_says() {
    let question = Question { text: "t".to_owned(), seal: "s".to_owned() };
    let asked = serde_json::to_string(&question).unwrap();
    assert_eq!(answer("/questions", &asked).await, (200, r#"{"text":"ts","id":1}"#.to_owned()));
    assert_refused("/questions", r#"{"text":"t"}"#).await;
    let answer: Answer = serde_json::from_str(r#"{"text":"t","id":1}"#).unwrap();
    assert_eq!(answer.id, 1);
    assert!(serde_json::from_str::<Answer>(r#"{"text":"t"}"#).is_err());
}
