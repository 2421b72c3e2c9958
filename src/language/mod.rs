//! The words of the booklet itself: the tables that a language fills, and the languages. There is one today; whatever
//! the language of messages ([`crate::diag::Lang`]), readers get Vietnamese.
//!
//! Another language is another module with the items of [`vi`].

pub mod typography;
pub mod vi;
mod web;
mod words;

pub use web::{DayWords, FormWords, SheetWords, WebWords};
pub use words::{Notice, SearchWords, Words};
