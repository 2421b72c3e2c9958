//! Latin letters, among them all of Vietnamese, known without a look into the tables of Unicode: nearly every character of a
//! text is one, and every text is read.

/// Whether this is an ASCII letter or digit, or a letter of the Latin blocks of Unicode (Latin-1, Extended-A and -B,
/// Extended Additional): all those with which Vietnamese is written in composed form (NFC), and others.
pub fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_unicode() {
        let latin = ('\0'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
        for c in latin.filter(|c| !matches!(c, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾')) {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
        assert!(!is_alphanumeric('٣') && !is_alphanumeric('я'));
    }
}
