//! `cargo xtask demo`: the main job in one command.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;
use unplug_codegen::report::Outcome;

/// One removal of the demonstration. The credentials and ids are those of the demo data set.
struct Removal {
    vendor: &'static str,
    credentials: &'static [(&'static str, &'static str)],
    arguments: &'static [&'static str],
    /// Path below the server's address.
    base: &'static str,
    integration: &'static str,
    /// Of the first attempt.
    outcome: &'static str,
}

const REMOVALS: [Removal; 3] = [
    Removal {
        vendor: "Rocket.Chat",
        credentials: &[
            ("ROCKETCHAT_AUTH_TOKEN", "9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq"),
            ("ROCKETCHAT_USER_ID", "aobEdbYhXfu5hkeqG"),
        ],
        arguments: &["rocketchat", "--type", "outgoing"],
        base: "/rocketchat",
        integration: "oNLthAt9RwMw39N2B",
        outcome: "removed",
    },
    Removal {
        vendor: "Kombo",
        credentials: &[("KOMBO_API_KEY", "demo-kombo-production-4mQz8XcV2bNk6LwT")],
        arguments: &["kombo"],
        base: "/kombo/v1",
        integration: "workday:HWUTwvyx2wLoSUHphiWVrp28",
        outcome: "removed",
    },
    Removal {
        vendor: "Vercel",
        credentials: &[("VERCEL_TOKEN", "demo-vercel-full-8KqW3eRt6YuI")],
        arguments: &["vercel"],
        base: "/vercel",
        integration: "icfg_3bwCLgxL8qt5kjRLcv2Dit7F",
        outcome: "accepted",
    },
];

/// Checks the generated code, starts the server, removes everything twice and prints what happened.
pub(crate) fn run(root: &Path) -> anyhow::Result<u8> {
    let generated = crate::codegen::run(root, true, false)?;
    if generated != Outcome::Fresh {
        return Ok(generated.exit_code());
    }
    let program = build(root)?;
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let server = Server::start(&program, &folder.path().join("demo.db"))?;
    println!("\n{:>12} three APIs on {}", "Serving", server.url);
    println!("\n  {:<12} {:<33} {:<8} {:>6}  answer", "vendor", "integration", "outcome", "status");
    for again in [false, true] {
        for removal in &REMOVALS {
            let expected = if again { "gone" } else { removal.outcome };
            let result = remove(&program, &server.url, removal)?;
            let text = |name: &str| result[name].as_str().unwrap_or("-").to_owned();
            println!(
                "  {:<12} {:<33} {:<8} {:>6}  {}",
                removal.vendor,
                removal.integration,
                text("outcome"),
                result["status"],
                text("message")
            );
            ensure!(
                text("outcome") == expected,
                "expected the outcome `{expected}` for {}, found: {result}",
                removal.integration
            );
        }
        println!();
    }
    drop(server);
    println!("{:>12} three integrations removed, and three ways to say that they are gone", "Finished");
    Ok(0)
}

/// Builds the program and gives its path, as Cargo reports it.
fn build(root: &Path) -> anyhow::Result<PathBuf> {
    let output = crate::cargo::cargo(root)
        .args(["build", "--package", "unplug", "--bin", "unplug", "--message-format", "json"])
        .stderr(Stdio::inherit())
        .output()
        .context("cannot run cargo")?;
    ensure!(output.status.success(), "the program does not compile");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .context("cargo did not say where the program is")
}

/// A running `unplug serve`, stopped when dropped.
struct Server {
    child: Child,
    url: String,
}

impl Server {
    fn start(program: &Path, database: &Path) -> anyhow::Result<Self> {
        let mut child = Command::new(program)
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--database"])
            .arg(database)
            .env("RUST_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the server")?;
        let output = child.stdout.take().context("the server has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).context("cannot read the server's output")?;
        let Some(url) = line.trim().strip_prefix("listening on ") else {
            let _ = child.kill();
            bail!("the server did not start; it said: {line:?}");
        };
        Ok(Self { url: url.to_owned(), child })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn remove(program: &Path, url: &str, removal: &Removal) -> anyhow::Result<Value> {
    let output = Command::new(program)
        .arg("remove")
        .args(removal.arguments)
        .args(["--server", &format!("{url}{}", removal.base), "--output", "json", removal.integration])
        .envs(removal.credentials.iter().copied())
        .stderr(Stdio::piped())
        .output()
        .context("cannot start the client")?;
    std::io::stderr().write_all(&output.stderr).context("cannot write")?;
    serde_json::from_slice(&output.stdout).context("the client did not print JSON")
}
