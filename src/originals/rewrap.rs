//! Lines that were broken where a page ended, put together to paragraphs. Only a text in which lines are broken within
//! sentences is touched: elsewhere each line is a paragraph.

use super::draft::ReadingDraft;
use super::furniture::has_national_name;
use super::note::ReadNote;

/// A line of a text file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SourceLine {
    Words(String),
    /// An empty line, or whatever else ends a paragraph.
    Break,
    /// The cells of a row of a table.
    Row(Vec<String>),
}

/// A paragraph, or a row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SourceBlock {
    Paragraph(String),
    Row(Vec<String>),
}

impl SourceBlock {
    /// Returns the words of the block, those of cells with a space between them.
    pub fn words(&self) -> String {
        match self {
            SourceBlock::Paragraph(words) => words.clone(),
            SourceBlock::Row(cells) => cells.join(" "),
        }
    }
}

/// In a broken text at least every thirtieth line begins within a sentence.
const BROKEN: usize = 30;

/// Returns the paragraphs and rows of a text.
pub fn paragraphs(lines: Vec<SourceLine>, draft: &mut ReadingDraft) -> Vec<SourceBlock> {
    let width = broken_at(&lines);
    let mut blocks: Vec<SourceBlock> = Vec::new();
    let (mut last, mut joined) = (None::<String>, 0);
    for line in lines {
        let words = match line {
            SourceLine::Words(words) => words,
            SourceLine::Break => {
                last = None;
                continue;
            }
            SourceLine::Row(cells) => {
                last = None;
                blocks.push(SourceBlock::Row(cells));
                continue;
            }
        };
        match (blocks.last_mut(), &last, width) {
            (Some(SourceBlock::Paragraph(paragraph)), Some(last), Some(width))
                if continues(paragraph, last, &words, width) =>
            {
                paragraph.push(' ');
                paragraph.push_str(&words);
                joined += 1;
            }
            _ => blocks.push(SourceBlock::Paragraph(words.clone())),
        }
        last = Some(words);
    }
    if joined > 0 {
        draft.note(ReadNote::Rewrapped { count: joined });
    }
    blocks
}

/// The width of the lines of a text that breaks them within sentences, in characters.
fn broken_at(lines: &[SourceLine]) -> Option<usize> {
    let within = lines.windows(2).filter(|pair| match pair {
        [SourceLine::Words(_), SourceLine::Words(next)] => begins_within(next),
        _ => false,
    });
    let mut lengths: Vec<usize> = lines.iter().filter_map(length).collect();
    lengths.sort_unstable();
    let is_broken = within.count() * BROKEN >= lengths.len().max(1);
    is_broken.then(|| lengths.get(lengths.len() * 9 / 10).copied()).flatten()
}

fn length(line: &SourceLine) -> Option<usize> {
    match line {
        SourceLine::Words(words) => Some(words.chars().count()),
        SourceLine::Break | SourceLine::Row(_) => None,
    }
}

/// Whether a line begins with a word in small letters that is no label of a điểm.
pub fn begins_within(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase) && !begins_unit(line)
}

/// Whether a line goes on with the sentence of the one before. `paragraph` is all that was put together so far, `last` its
/// last line.
fn continues(paragraph: &str, last: &str, next: &str, width: usize) -> bool {
    if is_label(paragraph)
        || (ends_in_name(last) && next.starts_with(|c: char| c.is_ascii_digit()) && !begins_clause(last, next))
    {
        return true;
    }
    if begins_unit(next) || is_line(last) || is_line(next) {
        return false;
    }
    let ends = last.trim_end().ends_with(['.', ';', ':', '!', '?']);
    match (ends, begins_within(next)) {
        (true, _) => false,
        (false, true) => true,
        (false, false) => goes_on(paragraph, last, next, width),
    }
}

/// The same where the next line begins with a capital, a digit or a sign.
fn goes_on(paragraph: &str, last: &str, next: &str, width: usize) -> bool {
    let long = |parts: usize| last.chars().count() * 10 >= width * parts;
    if is_in_capitals(last) != is_in_capitals(next) {
        return !is_in_capitals(last) && long(9) && !is_heading(paragraph);
    }
    if is_in_capitals(next) {
        return (long(6) && !is_heading(next)) || has_national_name(&format!("{paragraph} {next}"));
    }
    last.ends_with([',', '-', '–', '/', '(']) || ends_open(last) || long(if is_heading(paragraph) { 9 } else { 6 })
}

/// Words after which a sentence always goes on.
fn ends_open(line: &str) -> bool {
    const OPEN: [&str; 22] = [
        "của", "và", "hoặc", "số", "theo", "tại", "Bộ", "Luật", "Điều", "khoản", "điểm", "ngày", "tháng", "năm", "các",
        "từ", "với", "về", "cho", "Chủ", "Nghị", "Thông",
    ];
    line.rsplit(' ').next().is_some_and(|word| OPEN.contains(&word))
}

