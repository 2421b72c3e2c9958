//! The words that name a kind of unit.

use super::note::note;
use super::token::{Gap, Opening, Tokens, has_eth};
use crate::model::citation::{Note, NoteKind};
use crate::model::provision::UnitKind;

/// The words in lower case, longer ones before those they begin with. Every mục is a `Section` here; the units around say
/// later whether it is an `Item`.
const WORDS: [(&str, UnitKind); 21] = [
    ("tiểu mục", UnitKind::Subsection),
    ("điều lệ", UnitKind::Charter),
    ("gạch đầu dòng", UnitKind::Dash),
    ("danh mục", UnitKind::List),
    ("phụ lục", UnitKind::Annex),
    ("quy chế", UnitKind::Regulation),
    ("quy định", UnitKind::Rules),
    ("điều", UnitKind::Article),
    ("khoản", UnitKind::Clause),
    ("điểm", UnitKind::Point),
    ("điềm", UnitKind::Point),
    ("mục", UnitKind::Section),
    ("chương", UnitKind::Chapter),
    ("phần", UnitKind::Part),
    ("tiết", UnitKind::Subpoint),
    ("đoạn", UnitKind::Paragraph),
    ("mẫu biểu", UnitKind::Form),
    ("mẫu", UnitKind::Form),
    ("dòng", UnitKind::Section),
    ("biểu mẫu", UnitKind::Form),
    ("biểu", UnitKind::Schedule),
];

/// A kind named at a token.
pub(super) struct KindRead {
    pub kind: UnitKind,
    /// The token after it.
    pub next: usize,
    /// Whether it is written `k.` for `khoản`.
    pub abbreviated: bool,
}

/// Reads a kind in full (`khoản`) or abbreviated with a full stop (`k.`).
pub(super) fn read_kind(tokens: &Tokens<'_>, at: usize) -> Option<KindRead> {
    if !matches!(tokens.opening(at), Opening::Unit | Opening::Either) {
        return None;
    }
    let full = WORDS.iter().find_map(|(word, kind)| tokens.phrase(at, word).map(|next| (*kind, next)));
    if let Some((kind, next)) = full {
        return Some(KindRead { kind, next, abbreviated: false });
    }
    let stopped = tokens.is_mark(at + 1, '.') && tokens.is_glued(at + 1);
    let kind = match tokens.word(at) {
        "đ" | "ð" => UnitKind::Point,
        "Đ" | "Ð" => UnitKind::Article,
        "k" | "K" => UnitKind::Clause,
        _ => return None,
    };
    stopped.then_some(KindRead { kind, next: at + 2, abbreviated: true })
}

/// Notes on how the word of a kind was written. `opens` where a capital is due anyway, at the head of a sentence.
pub(super) fn note_spelling(tokens: &Tokens<'_>, at: usize, read: &KindRead, opens: bool, notes: &mut Vec<Note>) {
    let range = tokens.range(at, read.next);
    let text = tokens.text.get(range.clone()).unwrap_or_default();
    if read.abbreviated {
        notes.push(note(NoteKind::Abbreviation, range.clone()));
    } else if !opens && tokens.starts_with_capital(at) != writes_capital(read.kind) && read.kind != UnitKind::Section {
        notes.push(note(NoteKind::Case, range.clone()));
    }
    if has_eth(text) {
        notes.push(note(NoteKind::Eth, range));
    }
}

/// Whether the token is where any word takes a capital.
pub(super) fn opens_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    at == 0
        || matches!(tokens.gap(at), Gap::Line | Gap::Paragraph)
        || tokens.is_mark(at - 1, '.')
        || tokens.is_mark(at - 1, ')')
}

fn writes_capital(kind: UnitKind) -> bool {
    kind.word().starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_opens_a_citation() {
        for (word, kind) in WORDS {
            let read = read_kind(&Tokens::new(word), 0);
            assert_eq!(read.map(|read| (read.kind, read.abbreviated)), Some((kind, false)), "{word}");
        }
    }
}
