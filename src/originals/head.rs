//! Facts about an instrument that stand in the head of its text and where it is signed. They are for a person to
//! confirm: what is not found is not guessed.

use super::bodies::in_usual_letters;
use super::furniture::has_national_name;
use super::text::{OriginalLine, OriginalText};
use crate::model::date::Date;

/// The head of a law is within so many lines.
const HEAD: usize = 80;
/// The name of the signer is within so many lines after the list of recipients.
const SIGNED: usize = 60;

/// The facts that were found.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct HeadFacts {
    /// As written: `224/2026/NĐ-CP`.
    pub number: Option<String>,
    /// The line of the type: `NGHỊ ĐỊNH`.
    pub kind: Option<String>,
    pub title: Option<String>,
    pub issuer: Option<String>,
    pub signer: Option<String>,
    pub issued: Option<Date>,
    pub in_force_from: Option<Date>,
}

impl HeadFacts {
    /// Looks for the facts; `types` are the names of the types of instruments.
    pub fn of(text: &OriginalText, types: &[&str]) -> Self {
        let lines: Vec<String> = text.lines.iter().flat_map(pieces).collect();
        let basis = lines.iter().position(|line| is_basis(line)).unwrap_or(HEAD).min(HEAD);
        let head = lines.get(..basis.min(lines.len())).unwrap_or_default();
        let kind = head.iter().position(|line| type_of(line, types).is_some());
        HeadFacts {
            number: head.iter().find_map(|line| number(line)),
            kind: kind.and_then(|at| head.get(at)).and_then(|line| type_of(line, types)).map(str::to_owned),
            title: kind.and_then(|at| title(head.get(at + 1..).unwrap_or_default())),
            issuer: issuer(head),
            signer: signer(&lines),
            issued: head.iter().filter(|line| line.contains("ngày")).find_map(|line| date(line)),
            in_force_from: lines.iter().find_map(|line| in_force_from(line)),
        }
    }
}

/// The paragraph of a line, or its cells.
fn pieces(line: &OriginalLine) -> Vec<String> {
    match line {
        OriginalLine::Paragraph(words) => vec![words.text.clone()],
        OriginalLine::Row(cells) => cells.iter().flat_map(|cell| lines_of(&cell.text)).collect(),
        OriginalLine::Note { .. } => Vec::new(),
    }
}

/// The lines of a cell, as far as they can be known: a drawn line ends one, and the number begins one.
fn lines_of(cell: &str) -> Vec<String> {
    let is_drawn = |word: &str| word.len() >= 3 && word.chars().all(|sign| "-_–—".contains(sign));
    let mut lines = vec![String::new()];
    for word in cell.split_whitespace() {
        if is_drawn(word) || word.starts_with("Số:") {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut().filter(|_| !is_drawn(word)) {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn is_basis(line: &str) -> bool {
    line.starts_with("Căn cứ") || line.starts_with("Điều 1.") || line == "Điều 1"
}

/// The number behind `Số:`.
fn number(line: &str) -> Option<String> {
    let (_, after) = line.split_once("Số").or_else(|| line.split_once("số"))?;
    let after = after.trim_start_matches([':', ' ']);
    let number = after.split([' ', ',', ';']).next()?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.contains('/');
    is_number.then(|| number.trim_end_matches('.').to_owned())
}

fn type_of<'t>(line: &str, types: &[&'t str]) -> Option<&'t str> {
    let line = line.trim().to_lowercase();
    types.iter().copied().find(|name| name.to_lowercase() == line)
}

/// The title below the type: what it is about, without «về» before it.
fn title(after: &[String]) -> Option<String> {
    let lines: Vec<&str> = after.iter().map(String::as_str).take_while(|line| !ends_title(line)).take(4).collect();
    let title = lines.join(" ");
    let is_in_capitals = !title.chars().any(char::is_lowercase);
    let title = if is_in_capitals { title.to_lowercase() } else { title };
    let title =
        ["về việc ", "Về việc ", "về ", "Về "].iter().find_map(|start| title.strip_prefix(start)).unwrap_or(&title);
    let mut letters = title.trim().chars();
    let first = letters.next()?;
    Some(first.to_lowercase().chain(letters).collect())
}

/// Whether a line below the title is none of it: the body that issues, a rule, a session of the National Assembly.
fn ends_title(line: &str) -> bool {
    const ENDS: [&str; 6] = ["CHÍNH PHỦ", "BỘ TRƯỞNG", "THỦ TƯỚNG", "QUỐC HỘI", "CHỦ TỊCH", "ỦY BAN"];
    ENDS.iter().any(|end| line.starts_with(end)) || line.starts_with("Luật này") || line.starts_with('(')
}

/// How the names of bodies that issue begin; a site prints words of its own in capitals too.
const BODIES: [&str; 20] = [
    "QUỐC HỘI",
    "ỦY BAN",
    "UỶ BAN",
    "CHỦ TỊCH",
    "CHÍNH PHỦ",
    "THỦ TƯỚNG",
    "BỘ ",
    "HỘI ĐỒNG",
    "TÒA ÁN",
    "TOÀ ÁN",
    "VIỆN ",
    "NGÂN HÀNG",
    "KIỂM TOÁN",
    "THANH TRA",
    "BAN ",
    "VĂN PHÒNG",
    "TỔNG CỤC",
    "CỤC ",
    "SỞ ",
    "LIÊN ",
];

/// The body in capitals over the number or beside the name of the state.
fn issuer(head: &[String]) -> Option<String> {
    let named = |line: &&String| {
        let is_in_capitals = line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase);
        is_in_capitals && BODIES.iter().any(|body| line.starts_with(body)) && !has_national_name(line)
    };
    let line = head.iter().take(6).find(named)?;
    Some(in_usual_letters(line.trim_end_matches(['-', '_', ' ', '–', '—'])))
}