/// Whether a line is a label alone: `10.`, `a)`, `Điều 8.`
fn is_label(line: &str) -> bool {
    let line = line.trim();
    let number = line.strip_prefix("Điều ").unwrap_or(line);
    number.chars().count() <= 6 && label_length(number) == Some(number.len())
}

/// Whether a line ends with the name of a unit, whose number is then on the next.
fn ends_in_name(line: &str) -> bool {
    const NAMES: [&str; 8] = ["Điều", "điều", "khoản", "Khoản", "Chương", "Mục", "số", "ngày"];
    line.rsplit(' ').next().is_some_and(|word| NAMES.contains(&word))
}

/// Whether a line begins a khoản although the one before ends in a word that a number may follow: a title such as
/// «chữ ký số» is not the number `1. Cơ quan`.
fn begins_clause(last: &str, next: &str) -> bool {
    let rest = next.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = rest.strip_prefix(". ").unwrap_or_default();
    let is_small = last.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_lowercase));
    is_small && words.starts_with(char::is_uppercase)
}

/// How long the label is that a line begins with: `1.`, `12)`, `1.2.3`, `a)`, `đ.`, `IV.`
fn label_length(line: &str) -> Option<usize> {
    let name = line.find(['.', ')']).filter(|at| *at > 0)?;
    let (head, rest) = line.split_at(name);
    let is_number = head.len() <= 3 && head.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = head.len() <= 6 && head.chars().all(|c| "IVXLC".contains(c));
    let is_letter = head.chars().count() <= 2 && head.chars().all(|c| c.is_ascii_lowercase() || c == 'đ');
    let is_letter = is_letter && rest.starts_with(')');
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    match is_number {
        true if rest.starts_with(')') => Some(name + 1),
        true => Some(name + digits),
        false => (is_roman || is_letter).then_some(name + 1),
    }
}

/// Whether a line begins a provision, an item of a list or another part that no sentence runs into.
pub fn begins_unit(line: &str) -> bool {
    let line = line.trim_start_matches(['“', '"', '«']).trim_start();
    let labelled = label_length(line).is_some_and(|end| {
        let rest = line.get(end..).unwrap_or_default();
        rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with(char::is_uppercase)
    });
    labelled || is_heading(line) || line.starts_with(['-', '–', '+', '•', '*']) || begins_part(line)
}

fn begins_part(line: &str) -> bool {
    const PARTS: [&str; 16] = [
        "Căn cứ",
        "Theo đề nghị",
        "Xét đề nghị",
        "Nơi nhận",
        "TM.",
        "KT.",
        "TL.",
        "TUQ.",
        "Số:",
        "PHỤ LỤC",
        "MẪU SỐ",
        "Mẫu số",
        "Kính gửi",
        "CỘNG HÒA",
        "CỘNG HOÀ",
        "Độc lập",
    ];
    PARTS.iter().any(|part| line.starts_with(part))
}

/// Whether a line begins as an article or a chapter does; a sentence that happens to break before such words goes on after
/// the number.
pub fn is_heading(line: &str) -> bool {
    const NAMES: [&str; 12] = [
        "Điều",
        "ĐIỀU",
        "Chương",
        "CHƯƠNG",
        "Mục",
        "MỤC",
        "Tiểu mục",
        "TIỂU MỤC",
        "Phần",
        "PHẦN",
        "Phụ lục",
        "PHỤ LỤC",
    ];
    let named = NAMES.iter().find_map(|name| line.strip_prefix(name)?.strip_prefix(' '));
    named.is_some_and(|rest| {
        let number = rest.split([' ', '.', ':']).next().unwrap_or_default();
        let after = rest.get(number.len()..).unwrap_or_default();
        let is_number =
            number.chars().count() <= 6 && number.chars().all(|c| c.is_ascii_digit() || "IVXLCabcdđ".contains(c));
        let is_word = matches!(number, "thứ" | "THỨ");
        let is_end =
            after.is_empty() || after.starts_with(['.', ':']) || after.trim_start().chars().take(8).all(is_capital);
        (is_number && is_end) || is_word
    })
}

fn is_capital(character: char) -> bool {
    !character.is_lowercase()
}

fn is_in_capitals(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && line.chars().all(is_capital)
}

/// Whether a line is drawn of dashes.
fn is_line(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || "-_=*–—.…".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_headings() {
        for line in [
            "Điều 1. Phạm vi",
            "Điều 12",
            "Chương I",
            "CHƯƠNG II QUY ĐỊNH",
            "1. Một",
            "1.2. Hai",
            "a) Ba",
            "đ) Bốn",
            "- Năm",
            "“2. Sáu",
            "Phần thứ hai",
            "IV. BẢY",
            "10.",
            "Mục 3. TÁM",
            "Điều 15a. Chín",
        ] {
            assert!(begins_unit(line), "{line}");
        }
        for line in [
            "Điều 8 của Luật này",
            "2020 của",
            "15 tháng 5",
            "Chương trình",
            "Mục tiêu chung",
            "Phần mềm",
            "viễn thông",
            "2025/QH15;",
        ] {
            assert!(!begins_unit(line), "{line}");
        }
    }
}
