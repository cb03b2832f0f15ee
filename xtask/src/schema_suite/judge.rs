//! What became of every instance, beside what the suite says.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde::{Deserialize, Serialize};

use super::Draft;
use super::document::Place;
use super::equal::equal;
use super::project::GeneratedFile;
use super::suite::{Group, KeywordFile};

/// What became of a group, in both places.
pub(crate) struct Verdict {
    /// Draft and keyword.
    pub(crate) file: String,
    /// The group.
    pub(crate) description: String,
    /// Instances of the group.
    pub(crate) tests: usize,
    /// What is otherwise than the suite says.
    pub(crate) wrong: Vec<Wrong>,
    /// Operations that were not generated.
    pub(crate) left_out: usize,
    /// Rules of the diagnostics that were located in the group.
    pub(crate) said: Vec<String>,
}

impl Verdict {
    /// Whether all instances are judged as the suite says.
    pub(crate) fn is_right(&self) -> bool {
        self.wrong.is_empty() && self.left_out == 0
    }
}

/// A way to judge otherwise than the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    StubRefusesValid,
    StubAcceptsInvalid,
    StubChanges,
    ClientRefusesValid,
    ClientChanges,
}

/// An instance that is judged otherwise.
pub(crate) struct Wrong {
    fault: Fault,
    test: usize,
    place: Place,
    why: String,
    instance: String,
}

#[derive(Serialize)]
struct Instance<'a> {
    api: &'a str,
    path: String,
    operation: String,
    text: &'a str,
}

#[derive(Deserialize)]
struct Outcome {
    status: Option<u16>,
    received: Option<Result<String, String>>,
    answered: Option<Result<String, String>>,
}

/// Sends all instances of a draft through its program.
///
/// # Errors
/// When the program cannot be run, or stops.
pub(crate) fn judge(
    draft: &Draft,
    files: &[KeywordFile],
    generated: &[GeneratedFile],
    program: &Path,
) -> anyhow::Result<Vec<Verdict>> {
    let mut input = String::new();
    for (file, made) in files.iter().zip(generated) {
        for (number, group) in file.groups.iter().enumerate() {
            for (place, test) in instances(group) {
                let instance = Instance {
                    api: &made.module,
                    path: place.path(number),
                    operation: place.read(number),
                    text: &group.tests[test].text,
                };
                input.push_str(&serde_json::to_string(&instance).context("cannot write JSON")?);
                input.push('\n');
            }
        }
    }
    let output = run(program, &input)?;
    let mut lines = output.lines();
    let mut verdicts = Vec::new();
    for (file, made) in files.iter().zip(generated) {
        for (number, group) in file.groups.iter().enumerate() {
            let mut verdict = Verdict {
                file: format!("{}/{}", draft.folder, file.name),
                description: group.description.clone(),
                tests: group.tests.len(),
                wrong: Vec::new(),
                left_out: 0,
                said: said(made, number),
            };
            for (place, test) in instances(group) {
                let line = lines.next().context("the program has stopped")?;
                let outcome: Outcome = serde_json::from_str(line).context("the program said no JSON")?;
                verdict.note(group, place, test, outcome);
            }
            verdicts.push(verdict);
        }
    }
    Ok(verdicts)
}

fn instances(group: &Group) -> impl Iterator<Item = (Place, usize)> + '_ {
    Place::ALL.into_iter().flat_map(|place| (0..group.tests.len()).map(move |test| (place, test)))
}

/// The rules of what was said about a group.
fn said(made: &GeneratedFile, number: usize) -> Vec<String> {
    let within = |pointer: &str, outer: &str| {
        let rest = pointer.strip_prefix(outer).filter(|_| !outer.is_empty());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '_']))
    };
    let about = |pointer: &str| {
        Place::ALL.iter().flat_map(|place| place.pointers(number)).any(|outer| within(pointer, &outer))
    };
    let mut rules: Vec<String> = made
        .diagnostics
        .iter()
        .filter(|found| about(&found.pointer))
        .map(|found| found.rule.to_owned())
        .collect();
    rules.sort();
    rules.dedup();
    if rules.len() > 1 {
        rules.retain(|rule| rule != "operation-left-out");
    }
    rules
}

fn run(program: &Path, input: &str) -> anyhow::Result<String> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {}", program.display()))?;
    let mut stdin = child.stdin.take().context("the program has no input")?;
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().context("cannot wait for the program")?;
    let _ = writer.join();
    ensure!(output.status.success(), "{} failed", program.display());
    String::from_utf8(output.stdout).context("the program's output is no text")
}

