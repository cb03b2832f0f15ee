//! `unplug serve`

use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;
use unplug_handlers::app::{AppConfig, app};
use unplug_handlers::limit::RateLimitRule;
use unplug_handlers::seed;
use unplug_handlers::store::Store;

use crate::cli::{LogFormat, Serve};

/// How long requests that are under way may take after the server was told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until interrupted or terminated, then lets requests that are under way finish.
pub(crate) async fn run(options: Serve) -> anyhow::Result<ExitCode> {
    start_log(options.log_format);
    let store = Store::open(&options.database).await.with_context(|| cannot_open(&options))?;
    // Loading again would bring back what was removed from a file that is kept.
    if options.demo && store.is_empty().await.context("cannot read the database")? {
        store.load(&seed::demo()).await.context("cannot load the demo data set")?;
    }
    let mut config = AppConfig::new(store);
    if options.no_rate_limits {
        let unlimited = RateLimitRule::new(u32::MAX, Duration::from_secs(60));
        config.limits.rocketchat = unlimited;
        config.limits.kombo = unlimited;
        config.limits.kombo_concurrency = u32::MAX;
        config.limits.vercel = unlimited;
    }
    let listener = tokio::net::TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("cannot listen on {}; choose another address with --listen", options.listen))?;
    let address = listener.local_addr().context("cannot tell the address")?;
    // For programs that start this one: the only line on standard output.
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://{address}").and_then(|()| out.flush()).context("cannot write")?;
    tracing::info!(%address, database = %options.database.display(), demo = options.demo, "serving");

    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let service = app(config).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        interrupted().await;
        tracing::info!("stopping: waiting for requests that are under way");
        let _ = stop.send(());
    });
    tokio::select! {
        result = std::future::IntoFuture::into_future(server) => result.context("the server failed")?,
        () = async { let _ = stopped.await; tokio::time::sleep(GRACE).await } => {
            tracing::warn!("requests were still under way after {} s", GRACE.as_secs());
        }
    }
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

fn cannot_open(options: &Serve) -> String {
    format!("cannot open the database {}", options.database.display())
}

fn start_log(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}

/// Waits for the interrupt or the termination signal.
async fn interrupted() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "cannot wait for the interrupt signal");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "cannot wait for the termination signal");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
