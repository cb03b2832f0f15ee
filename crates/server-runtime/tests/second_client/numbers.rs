//! Numbers, byte by byte: what is sent is what a handler has, and what comes back.

use unplug_server_runtime::Fault;

use crate::client::NumbersRequest;
use crate::client::types::Numbers;
use crate::stub::{NumbersOk, NumbersOkHeaders, NumbersResponse};
use crate::{Seen, answering, caught, client, exchange, note, refused, request, stub};

/// Answers with the numbers that it got.
pub(crate) async fn numbers(
    seen: Seen,
    (): (),
    request: stub::NumbersRequest,
) -> Result<NumbersResponse, Fault> {
    note(&seen, &request);
    let headers = NumbersOkHeaders { x_ratio: request.x_ratio };
    Ok(NumbersResponse::Ok(NumbersOk { headers, body: request.body }))
}

const JSON: [&str; 1] = ["Content-Type: application/json"];

/// Bodies whose numbers no float holds, or not in these words.
const KEPT: [&str; 14] = [
    r#"{"plain":9007199254740993}"#,
    r#"{"plain":0.1000000000000000055511151231257827}"#,
    r#"{"plain":1e400}"#,
    r#"{"plain":-1e-400}"#,
    r#"{"plain":1e308}"#,
    r#"{"plain":19.90}"#,
    r#"{"plain":1E+3}"#,
    r#"{"float":1.5,"long":18446744073709551616}"#,
    r#"{"limited":0.10,"listed":0.5,"defaulted":1.00}"#,
    r#"{"either":123456789012345678901234567890.5}"#,
    r#"{"either":"1e400","several":[1e400,0.30]}"#,
    r#"{"several":9007199254740993.0}"#,
    r#"{"map":{"a":1e400,"b":1.50}}"#,
    r#"{"plain":1,"more":1.10,"other":1e400}"#,
];

#[tokio::test]
async fn the_stub_keeps_every_number() {
    for body in KEPT {
        let (answer, seen) = exchange(&request("POST /numbers", &JSON, body.as_bytes())).await;
        let answer = String::from_utf8(answer).unwrap();
        assert!(seen.is_some() && answer.starts_with("HTTP/1.1 200"), "{body}\n{answer}");
        let (_, kept) = answer.split_once("\r\n\r\n").unwrap();
        assert_eq!(kept, body);
    }
}

#[tokio::test]
async fn the_client_keeps_every_number() {
    for body in KEPT {
        let value: Numbers = unplug_wire::value::read(body.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), body);
        let length = body.len();
        let server = answering(&format!(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nX-Ratio: 1e400\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        ))
        .await;
        let ratio: unplug_wire::json::Number = "0.10".parse().unwrap();
        let sent = NumbersRequest {
            ratio: Some(ratio.clone()),
            steps: Some(vec![ratio, 1.into(), "1e400".parse().unwrap()]),
            x_ratio: Some("19.90".parse().unwrap()),
            body: value.clone(),
        };
        let answer = client(&server).numbers(&sent).await.unwrap().into_inner();
        assert_eq!(answer.headers.x_ratio.map(|number| number.to_string()).as_deref(), Some("1e400"));
        assert_eq!(answer.body, value);
        let (line, headers, sent) = caught(&server);
        assert_eq!(line, "POST /numbers?ratio=0.10&steps=0.10,1,1e400");
        assert!(headers.contains(&"x-ratio: 19.90".to_owned()), "{headers:?}");
        assert_eq!(sent, body);
    }
}

#[tokio::test]
async fn numbers_in_parameters_are_kept() {
    let line = "POST /numbers?ratio=0.10&steps=0.10,9007199254740993.0,1e400";
    let (answer, seen) = exchange(&request(line, &[JSON[0], "X-Ratio: 19.90"], b"{}")).await;
    let (answer, seen) = (String::from_utf8(answer).unwrap(), seen.unwrap());
    assert!(answer.to_ascii_lowercase().contains("\r\nx-ratio: 19.90\r\n"), "{answer}");
    for kept in ["0.10", "9007199254740993.0", "1e400", "19.90"] {
        assert!(seen.contains(kept), "{kept}: {seen}");
    }
}

#[tokio::test]
async fn limits_are_exact_however_a_number_is_written() {
    for (body, expected) in [
        (r#"{"long":1000000000000000000000000000001}"#, "/long: expected at most"),
        (r#"{"long":1.5}"#, "/long: expected integer"),
        (r#"{"limited":0.09999999999999999999999}"#, "/limited: expected at least 0.1"),
        (r#"{"limited":10.0}"#, "/limited: expected less than 10"),
        (r#"{"limited":0.3000000000000000000001}"#, "/limited: expected a multiple of 0.1"),
        (r#"{"listed":0.50000000000000000000001}"#, "/listed: expected one of"),
        (r#"{"count":9223372036854775808}"#, "/count: expected int64"),
        (r#"{"count":1.00000000000000000000001}"#, "/count: expected integer"),
        (r#"{"count":1e400}"#, "/count: expected int64"),
        (r#"{"other":"1"}"#, "/other: expected number"),
    ] {
        let answer = refused(request("POST /numbers", &JSON, body.as_bytes())).await;
        assert!(answer.contains(expected), "{body}: {answer}");
    }
    for (body, kept) in [
        (r#"{"count":1e3,"long":1e30}"#, r#"{"count":1000,"long":1e30}"#),
        (r#"{"count":9007199254740993.0}"#, r#"{"count":9007199254740993}"#),
        (r#"{"count":-9223372036854775808.0}"#, r#"{"count":-9223372036854775808}"#),
    ] {
        let (answer, _) = exchange(&request("POST /numbers", &JSON, body.as_bytes())).await;
        let answer = String::from_utf8(answer).unwrap();
        assert!(answer.ends_with(kept), "{body}: {answer}");
    }
}
