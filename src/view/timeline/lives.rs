//! Small bars, one for each of many lives, all on one axis, so that they can be compared.

use rayon::prelude::*;

use super::axis::Axis;
use super::layout::pieces;
use super::rows::TimeSpan;
use super::sketch::{Sketch, width};
use super::spans::bar_of;
use super::{DrawingView, ShapeRole, TextAnchor, TextRole};
use crate::model::date::Date;
use crate::model::time::Period;
use crate::model::validity::ValidityKind;

const WIDTH: i32 = 500;
const HEIGHT: i32 = 44;
const TOP: i32 = 4;
const BOTTOM: i32 = 22;
const TEXT: i32 = 15;
/// Between two years that are written.
const YEARS: i32 = 100;

/// A bar for every life; what is in words beside it is not said again.
pub fn bars(lives: &[Vec<Period>], as_of: Date) -> Vec<DrawingView> {
    let days = lives.iter().flatten().flat_map(|period| [period.from, period.until]).flatten();
    let axis = Axis::through(days, as_of);
    lives.par_iter().map(|periods| bar(periods, &axis)).collect()
}

fn bar(periods: &[Period], axis: &Axis) -> DrawingView {
    let now = periods.iter().find(|period| period.has(axis.as_of)).map_or(ValidityKind::Unknown, |it| it.validity.kind);
    let spans: Vec<TimeSpan> = periods.iter().filter_map(|period| span(period, axis.as_of)).collect();
    let day = axis.place(axis.as_of, 0, WIDTH);
    let mut sketch = Sketch::default();
    sketch.rectangle(ShapeRole::After, (day, 0), (WIDTH, BOTTOM + TOP));
    let ended = periods.last().and_then(|last| last.from);
    let bar = bar_of(&spans, ended, axis, 0, WIDTH);
    pieces(&mut sketch, &bar, now, (TOP, BOTTOM), |_, _| {});
    for (year, x) in axis.years(0, WIDTH, YEARS) {
        let year = year.to_string();
        let half = width(&year, TextRole::Year, TEXT) / 2 + 1;
        if (half..=WIDTH - half).contains(&x) {
            sketch.line(ShapeRole::Grid, vec![[x, BOTTOM], [x, BOTTOM + TOP]]);
            sketch.text(TextRole::Year, (x, HEIGHT - 3), TextAnchor::Middle, TEXT, year);
        }
    }
    sketch.line(ShapeRole::AsOf, vec![[day, 0], [day, BOTTOM + TOP]]);
    let (shapes, texts) = (sketch.shapes, sketch.texts);
    DrawingView { caption: String::new(), alt: String::new(), width: WIDTH, height: HEIGHT, shapes, texts }
}

/// Returns the span of a period as it is drawn; one that is known to come is drawn as not commenced.
fn span(period: &Period, as_of: Date) -> Option<TimeSpan> {
    let ahead = period.from.is_some_and(|from| from > as_of);
    let kind = match period.validity.kind {
        ValidityKind::NotCommenced | ValidityKind::Ended | ValidityKind::NeverInForce => return None,
        ValidityKind::InForce if ahead => ValidityKind::NotCommenced,
        kind => kind,
    };
    Some(TimeSpan { from: period.from, to: period.until, kind })
}
