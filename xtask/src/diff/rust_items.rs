//! What a newer copy does to the generated Rust items, and which handwritten handlers use them.

use std::collections::HashSet;
use std::path::Path;

use unplug_codegen::generate::generate;
use unplug_codegen::names;
use unplug_contract::rust_items::{Effect, compare, finding, touched};
use unplug_contract::{Finding, rust_files};
use unplug_openapi::ir::{Api, Operation, without_names};

/// The crate that handlers stand on.
const STUB: &str = "unplug_server_stub";

/// What becomes of the generated items of a document.
pub(super) struct Effects {
    /// For people.
    pub(super) lines: Vec<String>,
    /// What breaks the code that uses them.
    pub(super) findings: Vec<Finding>,
}

/// One line for each generated module, each item that breaks, and each handler that uses one. Operations that are new count for nothing: nobody uses them yet.
pub(super) fn effects(
    root: &Path,
    files: (&str, &str),
    before: &Api,
    after: &Api,
) -> anyhow::Result<Effects> {
    let (mut before, mut after) = (before.clone(), after.clone());
    let route = |operation: &Operation| without_names(&format!("{} {}", operation.method, operation.path));
    let had: HashSet<_> = before.operations.iter().map(route).collect();
    after.operations.retain(|operation| had.contains(&route(operation)));
    before.prune();
    after.prune();
    let (mut old, mut new) = (generate(&before, "")?, generate(&after, "")?);
    let list = format!("pub mod {};\n", names::ident(&names::module(&before.name)));
    for files in [&mut old.client, &mut old.server_stub, &mut new.client, &mut new.server_stub] {
        files.insert("mod.rs".to_owned(), list.clone());
    }
    let (mut lines, mut findings) = (Vec::new(), Vec::new());
    for (side, old, new) in
        [("client", &old.client, &new.client), ("server-stub", &old.server_stub, &new.server_stub)]
    {
        let changes = compare(old, new)?;
        let worst = changes.iter().map(|change| change.effect).max().unwrap_or(Effect::None);
        let word = worst.as_str();
        lines.push(format!("{:>12} crates/{side}, {}: {} items, {word}", "rust", before.name, changes.len()));
        findings.extend(finding(&before.name, files, side, &changes));
        let breaking: Vec<_> =
            changes.into_iter().filter(|change| change.effect == Effect::Breaking).collect();
        lines.extend(breaking.iter().map(|change| format!("{:>12} {change}", "")));
        let handlers = root.join("crates/handlers/src");
        if side == "server-stub" && !breaking.is_empty() && handlers.is_dir() {
            let handlers = rust_files(&handlers, root)?;
            let users = touched(&handlers, STUB, new, &breaking)?;
            lines.extend(users.into_iter().filter(|user| user.is_handler).map(|user| {
                let (file, line, function, item) = (user.file, user.line, user.function, user.item);
                format!("{:>12} {file}:{line}: `{function}` uses `{item}`", "handler")
            }));
        }
    }
    Ok(Effects { lines, findings })
}
