//! A text file as it is stored, beside the text that it is read as. Places are places in the text; whoever changes the
//! file needs the bytes that they stand for, which are others where the file has a byte order mark, other line ends,
//! letters in pieces or characters that are read as plain ones.

use std::ops::Range;

use super::{Kind, ListedFile, PathKind, SourceFile, kind_of, text};
use crate::characters::{self, CharacterClass, class, is_usual};
use crate::diag::{FileId, Sink};

/// The bytes of one file and the text that they are read as.
#[derive(Debug)]
pub struct Stored {
    pub bytes: Vec<u8>,
    pub file: SourceFile,
    /// Where the way of storing changes, in order; the last stands for the end of the text.
    steps: Vec<StorageStep>,
}

/// From here on a byte of the text is a byte of the file, or a few bytes of the one represent a few of the other as a whole.
#[derive(Clone, Copy, Debug)]
struct StorageStep {
    text: usize,
    bytes: usize,
    is_exact: bool,
}

impl Stored {
    /// Reads the bytes of the file with this path in its corpus. `None` where the path is that of no text which is read.
    pub fn new(path: &str, bytes: Vec<u8>) -> Option<Self> {
        let PathKind::Kind(kind) = kind_of(path) else { return None };
        if !kind.is_text() {
            return None;
        }
        let listed = ListedFile { path: path.to_owned(), kind, size: bytes.len() as u64 };
        let file = text::read(FileId(0), &listed, &bytes, &mut Sink::new());
        let steps = if file.is_sound { steps(&bytes, &file) } else { Vec::new() };
        Some(Stored { bytes, file, steps })
    }

    /// Returns the bytes of the file that a range of the text stands for. `None` where the range begins or ends within
    /// what is stored as a whole, or where nothing is known of the file.
    pub fn range(&self, range: &Range<usize>) -> Option<Range<usize>> {
        Some(self.byte(range.start)?..self.byte(range.end)?)
    }

    fn byte(&self, at: usize) -> Option<usize> {
        let after = self.steps.partition_point(|step| step.text <= at);
        let step = self.steps.get(after.checked_sub(1)?)?;
        let within = at - step.text;
        (step.is_exact || within == 0).then(|| step.bytes + within).filter(|byte| *byte <= self.bytes.len())
    }

    /// How the lines of the file end, by its first.
    pub fn line_end(&self) -> &'static str {
        let at = self.bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
        match at.and_then(|at| self.bytes.get(at..)) {
            Some([b'\r', b'\n', ..]) => "\r\n",
            Some([b'\r', ..]) => "\r",
            _ => "\n",
        }
    }
}

/// The ranges of a file's text, each within a line, that are not stored as they are read, line ends aside.
pub(super) fn altered(bytes: &[u8], file: &SourceFile) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for pair in steps(bytes, file).windows(2) {
        let [step, next] = pair else { continue };
        let read = file.text.get(step.text..next.text).unwrap_or_default();
        if step.is_exact || read == "\n" {
            continue;
        }
        let between = |last: &Range<usize>| file.text.get(last.end..step.text).unwrap_or_default();
        match found.last_mut().filter(|last| !between(last).contains('\n')) {
            Some(last) => last.end = next.text,
            None => found.push(step.text..next.text),
        }
    }
    found
}

/// Nothing where the pieces do not make up the text that was read.
fn steps(bytes: &[u8], file: &SourceFile) -> Vec<StorageStep> {
    let Ok(whole) = std::str::from_utf8(bytes) else { return Vec::new() };
    let raw = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let start = whole.len() - raw.len();
    if raw == file.text {
        return vec![StorageStep { text: 0, bytes: start, is_exact: true }];
    }
    let mut steps: Vec<StorageStep> = Vec::new();
    let (mut at, mut text) = (start, 0);
    for piece in pieces(raw) {
        let read = read(piece, file.kind);
        let rest = file.text.get(text..).unwrap_or_default();
        if !rest.starts_with(read.as_deref().unwrap_or(piece)) {
            return Vec::new();
        }
        let is_exact = read.is_none();
        if !is_exact || steps.last().is_none_or(|last| !last.is_exact) {
            steps.push(StorageStep { text, bytes: at, is_exact });
        }
        at += piece.len();
        text += read.map_or(piece.len(), |read| read.len());
    }
    steps.push(StorageStep { text, bytes: at, is_exact: true });
    if text == file.text.len() { steps } else { Vec::new() }
}

