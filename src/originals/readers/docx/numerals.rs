//! Numbers as lists write them.

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
    const VALUES: [(u32, &str); 13] = [
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
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut roman = String::new();
    for (value, letters) in VALUES {
        while rest >= value {
            roman.push_str(letters);
            rest -= value;
        }
    }
    roman
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
