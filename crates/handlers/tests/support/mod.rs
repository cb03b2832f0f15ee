//! What the tests share: a store in a real file, and requests to the router.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "tests; every test file uses another part"
)]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{HeaderMap, Response};
use http_body_util::BodyExt as _;
use serde_json::Value;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, SqlSafeStr};
use tempfile::TempDir;
use tower::ServiceExt as _;
use unplug_conformance::{Checker, Exchange, Rule};
use unplug_handlers::clock::ManualClock;
use unplug_handlers::seed::{self, Seed};
use unplug_handlers::store::Store;
use unplug_handlers::{AppConfig, app};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// A store in a file of its own.
pub struct Database {
    pub store: Store,
    directory: TempDir,
}

impl Database {
    /// With the demo data set.
    pub async fn demo() -> Self {
        Self::with(&seed::demo()).await
    }

    pub async fn with(seed: &Seed) -> Self {
        let database = Self::empty().await;
        database.store.load(seed).await.unwrap();
        database
    }

    pub async fn empty() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(&directory.path().join("unplug.db")).await.unwrap();
        Self { store, directory }
    }

    pub fn path(&self) -> PathBuf {
        self.directory.path().join("unplug.db")
    }

    /// The same file, opened again as after a restart.
    pub async fn reopened(&self) -> Store {
        Store::open(&self.path()).await.unwrap()
    }

    /// A connection that knows nothing of the store: to look at, or to get in its way.
    pub async fn connection(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.path()).foreign_keys(true).connect().await.unwrap()
    }

    /// The number that a `SELECT count(*)` gives.
    pub async fn count(&self, sql: impl SqlSafeStr) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&mut self.connection().await).await.unwrap()
    }

    /// Everything in the folder of the database: the file, its log and its index.
    pub fn bytes(&self) -> Vec<u8> {
        files(self.directory.path()).into_iter().flat_map(|file| std::fs::read(file).unwrap()).collect()
    }
}

fn files(directory: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Whether `needle` occurs in `haystack`.
pub fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

/// A server for one test: the router, its clock, and requests to it.
pub struct Server {
    pub database: Database,
    pub clock: ManualClock,
    router: Router,
}

impl Server {
    /// The demo data set and generous limits.
    pub async fn demo() -> Self {
        Self::configured(Database::demo().await, |_| ())
    }

    pub fn configured(database: Database, change: impl FnOnce(&mut AppConfig)) -> Self {
        let clock = ManualClock::starting_at("2026-03-04T05:06:07.089Z".parse().unwrap());
        let mut config = AppConfig::new(database.store.clone());
        config.clock = Arc::new(clock.clone());
        config.limits.rocketchat = config.limits.rocketchat.with_calls(1000);
        change(&mut config);
        Self { database, clock, router: app(config) }
    }

    /// Sends a request from 203.0.113.7.
    pub async fn send(&self, request: Builder, body: impl Into<Body>) -> Reply {
        let peer: SocketAddr = "203.0.113.7:4711".parse().unwrap();
        self.send_from(Some(peer), request, body).await
    }

    pub async fn send_from(
        &self,
        peer: Option<SocketAddr>,
        request: Builder,
        body: impl Into<Body>,
    ) -> Reply {
        let sent = body.into().collect().await.unwrap().to_bytes();
        let mut request = request.body(sent).unwrap();
        if let Some(peer) = peer {
            request.extensions_mut().insert(ConnectInfo(peer));
        }
        let response = self.router.clone().oneshot(request.clone().map(Body::from)).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (status, headers) = (parts.status.as_u16(), parts.headers.clone());
        check_described(&Exchange { request, response: Response::from_parts(parts, bytes) });
        Reply { status, headers, text }
    }
}

/// Checks an exchange against what its handler says of itself. Refusals that come before any handler
/// and that no document describes are left out: unknown paths and methods, bodies that are too long
/// or of another media type, and a database that fails.
fn check_described(exchange: &Exchange) {
    let (name, description) = match exchange.request.uri().path().split('/').nth(1) {
        Some("rocketchat") => ("rocketchat", unplug_handlers::rocketchat::description()),
        Some("kombo") => ("kombo", unplug_handlers::kombo::description()),
        Some("vercel") => ("vercel", unplug_handlers::vercel::description()),
        _ => return,
    };
    let file =
        SourceFile { name: name.to_owned(), text: serde_json::to_string_pretty(&description).unwrap() };
    let document = load_text(name, file, None).document.unwrap();
    let checker = Checker::for_document(&document).unwrap();
    let mut findings = checker.mounted_at(&format!("/{name}")).only_declared_headers().check(exchange);
    let is_before_handlers = matches!(exchange.response.status().as_u16(), 413 | 415 | 500);
    findings.retain(|finding| match finding.rule {
        Rule::UnknownOperation => false,
        Rule::UndeclaredStatus => !is_before_handlers,
        _ => true,
    });
    assert_eq!(findings, [], "{exchange:?}");
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        assert_eq!(self.headers["content-type"], "application/json", "{self:?}");
        serde_json::from_str(&self.text).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}
