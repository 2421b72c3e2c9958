//! The looks of cells as the format lists them.

use super::super::workbook::{CellLook, CellValue};
use super::MAIN;
use crate::xml_package::HEAD;

/// How a value is shown, whatever its cell looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ShownAs {
    General,
    Day,
    /// Text that would be a formula when somebody types it again.
    Quoted,
    Link,
}

const FORMS: [ShownAs; 4] = [ShownAs::General, ShownAs::Day, ShownAs::Quoted, ShownAs::Link];
/// Days as they are written here.
const DAY_FORMAT: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>";

/// Text, title, note, bold, link.
const FONTS: [&str; 5] = [
    "<sz val=\"11\"/>",
    "<b/><sz val=\"14\"/>",
    "<sz val=\"9\"/><color rgb=\"FF595959\"/>",
    "<b/><sz val=\"11\"/>",
    "<u/><sz val=\"11\"/><color rgb=\"FF0645AD\"/>",
];
/// The first two are those that every file has.
const FILLS: [&str; 4] = [
    "<patternFill patternType=\"none\"/>",
    "<patternFill patternType=\"gray125\"/>",
    "<patternFill patternType=\"solid\"><fgColor rgb=\"FFE7EBF0\"/></patternFill>",
    "<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF8E1\"/></patternFill>",
];

/// `xl/styles.xml`.
pub fn styles() -> String {
    let fonts: String = FONTS.iter().map(|font| format!("<font>{font}<name val=\"Arial\"/></font>")).collect();
    let fills: String = FILLS.iter().map(|fill| format!("<fill>{fill}</fill>")).collect();
    let side = |side: &str| format!("<{side} style=\"thin\"><color rgb=\"FFA0A8B0\"/></{side}>");
    let sides: String = ["left", "right", "top", "bottom"].iter().map(|name| side(name)).collect();
    let looks: String = CellLook::ALL.iter().flat_map(|look| FORMS.map(|form| style(*look, form))).collect();
    let (font_count, fill_count, look_count) = (FONTS.len(), FILLS.len(), CellLook::ALL.len() * FORMS.len());
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\">{DAY_FORMAT}<fonts count=\"{font_count}\">{fonts}</fonts>\
         <fills count=\"{fill_count}\">{fills}</fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
         <border>{sides}<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{look_count}\">{looks}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

/// The number of the style of a cell.
pub fn index(look: CellLook, value: &CellValue) -> usize {
    let look = CellLook::ALL.iter().position(|one| *one == look).unwrap_or_default();
    let form = FORMS.iter().position(|one| *one == form(value)).unwrap_or_default();
    look * FORMS.len() + form
}

fn form(value: &CellValue) -> ShownAs {
    match value {
        CellValue::Text(text) if text.starts_with(['=', '+', '-', '@']) => ShownAs::Quoted,
        CellValue::Empty | CellValue::Text(_) | CellValue::Number(_) => ShownAs::General,
        CellValue::Day { .. } => ShownAs::Day,
        CellValue::Link { .. } => ShownAs::Link,
    }
}

fn style(look: CellLook, form: ShownAs) -> String {
    let (font, fill, border) = match look {
        CellLook::Plain => (0, 0, 0),
        CellLook::Title => (1, 0, 0),
        CellLook::Note => (2, 0, 0),
        CellLook::Head => (3, 2, 1),
        CellLook::Body => (0, 0, 1),
        CellLook::Strong => (3, 0, 1),
        CellLook::Field | CellLook::DayField => (0, 3, 1),
    };
    let font = if form == ShownAs::Link { 4 } else { font };
    let format = if form == ShownAs::Day || look == CellLook::DayField { 164 } else { 0 };
    let quoted = if form == ShownAs::Quoted { " quotePrefix=\"1\"" } else { "" };
    let wrap = if matches!(look, CellLook::Plain | CellLook::Title | CellLook::Note) { "" } else { " wrapText=\"1\"" };
    let unlocked = if look.is_field() { "<protection locked=\"0\"/>" } else { "" };
    format!(
        "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\"{quoted} \
         applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" \
         applyProtection=\"1\"><alignment vertical=\"top\"{wrap}/>{unlocked}</xf>"
    )
}
