//! ORIGINALS: a law as it was received, read into text. Pure functions of bytes: no disk, no program, no corpus.
//!
//! [`readers`] is the list of what can be read, one file each; every reader fills a [`draft::ReadingDraft`], which counts what it
//! took in and lets nothing be forgotten. [`text`] is what comes out, and what the tree of provisions is computed of.

pub mod bodies;
pub mod changes;
mod count;
pub mod draft;
mod furniture;
pub mod gather;
pub mod head;
pub mod note;
pub mod quotation;
pub mod readers;
pub mod refusal;
mod rewrap;
mod syllables;
pub mod text;
pub mod tree;
