//! Places the rows of the figure: below one another in their chains, cut into drawings that fit a page.

use super::arrows::{arrows, strikes};
use super::axis::Axis;
use super::chains::Chain;
use super::lanes::Lanes;
use super::rows::TimelineBar;
use super::sketch::{HEAD, POINT, Sketch, fit, lines, width};
use super::spans::{Bar, BarPiece, bar};
use super::{DrawingView, ShapeRole, ShapeView, TextAnchor, TextRole, TextView, words};
use crate::model::validity::ValidityKind;

/// The measures of a drawing.
#[derive(Clone, Copy, Debug)]
pub struct DrawingFormat {
    pub width: i32,
    /// Where the axis begins; before it are the names, or the lanes of the arrows where names are above their bars.
    pub left: i32,
    /// Names are above their bars.
    pub above: bool,
    pub row: i32,
    /// Where in a row the bar is.
    pub bar: (i32, i32),
    pub name_size: i32,
    pub small_size: i32,
    /// Distance between two years that are written out.
    pub years: i32,
    /// Lines for what a chain is about.
    pub title_lines: usize,
    /// The first drawing is not higher: titles and the legend are above it.
    pub first: i32,
    /// The others are not higher.
    pub height: i32,
}

/// For the text width of A4 (162 mm) and screens from about 600 pixels.
pub const WIDE: DrawingFormat = DrawingFormat {
    width: 1620,
    left: 410,
    above: false,
    row: 64,
    bar: (12, 46),
    name_size: 30,
    small_size: 26,
    years: 90,
    title_lines: 1,
    first: 1790,
    height: 2390,
};

/// For screens of about 320 pixels: there, type of 32 units is 13 pixels high.
pub const NARROW: DrawingFormat = DrawingFormat {
    width: 800,
    left: 0,
    above: true,
    row: 92,
    bar: (44, 74),
    name_size: 33,
    small_size: 30,
    years: 110,
    title_lines: 2,
    first: 2600,
    height: 2600,
};

/// Above the first row: the edition's day and the years.
const HEAD_HEIGHT: i32 = 84;
/// Below the last row: the years once more.
const FOOT_HEIGHT: i32 = 44;
const TITLE_LINE: i32 = 34;
/// Between a name and the days beside it.
const BESIDE: i32 = 20;
/// Between a text and the line of the day.
const CLEAR: i32 = 6;
/// Around the title of a chain.
const TITLE_GAP: i32 = 12;
/// A row of a drawing, or the title of a chain.
#[derive(Debug)]
struct TimelineBlock {
    title: Vec<String>,
    /// Places of rows, in order.
    rows: Vec<usize>,
    /// Its chain begins in the block before it.
    continues: bool,
}

impl TimelineBlock {
    fn height(&self, format: &DrawingFormat) -> i32 {
        let title = i32::try_from(self.title.len()).unwrap_or(0) * TITLE_LINE + TITLE_GAP;
        title + self.rows_height(format)
    }

    fn rows_height(&self, format: &DrawingFormat) -> i32 {
        i32::try_from(self.rows.len()).unwrap_or(0) * format.row
    }
}

