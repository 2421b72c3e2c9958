//! Days as citations write them.

use super::token::Tokens;
use crate::model::date::Date;

/// Reads `ngày 05 tháng 9 năm 2019`, `ngày 05/9/2019` or `ngày 5-9-2019` at `at`; gives the token after it.
pub(super) fn read_date(tokens: &Tokens<'_>, at: usize) -> Option<(Date, usize)> {
    if !tokens.is(at, "ngày") {
        return None;
    }
    let part = |at: usize| tokens.digits(at).filter(|digits| digits.len() <= 4)?.parse::<i16>().ok();
    let same_mark = |mark| tokens.is_mark(at + 2, mark) && tokens.is_mark(at + 4, mark);
    // `ngày 28 tháng 6 tháng 2030` is a slip that real texts have.
    let month = tokens.is(at + 2, "tháng") || tokens.is(at + 2, "ngày");
    let in_words = month && (tokens.is(at + 4, "năm") || tokens.is(at + 4, "tháng"));
    if !(in_words || same_mark('/') || same_mark('-') || same_mark('.')) {
        return None;
    }
    let (day, month, year) = (part(at + 1)?, part(at + 3)?, part(at + 5)?);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    (year >= 1900).then_some((date, at + 6))
}
