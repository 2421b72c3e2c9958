//! SHA-256 as digits: of sources, of what is built from them, of what is sent.

use std::io::{self, Read};

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

/// Length and SHA-256 of what can be read, however long it is.
///
/// # Errors
/// It cannot be read to its end.
pub fn sha256_of(from: &mut impl Read) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut length = 0;
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = match from.read(&mut piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        if read == 0 {
            return Ok((length, hex(&hash.finalize())));
        }
        length += read as u64;
        hash.update(piece.get(..read).unwrap_or_default());
    }
}

/// Length and SHA-256 of the beginning of some bytes up to each of these lengths, which rise. All are one pass.
pub fn sha256_of_beginnings(bytes: &[u8], lengths: &[usize]) -> Vec<(usize, String)> {
    let mut hash = Sha256::new();
    let mut read = 0;
    let beginnings = lengths.iter().filter(|length| **length <= bytes.len()).map(|&length| {
        hash.update(bytes.get(read..length).unwrap_or_default());
        read = length;
        (length, hex(&hash.clone().finalize()))
    });
    beginnings.collect()
}