/// What a piece is read as, where that is something else.
fn read(piece: &str, kind: Kind) -> Option<String> {
    let mut characters = piece.chars();
    if characters.next().is_some_and(is_as_it_is) && characters.next().is_none() {
        return None;
    }
    let read = match piece {
        "\r\n" | "\r" => "\n".to_owned(),
        _ if kind == Kind::Original => characters::composed(piece)?,
        _ if kind == Kind::OriginalText => return None,
        _ => characters::read(piece).0,
    };
    (read != piece).then_some(read)
}

fn is_as_it_is(character: char) -> bool {
    is_usual(character) && class(character) == CharacterClass::Plain
}

/// The pieces of a text that are read each by itself: a letter with what may be joined to it, or a line end.
fn pieces(raw: &str) -> impl Iterator<Item = &str> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let begins = |(_, character): &(usize, char)| {
            is_usual(*character) || *character == '\r' || matches!(class(*character), CharacterClass::Alike(_))
        };
        let end = match (first, rest.get(1..)) {
            ('\r', Some(after)) if after.starts_with('\n') => 2,
            _ => rest.char_indices().skip(1).find(begins).map_or(rest.len(), |(at, _)| at),
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(bytes: &str) -> Stored {
        Stored::new("guidance/a.md", bytes.as_bytes().to_vec()).unwrap()
    }

    fn of(stored: &Stored, words: &str) -> Option<String> {
        let at = stored.file.text.find(words).unwrap();
        let range = stored.range(&(at..at + words.len()))?;
        Some(String::from_utf8(stored.bytes[range].to_vec()).unwrap())
    }

    #[test]
    fn every_range_leads_to_its_bytes() {
        let plain = stored("a: số\nb: hai\n");
        assert_eq!(of(&plain, "hai").unwrap(), "hai");
        let windows = stored("\u{feff}a: số\r\nb: hai\r\n");
        assert_eq!(of(&windows, "a: số").unwrap(), "a: số");
        assert_eq!(of(&windows, "số\nb").unwrap(), "số\r\nb");
        assert_eq!(of(&windows, "hai\n").unwrap(), "hai\r\n");
        assert_eq!(windows.line_end(), "\r\n");
        assert_eq!(of(&stored("a\rb\r"), "b\n").unwrap(), "b\r");
    }

    #[test]
    fn what_is_stored_as_a_whole_is_not_cut() {
        let decomposed = stored("tie\u{302}\u{301}ng: x\u{a0}y\n");
        assert_eq!(decomposed.file.text, "tiếng: x y\n");
        assert_eq!(of(&decomposed, "ế").unwrap(), "e\u{302}\u{301}");
        assert_eq!(of(&decomposed, "ng").unwrap(), "ng");
        assert_eq!(of(&decomposed, " y").unwrap(), "\u{a0}y");
        assert_eq!(of(&decomposed, "x y").unwrap(), "x\u{a0}y");
        let at = decomposed.file.text.find('ế').unwrap();
        assert_eq!(decomposed.range(&(at + 1..at + 3)), None);
        assert_eq!(decomposed.range(&(0..99)), None);
    }

    #[test]
    fn what_was_read_as_something_else_is_found_line_by_line() {
        let found = stored("e\u{301} a e\u{301}\nx\r\nb\u{ad}\n");
        let words: Vec<&str> =
            altered(&found.bytes, &found.file).into_iter().map(|range| &found.file.text[range]).collect();
        assert_eq!(words, ["é a é", "b"]);
        let windows = stored("é\r\n");
        assert!(altered(&windows.bytes, &windows.file).is_empty());
    }

    /// Whatever is read, its pieces make up the text.
    #[test]
    fn pieces_make_up_the_text() {
        for text in [
            "",
            "\u{feff}",
            "\u{ad}\u{301}o\u{ad}\u{301}",
            "\u{a0}\u{301}a",
            "“a”\u{200b}",
            "\r\r\n\n\r",
            "Ð\u{1100}\u{1161}",
            "α\u{301}\u{feff}x",
            "a\u{323}\u{302}\u{31b}\r\nb",
        ] {
            let stored = stored(text);
            assert!(!stored.steps.is_empty(), "{text:?}");
            assert_eq!(stored.range(&(0..stored.file.text.len())).map(|range| range.end), Some(text.len()), "{text:?}");
        }
    }
}
