//! Where the numbering of an original does not add up. Quoted words of other instruments are no units of it.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::chain::OriginalChains;
use crate::diag::{FileId, Finding, Sink};
use crate::model::corpus::Records;
use crate::model::original::StoredOriginal;
use crate::originals::text::OriginalText;
use crate::originals::tree::{ProvisionTree, TextPiece, TreeFault, TreeFaultKind};
use crate::resolve::messages::numbering as codes;
use crate::source::{Kind, Sources};

/// Reports the faults of every text that can be believed.
pub fn check(records: &Records, sources: &Sources, chains: &OriginalChains<'_>, sink: &mut Sink) {
    let texts = sources.files().filter(|(_, file)| file.kind == Kind::OriginalText);
    let ids: BTreeMap<&str, FileId> = texts.map(|(id, file)| (file.path.as_str(), id)).collect();
    let originals: Vec<&StoredOriginal> = records.stored_originals.values().collect();
    let of = |original: &&StoredOriginal| {
        let text = chains.text(original)?;
        Some(findings(original, *ids.get(text.path.as_str())?, &text.text))
    };
    let found: Vec<Vec<Finding>> = originals.par_iter().filter_map(of).collect();
    found.into_iter().flatten().for_each(|finding| sink.push(finding));
}

fn findings(original: &StoredOriginal, file: FileId, text: &str) -> Vec<Finding> {
    let tree = ProvisionTree::read(&OriginalText::parse(text));
    let lines = lines(text);
    let finding = |fault: &TreeFault| {
        let piece = tree.pieces().get(fault.piece)?;
        let line = lines.get(piece.line).cloned().unwrap_or_default();
        let range = range_in(text, line, piece);
        let finding = about(&fault.kind, |code| Finding::at(code, file, range))?;
        let finding = finding.arg("at", place(&tree, piece)).arg("file", original.file_path());
        Some(finding.arg("instrument", original.instrument.as_str()))
    };
    tree.numbering_faults().filter_map(finding).collect()
}

/// The finding about a fault; none about what is no fault of the numbering.
fn about(kind: &TreeFaultKind, at: impl FnOnce(crate::diag::Code) -> Finding) -> Option<Finding> {
    Some(match kind {
        TreeFaultKind::Gap { expected, found: _ } => at(codes::NUMBER_MISSING).arg("expected", expected.to_string()),
        TreeFaultKind::Repeated { unit: _ } => at(codes::NUMBER_REPEATED),
        TreeFaultKind::ForeignLetter { label } => at(codes::MACHINE_LETTER).arg("label", label.as_str()),
        TreeFaultKind::DoubledLetter { label } => at(codes::DOUBLED_LETTER).arg("label", label.as_str()),
        TreeFaultKind::OpenQuote => at(codes::OPEN_QUOTE),
        TreeFaultKind::NumbersWithin { unit: _ } => return None,
    })
}

/// The place of the unit that a piece is in.
fn place(tree: &ProvisionTree, piece: &TextPiece) -> String {
    let around = std::iter::successors(tree.nodes().get(piece.node), |node| tree.nodes().get(node.parent?));
    let place = around.into_iter().find_map(|node| node.locator.as_ref());
    place.map(ToString::to_string).unwrap_or_default()
}

/// The bytes of each line that is not empty, as the text file is read.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if !words.is_empty() {
            lines.push(start..start + words.len());
        }
        start += line.len();
    }
    lines
}

/// The numbering of a piece in its line; where a sign is written in another way there, the whole line.
fn range_in(text: &str, line: Range<usize>, piece: &TextPiece) -> Range<usize> {
    let written = text.get(line.clone()).unwrap_or_default();
    let label = piece.text.get(..piece.label).unwrap_or_default().trim_end();
    // The beginning of the piece finds the second unit of a line.
    let begins: String = piece.text.chars().take(40).collect();
    let at = written.find(&begins).or_else(|| written.find(label)).filter(|_| !label.is_empty());
    at.map_or(line.clone(), |at| line.start + at..line.start + at + label.len())
}
