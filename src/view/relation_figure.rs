//! The relations of one instrument as a figure: it in the middle, above it what it acts on, below it what acts on it. The
//! words beside it say the same; the figure shows at a glance which way each goes.
//!
//! The units are those of [`super::timeline`].

use super::RelationView;
use super::timeline::sketch::{Sketch, fit, width};
use super::timeline::{DrawingView, ShapeRole, TextAnchor, TextRole};
use crate::language::vi::web;

/// As narrow as a phone: there, type of 30 units is 12 pixels high.
const WIDTH: i32 = 800;
const NAME: i32 = 31;
const VERB: i32 = 29;
const LINE: i32 = 38;
/// Where the line runs that joins all of one side.
const TRUNK: i32 = 24;
/// Where the boxes of others begin.
const LEFT: i32 = 72;
const RIGHT: i32 = WIDTH - 4;
/// Within a box, and between two.
const PADDING: i32 = 14;
const GAP: i32 = 14;
/// More on one side are counted and not drawn; the words have them all.
const MOST: usize = 30;

/// The drawing; nothing where there is no relation.
pub(super) fn relation_figure(citation: &str, relations: &[RelationView]) -> Option<DrawingView> {
    let count = relations.iter().map(|relation| relation.targets.len()).sum();
    if count == 0 {
        return None;
    }
    let mut sketch = Sketch::default();
    let (upper, top) = side(&mut sketch, relations, true, 0);
    let bottom = boxed(&mut sketch, ShapeRole::OwnBox, TextRole::Name, (4, top), citation);
    let (lower, end) = side(&mut sketch, relations, false, bottom + GAP);
    join(&mut sketch, &upper, top, true);
    join(&mut sketch, &lower, bottom, false);
    Some(DrawingView {
        caption: web::relations_caption(citation, count),
        alt: alt(citation, relations),
        width: WIDTH,
        height: end,
        shapes: sketch.shapes,
        texts: sketch.texts,
    })
}

/// Puts down what an instrument acts on, or what acts on it, from `top` on; returns the middles of the boxes, and where
/// they end.
fn side(sketch: &mut Sketch, relations: &[RelationView], acts: bool, top: i32) -> (Vec<i32>, i32) {
    let (mut middles, mut y, mut left) = (Vec::new(), top, MOST);
    let own: Vec<&RelationView> = relations.iter().filter(|relation| relation.acts == acts).collect();
    for relation in &own {
        if left == 0 {
            break;
        }
        let verb = fit(&relation.verb, TextRole::Verb, VERB, RIGHT - LEFT);
        sketch.text(TextRole::Verb, (LEFT, y + VERB), TextAnchor::Start, VERB, verb);
        y += LINE + 4;
        for target in relation.targets.iter().take(left) {
            let end = boxed(sketch, ShapeRole::OtherBox, TextRole::Other, (LEFT, y), &target.citation);
            middles.push((y + end) / 2);
            y = end + GAP;
        }
        left = left.saturating_sub(relation.targets.len());
    }
    let all: usize = own.iter().map(|relation| relation.targets.len()).sum();
    if all > MOST {
        sketch.text(TextRole::Verb, (LEFT, y + VERB), TextAnchor::Start, VERB, web::and_others(all - MOST));
        y += LINE + GAP;
    }
    (middles, y)
}

/// Draws a box from a corner to the right border with a text in it, and returns where it ends.
fn boxed(sketch: &mut Sketch, shape: ShapeRole, text: TextRole, (left, top): (i32, i32), words: &str) -> i32 {
    let lines = wrapped(words, text, RIGHT - left - 2 * PADDING);
    let bottom = top + i32::try_from(lines.len()).unwrap_or(1) * LINE + 2 * PADDING - (LINE - NAME);
    sketch.rectangle(shape, (left, top), (RIGHT, bottom));
    for (line, number) in lines.iter().zip(0..) {
        let y = top + PADDING + NAME * 8 / 10 + number * LINE;
        sketch.text(text, (left + PADDING, y), TextAnchor::Start, NAME, line.as_str());
    }
    bottom
}

