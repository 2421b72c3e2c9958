//! The codes and sentences of the checks of a whole corpus.

pub mod audiences;
pub mod duties;
pub mod endings;
pub mod provisions;
pub mod reviews;
pub mod time;
pub mod words;
