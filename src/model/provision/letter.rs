//! Letters that may label a point or an inserted article.

use std::fmt;

/// The 23 letters in the order of the law; `f j w z` and `ă â ê ô ơ ư` are not among them (NĐ 34/2016/NĐ-CP, Điều 62, 76).
const ORDER: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// One letter of a label. Its order is that of the law: đ is between d and e.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Letter(u8);

impl Letter {
    /// The letter written `letter`, in lower case; `None` for a letter that labels nothing. No letter stands for another.
    pub fn new(letter: char) -> Option<Self> {
        ORDER.iter().position(|&known| known == letter).map(|index| Self(index as u8))
    }

    /// All letters, in the order of the law.
    pub fn all() -> impl Iterator<Item = Letter> {
        (0..ORDER.len() as u8).map(Self)
    }

    /// The letter itself, in lower case.
    pub fn get(self) -> char {
        ORDER.get(usize::from(self.0)).copied().unwrap_or('a')
    }

    /// The letter in upper case, as annexes and parts are labelled.
    pub fn upper(self) -> char {
        if self.get() == 'đ' { 'Đ' } else { self.get().to_ascii_uppercase() }
    }

    /// The letter in ASCII: itself, but `dd` for đ, so that d and đ never meet.
    pub fn ascii(self) -> String {
        if self.get() == 'đ' { "dd".to_owned() } else { self.get().to_string() }
    }

    /// The letter after this one, or `None` after y.
    pub fn next(self) -> Option<Self> {
        (usize::from(self.0) + 1 < ORDER.len()).then_some(Self(self.0 + 1))
    }

    /// The letter before this one, or `None` before a.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_law() {
        let all: String = Letter::all().map(Letter::get).collect();
        assert_eq!(all, "abcdđeghiklmnopqrstuvxy");
        let d = Letter::new('d').unwrap();
        assert_eq!(d.next(), Letter::new('đ'));
        assert_eq!(Letter::new('e').and_then(Letter::previous), Letter::new('đ'));
        assert_eq!(Letter::new('y').and_then(Letter::next), None);
        assert_eq!(Letter::new('a').and_then(Letter::previous), None);
    }

    #[test]
    fn no_letter_stands_for_another() {
        for letter in "fjwzăâêôơưðAĐ1".chars() {
            assert_eq!(Letter::new(letter), None, "{letter}");
        }
    }
}
