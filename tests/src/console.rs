//! Console sessions in Markdown pages: what a reader types, and what the page says comes back.
//!
//! A block that begins with ```` ```console ```` is a session. A line that begins with `$ ` is a
//! command, and the lines below it are its output. A line that is `…` stands for any number of
//! lines, and `…` within a line for any text. Seconds, megabytes and the ports of loopback addresses
//! differ from run to run and are not compared, nor is the width of a gap.

use std::path::Path;

/// One block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Line of the page on which the block begins, counted from 1.
    pub line: usize,
    /// Its commands, in order.
    pub steps: Vec<Step>,
}

/// One command of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is typed, without a comment at its end.
    pub command: String,
    /// The lines that the page shows; empty when it shows none.
    pub output: Vec<String>,
}

/// Returns the sessions of a page, in order.
#[must_use]
pub fn sessions(page: &str) -> Vec<Session> {
    let mut sessions: Vec<Session> = Vec::new();
    let mut inside = false;
    for (index, text) in page.lines().enumerate() {
        let text = text.strip_prefix("   ").filter(|_| inside).unwrap_or(text);
        if inside && text.trim_end() == "```" {
            inside = false;
        } else if !inside && text.trim() == "```console" {
            inside = true;
            sessions.push(Session { line: index + 1, steps: Vec::new() });
        } else if let Some(session) = sessions.last_mut().filter(|_| inside) {
            if let Some(command) = text.strip_prefix("$ ") {
                let command = command.split(" # ").next().unwrap_or_default().trim().to_owned();
                session.steps.push(Step { command, output: Vec::new() });
            } else if let Some(step) = session.steps.last_mut() {
                step.output.push(text.to_owned());
            }
        }
    }
    sessions
}

/// Whether the output is what the page shows.
///
/// # Errors
/// The first line of the page that the output does not have, with the lines that stand there instead.
pub fn matches(shown: &[String], output: &str) -> Result<(), String> {
    let shown: Vec<String> = trimmed(shown.iter().map(|line| comparable(line)).collect());
    let found: Vec<String> = trimmed(output.lines().map(comparable).collect());
    let mut reached = 0;
    if matches_from(&shown, &found, 0, &mut reached) {
        return Ok(());
    }
    let expected = shown.get(reached).map_or("the end of the output", String::as_str);
    Err(format!("expected: {expected}\nthe whole output:\n{output}"))
}

/// Whether all of `found` matches `shown` from one of its lines on. `reached` is the furthest line
/// that did not match.
fn matches_from(shown: &[String], found: &[String], from: usize, reached: &mut usize) -> bool {
    let mut line = from;
    let mut found = found;
    loop {
        *reached = (*reached).max(line);
        match shown.get(line) {
            None => return found.is_empty(),
            Some(text) if text == "…" => {
                return (0..=found.len()).any(|skip| matches_from(shown, &found[skip..], line + 1, reached));
            }
            Some(text) => match found.split_first() {
                Some((first, rest)) if line_matches(text, first) => found = rest,
                _ => return false,
            },
        }
        line += 1;
    }
}

/// Whether a line is the one that is shown, where `…` stands for any text.
fn line_matches(shown: &str, found: &str) -> bool {
    let mut parts = shown.split('…');
    let Some(mut rest) = parts.next().and_then(|start| found.strip_prefix(start)) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    true
}

/// The line without what differs from run to run.
fn comparable(line: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        let unit = ["s", "ms", "MB"].contains(&word.trim_end_matches([',', '.', ':', ')']));
        if let Some(number) = words.last_mut().filter(|number| unit && number.parse::<f64>().is_ok()) {
            "N".clone_into(number);
        }
        words.push(without_port(word));
    }
    words.join(" ")
}

/// `127.0.0.1:PORT` in place of `127.0.0.1:39923`.
fn without_port(word: &str) -> String {
    const HOST: &str = "127.0.0.1:";
    let Some((before, after)) = word.split_once(HOST) else { return word.to_owned() };
    format!("{before}{HOST}PORT{}", after.trim_start_matches(|c: char| c.is_ascii_digit()))
}

/// The lines without empty ones at both ends.
fn trimmed(mut lines: Vec<String>) -> Vec<String> {
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let start = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    lines.split_off(start)
}

/// Returns the flags of a command: `--check` of `cargo xtask codegen --check`.
#[must_use]
pub fn flags(command: &str) -> Vec<&str> {
    command.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2).collect()
}

/// Returns the pages of a repository that show sessions.
///
/// # Errors
/// When a folder or a page cannot be read.
pub fn pages(root: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut names: Vec<String> = Vec::new();
    for folder in ["", "docs", "specs"] {
        for entry in std::fs::read_dir(root.join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Path::new(&name).extension().is_some_and(|extension| extension == "md") {
                names.push(if folder.is_empty() { name } else { format!("{folder}/{name}") });
            }
        }
    }
    names.sort();
    names.into_iter().map(|name| Ok((name.clone(), std::fs::read_to_string(root.join(&name))?))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::{flags, matches, sessions};

    fn shown(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn sessions_are_commands_with_their_output() {
        let page =
            "# Page\n```console\n$ one --flag  # why\nfirst\n\nsecond\n$ two\n```\n```text\n$ no\n```\n";
        let found = sessions(page);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 2);
        let commands: Vec<_> = found[0].steps.iter().map(|step| step.command.as_str()).collect();
        assert_eq!(commands, ["one --flag", "two"]);
        assert_eq!(found[0].steps[0].output, ["first", "", "second"]);
        assert_eq!(found[0].steps[1].output, [""; 0]);
        assert_eq!(flags(&found[0].steps[0].command), ["--flag"]);
    }

    #[test]
    fn a_lone_ellipsis_stands_for_lines_and_one_within_a_line_for_text() {
        let output = "one\ntwo\nthree\n";
        for good in
            ["one\ntwo\nthree", "…", "one\n…", "…\nthree", "…\ntwo\n…", "o…\nt…o\n…e", "one\n…\nthree"]
        {
            matches(&shown(good), output).unwrap();
        }
        for bad in ["one", "one\nthree", "…\ntwo", "two\n…", "one\n…\nfour", "o\n…", "…x\n…", ""]
        {
            assert!(matches(&shown(bad), output).is_err(), "{bad}");
        }
    }

    #[test]
    fn times_sizes_ports_and_gaps_are_not_compared_and_other_numbers_are() {
        let page = shown("ok  1.3 s  221 MB  at http://127.0.0.1:8080/kombo");
        matches(&page, "ok 20.01 s 9 MB at http://127.0.0.1:41235/kombo").unwrap();
        assert!(matches(&page, "ok 1.3 s 221 GB at http://127.0.0.1:8080/kombo").is_err());
        assert!(matches(&shown("3 of 3 documents"), "2 of 3 documents").is_err());
    }

    #[test]
    fn what_is_missing_is_named() {
        let why = matches(&shown("one\n…\nfour"), "one\ntwo\n").unwrap_err();
        assert!(why.starts_with("expected: four\n"), "{why}");
    }
}
