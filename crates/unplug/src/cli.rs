//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Removes integrations at Rocket.Chat, Kombo and Vercel, and serves the three APIs for tests.
#[derive(Parser)]
#[command(version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the three APIs under /rocketchat, /kombo and /vercel until interrupted
    Serve(Serve),
    /// Load users, keys and integrations into a database
    Seed(Seed),
    /// Remove one integration at a vendor
    Remove(Remove),
}

#[derive(Args)]
pub(crate) struct Serve {
    /// Address to listen on; port 0 takes a free one and prints it
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// SQLite file; it is created when it is not there
    #[arg(long, default_value = "unplug.db", value_name = "FILE")]
    pub(crate) database: PathBuf,
    /// Load the demo data set: fixed ids and credentials, listed in the README
    #[arg(long)]
    pub(crate) demo: bool,
    /// Never answer that a rate limit is exceeded, for load tests and fuzzers
    #[arg(long)]
    pub(crate) no_rate_limits: bool,
    /// Form of the log on standard error; RUST_LOG chooses what is logged
    #[arg(long, value_enum, default_value_t)]
    pub(crate) log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people
    #[default]
    Text,
    /// One JSON object a line
    Json,
}

#[derive(Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["file", "example"]))]
pub(crate) struct Seed {
    /// YAML or JSON file with the data
    pub(crate) file: Option<PathBuf>,
    /// Print a complete example of such a file and stop
    #[arg(long)]
    pub(crate) example: bool,
    /// SQLite file; it is created when it is not there
    #[arg(long, default_value = "unplug.db", value_name = "FILE")]
    pub(crate) database: PathBuf,
}

#[derive(Args)]
#[command(after_help = crate::outcome::EXIT_CODES)]
pub(crate) struct Remove {
    #[command(subcommand)]
    pub(crate) vendor: Vendor,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Common {
    /// File with the credentials, one NAME=value a line, instead of the environment
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) credentials: Option<PathBuf>,
    /// Seconds until an unanswered call is given up
    #[arg(long, global = true, default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) timeout: u64,
    /// Attempts in all; more than one retries lost answers and rate limits, by the vendor's clock
    #[arg(long, global = true, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10))]
    pub(crate) attempts: u32,
    /// Form of the result on standard output
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) output: Output,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Output {
    /// One sentence
    #[default]
    Text,
    /// One JSON object
    Json,
}

#[derive(Subcommand)]
pub(crate) enum Vendor {
    /// Credentials: `ROCKETCHAT_AUTH_TOKEN` and `ROCKETCHAT_USER_ID`
    Rocketchat(Rocketchat),
    /// Credentials: `KOMBO_API_KEY`
    Kombo(Kombo),
    /// Credentials: `VERCEL_TOKEN`
    Vercel(Vercel),
}

#[derive(Args)]
#[command(group = clap::ArgGroup::new("which").required(true).args(["integration_id", "target_url"]))]
pub(crate) struct Rocketchat {
    /// Base URL of the workspace, for example <https://chat.example.com>
    #[arg(long, value_name = "URL", env = "ROCKETCHAT_URL")]
    pub(crate) server: String,
    /// The integration's family
    #[arg(long = "type", value_enum)]
    pub(crate) family: Family,
    /// Id of the integration
    pub(crate) integration_id: Option<String>,
    /// One of the URLs that an outgoing integration calls, instead of its id
    #[arg(long, value_name = "URL", conflicts_with = "integration_id")]
    pub(crate) target_url: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Family {
    /// `webhook-incoming`
    Incoming,
    /// `webhook-outgoing`
    Outgoing,
}

#[derive(Args)]
pub(crate) struct Kombo {
    /// `eu`, `us`, or a base URL
    #[arg(long, default_value = "eu", env = "KOMBO_SERVER")]
    pub(crate) server: String,
    /// Id of the integration
    pub(crate) integration_id: String,
}

#[derive(Args)]
pub(crate) struct Vercel {
    /// Base URL instead of the vendor's own
    #[arg(long, value_name = "URL", env = "VERCEL_URL")]
    pub(crate) server: Option<String>,
    /// Id of the team to act for
    #[arg(long)]
    pub(crate) team_id: Option<String>,
    /// Slug of the team to act for
    #[arg(long)]
    pub(crate) slug: Option<String>,
    /// Id of the integration configuration
    pub(crate) configuration_id: String,
}
