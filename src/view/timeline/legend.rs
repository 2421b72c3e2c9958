//! The legend: the meaning of the signs and patterns that occur, and of no others.

use super::axis::Axis;
use super::rows::TimelineBar;
use super::sketch::Sketch;
use super::spans::bar;
use super::{LegendView, ShapeRole, TextAnchor, TextRole};
use crate::model::validity::ValidityKind;

const WIDTH: i32 = 170;
const HEIGHT: i32 = 40;
/// Where the sample bar is.
const BAR: ((i32, i32), (i32, i32)) = ((50, 6), (160, 34));

/// Returns the legend of the signs that the figure uses, and of no others.
pub fn legend(rows: &[TimelineBar<'_>], axis: &Axis) -> Vec<LegendView> {
    let has = |kind: ValidityKind| rows.iter().any(|row| row.validity.kind == kind);
    let bars: Vec<_> = rows.iter().map(|row| bar(row, axis, 0, 1000)).collect();
    let uncertain = bars.iter().any(|bar| bar.pieces.iter().any(|piece| piece.kind == ValidityKind::Unknown));
    let arrow = |certain: bool| rows.iter().any(|row| row.successors.iter().any(|(_, taken)| *taken == certain));
    let mut legend: Vec<LegendView> = ValidityKind::ALL.into_iter().filter(|kind| has(*kind)).map(status).collect();
    if uncertain {
        legend.push(sample("nét đứt, dấu ?: chưa rõ có hiệu lực không", |sketch| {
            sketch.rectangle(ShapeRole::Uncertain, BAR.0, BAR.1);
            sketch.text(TextRole::Doubt, (105, 29), TextAnchor::Middle, 26, "?");
        }));
    }
    if bars.iter().any(|bar| bar.open) {
        legend.push(sample("đầu nhọn: chưa có ngày hết hiệu lực", |sketch| {
            sketch.pointed(ShapeRole::NotCommenced, BAR.0, BAR.1);
        }));
    }
    if arrow(true) {
        legend.push(sample("mũi tên: được thay thế toàn bộ", |sketch| {
            sketch.arrow(ShapeRole::Arrow, vec![[60, 4], [120, 4], [120, 38]]);
        }));
    }
    if arrow(false) {
        legend.push(sample("mũi tên đứt: sẽ thay, hoặc chưa rõ ngày thay", |sketch| {
            sketch.arrow(ShapeRole::ArrowPending, vec![[60, 4], [120, 4], [120, 38]]);
        }));
    }
    if rows.iter().any(|row| !row.amended.is_empty()) {
        legend.push(sample("tam giác: sửa đổi hoặc hết một phần", |sketch| {
            sketch.area(ShapeRole::Amended, vec![[105, 10], [96, 27], [114, 27]]);
        }));
    }
    if !legend.is_empty() {
        legend.push(sample("vạch đứng đậm: ngày tính đến", |sketch| {
            sketch.rectangle(ShapeRole::After, (105, 0), (160, HEIGHT));
            sketch.line(ShapeRole::AsOf, vec![[105, 0], [105, HEIGHT]]);
        }));
    }
    legend
}

fn status(kind: ValidityKind) -> LegendView {
    let (words, role) = match kind {
        ValidityKind::InForce => ("thanh đậm", ShapeRole::InForce),
        ValidityKind::PartlyEnded => ("nửa dưới nhạt", ShapeRole::InForce),
        ValidityKind::NotCommenced => ("thanh rỗng", ShapeRole::NotCommenced),
        ValidityKind::Suspended => ("thanh gạch chéo", ShapeRole::Suspended),
        ValidityKind::Ended => ("thanh nhạt", ShapeRole::Past),
        ValidityKind::NeverInForce => ("vạch nhạt", ShapeRole::Past),
        ValidityKind::Unknown => ("nhạt là lúc chắc chắn có", ShapeRole::Past),
        ValidityKind::NotApplicable => ("khung xám, từ khi ban hành", ShapeRole::NotApplicable),
    };
    let text = format!("{}: {words}", kind.name());
    sample(&text, |sketch| {
        sketch.text(TextRole::Sign, (18, 29), TextAnchor::Middle, 26, kind.sign());
        match kind {
            ValidityKind::Unknown => {
                sketch.rectangle(role, BAR.0, (100, BAR.1.1));
                sketch.rectangle(ShapeRole::Uncertain, (100, BAR.0.1), BAR.1);
            }
            ValidityKind::InForce
            | ValidityKind::PartlyEnded
            | ValidityKind::NotCommenced
            | ValidityKind::Suspended
            | ValidityKind::Ended
            | ValidityKind::NeverInForce
            | ValidityKind::NotApplicable => sketch.rectangle(role, BAR.0, BAR.1),
        }
        if kind == ValidityKind::Suspended {
            sketch.hatch(BAR.0, BAR.1);
        }
        if kind == ValidityKind::PartlyEnded {
            sketch.rectangle(ShapeRole::PartlyEnded, (BAR.0.0, 20), BAR.1);
        }
    })
}

fn sample(text: &str, draw: impl FnOnce(&mut Sketch)) -> LegendView {
    let mut sketch = Sketch::default();
    draw(&mut sketch);
    LegendView { width: WIDTH, height: HEIGHT, shapes: sketch.shapes, texts: sketch.texts, text: text.to_owned() }
}
