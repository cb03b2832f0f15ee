//! The generated types' own JSON Schema: it is made from the Rust code, and says of every value what
//! reading it says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(dead_code, unreachable_pub, reason = "the generated code is compiled here a second time")]

/// What the generated messages expect of the crate they stand in.
mod runtime {
    /// Stands for both sides' streams.
    pub(crate) type ByteStream = bytes::Bytes;

    /// Stands for the server's checked status.
    pub(crate) type DefaultStatus<O> = (u16, std::marker::PhantomData<fn() -> O>);
    /// Stands for the server's checked status.
    pub(crate) type RangeStatus<const CLASS: u16> = [u16; 1];
}

macro_rules! golden {
    ($($module:ident = $path:literal, $document:literal;)*) => {
        $(
            #[rustfmt::skip]
            #[allow(clippy::pedantic, reason = "names and shapes are the documents'")]
            #[path = $path]
            mod $module;
        )*

        /// The generated files that are compiled here, each with its document.
        fn golden() -> Vec<Golden> {
            vec![$(Golden {
                name: stringify!($module),
                document: $document,
                types: $module::types::type_schemas(),
            }),*]
        }
    };
}

golden! {
    values = "../../../crates/codegen/tests/golden/values.rs", "crates/codegen/tests/golden/values.yaml";
    unions = "../../../crates/codegen/tests/golden/unions.rs", "crates/codegen/tests/golden/unions.yaml";
    readings = "../../../crates/codegen/tests/golden/readings.rs", "crates/codegen/tests/golden/readings.yaml";
    messages = "../../../crates/codegen/tests/golden/messages.rs", "crates/codegen/tests/golden/messages.yaml";
    discriminators = "../../../crates/codegen/tests/golden/valid/discriminators.rs", "tests/specs/valid/discriminators.yaml";
    keywords = "../../../crates/codegen/tests/golden/valid/keywords.rs", "tests/specs/valid/keywords.yaml";
    multi_file = "../../../crates/codegen/tests/golden/valid/multi-file-main.rs", "tests/specs/valid/multi-file/main.yaml";
    operations = "../../../crates/codegen/tests/golden/valid/operations.rs", "tests/specs/valid/operations.yaml";
    pets_3_0 = "../../../crates/codegen/tests/golden/valid/pets-3.0.rs", "tests/specs/valid/pets-3.0.yaml";
    pets_3_1 = "../../../crates/codegen/tests/golden/valid/pets-3.1.rs", "tests/specs/valid/pets-3.1.yaml";
    real_world = "../../../crates/codegen/tests/golden/valid/real-world-yaml.rs", "tests/specs/valid/real-world-yaml.yaml";
    streams = "../../../crates/codegen/tests/golden/valid/streams-3.2.rs", "tests/specs/valid/streams-3.2.yaml";
}

mod differences;
mod documents;
mod truth;

/// Generated types with the document that they are for.
struct Golden {
    name: &'static str,
    document: &'static str,
    types: Vec<unplug_wire::value::schema::TypeSchema>,
}

/// A folder of the workspace.
fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
