//! What distinguishes a unit from its siblings: `15a`, `đ1`, `II`, `thứ hai`, `1.11`.

use std::cmp::Ordering;
use std::num::NonZeroU16;

use super::{Letter, MixedLabel};

/// The label of a unit. Which forms a kind of unit may take is [`super::Unit::new`]'s to say.
///
/// The order is that of the law: 15 < 15a < 15b < 16, d < d1 < đ < đ1 < e, 1 < 1.1 < 1.11 < 2. The script is part of the
/// label (an annex `I` is not an annex `1`) but weighs least in the order.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Label {
    /// The only one of its kind: `Phụ lục`, `Danh mục ban hành kèm theo`.
    Unlabelled,
    /// `15`; with a letter where it was inserted after 15: `15a` (NĐ 34/2016/NĐ-CP, Điều 76).
    Number { number: NonZeroU16, letter: Option<Letter> },
    /// `II`; with a letter where it was inserted: `IIa`, in annexes `IA`.
    Roman { number: NonZeroU16, letter: Option<Letter> },
    /// `thứ hai`, `thứ 4`.
    Ordinal(NonZeroU16),
    /// `1.11`: two numbers or more, as the rows of an annex are numbered.
    Dotted(Vec<NonZeroU16>),
    /// `đ`; with a number where it was inserted: `đ1`. Parts and annexes write it in capitals.
    Letter { letter: Letter, number: Option<NonZeroU16> },
    /// `12/PLI`, `II.11`, `d.3`: kept as it is written; nothing is next to it.
    Mixed(MixedLabel),
}

impl Label {
    /// `number` without a letter; `None` for zero.
    pub fn number(number: u16) -> Option<Self> {
        NonZeroU16::new(number).map(|number| Self::Number { number, letter: None })
    }

    /// `letter` without a number; `None` for a letter that labels nothing.
    pub fn letter(letter: char) -> Option<Self> {
        Letter::new(letter).map(|letter| Self::Letter { letter, number: None })
    }

    /// `number` in Roman script; `None` for zero.
    pub fn roman(number: u16) -> Option<Self> {
        NonZeroU16::new(number).map(|number| Self::Roman { number, letter: None })
    }

    /// `thứ` number; `None` for zero.
    pub fn ordinal(number: u16) -> Option<Self> {
        NonZeroU16::new(number).map(Self::Ordinal)
    }

    /// The label that comes next where nothing was inserted in between: 16 after 15, 15b after 15a, đ after d, đ2 after đ1.
    pub fn next(&self) -> Option<Self> {
        self.step(Letter::next, |number| number.checked_add(1))
    }

    /// The label before, by the same rule as [`Label::next`]: `None` before 1, a, 15a and đ1.
    pub fn previous(&self) -> Option<Self> {
        self.step(Letter::previous, |number| NonZeroU16::new(number.get() - 1))
    }

    /// Whether `self` may stand right after `before` with no label skipped, insertions included:
    /// 15a and 16 after 15; 15b and 16 after 15a; đ1 and e after đ; đ2 and e after đ1.
    pub fn may_follow(&self, before: &Label) -> bool {
        let plain = before.without_insertion();
        let inserted = plain.first_insertion();
        before.next().as_ref() == Some(self)
            || plain.next().as_ref() == Some(self)
            || (*before == plain && inserted.as_ref() == Some(self))
    }

    /// Whether this label was inserted after the original numbering: 15a, đ1.
    pub fn is_inserted(&self) -> bool {
        *self != self.without_insertion()
    }

    fn step(
        &self,
        of_letter: impl Fn(Letter) -> Option<Letter>,
        of_number: impl Fn(NonZeroU16) -> Option<NonZeroU16>,
    ) -> Option<Self> {
        Some(match self {
            Self::Unlabelled | Self::Mixed(_) => return None,
            &Self::Number { number, letter: Some(letter) } => Self::Number { number, letter: Some(of_letter(letter)?) },
            &Self::Number { number, letter: None } => Self::Number { number: of_number(number)?, letter: None },
            &Self::Roman { number, letter: Some(letter) } => Self::Roman { number, letter: Some(of_letter(letter)?) },
            &Self::Roman { number, letter: None } => Self::Roman { number: of_number(number)?, letter: None },
            &Self::Ordinal(number) => Self::Ordinal(of_number(number)?),
            Self::Dotted(numbers) => {
                let (last, first) = numbers.split_last()?;
                Self::Dotted(first.iter().copied().chain([of_number(*last)?]).collect())
            }
            &Self::Letter { letter, number: Some(number) } => Self::Letter { letter, number: Some(of_number(number)?) },
            &Self::Letter { letter, number: None } => Self::Letter { letter: of_letter(letter)?, number: None },
        })
    }

