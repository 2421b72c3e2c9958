//! `camnang` compiles tagged excerpts of regulations into a consolidated booklet, as of a stated day.
//!
//! A program that embeds it opens a corpus folder, gets its findings, views an edition, and makes its outputs:
//!
//! ```
//! use camnang::{Lang, ViewOptions};
//!
//! let corpus = camnang::open("tests/sample/corpus")?;
//! let findings = corpus.check(Lang::En);
//! assert!(findings.iter().all(|finding| finding.severity != "error"));
//!
//! let edition = corpus.edition("mau", &ViewOptions::default())?;
//! let files = edition.outputs(&["html", "json"])?;
//! assert!(files.iter().any(|file| file.path == "html/index.html"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it works inside
//!
//! The stages, in order:
//!
//! 1. `source` reads a corpus folder: texts in one known form.
//! 2. `syntax` reads each file by itself: records, Markdown, citations.
//! 3. `resolve` binds them to a corpus (`model`); `checks` look at the whole of it.
//! 4. `assemble` makes one edition's booklet of it: chosen, ordered, numbered, as of a day.
//! 5. `view` computes everything a reader will see, as plain data; `compare` says how it differs from before.
//! 6. `preflight` looks at what only layout shows; `render` turns the view into artifacts, and `publish` writes them.
//!
//! `session` gives the steps of this way as types. `library`, the face shown here, and `command`, the program, go by it.
//! `handout` makes of an edition a copy for each department, and `mail` sends them. `serve` shows one to its editor while
//! it is written, and `workbench` lets an editor change the corpus in a browser.
//!
//! A fault of a corpus is a finding (`diag`). Each stage has its codes and sentences beside it, `codes` lists them,
//! `waive` lets some stand for a time, and `report` writes them. `language` has the words of the booklet itself.
//! `schema` shows what a record is made of, to editors and their programs.
#![forbid(unsafe_code)]
#![allow(
    rustdoc::private_intra_doc_links,
    reason = "the rooms are hidden; their words are for those who read the code"
)]

mod answers;
mod assemble;
mod characters;
mod checks;
mod cli;
mod codes;
mod command;
mod compare;
mod diag;
mod edit;
mod handout;
mod hash;
mod history;
#[doc(hidden)]
pub mod internals;
mod language;
mod latin;
mod library;
mod litter;
mod mail;
mod model;
mod originals;
mod preflight;
mod publish;
mod render;
mod report;
mod resolve;
mod review;
mod schema;
mod serve;
mod session;
mod source;
mod spreadsheet;
mod stack;
mod syntax;
mod templates;
mod view;
mod waive;
mod workbench;
mod xml_package;

pub use diag::Lang;
pub use library::{CorpusFolder, LibraryError, PublishableEdition, ViewOptions, open};
pub use model::date::Date;
pub use render::{Artifact, RenderError};
pub use report::{Quote, Reported};
