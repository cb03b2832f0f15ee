//! Compares two documents: `cargo run --release -p unplug-contract --example compare -- BEFORE AFTER`.

use std::path::Path;
use std::process::ExitCode;

use unplug_contract::render::Title;
use unplug_contract::{Description, FailOn, Format, Options, compare, report};
use unplug_openapi::load;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [before, after] = &arguments[..] else {
        eprintln!("usage: compare BEFORE AFTER");
        return ExitCode::from(2);
    };
    let (before, after) = (load(Path::new(before), None), load(Path::new(after), None));
    let (unread_before, unread_after) = (before.diagnostics, after.diagnostics);
    let (Some(before), Some(after)) = (before.document, after.document) else {
        eprintln!("one of the documents cannot be used");
        return ExitCode::from(2);
    };
    let options = Options { whole_document: true, ..Options::default() };
    let one = Description::document(&before, "before").with_diagnostics(&unread_before);
    let other = Description::document(&after, "now").with_diagnostics(&unread_after);
    let findings = compare(&one, &other, &options);
    let what = format!("{} operations compared", before.api.operations.len());
    let title = Title { what: &what, before: "before", after: "now", before_files: "", accepted: 0 };
    match report(&mut std::io::stdout().lock(), &findings, &title, Format::Text, FailOn::Breaking) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
