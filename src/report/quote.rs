//! The line that a finding begins in, as much of it as is shown: a line may be as long as its file.

/// How many characters are kept on either side of the place.
const AROUND: usize = 200;

/// A part of a line.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Quote {
    /// The part, without its line end.
    pub text: String,
    /// How many characters of the line are before it.
    pub skipped: usize,
}

impl Quote {
    /// Quotes the text around a byte, whose column, counted from 1, is known.
    pub(super) fn around(text: &str, byte: usize, column: usize) -> Self {
        let (before, after) = text.split_at_checked(byte).unwrap_or((text, ""));
        let start = before.char_indices().rev().take_while(|(_, sign)| *sign != '\n').take(AROUND).last();
        let start = start.map_or(before.len(), |(at, _)| at);
        let end = after.char_indices().take_while(|(_, sign)| *sign != '\n').take(AROUND).last();
        let end = end.map_or(0, |(at, sign)| at + sign.len_utf8());
        let kept = before.get(start..).unwrap_or_default();
        let skipped = (column.saturating_sub(1)).saturating_sub(kept.chars().count());
        Quote { text: format!("{kept}{}", after.get(..end).unwrap_or_default()), skipped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_around_the_place() {
        let quote = Quote::around("một\nhai ba\nbốn", 10, 5);
        assert_eq!((quote.text.as_str(), quote.skipped), ("hai ba", 0));
        let long = "ắ".repeat(1000);
        let quote = Quote::around(&long, 600 * "ắ".len(), 601);
        assert_eq!((quote.text.chars().count(), quote.skipped), (2 * AROUND, 400));
        assert_eq!(Quote::around("", 0, 1).text, "");
        assert_eq!(Quote::around("một\n", 6, 1).text, "");
    }
}
