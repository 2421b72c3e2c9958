//! `.md`: a reprint in Markdown. Headings, tables, emphasis and the header are signs around the words of the law; numbers and
//! dashes of lists are words of it, and stay as they are written.

use pulldown_cmark::{Event, Options, Parser};

use super::decoded::decoded;
use super::{OriginalReader, ReadRefusal, ReadingDraft, ReceivedFile};
use crate::model::original::DropReason;
use crate::originals::furniture;
use crate::originals::rewrap::{SourceBlock, SourceLine, paragraphs};
use crate::originals::text::{MarkedWords, NoteMark};

/// The reader of Markdown.
pub const READER: OriginalReader = OriginalReader { name: "md", version: 1, read };

fn read(file: &ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal> {
    let (text, note) = decoded(file.bytes)?;
    let mut draft = ReadingDraft::of(&text);
    note.into_iter().for_each(|note| draft.note(note));
    let body = header(&text, &mut draft);
    let lines: Vec<SourceLine> = body.lines().flat_map(|line| source_lines(line, &mut draft)).collect();
    let blocks = paragraphs(lines, &mut draft);
    for block in furniture::drop_around(blocks, SourceBlock::words, &mut draft) {
        put(&block, &mut draft);
    }
    Ok(draft)
}

/// The text below the header; its keys are kept for the record of the instrument.
fn header<'t>(text: &'t str, draft: &mut ReadingDraft) -> &'t str {
    let Some(inner) = text.strip_prefix("---\n") else { return text };
    let Some(end) = inner.find("\n---\n") else { return text };
    let (header, body) = (inner.get(..end).unwrap_or_default(), inner.get(end + 5..).unwrap_or_default());
    for (key, value) in header.lines().filter_map(|line| line.split_once(": ")) {
        draft.header(key.trim(), value.trim().trim_matches(['"', '\'']));
    }
    draft.drop(DropReason::FrontMatter, &format!("---\n{header}\n---"));
    body
}

/// A line without the signs of its block; a heading stands alone.
fn source_lines(line: &str, draft: &mut ReadingDraft) -> Vec<SourceLine> {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return vec![SourceLine::Break];
    }
    if let Some(row) = trimmed.strip_prefix('|') {
        return row_of(row, draft).into_iter().collect();
    }
    let marks = trimmed.len() - trimmed.trim_start_matches('#').len();
    let heading = trimmed.get(marks..).filter(|rest| (1..=6).contains(&marks) && rest.starts_with(' '));
    if let Some(words) = heading {
        draft.drop(DropReason::Markup, trimmed.get(..marks).unwrap_or_default());
        return vec![SourceLine::Break, SourceLine::Words(words.trim().to_owned())];
    }
    let inner = trimmed.trim_start_matches(['>', ' ']);
    draft.drop(DropReason::Markup, trimmed.get(..trimmed.len() - inner.len()).unwrap_or_default());
    if inner.starts_with("```") || inner.starts_with("~~~") {
        draft.drop(DropReason::Markup, inner);
        return vec![SourceLine::Break];
    }
    let words = SourceLine::Words(inner.to_owned());
    // Two spaces or a backslash at its end: the writer has broken the line on purpose.
    let is_broken = line.ends_with("  ") || line.ends_with('\\');
    if is_broken { vec![words, SourceLine::Break] } else { vec![words] }
}

/// The cells of a row, behind its first `|`; nothing for the line below the head of a table.
fn row_of(row: &str, draft: &mut ReadingDraft) -> Option<SourceLine> {
    let mut cells = vec![String::new()];
    let mut bars = "|".to_owned();
    let mut characters = row.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, cells.last_mut()) {
            ('\\', Some(cell)) if characters.peek() == Some(&'|') => {
                cell.push('\\');
                cell.extend(characters.next());
            }
            ('|', _) => {
                bars.push('|');
                cells.push(String::new());
            }
            (_, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
    }
    draft.drop(DropReason::Markup, &bars);
    if cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let is_ruled = cells.iter().all(|cell| cell.contains('-') && cell.trim().chars().all(|c| matches!(c, '-' | ':')));
    if is_ruled && !cells.is_empty() {
        draft.drop(DropReason::Markup, &cells.concat());
        return None;
    }
    Some(SourceLine::Row(cells))
}

fn put(block: &SourceBlock, draft: &mut ReadingDraft) {
    match block {
        SourceBlock::Row(cells) => {
            let cells = cells.iter().map(|cell| inline(cell.trim(), draft)).collect();
            draft.row(cells);
        }
        SourceBlock::Paragraph(words) => match definition(words) {
            Some((number, rest)) => {
                draft.drop(DropReason::Markup, words.get(..words.len() - rest.len()).unwrap_or_default());
                let words = inline(rest.trim(), draft);
                draft.footnote(number, words);
            }
            None => {
                let words = inline(words.trim(), draft);
                draft.paragraph(words);
            }
        },
    }
}

