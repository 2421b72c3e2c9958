//! The place of a provision inside an instrument: units, their labels, and locators made of them.
//!
//! The levels and the order of citing are those of NĐ 34/2016/NĐ-CP, Điều 62–63 and 75–76; the two levels below điểm
//! (unmarked paragraphs and dash items) are not foreseen by the decree, yet real texts have them.

mod kind;
mod label;
mod letter;
mod locator;
mod mixed;
mod roman;
mod unit;

pub use kind::UnitKind;
pub use label::Label;
pub use letter::Letter;
pub use locator::{Locator, LocatorShapeError, may_number_points};
pub use mixed::MixedLabel;
pub use roman::{read_roman, write_roman};
pub use unit::{LabelNotAllowed, Unit};

/// The ordinal words of Vietnamese drafting, from the first: `thứ nhất`, `thứ hai`, … `thứ mười`.
///
/// Later ordinals are written with digits.
pub const ORDINAL_WORDS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
