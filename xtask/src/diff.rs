//! `cargo xtask diff`

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;
use unplug_codegen::workspace::Workspace;
use unplug_contract::render::{self, Title};
use unplug_contract::{HandlerSources, Options, Severity, Side};
use unplug_openapi::syntax::SourceFile;

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For machines: an array of findings
    Json,
}

/// Compares the corrected documents with the handlers' own description.
pub(crate) fn run(root: &Path, format: Format) -> anyhow::Result<u8> {
    let generation = Workspace::new(root).generate()?;
    if !generation.is_complete() {
        eprintln!("{}", unplug_openapi::diagnostic::render(&generation.diagnostics, false));
        bail!("the documents in specs/ cannot be used");
    }
    let sources = HandlerSources::read(&root.join("crates/handlers/src"), root)?;
    let described = descriptions(root)?;
    let mut findings = Vec::new();
    let mut operations = 0;
    for document in &generation.documents {
        let Some(description) = described.get(&document.name) else {
            bail!(
                "no handlers describe `{}`: add them to crates/handlers/src/{}.rs and to its `description` in \
                 crates/handlers/examples/describe.rs",
                document.name,
                document.name
            );
        };
        let name = format!("the handlers' description of {}", document.name);
        let file = SourceFile { name, text: description.to_string() };
        let loaded = unplug_openapi::load::load_text(&document.name, file, None);
        let Some(claim) = loaded.document else {
            bail!(
                "the handlers describe `{}` in a way that is not OpenAPI:\n{}",
                document.name,
                unplug_openapi::diagnostic::render(&loaded.diagnostics, false)
            );
        };
        operations += document.api.operations.len();
        let before = Side::document(document, "in the document");
        let after = Side::handlers(&claim.api, "in the handler", &sources);
        findings.extend(unplug_contract::compare(&before, &after, &Options::default()));
    }
    let breaking = findings.iter().any(|finding| finding.severity == Severity::Breaking);
    let what = format!("{operations} operations compared with their handlers");
    let title = Title { what: &what, before: "document", after: "handler" };
    let mut out = std::io::stdout().lock();
    match format {
        Format::Text => render::text(&mut out, &findings, &title)?,
        Format::Json => render::json(&mut out, &findings)?,
    }
    Ok(u8::from(breaking))
}

/// What the handlers say of themselves. They are compiled only now, after their stub is fresh.
fn descriptions(root: &Path) -> anyhow::Result<BTreeMap<String, Value>> {
    let output = crate::cargo::cargo(root)
        .args(["run", "--package", "unplug-handlers", "--example", "describe"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cannot run cargo")?;
    if !output.status.success() {
        bail!("the handlers do not compile, so they cannot be compared with the documents");
    }
    serde_json::from_slice(&output.stdout).context("the handlers' description is not JSON")
}
