//! Drawings, as paths of SVG.

use std::fmt::Write;

use serde::Serialize;

use crate::view::timeline::{DrawingView, ShapeRole, ShapeView, TextRole, TextView};

#[derive(Serialize)]
pub(super) struct Drawing<'a> {
    caption: &'a str,
    alt: &'a str,
    width: i32,
    height: i32,
    shapes: Vec<DrawnShape>,
    texts: Vec<DrawnText<'a>>,
}

/// A path in the language of SVG.
#[derive(Serialize)]
pub(super) struct DrawnShape {
    role: ShapeRole,
    path: String,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(drawing: &'a DrawingView) -> Self {
        Drawing {
            caption: &drawing.caption,
            alt: &drawing.alt,
            width: drawing.width,
            height: drawing.height,
            shapes: shapes(&drawing.shapes),
            texts: texts(&drawing.texts),
        }
    }
}

/// A text, and how long it is drawn where it could be too long: no screen is sure to have the font that was measured.
#[derive(Serialize)]
pub(super) struct DrawnText<'a> {
    #[serde(flatten)]
    text: &'a TextView,
    length: Option<i32>,
}

pub(super) fn texts(texts: &[TextView]) -> Vec<DrawnText<'_>> {
    texts.iter().map(|text| DrawnText { text, length: length(text) }).collect()
}

/// Short ones have room around them.
fn length(text: &TextView) -> Option<i32> {
    match text.role {
        TextRole::Chain | TextRole::Name | TextRole::Days | TextRole::AsOf | TextRole::Verb | TextRole::Other => {
            Some(text.width())
        }
        TextRole::Sign | TextRole::Year | TextRole::Doubt => None,
    }
}

pub(super) fn shapes(shapes: &[ShapeView]) -> Vec<DrawnShape> {
    // Neighbouring lines of one kind are one path. Areas are not: each is painted over the edge of the one before.
    let alike = shapes.chunk_by(|a, b| a.role == b.role && !a.closed && !b.closed);
    let shape = |alike: &[ShapeView]| Some(DrawnShape { role: alike.first()?.role, path: path(alike) });
    alike.filter_map(shape).collect()
}

fn path(shapes: &[ShapeView]) -> String {
    let mut path = String::new();
    for shape in shapes {
        let mut before: Option<[i32; 2]> = None;
        for &[x, y] in &shape.points {
            // Writing into a string cannot fail.
            let _ = match before {
                None => write!(path, "M{x} {y}"),
                Some([_, level]) if level == y => write!(path, "H{x}"),
                Some([upright, _]) if upright == x => write!(path, "V{y}"),
                Some(_) => write!(path, "L{x} {y}"),
            };
            before = Some([x, y]);
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
        assert_eq!(paths, ["M1 0V9M2 0V9", "M3 0V9", "M4 0V9", "M5 0V9Z", "M6 0V9Z"]);
    }
}
