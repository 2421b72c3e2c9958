//! Messages of the commands.

pub mod answers;
pub mod built;
pub mod comments;
pub mod duties;
pub mod fixes;
pub mod gaps;
pub mod gather;
pub mod history;
pub mod init;
#[cfg(feature = "pdf")]
pub mod layout;
pub mod originals;
pub mod output;
pub mod review;
pub mod signing;
pub mod tables;
pub mod templates;
pub mod validity;
pub mod verify;
