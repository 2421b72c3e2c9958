//! The arrows from what is replaced to what replaces it. None strikes through a text.

use super::lanes::Lanes;
use super::layout::{DrawingFormat, PlacedRow};
use super::sketch::{HEAD, Sketch};
use super::{ShapeRole, ShapeView};

/// From the left end of a bar to where an arrow meets it from above.
const LANDING: i32 = 12;
/// From the edge of a bar to where an arrow meets it from the left.
const EDGE: i32 = 8;

/// From what is replaced, down to what replaces it. A successor in another drawing has no arrow; the words have it.
pub fn arrows(sketch: &mut Sketch, format: &DrawingFormat, placed: &[PlacedRow<'_>], lanes: &Lanes) {
    for from in placed {
        for (successor, certain) in &from.row.successors {
            let Some(to) = placed.iter().find(|one| one.at == *successor).filter(|to| to.top > from.top) else {
                continue;
            };
            let role = if *certain { ShapeRole::Arrow } else { ShapeRole::ArrowPending };
            let lane = lanes.place(to.at, format.left);
            sketch.arrow(role, if format.above { beside(format, from, to, lane) } else { across(format, from, to) });
        }
    }
}

/// Names are above the bars: the arrow runs down at the left of all of them. It leaves a bar low and meets one high, so
/// that the arrow to a row and the one from it do not look like one.
fn beside(format: &DrawingFormat, from: &PlacedRow<'_>, to: &PlacedRow<'_>, lane: i32) -> Vec<[i32; 2]> {
    let (start, end) = (from.bar_bottom(format) - EDGE, to.bar_top(format) + EDGE);
    vec![[from.bar.left, start], [lane, start], [lane, end], [to.bar.left - 1, end]]
}

/// Names are at the left: the arrow runs down at the time of the replacement.
fn across(format: &DrawingFormat, from: &PlacedRow<'_>, to: &PlacedRow<'_>) -> Vec<[i32; 2]> {
    let land = (to.bar.left + LANDING).min((to.bar.left + to.bar.right) / 2);
    let (start, bottom) = ((from.bar_top(format) + from.bar_bottom(format)) / 2, from.bar_bottom(format));
    let end = to.bar_top(format) - 1;
    if from.bar.right <= land {
        return vec![[from.bar.right, start], [land, start], [land, end]];
    }
    if land >= from.bar.left {
        return vec![[land, bottom], [land, end]];
    }
    // What replaces it began before: down from its beginning, then to the left.
    let x = (from.bar.left + LANDING).min(from.bar.right);
    let level = to.bar_top(format) - HEAD - 3;
    vec![[x, bottom], [x, level], [land, level], [land, end]]
}

/// Whether an arrow runs through a place: left, right, top, bottom.
pub fn strikes(arrows: &[ShapeView], (left, right, top, bottom): (i32, i32, i32, i32)) -> bool {
    let meets = |a: i32, b: i32, (low, high): (i32, i32)| a.max(b) >= low && a.min(b) <= high;
    let strokes = arrows.iter().flat_map(|shape| shape.points.iter().zip(shape.points.iter().skip(1)));
    let mut strokes =
        strokes.filter(|([x, y], [to_x, to_y])| meets(*x, *to_x, (left, right)) && meets(*y, *to_y, (top, bottom)));
    strokes.next().is_some()
}
