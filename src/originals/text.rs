//! The text file of an original: what a reader made of the received file, in a form that a person can review line by line
//! and that a later version of a reader can be compared with.
//!
//! The file is UTF-8, composed (NFC), its lines end with LF, and none is empty. **Each line is one paragraph**, and of one of
//! three kinds:
//!
//! ```text
//! Điều 3. Giải thích từ ngữ           a paragraph; numbers that Word makes are written out: `1. …`, `a) …`
//! | Số | Tên |                        a row of a table: `| `, the cells between ` | `, ` |`
//! [^2]: Theo Công báo số 1.           a paragraph of the footnote 2, after the block that refers to it
//! ```
//!
//! Where a footnote is referred to stands `[^2]`. Words that look like one of these signs are written with a backslash:
//! `\|`, `\\`, `\[^`. A cell holds one line; where it had several, a space is between them. White space is one space, and
//! none at either end of a paragraph or cell.

use crate::characters::composed;

/// The paragraphs of an original in their order.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct OriginalText {
    pub lines: Vec<OriginalLine>,
}

/// One paragraph of an original, which is one line of its text file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OriginalLine {
    Paragraph(MarkedWords),
    /// The cells of a row.
    Row(Vec<MarkedWords>),
    /// A paragraph of a footnote.
    Note {
        number: u32,
        words: MarkedWords,
    },
}

/// Words, and where in them footnotes are referred to.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct MarkedWords {
    /// Without the references and without backslashes: the words of the law.
    pub text: String,
    /// In order.
    pub notes: Vec<NoteMark>,
}

/// A reference to a footnote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoteMark {
    /// The byte of the text before which it stands.
    pub at: usize,
    pub number: u32,
}

impl OriginalText {
    /// Reads a text file; every text is one, if perhaps not as it would be written.
    pub fn parse(file: &str) -> Self {
        OriginalText { lines: file.lines().filter(|line| !line.trim().is_empty()).map(OriginalLine::parse).collect() }
    }

    /// Returns the text file.
    pub fn write(&self) -> String {
        let mut file = String::new();
        for line in &self.lines {
            file.push_str(&line.write());
            file.push('\n');
        }
        composed(&file).unwrap_or(file)
    }
}

impl OriginalLine {
    /// Reads a line of a text file.
    pub fn parse(line: &str) -> Self {
        let line = line.trim();
        if let Some(cells) = line.strip_prefix('|') {
            return OriginalLine::Row(cells_of(cells).into_iter().map(|cell| MarkedWords::parse(&cell)).collect());
        }
        match note_at_start(line) {
            Some((number, rest)) if rest.starts_with(':') => {
                OriginalLine::Note { number, words: MarkedWords::parse(rest.get(1..).unwrap_or_default()) }
            }
            _ => OriginalLine::Paragraph(MarkedWords::parse(line)),
        }
    }

    /// Returns the line without its end.
    pub fn write(&self) -> String {
        match self {
            OriginalLine::Paragraph(words) => words.write(),
            OriginalLine::Row(cells) => {
                cells.iter().fold("|".to_owned(), |row, cell| format!("{row} {} |", cell.write()))
            }
            OriginalLine::Note { number, words } => format!("[^{number}]: {}", words.write()),
        }
    }
}

impl MarkedWords {
    /// Words that refer to no footnote, with their white space folded.
    pub fn plain(text: &str) -> Self {
        MarkedWords { text: text.split_whitespace().collect::<Vec<_>>().join(" "), notes: Vec::new() }
    }

    fn parse(written: &str) -> Self {
        let mut words = MarkedWords::default();
        let mut rest = written.trim();
        while let Some(next) = rest.chars().next() {
            if let Some((number, after)) = note_at_start(rest) {
                words.notes.push(NoteMark { at: words.text.len(), number });
                rest = after;
                continue;
            }
            let escaped = (next == '\\').then(|| rest.chars().nth(1)).flatten();
            rest = rest.get(next.len_utf8() + escaped.map_or(0, char::len_utf8)..).unwrap_or_default();
            words.text.push(escaped.unwrap_or(next));
        }
        words
    }

    fn write(&self) -> String {
        let mut written = String::new();
        let mut from = 0;
        for NoteMark { at, number } in &self.notes {
            written.push_str(&escaped(self.text.get(from..*at).unwrap_or_default()));
            written.push_str(&format!("[^{number}]"));
            from = *at;
        }
        written.push_str(&escaped(self.text.get(from..).unwrap_or_default()));
        written
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace("[^", "\\[^")
}

/// `[^2]`, and what comes after it.
fn note_at_start(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = text.strip_prefix("[^")?.split_once(']')?;
    number.parse().ok().map(|number| (number, rest))
}

/// The cells of a row, as they are written; what follows the last `|` is a cell where it says something.
fn cells_of(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut characters = row.chars();
    while let Some(character) = characters.next() {
        if character == '|' {
            cells.push(String::new());
            continue;
        }
        if let Some(cell) = cells.last_mut() {
            cell.push(character);
            cell.extend((character == '\\').then(|| characters.next()).flatten());
        }
    }
    if cells.last().is_some_and(|cell| cell.trim().is_empty()) && cells.len() > 1 {
        cells.pop();
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(text: &str, notes: &[(usize, u32)]) -> MarkedWords {
        let notes = notes.iter().map(|(at, number)| NoteMark { at: *at, number: *number }).collect();
        MarkedWords { text: text.to_owned(), notes }
    }

    #[test]
    fn lines_are_written_and_read_back() {
        let row = |cells: &[&str]| OriginalLine::Row(cells.iter().map(|cell| MarkedWords::plain(cell)).collect());
        for (line, written) in [
            (OriginalLine::Paragraph(MarkedWords::plain("a)  Cơ quan\n nhà nước;")), "a) Cơ quan nhà nước;"),
            (OriginalLine::Paragraph(noted("Máy cũ.", &[(4, 1), (8, 12)])), "Máy[^1] cũ[^12]."),
            (OriginalLine::Paragraph(MarkedWords::plain(r"A | B \ C [^1] [a]")), r"A \| B \\ C \[^1] [a]"),
            (OriginalLine::Paragraph(MarkedWords::plain("| không phải bảng")), r"\| không phải bảng"),
            (row(&["1.11", "Máy | tính", ""]), r"| 1.11 | Máy \| tính |  |"),
            (row(&[""]), "|  |"),
            (OriginalLine::Row(vec![noted("a", &[(1, 3)])]), "| a[^3] |"),
            (OriginalLine::Note { number: 3, words: MarkedWords::plain("Xem Điều 1.") }, "[^3]: Xem Điều 1."),
        ] {
            assert_eq!(line.write(), written);
            assert_eq!(OriginalLine::parse(written), line, "{written}");
        }
    }

    #[test]
    fn a_file_has_a_line_a_paragraph() {
        let text = OriginalText::parse("Điều 1. Phạm vi\r\n\n  1. Một.  \n|a|b\n");
        assert_eq!(text.write(), "Điều 1. Phạm vi\n1. Một.\n| a | b |\n");
        assert_eq!(OriginalText::parse(&text.write()), text);
    }

    /// Whatever is in a file, it is read, and what is written of it is read as the same.
    #[test]
    fn odd_files_are_read() {
        for file in
            ["\\", "[^", "[^x]", "[^1", "[^99999999999]", "|", "||", "|\\", "a\\|b", "[^1]:", "\\[^1]", "[^1][^1]"]
        {
            let text = OriginalText::parse(file);
            assert_eq!(OriginalText::parse(&text.write()), text, "{file}");
        }
    }
}
