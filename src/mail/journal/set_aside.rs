//! Sets the damaged lines of a journal aside: what the journal is without them, and whom they may concern.

use std::collections::BTreeSet;
use std::io;

use serde_json::Value;

use super::read::{JournalLine, LineFault, is_all, lines, read};
use super::seal::{ChainLink, Seal};
use super::{JournalEntry, JournalEvent, Taken};

/// A department that the damage may concern.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct KnownDepartment {
    pub id: String,
    pub address: Option<String>,
}

/// What setting aside comes to.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct SettingAside {
    /// The journal without the damaged lines, and with an event in the place of each.
    pub journal: Vec<u8>,
    /// The damaged lines, byte for byte.
    pub taken: Vec<u8>,
    /// The events that were put in.
    pub places: Vec<Taken>,
}

impl SettingAside {
    /// Returns how many lines are moved out of the journal.
    pub fn lines(&self) -> usize {
        self.places.iter().map(|place| place.lines).sum()
    }

    /// Whether it may concern a department about which nothing is certain.
    pub fn everyone(&self) -> bool {
        self.places.iter().any(|place| place.everyone)
    }
}

/// Takes the damaged lines of a journal out. `file` is to keep them; `entry` says when and of which edition an event is.
/// Nothing where nothing is damaged.
///
/// # Errors
/// The journal would be damaged still; nothing should be written then.
pub fn set_aside(
    bytes: &[u8],
    known: &[KnownDepartment],
    file: &str,
    entry: &dyn Fn(JournalEvent) -> JournalEntry,
) -> io::Result<Option<SettingAside>> {
    let (lines, _) = lines(bytes);
    if !lines.is_empty() && lines.iter().all(|line| line.fault.is_none()) {
        return Ok(None);
    }
    let known: BTreeSet<KnownDepartment> = known.iter().cloned().chain(lines.iter().filter_map(of_line)).collect();
    let is_unsealed = |line: &&JournalLine<'_>| !line.is_taken_out() && line.entry().is_some() && line.seal.is_none();
    let last_unsealed = lines.iter().rfind(is_unsealed).map_or(0, |line| line.number);
    let (link, done) = (ChainLink::default(), SettingAside::default());
    let mut writer = SetAsideWriter { known, file, entry, last_unsealed, link, is_sealed: false, done };
    let mut rest = lines.as_slice();
    if rest.is_empty() {
        writer.place(&[], None)?;
    }
    while !rest.is_empty() {
        // In a file that is damaged elsewhere, who knows that it was a crash that cut off its end.
        let goes = |line: &&JournalLine<'_>| line.is_taken_out() || line.is_cut();
        let (run, after) = rest.split_at(rest.iter().take_while(goes).count());
        let (next, after) = after.split_first().map_or((None, after), |(next, after)| (Some(next), after));
        writer.place(run, next)?;
        rest = after;
    }
    match read(&writer.done.journal) {
        Ok(_) => Ok(Some(writer.done)),
        Err(damage) => Err(io::Error::other(format!("{damage:?}"))),
    }
}

/// The department of a line that can be trusted.
fn of_line(line: &JournalLine<'_>) -> Option<KnownDepartment> {
    let event = &line.entry().filter(|_| !line.is_taken_out())?.event;
    let address = if let JournalEvent::Sending(sending) = event { Some(sending.address.clone()) } else { None };
    event.department().map(|id| KnownDepartment { id: id.to_owned(), address })
}

struct SetAsideWriter<'w> {
    known: BTreeSet<KnownDepartment>,
    file: &'w str,
    entry: &'w dyn Fn(JournalEvent) -> JournalEntry,
    /// The number of the last line without a checksum: an event among those of an older journal goes without, too.
    last_unsealed: usize,
    /// What the next line is chained to.
    link: ChainLink,
    /// A line with a checksum has come.
    is_sealed: bool,
    done: SettingAside,
}

