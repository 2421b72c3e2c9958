//! The files within a file of Word, each unpacked within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::originals::refusal::{FileExcess, ReadRefusal};

/// The most files within a file; Word makes a few dozen, and one for each picture.
const ENTRIES: usize = 10_000;
/// The most bytes of one file within, unpacked. The text of the longest law takes a few megabytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// A file of Word, packed.
pub struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// It is damaged, or has too many files within.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadRefusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        match archive.len() {
            0..=ENTRIES => Ok(Archive(archive)),
            _ => Err(ReadRefusal::TooMuch(FileExcess::Entries)),
        }
    }

    /// Returns a file within, as text; nothing where there is none of this name.
    ///
    /// # Errors
    /// It is damaged, or too large when unpacked, whatever the archive says of its size.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadRefusal> {
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error)),
        };
        let mut bytes = Vec::new();
        file.take(UNPACKED + 1).read_to_end(&mut bytes).map_err(|error| ReadRefusal::Damaged(error.to_string()))?;
        if bytes.len() as u64 > UNPACKED {
            return Err(ReadRefusal::TooMuch(FileExcess::Bytes(UNPACKED)));
        }
        super::xml::decoded(bytes).map(Some)
    }

    fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }
}

/// Whether an archive is a file of Word.
pub fn is_docx(bytes: &[u8]) -> bool {
    Archive::open(bytes).is_ok_and(|archive| {
        archive.has("[Content_Types].xml") && !archive.has("xl/workbook.xml") && !archive.has("ppt/presentation.xml")
    })
}

fn damaged(error: ZipError) -> ReadRefusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadRefusal::Locked,
        error => ReadRefusal::Damaged(error.to_string()),
    }
}
