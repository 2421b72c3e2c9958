//! SHA-256 as digits: of sources, of what is built from them, of what is sent.

use sha2::{Digest, Sha256};

/// The digits of a hash.
pub fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let mut digits = String::with_capacity(bytes.len() * 2);
    digits.extend(halves.filter_map(|half| char::from_digit(half.into(), 16)));
    digits
}

/// SHA-256 of some bytes, as 64 hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
