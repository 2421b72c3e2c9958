//! `camnang` compiles tagged excerpts of regulations into a consolidated booklet. The stages, in order:
//!
//! 1. [`source`] reads a corpus folder: texts in one known form.
//! 2. [`syntax`] reads each file by itself: records, Markdown, citations.
//! 3. [`resolve`] binds them to a [`model::corpus::Corpus`]; [`checks`] look at the whole of it.
//! 4. [`assemble`] makes one edition's booklet of it: chosen, ordered, numbered, as of a day.
//! 5. [`view`] computes everything a reader will see, as plain data; [`compare`] says what is otherwise in it than before.
//! 6. [`preflight`] looks at what only layout shows; [`render`] turns the view into artifacts, and [`publish`] writes
//!    them.
//!
//! [`handout`] makes of an edition a copy for each department, and [`mail`] sends them. [`serve`] shows one to its editor
//! while it is written.
//!
//! What is wrong with a corpus is a [`diag::Finding`]. Each stage has its codes and sentences beside it, [`codes`] lists
//! them, [`waive`] lets some stand for a time, and [`report`] writes them. [`language`] has the words of the booklet itself.
//! [`command`] strings the stages together for the program.
#![forbid(unsafe_code)]

pub mod assemble;
pub mod characters;
pub mod checks;
pub mod cli;
pub mod codes;
pub mod command;
pub mod compare;
pub mod diag;
pub mod edit;
pub mod handout;
pub mod hash;
pub mod language;
pub mod latin;
pub mod litter;
pub mod mail;
pub mod model;
pub mod preflight;
pub mod publish;
pub mod render;
pub mod report;
pub mod resolve;
pub mod serve;
pub mod session;
pub mod source;
pub mod stack;
pub mod syntax;
pub mod templates;
pub mod view;
pub mod waive;

pub use session::open;
