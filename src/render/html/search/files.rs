//! The index as scripts. Each hands one text to the page's script: `camnang.part("terms-0", "…")`.
//!
//! A page that was opened from a folder can load scripts and nothing else, and a script is text; so lists are packed into
//! the 64 characters of [`DIGITS`], which need no escape in JSON. A number is written five bits a digit, the lowest first,
//! and a digit of 32 or more says that another one follows: 1000 is `eV` (40 − 32 + 31 · 32). The entries of a term are
//! written as differences, so that most take one digit; a weight is one digit. `Reader` in `templates/html/search.js` reads
//! them.

use rayon::prelude::*;
use serde::Serialize;

use super::super::RenderError;
use super::entries::{Entries, Entry, EntryKind};
use super::names::SearchNames;
use super::pieces::TextPieces;
use super::terms::{IndexTerm, KEY};
use crate::view::{ExcerptNumber, SearchWords, StatusCount, View, keys};

const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// About how many bytes a part of the index has. A query loads one part for each of its syllables, so parts are small; each
/// is a file of the site, so they are few.
const PART: usize = 48 * 1024;

#[derive(Serialize)]
struct Core<'a> {
    words: &'a SearchWords,
    kinds: [&'static str; EntryKind::ALL.len()],
    statuses: &'a [StatusCount],
    /// Key and name.
    topics: Vec<(&'a str, &'a str)>,
    audiences: Vec<(&'a str, &'a str)>,
    /// How readers write a unit of a text, and its key.
    units: Vec<(String, &'static str)>,
    /// How readers write a type of instrument, and its key.
    types: Vec<(String, String)>,
    ordinals: Vec<String>,
    light: Vec<&'static str>,
    #[serde(flatten)]
    names: SearchNames<'a>,
    /// Entries of answers, each with the entries that it rests on.
    answers: &'a [(usize, Vec<usize>)],
    /// Kind, validity, topics and audiences of every entry.
    entries: String,
    /// Every folded syllable, in order.
    syllables: String,
    /// The first syllable of each part of the terms.
    terms: Vec<&'a str>,
    /// The first entry of each part of the entries.
    parts: Vec<usize>,
}

/// A file of the index.
pub(super) struct Script {
    /// Without its ending: `terms-0`.
    pub(super) name: String,
    pub(super) text: String,
}

pub(super) fn write(view: &View, entries: &Entries, terms: &[IndexTerm]) -> Result<Vec<Script>, RenderError> {
    let written: Vec<String> = terms.par_iter().map(line).collect();
    let mut lines = written.iter();
    let mut parts: Vec<(&str, String)> = Vec::new();
    // Terms with the same first syllable are in one part: the page finds the part by that syllable.
    for alike in terms.chunk_by(|a, b| a.first() == b.first()) {
        let text: String = lines.by_ref().take(alike.len()).map(String::as_str).collect();
        match parts.last_mut().filter(|(_, part)| part.len() + text.len() <= PART) {
            Some((_, part)) => part.push_str(&text),
            None => parts.extend(alike.first().map(|term| (term.first(), text))),
        }
    }
    let pieces = TextPieces::of(entries.all.iter().map(|entry| entry.text.as_ref()));
    let (firsts, texts) = cut(&entries.all, &pieces);
    let syllables = terms.iter().map(|term| term.folded.as_str()).filter(|term| !term.contains([' ', KEY]));
    let core = Core {
        words: &view.words.search,
        kinds: EntryKind::ALL.map(EntryKind::key),
        statuses: &view.counts.by_status,
        topics: entries.topics.all.clone(),
        audiences: entries.audiences.all.clone(),
        units: keys::units(),
        types: keys::types(),
        ordinals: keys::ordinals(),
        light: keys::light().collect(),
        names: SearchNames::new(view),
        answers: &entries.answers,
        entries: entries.all.iter().map(|entry| facets(entry, &view.counts.by_status)).collect(),
        syllables: syllables.collect::<Vec<_>>().join(" "),
        terms: parts.iter().map(|(first, _)| *first).collect(),
        parts: firsts,
    };
    let mut scripts = vec![script("core", &core)?, script("pieces", &pieces.joined())?];
    for (number, (_, part)) in parts.iter().enumerate() {
        scripts.push(script(&format!("terms-{number}"), part)?);
    }
    for (number, part) in texts.iter().enumerate() {
        scripts.push(script(&format!("entries-{number}"), part)?);
    }
    Ok(scripts)
}

fn script(name: &str, data: &impl Serialize) -> Result<Script, RenderError> {
    let json = serde_json::to_string(data).map_err(|error| RenderError {
        place: None,
        message: error.to_string(),
        hints: Vec::new(),
    })?;
    Ok(Script { name: name.to_owned(), text: format!("camnang.part(\"{name}\", {json});\n") })
}

/// Entries are written as the difference from the one before: those of a frequent term are close together, so that a
/// difference is mostly below 32 and takes one digit, where a number of an entry would take two or three.
///
/// `dia chi|đia̱ chỉ:0A2c…|…`: the folded form, then every spelling with its list; the one without marks has no name.
fn line(term: &IndexTerm) -> String {
    let mut line = term.folded.clone();
    for (spelling, postings) in &term.spellings {
        line.push('|');
        line.push_str(spelling);
        line.push(':');
        let mut last = 0;
        for (entry, weight) in postings {
            number(&mut line, entry - last);
            digit(&mut line, u32::from(*weight));
            last = *entry;
        }
    }
    line.push('\n');
    line
}

fn facets(entry: &Entry, statuses: &[StatusCount]) -> String {
    let mut out = String::new();
    let status = entry.status.and_then(|status| statuses.iter().position(|known| known.key == status.key));
    number(&mut out, entry.kind as u32);
    number(&mut out, status.map_or(0, |at| at as u32 + 1));
    for list in [&entry.topics, &entry.audiences] {
        number(&mut out, list.len() as u32);
        list.iter().for_each(|place| number(&mut out, *place as u32));
    }
    out
}

pub(super) fn number(out: &mut String, mut value: u32) {
    while value >= 32 {
        digit(out, 32 + value % 32);
        value /= 32;
    }
    digit(out, value);
}

fn digit(out: &mut String, value: u32) {
    out.push(DIGITS.get(value as usize).copied().map_or('_', char::from));
}

/// What results show of the entries, in parts, and the number of the first entry of each part.
fn cut<'a>(entries: &'a [Entry], pieces: &TextPieces) -> (Vec<usize>, Vec<Vec<Shown<'a>>>) {
    let (mut firsts, mut parts, mut size) = (Vec::new(), Vec::<Vec<Shown<'a>>>::new(), PART);
    for (number, entry) in entries.iter().enumerate() {
        if size >= PART {
            firsts.push(number);
            parts.push(Vec::new());
            size = 0;
        }
        let text = pieces.written(&entry.text);
        // Address, heading and validity take about so much beside the text.
        size += text.len() + 300;
        let shown = (
            entry.href.as_str(),
            entry.number,
            entry.heading.as_ref(),
            entry.title,
            entry.status.map(|status| (status.key.as_str(), status.sign.as_str(), status.text.as_str())),
            text,
        );
        if let Some(part) = parts.last_mut() {
            part.push(shown);
        }
    }
    (firsts, parts)
}

/// What a result shows: address, number, heading, title, validity (key, sign, words), text in pieces.
type Shown<'a> =
    (&'a str, Option<ExcerptNumber>, &'a str, Option<&'a str>, Option<(&'a str, &'a str, &'a str)>, String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_digits() {
        let written = |value| {
            let mut out = String::new();
            number(&mut out, value);
            out
        };
        assert_eq!([written(0), written(31), written(32), written(1000)], ["0", "V", "W1", "eV"]);
    }

    #[test]
    fn a_term_with_two_spellings() {
        let spellings = vec![(String::new(), vec![(1, 63)]), ("đi".to_owned(), vec![(0, 1), (40, 2)])];
        assert_eq!(line(&IndexTerm { folded: "di".to_owned(), spellings }), "di|:1_|đi:01e12\n");
    }
}
