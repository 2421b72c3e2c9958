//! Outputs: paper, web, data, and how they are put in their place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

mod annexes;
mod determinism;
mod duty_sheets;
mod files;
mod glyphs;
mod hostile;
mod html;
mod index;
mod kept;
mod outlives;
mod output;
mod paper;
mod paper_lines;
mod pdf;
mod publish;
mod published_originals;
mod releases;
mod robust;
mod same_text;
mod settings;
mod sheets;
mod single;
mod tables;
mod tags;
mod templates;
mod touch;
mod web_apparatus;
mod web_data;
mod web_pages;
