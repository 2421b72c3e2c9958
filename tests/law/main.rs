//! Law in time and the corpus: which rule holds when, for whom, and what the corpus says of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod bound;
mod cases;
mod citations;
mod drafts;
mod duties;
mod facts;
mod known_ends;
mod law_in_time;
mod life;
mod outside_acts;
mod statements;
mod status;
mod time_properties;
mod timeline;
mod truth_table;
mod validity_concept;
mod verdicts;
