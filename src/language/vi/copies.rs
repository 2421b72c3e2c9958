//! The words of the copies and letters of a hand-out. Vietnamese only, as the booklet is.

use crate::model::date::Date;

/// Stands above the addressee on the cover of a copy.
pub const COPY_FOR: &str = "Bản dành cho";

/// The number of one copy among all of a hand-out.
pub fn serial_line(serial: &str) -> String {
    format!("Bản số {serial}")
}

/// Above the lists of duties of a copy that lists those of some audiences only.
pub fn only_audiences(names: &[&str]) -> String {
    format!("Bản này chỉ nêu việc của: {}. Việc của đối tượng khác có trong ấn bản đầy đủ.", names.join("; "))
}

/// On the cover of a copy, before the audiences whose duties it lists.
pub const ONLY_AUDIENCES_TITLE: &str = "Đối tượng";

// The letter, with the fixed words of Decree 30/2020/NĐ-CP, annex I.

/// The first line of the heading of an official letter (Decree 30/2020/NĐ-CP, annex I).
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// The second line of the heading of an official letter (Decree 30/2020/NĐ-CP, annex I).
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Before the addressee of the letter.
pub const TO: &str = "Kính gửi:";
/// The title of the list of recipients at the foot of the letter.
pub const RECIPIENTS: &str = "Nơi nhận:";
/// The title of the table of what comes with the letter.
pub const ENCLOSURE: &str = "Tài liệu gửi kèm";
/// To be written over by hand.
pub const BLANK: &str = "…………………………";
const SHORT_BLANK: &str = "………";
/// The day of a letter that has none.
pub const BLANK_DAY: &str = "ngày …… tháng …… năm ………";

/// Whether a line has a blank, to be filled in by hand.
pub fn has_blank(line: &str) -> bool {
    line.contains(SHORT_BLANK)
}

/// The title of the letter's file.
pub fn letter_title(booklet: &str, department: &str) -> String {
    format!("Thư gửi kèm «{booklet}» - {department}")
}

/// `Số: 12/TTA-KT`; what is not known of it is blank. A number below ten has a nought before it, as Decree 30 has it.
pub fn number_line(number: Option<&str>) -> String {
    match number {
        None => format!("Số: {SHORT_BLANK}/{SHORT_BLANK}"),
        Some(symbol) if symbol.starts_with('/') => format!("Số: {SHORT_BLANK}{symbol}"),
        Some(number) if is_one_digit(number) => format!("Số: 0{number}"),
        Some(number) => format!("Số: {number}"),
    }
}

fn is_one_digit(number: &str) -> bool {
    let digits = number.split('/').next().unwrap_or(number).trim();
    digits.len() == 1 && digits.starts_with(|digit: char| digit.is_ascii_digit())
}

/// The name of an office in capitals, but for names that a digit is in: `CẨM NANG IPv6`.
pub fn in_capitals(name: &str) -> String {
    let word = |word: &str| {
        if word.contains(|c: char| c.is_ascii_digit()) { word.to_owned() } else { word.to_uppercase() }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// `V/v gửi tài liệu …`: the subject of the settings, or a sentence with the booklet's title.
pub fn subject_line(subject: Option<&str>, booklet: &str) -> String {
    match subject {
        Some(subject) => format!("V/v {subject}"),
        None => format!("V/v gửi tài liệu «{booklet}»"),
    }
}

/// `Hà Nội, ngày 01 tháng 6 năm 2030`, with blanks to fill in by hand for what is not known.
pub fn place_date_line(place: Option<&str>, date: Option<Date>) -> String {
    let place = place.unwrap_or(SHORT_BLANK);
    match date {
        Some(date) => format!("{place}, {}", date.long()),
        None => format!("{place}, {BLANK_DAY}"),
    }
}

/// The first sentence of the letter.
pub fn letter_sends(issuer: &str, department: &str, booklet: &str, label: Option<&str>, as_of: &str) -> String {
    let label = label.map(|label| format!(" ({label})")).unwrap_or_default();
    format!("{issuer} gửi {department} tài liệu «{booklet}»{label}, tính đến {as_of}, để tra cứu.")
}

/// Where the settings have no paragraphs.
pub fn letter_notice(as_of: &str) -> String {
    format!(
        "Đây là tài liệu hướng dẫn, không phải văn bản quy phạm pháp luật, không phải văn bản hợp nhất. Tình trạng hiệu lực \
         ghi trong tài liệu là tình trạng vào {as_of}; khi có chỗ khác nhau, văn bản gốc là căn cứ."
    )
}

/// Facts of a copy's file: label, value, whether it is a code.
pub fn enclosure(
    file: &str,
    pages: usize,
    bytes: u64,
    serial: &str,
    sha256: &str,
) -> [(&'static str, String, bool); 4] {
    [
        ("Tệp", file.to_owned(), false),
        ("Số bản", serial.to_owned(), false),
        ("Độ dài", format!("{pages} trang, {} byte", thousands(bytes)), false),
        ("Mã băm SHA-256; tệp còn nguyên vẹn thì cho đúng mã này", sha256.to_owned(), true),
    ]
}

/// The same of the full booklet beside it.
pub fn full_enclosure(file: &str, bytes: u64, sha256: &str) -> [(&'static str, String, bool); 2] {
    [
        ("Kèm bản đầy đủ", format!("{file}, {} byte", thousands(bytes)), false),
        ("Mã băm SHA-256 của bản đầy đủ", sha256.to_owned(), true),
    ]
}

/// `1.234.567`
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// The lines below «Nơi nhận».
pub fn recipients(own: &[String]) -> Vec<String> {
    let mut lines = vec!["Như trên".to_owned()];
    match own {
        [] => lines.push(format!("Lưu: VT, {SHORT_BLANK}")),
        own => lines.extend(own.iter().cloned()),
    }
    let last = lines.len() - 1;
    let end = |index| if index == last { "." } else { ";" };
    lines
        .iter()
        .enumerate()
        .map(|(index, line)| format!("- {}{}", line.trim_end_matches(['.', ';']), end(index)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_is_as_the_decree_has_it() {
        for (number, line) in [
            (Some("5/TTA-KT"), "Số: 05/TTA-KT"),
            (Some("05/TTA-KT"), "Số: 05/TTA-KT"),
            (Some("12/TTA-KT"), "Số: 12/TTA-KT"),
            (Some("1234/TTA-KT"), "Số: 1234/TTA-KT"),
            (Some("/TTA-KT"), "Số: ………/TTA-KT"),
            (None, "Số: ………/………"),
        ] {
            assert_eq!(number_line(number), line);
        }
        assert_eq!(place_date_line(Some("Ví Dụ"), Date::new(2030, 2, 5)), "Ví Dụ, ngày 05 tháng 02 năm 2030");
        assert_eq!(recipients(&[]), ["- Như trên;", "- Lưu: VT, ………."]);
        assert_eq!(recipients(&["Lưu: VT, KT.".to_owned()]), ["- Như trên;", "- Lưu: VT, KT."]);
    }

    #[test]
    fn a_name_in_capitals_is_still_the_name() {
        for (name, capitals) in [
            ("Nhóm biên soạn Cẩm nang IPv6", "NHÓM BIÊN SOẠN CẨM NANG IPv6"),
            ("Cục Thử nghiệm", "CỤC THỬ NGHIỆM"),
            ("Ban 3G và 4Gx", "BAN 3G VÀ 4Gx"),
        ] {
            assert_eq!(in_capitals(name), capitals);
        }
    }
}
