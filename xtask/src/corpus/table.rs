//! The table, the summary line, and the same for machines.

use serde::Serialize;

use super::row::{Compiled, Failure, RoundTrip, Row};

/// Lines of a compiler error that are printed; `--json` has all of them.
const ERROR_LINES: usize = 12;

/// Failures of one round trip that are printed; `--json` has all of them.
const MOST_FAILURES: usize = 3;

/// Everything that was found, for `--json`.
#[derive(Serialize)]
pub(crate) struct Summary<'a> {
    documents: usize,
    compile: usize,
    operations: usize,
    operations_generated: usize,
    panics: usize,
    round_trip: Option<usize>,
    rows: &'a [Row],
}

/// Adds up.
pub(crate) fn summary(rows: &[Row]) -> Summary<'_> {
    let panics = |row: &&Row| matches!(row.failure, Some(Failure::Panic(_) | Failure::Timeout));
    Summary {
        documents: rows.len(),
        compile: rows.iter().filter(|row| row.compiles() == Some(true)).count(),
        operations: rows.iter().map(Row::operations).sum(),
        operations_generated: rows.iter().map(Row::operations_generated).sum(),
        panics: rows.iter().filter(panics).count(),
        round_trip: rows.iter().any(|row| row.round_trip.is_some()).then(|| {
            rows.iter().filter(|row| row.round_trip.as_ref().is_some_and(RoundTrip::is_whole)).count()
        }),
        rows,
    }
}

/// Prints the rows, what falls short, and the summary line.
pub(crate) fn print(rows: &[Row], findings: &[String]) {
    let lines: Vec<[String; 11]> = rows.iter().map(cells).collect();
    let heads = [
        "document",
        "version",
        "operations",
        "generated",
        "lines",
        "per op",
        "generate",
        "check client",
        "check stub",
        "round trip",
        "left out and errors",
    ]
    .map(str::to_owned);
    let mut widths = [0; 11];
    for line in lines.iter().chain([&heads]) {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for line in [&heads].into_iter().chain(&lines) {
        let cells: Vec<String> = line
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(at, (cell, width))| match at {
                0 | 1 | 10 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            })
            .collect();
        println!("{}", cells.join("  ").trim_end());
    }
    for row in rows {
        print_details(row);
    }
    if !findings.is_empty() {
        println!("\nunexpected:");
        for finding in findings {
            println!("  {finding}");
        }
    }
    let sums = summary(rows);
    println!(
        "\ndocuments: {} of {} compile · operations: {} of {} · panics: {}{}",
        sums.compile,
        sums.documents,
        sums.operations_generated,
        sums.operations,
        sums.panics,
        sums.round_trip.map_or_else(String::new, |whole| format!(" · {whole} round-trip"))
    );
}

fn cells(row: &Row) -> [String; 11] {
    let made = row.generated.clone().unwrap_or_default();
    let per_operation = |lines: usize| lines.checked_div(made.kept.max(1)).unwrap_or_default();
    let rules: Vec<String> = made.rules.iter().map(|(rule, count)| format!("{count} × {rule}")).collect();
    let state = match &row.failure {
        Some(Failure::Panic(_)) => "panicked".to_owned(),
        Some(Failure::Timeout) => "took too long".to_owned(),
        Some(Failure::Unusable) => format!("unusable: {}", rules.join(", ")),
        None => rules.join(", "),
    };
    [
        row.name.clone(),
        made.version.clone(),
        made.operations.to_string(),
        made.kept.to_string(),
        format!("{}+{}", made.client_lines, made.server_lines),
        format!("{}+{}", per_operation(made.client_lines), per_operation(made.server_lines)),
        format!("{:.2} s {} MB", row.seconds, row.peak_bytes / 1_000_000),
        compiled(row.client.as_ref()),
        compiled(row.server_stub.as_ref()),
        round_trip(row.round_trip.as_ref()),
        state,
    ]
}

fn compiled(crate_: Option<&Compiled>) -> String {
    let Some(compiled) = crate_ else { return "-".to_owned() };
    let word = if compiled.compiles { "ok" } else { "ERROR" };
    match (compiled.seconds, compiled.peak_bytes) {
        (Some(seconds), Some(bytes)) => format!("{word} {seconds:.1} s {} MB", bytes / 1_000_000),
        _ => word.to_owned(),
    }
}

fn round_trip(trip: Option<&RoundTrip>) -> String {
    match trip {
        None => "-".to_owned(),
        Some(trip) if trip.stopped.is_some() => "STOPPED".to_owned(),
        Some(trip) => {
            let word = if trip.is_whole() { "ok" } else { "ERROR" };
            format!("{word} {}/{}", trip.passed, trip.operations)
        }
    }
}

/// Diagnostics of a document of which nothing is left, and what the compiler says.
fn print_details(row: &Row) {
    if row.failure == Some(Failure::Unusable) {
        println!("\n{}: nothing can be generated", row.name);
        let errors = row.generated.iter().flat_map(|made| &made.diagnostics);
        for finding in errors.filter(|finding| finding.severity == "error").take(5) {
            let place = finding.place.as_deref().unwrap_or("");
            println!("  {}: {}\n    {place}", finding.rule, finding.message);
        }
    }
    if let Some(trip) = &row.round_trip {
        if let Some(why) = &trip.stopped {
            println!("\n{}, round trip: {why}", row.name);
        }
        if let Some(why) = &trip.unchecked {
            println!("\n{}, round trip: no exchange was checked against the document: {why}", row.name);
        }
        for failure in trip.failures.iter().take(MOST_FAILURES) {
            println!(
                "\n{}, round trip of {}, {}: {}",
                row.name, failure.operation, failure.what, failure.why
            );
        }
        for unsampled in trip.unsampled.iter().take(MOST_FAILURES) {
            println!("\n{}, round trip: no valid value: {unsampled}", row.name);
        }
    }
    for (side, compiled) in [("client", &row.client), ("server stub", &row.server_stub)] {
        let errors = compiled.iter().filter(|compiled| !compiled.compiles).flat_map(|one| &one.errors);
        for error in errors.take(2) {
            let lines: Vec<&str> = error.trim_end().lines().take(ERROR_LINES).collect();
            println!("\n{}, {side}: {}", row.name, lines.join("\n"));
        }
    }
}