/// `[^1]: the text of a footnote`
fn definition(words: &str) -> Option<(u32, &str)> {
    let (number, rest) = words.strip_prefix("[^")?.split_once("]:")?;
    number.parse().ok().map(|number| (number, rest))
}

/// Words without the signs of emphasis, links and the like.
fn inline(raw: &str, draft: &mut ReadingDraft) -> MarkedWords {
    // A full stop before it keeps the line from being read as an item of a list or as any other block.
    let source = format!(".{raw}");
    let mut text = String::new();
    let mut at = 0;
    for (event, range) in Parser::new_ext(&source, Options::empty()).into_offset_iter() {
        let read = match event {
            Event::Text(words) => words.into_string(),
            Event::Code(words) => words.into_string(),
            Event::SoftBreak | Event::HardBreak => " ".to_owned(),
            _ => continue,
        };
        markup(source.get(at..range.start).unwrap_or_default(), &mut text, draft);
        placed(source.get(range.clone()).unwrap_or_default(), &read, draft);
        text.push_str(&read);
        at = at.max(range.end);
    }
    markup(source.get(at..).unwrap_or_default(), &mut text, draft);
    noted(text.strip_prefix('.').unwrap_or(&text), draft)
}

/// Signs between words; a line break of HTML is a space.
fn markup(signs: &str, text: &mut String, draft: &mut ReadingDraft) {
    if signs.to_lowercase().contains("<br") {
        text.push(' ');
    }
    draft.drop(DropReason::Markup, signs);
}

/// Words as they are written and as they are read: an entity, or a piece of code in its signs.
fn placed(written: &str, read: &str, draft: &mut ReadingDraft) {
    match written.split_once(read) {
        Some((before, after)) if !read.trim().is_empty() => {
            draft.drop(DropReason::Markup, before);
            draft.drop(DropReason::Markup, after);
        }
        _ => draft.convert(written, read),
    }
}

/// Words with their references to footnotes.
fn noted(text: &str, draft: &mut ReadingDraft) -> MarkedWords {
    let mut words = MarkedWords::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[^") {
        words.text.push_str(before);
        match after.split_once(']').and_then(|(number, after)| Some((number, number.parse().ok()?, after))) {
            Some((digits, number, after)) => {
                draft.drop(DropReason::Markup, &format!("[^{digits}]"));
                words.notes.push(NoteMark { at: words.text.len(), number });
                rest = after;
            }
            None => {
                words.text.push_str("[^");
                rest = after;
            }
        }
    }
    words.text.push_str(rest);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::originals::readers::tests_support::{read, text_of};

    #[test]
    fn signs_go_and_numbers_stay() {
        let law = "---\ntitle: \"Nghị định\"\nsigner: Người Ký\n---\n\n# Nghị định\n\n**CHÍNH PHỦ**  \n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\n---\n\n### Điều 1. *Phạm vi*\n\n1. Một[^1] &amp; `hai` \\* ba\n2) Hai <br> ba\n- Gạch\n\n| Số | Tên |\n|---|:-:|\n| 1.11 | Máy \\| tính |\n\n[^1]: Chú [thích](http://a.vn).\n";
        assert_eq!(
            text_of("a.md", law.as_bytes()),
            "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐiều 1. Phạm vi\n1. Một[^1] & hai * ba\n2) Hai ba\n- Gạch\n| Số | Tên |\n| 1.11 | Máy \\| tính |\n[^1]: Chú thích.\n"
        );
        let read = read("a.md", law.as_bytes()).unwrap();
        assert_eq!(read.header.last().unwrap(), &("signer".to_owned(), "Người Ký".to_owned()));
        let reasons: Vec<DropReason> = read.dropped.iter().map(|part| part.reason).collect();
        assert_eq!(reasons, [DropReason::Markup, DropReason::FrontMatter, DropReason::SiteFurniture, DropReason::Rule]);
    }

    #[test]
    fn odd_signs_lose_nothing() {
        for text in [
            "a **b",
            "*",
            "[a](b",
            "![x](y)",
            "&nbsp; a &aacute; &#x61; &#0;",
            "`` ` ``",
            "<b>a</b> <!-- c -->",
            "|",
            "||",
            "|-|",
            "[^1]",
            "[^x] a",
            "\\",
            "a\\\nb",
            "> > a",
            "#",
            "####### a",
            "```\na\n```",
            "a\u{0}b",
            "[a]: b",
            "*a*b*c*",
            "_\u{301}_",
        ] {
            let refusal = read("a.md", format!("x\n\n{text}\n").as_bytes()).err();
            assert_eq!(refusal, None, "{text:?}");
        }
    }
}
