//! The pages show what really comes back: every command of a console session that has output is run
//! from the root of the repository, and the flags of all others are known to `--help`.
//!
//! Commands that test the workspace are not run here, because they would run this test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, reason = "tests")]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use tempfile::TempDir;
use unplug_tests::console::{Session, Step, flags, matches, pages, sessions};

/// How long a server may take until it has printed what the page shows; it may have to be compiled.
const SERVER_START: Duration = Duration::from_mins(15);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// What a page calls otherwise than this test does: a port, a database, a file of the reader's.
struct Surroundings {
    names: Vec<(&'static str, String)>,
    environment: Vec<(String, String)>,
    servers: Vec<Child>,
    _folder: TempDir,
}

impl Drop for Surroundings {
    fn drop(&mut self) {
        for server in &mut self.servers {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

impl Surroundings {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut names = vec![
            ("127.0.0.1:8080", format!("127.0.0.1:{port}")),
            ("unplug.db", folder.path().join("unplug.db").display().to_string()),
        ];
        let newer = root().join("../shared/upstream/rocketchat-integrations.yaml");
        if newer.exists() {
            let copy = folder.path().join("integrations.yaml");
            std::fs::copy(newer, &copy).unwrap();
            names.push(("integrations.yaml", copy.display().to_string()));
        }
        Self { names, environment: Vec::new(), servers: Vec::new(), _folder: folder }
    }

    /// Whether the command names a file that only the reader has, and that is not at hand here.
    fn lacks_a_file(&self, command: &str) -> bool {
        const FILE: &str = "integrations.yaml";
        command.contains(FILE) && self.names.iter().all(|(name, _)| *name != FILE)
    }

    fn shell(&self, command: &str) -> Command {
        let replaced =
            self.names.iter().fold(command.to_owned(), |text, (shown, real)| text.replace(shown, real));
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("exec 2>&1; {replaced}")).current_dir(root());
        // Cargo's own progress is left out on the pages.
        shell.env("CARGO_TERM_QUIET", "true").env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1");
        shell.envs(self.environment.iter().map(|(name, value)| (name, value)));
        shell.stdin(Stdio::null());
        shell
    }

    /// The output under the names that the page uses.
    fn as_on_the_page(&self, output: &str) -> String {
        self.names.iter().fold(output.to_owned(), |text, (shown, real)| text.replace(real, shown))
    }

    fn run(&self, step: &Step) -> Result<(), String> {
        let output = self.shell(&step.command).output().unwrap();
        matches(&step.output, &self.as_on_the_page(&String::from_utf8_lossy(&output.stdout)))
    }

    /// Starts a server and reads as many lines as the page shows; it is stopped with the session.
    fn serve(&mut self, step: &Step) -> Result<(), String> {
        let mut server =
            self.shell(&format!("exec {}", step.command)).stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(server.stdout.take().unwrap());
        self.servers.push(server);
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let mut output = String::new();
        for _ in &step.output {
            let line = lines.recv_timeout(SERVER_START).map_err(|_| format!("it printed only:\n{output}"))?;
            output.push_str(&line);
            output.push('\n');
        }
        matches(&step.output, &self.as_on_the_page(&output))
    }
}

/// Whether every flag of a task of this workspace is one that it has.
fn flags_are_known(command: &str) -> Result<(), String> {
    let Some(rest) = command.strip_prefix("cargo xtask ") else { return Ok(()) };
    let task = rest.split_whitespace().next().unwrap_or_default();
    let mut help = Command::new("cargo");
    help.args(["xtask", task, "--help"]).env("CARGO_TERM_QUIET", "true").current_dir(root());
    let output = help.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(format!("there is no task `{task}`"));
    }
    match flags(command).into_iter().find(|flag| !text.contains(flag)) {
        Some(flag) => Err(format!("`cargo xtask {task}` has no flag `{flag}`")),
        None => Ok(()),
    }
}

fn check(session: &Session, failures: &mut Vec<String>, page: &str) {
    let mut surroundings = Surroundings::new();
    for step in &session.steps {
        let result = if let Some(assignment) = step.command.strip_prefix("export ") {
            let (name, value) = assignment.split_once('=').unwrap();
            surroundings.environment.push((name.to_owned(), value.to_owned()));
            Ok(())
        } else if step.output.is_empty() || step.command.starts_with("cargo test") {
            flags_are_known(&step.command)
        } else if surroundings.lacks_a_file(&step.command) {
            eprintln!("skipped: `{}`, because ../shared is not there", step.command);
            flags_are_known(&step.command)
        } else if step.command.contains(" serve ") {
            surroundings.serve(step)
        } else {
            surroundings.run(step)
        };
        if let Err(why) = result {
            failures.push(format!("{page}:{}: $ {}\n{why}", session.line, step.command));
        }
    }
}

#[test]
fn pages_show_what_comes_back() {
    let pages = pages(&root()).unwrap();
    let mut failures = Vec::new();
    let mut commands = 0;
    for (name, text) in &pages {
        for session in sessions(text) {
            commands += session.steps.iter().filter(|step| !step.output.is_empty()).count();
            check(&session, &mut failures, name);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(
        commands >= 5,
        "only {commands} commands with output were found: is the reader of pages at fault?"
    );
}

#[test]
fn a_page_that_shows_something_else_is_found() {
    let page = "```console\n$ echo one\ntwo\n$ cargo xtask codegen --chek\n$ cargo xtask nothing\n```\n";
    let mut failures = Vec::new();
    check(&sessions(page)[0], &mut failures, "page");
    assert_eq!(failures.len(), 3, "{failures:?}");
    assert!(failures[0].starts_with("page:1: $ echo one\nexpected: two"), "{}", failures[0]);
    assert!(failures[1].ends_with("has no flag `--chek`"), "{}", failures[1]);
    assert!(failures[2].ends_with("there is no task `nothing`"), "{}", failures[2]);
}
