//! `.pdf` with text in it, by `pdftotext`. Lines that stand at the head or foot of every page are left out, and syllables
//! that the typesetting of the gazette broke by stray spaces are put together.

use std::collections::BTreeMap;

use super::{OriginalReader, ReadRefusal, ReadingDraft, ReceivedFile};
use crate::model::original::DropReason;
use crate::originals::rewrap::{SourceBlock, SourceLine, paragraphs};
use crate::originals::syllables;
use crate::originals::text::MarkedWords;

/// The reader of PDF.
pub const READER: OriginalReader = OriginalReader { name: "pdf", version: 1, read };

/// How many lines at the top and at the bottom of a page may belong to its frame.
const EDGE: usize = 3;
/// A gap of so many spaces is one between columns.
const GAP: &str = "    ";

fn read(file: &ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal> {
    let text = file.programs.pdf_text(file.bytes)?;
    if text.trim().is_empty() {
        return Err(ReadRefusal::Scan);
    }
    Ok(draft(&text))
}

/// The draft of the text of a PDF, its pages apart by form feeds.
fn draft(text: &str) -> ReadingDraft {
    let mut draft = ReadingDraft::of(text);
    let pages: Vec<Vec<&str>> = text.split('\u{c}').map(|page| page.lines().collect()).collect();
    let frame = frame(&pages);
    let lines: Vec<&str> = pages.iter().flat_map(|page| without_frame(page, &frame, &mut draft)).collect();
    let lines = syllables::joined(&lines, &mut draft);
    for block in paragraphs(lines.iter().map(|line| source_line(line)).collect(), &mut draft) {
        match block {
            SourceBlock::Paragraph(words) => draft.paragraph(MarkedWords::plain(&words)),
            SourceBlock::Row(cells) => draft.row(cells.iter().map(|cell| MarkedWords::plain(cell)).collect()),
        }
    }
    draft
}

/// A line; one with wide gaps in it is a row of columns.
fn source_line(line: &str) -> SourceLine {
    let cells: Vec<String> =
        line.split(GAP).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect();
    match cells.len() {
        0 => SourceLine::Break,
        1 => SourceLine::Words(line.trim().to_owned()),
        _ => SourceLine::Row(cells),
    }
}

/// A line as it recurs on every page: its digits do not matter.
fn shape(line: &str) -> String {
    let mut shape = String::new();
    for character in line.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match character.is_ascii_digit() {
            true if shape.ends_with('0') => {}
            true => shape.push('0'),
            false => shape.push(character),
        }
    }
    shape
}

/// The lines at the edges of a page.
fn edges<'p>(page: &'p [&str]) -> impl Iterator<Item = &'p str> {
    let filled: Vec<&str> = page.iter().copied().filter(|line| !line.trim().is_empty()).collect();
    let last = filled.len().saturating_sub(EDGE).max(EDGE);
    let edge = filled.into_iter().enumerate().filter(move |(at, _)| *at < EDGE || *at >= last);
    edge.map(|(_, line)| line)
}

/// The shapes of lines that stand at an edge of at least three pages and of every third.
fn frame(pages: &[Vec<&str>]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let mut shapes: Vec<String> = edges(page).map(shape).filter(|shape| shape.chars().any(|c| c != '0')).collect();
        shapes.sort();
        shapes.dedup();
        shapes.into_iter().for_each(|shape| *counts.entry(shape).or_default() += 1);
    }
    let least = (pages.len() / 3).max(3);
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(shape, _)| shape).collect()
}

/// The lines of a page without those of its frame, and without empty ones at its edges: a sentence may run over them.
fn without_frame<'p>(page: &[&'p str], frame: &[String], draft: &mut ReadingDraft) -> Vec<&'p str> {
    let edge: Vec<&str> = edges(page).collect();
    let mut kept: Vec<&str> = Vec::new();
    for line in page {
        let is_at_edge = edge.iter().any(|other| std::ptr::eq(*other, *line));
        let reason = match shape(line) {
            shape if is_at_edge && frame.contains(&shape) => DropReason::PageHead,
            shape if is_at_edge && matches!(shape.trim_matches(['-', '–', ' ']), "0" | "Trang 0") => {
                DropReason::PageNumber
            }
            _ => {
                kept.push(line);
                continue;
            }
        };
        draft.drop(reason, line);
    }
    let is_blank = |line: &&&str| line.trim().is_empty();
    let before = kept.iter().take_while(is_blank).count();
    let after = kept.iter().skip(before).rev().take_while(is_blank).count();
    kept.get(before..kept.len() - after).unwrap_or_default().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_pages(pages: &[&str]) -> (String, Vec<DropReason>) {
        let read = draft(&pages.join("\u{c}")).finish().unwrap();
        (read.text.write(), read.dropped.iter().map(|part| part.reason).collect())
    }

    #[test]
    fn the_frame_of_pages_goes_and_sentences_run_over_them() {
        let (text, dropped) = of_pages(&[
            "  CÔNG BÁO/Số 12/Ngày 5-5-2030        1\n\n  CHÍNH PHỦ          CỘNG HÒA\n\n Điều 1. Máy cũ\n Cơ quan nhà nước không được mua\n",
            "2      CÔNG BÁO/Số 12/Ngày 5-5-2030\n\n máy cũ trong năm\n đầu tiên.\n\n 17\n",
            "  CÔNG BÁO/Số 12/Ngày 5-5-2030        3\n Điều 2. Máy mới\n - Máy tính;\n",
            "4      CÔNG BÁO/Số 12/Ngày 5-5-2030\n",
            "  CÔNG BÁO/Số 12/Ngày 5-5-2030        5\n",
            "6      CÔNG BÁO/Số 12/Ngày 5-5-2030\n",
        ]);
        assert_eq!(
            text,
            "| CHÍNH PHỦ | CỘNG HÒA |\nĐiều 1. Máy cũ\nCơ quan nhà nước không được mua máy cũ trong năm đầu tiên.\nĐiều 2. Máy mới\n- Máy tính;\n"
        );
        assert_eq!(dropped, [DropReason::PageHead, DropReason::PageNumber]);
    }

    #[test]
    fn broken_syllables_are_put_together() {
        let (text, _) = of_pages(&["1. C ơ quan đ ầu tư c ủ a ngườ i dân ch ế t ạo tr ư ờng học ở 5 m và ý kiến."]);
        assert_eq!(text, "1. Cơ quan đầu tư của người dân chế tạo trường học ở 5 m và ý kiến.\n");
    }
}
