//! How long the workbench takes for what a person waits for, at invented corpora: findings as one types, the page of a record,
//! a save. Medians; the program as it is built for benchmarks.
//!
//! `cargo bench --bench workbench --no-default-features`, with `-- PROGRAM` for a program that is there already

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark"
)]

use std::process::Command;
use std::time::{Duration, Instant};

#[path = "../tests/support/invented.rs"]
mod invented;
#[path = "../tests/support/workbench.rs"]
mod workbench;

use invented::Plan;
use workbench::{Workbench, fields};

const RUNS: usize = 9;

fn median(mut run: impl FnMut(usize)) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|number| {
            let began = Instant::now();
            run(number);
            began.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn main() {
    let given = std::env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    let program = given.as_deref().unwrap_or(env!("CARGO_BIN_EXE_camnang"));
    for excerpts in [100, 1000] {
        let office = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let files = Plan::even(excerpts).files();
        invented::write(&files, &office.path().join("corpus")).unwrap();
        let mut command = Command::new(program);
        let workbench = Workbench::start(command.current_dir(office.path()));
        let path = files.keys().filter(|path| path.starts_with("excerpts/")).nth(excerpts / 2).unwrap();
        let id = path.trim_start_matches("excerpts/").trim_end_matches(".md").replace('/', ".");
        let address = format!("/records/excerpt/{id}");
        let form = fields(&workbench.get(&address).body);
        let typed = |number: usize, action: &str| {
            let mut form = form.clone();
            let body = form.iter_mut().find(|(name, _)| name == "text:body").unwrap();
            body.1 += &format!("\r\n\r\nThêm câu thứ {number}.");
            form.push(("action".to_owned(), action.to_owned()));
            assert_eq!(workbench.post(&address, &form).status, 200);
        };
        println!("{excerpts} excerpts:");
        println!("  findings as one types  {:?}", median(|number| typed(number, "check")));
        println!("  with every edition     {:?}", median(|number| typed(number, "check-all")));
        println!("  page of a record       {:?}", median(|_| drop(workbench.get(&address))));
        println!("  overview               {:?}", median(|_| drop(workbench.get("/"))));
        println!("  list                   {:?}", median(|_| drop(workbench.get("/records/excerpt"))));
    }
}
