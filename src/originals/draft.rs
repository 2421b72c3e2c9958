//! The text of an original while a reader makes it. Every character that the reader took in has to be placed or dropped with
//! a reason: [`ReadingDraft::finish`] counts both ends apart from one another and refuses a text of which something is missing.

use std::collections::BTreeMap;

use super::count::CharacterCount;
use super::note::ReadNote;
use super::refusal::ReadRefusal;
use super::text::{MarkedWords, NoteMark, OriginalLine, OriginalText};
use crate::characters::{CharacterClass, class, composed};
use crate::model::original::DropReason;

/// The longest example of what was dropped, in characters, and how many are kept.
const EXAMPLE: (usize, usize) = (60, 3);

/// A received file as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadOriginal {
    pub text: OriginalText,
    /// Characters of the received file, white space apart.
    pub taken: u64,
    /// Characters of it that are in the text.
    pub placed: u64,
    pub dropped: Vec<DroppedPart>,
    pub notes: Vec<ReadNote>,
    /// The keys and values of the header, where the file has one.
    pub header: Vec<(String, String)>,
}

/// A part of the file that was left out, by its reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DroppedPart {
    pub reason: DropReason,
    pub characters: u64,
    /// The first words of some of it.
    pub examples: Vec<String>,
}

/// The text of an original while it is made.
#[derive(Default)]
pub struct ReadingDraft {
    lines: Vec<OriginalLine>,
    taken: CharacterCount,
    /// What a reader writes that is not in the file as characters: numbers of lists.
    made: CharacterCount,
    /// Letters of the file that stand in the text as others.
    converted: CharacterCount,
    dropped: BTreeMap<DropReason, (CharacterCount, Vec<String>)>,
    notes: Vec<ReadNote>,
    header: Vec<(String, String)>,
}

impl ReadingDraft {
    /// A draft of a file that is wholly text.
    pub fn of(text: &str) -> Self {
        ReadingDraft { taken: CharacterCount::of(text), ..ReadingDraft::default() }
    }

    /// Counts text of the file, in whatever order it is read afterwards.
    pub fn take(&mut self, text: &str) {
        self.taken.add(text);
    }

    /// Counts what a reader adds that the file does not have as characters.
    pub fn make(&mut self, text: &str) {
        self.made.add(text);
    }

    /// Counts letters of an old encoding and those that they stand for.
    pub fn convert(&mut self, from: &str, to: &str) {
        self.converted.add(from);
        self.made.add(to);
    }

    /// Leaves text of the file out.
    pub fn drop(&mut self, reason: DropReason, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let (count, examples) = self.dropped.entry(reason).or_default();
        count.add(text);
        let example: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(EXAMPLE.0).collect();
        if examples.len() < EXAMPLE.1 && !examples.contains(&example) {
            examples.push(example);
        }
    }

    /// Says something about the reading.
    pub fn note(&mut self, note: ReadNote) {
        self.notes.push(note);
    }

    /// Keeps a key of the header.
    pub fn header(&mut self, key: &str, value: &str) {
        self.header.push((key.to_owned(), value.to_owned()));
    }

    /// Adds a paragraph; one without words is none.
    pub fn paragraph(&mut self, words: MarkedWords) {
        let words = self.cleaned(words);
        if is_rule(&words.text) {
            self.drop(DropReason::Rule, &words.text);
        } else if !words.text.is_empty() || !words.notes.is_empty() {
            self.lines.push(OriginalLine::Paragraph(words));
        }
    }

