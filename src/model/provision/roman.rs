//! Roman numbers, which label parts, chapters and annexes.

use std::num::NonZeroU16;

const DIGITS: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// `number` in Roman capitals. Above 3999 the M is repeated.
pub fn write_roman(number: NonZeroU16) -> String {
    let mut rest = number.get();
    let mut text = String::new();
    for (value, digits) in DIGITS {
        while rest >= value {
            text.push_str(digits);
            rest -= value;
        }
    }
    text
}

/// The number written `text`, only in its one correct form in capitals: `IV`, never `IIII` or `iv`.
pub fn read_roman(text: &str) -> Option<NonZeroU16> {
    let (mut rest, mut sum) = (text, 0u16);
    for (value, digits) in DIGITS {
        while let Some(after) = rest.strip_prefix(digits) {
            sum = sum.checked_add(value)?;
            rest = after;
        }
    }
    let number = NonZeroU16::new(sum)?;
    (rest.is_empty() && write_roman(number) == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for number in (1..4100).filter_map(NonZeroU16::new) {
            assert_eq!(read_roman(&write_roman(number)), Some(number));
        }
        for bad in ["", "IIII", "VX", "iv", "IA", "IC", "VI I"] {
            assert_eq!(read_roman(bad), None, "{bad}");
        }
    }
}