impl Verdict {
    fn note(&mut self, group: &Group, place: Place, test: usize, outcome: Outcome) {
        let (valid, sent) = (group.tests[test].valid, &group.tests[test].text);
        let mut wrong = |fault: Fault, why: String| {
            let instance = format!("{}: {sent}", group.tests[test].description);
            self.wrong.push(Wrong { fault, test, place, why, instance });
        };
        match outcome.status {
            Some(204) if !valid => wrong(Fault::StubAcceptsInvalid, String::new()),
            Some(204) => match outcome.received {
                Some(Ok(kept)) if equal(&kept, sent) => {}
                Some(Ok(kept) | Err(kept)) => wrong(Fault::StubChanges, kept),
                None => wrong(Fault::StubChanges, "no body".to_owned()),
            },
            Some(status) if valid => wrong(Fault::StubRefusesValid, status.to_string()),
            Some(_) => {}
            None => self.left_out += 1,
        }
        let mut wrong = |fault: Fault, why: String| {
            let instance = format!("{}: {sent}", group.tests[test].description);
            self.wrong.push(Wrong { fault, test, place, why, instance });
        };
        match outcome.answered {
            Some(_) if !valid => {}
            Some(Ok(kept)) if equal(&kept, sent) => {}
            Some(Ok(kept)) => wrong(Fault::ClientChanges, kept),
            Some(Err(why)) => wrong(Fault::ClientRefusesValid, why),
            None => self.left_out += 1,
        }
    }

    /// Instances with a fault, in any place.
    fn count(&self, fault: Fault) -> usize {
        let tests = self.wrong.iter().filter(|wrong| wrong.fault == fault).map(|wrong| wrong.test);
        tests.collect::<std::collections::BTreeSet<_>>().len()
    }
}

const FAULTS: [(Fault, &str); 5] = [
    (Fault::StubRefusesValid, "stub: valid refused"),
    (Fault::StubAcceptsInvalid, "invalid accepted"),
    (Fault::StubChanges, "changed"),
    (Fault::ClientRefusesValid, "client: valid refused"),
    (Fault::ClientChanges, "changed"),
];

/// Prints the figures of each file, and with `verbose` every instance that is judged otherwise.
pub(crate) fn print(verdicts: &[Verdict], verbose: bool) {
    if verbose {
        for verdict in verdicts {
            for wrong in &verdict.wrong {
                println!(
                    "{} \"{}\" {} {:?} {} → {} (said: {})",
                    verdict.file,
                    verdict.description,
                    wrong.place.name(),
                    wrong.fault,
                    wrong.instance,
                    wrong.why,
                    verdict.said.join(", ")
                );
            }
        }
    }
    let mut files: BTreeMap<&str, [usize; 7]> = BTreeMap::new();
    let mut totals: BTreeMap<&str, [usize; 7]> = BTreeMap::new();
    for verdict in verdicts {
        let row = figures(verdict);
        let draft = verdict.file.split('/').next().unwrap_or_default();
        for sum in [files.entry(&verdict.file).or_default(), totals.entry(draft).or_default()] {
            sum.iter_mut().zip(row).for_each(|(sum, figure)| *sum += figure);
        }
    }
    println!(
        "{:<40} {:>6} {:>9} | {} | {} | {} | {} | {}",
        "file", "tests", "said", FAULTS[0].1, FAULTS[1].1, FAULTS[2].1, FAULTS[3].1, FAULTS[4].1
    );
    for (name, row) in files.iter().chain(&totals) {
        print!("{name:<40} {:>6} {:>9}", row[0], row[1]);
        for (figure, (_, head)) in row[2..].iter().zip(FAULTS) {
            print!(" | {figure:>width$}", width = head.len());
        }
        println!();
    }
}

/// Tests, those of groups about which something was said at generation, and each kind of fault where
/// nothing was.
fn figures(verdict: &Verdict) -> [usize; 7] {
    let mut row = [verdict.tests, 0, 0, 0, 0, 0, 0];
    if !verdict.is_right() && !verdict.said.is_empty() {
        row[1] = verdict.tests;
        return row;
    }
    for (figure, (fault, _)) in row[2..].iter_mut().zip(FAULTS) {
        *figure = verdict.count(fault);
    }
    row
}
