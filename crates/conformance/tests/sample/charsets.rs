//! Text in another encoding than UTF-8.

use unplug_conformance::sample::{ContentSample, Sampler};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

#[test]
fn text_of_another_encoding_has_only_what_that_can_write() {
    let texts = |media_type: &str| -> Vec<String> {
        let document = format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{post: {{operationId: a, \
             requestBody: {{content: {{'{media_type}': {{schema: {{type: string}}}}}}}}, \
             responses: {{'204': {{description: Done}}}}}}}}}}\n"
        );
        let api = load_text("t", SourceFile::new("t.yaml", document), None).document.unwrap().api;
        let sampler = Sampler::new(&api, 0);
        let bodies = (0..8).filter_map(|round| sampler.exchange(&api.operations[0], round).unwrap().body);
        let text = |content| match content {
            ContentSample::Text(text) => text,
            other => panic!("{other:?}"),
        };
        bodies.map(|body| text(body.content)).collect()
    };
    let latin = texts("text/plain; charset=iso-8859-1");
    assert!(!latin.is_empty() && latin.iter().all(|text| text.is_ascii()), "{latin:?}");
    let utf8 = texts("text/plain; charset=utf-8");
    assert!(!utf8.iter().all(|text| text.is_ascii()), "{utf8:?}");
}
