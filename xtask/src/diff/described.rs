//! The documents against what the handlers say of themselves.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;
use unplug_contract::{Description, HandlerSources, Options};
use unplug_openapi::Document;
use unplug_openapi::syntax::SourceFile;

use super::names::Names;
use super::{Compared, plural};

pub(super) fn compare(root: &Path, documents: &[Document]) -> anyhow::Result<Compared> {
    let sources = HandlerSources::read(&root.join("crates/handlers/src"), root)?;
    let described = descriptions(root)?;
    let mut findings = Vec::new();
    let mut operations = 0;
    for document in documents {
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
        let before = Description::document(document, "in the document");
        let after = Description::handlers(&claim.api, "in the handler", &sources);
        let names = Names::of(&document.api);
        let options = Options { whole_document: false, rust: Some(&names), ..Options::default() };
        findings.extend(unplug_contract::compare(&before, &after, &options));
    }
    let what = format!("{operations} operation{} compared with their handlers", plural(operations));
    let documents = documents.iter().map(|document| document.name.clone()).collect();
    Ok(Compared { findings, what, documents, before: "document", after: "handler", ..Compared::default() })
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
