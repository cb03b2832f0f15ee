//! What a newer copy does to the generated Rust items, and which handwritten handlers use them.

use std::collections::HashSet;
use std::path::Path;

use unplug_codegen::generate::generate;
use unplug_codegen::names;
use unplug_contract::rust_files;
use unplug_contract::rust_items::{Effect, compare, touched};
use unplug_openapi::ir::Api;

/// The crate that handlers stand on.
const STUB: &str = "unplug_server_stub";

/// One line for each generated module, each item that breaks, and each handler that uses one. Operations that are new count for nothing: nobody uses them yet.
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
    Ok(lines)
}
