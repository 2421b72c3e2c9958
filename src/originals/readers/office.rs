//! `.doc`, `.rtf`, `.odt`: made into a file of today's Word by LibreOffice, where it is there, and read as such.

use super::{OriginalReader, ReadRefusal, ReadingDraft, ReceivedFile, docx, ending};

/// The reader of files of other word processors. Its version goes with that of the reader of Word.
pub const READER: OriginalReader = OriginalReader { name: "office", version: docx::READER.version, read };

fn read(file: &ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal> {
    let kind = match file.bytes {
        [0xd0, 0xcf, ..] => "doc".to_owned(),
        [b'{', ..] => "rtf".to_owned(),
        _ => ending(file.name),
    };
    let word = file.programs.to_docx(file.bytes, &kind)?;
    docx::draft(&word)
}
