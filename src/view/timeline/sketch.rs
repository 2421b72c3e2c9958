//! Lines, areas and texts as they are put down, and how wide a text will be.

use super::{ShapeRole, ShapeView, TextAnchor, TextRole, TextView};

/// The shapes and texts of a drawing, in the order in which they are drawn.
#[derive(Default, Debug)]
pub struct Sketch {
    pub shapes: Vec<ShapeView>,
    pub texts: Vec<TextView>,
}

impl Sketch {
    /// Adds a filled shape with these corners.
    pub fn area(&mut self, role: ShapeRole, points: Vec<[i32; 2]>) {
        self.shapes.push(ShapeView { role, points, closed: true });
    }

    /// Adds a line through these points.
    pub fn line(&mut self, role: ShapeRole, points: Vec<[i32; 2]>) {
        self.shapes.push(ShapeView { role, points, closed: false });
    }

    /// Adds a filled rectangle.
    pub fn rectangle(&mut self, role: ShapeRole, (left, top): (i32, i32), (right, bottom): (i32, i32)) {
        self.area(role, vec![[left, top], [right, top], [right, bottom], [left, bottom]]);
    }

    /// A bar whose right end is a point: it goes on.
    pub fn pointed(&mut self, role: ShapeRole, (left, top): (i32, i32), (right, bottom): (i32, i32)) {
        let (neck, middle) = ((right - POINT).max(left), (top + bottom) / 2);
        self.area(role, vec![[left, top], [neck, top], [right, middle], [neck, bottom], [left, bottom]]);
    }

    /// Slanted lines over a rectangle.
    pub fn hatch(&mut self, (left, top): (i32, i32), (right, bottom): (i32, i32)) {
        let height = bottom - top;
        let mut foot = left - height + HATCH;
        while foot < right {
            // From the lower left to the upper right, cut off at both sides.
            let (low, high) = (foot.max(left), (foot + height).min(right));
            if low < high {
                self.line(ShapeRole::Hatch, vec![[low, bottom - (low - foot)], [high, bottom - (high - foot)]]);
            }
            foot += HATCH;
        }
    }

    /// A line with a head at its end, which points to where the last stroke leads.
    pub fn arrow(&mut self, role: ShapeRole, points: Vec<[i32; 2]>) {
        let [.., [before_x, before_y], [x, y]] = points[..] else { return };
        let (along, up) = ((x - before_x).signum() * HEAD, (y - before_y).signum() * HEAD);
        self.line(role, points);
        let foot = [x - along, y - up];
        let corner = |side: i32| [foot[0] + side * up / 2, foot[1] + side * along / 2];
        self.area(ShapeRole::ArrowHead, vec![[x, y], corner(-1), corner(1)]);
    }

    /// Adds a text of one line.
    pub fn text(&mut self, role: TextRole, (x, y): (i32, i32), anchor: TextAnchor, size: i32, text: impl Into<String>) {
        self.texts.push(TextView { role, x, y, anchor, size, text: text.into() });
    }
}

/// Length of the point of a bar that goes on.
pub const POINT: i32 = 18;
/// Distance of the lines of a hatching.
const HATCH: i32 = 12;
/// Length of an arrow's head.
pub const HEAD: i32 = 12;

impl TextRole {
    fn is_bold(self) -> bool {
        match self {
            TextRole::Name | TextRole::AsOf | TextRole::Doubt | TextRole::Chain => true,
            TextRole::Sign | TextRole::Days | TextRole::Year | TextRole::Verb | TextRole::Other => false,
        }
    }
}

/// About how wide a text is, rather more than less: after the widths of Liberation Sans, which are those of Arial.
pub fn width(text: &str, role: TextRole, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(|character| advance(character, role.is_bold())).sum();
    (thousandths * size + 999) / 1000
}

fn advance(character: char, bold: bool) -> i32 {
    let regular = match character {
        '\u{300}'..='\u{36f}' => 0,
        'i' | 'j' | 'l' | '\'' => 250,
        ' ' | '.' | ',' | ':' | ';' | '/' | '!' | 'f' | 't' | 'I' | '|' | '[' | ']' => 285,
        '(' | ')' | '-' | 'r' => 340,
        'm' | 'M' => 840,
        'w' => 730,
        'W' | '@' | '—' | '…' => 1020,
        '0'..='9' | '–' => 560,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 505,
        'a'..='z' => 560,
        'A'..='Z' | 'Đ' => 740,
        // Vietnamese letters with marks are as wide as those without; the horns of ơ and ư take more.
        'ơ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' | 'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' | 'đ' => 660,
        'À'..='Ö' | 'Ø'..='Þ' => 780,
        'ß'..='ö' | 'ø'..='ÿ' => 560,
        '\u{100}'..='\u{24f}' => 800,
        '\u{1e00}'..='\u{1eff}' if character.is_lowercase() => 560,
        '\u{1e00}'..='\u{1eff}' => 800,
        _ => 1000,
    };
    if bold { regular * 108 / 100 } else { regular }
}

/// The text, or as much of it as there is room for.
pub fn fit(text: &str, role: TextRole, size: i32, room: i32) -> String {
    if width(text, role, size) <= room {
        return text.to_owned();
    }
    let room = room - width("…", role, size);
    let mut kept = String::new();
    let mut used = 0;
    for character in text.chars() {
        used += width(character.encode_utf8(&mut [0; 4]), role, size);
        if used > room {
            break;
        }
        kept.push(character);
    }
    // A cut between words reads better, unless that loses much.
    let words = kept.rfind(' ').filter(|at| *at * 3 > kept.len() * 2);
    kept.truncate(words.unwrap_or(kept.len()));
    let kept = kept.trim_end_matches([' ', ',', ';', '-', '–', '/']);
    format!("{kept}…")
}

/// The text in lines of at most `room`; what does not fit into the last one is cut.
pub fn lines(text: &str, role: TextRole, size: i32, room: i32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let full = lines.len() >= most;
        if let Some(line) = lines.last_mut() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if full || line.is_empty() || width(&longer, role, size) <= room {
                *line = longer;
            } else {
                lines.push(word.to_owned());
            }
        }
    }
    lines.into_iter().map(|line| fit(&line, role, size, room)).collect()
}
