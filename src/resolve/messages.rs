//! The codes and sentences of binding: what can be wrong between files, with images, and with originals.

pub mod editions;
pub mod images;
pub mod numbering;
pub mod originals;
pub mod received;
pub mod references;
pub mod reread;
pub mod reviews;
pub mod settings;
pub mod words;