    fn without_insertion(&self) -> Self {
        match self {
            &Self::Number { number, .. } => Self::Number { number, letter: None },
            &Self::Roman { number, .. } => Self::Roman { number, letter: None },
            &Self::Letter { letter, .. } => Self::Letter { letter, number: None },
            Self::Unlabelled | Self::Ordinal(_) | Self::Dotted(_) | Self::Mixed(_) => self.clone(),
        }
    }

    fn first_insertion(&self) -> Option<Self> {
        match self {
            &Self::Number { number, .. } => Some(Self::Number { number, letter: Letter::new('a') }),
            &Self::Roman { number, .. } => Some(Self::Roman { number, letter: Letter::new('a') }),
            &Self::Letter { letter, .. } => Some(Self::Letter { letter, number: Some(NonZeroU16::MIN) }),
            Self::Unlabelled | Self::Ordinal(_) | Self::Dotted(_) | Self::Mixed(_) => None,
        }
    }

    /// Group, leading number, further numbers, letter, script: compared in this order.
    fn key(&self) -> (u8, u16, &[NonZeroU16], Option<Letter>, u8) {
        match self {
            Self::Unlabelled => (0, 0, &[], None, 0),
            Self::Number { number, letter } => (1, number.get(), &[], *letter, 0),
            Self::Roman { number, letter } => (1, number.get(), &[], *letter, 1),
            Self::Ordinal(number) => (1, number.get(), &[], None, 2),
            Self::Dotted(numbers) => match numbers.split_first() {
                Some((first, rest)) => (1, first.get(), rest, None, 3),
                None => (1, 0, &[], None, 3),
            },
            Self::Letter { letter, number } => (2, number.map_or(0, NonZeroU16::get), &[], Some(*letter), 0),
            Self::Mixed(_) => (3, 0, &[], None, 0),
        }
    }
}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Self::Letter { letter: a, number: m }, Self::Letter { letter: b, number: n }) = (self, other) {
            return (a, m).cmp(&(b, n));
        }
        if let (Self::Mixed(one), Self::Mixed(other)) = (self, other) {
            return one.cmp(other);
        }
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: u16, letter: Option<char>) -> Label {
        Label::Number { number: NonZeroU16::new(n).unwrap(), letter: letter.and_then(Letter::new) }
    }

    fn point(letter: char, n: u16) -> Label {
        Label::Letter { letter: Letter::new(letter).unwrap(), number: NonZeroU16::new(n) }
    }

    fn dotted(numbers: &[u16]) -> Label {
        Label::Dotted(numbers.iter().filter_map(|&n| NonZeroU16::new(n)).collect())
    }

    #[test]
    fn the_order_of_the_law() {
        let numbers = [number(15, None), number(15, Some('a')), number(15, Some('b')), number(16, None)];
        let points = [point('d', 0), point('d', 1), point('đ', 0), point('đ', 1), point('e', 0)];
        let rows = [number(1, None), dotted(&[1, 1]), dotted(&[1, 2]), dotted(&[1, 11]), number(2, None)];
        assert!(numbers.is_sorted_by(|a, b| a < b));
        assert!(points.is_sorted_by(|a, b| a < b));
        assert!(rows.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn neighbours() {
        assert_eq!(number(15, Some('d')).next(), Some(number(15, Some('đ'))));
        assert_eq!(point('d', 0).next(), Some(point('đ', 0)));
        assert_eq!(point('đ', 1).previous(), None);
        assert_eq!(number(1, None).previous(), None);
        assert_eq!(dotted(&[1, 11]).next(), Some(dotted(&[1, 12])));
    }

    #[test]
    fn what_may_follow() {
        let follows = [
            (number(15, None), number(15, Some('a'))),
            (number(15, None), number(16, None)),
            (number(15, Some('b')), number(16, None)),
            (point('d', 0), point('đ', 0)),
            (point('đ', 0), point('đ', 1)),
            (point('đ', 2), point('e', 0)),
        ];
        for (before, after) in follows {
            assert!(after.may_follow(&before), "{before:?} {after:?}");
        }
        assert!(!number(17, None).may_follow(&number(15, None)));
        assert!(!point('e', 0).may_follow(&point('d', 0)));
        assert!(!number(15, Some('c')).may_follow(&number(15, Some('a'))));
        assert!(!number(15, Some('a')).may_follow(&number(15, Some('b'))));
    }
}
