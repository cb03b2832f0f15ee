//! `unplug`: serve, seed and remove integrations at Rocket.Chat, Kombo and Vercel.

use std::process::ExitCode;

use clap::Parser as _;

mod cli;
mod credentials;
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
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
