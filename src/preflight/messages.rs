//! The codes and sentences of what only layout, published addresses and files show.

pub mod layout;
pub mod published_originals;
pub mod releases;
pub mod web_files;
pub mod words;