/// The drawings of all rows, in the order of the chains.
pub fn drawings(format: &DrawingFormat, rows: &[TimelineBar<'_>], chains: &[Chain], axis: &Axis) -> Vec<DrawingView> {
    let pages = pages(format, blocks(format, rows, chains));
    let count = pages.len();
    pages.iter().enumerate().map(|(index, page)| drawing(format, rows, axis, page, (index + 1, count))).collect()
}

/// A chain that is higher than half a drawing is cut, and the next piece has the title again. Blocks themselves are never
/// cut, so that a taller one could leave half a page empty before it.
fn blocks(format: &DrawingFormat, rows: &[TimelineBar<'_>], chains: &[Chain]) -> Vec<TimelineBlock> {
    let most = usize::try_from((format.first - HEAD_HEIGHT - FOOT_HEIGHT) / 2 / format.row).unwrap_or(1).max(1);
    let mut blocks = Vec::new();
    for chain in chains {
        let title = words::title(rows, chain);
        // Letters of other fonts on a screen may be wider than measured.
        let title = lines(&title, TextRole::Chain, format.name_size, format.width * 9 / 10, format.title_lines);
        let pieces = chain.len().div_ceil(most).max(1);
        for (number, piece) in chain.chunks(chain.len().div_ceil(pieces).max(1)).enumerate() {
            blocks.push(TimelineBlock { title: title.clone(), rows: piece.to_vec(), continues: number > 0 });
        }
    }
    blocks
}

/// Whole blocks over as few drawings as will do: about even, but no drawing much emptier than those after it.
fn pages(format: &DrawingFormat, blocks: Vec<TimelineBlock>) -> Vec<Vec<TimelineBlock>> {
    let room = |page: usize| if page == 0 { format.first } else { format.height } - HEAD_HEIGHT - FOOT_HEIGHT;
    let total: i32 = blocks.iter().map(|block| block.height(format)).sum();
    let more = (total - room(0)).max(0);
    let count = 1 + more / room(1) + i32::from(more % room(1) > 0);
    // A drawing ends when it has its even share, but not before three quarters of its room: with a few rows more than one
    // drawing holds, two that are half empty would look as if rows were missing.
    let even = total / count;
    let enough = |page: usize| even.max(room(page) * 3 / 4);
    let mut pages: Vec<Vec<TimelineBlock>> = Vec::new();
    let mut used = 0;
    for block in blocks {
        let height = block.height(format);
        let page = pages.len().saturating_sub(1);
        match pages.last_mut() {
            Some(blocks) if used < enough(page) && used + height <= room(page) => {
                blocks.push(block);
                used += height;
            }
            _ => {
                pages.push(vec![block]);
                used = height;
            }
        }
    }
    pages
}

fn drawing(
    format: &DrawingFormat,
    rows: &[TimelineBar<'_>],
    axis: &Axis,
    blocks: &[TimelineBlock],
    place: (usize, usize),
) -> DrawingView {
    let lanes = Lanes::of(rows, &blocks.iter().flat_map(|block| &block.rows).copied().collect::<Vec<_>>());
    let format = &DrawingFormat { left: if format.above { lanes.width() } else { format.left }, ..*format };
    let mut sketch = Sketch::default();
    let (placed, bottom) = place_rows(&mut sketch, format, rows, axis, blocks);
    let day = axis.place(axis.as_of, format.left, format.width);
    frame(&mut sketch, format, axis, bottom, day);
    let mut above = Sketch::default();
    arrows(&mut above, format, &placed, &lanes);
    for one in &placed {
        label(&mut sketch, format, one, axis);
        draw(&mut sketch, format, one, axis, &above.shapes);
    }
    line_of_the_day(&mut sketch, day, (38, bottom + 8));
    sketch.shapes.append(&mut above.shapes);
    // Uncertain areas must not hide the line of the day.
    sketch.shapes.sort_by_key(|shape| layer(shape.role));
    let shown: Vec<&TimelineBar<'_>> = placed.iter().map(|one| one.row).collect();
    DrawingView {
        caption: words::caption(rows.len(), axis.as_of, place),
        alt: words::alt(rows, &shown, axis.as_of, place),
        width: format.width,
        height: bottom + FOOT_HEIGHT,
        shapes: sketch.shapes,
        texts: sketch.texts,
    }
}

/// Puts down the titles, and returns where the rows are and where the last of them ends.
fn place_rows<'a>(
    sketch: &mut Sketch,
    format: &DrawingFormat,
    rows: &'a [TimelineBar<'a>],
    axis: &Axis,
    blocks: &[TimelineBlock],
) -> (Vec<PlacedRow<'a>>, i32) {
    let mut placed = Vec::new();
    let mut top = HEAD_HEIGHT;
    for (index, block) in blocks.iter().enumerate() {
        // A second title within a chain would be in the way of its arrows.
        if index == 0 || !block.continues {
            if index > 0 {
                sketch.line(ShapeRole::Rule, vec![[0, top + TITLE_GAP / 4], [format.width, top + TITLE_GAP / 4]]);
            }
            for line in &block.title {
                top += TITLE_LINE;
                sketch.text(TextRole::Chain, (0, top), TextAnchor::Start, format.name_size, line);
            }
            top += TITLE_GAP;
        }
        let with_row = block.rows.iter().filter_map(|at| Some((*at, rows.get(*at)?)));
        placed.extend(with_row.zip(0..).map(|((at, row), number)| PlacedRow {
            at,
            row,
            bar: bar(row, axis, format.left, format.width),
            top: top + number * format.row,
        }));
        top += block.rows_height(format);
    }
    (placed, top)
}

/// Later layers cover earlier ones.
fn layer(role: ShapeRole) -> u8 {
    match role {
        ShapeRole::After | ShapeRole::Grid | ShapeRole::Rule => 0,
        ShapeRole::Uncertain => 1,
        ShapeRole::AsOf => 2,
        ShapeRole::InForce
        | ShapeRole::Past
        | ShapeRole::PartlyEnded
        | ShapeRole::NotCommenced
        | ShapeRole::Suspended
        | ShapeRole::NotApplicable
        | ShapeRole::Hatch
        | ShapeRole::Arrow
        | ShapeRole::ArrowPending
        | ShapeRole::ArrowHead
        | ShapeRole::Amended
        | ShapeRole::Module
        | ShapeRole::OwnBox
        | ShapeRole::OtherBox => 3,
    }
}

/// The years, what lies after the day, and the label of the day.
fn frame(sketch: &mut Sketch, format: &DrawingFormat, axis: &Axis, bottom: i32, day: i32) {
    let top = HEAD_HEIGHT - 8;
    sketch.rectangle(ShapeRole::After, (day, top), (format.width, bottom));
    for (year, x) in axis.years(format.left, format.width, format.years) {
        sketch.line(ShapeRole::Grid, vec![[x, top], [x, bottom]]);
        let year = year.to_string();
        let half = width(&year, TextRole::Year, format.small_size) / 2 + 1;
        let inside = (half..=format.width - half).contains(&x);
        // The line of the day must not strike a year out.
        if inside && (x - day).abs() > half + 6 {
            for y in [top - 8, bottom + 32] {
                sketch.text(TextRole::Year, (x, y), TextAnchor::Middle, format.small_size, year.as_str());
            }
        }
    }
    let text = words::as_of(axis.as_of);
    let half = width(&text, TextRole::AsOf, format.small_size) / 2 + 1;
    let x = day.clamp(half, format.width - half);
    sketch.text(TextRole::AsOf, (x, 29), TextAnchor::Middle, format.small_size, text);
}

/// The line of the day, broken where a text is in its way.
fn line_of_the_day(sketch: &mut Sketch, day: i32, (top, bottom): (i32, i32)) {
    let in_the_way = |(left, right, _, _): &(i32, i32, i32, i32)| (left - CLEAR..=right + CLEAR).contains(&day);
    let mut gaps: Vec<(i32, i32, i32, i32)> = sketch.texts.iter().map(extent).filter(in_the_way).collect();
    gaps.sort_unstable_by_key(|gap| gap.2);
    let mut from = top;
    for (_, _, above, below) in gaps.into_iter().filter(|gap| gap.3 > top) {
        if above - CLEAR > from {
            sketch.line(ShapeRole::AsOf, vec![[day, from], [day, above - CLEAR]]);
        }
        from = from.max(below + CLEAR);
    }
    sketch.line(ShapeRole::AsOf, vec![[day, from], [day, bottom.max(from)]]);
}

/// Left, right, top and bottom of a text.
pub fn extent(text: &TextView) -> (i32, i32, i32, i32) {
    let width = text.width();
    let left = match text.anchor {
        TextAnchor::Start => text.x,
        TextAnchor::Middle => text.x - width / 2,
        TextAnchor::End => text.x - width,
    };
    (left, left + width, text.y - text.size * 8 / 10, text.y + text.size / 5)
}

/// A row and where it is.
pub struct PlacedRow<'a> {
    /// Its place among all rows.
    pub at: usize,
    pub row: &'a TimelineBar<'a>,
    pub bar: Bar,
    pub top: i32,
}

