//! ZIP archives: of a department's files, of a whole site. No day of the clock is in them, so that the same files give the
//! same archive. Compressed files are stored as they are.

use std::io::{self, Cursor, Write};

use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Endings of files that compress no further.
const COMPRESSED: [&str; 5] = [".pdf", ".png", ".jpg", ".jpeg", ".zip"];

/// The quickest: an archive of a site is somewhat larger and made in a fraction of the time.
const LEVEL: i64 = 1;

/// An archive of these files, in the order of their names.
///
/// # Errors
/// None that memory can cause.
pub fn zip(files: &[(&str, &[u8])]) -> io::Result<Vec<u8>> {
    join(files.par_iter().map(|(name, bytes)| Packed::new(name, bytes)).collect::<io::Result<_>>()?)
}

/// A file of an archive to be, compressed, which takes far longer than to put archives together.
pub struct Packed {
    name: String,
    /// An archive of this file alone. There may be ten thousand of them: none keeps room to grow.
    archive: Box<[u8]>,
}

impl Packed {
    /// # Errors
    /// None that memory can cause.
    pub fn new(name: &str, bytes: &[u8]) -> io::Result<Self> {
        let stored = COMPRESSED.iter().any(|ending| name.ends_with(ending));
        // The first day that the format knows, and rights to read for everyone.
        let options = SimpleFileOptions::default()
            .compression_method(if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated })
            .compression_level((!stored).then_some(LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
        Ok(Packed { name: name.to_owned(), archive: archive.finish()?.into_inner().into_boxed_slice() })
    }
}

/// The archive of all of them, in the order of their names.
///
/// # Errors
/// None that memory can cause.
pub fn join(mut files: Vec<Packed>) -> io::Result<Vec<u8>> {
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let size = files.iter().map(|file| file.archive.len()).sum();
    let mut whole = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
    for file in files {
        whole.raw_copy_file(ZipArchive::new(Cursor::new(file.archive))?.by_index_raw(0)?)?;
    }
    Ok(whole.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_goes_in_comes_out_in_order_and_the_same_each_time() {
        let text = "Điều 1. ".repeat(500);
        let files: [(&str, &[u8]); 3] = [("b/đ.html", text.as_bytes()), ("a.pdf", b"%PDF-"), ("b/c.html", b"")];
        let made = zip(&files).unwrap();
        assert_eq!(zip(&files).unwrap(), made);
        assert!(made.len() < text.len() / 4, "{}", made.len());
        let mut archive = ZipArchive::new(Cursor::new(&made)).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        assert_eq!(names, ["a.pdf", "b/c.html", "b/đ.html"]);
        let mut file = archive.by_name("b/đ.html").unwrap();
        assert_eq!((file.last_modified().unwrap(), file.unix_mode()), (DateTime::default(), Some(0o100_644)));
        let mut said = String::new();
        file.read_to_string(&mut said).unwrap();
        assert_eq!(said, text);
    }
}
