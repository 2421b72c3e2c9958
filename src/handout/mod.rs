//! HAND-OUT: an edition's booklet for each department: a personalised copy, a covering letter, an archive of both, and a
//! ledger of them all. Says what is to be made, and makes it; who writes it to the disk is another.

pub mod ledger;
pub mod list;
#[cfg(feature = "pdf")]
pub mod make;
pub mod messages;
pub mod plan;
pub mod recipients;
pub mod signed;
pub mod verify;

pub use plan::{CopyJob, FileNames, Hands, MANIFEST, Stamp};
