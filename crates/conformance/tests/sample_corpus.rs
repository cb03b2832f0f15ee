//! Values for the schemas of real documents, where they are at hand.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use unplug_conformance::sample::{Direction, Sampler, Use};
use unplug_openapi::load;

/// Larger documents are sampled when this variable is set.
const ALL: &str = "UNPLUG_SAMPLE_ALL";
const SMALL: u64 = 190_000;

#[derive(Default)]
struct Count {
    schemas: usize,
    sampled: usize,
    exchanges: usize,
    unsampled: usize,
    broken: usize,
}

fn documents() -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/spec-corpus");
    let is_wanted = |path: &PathBuf| {
        let small = fs::metadata(path).is_ok_and(|metadata| metadata.len() < SMALL);
        let kind = path.extension().is_some_and(|kind| kind == "json" || kind == "yaml");
        kind && (small || std::env::var_os(ALL).is_some())
    };
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).filter(is_wanted).collect();
    paths.sort();
    Some(paths)
}

#[test]
fn real_documents_are_sampled() {
    let Some(paths) = documents() else {
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        let line = b"skipped: the folder ../shared/spec-corpus with real documents is not there\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let mut count = Count::default();
    for path in &paths {
        document(path, &mut count);
    }
    println!(
        "{} of {} schemas sampled, {} of {} exchanges, {} broken values",
        count.sampled,
        count.schemas,
        count.exchanges - count.unsampled,
        count.exchanges,
        count.broken
    );
    assert!(count.schemas > 500, "the documents have {} schemas", count.schemas);
    assert!(count.sampled * 100 >= count.schemas * 98);
    assert!((count.exchanges - count.unsampled) * 100 >= count.exchanges * 98);
    assert!(count.broken > count.schemas, "{} broken values", count.broken);
}

fn document(path: &Path, count: &mut Count) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let Some(document) = load(path, None).document else { return };
    let api = &document.api;
    let sampler = Sampler::new(api, 7);
    let start = Instant::now();
    let schemas: BTreeSet<_> =
        api.operations.iter().flat_map(unplug_openapi::ir::Operation::schemas).collect();
    let before = (count.sampled, count.broken);
    for schema in &schemas {
        count.schemas += 1;
        match sampler.valid(*schema, Direction::Response, Use::Body, 3) {
            Ok(values) => {
                count.sampled += 1;
                let full = &values[values.len().min(2) - 1];
                count.broken += sampler.broken_values(*schema, full, 10).len();
            }
            Err(unsampled) => println!("{name}: {unsampled}"),
        }
    }
    let values = start.elapsed();
    let start = Instant::now();
    for operation in &api.operations {
        for round in 0..2 {
            count.exchanges += 1;
            if let Err(unsampled) = sampler.exchange(operation, round) {
                count.unsampled += 1;
                println!("{name}: {unsampled}");
            }
        }
    }
    println!(
        "{name}: {} of {} schemas, {} broken values, {values:.1?}; {} operations, {:.1?}",
        count.sampled - before.0,
        schemas.len(),
        count.broken - before.1,
        api.operations.len(),
        start.elapsed()
    );
}