impl PlacedRow<'_> {
    /// Returns where its bar begins.
    pub fn bar_top(&self, format: &DrawingFormat) -> i32 {
        self.top + format.bar.0
    }

    /// Returns where its bar ends.
    pub fn bar_bottom(&self, format: &DrawingFormat) -> i32 {
        self.top + format.bar.1
    }
}

fn label(sketch: &mut Sketch, format: &DrawingFormat, one: &PlacedRow<'_>, axis: &Axis) {
    // Names that are above their bars are beside the lanes too.
    let start = if format.above { format.left } else { 0 };
    let indent = start + format.name_size + 8;
    let (names, days) = (words::names(one.row.instrument), words::days(one.row, axis.as_of));
    let (baseline, size, room) = if format.above {
        // Not on the line of the day, where that is at the right.
        let day = axis.place(axis.as_of, format.left, format.width);
        let end = if day > format.width * 3 / 4 { day - 12 } else { format.width };
        let (size, small) = sizes(format, &names, &days, end - indent - BESIDE);
        let room = end - indent - BESIDE - width(&days, TextRole::Days, small);
        sketch.text(TextRole::Days, (end, one.top + 32), TextAnchor::End, small, days);
        (one.top + 32, size, room)
    } else {
        let room = format.left - indent - 14;
        let days = fit(&days, TextRole::Days, format.small_size, room);
        sketch.text(TextRole::Days, (indent, one.top + 53), TextAnchor::Start, format.small_size, days);
        (one.top + 26, format.name_size, room)
    };
    let sign = one.row.validity.kind.sign();
    sketch.text(TextRole::Sign, ((start + indent) / 2 - 4, baseline), TextAnchor::Middle, format.small_size, sign);
    let fits = |name: &&String| width(name, TextRole::Name, size) <= room;
    let name = names.iter().find(fits).or(names.last()).map(String::as_str).unwrap_or_default();
    let name = fit(name, TextRole::Name, size, room);
    sketch.text(TextRole::Name, (indent, baseline), TextAnchor::Start, size, name);
}

