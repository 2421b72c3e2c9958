//! PARSE: one file, or one piece of text, at a time; never looks across files.

pub mod citation;
pub mod markdown;
pub mod messages;
pub mod record;
pub mod yaml;
