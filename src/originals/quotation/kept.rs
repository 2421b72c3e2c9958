//! Matches the kept parts of a quotation with a unit, and looks at what is left out between them.

use std::ops::Range;

use super::atoms::Atom;
use super::exceptions::has_exception;
use super::{QuotationFault, QuotationFaultKind, SHOWN};
use crate::model::text::OMISSION;
use crate::originals::tree::{NodeRole, ProvisionTree};

/// Compares the words of a quotation with the atoms of its unit.
pub(super) fn compare(tree: &ProvisionTree, atoms: &[Atom], words: &[String]) -> Vec<QuotationFault> {
    let parts = parts(words);
    let mut at = 0;
    let mut omitted: Vec<Omitted> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let (first, last) = (index == 0, index + 1 == parts.len());
        let own = words.get(part.clone()).unwrap_or_default();
        if own.is_empty() && !(first && last) {
            // At an end, or two signs beside each other.
            if last {
                omitted.push(Omitted { atoms: at..atoms.len(), word: part.start.saturating_sub(1) });
                at = atoms.len();
            }
            continue;
        }
        let Some(found) = find(atoms, at, own, first, last) else {
            return vec![unmatched(atoms, at, words, part, last)];
        };
        if !first {
            omitted.push(Omitted { atoms: at..found.start, word: part.start - 1 });
        }
        at = found.end;
    }
    omitted.iter().filter_map(|omitted| left_out(tree, atoms, omitted)).collect()
}

/// Atoms for which `[…]` stands, and the word that the sign is.
struct Omitted {
    atoms: Range<usize>,
    word: usize,
}

/// The words between the signs of omission.
fn parts(words: &[String]) -> Vec<Range<usize>> {
    let signs = words.iter().enumerate().filter(|(_, word)| is_omission(word)).map(|(at, _)| at);
    let mut parts = Vec::new();
    let mut start = 0;
    for sign in signs {
        parts.push(start..sign);
        start = sign + 1;
    }
    parts.push(start..words.len());
    parts
}

fn is_omission(word: &str) -> bool {
    matches!(word, OMISSION | "[...]" | "(…)" | "(...)")
}

/// The atoms that are these words: the first at the beginning, the last at the end, others as soon as may be.
fn find(atoms: &[Atom], from: usize, words: &[String], first: bool, last: bool) -> Option<Range<usize>> {
    let starts = if first { from..from + 1 } else { from..atoms.len() };
    let fits = |start: usize| matched(atoms, start, words).filter(|end| !last || *end == atoms.len());
    starts.into_iter().find_map(|start| fits(start).map(|end| start..end))
}

/// The atom after those that begin at `start` and are these words.
fn matched(atoms: &[Atom], start: usize, words: &[String]) -> Option<usize> {
    let mut rest = words;
    for (at, atom) in atoms.iter().enumerate().skip(start) {
        rest = match rest.strip_prefix(atom.words.as_slice()) {
            Some([]) => return Some(at + 1),
            Some(rest) => rest,
            None => return None,
        };
    }
    None
}

/// The fault of words that are no run of atoms.
fn unmatched(atoms: &[Atom], from: usize, words: &[String], part: &Range<usize>, last: bool) -> QuotationFault {
    let own = words.get(part.clone()).unwrap_or_default();
    let rest: Vec<&String> = atoms.iter().skip(from).flat_map(|atom| &atom.words).collect();
    let agreeing = |start: usize| own.iter().zip(rest.iter().skip(start)).take_while(|(a, b)| a == *b).count();
    let starts = if part.start == 0 { 1 } else { rest.len().max(1) };
    let best = (0..starts)
        .map(|start| (agreeing(start), start))
        .max_by_key(|(length, start)| (*length, std::cmp::Reverse(*start)));
    let (agreed, start) = best.unwrap_or_default();
    let original: Vec<&str> = rest.iter().skip(start + agreed).take(SHOWN).map(|word| word.as_str()).collect();
    let kind = match () {
        () if agreed < own.len() => QuotationFaultKind::Differs { other: None },
        () if last && part.start == 0 => QuotationFaultKind::Ends,
        // The words are there, and begin or end within a sentence.
        () => QuotationFaultKind::WithinSentence,
    };
    let sign =
        if kind == QuotationFaultKind::WithinSentence && part.start > 0 { part.start - 1 } else { part.start + agreed };
    let quoted = words.iter().skip(sign).take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(" ");
    QuotationFault { kind, word: sign.min(words.len().saturating_sub(1)), quoted, original: original.join(" ") }
}

/// The fault of an omission, if it has one.
fn left_out(tree: &ProvisionTree, atoms: &[Atom], omitted: &Omitted) -> Option<QuotationFault> {
    let Omitted { atoms: range, word } = omitted;
    let out = atoms.get(range.clone()).unwrap_or_default();
    let words: Vec<String> = out.iter().flat_map(|atom| atom.words.clone()).collect();
    let next = atoms.get(range.end);
    let before = range.start.checked_sub(1).and_then(|at| atoms.get(at));
    // The rest of a paragraph is kept without its beginning.
    let beheaded = next.is_some_and(|next| !next.first && before.is_none_or(|before| before.piece != next.piece));
    let kind = match () {
        () if out.is_empty() => QuotationFaultKind::NothingLeftOut,
        () if beheaded => QuotationFaultKind::WithinSentence,
        () if has_exception(&words) => QuotationFaultKind::LeavesOutException,
        () if leaves_out_lead(tree, atoms, range) => QuotationFaultKind::LeavesOutLead,
        () => return None,
    };
    Some(QuotationFault { kind, word: *word, quoted: OMISSION.to_owned(), original: shown(&words) })
}

/// The first words of what is left out, and that there are more.
fn shown(words: &[String]) -> String {
    const MOST: usize = 24;
    let first = words.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(" ");
    if words.len() > MOST { format!("{first} …") } else { first }
}

/// Whether the words that introduce something kept are left out: the end of a paragraph with items of its own, or of one
/// that ends with a colon.
fn leaves_out_lead(tree: &ProvisionTree, atoms: &[Atom], range: &Range<usize>) -> bool {
    let after = atoms.get(range.end);
    let Some(after) = after else { return false };
    let out = atoms.get(range.clone()).unwrap_or_default();
    out.iter().filter(|atom| atom.last).any(|atom| {
        let Some(node) = tree.pieces().get(atom.piece).and_then(|piece| tree.nodes().get(piece.node)) else {
            return false;
        };
        let colon = atom.words.last().is_some_and(|word| word.ends_with(':'));
        let parent = || node.parent.and_then(|parent| tree.nodes().get(parent));
        let around =
            if node.pieces.len() > 1 && node.role != NodeRole::Head { Some(node) } else { parent().filter(|_| colon) };
        around.is_some_and(|around| around.pieces.contains(&after.piece))
    })
}
