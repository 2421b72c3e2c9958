//! The words of a text as they are compared, and a unit as the body of an excerpt is written.

use super::super::tree::{PieceSort, ProvisionTree, TextPiece, TreeNode, label_length};
use crate::model::provision::UnitKind;

/// The words of each line, its label apart from the word that may be stuck to it.
pub fn read_lines(text: &str) -> Vec<Vec<String>> {
    text.lines().map(words).filter(|words| !words.is_empty()).collect()
}

fn words(line: &str) -> Vec<String> {
    let (label, rest) = read_label(line.trim_start());
    label.into_iter().chain(rest.split_whitespace()).map(str::to_owned).collect()
}

/// The label of a line without white space around it, and what follows.
pub(super) fn read_label(line: &str) -> (Option<&str>, &str) {
    match line.split_at_checked(label_length(line)) {
        Some((label, rest)) if !label.is_empty() && !label.contains(char::is_whitespace) => (Some(label), rest),
        _ => (None, line),
    }
}

/// Returns a unit as Markdown, without the heading of an article.
pub fn written(tree: &ProvisionTree, unit: &TreeNode) -> String {
    let start = if unit.heading.is_empty() { unit.pieces.start } else { unit.heading.end };
    let pieces: Vec<&TextPiece> = tree
        .pieces()
        .get(start..unit.pieces.end)
        .unwrap_or_default()
        .iter()
        .filter(|piece| piece.sort != PieceSort::Note)
        .collect();
    let mut text = String::new();
    let mut rows = 0;
    for piece in pieces {
        rows = if piece.sort == PieceSort::Row { rows + 1 } else { 0 };
        if rows != 0 {
            text.push_str(&row(piece, rows == 1, text.is_empty()));
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&escaped(&piece.text));
        text.push('\n');
    }
    text
}

/// Returns the opening line of the unit that an item hangs on, as Markdown that shows it before the item: `> 2. Cơ quan phải:`.
pub fn written_lead(tree: &ProvisionTree, unit: &TreeNode) -> Option<String> {
    let is_item = unit.unit.as_ref().is_some_and(|it| ITEMS.contains(&it.kind()));
    let parent = unit.parent.filter(|_| is_item)?;
    let own = |piece: &&TextPiece| piece.node == parent && piece.sort == PieceSort::Paragraph;
    let before = tree.pieces().get(..unit.pieces.start)?;
    let line = before.iter().rev().find(own).filter(|piece| piece.text.trim_end().ends_with(':'))?;
    Some(format!("> {}\n\n", escaped(&line.text)))
}

/// Units that say nothing without the words that introduce them.
const ITEMS: [UnitKind; 3] = [UnitKind::Point, UnitKind::Subpoint, UnitKind::Dash];

/// A row of a table; the first with the line below the head.
fn row(piece: &TextPiece, is_first: bool, is_start: bool) -> String {
    let cells: Vec<String> = piece.cells.iter().map(|cell| escaped(cell).replace('|', r"\|")).collect();
    let row = format!("| {} |\n", cells.join(" | "));
    if !is_first {
        return row;
    }
    let between = if is_start { "" } else { "\n" };
    format!("{between}{row}|{}\n", "---|".repeat(cells.len()))
}

/// Words with what Markdown would read as a sign escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    match escaped.chars().next() {
        Some('#' | '=' | '|') => format!("\\{escaped}"),
        _ => escaped,
    }
}
