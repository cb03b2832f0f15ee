//! `unplug`: serve, seed and remove integrations at Rocket.Chat, Kombo and Vercel.

use std::process::ExitCode;

use clap::Parser as _;

mod cli;
mod credentials;
mod database;
mod outcome;
mod remove;
mod seed;
mod serve;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("error: cannot start the asynchronous runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    let result = runtime.block_on(async {
        match arguments.command {
            cli::Command::Serve(options) => serve::run(options).await,
            cli::Command::Seed(options) => seed::run(options).await,
            cli::Command::Remove(options) => remove::run(options).await,
        }
    });
    match result {
        Ok(code) => code,
        Err(error) => {
            if let Some(UsageError(message)) = error.downcast_ref() {
                eprintln!("error: {message}\n\nFor more information, try '--help'.");
                return ExitCode::from(USAGE);
            }
            eprintln!("error: {}", in_words(&error));
            ExitCode::FAILURE
        }
    }
}

/// Exit code for a wrong command line; clap's own.
const USAGE: u8 = 2;

/// The command line is wrong in a way that its grammar cannot say.
#[derive(Debug)]
struct UsageError(String);

impl std::fmt::Display for UsageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UsageError {}

/// The error with its causes, leaving out those that an outer one has already told.
fn in_words(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if !text.contains(&cause) {
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(&cause);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn nothing_is_said_twice() {
        let cause: Result<(), _> = Err(std::io::Error::other("disk full"));
        let error = cause.context("cannot write: disk full").context("cannot load").err();
        assert_eq!(
            error.map(|error| in_words(&error)).as_deref(),
            Some("cannot load: cannot write: disk full")
        );
    }
}