/// All of a text in lines; a number that is longer than a line is broken after a stroke or a hyphen.
fn wrapped(text: &str, role: TextRole, room: i32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let is_long = width(word, role, NAME) > room;
        let pieces: Vec<&str> = if is_long { word.split_inclusive(['/', '-']).collect() } else { vec![word] };
        for (piece, space) in pieces.into_iter().zip(std::iter::once(" ").chain(std::iter::repeat(""))) {
            let Some(line) = lines.last_mut() else { continue };
            let space = if line.is_empty() { "" } else { space };
            match width(&format!("{line}{space}{piece}"), role, NAME) <= room {
                true => line.extend([space, piece]),
                false => lines.push(fit(piece, role, NAME, room)),
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Joins the boxes of one side to the edge of the instrument's own box. Arrows point to what is acted on.
fn join(sketch: &mut Sketch, middles: &[i32], edge: i32, acts: bool) {
    let Some(farthest) = (if acts { middles.first() } else { middles.last() }) else { return };
    if !acts {
        sketch.arrow(ShapeRole::Arrow, vec![[TRUNK, *farthest], [TRUNK, edge + 1]]);
    } else {
        sketch.line(ShapeRole::Arrow, vec![[TRUNK, edge], [TRUNK, *farthest]]);
    }
    for middle in middles {
        let stroke = vec![[TRUNK, *middle], [LEFT - 1, *middle]];
        if acts { sketch.arrow(ShapeRole::Arrow, stroke) } else { sketch.line(ShapeRole::Arrow, stroke) }
    }
}

/// `Nghị định số 1/2030/NĐ-CP thay thế: Nghị định số …; … .`
fn alt(citation: &str, relations: &[RelationView]) -> String {
    let said = |relation: &RelationView| {
        let targets: Vec<&str> = relation.targets.iter().map(|target| target.citation.as_str()).collect();
        format!(" {}: {}.", relation.verb, targets.join("; "))
    };
    format!("{citation}:{}", relations.iter().map(said).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::RelationTargetView;

    fn relation(verb: &str, acts: bool, targets: &[&str]) -> RelationView {
        let target = |citation: &&str| RelationTargetView {
            citation: (*citation).to_owned(),
            basis: String::new(),
            instrument: None,
        };
        RelationView { verb: verb.to_owned(), acts, targets: targets.iter().map(target).collect() }
    }

    fn drawn(relations: &[RelationView]) -> DrawingView {
        relation_figure("Nghị định số 1/2030/NĐ-CP", relations).unwrap()
    }

    /// Within the drawing, none over another.
    fn legible(drawing: &DrawingView) {
        let mut rows: Vec<i32> = drawing.texts.iter().map(|text| text.y).collect();
        rows.sort_unstable();
        assert!(rows.windows(2).all(|pair| pair[1] - pair[0] >= LINE - 4), "{rows:?}");
        for text in &drawing.texts {
            let right = text.x + width(&text.text, text.role, text.size);
            assert!(right <= WIDTH && (VERB * 8 / 10..=drawing.height).contains(&text.y), "{text:?}");
        }
        for [x, y] in drawing.shapes.iter().flat_map(|shape| &shape.points) {
            assert!((0..=WIDTH).contains(x) && (0..=drawing.height).contains(y), "{x} {y}");
        }
    }

    fn arrows(drawing: &DrawingView) -> usize {
        drawing.shapes.iter().filter(|shape| shape.role == ShapeRole::ArrowHead).count()
    }

    #[test]
    fn without_relations_there_is_no_figure() {
        assert!(relation_figure("Nghị định số 1/2030/NĐ-CP", &[]).is_none());
    }

    #[test]
    fn arrows_lead_from_what_acts_to_what_is_acted_on() {
        let one = drawn(&[relation("thay thế", true, &["Nghị định số 2/2020/NĐ-CP"])]);
        legible(&one);
        assert_eq!(arrows(&one), 1);
        let both = drawn(&[
            relation("thay thế", true, &["Nghị định số 2/2020/NĐ-CP", "Nghị định số 3/2021/NĐ-CP"]),
            relation("được hướng dẫn bởi", false, &["Thông tư số 4/2031/TT-BTTTT", "Thông tư số 5/2031/TT-BTTTT"]),
        ]);
        legible(&both);
        // One for each that it acts on, one in all from those that act on it.
        assert_eq!(arrows(&both), 3);
        assert!(both.alt.contains("thay thế: Nghị định số 2/2020/NĐ-CP; Nghị định số 3/2021/NĐ-CP."));
        let own = both.texts.iter().find(|text| text.role == TextRole::Name).unwrap();
        let y = |words: &str| both.texts.iter().find(|text| text.text.contains(words)).unwrap().y;
        assert!(y("3/2021") < own.y && own.y < y("được hướng dẫn bởi"));
    }

    #[test]
    fn many_relations_and_long_numbers_stay_legible() {
        let long = format!("Thông tư liên tịch số 12/2031/TTLT-{}", "BTTTT-BKHĐT-BTC-".repeat(8));
        let names: Vec<String> = (1..=20).map(|n| format!("Nghị định số {n}/2030/NĐ-CP")).collect();
        let mut all: Vec<&str> = names.iter().map(String::as_str).collect();
        all.push(&long);
        let drawing = drawn(&[relation("căn cứ", true, &all), relation("được dẫn chiếu bởi", false, &all)]);
        legible(&drawing);
        let said: String = drawing.texts.iter().map(|text| text.text.as_str()).collect();
        assert_eq!(said.matches("BTTTT-BKHĐT-BTC-").count(), 16, "the number is whole");
        let many = vec!["Nghị định số 9/2030/NĐ-CP"; 300];
        let drawing = drawn(&[relation("căn cứ", true, &many)]);
        legible(&drawing);
        assert_eq!(arrows(&drawing), MOST);
        assert!(drawing.texts.iter().any(|text| text.text.contains("270")), "what is not drawn is counted");
    }
}
