//! `.txt`: plain text, often a web page that was saved as such.

use super::decoded::decoded;
use super::{OriginalReader, ReadRefusal, ReadingDraft, ReceivedFile};
use crate::model::original::DropReason;
use crate::originals::furniture;
use crate::originals::rewrap::{SourceBlock, SourceLine, paragraphs};
use crate::originals::text::MarkedWords;

/// The reader of plain text.
pub const READER: OriginalReader = OriginalReader { name: "txt", version: 1, read };

fn read(file: &ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal> {
    let (text, note) = decoded(file.bytes)?;
    let mut draft = ReadingDraft::of(&text);
    note.into_iter().for_each(|note| draft.note(note));
    let lines: Vec<SourceLine> = text.lines().map(|line| source_line(line, &mut draft)).collect();
    let all = paragraphs(lines, &mut draft);
    let kept = furniture::drop_around(all, SourceBlock::words, &mut draft);
    kept.iter().for_each(|block| draft.paragraph(MarkedWords::plain(&block.words())));
    Ok(draft)
}

/// A line; one of `|` alone stands between the cells of a table of a saved page.
fn source_line(line: &str, draft: &mut ReadingDraft) -> SourceLine {
    match line.trim() {
        "" => SourceLine::Break,
        "|" => {
            draft.drop(DropReason::Markup, "|");
            SourceLine::Break
        }
        words => SourceLine::Words(words.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use crate::originals::readers::tests_support::text_of;

    #[test]
    fn a_saved_page_becomes_paragraphs() {
        let page = "URL: https://example.vn\n\n|\nCHÍNH PHỦ\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-----\n|\nĐiều 1. Phạm\nvi điều chỉnh\n1. Cơ quan nhà nước\nphải mua máy mới theo\nquy định.\n2.\nCơ quan khác;\n";
        assert_eq!(
            text_of("a.txt", page.as_bytes()),
            "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐiều 1. Phạm vi điều chỉnh\n1. Cơ quan nhà nước phải mua máy mới theo quy định.\n2. Cơ quan khác;\n"
        );
    }

    #[test]
    fn lines_of_an_unbroken_file_stay_apart() {
        let law = "Điều 1. Phạm vi\nNghị định này quy định:\na) Máy cũ;\nb) Máy mới\nđ) Máy khác.\n";
        assert_eq!(text_of("a.txt", law.as_bytes()), law);
    }
}
