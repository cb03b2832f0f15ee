//! The real server on a loopback port, with a database file of its own.

use std::net::SocketAddr;
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use unplug_handlers::RocketchatVersion;
use unplug_handlers::app::{AppConfig, Limits, app};
use unplug_handlers::limit::RateLimitRule;
use unplug_handlers::seed::Seed;
use unplug_handlers::store::{Sqlite, Store};

use crate::backend::{Controlled, Switch};
use crate::recorder::Recorder;

/// A running server and all that belongs to it; dropping it stops the server.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its store.
    pub store: Store,
    /// Makes removals fail or wait.
    pub switch: Switch,
    /// The proxy in front of it.
    pub recorder: Recorder,
    task: JoinHandle<()>,
    _folder: TempDir,
}

/// How the server is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// What is in the store.
    pub seed: Seed,
    /// How much a caller may ask. Here so much by default that it is never in the way.
    pub limits: Limits,
    /// Which generation of Rocket.Chat's server answers.
    pub rocketchat_version: RocketchatVersion,
    /// How long Kombo's deletion may take.
    pub kombo_task_timeout: Duration,
    /// How long the next piece of a body may take.
    pub body_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        let plenty = RateLimitRule::new(1_000_000, Duration::from_mins(1));
        let limits = Limits { rocketchat: plenty, kombo: plenty, kombo_concurrency: 30, vercel: plenty };
        Self {
            seed: unplug_handlers::seed::demo(),
            limits,
            rocketchat_version: RocketchatVersion::default(),
            kombo_task_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(10),
        }
    }
}

impl Server {
    /// Starts with the demo data set.
    ///
    /// # Panics
    /// When the server cannot be started.
    pub async fn start() -> Self {
        Self::with(Options::default()).await
    }

    /// Starts as asked.
    ///
    /// # Panics
    /// When the server cannot be started.
    #[expect(clippy::expect_used, reason = "a test cannot go on without its server")]
    pub async fn with(options: Options) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let database = folder.path().join("unplug.sqlite");
        let sqlite = Sqlite::open(&database).await.expect("the database opens");
        let (backend, switch) = Controlled::new(sqlite);
        let store = Store::new(backend);
        store.load(&options.seed).await.expect("the seed is good");
        let mut config = AppConfig::new(store.clone());
        config.limits = options.limits;
        config.rocketchat_version = options.rocketchat_version;
        config.kombo_task_timeout = options.kombo_task_timeout;
        config.body_timeout = options.body_timeout;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("a bound address");
        let service = app(config).into_make_service_with_connect_info::<SocketAddr>();
        let task = tokio::spawn(async move {
            // Ends with the task; there is no other way out of `serve`.
            let _ = axum::serve(listener, service).await;
        });
        let recorder = Recorder::start(address).await.expect("a free port");
        Self { address, store, switch, recorder, task, _folder: folder }
    }

    /// The base URL of a vendor's API, through the recorder.
    #[must_use]
    pub fn base_url(&self, vendor: crate::documents::Vendor) -> String {
        format!("{}/{}{}", self.recorder.url(), vendor.name(), vendor.base())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
