//! Characters in words that a person can look up: the number and name that Unicode gives them, and what they are in
//! Vietnamese. Only those that slip into texts have a name of their own here; of the rest the group is named.

/// A character as a finding names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    /// As Unicode has it: `RIGHT-TO-LEFT OVERRIDE`; of a group without its number.
    pub unicode: &'static str,
    pub vietnamese: &'static str,
}

/// Single characters, and groups with one name, in the order of their numbers.
const NAMES: [(u32, u32, &str, &str); 62] = [
    (0x00, 0x00, "NULL", "ký tự rỗng"),
    (0x07, 0x07, "BELL", "ký tự chuông"),
    (0x08, 0x08, "BACKSPACE", "ký tự xoá lùi"),
    (0x0b, 0x0b, "LINE TABULATION", "xuống dòng kiểu Word (Shift+Enter)"),
    (0x0c, 0x0c, "FORM FEED", "ngắt trang"),
    (0x0d, 0x0d, "CARRIAGE RETURN", "về đầu dòng"),
    (0x1b, 0x1b, "ESCAPE", "ký tự thoát"),
    (0x1e, 0x1e, "INFORMATION SEPARATOR TWO", "gạch nối không ngắt kiểu Word"),
    (0x1f, 0x1f, "INFORMATION SEPARATOR ONE", "gạch nối tuỳ chọn kiểu Word"),
    (0x00, 0x1f, "CONTROL CHARACTER", "ký tự điều khiển"),
    (0x7f, 0x7f, "DELETE", "ký tự xoá"),
    (0x85, 0x85, "NEXT LINE", "xuống dòng kiểu cũ"),
    (0x80, 0x9f, "CONTROL CHARACTER", "ký tự điều khiển"),
    (0xa0, 0xa0, "NO-BREAK SPACE", "dấu cách không ngắt"),
    (0xad, 0xad, "SOFT HYPHEN", "gạch nối ẩn"),
    (0xd0, 0xd0, "LATIN CAPITAL LETTER ETH", "chữ Ð không phải chữ Đ"),
    (0x189, 0x189, "LATIN CAPITAL LETTER AFRICAN D", "chữ Ɖ không phải chữ Đ"),
    (0x34f, 0x34f, "COMBINING GRAPHEME JOINER", "dấu nối ẩn"),
    (0x61c, 0x61c, "ARABIC LETTER MARK", "dấu chiều chữ Ả Rập"),
    (0x115f, 0x1160, "HANGUL FILLER", "chữ trống tiếng Hàn"),
    (0x1680, 0x1680, "OGHAM SPACE MARK", "dấu cách"),
    (0x17b4, 0x17b5, "KHMER VOWEL INHERENT", "nguyên âm ẩn chữ Khmer"),
    (0x180b, 0x180d, "MONGOLIAN FREE VARIATION SELECTOR", "ký tự chọn dáng chữ"),
    (0x180e, 0x180e, "MONGOLIAN VOWEL SEPARATOR", "dấu tách ẩn"),
    (0x2002, 0x2002, "EN SPACE", "dấu cách rộng"),
    (0x2003, 0x2003, "EM SPACE", "dấu cách rộng"),
    (0x2007, 0x2007, "FIGURE SPACE", "dấu cách rộng bằng chữ số"),
    (0x2009, 0x2009, "THIN SPACE", "dấu cách hẹp"),
    (0x200a, 0x200a, "HAIR SPACE", "dấu cách rất hẹp"),
    (0x2000, 0x200a, "SPACE OF ANOTHER WIDTH", "dấu cách khác cỡ"),
    (0x200b, 0x200b, "ZERO WIDTH SPACE", "dấu cách không bề rộng"),
    (0x200c, 0x200c, "ZERO WIDTH NON-JOINER", "dấu tách chữ ẩn"),
    (0x200d, 0x200d, "ZERO WIDTH JOINER", "dấu nối chữ ẩn"),
    (0x200e, 0x200e, "LEFT-TO-RIGHT MARK", "dấu chiều trái sang phải"),
    (0x200f, 0x200f, "RIGHT-TO-LEFT MARK", "dấu chiều phải sang trái"),
    (0x2010, 0x2010, "HYPHEN", "gạch nối"),
    (0x2011, 0x2011, "NON-BREAKING HYPHEN", "gạch nối không ngắt"),
    (0x2028, 0x2028, "LINE SEPARATOR", "dấu ngắt dòng ẩn"),
    (0x2029, 0x2029, "PARAGRAPH SEPARATOR", "dấu ngắt đoạn ẩn"),
    (0x202a, 0x202a, "LEFT-TO-RIGHT EMBEDDING", "lồng đoạn chữ trái sang phải"),
    (0x202b, 0x202b, "RIGHT-TO-LEFT EMBEDDING", "lồng đoạn chữ phải sang trái"),
    (0x202c, 0x202c, "POP DIRECTIONAL FORMATTING", "dấu hết đoạn đổi chiều"),
    (0x202d, 0x202d, "LEFT-TO-RIGHT OVERRIDE", "ép chữ chạy từ trái sang phải"),
    (0x202e, 0x202e, "RIGHT-TO-LEFT OVERRIDE", "ép chữ chạy từ phải sang trái"),
    (0x202f, 0x202f, "NARROW NO-BREAK SPACE", "dấu cách hẹp không ngắt"),
    (0x205f, 0x205f, "MEDIUM MATHEMATICAL SPACE", "dấu cách toán học"),
    (0x2060, 0x2060, "WORD JOINER", "dấu nối từ ẩn"),
    (0x2061, 0x2064, "INVISIBLE OPERATOR", "dấu toán ẩn"),
    (0x2066, 0x2068, "DIRECTIONAL ISOLATE", "tách đoạn đổi chiều chữ"),
    (0x2069, 0x2069, "POP DIRECTIONAL ISOLATE", "dấu hết đoạn tách chiều"),
    (0x206a, 0x206f, "DEPRECATED FORMAT CHARACTER", "ký tự định dạng đã bỏ"),
    (0x2800, 0x2800, "BRAILLE PATTERN BLANK", "ô chữ nổi trống"),
    (0x3000, 0x3000, "IDEOGRAPHIC SPACE", "dấu cách chữ Hán"),
    (0x3164, 0x3164, "HANGUL FILLER", "chữ trống tiếng Hàn"),
    (0xfe00, 0xfe0f, "VARIATION SELECTOR", "ký tự chọn dáng chữ"),
    (0xfeff, 0xfeff, "ZERO WIDTH NO-BREAK SPACE", "dấu đầu tệp (BOM) nằm giữa chữ"),
    (0xffa0, 0xffa0, "HALFWIDTH HANGUL FILLER", "chữ trống tiếng Hàn"),
    (0xfff9, 0xfffb, "INTERLINEAR ANNOTATION MARK", "dấu chú thích ẩn"),
    (0xfffc, 0xfffc, "OBJECT REPLACEMENT CHARACTER", "chỗ của hình không dán được"),
    (0xfffd, 0xfffd, "REPLACEMENT CHARACTER", "chữ đã mất khi chuyển mã"),
    (0xe0000, 0xe007f, "TAG CHARACTER", "ký tự nhãn ẩn"),
    (0xe0100, 0xe01ef, "VARIATION SELECTOR", "ký tự chọn dáng chữ"),
];

