//! Any bytes as a document, read as YAML or as JSON by their first byte: findings or code, and
//! never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unplug_openapi::diagnostic::render;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let name = if text.starts_with(['{', '[']) { "fuzz.json" } else { "fuzz.yaml" };
    let loaded = load_text("fuzz", SourceFile::new(name, text), None);
    let shown = loaded.diagnostics.len().min(20);
    let _ = render(&loaded.diagnostics[..shown], false);
    match loaded.document {
        Some(document) => {
            unplug_codegen::generate::generate(&document.api, "// Generated.\n").expect("Rust");
        }
        None => assert!(loaded.diagnostics.iter().any(|finding| finding.is_error()), "no reason"),
    }
});
