//! Names and texts as the format writes them.

use std::fmt::Write;

use crate::xml_package::escape_into;

/// What Excel refuses in the name of a sheet.
const REFUSED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The most characters of the name of a sheet.
const NAME_UNITS: usize = 31;

/// Text as XML has it. Excel reads `_x0041_` in it as the character of this number, so that such words of the text itself are
/// marked.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        escape_into(&mut out, before);
        out.push_str(if is_character_number(from) { "_x005F_" } else { "_" });
        rest = from.strip_prefix('_').unwrap_or_default();
    }
    escape_into(&mut out, rest);
    out
}

/// Whether a text begins with `_x0041_` or the like.
fn is_character_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix("_x") else { return false };
    let end = digits.char_indices().find(|(_, c)| !c.is_ascii_hexdigit());
    matches!(end, Some((4, '_')))
}

/// The name of a cell: `B3` of row 2 and column 1, both counted from 0.
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// A range that stays where its formula is copied: `$A$3:$F$9`.
pub fn fixed((first, last, columns): (usize, usize, usize)) -> String {
    let end = column_name(columns.saturating_sub(1));
    format!("$A${}:${end}${}", first + 1, last + 1)
}

/// `A` to `Z`, then `AA`.
pub fn column_name(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name
}

/// Names that Excel takes: short, without signs of its own, each once whatever the case of its letters.
pub fn sheet_names<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for wanted in wanted {
        let clean: String =
            wanted.chars().map(|c| if REFUSED.contains(&c) || c.is_control() { ' ' } else { c }).collect();
        let clean = clean.trim().trim_matches('\'');
        let clean = if clean.is_empty() { "Sheet" } else { clean };
        let is_free = |name: &String| names.iter().all(|other| other.to_lowercase() != name.to_lowercase());
        let numbered = (2..).map(|number| format!(" ({number})"));
        let endings = std::iter::once(String::new()).chain(numbered);
        let name = endings.map(|ending| shortened(clean, &ending)).find(is_free);
        names.extend(name);
    }
    names
}

/// As much of a name as leaves room for its ending.
fn shortened(name: &str, ending: &str) -> String {
    let mut short = String::new();
    let mut room = NAME_UNITS - ending.len();
    for c in name.chars() {
        let Some(rest) = room.checked_sub(c.len_utf16()) else { break };
        room = rest;
        short.push(c);
    }
    let _ = write!(short, "{ending}");
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_the_format_would_read_otherwise() {
        for (text, written) in [
            ("Điều 5 < 6 & \"7\"", "Điều 5 &lt; 6 &amp; &quot;7&quot;"),
            ("a\u{7}b\u{ffff}", "a\u{fffd}b\u{fffd}"),
            ("a\r\nb\tc", "a\nb\tc"),
            ("_x0041_ _x41_ _xzzzz_ _x004g_", "_x005F_x0041_ _x41_ _xzzzz_ _x004g_"),
        ] {
            assert_eq!(escape(text), written);
        }
    }

    #[test]
    fn names_of_cells() {
        let names = [(0, 0), (2, 1), (9, 25), (0, 26), (0, 701), (0, 702)].map(|(row, column)| cell_name(row, column));
        assert_eq!(names, ["A1", "B3", "Z10", "AA1", "ZZ1", "AAA1"]);
        assert_eq!(fixed((2, 8, 6)), "$A$3:$F$9");
    }

    #[test]
    fn names_of_sheets() {
        let long = "Trách nhiệm của cơ quan nhà nước các cấp";
        let names = sheet_names([long, long, "a/b: c?", "A b  c", "", "'x'"].into_iter());
        assert_eq!(names[0], long.chars().take(31).collect::<String>());
        assert_eq!(names[1], format!("{} (2)", long.chars().take(27).collect::<String>()));
        assert_eq!(names[2..], ["a b  c", "A b  c (2)", "Sheet", "x"]);
    }
}
