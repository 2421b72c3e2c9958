//! `camnang` compiles tagged excerpts of regulations into a consolidated booklet.
#![forbid(unsafe_code)]

pub mod assemble;
pub mod checks;
pub mod diag;
pub mod messages;
pub mod model;
pub mod render;
pub mod resolve;
pub mod source;
pub mod syntax;
pub mod view;
