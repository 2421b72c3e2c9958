//! Findings and repairs: every code, its advice, and one safe way to change a file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod advice;
mod approvals;
mod diagnostics;
mod edit;
mod fixes;
mod images;
mod one_run;
mod report;
