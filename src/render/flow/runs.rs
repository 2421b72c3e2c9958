//! Short ways to write runs and blocks.

use super::{CellSide, FlowBlock, FlowCell, FlowPoint, FlowRun, FlowTable, LinkTarget, ParagraphLook, RunLook};

/// Between two things that are said beside one another. No line begins with the dot.
pub(super) const DOT: &str = "\u{a0}· ";
/// A box to tick with a pen.
pub(super) const BOX: &str = "☐";
/// A line to write on.
pub(super) const BLANK: &str = "……………………………………";

pub(super) const PLAIN: RunLook = RunLook {
    is_bold: false,
    is_italic: false,
    is_code: false,
    is_raised: false,
    is_struck: false,
    is_underlined: false,
    is_english: false,
};
pub(super) const BOLD: RunLook = RunLook { is_bold: true, ..PLAIN };
pub(super) const ITALIC: RunLook = RunLook { is_italic: true, ..PLAIN };
pub(super) const CODE: RunLook = RunLook { is_code: true, ..PLAIN };

pub(super) fn styled(text: impl Into<String>, look: RunLook) -> FlowRun {
    FlowRun::Text { text: text.into(), look }
}

pub(super) fn plain(text: impl Into<String>) -> FlowRun {
    styled(text, PLAIN)
}

pub(super) fn bold(text: impl Into<String>) -> FlowRun {
    styled(text, BOLD)
}

pub(super) fn to_anchor(anchor: &str, runs: Vec<FlowRun>) -> FlowRun {
    FlowRun::Link { to: LinkTarget::Anchor(anchor.to_owned()), runs }
}

pub(super) fn to_address(address: &str, text: &str) -> FlowRun {
    FlowRun::Link { to: LinkTarget::Address(address.to_owned()), runs: vec![plain(text)] }
}

/// Several runs, with words between them.
pub(super) fn joined(all: impl IntoIterator<Item = Vec<FlowRun>>, between: &str) -> Vec<FlowRun> {
    let mut runs = Vec::new();
    for one in all {
        if !runs.is_empty() {
            runs.push(plain(between));
        }
        runs.extend(one);
    }
    runs
}

pub(super) fn paragraph(look: ParagraphLook, runs: Vec<FlowRun>) -> FlowBlock {
    FlowBlock::Paragraph { look, runs }
}

pub(super) fn line(text: &str) -> FlowBlock {
    paragraph(ParagraphLook::Text, vec![plain(text)])
}

pub(super) fn small(runs: Vec<FlowRun>) -> FlowBlock {
    paragraph(ParagraphLook::Small, runs)
}

pub(super) fn heading(level: u8, anchor: Option<&str>, text: &str) -> FlowBlock {
    FlowBlock::Heading { level, anchor: anchor.map(str::to_owned), runs: vec![plain(text)] }
}

/// An item of a list without a mark of its own.
pub(super) fn item(blocks: Vec<FlowBlock>) -> FlowPoint {
    FlowPoint { label: "–".to_owned(), blocks }
}

/// A cell with one line.
pub(super) fn cell(runs: Vec<FlowRun>) -> FlowCell {
    cells(vec![paragraph(ParagraphLook::Text, runs)])
}

/// A cell with several lines.
pub(super) fn cells(blocks: Vec<FlowBlock>) -> FlowCell {
    FlowCell { blocks, span: 1, anchor: None }
}

/// A table with these heads and shares of its width.
pub(super) fn table(columns: &[(&str, u16)], rows: Vec<Vec<FlowCell>>) -> FlowBlock {
    FlowBlock::Table(FlowTable {
        shares: columns.iter().map(|(_, share)| *share).collect(),
        sides: columns.iter().map(|_| CellSide::Start).collect(),
        head: columns.iter().map(|(name, _)| vec![bold(*name)]).collect(),
        rows,
    })
}
