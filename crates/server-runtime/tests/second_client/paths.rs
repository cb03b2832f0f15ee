//! Parameters in the path: the specification's "Style Examples", its `color` being our `text`, `list`
//! and `object`, and what values of a path can be.

use crate::client::{
    GetDocRequest, GetFileRequest, PathLabelExplodeRequest, PathLabelRequest, PathMatrixExplodeRequest,
    PathMatrixRequest, PathSimpleExplodeRequest, PathSimpleRequest,
};
use crate::{assert_both, assert_read, assert_unsent, colors, refused, request, rgb};

/// The rows of the table, once with the text and once with an empty one.
macro_rules! rows {
    ($operation:ident($request:ident), $text:expr, $line:expr) => {
        let value = $request { text: $text.to_owned(), list: colors(), object: rgb() };
        assert_both!($operation, value, $line);
    };
}

#[tokio::test]
async fn the_table_of_styles() {
    rows!(path_simple(PathSimpleRequest), "blue", "GET /simple/blue/blue,black,brown/R,100,G,200,B,150");
    rows!(
        path_simple_explode(PathSimpleExplodeRequest),
        "blue",
        "GET /simple-explode/blue/blue,black,brown/R=100,G=200,B=150"
    );
    rows!(path_label(PathLabelRequest), "blue", "GET /label/.blue/.blue,black,brown/.R,100,G,200,B,150");
    rows!(
        path_label_explode(PathLabelExplodeRequest),
        "blue",
        "GET /label-explode/.blue/.blue.black.brown/.R=100.G=200.B=150"
    );
    rows!(
        path_matrix(PathMatrixRequest),
        "blue",
        "GET /matrix/;text=blue/;list=blue,black,brown/;object=R,100,G,200,B,150"
    );
    rows!(
        path_matrix(PathMatrixRequest),
        "",
        "GET /matrix/;text/;list=blue,black,brown/;object=R,100,G,200,B,150"
    );
    rows!(
        path_matrix_explode(PathMatrixExplodeRequest),
        "blue",
        "GET /matrix-explode/;text=blue/;list=blue;list=black;list=brown/;R=100;G=200;B=150"
    );
    rows!(
        path_matrix_explode(PathMatrixExplodeRequest),
        "",
        "GET /matrix-explode/;text/;list=blue;list=black;list=brown/;R=100;G=200;B=150"
    );
}

#[tokio::test]
async fn values_reach_the_stub_as_they_were_sent() {
    for (doc, sent) in [
        ("a/b", "a%2Fb"),
        ("100%", "100%25"),
        ("%2F", "%252F"),
        ("größer", "gr%C3%B6%C3%9Fer"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
        ("a+b", "a%2Bb"),
        ("a b", "a%20b"),
        ("a;b=c", "a%3Bb%3Dc"),
        ("a?b#c", "a%3Fb%23c"),
        ("a\\b", "a%5Cb"),
        ("...", "..."),
        ("a..", "a.."),
        (".a", ".a"),
        ("a\tb\nc", "a%09b%0Ac"),
        ("{doc}", "%7Bdoc%7D"),
        ("a:b@c", "a%3Ab%40c"),
        ("~", "~"),
        ("null", "null"),
    ] {
        let value = GetDocRequest { repo: "r".to_owned(), doc: doc.to_owned() };
        assert_both!(get_doc, value, &*format!("GET /repos/r/docs/{sent}"));
    }
}

/// The table's row `label` with an empty text is a dot, which URL parsers take out of a path. So our
/// client says that it cannot send it; a request that has it is read.
#[tokio::test]
async fn an_empty_label_is_a_dot() {
    let value = PathLabelRequest { text: String::new(), list: colors(), object: rgb() };
    assert_unsent!(path_label, value, "is made of dots");
    let bytes = request("GET /label/./.blue,black,brown/.R,100,G,200,B,150", &[], b"");
    assert_read(bytes, &value).await;
    let value = PathLabelExplodeRequest { text: String::new(), list: colors(), object: rgb() };
    assert_unsent!(path_label_explode, value, "is made of dots");
    let bytes = request("GET /label-explode/./.blue.black.brown/.R=100.G=200.B=150", &[], b"");
    assert_read(bytes, &value).await;
}

/// What may stand in a path as it is means the same as its percent-encoded form.
#[tokio::test]
async fn other_clients_encode_less_and_otherwise() {
    for (sent, doc) in [
        ("a+b", "a+b"),
        ("a;b=c", "a;b=c"),
        ("a:b@c", "a:b@c"),
        ("a,b", "a,b"),
        ("(a)*!$&'", "(a)*!$&'"),
        ("%61%2f%2F", "a//"),
        ("%2E%2e", ".."),
        ("%2E", "."),
        (".", "."),
        ("..", ".."),
        ("a%5cb", "a\\b"),
        ("%00", "\0"),
    ] {
        let value = GetDocRequest { repo: "r".to_owned(), doc: doc.to_owned() };
        assert_read(request(&format!("GET /repos/r/docs/{sent}"), &[], b""), &value).await;
    }
    for sent in ["%ff", "", "a/b", "a%C3"] {
        refused(request(&format!("GET /repos/r/docs/{sent}"), &[], b"")).await;
    }
}

#[tokio::test]
async fn what_a_path_cannot_hold_is_not_sent() {
    for (doc, why) in [("", "is empty"), (".", "is made of dots"), ("..", "is made of dots")] {
        let value = |repo: &str, doc: &str| GetDocRequest { repo: repo.to_owned(), doc: doc.to_owned() };
        assert_unsent!(get_doc, value("r", doc), why);
        assert_unsent!(get_doc, value(doc, "d"), why);
    }
    let file = |name: &str, extension: &str| GetFileRequest {
        name: name.to_owned(),
        extension: extension.to_owned(),
    };
    assert_unsent!(get_file, file("", "pdf"), "is empty");
    assert_unsent!(get_file, file("a.b", "pdf"), "cannot be told from what stands beside it");
    assert_both!(get_file, file("a/b", "tar.gz"), "GET /files/a%2Fb.tar.gz");
}
