//! The stub of `zoo.yaml`, bound to handlers that write down what they get.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(unexpected_cfgs, reason = "the feature `schemars` is one of the generated crates'")]

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tower::ServiceExt;

use unplug_server_runtime::service::RouterOptions;
use unplug_server_runtime::stream::{ByteStream, Event, EventStream, JsonLines};
use unplug_server_runtime::{Fault, Limits, Rejection, RequestContext, handler, not_implemented};
use unplug_wire::multipart::Part;

mod agreement;
mod bodies;
mod credentials;
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::wildcard_imports,
    reason = "not every item is tested"
)]
#[rustfmt::skip]
mod generated;
mod interpreter;
mod methods;
mod multipart;
mod parameters;
mod rejections;
mod responses;
mod routes;
mod streams;
mod wording;

use generated::*;

/// Requests as the handlers got them.
type Seen = Arc<Mutex<Vec<String>>>;

struct Doorman;

impl Security for Doorman {
    type Caller = String;

    async fn authenticate(
        &self,
        credentials: Credentials,
        context: &RequestContext,
    ) -> Result<String, Rejection> {
        assert!(context.operation.is_some());
        match credentials {
            Credentials::Token { token } if token.expose() == "forbidden" => {
                Err(Rejection::Forbidden("not you".into()))
            }
            Credentials::Token { token } if token.expose() == "panics" => {
                panic!("the directory fell over")
            }
            Credentials::Token { token } => Ok(format!("token {}", token.expose())),
            Credentials::KeyLogin { key, login } => {
                Ok(format!("key {} login {}:{}", key.expose(), login.username, login.password.expose()))
            }
            Credentials::Session { session } => Ok(format!("session {}", session.expose())),
            Credentials::Digest { digest } => {
                Ok(format!("digest {} {:?}", digest.get("response").unwrap(), digest))
            }
            Credentials::Mutual { mutual } => Ok(format!("certificate {mutual:?}")),
            Credentials::Custom { custom } => Ok(format!("custom {}", custom.expose())),
            Credentials::Unknown => {
                context.header("x-vault").map(str::to_owned).ok_or(Rejection::Forbidden("no key".into()))
            }
        }
    }

    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        assert!(context.path() != "/v1/cannot-be-told", "told to");
        let status = StatusCode::from_u16(rejection.usual_status()).unwrap();
        let text = match rejection {
            Rejection::Invalid(violations) => {
                let lines = violations.iter().map(|found| format!("{found} [{}]", found.keyword()));
                lines.collect::<Vec<_>>().join("\n")
            }
            Rejection::Internal(_) => "something failed".to_owned(),
            other => format!("{other:?}"),
        };
        (status, [("x-envelope", "zoo")], text).into_response()
    }
}

async fn get_animal(
    seen: Seen,
    caller: String,
    request: GetAnimalRequest,
) -> Result<GetAnimalResponse, Fault> {
    seen.lock().unwrap().push(format!("{caller}: {request:?}"));
    match request.id {
        404 => Ok(GetAnimalStatus4xx {
            status: unplug_server_runtime::RangeStatus::new(404)?,
            body: types::Problem { reason: "no such animal".to_owned() },
        }
        .into()),
        500 => Err(std::io::Error::other("disk full of secrets").into()),
        501 => panic!("the handler fell over"),
        503 => Ok(GetAnimalDefault {
            status: unplug_server_runtime::DefaultStatus::new(503)?,
            body: types::Problem { reason: "asleep".to_owned() },
        }
        .into()),
        // Declared by its own response, so this is a defect of the handler: a 500.
        200 => Ok(GetAnimalDefault {
            status: unplug_server_runtime::DefaultStatus::new(200)?,
            body: types::Problem { reason: "fine".to_owned() },
        }
        .into()),
        id => Ok(GetAnimalOk {
            headers: GetAnimalOkHeaders {
                x_ratio: 0.5.into(),
                x_names: (id != 2).then(|| match id {
                    4 => vec!["broken\nheader".to_owned()],
                    _ => vec!["a".to_owned(), "b".to_owned()],
                }),
            },
            body: match id {
                2 => GetAnimalOkBody::Text("grüße".to_owned()),
                3 => GetAnimalOkBody::Bytes(b"\xff\x00".as_slice().into()),
                _ => GetAnimalOkBody::Json(serde_json::from_str(r#"{"name":"Ida","mood":"good"}"#)?),
            },
        }
        .into()),
    }
}

async fn put_animal(
    seen: Seen,
    caller: String,
    request: PutAnimalRequest,
) -> Result<PutAnimalResponse, Fault> {
    seen.lock().unwrap().push(format!("{caller}: {request:?}"));
    Ok(PutAnimalResponse::Created)
}

async fn get_report(seen: Seen, (): (), request: GetReportRequest) -> Result<GetReportResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    let body = [("a b".to_owned(), "1&2".to_owned()), ("é".to_owned(), String::new())];
    Ok(GetReportResponse::Ok(body.into_iter().collect()))
}

async fn walk_maze(
    seen: Seen,
    caller: Option<String>,
    request: WalkMazeRequest,
) -> Result<WalkMazeResponse, Fault> {
    seen.lock().unwrap().push(format!("{caller:?}: {request:?}"));
    Ok(WalkMazeResponse::NoContent)
}

async fn check(seen: Seen, (): (), request: CheckRequest) -> Result<CheckResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    Ok(CheckResponse::NoContent)
}

