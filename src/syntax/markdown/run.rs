//! Text that still knows the bytes it was written with: escapes and entities make the two differ.

use std::ops::Range;

/// A stretch of text and the source of each part of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Run {
    text: String,
    pieces: Vec<RunPiece>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct RunPiece {
    /// Where the piece begins in the text of the run.
    at: usize,
    source: Range<usize>,
    spelling: Spelling,
}

/// How a piece of text is written in the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spelling {
    /// Letter for letter.
    Exact,
    /// Letter for letter, but behind a backslash, so that its first sign means nothing but itself.
    Escaped,
    /// Letter for letter, as signs of markup that was reported: they mean nothing any more.
    Reported,
    /// Otherwise (an entity, a line break): the whole piece stands for the whole source range.
    Other,
}

impl Spelling {
    fn joins(self) -> bool {
        matches!(self, Spelling::Exact | Spelling::Escaped)
    }
}

impl RunPiece {
    fn is_exact(&self) -> bool {
        self.spelling != Spelling::Other
    }
}

impl Run {
    /// Returns the text as readers see it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds text that was written in `source`.
    pub fn push(&mut self, text: &str, source: Range<usize>, spelling: Spelling) {
        if text.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if spelling.joins() && last.spelling.joins() && last.source.end == source.start => {
                last.source.end = source.end;
            }
            _ => self.pieces.push(RunPiece { at: self.text.len(), source, spelling }),
        }
        self.text.push_str(text);
    }

    /// Adds another run behind this one.
    pub fn append(&mut self, other: Run) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.into_iter().map(|piece| RunPiece { at: piece.at + by, ..piece }));
    }

    /// The run without its first `count` bytes, which must end at a character.
    pub fn skip(&self, count: usize) -> Run {
        let mut rest = Run::default();
        for (index, piece) in self.pieces.iter().enumerate() {
            let end = self.pieces.get(index + 1).map_or(self.text.len(), |next| next.at);
            let from = piece.at.max(count);
            if let Some(text) = self.text.get(from..end) {
                let start = if piece.is_exact() { piece.source.start + (from - piece.at) } else { piece.source.start };
                let spelling = match piece.spelling {
                    Spelling::Escaped if from > piece.at => Spelling::Exact,
                    spelling => spelling,
                };
                rest.push(text, start..piece.source.end, spelling);
            }
        }
        rest
    }

    /// The bytes of the source that the bytes `range` of the text were written with.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.piece_at(range.start).map_or(0, |piece| {
            if piece.is_exact() { piece.source.start + (range.start - piece.at) } else { piece.source.start }
        });
        let end = match self.piece_at(range.end.saturating_sub(1)) {
            Some(piece) if piece.is_exact() => piece.source.start + (range.end - piece.at),
            Some(piece) => piece.source.end,
            None => start,
        };
        start..end.max(start)
    }

    /// Whether this part of the text is in the source letter for letter, without an escape before or in it.
    pub fn is_literal(&self, range: Range<usize>) -> bool {
        let after = self.pieces.partition_point(|piece| piece.at <= range.start);
        let end = self.pieces.get(after).map_or(self.text.len(), |next| next.at);
        let plain = |piece: &RunPiece| match piece.spelling {
            Spelling::Exact => true,
            Spelling::Escaped => piece.at < range.start,
            Spelling::Reported | Spelling::Other => false,
        };
        range.end <= end && self.piece_at(range.start).is_some_and(plain)
    }

    fn piece_at(&self, offset: usize) -> Option<&RunPiece> {
        let after = self.pieces.partition_point(|piece| piece.at <= offset);
        self.pieces.get(after.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Run {
        let mut run = Run::default();
        run.push("a)", 10..12, Spelling::Exact);
        run.push(" x", 12..14, Spelling::Exact);
        run.push("&", 14..19, Spelling::Other);
        run.push("*y", 20..22, Spelling::Escaped);
        run
    }

    #[test]
    fn text_to_source() {
        let run = sample();
        assert_eq!(run.text(), "a) x&*y");
        assert_eq!(run.pieces.len(), 3);
        assert_eq!(run.source(0..2), 10..12);
        assert_eq!(run.source(3..5), 13..19);
        assert_eq!(run.source(4..5), 14..19);
        assert_eq!(run.source(5..7), 20..22);
        assert_eq!(run.source(0..7), 10..22);
        assert!(run.is_literal(0..4) && run.is_literal(6..7));
        assert!(!run.is_literal(4..5) && !run.is_literal(5..6) && !run.is_literal(3..6));
    }

    #[test]
    fn skipping() {
        let rest = sample().skip(3);
        assert_eq!(rest.text(), "x&*y");
        assert_eq!(rest.source(0..1), 13..14);
        assert_eq!(rest.source(2..4), 20..22);
        let mut joined = sample();
        joined.append(rest);
        assert_eq!(joined.source(7..8), 13..14);
    }
}
