//! Commands as a person runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod aside;
mod collect_faults;
mod comments;
mod diff;
mod handout;
mod help;
mod history;
mod init;
mod journey;
mod mail;
mod new_records;
mod remind;
mod results;
mod review;
mod serve;
mod signed;
mod version;
mod workbench;
mod workbench_files;
mod workbench_lost;
mod workbench_new;
mod workbench_publish;
mod workbench_review;
mod workbench_start;
