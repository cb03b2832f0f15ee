//! The schemas of the documents against what the generated types say of themselves.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;
use unplug_codegen::type_schemas::TypeSchemas;
use unplug_contract::{Description, Finding, INTENDED, Options, SourceLine, compare_types};
use unplug_openapi::Document;
use unplug_openapi::syntax::{SourceFile, pointer};

use super::names::Names;

/// What was found, and how many schemas were compared.
pub(super) struct Compared {
    pub(super) findings: Vec<Finding>,
    pub(super) schemas: usize,
}

pub(super) fn compare(root: &Path, documents: &[Document]) -> anyhow::Result<Compared> {
    let mut described = descriptions(root)?;
    let mut compared = Compared { findings: Vec::new(), schemas: 0 };
    for document in documents {
        let Some(types) = described.remove(&document.name) else {
            bail!("the client has no types of `{}`: run `cargo xtask codegen`", document.name);
        };
        let types = TypeSchemas::new(&document.api, types);
        compared.schemas += types.mapping.len();
        let name = format!("the types of {}", document.name);
        let file = SourceFile { name, text: types.text };
        let loaded = unplug_openapi::load::load_text(&document.name, file, None);
        let Some(loaded) = loaded.document.filter(|_| loaded.diagnostics.is_empty()) else {
            bail!(
                "the types of `{}` do not say what they are in OpenAPI:\n{}",
                document.name,
                unplug_openapi::diagnostic::render(&loaded.diagnostics, false)
            );
        };
        let before = Description::document(document, "in the document");
        let after = Description::new(&loaded.api, "in the type");
        let names = Names::of(&document.api);
        let options = Options { whole_document: false, rust: Some(&names), ..Options::default() };
        let mut findings = compare_types(&before, &after, &types.mapping, INTENDED, &options);
        let source = Source::read(root, &document.name)?;
        for finding in &mut findings {
            finding.after.source = source.line(&finding.after.pointer);
        }
        compared.findings.extend(findings);
    }
    Ok(compared)
}

/// What the types say of themselves. They are compiled only now, after they are fresh.
fn descriptions(root: &Path) -> anyhow::Result<BTreeMap<String, Value>> {
    let output = crate::cargo::cargo(root)
        .args(["run", "--package", "unplug-client", "--example", "type_schemas", "--features", "schemars"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cannot run cargo")?;
    if !output.status.success() {
        bail!("the client does not compile, so its types cannot be compared with the documents");
    }
    serde_json::from_slice(&output.stdout).context("what the types say of themselves is not JSON")
}

/// The generated file with the types.
struct Source {
    file: String,
    text: String,
}

impl Source {
    fn read(root: &Path, document: &str) -> anyhow::Result<Self> {
        let module = unplug_codegen::names::module(document);
        let file = format!("crates/client/src/generated/{module}/types.rs");
        let text =
            std::fs::read_to_string(root.join(&file)).with_context(|| format!("cannot read {file}"))?;
        Ok(Self { file, text })
    }

    /// The line of the field, or else of the type, that a pointer into the types' document means.
    fn line(&self, pointer: &str) -> Option<SourceLine> {
        let mut tokens = pointer.split('/').skip(3);
        let name = tokens.next()?.trim_end_matches("-or-null");
        let mut lines = self.text.lines().enumerate().skip_while(|(_, line)| !declares(line, name));
        let item = lines.next()?;
        let property = tokens.next().filter(|keyword| *keyword == "properties").and(tokens.next());
        let field = property.and_then(|property| {
            let property = pointer::unescaped(property);
            let renamed = format!("#[serde(rename = {property:?})]");
            let own = [format!("pub {property}: "), format!("pub r#{property}: ")];
            let mut fields = lines.take_while(|(_, line)| *line != "}");
            fields.find(|(_, line)| {
                let line = line.trim_start();
                line == renamed || own.iter().any(|field| line.starts_with(field))
            })
        });
        let (index, line) = field.unwrap_or(item);
        Some(SourceLine { file: self.file.clone(), line: index + 1, excerpt: line.trim().to_owned() })
    }
}

fn declares(line: &str, name: &str) -> bool {
    ["pub struct ", "pub enum ", "pub type "].iter().any(|keyword| {
        let rest = line.strip_prefix(keyword).and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "pub struct ThingList;\n\npub struct Thing {\n    pub r#type: String,\n    \
                        #[serde(rename = \"_id\")]\n    pub id: String,\n}\npub struct Other {\n    pub name: String,\n}\n";

    #[test]
    fn a_pointer_leads_to_the_line_of_its_field_or_type() {
        let source = Source { file: "types.rs".to_owned(), text: TEXT.to_owned() };
        let line = |pointer: &str| source.line(pointer).map(|line| line.line);
        assert_eq!(line("/components/schemas/Thing/properties/type/minLength"), Some(4));
        assert_eq!(line("/components/schemas/Thing-or-null/properties/_id"), Some(5));
        assert_eq!(line("/components/schemas/Thing/properties/name"), Some(3));
        assert_eq!(line("/components/schemas/ThingList"), Some(1));
        assert_eq!(line("/components/schemas/Unknown"), None);
    }
}
