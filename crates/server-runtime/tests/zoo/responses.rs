//! Responses as they go out.

use unplug_server_runtime::{DefaultStatus, RangeStatus};

use super::{GetAnimalResponse, call, get};

#[tokio::test]
async fn typed_headers_and_each_media_type_are_written() {
    let json = get("/v1/animals/1").await;
    assert_eq!(json.headers["content-type"], "application/json");
    assert_eq!(json.headers["x-ratio"], "0.5");
    assert_eq!(json.headers["x-names"], "a,b");
    assert_eq!(json.text, r#"{"name":"Ida","mood":"good"}"#);
    let text = get("/v1/animals/2").await;
    assert_eq!(text.headers["content-type"], "text/plain; charset=utf-8");
    assert!(!text.headers.contains_key("x-names"));
    assert_eq!(text.text, "grüße");
    let bytes = get("/v1/animals/3").await;
    assert_eq!(bytes.headers["content-type"], "application/octet-stream");
    assert_eq!(&bytes.bytes[..], b"\xff\x00");
    let form = get("/v1/reports/a.pdf").await;
    assert_eq!(form.headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(form.text, "a%20b=1%262&%C3%A9=");
}

#[tokio::test]
async fn statuses_of_ranges_and_defaults_are_sent() {
    let refused = get("/v1/animals/404").await;
    assert_eq!((refused.status, &*refused.text), (404, r#"{"reason":"no such animal"}"#));
    let other = get("/v1/animals/503").await;
    assert_eq!(
        (other.status, &other.headers["content-type"]),
        (503, &"application/problem+json".parse().unwrap())
    );
}

#[tokio::test]
async fn a_response_without_content_has_no_body_and_no_type() {
    let outcome = call("POST", "/special/checks", &[], "").await;
    assert_eq!((outcome.status, outcome.bytes.len()), (204, 0));
    assert!(!outcome.headers.contains_key("content-type"));
    assert!(!outcome.headers.contains_key("content-length"));
}

#[test]
fn a_default_response_has_no_declared_status() {
    type Status = DefaultStatus<GetAnimalResponse>;
    for status in [500, 503, 301, 201, 599] {
        assert_eq!(Status::new(status).unwrap().code().as_u16(), status);
    }
    for (status, declared) in
        [(200, true), (404, true), (499, true), (100, false), (0, false), (600, false), (1000, false)]
    {
        assert_eq!(Status::new(status).unwrap_err().declared, declared, "{status}");
    }
    assert_eq!(RangeStatus::<4>::new(418).unwrap().code().as_u16(), 418);
    assert!(RangeStatus::<4>::new(500).is_err());
    assert!(RangeStatus::<1>::new(100).is_err());
}

#[tokio::test]
async fn headers_of_every_kind_are_written() {
    let outcome = super::get("/v1/styles/headers/(1)").await;
    assert_eq!(outcome.status, 200, "{}", outcome.text);
    for (name, value) in [
        ("x-object", "a,x y,b,2"),
        ("x-exploded", "k=1,l=2"),
        ("x-json", r#"["a, b"]"#),
        ("x-big", "18446744073709551615"),
        ("x_big", "true"),
        ("x-union", "5"),
    ] {
        assert_eq!(outcome.headers[name], value, "{name}");
    }
    let cookies: Vec<_> = outcome.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["a=1; Path=/", "b=2"]);
}
