//! Fails the build when a document changed after its code was generated.
//!
//! The generator writes this file, with the digests it has just recorded, into each generated
//! crate, whose `build.rs` calls [`check`]. It therefore depends on nothing but `std`.

use std::path::Path;

/// Digest of a document as it was when the code was generated.
pub struct Recorded {
    /// File name in `specs/`.
    pub file: &'static str,
    /// [`digest`] of the file's bytes.
    pub digest: &'static str,
}

/// The file with what is decided beside the documents.
const SETTINGS: &str = "unplug.toml";

/// 128-bit FNV-1a in hexadecimal. It tells an edited file from an unedited one; it is no defence
/// against somebody who wants a collision, and does not need to be.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME));
    format!("{hash:032x}")
}

/// Whether this is the name of a document, or of its overlay or selection.
#[must_use]
pub fn is_document(file: &str) -> bool {
    let lower = file.to_ascii_lowercase();
    [".json", ".yaml", ".yml"].iter().any(|extension| lower.ends_with(extension))
}

/// What is wrong with the documents in `specs`, one sentence each. Empty when there is no such
/// folder: then the crate is used outside its workspace, and there is nothing to compare with.
#[must_use]
pub fn findings(specs: &Path, recorded: &[Recorded]) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(specs) else {
        return Vec::new();
    };
    let mut present: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_document(name) || name == SETTINGS)
        .collect();
    // Parts of documents stand in folders of their own; one that no document refers to is nobody's.
    let parts = recorded.iter().map(|record| record.file).filter(|file| file.contains('/'));
    present.extend(parts.filter(|file| specs.join(file).is_file()).map(str::to_owned));
    present.sort();
    let mut findings = Vec::new();
    for file in &present {
        match recorded.iter().find(|record| record.file == file) {
            None => findings.push(format!("specs/{file} is new: no code was generated from it")),
            Some(record) => match std::fs::read(specs.join(file)) {
                Ok(bytes) if digest(&bytes) == record.digest => {}
                Ok(_) => findings.push(format!("specs/{file} changed after its code was generated")),
                Err(error) => findings.push(format!("specs/{file} cannot be read: {error}")),
            },
        }
    }
    for record in recorded {
        if !present.iter().any(|file| file == record.file) {
            findings.push(format!("specs/{} is gone, but its code is still here", record.file));
        }
    }
    findings
}

/// The whole of a generated crate's `build.rs`: compares, and tells Cargo.
pub fn check(specs: &Path, recorded: &[Recorded]) {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/generated/guard.rs");
    if specs.is_dir() {
        println!("cargo::rerun-if-changed={}", specs.display());
    }
    for finding in findings(specs, recorded) {
        println!("cargo::error={finding}; run `cargo xtask codegen`");
    }
}
