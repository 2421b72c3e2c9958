//! Numbers as lists write them.

use std::num::NonZeroU16;

use crate::model::provision::write_roman;

/// A number in capital letters: A to Z, then AA, BB, as Word counts.
pub fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return number.to_string() };
    let letter = u8::try_from(index % 26).map_or('?', |at| char::from(b'A' + at));
    let times = usize::try_from(index / 26 + 1).unwrap_or(1);
    // Nobody counts that far; a file may.
    if times > 10 { number.to_string() } else { letter.to_string().repeat(times) }
}

/// A number in Roman capitals; beyond 3999 in digits.
pub fn roman(number: u32) -> String {
    let small = u16::try_from(number).ok().filter(|small| *small < 4000).and_then(NonZeroU16::new);
    small.map_or_else(|| number.to_string(), write_roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written() {
        let letters: Vec<String> = [0, 1, 4, 26, 27, 53, 9999].into_iter().map(letters).collect();
        assert_eq!(letters, ["0", "A", "D", "Z", "AA", "AAA", "9999"]);
        let romans: Vec<String> = [0, 1, 4, 14, 49, 2030, 4000].into_iter().map(roman).collect();
        assert_eq!(romans, ["0", "I", "IV", "XIV", "XLIX", "MMXXX", "4000"]);
    }
}
