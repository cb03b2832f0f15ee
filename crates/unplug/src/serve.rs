//! `unplug serve`

use std::future::IntoFuture as _;
use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use unplug_handlers::app::{AppConfig, app};
use unplug_handlers::limit::RateLimitRule;
use unplug_handlers::seed;
use unplug_handlers::store::Store;

use crate::cli::{LogFormat, RocketchatVersion, Serve};
use crate::database;

/// How long requests that are under way may take after the server was told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until interrupted or terminated, then lets requests that are under way finish.
pub(crate) async fn run(options: Serve) -> anyhow::Result<ExitCode> {
    start_log(options.log_format);
    // First of all, so that a signal is never met by the system's own way of ending a program.
    let signals = Signals::listen().context("cannot listen for signals")?;
    // Before the database, so that a second server does not touch the file of the first.
    let (listener, address) = listen(&options.listen).await?;
    let store = database::open(&options.database).await?;
    if options.demo {
        load_demo(&store, address).await?;
    }
    let mut config = AppConfig::new(store.clone());
    config.rocketchat_version = match options.rocketchat_version {
        RocketchatVersion::V8 => unplug_handlers::RocketchatVersion::V8,
        RocketchatVersion::V9 => unplug_handlers::RocketchatVersion::V9,
    };
    if options.no_rate_limits {
        let unlimited = RateLimitRule::new(u32::MAX, Duration::from_mins(1));
        config.limits.rocketchat = unlimited;
        config.limits.kombo = unlimited;
        config.limits.kombo_concurrency = u32::MAX;
        config.limits.vercel = unlimited;
    }
    // For programs that start this one: the only line on standard output.
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://{address}")
        .and_then(|()| out.flush())
        .context("cannot write the address to standard output")?;
    tracing::info!(%address, database = %options.database.display(), demo = options.demo, "serving");
    if serve(listener, config, signals).await? {
        // The write-ahead log goes into the file, which can be copied then.
        store.close().await;
    } else {
        tracing::warn!("requests were still under way");
    }
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: &str) -> anyhow::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}; choose another address with --listen"))?;
    let address = listener.local_addr().context("cannot tell the address")?;
    Ok((listener, address))
}

/// Loading again would bring back what was removed from a file that is kept.
async fn load_demo(store: &Store, address: SocketAddr) -> anyhow::Result<()> {
    if store.is_empty().await.context("cannot read the database")? {
        store.load(&seed::demo()).await.context("cannot load the demo data set")?;
    } else {
        tracing::info!("the database is not empty, so the demo data set is not loaded into it");
    }
    if !address.ip().is_loopback() {
        tracing::warn!(%address, "other machines can reach this server, and the demo credentials are public");
    }
    Ok(())
}

/// Says whether all requests came to their end.
async fn serve(listener: TcpListener, config: AppConfig, mut signals: Signals) -> anyhow::Result<bool> {
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let service = app(config).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stopped.await;
    });
    let out_of_patience = async {
        signals.next().await;
        tracing::info!("stopping: waiting for requests that are under way; interrupt again to stop at once");
        let _ = stop.send(());
        tokio::select! { () = tokio::time::sleep(GRACE) => {}, () = signals.next() => {} }
    };
    tokio::select! {
        result = server.into_future() => result.context("the server failed").map(|()| true),
        () = out_of_patience => Ok(false),
    }
}

fn start_log(format: LogFormat) {
    let wish = std::env::var(EnvFilter::DEFAULT_ENV).ok().filter(|wish| !wish.trim().is_empty());
    let wished = wish.map(EnvFilter::try_new);
    let misunderstood = wished.as_ref().and_then(|filter| filter.as_ref().err()).map(ToString::to_string);
    let filter = wished.and_then(Result::ok).unwrap_or_else(|| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    if let Some(error) = misunderstood {
        tracing::warn!("{} is not understood, so the log is as with `info`: {error}", EnvFilter::DEFAULT_ENV);
    }
}

/// Interrupt and termination. Those that come between two calls of `next` are not lost.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! { _ = self.interrupt.recv() => {}, _ = self.terminate.recv() => {} }
    }
}

/// The interrupt. One that comes between two calls of `next` is not lost.
#[cfg(windows)]
struct Signals {
    interrupt: tokio::signal::windows::CtrlC,
}

#[cfg(windows)]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        Ok(Self { interrupt: tokio::signal::windows::ctrl_c()? })
    }

    async fn next(&mut self) {
        self.interrupt.recv().await;
    }
}
