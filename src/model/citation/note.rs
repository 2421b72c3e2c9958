//! Differences of a citation from the canonical form, and its open points.

use std::ops::Range;

/// Something to report to the writer about text that was read all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    pub kind: NoteKind,
    /// The bytes of the text that the note is about.
    pub range: Range<usize>,
}

/// What a note says. What the canonical form is, the value itself prints.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NoteKind {
    /// `Điểm`, `Khoản`, `điều`: the law writes điểm and khoản small, Điều with a capital.
    Case,
    /// `Điều 16 khoản 2`: the law cites from small to large.
    LargeToSmall,
    /// `đ. b`, `k. 2`, `Đ. 16`.
    Abbreviation,
    /// A comma or `của`, `tại`, `thuộc` between levels, `số` before a label, a bracket after it.
    ExtraWord,
    /// Ð (U+00D0) for Đ (U+0110).
    Eth,
    /// A space or line break inside a number or between a word and its label: `TT- BTTTT`.
    StraySpace,
    /// A long dash in a number.
    LongDash,
    /// `Điều 05`, or `5/2013/NĐ-CP` without the zero that belongs there.
    LeadingZero,
    /// `Chương 2` for `Chương II`, `Phần 1`; `đoạn 2` for `đoạn thứ hai`.
    LabelScript,
    /// `khoản a`, `khoản 2.3`, `điểm 2 Điều 5`: old texts print such labels; elsewhere it is a slip.
    UnusualLabel,
    /// `NĐ-CPngày`.
    JoinedWords,
    /// `QHI5` for `QH15`.
    MisreadDigit,
    /// A symbol in small letters: `16/2011/tt-bgdđt`.
    SymbolCase,
    /// `NĐ 73/2019`: the rest of the symbol is to be looked up.
    SymbolMissing,
    /// A number without a year and no date beside it: the document is not yet identified.
    DateMissing,
    /// A chương, mục or phần named above an article, left out of the locator.
    GroupingOmitted,
    /// A range whose end is before its start.
    RangeReversed,
}
