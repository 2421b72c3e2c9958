//! Reads a journal, and looks at every line whether it is as it was written and where it was written.

use std::collections::BTreeSet;

use serde_json::Value;

use super::seal::{ChainLink, Seal};
use super::{JournalEntry, JournalEvent, VERSION};

/// A journal as it was read.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Journal {
    pub entries: Vec<JournalEntry>,
    pub end: FileEnd,
    /// What the next line is chained to.
    pub link: ChainLink,
}

/// How the file ends.
#[derive(PartialEq, Eq, Debug, Default)]
pub enum FileEnd {
    #[default]
    Whole,
    /// The last line is whole but for its line feed.
    NoLineFeed,
    /// The last line is the beginning of one, as a crash leaves it; from this byte of the file on.
    Torn { line: String, from: usize },
}

/// Why nothing should be done on the strength of a journal.
#[derive(PartialEq, Eq, Debug)]
pub struct Damage {
    /// Each damaged place, in the order of the file; never empty.
    pub lines: Vec<BadLine>,
}

/// A line that the journal should not have, or not there.
#[derive(PartialEq, Eq, Debug)]
pub struct BadLine {
    /// From 1.
    pub number: usize,
    pub words: String,
    pub fault: LineFault,
}

/// A fault of a line, or of its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineFault {
    /// The file has no line at all: none that this program has begun is empty.
    Emptied,
    /// It is no event.
    Unreadable,
    /// It is not as it was written: its checksum is that of another line.
    Changed,
    /// An event that this program does not know, as a newer one may write.
    Unknown,
    /// It has no checksum, and lines before it have: not written by this program.
    Unsealed,
    /// It is in the file already.
    Copy,
    /// It is as it was written, but not where.
    Misplaced,
    /// It is as it was written, but lines before it are missing.
    AfterGap,
}

impl LineFault {
    /// Whether the line itself cannot be trusted, rather than its place.
    pub(super) fn is_of_line(self) -> bool {
        !matches!(self, LineFault::Misplaced | LineFault::AfterGap)
    }
}

/// A line of the file.
pub(super) struct JournalLine<'b> {
    pub number: usize,
    /// With its end.
    pub bytes: &'b [u8],
    pub seal: Option<Seal>,
    pub content: Content,
    pub fault: Option<LineFault>,
}

pub(super) enum Content {
    Event(Box<JournalEntry>),
    /// What a crash cut off: at the end of the file, or noted on the next line by a former version.
    Torn,
    /// It cannot be read.
    Nothing,
}

impl JournalLine<'_> {
    /// Returns what the line says, where it can be read.
    pub fn entry(&self) -> Option<&JournalEntry> {
        match &self.content {
            Content::Event(entry) => Some(entry),
            Content::Torn | Content::Nothing => None,
        }
    }

    /// Whether the line is what a crash left at the end of the file.
    pub fn is_cut(&self) -> bool {
        matches!(self.content, Content::Torn) && !self.has_line_feed()
    }

    /// Returns whether setting aside moves the line out of the journal: a line that is only misplaced stays.
    pub fn is_taken_out(&self) -> bool {
        self.fault.is_some_and(LineFault::is_of_line)
    }

    /// Returns whether the line is complete; only the last one can be without.
    pub fn has_line_feed(&self) -> bool {
        self.bytes.ends_with(b"\n")
    }

    /// What the next line is chained to.
    pub fn link(&self, before: &ChainLink) -> ChainLink {
        match (self.entry().map(|entry| &entry.event), &self.seal) {
            (Some(JournalEvent::SetAside(taken)), _) if taken.next.is_some() => {
                taken.next.clone().map_or_else(ChainLink::default, ChainLink)
            }
            (_, Some(seal)) => seal.link(),
            (_, None) => before.after_unsealed(without_end(self.bytes)),
        }
    }
}

/// Reads a journal.
///
/// # Errors
/// Lines that are no events, or not where they were written: someone or something has changed the file. Only a last line
/// without its line feed is what a crash leaves.
pub fn read(bytes: &[u8]) -> Result<Journal, Damage> {
    let (lines, link) = lines(bytes);
    let bad = |line: &JournalLine<'_>| {
        let words = String::from_utf8_lossy(without_end(line.bytes)).into_owned();
        line.fault.map(|fault| BadLine { number: line.number, words, fault })
    };
    let faults: Vec<BadLine> = lines.iter().filter_map(bad).collect();
    if lines.is_empty() {
        return Err(Damage { lines: vec![BadLine { number: 1, words: String::new(), fault: LineFault::Emptied }] });
    }
    if !faults.is_empty() {
        return Err(Damage { lines: faults });
    }
    let end = match lines.last() {
        Some(line) if line.is_cut() => FileEnd::Torn {
            line: String::from_utf8_lossy(line.bytes).into_owned(),
            from: bytes.len() - line.bytes.len(),
        },
        Some(line) if !line.has_line_feed() => FileEnd::NoLineFeed,
        _ => FileEnd::Whole,
    };
    let entries = lines.into_iter().filter_map(|line| match line.content {
        Content::Event(entry) => Some(*entry),
        Content::Torn | Content::Nothing => None,
    });
    Ok(Journal { entries: entries.collect(), end, link })
}

