//! Form bodies (`application/x-www-form-urlencoded`).

use serde_json::{Value, json};

use crate::client::{StyledFormRequest, UsualFormRequest};
use crate::{answering, assert_read, caught, client, refused, request};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

fn usual(value: Value) -> UsualFormRequest {
    UsualFormRequest { body: serde_json::from_value(value).unwrap() }
}

fn styled(value: Value) -> StyledFormRequest {
    StyledFormRequest { body: serde_json::from_value(value).unwrap() }
}

fn usual_form(body: &str) -> Vec<u8> {
    request("POST /forms/usual", &[FORM], body.as_bytes())
}

fn styled_form(body: &str) -> Vec<u8> {
    request("POST /forms/styled", &[FORM], body.as_bytes())
}

/// The client sends the value as that body, and the stub reads it from the same bytes.
macro_rules! assert_form {
    ($operation:ident, $request:expr, $body:expr) => {
        let server = answering(crate::NO_CONTENT).await;
        client(&server).$operation(&$request).await.unwrap();
        let (_, headers, body) = caught(&server);
        assert_eq!(headers, ["content-type: application/x-www-form-urlencoded"]);
        assert_eq!(body, $body);
        assert_read($operation($body), &$request).await;
    };
}

/// The example of the specification's section on this media type: a text and an address, which is
/// stringified.
#[tokio::test]
async fn the_example_of_the_specification() {
    let address = json!({
        "streetAddress": "123 Example Dr.", "city": "Somewhere", "state": "CA", "zip": "99999+1234",
    });
    let value = usual(json!({ "id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "address": address }));
    let body = "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A\
                %22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A\
                %2299999%2B1234%22%7D";
    assert_form!(usual_form, value, body);
    // Its own bytes leave what need not be encoded.
    let body = "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22:%22123+Example+Dr.%22,\
                %22city%22:%22Somewhere%22,%22state%22:%22CA%22,%22zip%22:%2299999%2B1234%22%7D";
    assert_read(usual_form(body), &value).await;
}

/// Without an encoding: text as it is, one field for each item, and JSON for what is structured.
#[tokio::test]
async fn fields_without_an_encoding() {
    for (value, body) in [
        (json!({ "id": "a b&c=d+é" }), "id=a+b%26c%3Dd%2B%C3%A9"),
        (json!({ "id": "", "number": 1.5, "flag": true }), "id=&number=1.5&flag=true"),
        (json!({ "id": "1", "list": ["blue", "a,b", ""] }), "id=1&list=blue&list=a%2Cb&list="),
        (
            json!({ "id": "1", "rows": [{ "sku": "a", "n": 1 }, { "sku": "b" }] }),
            "id=1&rows=%7B%22sku%22%3A%22a%22%2C%22n%22%3A1%7D&rows=%7B%22sku%22%3A%22b%22%7D",
        ),
        (json!({ "id": "1", "lists": [[1, 2], []] }), "id=1&lists=%5B1%2C2%5D&lists=%5B%5D"),
        (json!({ "id": "1", "union": "text" }), "id=1&union=text"),
        (json!({ "id": "1", "union": "{text" }), "id=1&union=%7Btext"),
        (json!({ "id": "1", "union": { "sku": "a" } }), "id=1&union=%7B%22sku%22%3A%22a%22%7D"),
        (json!({ "id": "1", "several": "one" }), "id=1&several=one"),
        (json!({ "id": "1", "several": ["one", "two"] }), "id=1&several=one&several=two"),
        (
            json!({ "id": "1", "unions": ["t", { "sku": "a" }] }),
            "id=1&unions=t&unions=%7B%22sku%22%3A%22a%22%7D",
        ),
        (json!({ "id": "1", "open": "true" }), "id=1&open=true"),
        (json!({ "id": "1", "other": [1, 2], "one": [3] }), "id=1&one=3&other=1&other=2"),
        (json!({ "id": "1", "code": "12345", "codes": ["00000"] }), "id=1&code=12345&codes=00000"),
        (json!({ "id": "1", "code": 7, "codes": [7, 8] }), "id=1&code=7&codes=7&codes=8"),
    ] {
        assert_form!(usual_form, usual(value.clone()), body);
    }
    let value = usual(json!({ "id": "1", "list": ["a"], "address": { "city": "x" } }));
    for body in [
        "list=a&address={\"city\":\"x\"}&id=1",
        "&id=1&&address=%7b%22city%22%3a%22x%22%7d&list=%61&",
        "address=+%7B+%22city%22+:+%22x%22+%7D&id=1&list=a",
    ] {
        assert_read(usual_form(body), &value).await;
    }
    for (body, why) in [
        ("list=a", "expected 'id', which is missing"),
        ("id=1&id=2", "body/id"),
        ("id=1&number=x", "body/number"),
        ("id=1&address=x", "body/address"),
        ("id=1&address[city]=x", "body/address[city]"),
        ("id=1&rows=x", "body/rows/0"),
        ("id=1&other=x", "body/other/0"),
        ("id=%ff", "body/id"),
    ] {
        let answer = refused(usual_form(body)).await;
        assert!(answer.contains(why), "{body}: {answer}");
    }
}

#[tokio::test]
async fn an_encoding_makes_a_field_a_query_parameter() {
    for (value, body) in [
        (json!({ "list": ["blue", "black", "brown"] }), "list=blue,black,brown"),
        (json!({ "list": ["a,b", "c d"] }), "list=a%2Cb,c+d"),
        (json!({ "object": { "R": 100, "G": 200, "B": 150 } }), "object=R,100,G,200,B,150"),
        (json!({ "spread": { "width": 1, "height": 2 } }), "width=1&height=2"),
        (json!({ "spaced": { "R": 100, "G": 200, "B": 150 } }), "spaced=R+100+G+200+B+150"),
        (json!({ "spaces": ["blue", "black", "brown"] }), "spaces=blue+black+brown"),
        (json!({ "pipes": [1, 2, 3] }), "pipes=1%7C2%7C3"),
        (
            json!({ "deep": { "name": "a b", "size": { "width": 1 }, "tags": ["x", "y"] } }),
            "deep%5Bname%5D=a+b&deep%5Bsize%5D%5Bwidth%5D=1&deep%5Btags%5D%5B%5D=x&deep%5Btags%5D%5B%5D=y",
        ),
        (
            json!({ "deep": { "rows": [{ "sku": "a", "n": 1 }, { "sku": "b" }] } }),
            "deep%5Brows%5D%5B0%5D%5Bsku%5D=a&deep%5Brows%5D%5B0%5D%5Bn%5D=1&deep%5Brows%5D%5B1%5D%5Bsku%5D=b",
        ),
        (json!({ "tags": ["x", "y"] }), "tags%5B%5D=x&tags%5B%5D=y"),
        (
            json!({ "rows": [{ "sku": "a", "n": 1 }, { "sku": "b" }] }),
            "rows%5B0%5D%5Bsku%5D=a&rows%5B0%5D%5Bn%5D=1&rows%5B1%5D%5Bsku%5D=b",
        ),
        (json!({ "link": "http://a/b?c=d&e" }), "link=http://a/b?c%3Dd%26e"),
        (json!({ "payload": { "a": [1, null] } }), "payload=%7B%22a%22%3A%5B1%2Cnull%5D%7D"),
        (json!({ "payload": "text" }), "payload=%22text%22"),
    ] {
        assert_form!(styled_form, styled(value.clone()), body);
    }
    // As other clients write the same.
    for (body, value) in [
        ("list=blue%2Cblack", json!({ "list": ["blue,black"] })),
        ("pipes=1|2", json!({ "pipes": [1, 2] })),
        ("spaces=blue%20black", json!({ "spaces": ["blue", "black"] })),
        ("deep[size][width]=1&deep[name]=n", json!({ "deep": { "size": { "width": 1 }, "name": "n" } })),
        ("deep[tags][0]=x&deep[tags][1]=y", json!({ "deep": { "tags": ["x", "y"] } })),
        ("tags[]=x", json!({ "tags": ["x"] })),
        ("tags[1]=y&tags[0]=x", json!({ "tags": ["x", "y"] })),
        ("rows[0][n]=1&rows[0][sku]=a", json!({ "rows": [{ "sku": "a", "n": 1 }] })),
        ("height=2&other=ignored", json!({ "spread": { "height": 2 } })),
    ] {
        assert_read(styled_form(body), &styled(value)).await;
    }
    for (body, why) in [
        ("list=a&list=b", "body/list"),
        ("width=x", "body/spread/width"),
        ("deep[size][width]=x", "body/deep/size/width"),
        ("rows[0][n]=1", "body/rows/0"),
        ("payload=x", "body/payload"),
    ] {
        let answer = refused(styled_form(body)).await;
        assert!(answer.contains(why), "{body}: {answer}");
    }
}

/// What could be read as another branch of a union is sent, and read as the first that is valid.
#[tokio::test]
async fn a_text_that_looks_like_another_type_is_sent() {
    for (sent, read) in [("5", json!(5)), ("true", json!(true)), ("100", json!("100"))] {
        let server = answering(crate::NO_CONTENT).await;
        client(&server).usual_form(&usual(json!({ "id": "1", "scalar": sent }))).await.unwrap();
        let body = format!("id=1&scalar={sent}");
        assert_eq!(caught(&server).2, body);
        assert_read(usual_form(&body), &usual(json!({ "id": "1", "scalar": read }))).await;
    }
}

/// A form that must be there may have no fields, and is then no bytes at all.
#[tokio::test]
async fn a_form_without_fields_is_empty() {
    let value = styled(json!({}));
    assert_read(request("POST /forms/styled", &[FORM, "Content-Length: 0"], b""), &value).await;
    let server = answering(crate::NO_CONTENT).await;
    client(&server).styled_form(&value).await.unwrap();
    assert_eq!(caught(&server).2, "");
}

/// `null` and an empty list have no text. What may be left out is left out.
#[tokio::test]
async fn what_has_no_text_is_left_out() {
    let value = usual(json!({ "id": "1", "list": [], "address": {} }));
    let server = answering(crate::NO_CONTENT).await;
    client(&server).usual_form(&value).await.unwrap();
    assert_eq!(caught(&server).2, "id=1&address=%7B%7D");
}
