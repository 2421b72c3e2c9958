//! One instrument's time as a bar: one piece for each of its states.

use super::axis::Axis;
use super::rows::{TimeSpan, TimelineBar};
use crate::model::date::Date;
use crate::model::validity::ValidityKind;

/// A bar between two places of the axis.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    pub left: i32,
    pub right: i32,
    pub pieces: Vec<BarPiece>,
    /// It is certainly not over on the edition's day.
    pub open: bool,
}

/// The part of a bar in which one state holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BarPiece {
    pub left: i32,
    pub right: i32,
    pub kind: ValidityKind,
}

/// The narrowest piece that can still be seen.
const THIN: i32 = 10;

/// The bar of a row between the two borders of the axis.
pub fn bar(row: &TimelineBar<'_>, axis: &Axis, left: i32, right: i32) -> Bar {
    let day = row.validity.until.or(row.validity.since);
    bar_of(&row.spans, day, axis, left, right)
}

/// The bar of times one after the other; where there are none it ended on the `day` on which it began.
pub fn bar_of(spans: &[TimeSpan], day: Option<Date>, axis: &Axis, left: i32, right: i32) -> Bar {
    let place = |date| axis.place(date, left, right);
    let mut pieces: Vec<BarPiece> = spans
        .iter()
        .map(|span| BarPiece {
            left: span.from.map_or(left, place),
            right: span.to.map_or(right, place),
            kind: span.kind,
        })
        .collect();
    if pieces.is_empty() {
        let day = day.map_or(left, place);
        pieces.push(BarPiece { left: day, right: day, kind: ValidityKind::Ended });
    }
    widen(&mut pieces, left, right);
    let last = spans.last().filter(|span| span.to.is_none());
    Bar {
        left: pieces.first().map_or(left, |piece| piece.left),
        right: pieces.last().map_or(left, |piece| piece.right),
        pieces,
        open: last.is_some_and(|span| span.kind != ValidityKind::Unknown),
    }
}

/// Very short pieces are widened, to the right where there is room, so that none is lost.
fn widen(pieces: &mut [BarPiece], left: i32, right: i32) {
    let mut at = left;
    for piece in pieces.iter_mut() {
        piece.left = piece.left.max(at);
        piece.right = piece.right.max(piece.left + THIN);
        at = piece.right;
    }
    // What that pushed over the border is pushed back.
    let mut border = right;
    for piece in pieces.iter_mut().rev() {
        piece.right = piece.right.min(border);
        piece.left = piece.left.min(piece.right - THIN).max(left);
        border = piece.left;
    }
}