/// Every line with what is wrong with it, and what the next line would be chained to. A mark of UTF-8 at the beginning
/// and line feeds with a carriage return are what editors leave, and change no event.
pub(super) fn lines(bytes: &[u8]) -> (Vec<JournalLine<'_>>, ChainLink) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let pieces = || bytes.split_inclusive(|byte| *byte == b'\n');
    let seals = pieces().filter_map(|piece| Seal::of(text(piece)?));
    let mut reader = JournalReader { known: seals.map(|seal| seal.checksum).collect(), ..JournalReader::default() };
    pieces().for_each(|piece| reader.take(piece));
    (reader.lines, reader.link)
}

#[derive(Default)]
struct JournalReader<'b> {
    lines: Vec<JournalLine<'b>>,
    /// The checksums of all lines of the file.
    known: BTreeSet<String>,
    link: ChainLink,
    /// A line with a checksum has come.
    is_sealed: bool,
    /// The line before cannot be trusted, so it is unknown what this one is chained to.
    is_after_fault: bool,
}

impl<'b> JournalReader<'b> {
    fn take(&mut self, bytes: &'b [u8]) {
        let seal = text(bytes).and_then(Seal::of);
        let (content, fault) = self.judge(bytes, seal.as_ref());
        let line = JournalLine { number: self.lines.len() + 1, bytes, seal, content, fault };
        if let Some(JournalEvent::Repaired { torn }) = line.entry().map(|entry| &entry.event) {
            self.excuse(torn);
        }
        match line.fault {
            // As if it were not there.
            Some(LineFault::Copy) => {}
            None if line.is_cut() => {}
            fault => {
                self.link = line.link(&self.link);
                self.is_after_fault = fault.is_some_and(LineFault::is_of_line);
                self.is_sealed |= line.seal.is_some() && !self.is_after_fault;
            }
        }
        self.lines.push(line);
    }

    fn judge(&self, bytes: &[u8], seal: Option<&Seal>) -> (Content, Option<LineFault>) {
        let Some((text, value)) = text(bytes).and_then(|text| Some((text, object(text)?))) else {
            return match is_beginning(bytes) {
                true => (Content::Torn, None),
                false => (Content::Nothing, Some(LineFault::Unreadable)),
            };
        };
        let fault = match seal {
            Some(seal) if !seal.fits(text) => Some(LineFault::Changed),
            None if value.get("checksum").or(value.get("previous")).is_some() => Some(LineFault::Changed),
            None if self.is_sealed => Some(LineFault::Unsealed),
            _ => None,
        };
        let entry = serde_json::from_value::<JournalEntry>(value.clone()).ok().filter(|entry| entry.version == VERSION);
        let says_more = |entry: &JournalEntry| seal.is_none() && !is_all(entry, &value);
        let fault = fault.or_else(|| entry.as_ref().filter(|it| says_more(it)).map(|_| LineFault::Changed));
        match entry {
            None => (Content::Nothing, fault.or(Some(LineFault::Unknown))),
            Some(entry) => (Content::Event(Box::new(entry)), fault.or_else(|| self.misplaced(bytes, seal?))),
        }
    }

    /// Returns the fault of the place of a line that is itself as it was written.
    fn misplaced(&self, bytes: &[u8], seal: &Seal) -> Option<LineFault> {
        if self.is_after_fault || seal.previous == self.link {
            return None;
        }
        let is_copy = self.lines.iter().any(|line| without_end(line.bytes) == without_end(bytes));
        Some(match self.known.contains(&seal.previous.0) {
            _ if is_copy => LineFault::Copy,
            true => LineFault::Misplaced,
            false => LineFault::AfterGap,
        })
    }

    /// Former versions left what a crash had cut off in the file and noted it on the next line.
    fn excuse(&mut self, torn: &str) {
        let is_cut = |line: &&mut JournalLine<'b>| line.fault == Some(LineFault::Unreadable);
        let mut run: Vec<&mut JournalLine<'b>> = self.lines.iter_mut().rev().take_while(is_cut).collect();
        let words = run.iter().rev().map(|line| String::from_utf8_lossy(without_end(line.bytes)));
        if !self.is_sealed && words.collect::<Vec<_>>().join("\n") == torn {
            run.iter_mut().for_each(|line| (line.content, line.fault) = (Content::Torn, None));
        }
    }
}

/// Whether an event is all that a line without a checksum says. What else is in it was written by nobody, and may be what
/// is left of several lines.
pub(super) fn is_all(entry: &JournalEntry, value: &Value) -> bool {
    serde_json::to_value(entry).is_ok_and(|own| own == *value)
}

fn object(text: &str) -> Option<Value> {
    serde_json::from_str::<Value>(text).ok().filter(Value::is_object)
}

/// Whether this could be the beginning of a line as it is written, cut at any byte. Zeros, lines whose line feeds are gone,
/// or anything else that a crash of this program does not leave, could be more than one line.
fn is_beginning(bytes: &[u8]) -> bool {
    const HEAD: &str = r#"{"version":1,"at":""#;
    let text = match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => {
            bytes.get(..error.valid_up_to()).and_then(|text| std::str::from_utf8(text).ok())
        }
        text => text.ok(),
    };
    let begins = |text: &str| text.starts_with(HEAD) || HEAD.starts_with(text);
    let is_cut = |text: &str| serde_json::from_str::<Value>(text).is_err_and(|error| error.is_eof());
    text.is_some_and(|text| begins(text) && !text.contains(char::is_control) && is_cut(text))
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(without_end(bytes)).ok()
}

pub(super) fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