    /// Adds a row of a table; one of empty cells is none.
    pub fn row(&mut self, cells: Vec<MarkedWords>) {
        let cells: Vec<MarkedWords> = cells.into_iter().map(|cell| self.cleaned(cell)).collect();
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            self.lines.push(OriginalLine::Row(cells));
        }
    }

    /// Adds a paragraph of a footnote.
    pub fn footnote(&mut self, number: u32, words: MarkedWords) {
        let words = self.cleaned(words);
        if !words.text.is_empty() {
            self.lines.push(OriginalLine::Note { number, words });
        }
    }

    /// Words in the one known form: composed, white space folded, without what does not show.
    fn cleaned(&mut self, words: MarkedWords) -> MarkedWords {
        let mut clean = MarkedWords::default();
        let mut from = 0;
        for NoteMark { at, number } in words.notes {
            self.put(words.text.get(from..at).unwrap_or_default(), &mut clean.text);
            clean.notes.push(NoteMark { at: clean.text.trim_end().len(), number });
            from = at;
        }
        self.put(words.text.get(from..).unwrap_or_default(), &mut clean.text);
        clean.text.truncate(clean.text.trim_end().len());
        clean
    }

    fn put(&mut self, piece: &str, text: &mut String) {
        let kept = self.seen(piece);
        let kept = composed(&kept).unwrap_or(kept);
        for character in kept.chars() {
            match character.is_whitespace() {
                true if text.is_empty() || text.ends_with(' ') => {}
                true => text.push(' '),
                false => text.push(character),
            }
        }
    }

    /// The characters that show; the others are dropped.
    fn seen(&mut self, piece: &str) -> String {
        let (mut kept, mut joiners, mut hidden) = (String::with_capacity(piece.len()), String::new(), String::new());
        for character in piece.chars() {
            match class(character) {
                CharacterClass::Alike(plain) => kept.push(plain),
                CharacterClass::Joiner => joiners.push(character),
                // The sign for a letter that was lost is left for a person to see.
                CharacterClass::Hidden if character != '\u{fffd}' && !character.is_whitespace() => {
                    hidden.push(character)
                }
                CharacterClass::Plain | CharacterClass::Hidden => kept.push(character),
            }
        }
        self.drop(DropReason::Joiner, &joiners);
        self.drop(DropReason::HiddenCharacter, &hidden);
        kept
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// There is no text; or characters of the file are neither in it nor dropped, which is a fault of the reader.
    pub fn finish(self) -> Result<ReadOriginal, ReadRefusal> {
        let ReadingDraft { lines, taken, made, converted, dropped, notes, header } = self;
        if lines.is_empty() {
            return Err(ReadRefusal::NoText);
        }
        let mut came = taken.clone();
        came.join(&made);
        let mut went = converted;
        dropped.values().for_each(|(count, _)| went.join(count));
        lines.iter().for_each(|line| count_line(line, &mut went));
        let (lost, invented) = (came.beyond(&went), went.beyond(&came));
        if !lost.is_empty() || !invented.is_empty() {
            return Err(ReadRefusal::Lost { lost, invented });
        }
        let dropped: Vec<DroppedPart> = dropped
            .into_iter()
            .map(|(reason, (count, examples))| DroppedPart { reason, characters: count.total(), examples })
            .collect();
        let left_out: u64 = dropped.iter().map(|part| part.characters).sum();
        let placed = taken.total().saturating_sub(left_out);
        Ok(ReadOriginal { text: OriginalText { lines }, taken: taken.total(), placed, dropped, notes, header })
    }
}

fn count_line(line: &OriginalLine, count: &mut CharacterCount) {
    match line {
        OriginalLine::Paragraph(words) | OriginalLine::Note { number: _, words } => count.add(&words.text),
        OriginalLine::Row(cells) => cells.iter().for_each(|cell| count.add(&cell.text)),
    }
}

/// Whether a paragraph only draws a line.
fn is_rule(text: &str) -> bool {
    let count = text.chars().filter(|character| !character.is_whitespace()).count();
    count >= 3 && text.chars().all(|character| character.is_whitespace() || "-_=*~–—―‗─━".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(taken: &str, paragraphs: &[&str]) -> Result<ReadOriginal, ReadRefusal> {
        let mut draft = ReadingDraft::of(taken);
        paragraphs.iter().for_each(|words| draft.paragraph(MarkedWords::plain(words)));
        draft.finish()
    }

    #[test]
    fn a_draft_forgets_nothing() {
        let read = finished(
            "Điều 1.\u{a0}Phạm vi\n_____\nMo\u{301}t\u{ad}.",
            &["Điều 1. Phạm vi", "_____", "Mo\u{301}t\u{ad}."],
        );
        let read = read.unwrap();
        assert_eq!(read.text.write(), "Điều 1. Phạm vi\nMót.\n");
        assert_eq!((read.taken, read.placed), (22, 16));
        let dropped: Vec<(DropReason, u64)> = read.dropped.iter().map(|part| (part.reason, part.characters)).collect();
        assert_eq!(dropped, [(DropReason::Joiner, 1), (DropReason::Rule, 5)]);
    }

    #[test]
    fn a_character_less_or_more_is_refused() {
        let lost = |lost: &[(char, u64)], invented: &[(char, u64)]| {
            Err(ReadRefusal::Lost { lost: lost.to_vec(), invented: invented.to_vec() })
        };
        assert_eq!(
            finished("không được", &["được"]),
            lost(&[('g', 1), ('h', 1), ('k', 1), ('n', 1), ('o', 1), ('\u{302}', 1)], &[])
        );
        assert_eq!(finished("khoản 1", &["khoản 2"]), lost(&[('1', 1)], &[('2', 1)]));
        assert_eq!(finished("a", &[]), Err(ReadRefusal::NoText));
    }

    #[test]
    fn numbers_and_letters_that_a_reader_makes_are_known() {
        let mut draft = ReadingDraft::of("Tæ chøc");
        draft.convert("Tæ chøc", "Tổ chức");
        draft.make("1.");
        draft.paragraph(MarkedWords::plain("1. Tổ chức"));
        assert_eq!(draft.finish().unwrap().text.write(), "1. Tổ chức\n");
    }
}
