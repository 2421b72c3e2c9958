//! The codes and sentences of what only layout, published addresses and added files show.

pub mod layout;
pub mod releases;
pub mod web_files;
pub mod words;
