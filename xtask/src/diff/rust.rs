//! What a newer copy does to the generated Rust items, and which handwritten handlers use them.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Context as _;
use unplug_codegen::generate::generate;
use unplug_codegen::names;
use unplug_contract::rust_items::{Effect, compare, touched};
use unplug_openapi::ir::Api;

/// The crate that handlers stand on.
const STUB: &str = "unplug_server_stub";

/// One line for each generated module, each item that callers have to follow, and each handler that
/// uses one. Operations that are new count for nothing: nobody uses them yet.
pub(super) fn effects(root: &Path, before: &Api, after: &Api) -> anyhow::Result<Vec<String>> {
    let (mut before, mut after) = (before.clone(), after.clone());
    let had: HashSet<_> = before
        .operations
        .iter()
        .map(|operation| (operation.method.clone(), operation.path.clone()))
        .collect();
    after.operations.retain(|operation| had.contains(&(operation.method.clone(), operation.path.clone())));
    before.prune();
    after.prune();
    let (mut old, mut new) = (generate(&before, "")?, generate(&after, "")?);
    let list = format!("pub mod {};\n", names::ident(&names::module(&before.name)));
    for files in [&mut old.client, &mut old.server_stub, &mut new.client, &mut new.server_stub] {
        files.insert("mod.rs".to_owned(), list.clone());
    }
    let mut lines = Vec::new();
    for (side, old, new) in
        [("client", &old.client, &new.client), ("server-stub", &old.server_stub, &new.server_stub)]
    {
        let changes = compare(old, new)?;
        let worst = changes.iter().map(|change| change.effect).max().unwrap_or(Effect::None);
        let word = worst.as_str();
        lines.push(format!("{:>12} crates/{side}, {}: {} items, {word}", "rust", before.name, changes.len()));
        let breaking = changes.iter().filter(|change| change.effect == Effect::Breaking);
        lines.extend(breaking.map(|change| format!("{:>12} {change}", "")));
        if side == "server-stub" {
            let users = touched(&handlers(root)?, STUB, new, &changes)?;
            lines.extend(users.into_iter().filter(|user| user.is_handler).map(|user| {
                let (file, line, function, item) = (user.file, user.line, user.function, user.item);
                format!("{:>12} {file}:{line}: `{function}` uses `{item}`", "handler")
            }));
        }
    }
    Ok(lines)
}

/// The handwritten sources, by file name from the root.
fn handlers(root: &Path) -> anyhow::Result<unplug_contract::rust_items::Files> {
    let mut files = unplug_contract::rust_items::Files::new();
    let own = root.join("crates/handlers/src");
    let mut pending: Vec<_> = own.is_dir().then_some(own).into_iter().collect();
    while let Some(folder) = pending.pop() {
        let entries =
            std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                files.insert(path.strip_prefix(root).unwrap_or(&path).display().to_string(), text);
            }
        }
    }
    Ok(files)
}
