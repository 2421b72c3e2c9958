//! Laws as they were received: readers, records, provisions, quotations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod gather;
mod import;
mod office;
mod original_commands;
mod originals;
mod provision_tree;
mod quotations;
