//! The readers of received files: one for each kind, each in a file of its own.
//!
//! A new reader is a file here with a [`OriginalReader`], a line in [`READERS`], and a way to be recognised in [`recognise`].
//! When a reader begins to read a file otherwise, its version goes up: what was read by the former one can then be
//! recognised, and compared.

mod decoded;
pub mod docx;
mod html;
mod markdown;
mod office;
mod pdf;
mod plain_text;

use super::draft::{ReadOriginal, ReadingDraft};
use super::refusal::{FileExcess, ReadRefusal};

/// The largest received file that is read, in bytes.
pub const FILE_LIMIT: u64 = 64 * 1024 * 1024;

/// A file as it was received.
pub struct ReceivedFile<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
    pub programs: &'a dyn OutsidePrograms,
}

/// The programs outside of this one that read some kinds of files.
pub trait OutsidePrograms {
    /// The text of a PDF, laid out as on its pages, which are apart by form feeds.
    ///
    /// # Errors
    /// The program is not there, fails, or takes too long.
    fn pdf_text(&self, pdf: &[u8]) -> Result<String, ReadRefusal>;

    /// The file as Word of today writes it. `ending` says its kind, without the full stop.
    ///
    /// # Errors
    /// The program is not there, fails, or takes too long.
    fn to_docx(&self, file: &[u8], ending: &str) -> Result<Vec<u8>, ReadRefusal>;
}

/// A reader of one kind of received files.
pub struct OriginalReader {
    /// As records name it.
    pub name: &'static str,
    pub version: u32,
    read: fn(&ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal>,
}

/// Every reader.
pub const READERS: [&OriginalReader; 6] =
    [&docx::READER, &html::READER, &markdown::READER, &plain_text::READER, &pdf::READER, &office::READER];

impl OriginalReader {
    /// Returns the reader with its version: `docx 1`.
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, and why.
    pub fn read(&self, file: &ReceivedFile<'_>) -> Result<ReadOriginal, ReadRefusal> {
        if file.bytes.len() as u64 > FILE_LIMIT {
            return Err(ReadRefusal::TooMuch(FileExcess::Bytes(FILE_LIMIT)));
        }
        (self.read)(file)?.finish()
    }
}

/// Returns the reader of a file: by what it begins with, since law sites give web pages the ending of Word, and by its ending.
///
/// # Errors
/// No reader knows such files.
pub fn recognise(name: &str, bytes: &[u8]) -> Result<&'static OriginalReader, ReadRefusal> {
    let ending = ending(name);
    Ok(match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] if docx::is_docx(bytes) => &docx::READER,
        [b'P', b'K', 3 | 5, 4 | 6, ..] if ending == "odt" || ending == "docx" => &office::READER,
        [0xd0, 0xcf, 0x11, 0xe0, ..] if is_locked(bytes) => return Err(ReadRefusal::Locked),
        [0xd0, 0xcf, 0x11, 0xe0, ..] | [b'{', b'\\', b'r', b't', b'f', ..] => &office::READER,
        _ if bytes.starts_with(b"%PDF-") => &pdf::READER,
        _ if is_page(bytes) => &html::READER,
        _ => match ending.as_str() {
            "html" | "htm" | "xhtml" => &html::READER,
            "md" | "markdown" => &markdown::READER,
            "txt" | "text" => &plain_text::READER,
            _ => return Err(ReadRefusal::UnknownKind),
        },
    })
}

/// The ending of a file's name, in small letters and without the full stop.
fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

/// Whether a file of the former Word is one of the new that is locked: its letters are in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).take(1 << 20).any(|window| window == name)
}

/// Whether a file begins as a web page does.
fn is_page(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(1024).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head).into_owned();
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    head.starts_with("<!doctype html") || head.starts_with("<html") || (head.starts_with('<') && head.contains("<html"))
}

#[cfg(test)]
pub mod tests_support {
    use super::*;

    /// No program is there.
    pub struct NoPrograms;

    impl OutsidePrograms for NoPrograms {
        fn pdf_text(&self, _: &[u8]) -> Result<String, ReadRefusal> {
            Err(ReadRefusal::NoProgram("pdftotext"))
        }

        fn to_docx(&self, _: &[u8], _: &str) -> Result<Vec<u8>, ReadRefusal> {
            Err(ReadRefusal::NoProgram("soffice"))
        }
    }

    /// Reads a file by the reader that recognises it.
    pub fn read(name: &str, bytes: &[u8]) -> Result<ReadOriginal, ReadRefusal> {
        recognise(name, bytes)?.read(&ReceivedFile { name, bytes, programs: &NoPrograms })
    }

    /// The text file of a file.
    pub fn text_of(name: &str, bytes: &[u8]) -> String {
        read(name, bytes).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}")).text.write()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_are_recognised_by_content_and_then_by_name() {
        let name = |file: &str, bytes: &[u8]| recognise(file, bytes).map(|reader| reader.name);
        for (file, bytes, reader) in [
            ("a.txt", b"Nghi dinh".as_slice(), "txt"),
            ("a.MD", b"# Nghi dinh", "md"),
            ("a.doc", b"\n<!DOCTYPE html><p>a", "html"),
            ("a.doc", b"\xef\xbb\xbf<html>", "html"),
            ("a.doc", b"<\0h\0t\0m\0l\0>\0", "html"),
            ("a.doc", b"{\\rtf1", "office"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1", "office"),
            ("a.bin", b"%PDF-1.7", "pdf"),
            ("a.htm", b"<p>a", "html"),
        ] {
            assert_eq!(name(file, bytes), Ok(reader), "{file}");
        }
        let locked: Vec<u8> =
            [b"\xd0\xcf\x11\xe0".as_slice(), b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
        assert_eq!(name("a.docx", &locked), Err(ReadRefusal::Locked));
        assert_eq!(name("a.xlsx", b"PK\x03\x04"), Err(ReadRefusal::UnknownKind));
        assert_eq!(name("a", b"a"), Err(ReadRefusal::UnknownKind));
    }
}
