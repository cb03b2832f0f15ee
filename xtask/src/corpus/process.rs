//! A process with a limit of time, and what it took.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use wait4::Wait4 as _;

/// How a process ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    /// It did not end by itself.
    pub(crate) timed_out: bool,
    pub(crate) output: String,
    pub(crate) errors: String,
    /// Largest resident memory, in bytes.
    pub(crate) peak_bytes: u64,
    pub(crate) seconds: f64,
}

impl Ended {
    /// The status, and the first lines of what it said on standard error.
    pub(crate) fn why(&self) -> String {
        let errors = self.errors.lines().take(5).collect::<Vec<_>>().join(" ");
        format!("{}: {errors}", self.status)
    }
}

/// Runs a process, and kills it when its time is up.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn run(command: &mut Command, limit: Duration) -> anyhow::Result<Ended> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {}", command.get_program().display()))?;
    let (output, errors) = (child.stdout.take().map(read), child.stderr.take().map(read));
    let watch = stop_after(&child, limit);
    let ended = child.wait4().context("cannot wait for a process")?;
    let timed_out = watch.stop();
    let text =
        |reader: Option<JoinHandle<String>>| reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
    Ok(Ended {
        status: ended.status,
        timed_out,
        output: text(output),
        errors: text(errors),
        peak_bytes: ended.rusage.maxrss,
        seconds: start.elapsed().as_secs_f64(),
    })
}

fn read(mut stream: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before the stream broke still says something.
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn stop_after(child: &std::process::Child, limit: Duration) -> Watch {
    let (send, receive) = std::sync::mpsc::channel::<()>();
    let id = child.id();
    let thread = std::thread::spawn(move || {
        let expired = receive.recv_timeout(limit) == Err(std::sync::mpsc::RecvTimeoutError::Timeout);
        if expired {
            // Without unsafe code a process can only be signalled by another program.
            let _ = Command::new("kill").args(["-KILL", &id.to_string()]).status();
        }
        expired
    });
    Watch { send, thread }
}

struct Watch {
    send: std::sync::mpsc::Sender<()>,
    thread: JoinHandle<bool>,
}

impl Watch {
    /// Ends the watch. Returns whether the time was up.
    fn stop(self) -> bool {
        // An error says that the time was up before.
        let _ = self.send.send(());
        self.thread.join().unwrap_or_default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_does_not_end_is_ended() {
        let ended = run(Command::new("sleep").arg("60"), Duration::from_millis(50)).unwrap();
        assert!(ended.timed_out && !ended.status.success(), "{ended:?}");
    }

    #[test]
    fn what_a_process_says_is_kept_with_its_status() {
        let ended =
            run(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"]), Duration::from_mins(1))
                .unwrap();
        assert_eq!((ended.output.as_str(), ended.timed_out), ("out\n", false));
        assert!(ended.why().ends_with("3: err"), "{}", ended.why());
    }
}
