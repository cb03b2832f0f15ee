//! What became of every instance, beside what the suite says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

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

    /// For each instance that is judged otherwise, the rules that said so; none when nothing did.
    pub(crate) fn excuses(&self) -> Vec<Vec<&str>> {
        let of_wrong = self.wrong.iter().map(|wrong| self.excuses_of(wrong.fault));
        let left_out = (self.left_out > 0).then(|| self.said.iter().map(String::as_str).collect());
        of_wrong.chain(left_out).collect()
    }

    /// The rules among what was said of the group that concern a fault.
    fn excuses_of(&self, fault: Fault) -> Vec<&str> {
        let concerns =
            |rule: &&str| EXCUSES.iter().any(|(known, faults)| known == rule && faults.contains(&fault));
        self.said.iter().map(String::as_str).filter(concerns).collect()
    }
}

/// What each diagnostic announces: only such faults are said by it.
const EXCUSES: [(&str, &[Fault]); 3] = [
    // "Anything is valid in its place."
    ("unresolved-reference", &[Fault::StubAcceptsInvalid]),
    // "Values of other types are refused, and members that are not declared are not kept."
    (
        "type-assumed",
        &[Fault::StubRefusesValid, Fault::StubChanges, Fault::ClientRefusesValid, Fault::ClientChanges],
    ),
    // "The keywords are read as JSON Schema 2020-12 has them."
    ("unknown-dialect", &[Fault::StubRefusesValid, Fault::StubAcceptsInvalid]),
];

/// A way to judge otherwise than the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    StubRefusesValid,
    StubAcceptsInvalid,
    StubChanges,
    StubLosesDeclared,
    ClientRefusesValid,
    ClientChanges,
    ClientLosesDeclared,
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
                Some(Ok(kept)) if loses_declared(&group.schema, sent, &kept) => {
                    wrong(Fault::StubLosesDeclared, kept);
                }
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
            Some(Ok(kept)) if loses_declared(&group.schema, sent, &kept) => {
                wrong(Fault::ClientLosesDeclared, kept);
            }
            Some(Ok(kept)) => wrong(Fault::ClientChanges, kept),
            Some(Err(why)) => wrong(Fault::ClientRefusesValid, why),
            None => self.left_out += 1,
        }
    }

    /// Instances with one of some faults that nothing said, in any place.
    fn count(&self, faults: &[Fault]) -> usize {
        self.tests_with(|wrong| faults.contains(&wrong.fault) && self.excuses_of(wrong.fault).is_empty())
            .len()
    }

    fn tests_with(&self, is_meant: impl Fn(&Wrong) -> bool) -> BTreeSet<usize> {
        self.wrong.iter().filter(|wrong| is_meant(wrong)).map(|wrong| wrong.test).collect()
    }
}

const FAULTS: [(&[Fault], &str); 5] = [
    (&[Fault::StubRefusesValid], "stub: valid refused"),
    (&[Fault::StubAcceptsInvalid], "invalid accepted"),
    (&[Fault::StubChanges, Fault::StubLosesDeclared], "changed"),
    (&[Fault::ClientRefusesValid], "client: valid refused"),
    (&[Fault::ClientChanges, Fault::ClientLosesDeclared], "changed"),
];

/// Whether a member is gone whose name the schema declares.
fn loses_declared(schema: &Value, sent: &str, kept: &str) -> bool {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut declared = BTreeSet::new();
    let mut pending = vec![schema];
    while let Some(value) = pending.pop() {
        let properties = value.get("properties").and_then(Value::as_object);
        declared.extend(properties.into_iter().flat_map(|members| members.keys()));
        match value {
            Value::Array(items) => pending.extend(items),
            Value::Object(members) => pending.extend(members.values()),
            _ => {}
        }
    }
    let (sent, kept) = (parsed(sent), parsed(kept));
    let mut pending = vec![(&sent, &kept)];
    while let Some(pair) = pending.pop() {
        match pair {
            (Value::Object(sent), Value::Object(kept)) => {
                if sent.keys().any(|name| !kept.contains_key(name) && declared.contains(name)) {
                    return true;
                }
                pending.extend(sent.iter().filter_map(|(name, value)| Some((value, kept.get(name)?))));
            }
            (Value::Array(sent), Value::Array(kept)) => pending.extend(sent.iter().zip(kept)),
            _ => {}
        }
    }
    false
}

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
    let mut files: BTreeMap<&str, [usize; 8]> = BTreeMap::new();
    let mut totals: BTreeMap<&str, [usize; 8]> = BTreeMap::new();
    for verdict in verdicts {
        let row = figures(verdict);
        let draft = verdict.file.split('/').next().unwrap_or_default();
        for sum in [files.entry(&verdict.file).or_default(), totals.entry(draft).or_default()] {
            sum.iter_mut().zip(row).for_each(|(sum, figure)| *sum += figure);
        }
    }
    println!(
        "{:<40} {:>6} {SAID_AND_RIGHT} {SAID_AND_WRONG} | {} | {} | {} | {} | {}",
        "file", "tests", FAULTS[0].1, FAULTS[1].1, FAULTS[2].1, FAULTS[3].1, FAULTS[4].1
    );
    for (name, row) in files.iter().chain(&totals) {
        print!("{name:<40} {:>6}", row[0]);
        for (figure, head) in row[1..3].iter().zip([SAID_AND_RIGHT, SAID_AND_WRONG]) {
            print!(" {figure:>width$}", width = head.len());
        }
        for (figure, (_, head)) in row[3..].iter().zip(FAULTS) {
            print!(" | {figure:>width$}", width = head.len());
        }
        println!();
    }
}

const SAID_AND_RIGHT: &str = "said, and right";
const SAID_AND_WRONG: &str = "said, and wrong";

/// Tests; those of groups about which something was said at generation, right and wrong as it was said;
/// and those with each kind of fault that nothing said.
fn figures(verdict: &Verdict) -> [usize; 8] {
    let mut row = [verdict.tests, 0, 0, 0, 0, 0, 0, 0];
    let is_known = |rule: &String| EXCUSES.iter().any(|(known, _)| known == rule);
    if verdict.said.iter().any(is_known) {
        row[1] = verdict.tests - verdict.tests_with(|_| true).len();
        row[2] = verdict.tests_with(|wrong| !verdict.excuses_of(wrong.fault).is_empty()).len();
    }
    for (figure, (faults, _)) in row[3..].iter_mut().zip(FAULTS) {
        *figure = verdict.count(faults);
    }
    row
}
