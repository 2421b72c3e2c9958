//! The codes and sentences of assembling: what can be wrong with a booklet, and why an excerpt is not in it.

pub mod approval;
pub mod booklet;
pub mod selection;
