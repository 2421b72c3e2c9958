//! Replaces ranges of bytes.

use std::ops::Range;

/// New words for a range of a text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Splice {
    pub start: usize,
    pub end: usize,
    pub words: String,
}

impl Splice {
    /// A splice that puts `words` in the place of a range of bytes.
    pub fn new(range: Range<usize>, words: impl Into<String>) -> Self {
        Splice { start: range.start, end: range.end, words: words.into() }
    }

    /// Returns the bytes that are replaced, in the text before the splice.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it takes nothing away.
    pub fn is_insertion(&self) -> bool {
        self.start == self.end
    }

    /// Whether it puts nothing in.
    pub fn is_removal(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether both cannot be: they change the same bytes, or put words at the same place.
    pub fn overlaps(&self, other: &Splice) -> bool {
        self.start < other.end && other.start < self.end || self.start == other.start
    }
}

/// The bytes with all splices in their places, which must not overlap.
pub fn spliced(bytes: &[u8], splices: &[Splice]) -> Option<Vec<u8>> {
    let mut sorted: Vec<&Splice> = splices.iter().collect();
    sorted.sort();
    let mut made = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for splice in sorted {
        made.extend_from_slice(bytes.get(done..splice.start)?);
        made.extend_from_slice(splice.words.as_bytes());
        done = splice.end;
    }
    made.extend_from_slice(bytes.get(done..)?);
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_whatever_order_they_come() {
        let splices = [Splice::new(4..5, "E"), Splice::new(0..2, ""), Splice::new(2..2, "-")];
        assert_eq!(spliced(b"abcdef", &splices).unwrap(), b"-cdEf");
        assert_eq!(spliced(b"ab", &[Splice::new(1..3, "")]), None);
        assert_eq!(spliced(b"ab", &[Splice::new(0..2, ""), Splice::new(1..1, "")]), None);
    }
}
