//! Workbooks of Excel, and of all that save as it does.

use roxmltree::Node;

use super::parts::{PackedParts, attribute, children, is, xml};
use super::{ReadCell, ReadSheet, SheetRange, TableFormatFault, day_of};

/// What the cells of all sheets refer to.
struct Shared {
    strings: Vec<String>,
    /// For each style, whether it shows a number as a day.
    days: Vec<bool>,
    /// The day that the workbook calls 0.
    zero: jiff::civil::Date,
}

/// Reads the sheets in the order of the workbook.
///
/// # Errors
/// A part is missing or broken.
pub fn read(parts: &mut PackedParts<'_>) -> Result<Vec<ReadSheet>, TableFormatFault> {
    let book = needed(parts, "xl/workbook.xml")?;
    let relations = needed(parts, "xl/_rels/workbook.xml.rels")?;
    let (book, relations) = (xml(&book)?, xml(&relations)?);
    let shared = shared(parts, book.root_element())?;
    let mut sheets = Vec::new();
    for entry in book.descendants().filter(|node| is(*node, "sheet")) {
        let id = attribute(entry, "id").unwrap_or_default();
        let of_it = |relation: &Node<'_, '_>| relation.attribute("Id") == Some(id);
        let relation = children(relations.root_element(), "Relationship").find(of_it);
        let Some(target) = relation.and_then(|relation| relation.attribute("Target")) else { continue };
        let text = needed(parts, &path(target))?;
        let mut sheet = ReadSheet {
            name: entry.attribute("name").unwrap_or_default().to_owned(),
            is_hidden: entry.attribute("state").is_some_and(|state| state != "visible"),
            ..ReadSheet::default()
        };
        fill(&mut sheet, xml(&text)?.root_element(), &shared);
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn needed(parts: &mut PackedParts<'_>, name: &str) -> Result<String, TableFormatFault> {
    parts.text(name)?.ok_or_else(|| TableFormatFault::Damaged(format!("{name} is missing")))
}

/// A target of a relation is relative to `xl/`, or begins at the root.
fn path(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

fn shared(parts: &mut PackedParts<'_>, book: Node<'_, '_>) -> Result<Shared, TableFormatFault> {
    let since_1904 =
        children(book, "workbookPr").any(|properties| matches!(properties.attribute("date1904"), Some("1" | "true")));
    let zero = if since_1904 { jiff::civil::date(1904, 1, 1) } else { jiff::civil::date(1899, 12, 30) };
    let strings = match parts.text("xl/sharedStrings.xml")? {
        Some(text) => children(xml(&text)?.root_element(), "si").map(rich_text).collect(),
        None => Vec::new(),
    };
    let days = match parts.text("xl/styles.xml")? {
        Some(text) => day_styles(xml(&text)?.root_element()),
        None => Vec::new(),
    };
    Ok(Shared { strings, days, zero })
}

/// For each style of the workbook, whether it shows numbers as days.
fn day_styles(styles: Node<'_, '_>) -> Vec<bool> {
    let own: Vec<(&str, &str)> = styles
        .descendants()
        .filter(|node| is(*node, "numFmt"))
        .filter_map(|node| Some((node.attribute("numFmtId")?, node.attribute("formatCode")?)))
        .collect();
    let is_day = |id: &str| match own.iter().find(|(known, _)| *known == id) {
        Some((_, code)) => shows_day(code),
        // The numbers that every workbook has without saying what they are; those from 27 on are days of East Asia.
        None => matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)),
    };
    let formats = children(styles, "cellXfs").flat_map(|list| children(list, "xf"));
    formats.map(|format| is_day(format.attribute("numFmtId").unwrap_or("0"))).collect()
}

/// Whether a format has a day or a year in it, outside of words in quotation marks and brackets.
fn shows_day(code: &str) -> bool {
    let mut closing = None;
    let mut is_escaped = false;
    for c in code.chars().map(|c| c.to_ascii_lowercase()) {
        match (closing, c) {
            _ if is_escaped => is_escaped = false,
            (Some(end), c) if c == end => closing = None,
            (Some(_), _) => {}
            (None, '\\') => is_escaped = true,
            (None, '"') => closing = Some('"'),
            (None, '[') => closing = Some(']'),
            (None, 'd' | 'y') => return true,
            (None, _) => {}
        }
    }
    false
}

fn fill(sheet: &mut ReadSheet, root: Node<'_, '_>, shared: &Shared) {
    let mut below = 0;
    for row in children(root, "sheetData").flat_map(|data| children(data, "row")) {
        let at = row.attribute("r").and_then(|number| number.parse::<usize>().ok()?.checked_sub(1)).unwrap_or(below);
        below = at + 1;
        let mut beside = 0;
        for cell in children(row, "c") {
            let column = cell.attribute("r").and_then(place).map_or(beside, |(_, column)| column);
            beside = column + 1;
            if let Some(value) = value(cell, shared) {
                sheet.put(at, column, value);
            }
        }
    }
    let merged = children(root, "mergeCells").flat_map(|list| children(list, "mergeCell"));
    sheet.merged = merged.filter_map(|cells| range(cells.attribute("ref")?)).collect();
}

fn value(cell: Node<'_, '_>, shared: &Shared) -> Option<ReadCell> {
    let words = |text: &str| ReadCell::Text(unescaped(text).trim().to_owned());
    let written = children(cell, "v").next().map(|value| value.text().unwrap_or_default());
    let style = cell.attribute("s").and_then(|style| style.parse::<usize>().ok()).unwrap_or_default();
    match (cell.attribute("t"), written) {
        (Some("inlineStr"), _) => children(cell, "is").next().map(|text| words(&rich_text(text))),
        (Some("s"), Some(index)) => shared.strings.get(index.trim().parse::<usize>().ok()?).map(|text| words(text)),
        (Some("e"), Some(error)) => Some(ReadCell::Fault(error.to_owned())),
        (Some("b"), Some(truth)) => Some(words(if truth.trim() == "1" { "TRUE" } else { "FALSE" })),
        (Some("d"), Some(day)) => Some(iso_day(day).unwrap_or_else(|| words(day))),
        (Some("str"), Some(text)) => Some(words(text)),
        (_, Some(number)) => Some(match number.trim().parse::<f64>() {
            Ok(number) if shared.days.get(style) == Some(&true) => {
                day_of(number, shared.zero).unwrap_or(ReadCell::Number(number))
            }
            Ok(number) => ReadCell::Number(number),
            Err(_) => words(number),
        }),
        (_, None) => children(cell, "f").next().map(|_| ReadCell::Fault("=".to_owned())),
    }
}

/// `2030-01-31`, with an hour or without.
pub(super) fn iso_day(text: &str) -> Option<ReadCell> {
    let day: jiff::civil::Date = text.get(..10)?.parse().ok()?;
    Some(ReadCell::Day { year: day.year(), month: day.month(), day: day.day() })
}

/// The text of a string, of all its runs, without how it is pronounced.
fn rich_text(string: Node<'_, '_>) -> String {
    let is_spoken = |text: Node<'_, '_>| text.ancestors().any(|node| is(node, "rPh"));
    let texts = string.descendants().filter(|node| is(*node, "t") && !is_spoken(*node));
    texts.map(|node| node.text().unwrap_or_default()).collect()
}

/// Characters that the format writes as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("_x") {
        out.push_str(before);
        let character = from.get(..4).filter(|_| from.get(4..5) == Some("_"));
        let character = character.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
        match character {
            Some(character) => out.push(character),
            None => out.push_str("_x"),
        }
        rest = if character.is_some() { from.get(5..).unwrap_or_default() } else { from };
    }
    out.push_str(rest);
    out.replace("\r\n", "\n")
}

/// The row and column of `B3`, from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0usize, |sum, letter| {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        sum.checked_mul(26)?.checked_add(usize::from(value) + 1)
    })?;
    Some((number.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn range(name: &str) -> Option<SheetRange> {
    let (first, last) = name.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    Some(SheetRange { rows: (first.0, last.0), columns: (first.1, last.1) })
}
