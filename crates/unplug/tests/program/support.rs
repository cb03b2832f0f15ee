//! Starting the program and reading what it says.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use unplug_handlers::seed::demo::{kombo, rocketchat, vercel};

const PROGRAM: &str = env!("CARGO_BIN_EXE_unplug");

/// Environment variables.
pub(crate) type Variables = &'static [(&'static str, &'static str)];

/// May remove everything.
pub(crate) const ROCKETCHAT: Variables =
    &[("ROCKETCHAT_AUTH_TOKEN", rocketchat::ADMIN.1), ("ROCKETCHAT_USER_ID", rocketchat::ADMIN.0)];
/// May do nothing.
pub(crate) const ROCKETCHAT_NOBODY: Variables =
    &[("ROCKETCHAT_AUTH_TOKEN", rocketchat::NOBODY.1), ("ROCKETCHAT_USER_ID", rocketchat::NOBODY.0)];
/// May remove what this user created.
pub(crate) const ROCKETCHAT_OWN: Variables =
    &[("ROCKETCHAT_AUTH_TOKEN", rocketchat::OWNER.1), ("ROCKETCHAT_USER_ID", rocketchat::OWNER.0)];
pub(crate) const KOMBO: Variables = &[("KOMBO_API_KEY", kombo::KEY)];
/// Not to be used from this machine.
pub(crate) const KOMBO_ELSEWHERE: Variables = &[("KOMBO_API_KEY", kombo::BOUND_KEY)];
pub(crate) const VERCEL: Variables = &[("VERCEL_TOKEN", vercel::FULL)];
pub(crate) const VERCEL_READ_ONLY: Variables = &[("VERCEL_TOKEN", vercel::READ_ONLY)];

/// One integration of the demo data set, and how to remove it.
pub(crate) struct Removal {
    pub(crate) api: &'static str,
    /// Where the server has the vendor's API.
    pub(crate) base: &'static str,
    pub(crate) arguments: &'static [&'static str],
    pub(crate) id: &'static str,
    pub(crate) credentials: Variables,
}

/// One integration at each vendor.
pub(crate) const REMOVALS: [Removal; 3] = [
    Removal {
        api: "rocketchat",
        base: "/rocketchat",
        arguments: &["rocketchat", "--type", "outgoing"],
        id: rocketchat::OUTGOING,
        credentials: ROCKETCHAT,
    },
    Removal {
        api: "kombo",
        base: "/kombo/v1",
        arguments: &["kombo"],
        id: kombo::WORKDAY,
        credentials: KOMBO,
    },
    Removal {
        api: "vercel",
        base: "/vercel",
        arguments: &["vercel"],
        id: vercel::OF_ACCOUNT,
        credentials: VERCEL,
    },
];

impl Removal {
    /// Removes at `origin`, which serves all three APIs.
    pub(crate) fn run(&self, origin: &str, more: &[&str]) -> Run {
        self.run_as(self.credentials, origin, self.id, more)
    }

    /// Removes another integration, or as somebody else.
    pub(crate) fn run_as(&self, credentials: &[(&str, &str)], origin: &str, id: &str, more: &[&str]) -> Run {
        let server = format!("{origin}{}", self.base);
        let mut arguments = vec!["remove"];
        arguments.extend(self.arguments);
        arguments.extend(["--server", &server, "--output", "json"]);
        arguments.extend(more);
        arguments.push(id);
        unplug(&arguments, credentials)
    }
}

/// What a finished run left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Checks the exit code and reads the result.
    #[track_caller]
    pub(crate) fn json(&self, code: i32) -> Value {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.stderr, "");
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks that nothing was done, and gives the message.
    #[track_caller]
    pub(crate) fn error(&self, code: i32) -> &str {
        assert_eq!((self.code, self.stdout.as_str()), (code, ""), "{self:?}");
        self.stderr.strip_prefix("error: ").unwrap_or_else(|| panic!("{self:?}")).trim_end()
    }
}

/// Runs to the end, with these environment variables and no others.
pub(crate) fn unplug(arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    unplug_reading("", arguments, variables)
}

/// The same with something on standard input.
pub(crate) fn unplug_reading(input: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder for one test's files.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A path as an argument.
    pub(crate) fn name(&self, name: &str) -> String {
        self.path(name).into_os_string().into_string().unwrap()
    }

    /// Writes a file and gives its path as an argument.
    pub(crate) fn write(&self, name: &str, content: &str) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.name(name)
    }
}

/// A running `unplug serve`; killed when dropped.
pub(crate) struct Server {
    child: Child,
    output: BufReader<ChildStdout>,
    log: PathBuf,
    pub(crate) url: String,
}

impl Server {
    /// With the demo data set, on a database file of this folder.
    pub(crate) fn demo(folder: &Folder) -> Self {
        Self::start(folder, &["--demo"], &[])
    }

    pub(crate) fn start(folder: &Folder, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_at("127.0.0.1:0", folder, arguments, variables)
    }

    pub(crate) fn start_at(
        address: &str,
        folder: &Folder,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let log = folder.path("server.log");
        let mut child = Command::new(PROGRAM)
            .args(["serve", "--listen", address, "--database", &folder.name("unplug.db")])
            .args(arguments)
            .env_clear()
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("listening on ").map(str::to_owned);
        let url = url.unwrap_or_else(|| panic!("{line:?}, and in the log: {}", read(&log)));
        Self { child, output, log, url }
    }

    /// `127.0.0.1:12345`
    pub(crate) fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap()
    }

    /// Sends a signal by its short name, for example `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// What is in the log so far.
    pub(crate) fn log(&self) -> String {
        read(&self.log)
    }

    /// Waits until something is in the log.
    pub(crate) fn wait_for_log(&self, text: &str) {
        let start = Instant::now();
        while !self.log().contains(text) {
            assert!(start.elapsed() < Duration::from_mins(1), "no {text:?} in {}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the end; gives the status, the log, and what came on standard output after the
    /// first line.
    pub(crate) fn wait(mut self) -> (ExitStatus, String, String) {
        let status = self.child.wait().unwrap();
        let mut output = String::new();
        self.output.read_to_string(&mut output).unwrap();
        (status, self.log(), output)
    }

    /// Stops it as an administrator does.
    pub(crate) fn terminate(self) -> String {
        self.signal("TERM");
        let (status, log, _) = self.wait();
        assert!(status.success(), "{status}: {log}");
        log
    }

    /// Stops it as a power cut does.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
