//! Parameters in the query.

use crate::client::types::{QueryDeepObjectFilter, QueryDeepObjectFilterSize, WholeQueryWhole};
use crate::client::{
    EncodedQueryRequest, FilteredRequest, QueryDeepObjectRequest, QueryDelimitedRequest,
    QueryFormExplodeRequest, QueryFormRequest, WholeQueryRequest,
};
use crate::{assert_both, assert_read, colors, refused, request, rgb};

#[tokio::test]
async fn the_table_of_styles() {
    let value = |text: &str| QueryFormRequest {
        text: Some(text.to_owned()),
        list: Some(colors()),
        object: Some(rgb()),
    };
    let line = "GET /form?text=blue&list=blue,black,brown&object=R,100,G,200,B,150";
    assert_both!(query_form, value("blue"), line);
    let line = "GET /form?text=&list=blue,black,brown&object=R,100,G,200,B,150";
    assert_both!(query_form, value(""), line);
    let value = |text: &str| QueryFormExplodeRequest {
        text: Some(text.to_owned()),
        list: Some(colors()),
        object: Some(rgb()),
    };
    let line = "GET /form-explode?text=blue&list=blue&list=black&list=brown&R=100&G=200&B=150";
    assert_both!(query_form_explode, value("blue"), line);
    let line = "GET /form-explode?text=&list=blue&list=black&list=brown&R=100&G=200&B=150";
    assert_both!(query_form_explode, value(""), line);
    let value = QueryDelimitedRequest {
        spaces: Some(colors()),
        spaced: Some(rgb()),
        pipes: Some(colors()),
        piped: Some(rgb()),
    };
    let line = "GET /delimited?spaces=blue%20black%20brown&spaced=R%20100%20G%20200%20B%20150\
                &pipes=blue%7Cblack%7Cbrown&piped=R%7C100%7CG%7C200%7CB%7C150";
    assert_both!(query_delimited, value.clone(), line);
    // As earlier versions of the table have it.
    let line = "GET /delimited?spaces=blue+black+brown&spaced=R+100+G+200+B+150\
                &pipes=blue|black|brown&piped=R|100|G|200|B|150";
    assert_read(request(line, &[], b""), &value).await;
    let value = QueryDeepObjectRequest { object: Some(rgb()), filter: None };
    let line = "GET /deep-object?object%5BR%5D=100&object%5BG%5D=200&object%5BB%5D=150";
    assert_both!(query_deep_object, value.clone(), line);
    let line = "GET /deep-object?object[R]=100&object[G]=200&object[B]=150";
    assert_read(request(line, &[], b""), &value).await;
}

#[tokio::test]
async fn deep_objects_have_members_of_members() {
    let size = QueryDeepObjectFilterSize { gte: Some(1), lt: Some(9) };
    let tags = Some(vec!["a b".to_owned(), "c&d".to_owned()]);
    let value = QueryDeepObjectRequest {
        object: None,
        filter: Some(QueryDeepObjectFilter { size: Some(size), tags }),
    };
    let line = "GET /deep-object?filter%5Bsize%5D%5Bgte%5D=1&filter%5Bsize%5D%5Blt%5D=9\
                &filter%5Btags%5D%5B%5D=a%20b&filter%5Btags%5D%5B%5D=c%26d";
    assert_both!(query_deep_object, value.clone(), line);
    for line in [
        "GET /deep-object?filter[size][gte]=1&filter[size][lt]=9&filter[tags][]=a+b&filter[tags][]=c%26d",
        "GET /deep-object?filter[tags][1]=c%26d&filter[tags][0]=a%20b&filter[size][lt]=9&filter[size][gte]=1",
        "GET /deep-object?filter[size][gte]=1&filter[size][lt]=9&filter[tags]=a+b&filter[tags]=c%26d",
    ] {
        assert_read(request(line, &[], b""), &value).await;
    }
}

#[tokio::test]
async fn a_whole_query_is_a_form() {
    let whole = WholeQueryWhole { text: Some("a b".to_owned()), list: Some(colors()), object: Some(rgb()) };
    let value = WholeQueryRequest { whole: Some(whole) };
    let line = "GET /query-string?text=a+b&list=blue&list=black&list=brown\
                &object={%22R%22:100,%22G%22:200,%22B%22:150}";
    assert_read(request(line, &[], b""), &value).await;
    let line = "GET /query-string?text=a%20b&list=blue&list=black&list=brown\
                &object=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D";
    assert_both!(whole_query, value, line);
}

/// Of a whole query the `encoding` says how each field is written, as in the body of a form.
#[tokio::test]
async fn a_whole_query_has_an_encoding() {
    let value = |whole: serde_json::Value| EncodedQueryRequest {
        whole: Some(serde_json::from_value(whole).unwrap()),
    };
    let whole = value(serde_json::json!({
        "text": "a b", "list": ["blue", "a,b"], "pipes": [1, 2], "deep": { "width": 1, "height": 2 },
        "object": { "R": 100, "G": 200, "B": 150 }, "json": ["x"],
    }));
    let line = "GET /query-string-encoded?text=a+b&list=blue,a%2Cb&pipes=1%7C2&deep%5Bwidth%5D=1\
                &deep%5Bheight%5D=2&object=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D\
                &json=%5B%22x%22%5D";
    assert_both!(encoded_query, whole.clone(), line);
    for (query, whole) in [
        ("list=blue,black", serde_json::json!({ "list": ["blue", "black"] })),
        ("pipes=1|2&text=%20", serde_json::json!({ "pipes": [1, 2], "text": " " })),
        ("deep[height]=2", serde_json::json!({ "deep": { "height": 2 } })),
    ] {
        let line = format!("GET /query-string-encoded?{query}");
        assert_read(request(&line, &[], b""), &value(whole)).await;
    }
    assert_read(request("GET /query-string-encoded", &[], b""), &EncodedQueryRequest { whole: None }).await;
    refused(request("GET /query-string-encoded?list=a&list=b", &[], b"")).await;
}

/// Members with listed values, spread over the query and over cookies, and in brackets.
#[tokio::test]
async fn members_may_have_listed_values() {
    let filter: crate::client::types::Filter =
        serde_json::from_value(serde_json::json!({ "status": "open", "level": 2, "mixed": true })).unwrap();
    let deep = serde_json::json!({ "status": "closed", "mixed": "x", "kinds": ["a", "b"] });
    let value = FilteredRequest {
        spread: Some(filter),
        deep: Some(serde_json::from_value(deep).unwrap()),
        list: Some(colors()),
        object: Some(serde_json::from_value(serde_json::json!({ "color": "red", "width": 5 })).unwrap()),
    };
    let line = "GET /filters?status=open&level=2&mixed=true&deep%5Bstatus%5D=closed&deep%5Bmixed%5D=x\
                &deep%5Bkinds%5D%5B%5D=a&deep%5Bkinds%5D%5B%5D=b";
    let cookie = "cookie: list=blue; list=black; list=brown; color=red; width=5";
    assert_both!(filtered, value, line, cookie);
    for query in ["status=lost", "level=3", "deep[kinds][]=c", "mixed=false"] {
        refused(request(&format!("GET /filters?{query}"), &[], b"")).await;
    }
    refused(request("GET /filters", &["Cookie: color=blue"], b"")).await;
}
