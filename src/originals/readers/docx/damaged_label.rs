//! Words of automatic numbers whose letters were lost on the way: LibreOffice writes `?i?u 1.` for `Điều 1.` when it saves a
//! file as RTF. Such a word is read again only where one word of laws fits.

const WORDS: [&str; 8] = ["Phần", "Chương", "Mục", "Tiểu mục", "Điều", "Khoản", "Điểm", "Phụ lục"];

/// Returns the lost word of a label such as `?i?u %1.` with the word that it was, and the label as it should be.
pub fn restored(label: &str) -> Option<((String, String), String)> {
    let (lost, rest) = label.split_at_checked(label.find('%')?)?;
    let lost = lost.trim_end();
    // A letter that is lost may have been a capital.
    let form = |word: &&str| {
        let forms = [(*word).to_owned(), word.to_uppercase(), word.to_lowercase()];
        forms.into_iter().find(|form| fits(lost, form))
    };
    let mut fitting = WORDS.iter().filter_map(form);
    let word = fitting.next().filter(|_| fitting.next().is_none())?;
    let restored = format!("{word} {rest}");
    Some(((lost.to_owned(), word), restored))
}

/// Whether a word has question marks for some of the letters of another, and is the same but for them.
fn fits(lost: &str, word: &str) -> bool {
    let is_kept = |(lost, letter): (char, char)| lost == letter;
    let pairs = || lost.chars().zip(word.chars());
    lost.chars().count() == word.chars().count()
        && pairs().all(|pair| is_kept(pair) || pair.0 == '?')
        && pairs().any(|pair| is_kept(pair) && pair.0.is_alphabetic())
        && lost.contains('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_one_word_fits_are_read_again() {
        for (label, expected) in [
            ("?i?u %1.", Some("Điều %1.")),
            ("?I?U %1.", Some("ĐIỀU %1.")),
            ("Ch??ng %1", Some("Chương %1")),
            ("Ti?u m?c %1.", Some("Tiểu mục %1.")),
            ("Ph? l?c %1", Some("Phụ lục %1")),
            ("Điều %1.", None),
            ("???? %1.", None),
            ("?i?? %1.", None),
            ("H?i %1?", None),
            ("%1)", None),
            ("", None),
        ] {
            assert_eq!(restored(label).map(|(_, label)| label).as_deref(), expected, "{label}");
        }
    }
}