/// The sizes of a name and of the days beside it: smaller ones before a number is cut.
fn sizes(format: &DrawingFormat, names: &[String], days: &str, room: i32) -> (i32, i32) {
    let smaller =
        [(0, 0), (0, 3), (3, 5), (6, 6)].map(|(name, days)| (format.name_size - name, format.small_size - days));
    let shortest = names.last().map(String::as_str).unwrap_or_default();
    let used = |size, small| width(shortest, TextRole::Name, size) + width(days, TextRole::Days, small);
    smaller.into_iter().find(|(size, small)| used(*size, *small) <= room).unwrap_or(smaller[3])
}

fn draw(sketch: &mut Sketch, format: &DrawingFormat, one: &PlacedRow<'_>, axis: &Axis, arrows: &[ShapeView]) {
    let (top, bottom) = (one.bar_top(format), one.bar_bottom(format));
    pieces(sketch, &one.bar, one.row.validity.kind, (top, bottom), |sketch, piece| {
        let day = axis.place(axis.as_of, format.left, format.width);
        doubt(sketch, format, (piece.left, piece.right), (top + bottom) / 2, day, arrows);
    });
    amended(sketch, one, bottom, &|date| axis.place(date, format.left, format.width));
}

/// The pieces of a bar of what is `now` in a state; `doubtful` adds to those of unknown validity.
pub fn pieces(
    sketch: &mut Sketch,
    bar: &Bar,
    now: ValidityKind,
    (top, bottom): (i32, i32),
    doubtful: impl Fn(&mut Sketch, &BarPiece),
) {
    let last = bar.pieces.len().saturating_sub(1);
    for (index, piece) in bar.pieces.iter().enumerate() {
        let (from, to) = ((piece.left, top), (piece.right, bottom));
        let open = bar.open && index == last;
        let role = role(piece.kind, now);
        if open {
            sketch.pointed(role, from, to)
        } else {
            sketch.rectangle(role, from, to)
        }
        // The point of a bar stays free.
        let neck = if open { (piece.right - POINT).max(piece.left) } else { piece.right };
        match piece.kind {
            ValidityKind::Unknown => doubtful(sketch, piece),
            ValidityKind::Suspended => sketch.hatch(from, (neck, bottom)),
            ValidityKind::PartlyEnded if role == ShapeRole::InForce => {
                sketch.rectangle(ShapeRole::PartlyEnded, (piece.left, (top + bottom) / 2), (neck, bottom));
            }
            ValidityKind::PartlyEnded
            | ValidityKind::InForce
            | ValidityKind::NotCommenced
            | ValidityKind::Ended
            | ValidityKind::NeverInForce
            | ValidityKind::NotApplicable => {}
        }
    }
}

