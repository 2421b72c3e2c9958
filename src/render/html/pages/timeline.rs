//! The figure of time, as paths of SVG.

use std::fmt::Write;

use serde::Serialize;

use super::super::{RenderError, places};
use super::{Annex, Builder};
use crate::view::timeline::{DrawingView, LegendView, ShapeRole, ShapeView, TextView, TimelineChain};
use crate::view::{AnnexView, TimelineView};

#[derive(Serialize)]
pub(super) struct Timeline<'a> {
    annexes: Vec<Annex<'a>>,
    /// The same figure twice; the style sheet shows the one that fits.
    figures: [Figure<'a>; 2],
    legend: Vec<LegendEntry<'a>>,
    /// The page of the table of instruments.
    table_page: &'a str,
    chains: &'a [TimelineChain],
}

/// Drawings for one width of screen.
#[derive(Serialize)]
struct Figure<'a> {
    name: &'a str,
    drawings: Vec<Drawing<'a>>,
}

#[derive(Serialize)]
pub(super) struct Drawing<'a> {
    caption: &'a str,
    alt: &'a str,
    width: i32,
    height: i32,
    shapes: Vec<Shape>,
    texts: &'a [TextView],
}

/// A path in the language of SVG.
#[derive(Serialize)]
pub(super) struct Shape {
    role: ShapeRole,
    path: String,
}

#[derive(Serialize)]
struct LegendEntry<'a> {
    width: i32,
    height: i32,
    shapes: Vec<Shape>,
    texts: &'a [TextView],
    text: &'a str,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(drawing: &'a DrawingView) -> Self {
        Drawing {
            caption: &drawing.caption,
            alt: &drawing.alt,
            width: drawing.width,
            height: drawing.height,
            shapes: shapes(&drawing.shapes),
            texts: &drawing.texts,
        }
    }
}

impl<'a> Builder<'a> {
    pub(super) fn timeline(&self, annex: &'a AnnexView, figure: &'a TimelineView) -> Result<Timeline<'a>, RenderError> {
        let drawings = |all: &'a [DrawingView]| all.iter().map(Drawing::new).collect();
        let entry = |entry: &'a LegendView| LegendEntry {
            width: entry.width,
            height: entry.height,
            shapes: shapes(&entry.shapes),
            texts: &entry.texts,
            text: &entry.text,
        };
        Ok(Timeline {
            annexes: vec![self.annex_head(annex)?],
            figures: [
                Figure { name: "wide-figure", drawings: drawings(&figure.wide) },
                Figure { name: "narrow-figure", drawings: drawings(&figure.narrow) },
            ],
            legend: figure.legend.iter().map(entry).collect(),
            table_page: if self.site.places.has_pages() { places::INSTRUMENTS } else { "" },
            chains: &figure.chains,
        })
    }
}

pub(super) fn shapes(shapes: &[ShapeView]) -> Vec<Shape> {
    // Neighbouring lines of one kind are one path. Areas are not: each is painted over the edge of the one before.
    let alike = shapes.chunk_by(|a, b| a.role == b.role && !a.closed && !b.closed);
    let shape = |alike: &[ShapeView]| Some(Shape { role: alike.first()?.role, path: path(alike) });
    alike.filter_map(shape).collect()
}

fn path(shapes: &[ShapeView]) -> String {
    let mut path = String::new();
    for shape in shapes {
        for ([x, y], command) in shape.points.iter().zip(["M"].into_iter().chain(std::iter::repeat("L"))) {
            // Writing into a string cannot fail.
            let _ = write!(path, "{command}{x} {y}");
        }
        if shape.closed {
            path.push('Z');
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_lines_of_one_kind_are_one_path() {
        let shape = |role, closed, x| ShapeView { role, closed, points: vec![[x, 0], [x, 9]] };
        let drawn = shapes(&[
            shape(ShapeRole::Grid, false, 1),
            shape(ShapeRole::Grid, false, 2),
            shape(ShapeRole::AsOf, false, 3),
            shape(ShapeRole::Grid, false, 4),
            shape(ShapeRole::InForce, true, 5),
            shape(ShapeRole::InForce, true, 6),
        ]);
        let paths: Vec<&str> = drawn.iter().map(|shape| shape.path.as_str()).collect();
        assert_eq!(paths, ["M1 0L1 9M2 0L2 9", "M3 0L3 9", "M4 0L4 9", "M5 0L5 9Z", "M6 0L6 9Z"]);
    }
}
