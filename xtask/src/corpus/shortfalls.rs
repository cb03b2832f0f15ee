//! What is expected to fall short, from `xtask/shortfalls.toml`: each with its reason, and an error
//! when it no longer does.

use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::row::{Failure, Row};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shortfalls {
    #[serde(default)]
    shortfall: Vec<Shortfall>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shortfall {
    document: String,
    what: What,
    #[serde(rename = "reason")]
    _reason: String,
}

/// A way to fall short.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum What {
    /// Nothing can be generated.
    Unusable,
    /// Some operations are left out.
    Operations,
    /// A crate does not compile.
    Compile,
    /// Something does not arrive as it was sent.
    RoundTrip,
}

impl What {
    fn describe(self) -> &'static str {
        match self {
            Self::Unusable => "nothing can be generated",
            Self::Operations => "operations are left out",
            Self::Compile => "the generated code does not compile without warnings",
            Self::RoundTrip => "a round trip fails",
        }
    }
}

impl Shortfalls {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is not there or not as it should be.
    pub(crate) fn read(project: &Path) -> anyhow::Result<Self> {
        let path = project.join("xtask/shortfalls.toml");
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        toml_edit::de::from_str(&text).with_context(|| format!("{} is not as it should be", path.display()))
    }

    /// One sentence for each shortfall that is not listed, and for each that is listed without need.
    pub(crate) fn compare(&self, rows: &[Row]) -> Vec<String> {
        let mut findings = Vec::new();
        for row in rows {
            if let Some(Failure::Panic(why)) = &row.failure {
                findings.push(format!("{}: the generator panicked: {why}", row.name));
            }
            if row.failure == Some(Failure::Timeout) {
                findings.push(format!("{}: generating took too long and was stopped", row.name));
            }
            for what in [What::Unusable, What::Operations, What::Compile, What::RoundTrip] {
                let Some(falls_short) = falls_short(row, what) else { continue };
                let listed =
                    self.shortfall.iter().any(|entry| entry.document == row.name && entry.what == what);
                let what = what.describe();
                match (falls_short, listed) {
                    (true, false) => findings.push(format!("{}: {what}", row.name)),
                    (false, true) => findings.push(format!(
                        "{}: xtask/shortfalls.toml says that {what}, which is no longer so; remove the entry",
                        row.name
                    )),
                    _ => {}
                }
            }
        }
        findings
    }
}

/// `None` when the run did not come so far that it could be told.
fn falls_short(row: &Row, what: What) -> Option<bool> {
    let made = row.generated.as_ref()?;
    match what {
        What::Unusable => Some(!made.usable),
        What::Operations => made.usable.then(|| row.operations_generated() < made.operations),
        What::RoundTrip => row.round_trip.as_ref().map(|trip| !trip.is_whole()),
        What::Compile => made.usable.then(|| row.compiles().map(|compiles| !compiles)).flatten(),
    }
}