/// What a time in a state looks like, for an instrument that is now in another.
fn role(kind: ValidityKind, now: ValidityKind) -> ShapeRole {
    let over = matches!(now, ValidityKind::Ended | ValidityKind::Unknown);
    match kind {
        ValidityKind::InForce | ValidityKind::PartlyEnded if over => ShapeRole::Past,
        ValidityKind::InForce | ValidityKind::PartlyEnded => ShapeRole::InForce,
        ValidityKind::NotCommenced => ShapeRole::NotCommenced,
        ValidityKind::Suspended => ShapeRole::Suspended,
        ValidityKind::Unknown => ShapeRole::Uncertain,
        ValidityKind::Ended | ValidityKind::NeverInForce => ShapeRole::Past,
        ValidityKind::NotApplicable => ShapeRole::NotApplicable,
    }
}

/// The question mark is in its piece, where there is room; the days beside it say so in words as well.
fn doubt(
    sketch: &mut Sketch,
    format: &DrawingFormat,
    (left, right): (i32, i32),
    middle: i32,
    day: i32,
    arrows: &[ShapeView],
) {
    let size = format.small_size;
    let half = width("?", TextRole::Doubt, size) / 2 + 2;
    let centre = (left + right) / 2;
    // Elsewhere where the line of the day or an arrow would strike it out.
    let quarter = (right - left) / 4;
    let places = [centre, day - half - 3, day + half + 3, left + quarter, right - quarter];
    let free = |x: &i32| {
        let text = (*x - half, *x + half, middle - size / 2, middle + size / 2);
        (left + half..=right - half).contains(x) && (*x - day).abs() > half + 2 && !strikes(arrows, text)
    };
    if let Some(x) = places.into_iter().find(free) {
        sketch.text(TextRole::Doubt, (x, middle + size / 3), TextAnchor::Middle, size, "?");
    }
}

/// Small triangles below the bar; days that lie too close share one.
fn amended(sketch: &mut Sketch, one: &PlacedRow<'_>, bottom: i32, place: &dyn Fn(crate::model::date::Date) -> i32) {
    let mut before = i32::MIN;
    for x in one.row.amended.iter().map(|date| place(*date)) {
        if (one.bar.left..=one.bar.right).contains(&x) && x > before.saturating_add(HEAD) {
            sketch.area(ShapeRole::Amended, vec![[x, bottom - 2], [x - 8, bottom + 12], [x + 8, bottom + 12]]);
            before = x;
        }
    }
}
