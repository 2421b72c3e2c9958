//! Latin letters, among them all of Vietnamese, known without a look into the tables of Unicode: nearly every character of a
//! text is one, and every text is read.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Whether this is an ASCII letter or digit, or a letter of the Latin blocks of Unicode (Latin-1, Extended-A and -B,
/// Extended Additional): all those with which Vietnamese is written in composed form (NFC), and others.
pub fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ')
}

/// The two ways to place the tone on `oa`, `oe` and `uy` at the end of a syllable: `hóa` and `hoá`.
const TONES: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// Returns words in small letters with their tones placed in one of the two ways, so that `hóa` and `hoá` become the same.
pub fn same_tones(words: &str) -> String {
    let mut same = words.to_owned();
    for (one, other) in TONES.iter().filter(|(one, _)| words.contains(one)) {
        same = same.replace(one, other);
    }
    same
}

/// Returns words as a name in small letters of ASCII: without marks, `-` for all that is no letter, digit or dot.
pub fn in_ascii(words: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(words).to_lowercase();
    let mut name = String::new();
    for character in decomposed.chars() {
        match character {
            'đ' | 'ð' => name.push('d'),
            c if c.is_ascii_alphanumeric() => name.push(c),
            '\u{300}'..='\u{36f}' => {}
            '.' if !name.is_empty() && !name.ends_with(['-', '.']) => name.push('.'),
            _ if !name.is_empty() && !name.ends_with(['-', '.']) => name.push('-'),
            _ => {}
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_are_placed_in_one_way() {
        assert_eq!(same_tones("hàng hóa, thủy lợi"), same_tones("hàng hoá, thuỷ lợi"));
        assert_eq!(same_tones("hoàn quý"), "hoàn quý");
    }

    #[test]
    fn agrees_with_unicode() {
        let latin = ('\0'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
        for c in latin.filter(|c| !matches!(c, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾')) {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
        assert!(!is_alphanumeric('٣') && !is_alphanumeric('я'));
    }
}
