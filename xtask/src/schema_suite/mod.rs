//! `cargo xtask schema-suite`: generated code judged by the official JSON Schema test suite.
//!
//! Each file of the suite becomes one `OpenAPI` document ([`document`]): every group of it is the schema
//! of a request and of an answer, inline and as a component. The stubs and clients of all documents are
//! compiled in a few crates ([`project`]), and every instance of the suite goes through both: the stub
//! accepts what is valid and nothing else, the client reads what is valid, and both keep what they read
//! ([`judge`]). Draft 4 is read as `OpenAPI` 3.0, where 3.0 has the keywords.
//!
//! What is expected to be otherwise stands in `xtask/schema-suite.toml` ([`expected`]).

use std::path::{Path, PathBuf};

use anyhow::Context as _;

mod document;
mod equal;
mod expected;
mod judge;
mod project;
mod suite;

use expected::Expected;
use judge::Verdict;
use suite::KeywordFile;

/// What to run.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Folder of the suite's drafts
    #[arg(default_value = "../shared/suites/json-schema/tests")]
    folder: PathBuf,
    /// Only the files whose name without extension is this; may be repeated
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Print every instance that is judged otherwise than the suite says
    #[arg(short, long)]
    verbose: bool,
}

/// A draft of the suite, and the version of `OpenAPI` that has its keywords.
pub(crate) struct Draft {
    /// The folder of the suite.
    pub(crate) folder: &'static str,
    /// `openapi`
    pub(crate) version: &'static str,
}

const DRAFTS: [Draft; 2] =
    [Draft { folder: "draft2020-12", version: "3.1.1" }, Draft { folder: "draft4", version: "3.0.4" }];

/// Judges and prints the figures. The exit code is 1 when something is judged otherwise than the suite
/// says and than is expected, or is expected without need.
pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<u8> {
    let folder = root.join(&options.folder);
    if !folder.is_dir() {
        println!("skipped: the JSON Schema test suite is not there ({})", options.folder.display());
        return Ok(0);
    }
    let expected = Expected::read(&root.join("xtask/schema-suite.toml"))?;
    let mut drafts = Vec::new();
    for draft in &DRAFTS {
        let files = suite::files(&folder.join(draft.folder), &options.only)
            .with_context(|| format!("cannot read the suite's {}", draft.folder))?;
        let files: Vec<KeywordFile> = files.into_iter().map(|file| document::adapted(draft, file)).collect();
        let generated = project::generate_crates(root, draft, &files)?;
        drafts.push((draft, files, generated));
    }
    let programs = project::build(root, drafts.iter().map(|(draft, ..)| *draft))?;
    let mut verdicts: Vec<Verdict> = Vec::new();
    for ((draft, files, generated), program) in drafts.iter().zip(programs) {
        verdicts.extend(judge::judge(draft, files, generated, &program)?);
    }
    judge::print(&verdicts, options.verbose);
    let findings = expected.compare(&verdicts, options.only.is_empty());
    for finding in &findings {
        println!("{finding}");
    }
    Ok(u8::from(!findings.is_empty()))
}
