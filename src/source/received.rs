//! Received files: of these only the hash is needed to check a corpus, and the size.

use std::io;
use std::path::Path;

use super::{Kind, plain};
use crate::hash::sha256_of;

/// How the name of a text that a reader made ends.
pub const TEXT_OF_ORIGINAL: &str = ".text.txt";

/// A file as it was received: not its bytes, which only its reader needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HashedFile {
    /// 64 hex digits.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
}

/// Returns the hash of a file, in place of its bytes.
///
/// # Errors
/// It cannot be read.
pub fn hash(disk: &Path) -> io::Result<Vec<u8>> {
    sha256_of(&mut plain::open(disk)?).map(|(_, hash)| hash.into_bytes())
}

/// The kind of a file in the folder of an instrument's originals.
pub fn kind(name: &str) -> Kind {
    if name.ends_with(TEXT_OF_ORIGINAL) {
        Kind::OriginalText
    } else if name.ends_with(".yaml") {
        Kind::OriginalRecord
    } else {
        Kind::Received
    }
}
