//! The codes and sentences of reading.

pub mod files;
pub mod unreadable;
pub mod words;