/// The name below the office of who signs, after the list of recipients or at the end.
fn signer(lines: &[String]) -> Option<String> {
    let recipients = lines.iter().position(|line| line.starts_with("Nơi nhận"));
    let start = recipients.unwrap_or(lines.len().saturating_sub(SIGNED));
    let end = lines.iter().skip(start).take(SIGNED);
    let mut is_below = false;
    for line in end {
        if is_office(line) {
            is_below = true;
            if let Some(name) = name_at_end(line) {
                return Some(name);
            }
        } else if is_below && !line.starts_with(['(', '[']) {
            return name_at_end(line).filter(|name| name == line.trim());
        }
    }
    None
}

fn is_office(line: &str) -> bool {
    const OFFICES: [&str; 10] = [
        "TM.",
        "KT.",
        "TUQ.",
        "TL.",
        "THỦ TƯỚNG",
        "BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
        "CHỦ TỊCH",
        "TỔNG THANH TRA",
        "THỐNG ĐỐC",
    ];
    OFFICES.iter().any(|office| line.contains(office))
}

/// Two to six words with one capital each, at the end of a line.
fn name_at_end(line: &str) -> Option<String> {
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && word.chars().count() > 1
    };
    let mut words: Vec<&str> = line.split_whitespace().rev().take_while(is_name).collect();
    words.reverse();
    (2..=6).contains(&words.len()).then(|| words.join(" "))
}

/// `ngày 24 tháng 6 năm 2026`
fn date(line: &str) -> Option<Date> {
    line.match_indices("ngày").find_map(|(at, _)| date_at(line.get(at..)?))
}

fn date_at(words: &str) -> Option<Date> {
    let words: Vec<&str> =
        words.split_whitespace().take(6).map(|word| word.trim_matches([',', '.', ';', ')'])).collect();
    match words.as_slice() {
        ["ngày", day, "tháng", month, "năm", year] => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// `… này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2030`. The date follows at once: after `kể từ ngày ký`, another date
/// of the line is about another text.
fn in_force_from(line: &str) -> Option<Date> {
    let (_, after) = line.split_once("này có hiệu lực")?;
    let after = after.trim_start();
    let since = after.strip_prefix("thi hành").map_or(after, str::trim_start);
    let since = since.strip_prefix("kể").map_or(since, str::trim_start);
    date_at(since.strip_prefix("từ")?.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: [&str; 3] = ["Luật", "Nghị định", "Thông tư"];

    #[test]
    fn a_decree_says_what_it_is() {
        let text = "| CHÍNH PHỦ ____ Số: 1/2030/NĐ-BX | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ____ Hà Nội, ngày 05 tháng 01 năm 2030 |\nNGHỊ ĐỊNH\nVề quản lý máy cũ\nCăn cứ Luật số 9/2029/QH20;\nĐiều 1. Hiệu lực\nNghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2030.\n| Nơi nhận: - Lưu: VT. | TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Nguyễn Văn Ví Dụ |\nPHỤ LỤC\n";
        let facts = HeadFacts::of(&OriginalText::parse(text), &TYPES);
        let expected = HeadFacts {
            number: Some("1/2030/NĐ-BX".to_owned()),
            kind: Some("Nghị định".to_owned()),
            title: Some("quản lý máy cũ".to_owned()),
            issuer: Some("Chính phủ".to_owned()),
            signer: Some("Nguyễn Văn Ví Dụ".to_owned()),
            issued: Date::new(2030, 1, 5),
            in_force_from: Date::new(2030, 7, 1),
        };
        assert_eq!(facts, expected);
    }

    #[test]
    fn what_is_not_there_is_not_guessed() {
        let text = "Điều 1. Máy cũ\nTheo Nghị định số 5/2029/NĐ-BX ngày 01 tháng 02 năm 2029.\nThông tư này có hiệu lực sau 45 ngày kể từ ngày ký.\nThông tư này có hiệu lực thi hành kể từ ngày ký. Thông tư số 5/2028/TT-BX ngày 08 tháng 4 năm 2028 hết hiệu lực.\n";
        assert_eq!(HeadFacts::of(&OriginalText::parse(text), &TYPES), HeadFacts::default());
        let of_a_site = format!("VĂN BẢN\nTHÔNG TIN\n{text}");
        assert_eq!(HeadFacts::of(&OriginalText::parse(&of_a_site), &TYPES).issuer, None);
        let signed = HeadFacts::of(
            &OriginalText::parse("Nơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\nNguyễn Ví Dụ\n"),
            &TYPES,
        );
        assert_eq!(signed.signer.as_deref(), Some("Nguyễn Ví Dụ"));
    }
}
