//! Handwritten handlers for the three removals, on a durable store.
//!
//! One module per vendor implements the generated server stub: [`rocketchat`],
//! [`kombo`], [`vercel`]. [`app::app`] puts them behind one router; [`store`] keeps
//! what they work on; [`seed`] fills it. Each vendor module describes itself
//! (`description()`), for comparison with the document that the stub came from.

pub mod app;
pub mod clock;
mod config;
pub mod credential;
mod described;
pub mod kombo;
pub mod limit;
pub mod rocketchat;
pub mod seed;
pub mod store;
pub mod vercel;

pub use app::{AppConfig, Limits, app};
pub use limit::RateLimitRule;
pub use unplug_server_stub::Secret;
