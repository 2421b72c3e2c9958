//! Figures that are summed: exact decimals, so that the sum of sixty-three of them is what a person gets by hand.

use std::fmt;
use std::iter::Sum;

/// Decimals that are kept.
const DECIMALS: usize = 6;
/// One, in the units that are counted.
const ONE: i128 = 1_000_000;

/// An exact decimal of at most six digits after the point; never negative.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Amount(i128);

impl Amount {
    /// Reads digits with a point: `12`, `12.5`. Nothing else is an amount.
    pub fn from_digits(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty() && whole.len() <= 18 && part.len() <= DECIMALS;
        if !fits || !are_digits(whole) || !are_digits(part) {
            return None;
        }
        let units: i128 = whole.parse().ok()?;
        let rest: i128 = format!("{part:0<DECIMALS$}").parse().ok()?;
        Some(Amount(units * ONE + rest))
    }

    /// Returns the number as digits with a point, as programs read it.
    pub fn digits(self) -> String {
        let (units, rest) = (self.0 / ONE, self.0 % ONE);
        let rest = format!("{rest:0>DECIMALS$}");
        let rest = rest.trim_end_matches('0');
        if rest.is_empty() { units.to_string() } else { format!("{units}.{rest}") }
    }

    /// Returns the nearest number of a spreadsheet.
    pub fn to_f64(self) -> f64 {
        self.digits().parse().unwrap_or_default()
    }
}

/// As it is written in Vietnamese: `1.234,5`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let from_end = whole.chars().rev().enumerate();
        let grouped: Vec<char> =
            from_end.flat_map(|(at, c)| (at > 0 && at % 3 == 0).then_some('.').into_iter().chain([c])).collect();
        f.write_str(&grouped.into_iter().rev().collect::<String>())?;
        if part.is_empty() { Ok(()) } else { write!(f, ",{part}") }
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Amount(amounts.map(|amount| amount.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact() {
        let amounts = ["0.1", "0.2", "1234567"].map(|text| Amount::from_digits(text).unwrap());
        let sum: Amount = amounts.into_iter().sum();
        assert_eq!((sum.digits(), sum.to_string()), ("1234567.3".to_owned(), "1.234.567,3".to_owned()));
        for text in ["", "-1", ".5", "1e3", "1,5", "0.1234567", "1234567890123456789"] {
            assert_eq!(Amount::from_digits(text), None, "{text}");
        }
        assert_eq!(Amount::from_digits("007").map(Amount::digits).as_deref(), Some("7"));
    }
}
