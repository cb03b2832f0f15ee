//! One API as the formatted source files of its client module and its server-stub module.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::Api;

use crate::client::DirectOperation;
use crate::plan::Plan;
use crate::{EmittedFile, Error, client, server};

/// Path below `src/generated` → text.
pub type Files = BTreeMap<String, String>;

/// The two modules of one API.
#[derive(Debug)]
pub struct GeneratedApi {
    /// Files of the client module.
    pub client: Files,
    /// Files of the server-stub module.
    pub server_stub: Files,
    /// The operations whose requests progenitor does not build, and why.
    pub direct: Vec<DirectOperation>,
    /// What was widened or left out on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// Plans an API once and emits both of its modules; every file begins with the banner.
///
/// # Errors
/// [`Error::NotRust`] on a defect of the generator.
pub fn generate(api: &Api, banner: &str) -> Result<GeneratedApi, Error> {
    let (plan, mut diagnostics) = Plan::new(api);
    let emitted = client::emit(&plan);
    diagnostics.extend(emitted.diagnostics);
    let client = format_files(emitted.files, banner)?;
    let (files, found) = server::emit(&plan);
    diagnostics.extend(found);
    let server_stub = format_files(files, banner)?;
    Ok(GeneratedApi { client, server_stub, direct: emitted.direct, diagnostics })
}

/// The `main.rs` of a program that sends sampled values from the client to the stub and back.
///
/// # Errors
/// [`Error::NotRust`] on a defect of the generator.
pub fn generate_round_trip(api: &Api, banner: &str) -> Result<String, Error> {
    let (plan, _) = Plan::new(api);
    let text = format_tokens("round-trip/src/main.rs", crate::round_trip::emit(&plan))?;
    Ok(format!("{banner}\n{text}"))
}

fn format_files(emitted: Vec<EmittedFile>, banner: &str) -> Result<Files, Error> {
    let mut files = Files::new();
    for file in emitted {
        let text = format_tokens(&file.path, file.tokens)?;
        files.insert(file.path, format!("{banner}\n{text}"));
    }
    Ok(files)
}

/// Formats tokens, with an empty line before an item that has a description: the printer leaves
/// none.
pub(crate) fn format_tokens(path: &str, tokens: TokenStream) -> Result<String, Error> {
    let file = syn::parse2(tokens).map_err(|source| Error::NotRust { path: path.to_owned(), source })?;
    let dense = prettyplease::unparse(&file);
    let mut text = String::with_capacity(dense.len() + dense.len() / 50);
    let mut after_item = false;
    for line in dense.lines() {
        if after_item && line.starts_with('/') {
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
        after_item = line == "}";
    }
    Ok(text)
}
