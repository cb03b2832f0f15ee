//! Handwritten handlers for the three removals, on a durable store.
//!
//! One module per vendor implements the generated server stub: [`rocketchat`],
//! [`kombo`], [`vercel`]. [`app::app`] puts them behind one router; [`store`] keeps
//! what they work on; [`seed`] fills it. Each vendor module describes itself
//! (`description()`), for comparison with the document that the stub came from.
//!
//! It is for running the three APIs: in `unplug serve`, and inside tests of services that remove
//! integrations. It is not a client, and not a copy of the vendors' services: there are the removals
//! and nothing else.
//!
//! ```no_run
//! use std::net::SocketAddr;
//!
//! use unplug_handlers::store::Store;
//! use unplug_handlers::{AppConfig, app, seed};
//!
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let store = Store::open("unplug.db".as_ref()).await?;
//! store.load(&seed::demo()).await?;
//! let app = app(AppConfig::new(store)).into_make_service_with_connect_info::<SocketAddr>();
//! axum::serve(tokio::net::TcpListener::bind("127.0.0.1:8080").await?, app).await?;
//! # Ok(())
//! # }
//! ```

mod ajv;
pub mod app;
pub mod clock;
mod config;
pub mod credential;
mod described;
pub mod kombo;
pub mod limit;
pub mod rocketchat;
pub mod store;
pub mod vercel;

pub use app::{AppConfig, Limits, app};
pub use config::RocketchatVersion;
pub use limit::RateLimitRule;
pub use store::seed;
pub use unplug_server_stub::Secret;