async fn upload(seen: Seen, caller: String, request: UploadRequest) -> Result<UploadResponse, Fault> {
    seen.lock().unwrap().push(format!("{caller}: {request:?}"));
    let photo = request.body.map_or_else(bytes::Bytes::new, |body| body.photo.bytes);
    let part = Part { content_type: Some("image/png".to_owned()), bytes: photo, ..Part::default() };
    Ok(UploadResponse::Ok(vec![part, Part::default()]))
}

async fn replace_uploads(
    seen: Seen,
    (): (),
    request: ReplaceUploadsRequest,
) -> Result<ReplaceUploadsResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    Ok(ReplaceUploadsResponse::NoContent)
}

async fn open_vault(
    seen: Seen,
    caller: String,
    request: OpenVaultRequest,
) -> Result<OpenVaultResponse, Fault> {
    seen.lock().unwrap().push(format!("{caller}: {request:?}"));
    Ok(OpenVaultResponse::NoContent)
}

async fn open_drawer(seen: Seen, (): (), request: OpenDrawerRequest) -> Result<OpenDrawerResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    // Refused by the handler itself: no other operation is tried then.
    if request.drawer == "locked" {
        return Err(Rejection::Invalid(Vec::new()).into());
    }
    Ok(OpenDrawerResponse::NoContent)
}

async fn get_token(seen: Seen, (): (), request: GetTokenRequest) -> Result<GetTokenResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    Ok(GetTokenResponse::NoContent)
}

async fn refresh_token(
    seen: Seen,
    (): (),
    request: RefreshTokenRequest,
) -> Result<RefreshTokenResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    Ok(RefreshTokenResponse::NoContent)
}

async fn token_by_code(
    seen: Seen,
    (): (),
    request: TokenByCodeRequest,
) -> Result<TokenByCodeResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    Ok(TokenByCodeResponse::NoContent)
}

