//! The texts of the entries, written as numbers of their pieces. A text of the law has few words, each many times: the number of
//! a frequent one has one digit or two, where the word has seven bytes.

use super::Unordered;
use super::files::number;

/// The pieces between two spaces of all texts, each once: words, and the ends of lines.
pub(super) struct TextPieces {
    /// The most frequent first.
    all: Vec<String>,
    places: Unordered<String, u32>,
}

impl TextPieces {
    /// Returns the pieces of all texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut counts: Unordered<&str, usize> = Unordered::default();
        texts.flat_map(pieces).for_each(|piece| *counts.entry(piece).or_default() += 1);
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_unstable_by(|(one, often), (other, seldom)| seldom.cmp(often).then(one.cmp(other)));
        let all: Vec<String> = counts.into_iter().map(|(piece, _)| piece.to_owned()).collect();
        TextPieces { places: all.iter().cloned().zip(0..).collect(), all }
    }

    /// Returns them as one text, from which a script makes the list by its spaces.
    pub(super) fn joined(&self) -> String {
        self.all.join(" ")
    }

    /// Returns a text as numbers, in the digits of [`super::files`].
    pub(super) fn written(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() / 3);
        pieces(text).filter_map(|piece| self.places.get(piece)).for_each(|place| number(&mut out, *place));
        out
    }
}

/// Cuts a text at its spaces; a line's end is a piece of its own. Nothing of an empty text.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split_inclusive('\n').flat_map(|line| match line.strip_suffix('\n') {
        Some(line) => [Some(line), Some("\n")],
        None => [Some(line), None],
    });
    let last = text.ends_with('\n').then_some("");
    lines.flatten().chain(last).flat_map(|line| line.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_pieces_with_spaces() {
        for text in ["", "một", "một hai", "một  hai ", "một\nhai\n\nba", "một\n"] {
            let joined = pieces(text).collect::<Vec<_>>().join(" ");
            assert_eq!(joined.replace(" \n ", "\n"), text, "{joined:?}");
        }
    }

    #[test]
    fn what_is_frequent_is_short() {
        let many: String = (0..2000).map(|at| format!("chữ{at} và ")).collect();
        let found = TextPieces::of([many.as_str()].into_iter());
        assert_eq!([found.written("và"), found.written("và và")], ["0", "00"]);
        assert!(found.joined().starts_with("và "));
        assert!(found.written(&many).len() < many.len() / 2);
    }
}
