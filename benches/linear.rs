//! What reading costs a byte, of texts of odd shapes: a corpus with one such text is read, checked and reported on. The cost
//! must not grow with the size.
//!
//! ```text
//! cargo bench --bench linear --no-default-features                      from 10 kB to 1 MB
//! cargo bench --bench linear --no-default-features -- --up-to 10000000  to 10 MB
//! cargo bench --bench linear --no-default-features -- brackets          shapes with this in their name
//! ```
//!
//! The last column shows how the cost a byte grows from 100 kB on; `!` is at more than 3, and where a size was left out. What
//! was measured is in `benches/README.md`.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures time and prints")]

use std::time::Instant;

use camnang::internals::diag::{Lang, Sink};
use camnang::internals::report::{self, Format};
use camnang::internals::session::OpenedCorpus;
use camnang::internals::source::Sources;
use clap::Parser;

#[path = "../tests/support/shapes.rs"]
mod shapes;

use shapes::{SHAPES, Shape};

#[derive(Parser)]
struct Options {
    /// A part of the names of shapes
    name: Option<String>,
    /// The largest size in bytes; sizes are 10,000, 100,000 and so on
    #[arg(long, default_value_t = 1_000_000)]
    up_to: usize,
    /// A shape goes no further after this many seconds
    #[arg(long, default_value_t = 20.0)]
    patience: f64,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() {
    let options = Options::parse();
    let sizes: Vec<usize> =
        std::iter::successors(Some(10_000), |size| Some(size * 10)).take_while(|size| *size <= options.up_to).collect();
    let heads: Vec<String> = sizes.iter().map(|size| format!("{} kB", size / 1000)).collect();
    println!(
        "Nanoseconds a byte:\n\n| shape | {} | growth |\n|---|{}--:|",
        heads.join(" | "),
        "--:|".repeat(heads.len())
    );
    for shape in SHAPES.iter().filter(|shape| options.name.as_ref().is_none_or(|name| shape.name.contains(name))) {
        row(shape, &sizes, options.patience);
    }
}

fn row(shape: &Shape, sizes: &[usize], patience: f64) {
    let mut costs: Vec<f64> = Vec::new();
    for size in sizes {
        let nanoseconds = cost(shape, *size);
        costs.push(nanoseconds / *size as f64);
        if nanoseconds > patience * 1e9 {
            break;
        }
    }
    let growth = growth(&costs);
    let flag = if growth > 3.0 || costs.len() < sizes.len() { " !" } else { "" };
    let mut cells: Vec<String> = costs.iter().map(|cost| format!("{cost:.0}")).collect();
    cells.resize(sizes.len(), "–".to_owned());
    println!("| {} | {} | {growth:.1}{flag} |", shape.name, cells.join(" | "));
}

/// The largest cost over the smallest before it, from 100 kB on: of small texts most of the time goes to what all have.
fn growth(costs: &[f64]) -> f64 {
    let mut least = f64::MAX;
    costs.iter().skip(1).fold(1.0, |growth: f64, cost| {
        least = least.min(*cost);
        growth.max(cost / least)
    })
}

/// The least of three times, in nanoseconds; of long ones the first.
fn cost(shape: &Shape, size: usize) -> f64 {
    let files = shape.files(size);
    let mut least = f64::MAX;
    for _ in 0..3 {
        let sources = Sources::from_texts(files.clone());
        let begun = Instant::now();
        report_on(sources);
        let taken = begun.elapsed().as_secs_f64() * 1e9;
        least = least.min(taken);
        if taken > 1e9 {
            break;
        }
    }
    least
}

fn report_on(sources: Sources) {
    let opened = OpenedCorpus::new(sources, Sink::new());
    let reported = opened.view_none().findings().report(Lang::Vi);
    for format in [Format::Human, Format::Json, Format::Sarif, Format::Github] {
        std::hint::black_box(report::render(&reported, format, Lang::Vi));
    }
}