/// The name of a character that is not plain.
pub fn name(character: char) -> Name {
    let code = u32::from(character);
    let known = NAMES.iter().find(|(first, last, ..)| (*first..=*last).contains(&code));
    let (unicode, vietnamese) =
        known.map_or_else(|| group(code), |(_, _, unicode, vietnamese)| (*unicode, *vietnamese));
    Name { unicode, vietnamese }
}

fn group(code: u32) -> (&'static str, &'static str) {
    match code {
        0xe000..=0xf8ff | 0xf0000..=0xffffd | 0x10_0000..=0x10_fffd => {
            ("PRIVATE USE CHARACTER", "ký hiệu riêng của một phông chữ")
        }
        0xfdd0..=0xfdef => ("NONCHARACTER", "mã không phải ký tự"),
        _ if code & 0xfffe == 0xfffe => ("NONCHARACTER", "mã không phải ký tự"),
        _ => ("INVISIBLE CHARACTER", "ký tự ẩn"),
    }
}

/// `U+202E`
pub fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::super::{CharacterClass, class};
    use super::*;

    #[test]
    fn a_narrower_name_comes_first() {
        assert_eq!(name('\u{202e}').unicode, "RIGHT-TO-LEFT OVERRIDE");
        assert_eq!(name('\u{7}').unicode, "BELL");
        assert_eq!(name('\u{1}').unicode, "CONTROL CHARACTER");
        assert_eq!(name('\u{f0b7}').unicode, "PRIVATE USE CHARACTER");
        assert_eq!(name('\u{1ffff}').unicode, "NONCHARACTER");
        assert_eq!(code_point('\u{7}'), "U+0007");
    }

    #[test]
    fn only_what_is_not_plain_has_a_name_here() {
        for character in NAMES.iter().flat_map(|(first, last, ..)| *first..=*last).filter_map(char::from_u32) {
            let tab_or_line = matches!(character, '\t' | '\n');
            assert_eq!(class(character) == CharacterClass::Plain, tab_or_line, "{}", code_point(character));
        }
    }
}
