//! What tests share. Each group of tests compiles it and uses its part.
#![allow(dead_code, unused_imports, reason = "each group of tests uses its part")]

pub mod annex_sample;
pub mod answer_office;
pub mod as_typed;
pub mod cases;
pub mod damage;
pub mod documents;
pub mod docx_lines;
pub mod english;
pub mod epub_lines;
pub mod html_sample;
pub mod invented;
pub mod live;
pub mod mail_office;
pub mod markdown_lines;
pub mod originals;
pub mod own_code;
pub mod page;
pub mod pdf_tree;
pub mod pictures;
pub mod program;
pub mod sample_changes;
pub mod sample_view;
pub mod shapes;
pub mod sheets;
pub mod signatures;
pub mod smtp_server;
pub mod uncut;
pub mod web_excerpts;
pub mod web_sample;
pub mod workbench;
