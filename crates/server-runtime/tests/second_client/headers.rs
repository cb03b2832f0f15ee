//! Parameters in headers and cookies, and headers of answers.

use unplug_server_runtime::Fault;

use crate::client::{CookieFormRequest, CookieStyleRequest, HeaderSimpleRequest};
use crate::stub::{HeaderSimpleOk, HeaderSimpleResponse};
use crate::{
    Seen, answering, assert_both, assert_read, caught, client, colors, exchange, note, request, rgb, stub,
};

/// Answers with the headers that it got.
pub(crate) async fn header_simple(
    seen: Seen,
    (): (),
    request: stub::HeaderSimpleRequest,
) -> Result<HeaderSimpleResponse, Fault> {
    note(&seen, &request);
    let stub::HeaderSimpleRequest { x_text, x_list, x_object, x_exploded_list, x_exploded_object } = request;
    let headers =
        stub::HeaderSimpleOkHeaders { x_text, x_list, x_object, x_exploded_list, x_exploded_object };
    Ok(HeaderSimpleResponse::Ok(HeaderSimpleOk { headers }))
}

/// The table's column for `simple`.
const TABLE: [&str; 5] = [
    "x-text: blue",
    "x-list: blue,black,brown",
    "x-object: R,100,G,200,B,150",
    "x-exploded-list: blue,black,brown",
    "x-exploded-object: R=100,G=200,B=150",
];

#[tokio::test]
async fn the_table_of_styles_in_headers() {
    let value = HeaderSimpleRequest {
        x_text: Some("blue".to_owned()),
        x_list: Some(colors()),
        x_object: Some(rgb()),
        x_exploded_list: Some(colors()),
        x_exploded_object: Some(rgb()),
    };
    let server =
        answering(&format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{}\r\n\r\n", TABLE.join("\r\n"))).await;
    let answer = client(&server).header_simple(&value).await.unwrap().into_inner();
    let (line, mut sent, _) = caught(&server);
    sent.sort();
    let mut table = TABLE.to_vec();
    table.sort_unstable();
    assert_eq!((line.as_str(), sent), ("GET /header", table.into_iter().map(str::to_owned).collect()));
    let headers = answer.headers;
    assert_eq!(
        (
            headers.x_text,
            headers.x_list,
            headers.x_object,
            headers.x_exploded_list,
            headers.x_exploded_object
        ),
        (
            value.x_text.clone(),
            value.x_list.clone(),
            value.x_object.clone(),
            value.x_exploded_list.clone(),
            value.x_exploded_object.clone()
        )
    );

    let (answer, seen) = exchange(&request("GET /header", &TABLE, b"")).await;
    assert_eq!(seen, Some(format!("{value:?}")));
    let answer = String::from_utf8(answer).unwrap();
    for line in TABLE {
        assert!(answer.contains(&format!("\r\n{line}\r\n")), "{line} is not in {answer}");
    }
    // HTTP lets a list have blanks, and be spread over lines.
    let lines =
        ["X-Text:blue", "X-List: blue ,black", "x-list:brown", "X-Exploded-List: blue, black,\tbrown"];
    let value = HeaderSimpleRequest { x_object: None, x_exploded_object: None, ..value };
    assert_read(request("GET /header", &lines, b""), &value).await;
    let empty = HeaderSimpleRequest { x_text: Some(String::new()), ..HeaderSimpleRequest::default() };
    assert_both_empty(&empty).await;
}

/// The table's column of empty values: the header is there and has nothing.
async fn assert_both_empty(value: &HeaderSimpleRequest) {
    let server = answering("HTTP/1.1 200 OK\r\nConnection: close\r\nX-Text:\r\n\r\n").await;
    let answer = client(&server).header_simple(value).await.unwrap().into_inner();
    assert_eq!(answer.headers.x_text.as_deref(), Some(""));
    assert_eq!(caught(&server).1, ["x-text: "]);
    assert_read(request("GET /header", &["X-Text:"], b""), value).await;
}

#[tokio::test]
async fn the_table_of_styles_in_cookies() {
    let value = |text: &str| CookieFormRequest {
        text: Some(text.to_owned()),
        list: Some(colors()),
        object: Some(rgb()),
    };
    let line = "cookie: text=blue; list=blue,black,brown; object=R,100,G,200,B,150";
    assert_both!(cookie_form, value("blue"), "GET /cookie", line);
    let line = "cookie: text=; list=blue,black,brown; object=R,100,G,200,B,150";
    assert_both!(cookie_form, value(""), "GET /cookie", line);
    let value = |text: &str| CookieStyleRequest {
        text: Some(text.to_owned()),
        list: Some(colors()),
        object: Some(rgb()),
    };
    let line = "cookie: text=blue; list=blue; list=black; list=brown; R=100; G=200; B=150";
    assert_both!(cookie_style, value("blue"), "GET /cookie-style", line);
    let line = "cookie: text=; list=blue; list=black; list=brown; R=100; G=200; B=150";
    assert_both!(cookie_style, value(""), "GET /cookie-style", line);
}
