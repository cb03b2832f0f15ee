//! The generated crates of all documents, and the program that instances go through.
//!
//! One client crate, one stub crate and one program for each draft: they are compiled side by side, and
//! what they depend on is what `corpus` has compiled.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use unplug_codegen::generate::{Files, generate};
use unplug_codegen::names;
use unplug_openapi::diagnostic::{Diagnostic, Severity};
use unplug_openapi::ir::{Api, Method};

use super::suite::KeywordFile;
use super::{Draft, document};
use crate::corpus::scratch::{
    CRATES, copy_sources, package_manifest, read_manifest, workspace_manifest, write_if_changed,
};

const BANNER: &str = "// Generated from the JSON Schema test suite by `cargo xtask schema-suite`.\n";

/// What came of a document.
pub(crate) struct GeneratedFile {
    /// The module of its API.
    pub(crate) module: String,
    /// What was said about it.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Writes the crates of a draft.
///
/// # Errors
/// When a file cannot be written, or on a defect of the generator.
pub(crate) fn generate_crates(
    root: &Path,
    draft: &Draft,
    files: &[KeywordFile],
) -> anyhow::Result<Vec<GeneratedFile>> {
    let folder = folder(root).join(draft.folder);
    for name in CRATES {
        let generated = folder.join(name).join("src/generated");
        if generated.is_dir() {
            std::fs::remove_dir_all(&generated)
                .with_context(|| format!("cannot remove {}", generated.display()))?;
        }
    }
    let mut made = Vec::new();
    let mut modules = String::new();
    let mut program = format!("{BANNER}\n{PROGRAM_HEAD}");
    for file in files {
        let path = folder.join("documents").join(format!("{}.json", file.name));
        write_if_changed(&path, &document::text(draft, file))?;
        let loaded = unplug_openapi::load::load(&path, None);
        let mut diagnostics = loaded.diagnostics;
        let module = names::module(&file.name);
        if let Some(document) = &loaded.document {
            let (receiving, answering) = by_method(&document.api);
            let stub = generate(&receiving, BANNER)?;
            let client = generate(&answering, BANNER)?;
            write_module(&folder.join("server-stub"), &stub.server_stub)?;
            write_module(&folder.join("client"), &client.client)?;
            diagnostics.extend(stub.diagnostics);
            diagnostics.extend(client.diagnostics);
            let ident = names::ident(&module);
            writeln!(modules, "/// {}\npub mod {ident};", file.name)?;
            program.push_str(&program_module(&module, &receiving, &answering)?);
        }
        diagnostics.retain(|diagnostic| diagnostic.severity > Severity::Note);
        made.push(GeneratedFile { module, diagnostics });
    }
    for name in CRATES {
        write_if_changed(&folder.join(name).join("src/generated/mod.rs"), &modules)?;
        let from = root.join("crates").join(name);
        copy_sources(&from.join("src"), &folder.join(name).join("src"))?;
        let manifest =
            package_manifest(read_manifest(&from.join("Cargo.toml"))?, &package(draft, name)).to_string();
        write_if_changed(&folder.join(name).join("Cargo.toml"), &manifest)?;
    }
    let list: String = made.iter().fold(String::new(), |mut list, file| {
        let _ = write!(list, "{}::API, ", names::ident(&file.module));
        list
    });
    write!(
        program,
        "\nfn main() -> std::process::ExitCode {{\n    unplug_round_trip::instances::run(&[{list}])\n}}\n"
    )?;
    write_if_changed(&folder.join("program/src/main.rs"), &program)?;
    write_if_changed(&folder.join("program/Cargo.toml"), &program_manifest(draft))?;
    Ok(made)
}

/// The API with the operations that get values, and with those that answer them.
fn by_method(api: &Api) -> (Api, Api) {
    let with = |method: Method| {
        let mut api = api.clone();
        api.operations.retain(|operation| operation.method == method);
        api
    };
    (with(Method::Post), with(Method::Get))
}

fn write_module(package: &Path, files: &Files) -> anyhow::Result<()> {
    for (path, text) in files {
        write_if_changed(&package.join("src/generated").join(path), text)?;
    }
    Ok(())
}

const PROGRAM_HEAD: &str = "\
#![allow(dead_code, unused_imports, reason = \"a document may be left without operations\")]

struct Anyone;
";

/// The part of the program that knows the types of one document.
fn program_module(module: &str, receiving: &Api, answering: &Api) -> anyhow::Result<String> {
    let ident = names::ident(module);
    let mut bound = String::new();
    let mut handlers = String::new();
    for operation in &receiving.operations {
        let (name, ty) = (&operation.id, names::pascal(&operation.id));
        write!(bound, "{name}: handler({name}), ")?;
        write!(
            handlers,
            "
    async fn {name}(kept: Kept, (): (), request: api::{ty}Request) -> Result<api::{ty}Response, Fault> {{
        kept.note(&request.body);
        Ok(api::{ty}Response::NoContent)
    }}
"
        )?;
    }
    if receiving.operations.is_empty() {
        bound.push_str("none: std::marker::PhantomData");
    }
    let mut reads = String::new();
    for operation in &answering.operations {
        let (name, ty) = (&operation.id, names::pascal(&operation.id));
        write!(
            reads,
            "
            (\"{name}\", {{
                let client = client.clone();
                Box::new(move || {{
                    let call = client.{name}(&api::{ty}Request {{}});
                    Box::pin(async move {{
                        let reply = call.await.map_err(|error| format!(\"{{error:?}}\"))?;
                        written(&reply.into_inner())
                    }})
                }})
            }}),"
        )?;
    }
    Ok(format!(
        "
mod {ident} {{
    use stub::{ident} as api;
    use stub::{{Fault, Rejection, handler}};
    use unplug_round_trip::instances::{{Api, Kept}};

    pub(super) const API: Api = Api {{ name: \"{module}\", router, reads: super::{module}_reads }};

    impl api::Security for super::Anyone {{
        fn reject(&self, rejection: &Rejection, _: &stub::RequestContext) -> axum::response::Response {{
            unplug_round_trip::reject(rejection.usual_status(), &format!(\"{{rejection:?}}\"), Vec::new())
        }}
    }}

    fn router(kept: Kept) -> axum::Router {{
        api::router(api::Handlers {{ {bound} }}, super::Anyone, kept)
    }}
{handlers}}}

fn {module}_reads(url: String) -> Result<unplug_round_trip::instances::Reads, String> {{
    use client::{ident} as api;
    use unplug_round_trip::instances::written;
    let client = api::Client::builder().server(api::Server::Custom(url)).build();
    let client = client.map_err(|error| error.to_string())?;
    Ok(vec![{reads}
    ])
}}
"
    ))
}

fn program_manifest(draft: &Draft) -> String {
    let [client, stub] = CRATES.map(|name| package(draft, name));
    format!(
        "[package]\n\
         name = \"{}\"\n\
         version.workspace = true\n\
         edition.workspace = true\n\
         publish = false\n\n\
         [dependencies]\n\
         axum.workspace = true\n\
         client = {{ package = \"{client}\", path = \"../client\" }}\n\
         stub = {{ package = \"{stub}\", path = \"../server-stub\" }}\n\
         unplug-round-trip.workspace = true\n",
        package(draft, "program")
    )
}

fn package(draft: &Draft, name: &str) -> String {
    format!("suite-{}-{name}", draft.folder)
}

fn folder(root: &Path) -> PathBuf {
    root.join("target/schema-suite")
}

/// Compiles the programs of some drafts, side by side. Returns where they are.
///
/// # Errors
/// When the workspace cannot be written or something does not compile.
pub(crate) fn build<'d>(
    root: &Path,
    drafts: impl Iterator<Item = &'d Draft>,
) -> anyhow::Result<Vec<PathBuf>> {
    let workspace = folder(root);
    let drafts: Vec<&Draft> = drafts.collect();
    let crates = || CRATES.into_iter().chain(["program"]);
    let members = drafts.iter().flat_map(|draft| crates().map(|name| format!("{}/{name}", draft.folder)));
    let manifest = workspace_manifest(read_manifest(&root.join("Cargo.toml"))?, root, members.collect());
    write_if_changed(&workspace.join("Cargo.toml"), &manifest.to_string())?;
    if !workspace.join("Cargo.lock").exists() {
        let lock = std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
        write_if_changed(&workspace.join("Cargo.lock"), &lock)?;
    }
    let target = root.join("target/corpus/target");
    let output = crate::cargo::cargo(&workspace)
        .args(["build", "--keep-going", "--message-format", "short"])
        .args(drafts.iter().flat_map(|draft| ["--package".to_owned(), package(draft, "program")]))
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS")
        .output()
        .context("cannot run cargo")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "the generated crates do not compile:\n{said}");
    Ok(drafts.iter().map(|draft| target.join("debug").join(package(draft, "program"))).collect())
}
