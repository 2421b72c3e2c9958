//! The codes and sentences of parsing: what can be wrong within one file.

pub mod citation;
pub mod deadlines;
pub mod mail;
pub mod markdown;
pub mod settings;
pub mod words;
pub mod yaml;
