//! ORIGINALS: a law as it was received, read into text. Pure functions of bytes: no disk, no program, no corpus.
//!
//! [`text`] is what every reader writes and what the tree of provisions is computed of.

pub mod text;
pub mod tree;