async fn styles(seen: Seen, (): (), request: StylesRequest) -> Result<StylesResponse, Fault> {
    seen.lock().unwrap().push(format!("{request:?}"));
    if request.undeclared != "headers" {
        return Ok(StylesResponse::NoContent);
    }
    Ok(StylesResponse::Ok(StylesOk {
        headers: StylesOkHeaders {
            x_object: serde_json::from_str(r#"{"a":"x y","b":2}"#)?,
            x_exploded: [("k".to_owned(), 1), ("l".to_owned(), 2)].into(),
            x_json: vec!["a, b".to_owned()],
            x_big: u64::MAX,
            x_big_2: Some(true),
            x_union: Some(5.into()),
            set_cookie: Some(vec!["a=1; Path=/".to_owned(), "b=2".to_owned()]),
        },
    }))
}

async fn get_film(_: Seen, (): (), request: GetFilmRequest) -> Result<GetFilmResponse, Fault> {
    let film = |chunks: Vec<&'static str>| ByteStream::from_stream(streams::Paced::new(chunks));
    Ok(match &*request.name {
        "none" => GetFilmResponse::NotFound("gone".into()),
        "news" => {
            let events = [Event::new("a\nb".to_owned()).event("e").id("1"), Event::new(String::new())];
            GetFilmResponse::Ok(GetFilmOkBody::EventStream(events.into_iter().collect()))
        }
        "lie" => {
            let film = ByteStream::from("text").with_media_type(HeaderValue::from_static("text/plain"));
            GetFilmResponse::Ok(GetFilmOkBody::Bytes(film))
        }
        "mp4" => {
            let film = film(vec!["a", "b", "c"]).with_media_type(HeaderValue::from_static("video/mp4"));
            GetFilmResponse::Ok(GetFilmOkBody::Bytes(film))
        }
        "torn" => GetFilmResponse::Ok(GetFilmOkBody::Bytes(film(vec!["a", "tear"]))),
        _ => GetFilmResponse::Ok(GetFilmOkBody::Bytes(Vec::new().into())),
    })
}

async fn probe_film(_: Seen, (): (), _: ProbeFilmRequest) -> Result<ProbeFilmResponse, Fault> {
    Ok(ProbeFilmResponse::Ok)
}

async fn get_news(_: Seen, (): (), request: GetNewsRequest) -> Result<GetNewsResponse, Fault> {
    let page = |size| types::Page { size: Some(size), after: None };
    Ok(GetNewsResponse::Ok(match request.broken {
        None => GetNewsOkBody::JsonLines(JsonLines::from(vec![page(1), page(2)])),
        Some(false) => {
            // Made while it is sent.
            let events = (0..3).map(move |size| Event::new(page(size)));
            GetNewsOkBody::EventStream(EventStream::new(events).with_end_mark())
        }
        Some(true) => {
            let events = [Event::new(page(1)), Event::new(page(2)).id("two\nlines"), Event::new(page(3))];
            GetNewsOkBody::EventStream(EventStream::new(events))
        }
    }))
}

async fn post_news(seen: Seen, (): (), request: PostNewsRequest) -> Result<PostNewsResponse, Fault> {
    seen.lock().unwrap().push(format!("{:?}", request.body));
    let body = types::Page { size: None, after: Some("it".to_owned()) };
    Ok(PostNewsDefault { status: unplug_server_runtime::DefaultStatus::new(202)?, body }.into())
}

/// What came back, and what the handlers saw.
struct Outcome {
    status: u16,
    headers: HeaderMap,
    text: String,
    bytes: bytes::Bytes,
    seen: Vec<String>,
}

impl Outcome {
    /// The only request that a handler saw.
    fn request(&self) -> &str {
        assert_eq!(self.seen.len(), 1, "{} {}", self.status, self.text);
        &self.seen[0]
    }

    /// The text of a rejection in the envelope, which no handler must have seen.
    fn rejected(&self, status: u16) -> &str {
        assert_eq!((self.status, &*self.seen), (status, &[][..]), "{}", self.text);
        assert_eq!(self.headers["x-envelope"], "zoo");
        &self.text
    }
}

fn app(seen: &Seen) -> axum::Router {
    app_with(seen, Limits { body: 64 * 1024 })
}

fn app_with(seen: &Seen, options: impl Into<RouterOptions>) -> axum::Router {
    let handlers = Handlers {
        get_animal: handler(get_animal),
        put_animal: handler(put_animal),
        get_report: handler(get_report),
        walk_maze: handler(walk_maze),
        check: handler(check),
        delete_checks: not_implemented("checks are kept"),
        upload: handler(upload),
        replace_uploads: handler(replace_uploads),
        open_vault: handler(open_vault),
        open_drawer: handler(open_drawer),
        get_token: handler(get_token),
        refresh_token: handler(refresh_token),
        token_by_code: handler(token_by_code),
        styles: handler(styles),
        get_film: handler(get_film),
        probe_film: handler(probe_film),
        get_news: handler(get_news),
        post_news: handler(post_news),
    };
    router_with(handlers, Doorman, Arc::clone(seen), options)
}

async fn send(request: Request<Body>) -> Outcome {
    let seen = Seen::default();
    let (parts, body) = app(&seen).oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let seen = seen.lock().unwrap().clone();
    Outcome {
        status: parts.status.as_u16(),
        headers: parts.headers,
        text: String::from_utf8_lossy(&bytes).into_owned(),
        bytes,
        seen,
    }
}

/// Sends a request with the token `t` and further headers.
async fn call(method: &str, uri: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Outcome {
    let mut request = Request::builder().method(method).uri(uri).header("authorization", "Bearer t");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(request.body(body.into()).unwrap()).await
}

async fn get(uri: &str) -> Outcome {
    call("GET", uri, &[], Body::empty()).await
}
