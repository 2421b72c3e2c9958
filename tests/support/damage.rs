//! Damages files, always in the same way: what a fuzzer does first, where there is none.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "for tests")]

use std::io::{Cursor, Read, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

/// Numbers that look as if by chance and are the same at every run.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % end
    }
}

/// Pieces of files that readers have to take or to refuse.
const PIECES: [&str; 28] = [
    "<w:p>",
    "</w:p>",
    "<w:tbl><w:tr><w:tc>",
    "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>",
    "<w:numPr><w:ilvl w:val=\"9\"/><w:numId w:val=\"4294967296\"/></w:numPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<mc:AlternateContent>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
    "&#0;&#x110000;",
    "<table><tr><td>",
    "<ol type=i start=99999999><li>",
    "<!-- ",
    "<script>",
    "PK\u{3}\u{4}",
    "“",
    "\n“Điều 1. ",
    "\nĐiều 99999. ",
    "\n1. a) ",
    "\nf) \naa) ",
    "\nPhụ lục I\n",
    "\n| 1 | ",
    "\n[^1]: ",
    "1.1.1.1.1.1.1.1.1.1",
    "999999999999999999999",
    "\0",
    "\u{301}\u{301}",
    "\u{202e}",
    "\u{c}",
];

/// Returns the bytes with one to four damages.
pub fn damaged(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        damage(&mut bytes, chance);
    }
    // Much is refused at once where the bytes are no text.
    if chance.below(2) == 0 { String::from_utf8_lossy(&bytes).into_owned().into_bytes() } else { bytes }
}

fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let end = (at + chance.below(64)).min(bytes.len());
    match chance.below(6) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let again = bytes[at..end].repeat(chance.below(20));
            bytes.splice(at..at, again);
        }
        3 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
        _ => {
            let piece = PIECES[chance.below(PIECES.len())];
            bytes.splice(at..at, piece.repeat(1 + chance.below(3)).into_bytes());
        }
    }
}

/// Returns a file of Word with one of its parts damaged, the archive being sound.
pub fn damaged_parts(archive: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let names: Vec<String> = archive.file_names().filter(|name| name.ends_with(".xml")).map(str::to_owned).collect();
    // The text itself every other time: it is the largest part and one of many.
    let other = &names[chance.below(names.len())];
    let hit = if chance.below(2) == 0 { "word/document.xml" } else { other.as_str() };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut bytes) = (part.name().to_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        let bytes = if name == hit { damaged(&bytes, chance) } else { bytes };
        writer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
