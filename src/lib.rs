//! `camnang` compiles tagged excerpts of regulations into a consolidated booklet.
#![forbid(unsafe_code)]

pub mod diag;
pub mod messages;
pub mod model;
pub mod render;
pub mod source;
pub mod syntax;
pub mod view;
