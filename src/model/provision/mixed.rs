//! Labels of several parts, not all of them numbers: `12/PLI`, `II-1`, `II.11`, `d.3`.

use std::fmt;

use super::read_roman;

/// A label of letters and numbers in parts, kept as it is written.
///
/// Forms bear such signs (`Mẫu số 12/PLI`, `Mẫu 02-II/AP`), and old texts cite so within a mục or a point (`mục II.11`,
/// `điểm d.3`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MixedLabel(String);

impl MixedLabel {
    /// The label written `text`; `None` where it is no label of this sort.
    ///
    /// Two parts or more, parted by `/`, `-`, `.`, `&` or a space, at least one with a letter. A range (`I-V`, `1a-1d`), a document
    /// number (`12/2030/TT-XX`) and numbers alone (`1.11`) are none. Or one part, capitals and a number: `BC10a`.
    pub fn new(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(SEPARATORS).collect();
        let several = parts.len() > 1 && parts.iter().all(|part| is_part(part));
        let lettered = text.contains(char::is_alphabetic);
        let parted = several && lettered && !is_range(text, &parts) && !has_year(text, &parts);
        (parted || is_sign(text)).then(|| Self(text.to_owned()))
    }

    /// Returns the label as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether only full stops part it, as in a mục or a point.
    pub fn is_dotted(&self) -> bool {
        self.0.contains('.') && !self.0.contains(['/', '-', '&', ' '])
    }

    /// Whether an annex may bear it: `II.1`, `I-A`, `03/BC`. A longer word after a hyphen is another one: `Phụ lục V-TT48`.
    pub(super) fn suits_annex(&self) -> bool {
        let short = |part: &str| part.chars().count() == 1 || part.bytes().all(|b| b.is_ascii_digit());
        self.0.contains(['/', '-', '.']) && !self.0.contains(' ') && self.0.split(['-', '.']).skip(1).all(short)
    }

    /// The label in ASCII; different labels have different ones.
    pub(super) fn slug(&self) -> String {
        self.0.chars().map(slug_of).collect()
    }
}

impl fmt::Display for MixedLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

const SEPARATORS: [char; 5] = ['/', '-', '.', '&', ' '];

/// Capitals and digits; a small letter stands alone or after a number, with digits after it at most: `a`, `d1`, `02b`, `TTr`.
fn is_part(part: &str) -> bool {
    let capital = |c: char| c.is_ascii_uppercase() || matches!(c, 'Đ' | 'Ư' | 'Ơ' | 'Ô' | 'Ă' | 'Â' | 'Ê');
    let small = |c: char| c.is_ascii_lowercase() || c == 'đ';
    let body = part.trim_start_matches(|c: char| c.is_ascii_digit()).trim_end_matches(|c: char| c.is_ascii_digit());
    let mut letters = body.chars();
    let lone_small = letters.next().is_none_or(small) && letters.next().is_none();
    let capitals = body.chars().all(|c| capital(c) || c.is_ascii_digit());
    !part.is_empty() && (capitals || lone_small || matches!(part, "TTr" | "TTg" | "CTr"))
}

/// `BC10a`: two capitals or more that are no Roman number, then a number.
fn is_sign(text: &str) -> bool {
    let capital = |c: char| c.is_ascii_uppercase() || c == 'Đ';
    let number = text.trim_start_matches(capital);
    let letters = text.strip_suffix(number).unwrap_or_default();
    let suffix = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - suffix.len();
    let short = (2..=8).contains(&letters.chars().count()) && (1..=3).contains(&digits);
    let inserted = suffix.is_empty() || suffix.len() == 1 && suffix.bytes().all(|b| b.is_ascii_alphabetic());
    short && inserted && read_roman(letters).is_none()
}

/// `I-V`, `1a-1d`, `A-D`: two labels of one sort with a dash between them.
fn is_range(text: &str, parts: &[&str]) -> bool {
    let &[first, last] = parts else { return false };
    let sort = |part: &str| match () {
        () if read_roman(part).is_some() => 0,
        () if part.starts_with(|c: char| c.is_ascii_digit()) => 1,
        () => 2,
    };
    let short = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() < 2 || read_roman(part).is_some();
    text.contains('-') && sort(first) == sort(last) && short(first) && short(last)
}

/// `12/2030/TT-XX`, `12/2030`: a document.
fn has_year(text: &str, parts: &[&str]) -> bool {
    let year = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    text.contains('/') && parts.get(1).is_some_and(year)
}

fn slug_of(c: char) -> String {
    match c {
        '0'..='9' => c.to_string(),
        'A'..='Z' => c.to_ascii_lowercase().to_string(),
        _ => format!("-{:x}-", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_others() {
        for text in ["12/PLI", "II-1", "02-II/AP", "01/DT-KPXC", "02b/HCSN-BCT", "HS01-VC/BNV", "II.11", "d.3", "I.2.a"]
        {
            assert_eq!(MixedLabel::new(text).map(|label| label.to_string()).as_deref(), Some(text));
        }
        assert!(MixedLabel::new("NCNXX 15").is_some_and(|label| !label.suits_annex() && !label.is_dotted()));
        assert!(MixedLabel::new("BC10a").is_some_and(|label| !label.suits_annex() && !label.is_dotted()));
        for text in [
            "BC",
            "II1",
            "BC1000",
            "bc10",
            "12",
            "1.11",
            "I-V",
            "1a-1d",
            "12/2030/TT-XX",
            "12/2030",
            "-A",
            "A-",
            "a.docx",
            "1-3",
            "Đường-1",
        ] {
            assert_eq!(MixedLabel::new(text), None, "{text}");
        }
    }

    #[test]
    fn slugs_differ() {
        let slug = |text| MixedLabel::new(text).map(|label| label.slug()).unwrap();
        assert_eq!(slug("12/PLI"), "12-2f-pli");
        assert_ne!(slug("D.3"), slug("d.3"));
        assert_ne!(slug("1-Đ"), slug("1-DD"));
    }
}
