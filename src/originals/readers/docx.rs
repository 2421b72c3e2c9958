//! `.docx`: Word since 2007, also in its strict form, and what other programs write as such. Numbers that Word makes when it
//! shows a list are written out; tracked changes count as accepted; footnotes and text boxes stand after their block.

mod archive;
mod body;
mod damaged_label;
mod fonts;
mod marks;
mod numbering;
pub mod numerals;
mod parts;
mod styles;
mod xml;

use super::{OriginalReader, ReadRefusal, ReadingDraft, ReceivedFile};
pub use archive::is_docx;
pub use marks::{WordMark, WordMarkKind, marks};
use parts::WordParts;

/// The reader of Word.
pub const READER: OriginalReader = OriginalReader { name: "docx", version: 1, read };

fn read(file: &ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal> {
    draft(file.bytes)
}

/// The draft of a file of Word.
///
/// # Errors
/// It is damaged, or something in it is too large.
pub fn draft(bytes: &[u8]) -> Result<ReadingDraft, ReadRefusal> {
    let parts = WordParts::read(bytes)?;
    body::draft(&parts)
}

/// The draft of a document and its lists, as XML that is not packed: for the fuzzer, which would spend its time on archives.
///
/// # Errors
/// As for a whole file.
pub fn draft_of_xml(document: &str, numbering: Option<&str>) -> Result<ReadingDraft, ReadRefusal> {
    let parts =
        WordParts { document: document.to_owned(), numbering: numbering.map(str::to_owned), ..WordParts::default() };
    body::draft(&parts)
}

#[cfg(test)]
mod tests;
