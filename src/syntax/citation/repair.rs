//! What to write where a citation could be read but has a slip of typing or scanning in it. After the advice
//! is followed, the slip is gone and no new one has come.

use super::find;
use super::symbol::misread_term;
use super::token::{Class, Tokens};
use crate::model::citation::{Found, Note, NoteKind, Target};
use crate::model::number::Symbol;
use crate::model::provision::{Locator, Unit};

/// Returns what to write in place of the words of a note; `None` for manners of citing, which are no slips, and where the
/// right words do not follow from these.
///
/// `text` is what `found` was read from.
pub fn repair(text: &str, found: &Found, note: &Note) -> Option<String> {
    let words = text.get(note.range.clone())?;
    match note.kind {
        NoteKind::Eth => Some(with_stroke(words)),
        NoteKind::StraySpace => Some(closed_up(words)),
        NoteKind::LongDash => Some(with_hyphens(words)),
        NoteKind::JoinedWords => parted(words),
        NoteKind::MisreadDigit => misread_term(words),
        NoteKind::SymbolCase => Symbol::new(&with_hyphens(words)).map(|symbol| symbol.to_string()),
        NoteKind::RangeReversed => turned(words, found, note),
        NoteKind::Case
        | NoteKind::LargeToSmall
        | NoteKind::Abbreviation
        | NoteKind::ExtraWord
        | NoteKind::LeadingZero
        | NoteKind::LabelScript
        | NoteKind::UnusualLabel
        | NoteKind::SymbolMissing
        | NoteKind::DateMissing
        | NoteKind::GroupingOmitted => None,
    }
}

fn with_stroke(words: &str) -> String {
    words.replace('Ð', "Đ").replace('ð', "đ")
}

fn with_hyphens(words: &str) -> String {
    words.replace(['–', '—', '‑', '−'], "-")
}

/// `TT- BTTTT` → `TT-BTTTT`: a number has no space in it. `Điều⏎5` → `Điều 5`: a word and its label have one.
fn closed_up(words: &str) -> String {
    let tokens = Tokens::new(words);
    let in_a_number =
        (0..tokens.len()).any(|at| matches!(tokens.get(at).map(|token| token.class), Some(Class::Mark(_))));
    words.split_whitespace().collect::<Vec<_>>().join(if in_a_number { "" } else { " " })
}

/// `TTgngày` → `TTg ngày`, `17của` → `17 của`: parted where the reader parted them.
fn parted(words: &str) -> Option<String> {
    let first = Tokens::new(words).get(0)?;
    let (first, rest) = words.split_at_checked(first.end)?;
    Some(format!("{first} {rest}"))
}

/// `điểm c đến điểm a khoản 2 Điều 5` → `điểm a đến điểm c khoản 2 Điều 5`. The advice is parsed again: it must be the
/// same range, the right way round.
fn turned(words: &str, found: &Found, note: &Note) -> Option<String> {
    let cited = found.cited.iter().find(|cited| cited.range == note.range)?;
    let Target::Span { from, to } = &cited.target else { return None };
    let advice = range_of(&to.locator()?, &from.locator()?);
    let turned = Target::Span { from: to.clone(), to: from.clone() };
    let is_right =
        |text: &str| find(text).first().is_some_and(|it| it.cited.first().is_some_and(|it| it.target == turned));
    (advice != words && is_right(&advice)).then_some(advice)
}

/// From one place to another; what both lie in is named once.
fn range_of(from: &Locator, to: &Locator) -> String {
    let within = |place: &Locator| place.parent();
    match (within(from), within(to)) {
        (from_in, to_in) if from_in == to_in => {
            let around = from_in.map(|around| format!(" {around}")).unwrap_or_default();
            let (first, last): (&Unit, &Unit) = (from.smallest(), to.smallest());
            format!("{first} đến {last}{around}")
        }
        _ => format!("{from} đến {to}"),
    }
}
