//! The ZIP of one department. PDFs are compressed already, so they are stored as they are; no day of the clock is in it, so
//! that the same files give the same archive.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive of these files, in the order of their names.
///
/// # Errors
/// None that memory can cause.
pub fn zip(files: &[(&str, &[u8])]) -> io::Result<Vec<u8>> {
    let mut sorted = files.to_vec();
    sorted.sort_by_key(|(name, _)| *name);
    // The first day that the format knows, and rights to read for everyone.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in sorted {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
