//! The command line.
//!
//! The help texts are read in a terminal, so there is no markup in them.

#![allow(clippy::doc_markdown, reason = "the comments on arguments are help texts")]

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::outcome::{EXIT_CODES, Output};

/// Removes integrations at Rocket.Chat, Kombo and Vercel, and serves the three APIs for tests
#[derive(Parser)]
#[command(version)]
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
    /// Where to listen; port 0 takes a free one, and the first line of output says which
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "HOST:PORT", value_parser = listen_address)]
    pub(crate) listen: String,
    /// SQLite file; it is created when it is not there
    #[arg(long, default_value = "unplug.db", value_name = "FILE")]
    pub(crate) database: PathBuf,
    /// Load the demo data set, whose ids and credentials are public, into an empty database
    #[arg(long)]
    pub(crate) demo: bool,
    /// Which generation of Rocket.Chat's server to be: 9 answers 403 where 8 answers 400
    #[arg(long, value_enum, default_value = "8", value_name = "VERSION")]
    pub(crate) rocketchat_version: RocketchatVersion,
    /// Never answer that a rate limit is exceeded, for load tests and fuzzers
    #[arg(long)]
    pub(crate) no_rate_limits: bool,
    /// Form of the log on standard error; RUST_LOG chooses what is logged
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RocketchatVersion {
    /// 8.x, of which the source was read
    #[value(name = "8")]
    V8,
    /// 9.x, from its release notes; a part of it is inferred
    #[value(name = "9")]
    V9,
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
    /// YAML or JSON file with the data; - is standard input
    pub(crate) file: Option<PathBuf>,
    /// Print a complete example of such a file and stop
    #[arg(long)]
    pub(crate) example: bool,
    /// SQLite file; it is created when it is not there
    #[arg(long, default_value = "unplug.db", value_name = "FILE")]
    pub(crate) database: PathBuf,
}

#[derive(Args)]
#[command(after_help = EXIT_CODES)]
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
    /// Time for one attempt, 1 to 3600 seconds
    #[arg(
        long, global = true, value_name = "SECONDS", default_value_t = 30,
        value_parser = clap::value_parser!(u64).range(1..=3600)
    )]
    pub(crate) timeout: u64,
    /// Attempts in all, 1 to 10; lost answers and rate limits are tried again, by the vendor's clock
    #[arg(
        long, global = true, value_name = "NUMBER", default_value_t = 1,
        value_parser = clap::value_parser!(u32).range(1..=10)
    )]
    pub(crate) attempts: u32,
    /// Form of the result on standard output
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: Output,
}

#[derive(Subcommand)]
pub(crate) enum Vendor {
    /// Remove an incoming or outgoing webhook integration of a Rocket.Chat workspace
    ///
    /// The credentials are ROCKETCHAT_AUTH_TOKEN and ROCKETCHAT_USER_ID, from the environment or
    /// from the file given with --credentials.
    #[command(after_help = EXIT_CODES)]
    Rocketchat(Rocketchat),
    /// Delete an integration of a Kombo environment
    ///
    /// The credential is KOMBO_API_KEY, from the environment or from the file given with
    /// --credentials. This cannot be undone.
    #[command(after_help = EXIT_CODES)]
    Kombo(Kombo),
    /// Delete an integration configuration of a Vercel account or team
    ///
    /// The credential is VERCEL_TOKEN, from the environment or from the file given with
    /// --credentials. Webhooks, log drains and project env variables of the configuration go with
    /// it.
    #[command(after_help = EXIT_CODES)]
    Vercel(Vercel),
}

#[derive(Args)]
#[command(group = clap::ArgGroup::new("which").required(true).args(["integration_id", "target_url"]))]
pub(crate) struct Rocketchat {
    /// Base URL of the workspace, for example https://chat.example.com
    #[allow(rustdoc::bare_urls, reason = "a help text")]
    #[arg(
        long, value_name = "URL", env = "ROCKETCHAT_URL", hide_env_values = true,
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub(crate) server: String,
    /// The integration's family
    #[arg(long = "type", value_enum)]
    pub(crate) family: Family,
    /// Id of the integration
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    pub(crate) integration_id: Option<String>,
    /// One of the URLs that an outgoing integration calls, instead of its id
    #[arg(
        long, value_name = "URL", conflicts_with = "integration_id",
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub(crate) target_url: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Family {
    /// Receives messages; at the vendor webhook-incoming
    #[value(alias = "webhook-incoming")]
    Incoming,
    /// Sends messages; at the vendor webhook-outgoing
    #[value(alias = "webhook-outgoing")]
    Outgoing,
}

#[derive(Args)]
pub(crate) struct Kombo {
    /// The vendor's region, eu or us, or a base URL
    #[arg(
        long,
        default_value = "eu",
        value_name = "REGION|URL",
        env = "KOMBO_SERVER",
        hide_env_values = true
    )]
    pub(crate) server: String,
    /// Id of the integration
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    pub(crate) integration_id: String,
}

#[derive(Args)]
pub(crate) struct Vercel {
    /// Base URL instead of the vendor's own
    #[arg(long, value_name = "URL", env = "VERCEL_URL", hide_env_values = true)]
    pub(crate) server: Option<String>,
    /// Id of the team to act for, instead of the account
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) team_id: Option<String>,
    /// Slug of the team to act for, instead of the account
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) slug: Option<String>,
    /// Id of the integration configuration
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    pub(crate) configuration_id: String,
}

/// Only the form is checked; a host name is resolved when the server starts.
fn listen_address(text: &str) -> Result<String, String> {
    let named = text.rsplit_once(':').is_some_and(|(host, port)| {
        !host.is_empty() && !host.contains([':', '/']) && port.parse::<u16>().is_ok()
    });
    if named || text.parse::<SocketAddr>().is_ok() {
        Ok(text.to_owned())
    } else {
        Err("give a host and a port, for example 127.0.0.1:8080, localhost:0 or [::1]:8080".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn listen_addresses() {
        for good in ["127.0.0.1:0", "localhost:8080", "[::1]:80", "0.0.0.0:65535"] {
            assert!(listen_address(good).is_ok(), "{good}");
        }
        for bad in
            ["", "8080", ":8080", "localhost", "127.0.0.1:", "127.0.0.1:65536", "::1:80x", "http://a:1"]
        {
            assert!(listen_address(bad).is_err(), "{bad}");
        }
    }
}
