//! Where the numbering of an original does not add up. Quoted words of other instruments are no units of it.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::OriginalTexts;
use crate::diag::{FileId, Finding, Sink};
use crate::model::corpus::Corpus;
use crate::model::original::StoredOriginal;
use crate::originals::tree::{ProvisionTree, TextPiece, TreeFault, TreeFaultKind};
use crate::resolve::messages::numbering as codes;
use crate::source::Sources;

/// A place of a text where the numbering does not add up.
#[derive(Clone, Debug)]
pub struct NumberingFault {
    kind: TreeFaultKind,
    /// The bytes of the text file.
    range: Range<usize>,
    /// The place of the unit, as it is cited.
    at: String,
}

/// Returns the faults of a text and its tree.
pub fn faults(tree: &ProvisionTree, text: &str) -> Vec<NumberingFault> {
    let mut faults = tree.numbering_faults().peekable();
    let lines = if faults.peek().is_some() { lines(text) } else { Vec::new() };
    let fault = |fault: &TreeFault| {
        let piece = tree.pieces().get(fault.piece)?;
        let line = lines.get(piece.line).cloned().unwrap_or_default();
        Some(NumberingFault { kind: fault.kind.clone(), range: range_in(text, line, piece), at: place(tree, piece) })
    };
    faults.filter_map(fault).collect()
}

/// Reports the faults of every text that can be believed. All of them are warnings.
pub fn check(corpus: &Corpus, sources: &Sources, texts: &OriginalTexts, sink: &mut Sink) {
    let originals: Vec<&StoredOriginal> = corpus.stored_originals().collect();
    let of = |original: &&StoredOriginal| {
        let (id, file) = texts.file(original, sources)?;
        Some((id, texts.memo().faults(&original.text_sha256, &file.text)))
    };
    let found: Vec<Option<(FileId, Arc<[NumberingFault]>)>> = originals.par_iter().map(of).collect();
    for (original, (id, faults)) in originals.iter().zip(found).filter_map(|(original, found)| Some((original, found?)))
    {
        faults.iter().filter_map(|fault| finding(original, id, fault)).for_each(|finding| sink.push(finding));
    }
}

fn finding(original: &StoredOriginal, file: FileId, fault: &NumberingFault) -> Option<Finding> {
    let NumberingFault { kind, range, at } = fault;
    let finding = about(kind, |code| Finding::at(code, file, range.clone()))?;
    let finding = finding.arg("at", at.as_str()).arg("file", original.file_path());
    Some(finding.arg("instrument", original.instrument.as_str()))
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