impl SetAsideWriter<'_> {
    /// Writes an event for lines that are taken out, or for what is wrong with the place of the line after them, and then
    /// that line as it is.
    fn place(&mut self, run: &[JournalLine<'_>], next: Option<&JournalLine<'_>>) -> io::Result<()> {
        let next_fault = next.and_then(|line| line.fault);
        if !run.is_empty() || next.is_none_or(|line| line.fault.is_some()) {
            let mut concern = if run.is_empty() { Concern::default() } else { self.concern(run, next) };
            // All that is left of a journal is an empty file, or one of empty lines.
            concern.everyone |= next.is_none() && self.done.journal.is_empty() && concern.departments.is_empty();
            match next_fault {
                Some(LineFault::AfterGap) => concern.everyone = true,
                Some(_) => concern.departments.extend(next.and_then(of_line).map(|known| known.id)),
                None => {}
            }
            let first = run.first().or(next).map_or(0, |line| line.number);
            let file = (!run.is_empty()).then(|| self.file.to_owned());
            let next_link = next.and_then(|line| line.seal.as_ref()).map(|seal| seal.previous.0.clone());
            let departments = concern.departments.into_iter().collect();
            let (lines, everyone) = (run.len(), concern.everyone);
            let taken = Taken { lines, first, file, departments, everyone, next: next_link };
            self.event(taken, first > self.last_unsealed)?;
            run.iter().for_each(|line| self.done.taken.extend_from_slice(line.bytes));
        }
        if let Some(line) = next {
            self.keep(line);
        }
        Ok(())
    }

    fn event(&mut self, taken: Taken, is_sealed: bool) -> io::Result<()> {
        let entry = (self.entry)(JournalEvent::SetAside(taken.clone()));
        let line = match is_sealed {
            true => {
                let (line, link) = entry.to_line(&self.link)?;
                self.link = link;
                line
            }
            false => {
                let line = entry.to_unsealed_line()?;
                self.link = self.link.after_unsealed(line.trim_end().as_bytes());
                line
            }
        };
        self.done.journal.extend_from_slice(line.as_bytes());
        self.done.places.push(taken);
        Ok(())
    }

    fn keep(&mut self, line: &JournalLine<'_>) {
        self.link = line.link(&self.link);
        self.is_sealed |= line.seal.is_some();
        self.done.journal.extend_from_slice(line.bytes);
        if !line.has_line_feed() && line.entry().is_some() {
            self.done.journal.push(b'\n');
        }
    }

    /// Whom lines that are taken out concern. Only where it is certain that nothing else is missing there, and each of
    /// them still states a department that there is, are these all. A line that was changed by hand may have stated another.
    fn concern(&self, run: &[JournalLine<'_>], next: Option<&JournalLine<'_>>) -> Concern {
        // A line that is in the journal twice says nothing that the other does not.
        let says = |line: &&JournalLine<'_>| line.fault != Some(LineFault::Copy) && !is_crumb(line.bytes);
        let run: Vec<&JournalLine<'_>> = run.iter().filter(says).collect();
        let texts: Vec<String> = run.iter().map(|line| leniently(line.bytes)).collect();
        let next = next.and_then(|line| line.seal.as_ref()).map(|seal| &seal.previous);
        // Whole lines without a checksum are those of an older journal, or more than there was where the others are chained
        // past them. All else may be what is left of several lines.
        let may_be_old = next.map_or(!self.is_sealed, |next| *next == self.link);
        let is_added = may_be_old && texts.iter().all(|text| is_old_line(text));
        let is_whole = is_added || is_chained(&self.link, &texts, next);
        let can_be_trusted = run.iter().all(|line| line.fault != Some(LineFault::Changed))
            && texts.iter().all(|text| stated(text).is_some_and(|id| self.known.iter().any(|known| known.id == id)))
            && !texts.iter().any(|text| text.contains("set-aside"));
        let departments = texts.iter().flat_map(|text| self.named(text).into_iter().chain(stated(text))).collect();
        Concern { departments, everyone: !(is_whole && can_be_trusted) }
    }

    /// The known departments that a text names, by id or by address.
    fn named(&self, text: &str) -> BTreeSet<String> {
        let has = |word: &str| !word.is_empty() && has_word(text, &word.to_lowercase());
        let names = |known: &&KnownDepartment| has(&known.id) || known.address.as_deref().is_some_and(has);
        self.known.iter().filter(names).map(|known| known.id.clone()).collect()
    }
}

#[derive(Default)]
struct Concern {
    departments: BTreeSet<String>,
    everyone: bool,
}

/// An empty line, or what is left of a line feed in UTF-16.
fn is_crumb(bytes: &[u8]) -> bool {
    bytes.len() <= 2 && bytes.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace())
}

/// What letters there are in damaged bytes: of UTF-16, with its single zeros gone; with straight quotes and hyphens, in
/// small letters, where a word processor has made others of them. Zeros in a row are a hole.
fn leniently(bytes: &[u8]) -> String {
    let is_wide = !bytes.windows(2).any(|pair| pair == [0, 0]);
    let letter = |byte: u8| if byte == 0 { if is_wide { None } else { Some(0xff) } } else { Some(byte) };
    let bytes: Vec<u8> = bytes.iter().copied().filter_map(letter).collect();
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    let straight = |letter: char| match letter {
        '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{a0}' => ' ',
        other => other,
    };
    text.chars().map(straight).collect()
}

/// The id that a line states as its department.
fn stated(text: &str) -> Option<String> {
    let (_, rest) = text.split_once(r#""department":"#)?;
    let id = rest.trim_start().strip_prefix('"')?.split('"').next()?;
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_id.then(|| id.to_owned())
}

/// Whether a word is in a text by itself, and not within a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let within = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + word.len()..).unwrap_or(""));
        !within(before.chars().next_back()) && !within(after.chars().next())
    })
}

/// Whether each of these lines still ends in its seal and is chained to the one before, from `first` to the line after
/// them: then none of them has swallowed another.
fn is_chained(first: &ChainLink, texts: &[String], next: Option<&ChainLink>) -> bool {
    let mut link = first.clone();
    for text in texts {
        match Seal::of(text.trim_end()) {
            Some(seal) if seal.previous == link && is_of_one_line(text) => link = seal.link(),
            _ => return false,
        }
    }
    next.is_none_or(|next| *next == link)
}

/// Whether no key comes twice that a line has once.
fn is_of_one_line(text: &str) -> bool {
    const KEYS: [&str; 7] = ["version", "at", "edition", "event", "department", "previous", "checksum"];
    KEYS.iter().all(|key| text.matches(&format!("\"{key}\":")).count() < 2)
}

/// Whether a text is a whole line of an older journal, but for what [`leniently`] has undone.
fn is_old_line(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim();
    let Ok(value) = serde_json::from_str::<Value>(text) else { return false };
    serde_json::from_value::<JournalEntry>(value.clone()).is_ok_and(|entry| is_all(&entry, &value))
}
