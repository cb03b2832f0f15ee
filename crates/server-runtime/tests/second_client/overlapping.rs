//! Texts that could be values of several branches of a union: a caller can send all that the document
//! allows, and the stub reads what is valid.

use unplug_server_runtime::Fault;

use crate::client::OverlappingRequest;
use crate::client::types::{AnyScalar, Code, OverlappingDeep, TextOrList};
use crate::stub::{OverlappingNoContent, OverlappingNoContentHeaders, OverlappingResponse};
use crate::{Seen, answering, assert_read, caught, client, exchange, note, request, stub};

/// Answers with the code that it got.
pub(crate) async fn overlapping(
    seen: Seen,
    (): (),
    request: stub::OverlappingRequest,
) -> Result<OverlappingResponse, Fault> {
    note(&seen, &request);
    let headers = OverlappingNoContentHeaders { x_code: request.x_code };
    Ok(OverlappingResponse::NoContent(OverlappingNoContent { headers }))
}

fn text(text: &str) -> AnyScalar {
    AnyScalar::String(text.to_owned())
}

fn path(path: AnyScalar) -> OverlappingRequest {
    OverlappingRequest {
        path,
        query: None,
        items: None,
        code: None,
        deep: None,
        x_list: None,
        x_code: None,
        cookie: None,
    }
}

/// The client sends the request as that line with those headers; the stub reads it as `read`.
async fn assert_sent(value: OverlappingRequest, line: &str, headers: &[&str], read: OverlappingRequest) {
    let server = answering(crate::NO_CONTENT).await;
    client(&server).overlapping(&value).await.unwrap();
    let (sent, mut lines, _) = caught(&server);
    lines.sort();
    assert_eq!((sent.as_str(), lines), (line, headers.iter().map(|line| (*line).to_owned()).collect()));
    assert_read(request(line, headers, b""), &read).await;
}

/// Every text is valid as text; one that looks like a number arrives as the number that is valid too.
#[tokio::test]
async fn a_text_that_looks_like_another_type_is_sent() {
    for (sent, read) in [
        ("5", AnyScalar::Integer(5)),
        ("true", AnyScalar::Boolean(true)),
        ("100", text("100")),
        ("1.5", text("1.5")),
        ("word", text("word")),
    ] {
        let line = format!("GET /overlapping/{sent}?query={sent}&items={sent}&items=x");
        let with = |scalar: &AnyScalar| OverlappingRequest {
            query: Some(scalar.clone()),
            items: Some(vec![scalar.clone(), text("x")]),
            ..path(scalar.clone())
        };
        assert_sent(with(&text(sent)), &line, &[], with(&read)).await;
    }
}

/// What only one branch takes arrives as that branch, wherever it stands.
#[tokio::test]
async fn digits_are_text_where_only_text_is_valid() {
    for (code, sent) in [(Code::String("12345".to_owned()), "12345"), (Code::Integer(7), "7")] {
        let line = format!("GET /overlapping/x?code={sent}&deep%5Bcode%5D={sent}");
        let header = format!("x-code: {sent}");
        let value = OverlappingRequest {
            code: Some(code.clone()),
            deep: Some(OverlappingDeep { code: Some(code.clone()) }),
            x_code: Some(code.clone()),
            cookie: Some(code.clone()),
            ..path(text("x"))
        };
        let headers = [format!("cookie: cookie={sent}"), header.clone()];
        assert_sent(value.clone(), &line, &[&*headers[0], &*headers[1]], value).await;
        // The client does not look at limits; what it reads is written as the same text.
        let (answer, _) = exchange(&request("GET /overlapping/x", &[&*header], b"")).await;
        let answer = String::from_utf8(answer).unwrap();
        assert!(answer.contains(&header), "{answer}");
        let server = answering(&answer).await;
        let answer = client(&server).overlapping(&path(text("x"))).await.unwrap().into_inner();
        let read = answer.headers.x_code.unwrap();
        assert!(read == code || read == Code::Integer(12345), "{read:?}");
    }
    crate::refused(request("GET /overlapping/x?code=1234", &[], b"")).await;
}

#[tokio::test]
async fn a_text_with_commas_may_look_like_a_list() {
    let list = |texts: &[&str]| TextOrList::Array(texts.iter().map(|text| (*text).to_owned()).collect());
    for (value, sent) in [
        (TextOrList::String("a,b".to_owned()), "a,b"),
        (TextOrList::String("abc".to_owned()), "abc"),
        (list(&["a", "b", "c"]), "a,b,c"),
    ] {
        let value = OverlappingRequest { x_list: Some(value), ..path(text("x")) };
        let header = format!("x-list: {sent}");
        assert_sent(value.clone(), "GET /overlapping/x", &[&*header], value).await;
    }
}
