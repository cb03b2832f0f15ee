//! Generated against handwritten code, side by side in one run, alternating.
//!
//! `cargo xtask bench` runs this. Every figure that is compared comes from the same process, so
//! that the ratio means something even where the absolute figures do not.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark stops where it cannot go on")]

use std::time::Duration;

use clap::Parser as _;

mod client;
mod fixtures;
mod handwritten;
mod instructions;
mod load;
mod stub;

#[derive(clap::Parser)]
struct Options {
    /// Milliseconds per measurement
    #[arg(long, default_value_t = 500)]
    milliseconds: u64,
    /// Rounds; the sides alternate within each
    #[arg(long, default_value_t = 15)]
    rounds: usize,
    #[command(flatten)]
    counted: instructions::Counted,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

/// Whose code is measured.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Side {
    Generated,
    Handwritten,
}

impl Side {
    pub(crate) const BOTH: [Self; 2] = [Self::Generated, Self::Handwritten];
}

fn main() {
    let options = Options::parse();
    if options.counted.run() {
        return;
    }
    let (time, rounds) = (Duration::from_millis(options.milliseconds.max(1)), options.rounds.max(1));
    println!("server: one thread, 32 connections, {} ms × {rounds} rounds, medians", time.as_millis());
    print_header("handwritten/s");
    for operation in fixtures::operations() {
        let generated = load::serve(stub::app(operation.name));
        let handwritten = load::serve(handwritten::app(operation.name));
        let (raw, status) = (operation.raw(), operation.status);
        let compared = alternate(
            rounds,
            || load::requests_per_second(generated, &raw, status, time),
            || load::requests_per_second(handwritten, &raw, status, time),
        );
        print_row(operation.name, compared, instructions::per_request(operation.name));
    }
    println!(
        "\nclient: calls one after another on one connection, {} ms × {rounds} rounds, medians",
        time.as_millis()
    );
    print_header("reqwest/s");
    client::compare(rounds, time);
    println!(
        "(the last three columns are instructions per request, counted by valgrind when it is installed)"
    );
}

fn print_header(handwritten: &str) {
    println!(
        "{:<12} {:>14} {handwritten:>14} {:>7}   {:>12} {:>12} {:>7}",
        "operation", "generated/s", "ratio", "generated", "handwritten", "ratio"
    );
}

/// Figures of two sides that were measured alternately.
#[derive(Clone, Copy)]
pub(crate) struct Compared {
    /// Median of the generated side.
    pub(crate) left: f64,
    /// Median of the handwritten side.
    pub(crate) right: f64,
    /// Median of the rounds' own ratios: what disturbs the machine for longer than a round disturbs
    /// both sides alike.
    pub(crate) ratio: f64,
}

/// Runs both sides alternately.
pub(crate) fn alternate(
    rounds: usize,
    mut left: impl FnMut() -> f64,
    mut right: impl FnMut() -> f64,
) -> Compared {
    let (mut lefts, mut rights, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    // One round to warm up, which is not counted; then each side goes first in turn.
    for round in 0..=rounds {
        let (l, r) = if round % 2 == 0 {
            let l = left();
            (l, right())
        } else {
            let r = right();
            (left(), r)
        };
        if round > 0 {
            lefts.push(l);
            rights.push(r);
            ratios.push(l / r);
        }
    }
    Compared { left: median(lefts), right: median(rights), ratio: median(ratios) }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    if figures.len().is_multiple_of(2) {
        f64::midpoint(figures[middle - 1], figures[middle])
    } else {
        figures[middle]
    }
}

/// Prints requests per second, and instructions per request, of both sides.
pub(crate) fn print_row(name: &str, compared: Compared, instructions: Option<(u64, u64)>) {
    let Compared { left, right, ratio } = compared;
    let counted = match instructions {
        #[allow(clippy::cast_precision_loss, reason = "instruction counts are far below 2^52")]
        Some((generated, handwritten)) => {
            format!("{generated:>12} {handwritten:>12} {:>7.2}", generated as f64 / handwritten as f64)
        }
        None => format!("{:>12} {:>12} {:>7}", "-", "-", "-"),
    };
    println!("{name:<12} {left:>14.0} {right:>14.0} {ratio:>7.2}   {counted}");
}
