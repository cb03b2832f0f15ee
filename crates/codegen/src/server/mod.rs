//! Emission of the server side.
//!
//! Per document: `types.rs` and `operations.rs` (the plan's own), `tables.rs` (parameters, bodies
//! and schemas as the runtime's static tables), `requests.rs` (how each request is read),
//! `responses.rs` (how each declared response is written) and `router.rs` (credentials, the
//! `Security` trait, `Handlers`, and how they are bound).

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::diagnostic::Diagnostic;

use crate::EmittedFile;
use crate::emit;
use crate::names;
use crate::plan::{OperationPlan, Plan, Role};

mod multipart;
mod operation;
mod responses;
mod router;
mod schema;
mod security;
mod tables;

/// Emits the server side of one API. What the stub cannot check has a diagnostic.
#[must_use]
pub fn emit(plan: &Plan<'_>) -> (Vec<EmittedFile>, Vec<Diagnostic>) {
    let served = plan.operations.as_slice();
    let mut tables = tables::Tables::new(&plan.types);
    let router = router::emit(plan, served);
    let requests = operation::emit(&plan.types, served, &mut tables);
    let (tables, diagnostics) = tables.finish();
    let files = [
        ("mod.rs", module(plan, served)),
        ("types.rs", types(plan)),
        ("operations.rs", operations(plan)),
        ("requests.rs", requests),
        ("tables.rs", tables),
        ("responses.rs", responses::emit(served)),
        ("router.rs", router),
    ];
    let directory = names::module(&plan.api.name);
    let emitted = files
        .into_iter()
        .filter(|(_, tokens)| !tokens.is_empty())
        .map(|(file, tokens)| EmittedFile { path: format!("{directory}/{file}"), tokens });
    (emitted.collect(), diagnostics)
}

fn module(plan: &Plan<'_>, served: &[OperationPlan<'_>]) -> TokenStream {
    let doc = format!(" {}", plan.api.title);
    let exported = router::exported(plan, served);
    quote! {
        #![doc = #doc]

        mod operations;
        mod requests;
        mod responses;
        mod router;
        mod tables;
        /// The types of the document's schemas.
        pub mod types;

        #[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
        pub use operations::*;
        pub use router::{#(#exported),*};
        #[allow(unused_imports, unreachable_pub, reason = "a document may have no types")]
        pub use types::*;
    }
}

fn types(plan: &Plan<'_>) -> TokenStream {
    let types = emit::schema_types::emit(&plan.types);
    if types.is_empty() { quote!(#![doc = " The document has no types of its own."]) } else { types }
}

fn operations(plan: &Plan<'_>) -> TokenStream {
    let messages = emit::messages::emit(plan, Role::Server);
    quote! {
        //! Requests and responses of each operation.
        #![allow(
            missing_docs,
            clippy::doc_markdown,
            clippy::large_enum_variant,
            reason = "texts are taken from the document, and a response is moved once"
        )]

        #[allow(unused_imports, reason = "not every API has use for all of them")]
        use super::types;
        #[allow(unused_imports, reason = "not every API has use for all of them")]
        use unplug_server_runtime as runtime;
        #[allow(unused_imports, reason = "not every API has use for all of them")]
        use unplug_wire::value;

        #messages
    }
}
