//! The repository itself: its code, documents, schema and recipes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod ci;
mod compared_fields;
mod documents;
mod fuzz_seeds;
mod hygiene;
mod layers;
mod library;
mod linear;
mod measures;
mod release;
mod schema;
mod shared_build;
mod tiles;
mod words;
