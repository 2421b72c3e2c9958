//! Checks what entities hide: `&#x202e;` is in the printed words and not in the text of the file, so the text's own check did
//! not see it. Every event goes through here before anything is made of it.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::reader::MarkdownReader;
use crate::characters::messages;
use crate::characters::words::WordFault;
use crate::characters::{self, CharacterClass, class, words};

/// How much of a body is looked at closely, and so how many findings of this kind it makes.
const MOST: usize = 100;

/// The word that the last events have written: letters may come from several of them.
#[derive(Default)]
pub struct Word {
    text: String,
    /// The source of the whole word.
    range: Range<usize>,
    /// Whether part of it is written as an entity or beside markup, so that the file does not have the word as it is.
    made: bool,
    reported: usize,
}

/// The event with its words as the rest of the file is read.
pub fn read<'t>(reader: &mut MarkdownReader<'t, '_>, event: Event<'t>, range: &Range<usize>) -> Event<'t> {
    match event {
        Event::Text(text) => {
            let text = value(reader, text, range);
            follow(reader, &text, range);
            Event::Text(text)
        }
        Event::Code(text) => {
            end_word(reader);
            Event::Code(value(reader, text, range))
        }
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let (dest_url, title) = (value(reader, dest_url, range), value(reader, title, range));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let (dest_url, title) = (value(reader, dest_url, range), value(reader, title, range));
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        // Marks of emphasis may be within a word.
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => event,
        Event::End(end) => {
            use pulldown_cmark::TagEnd;
            if !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) {
                end_word(reader);
            }
            Event::End(end)
        }
        other => {
            end_word(reader);
            other
        }
    }
}

/// Words of an event; what they have and the source has not was written as an entity.
fn value<'t>(reader: &mut MarkdownReader<'t, '_>, text: CowStr<'t>, range: &Range<usize>) -> CowStr<'t> {
    let source = reader.source(range.clone());
    let plain = |character: char| class(character) == CharacterClass::Plain;
    if source == &*text || text.chars().all(plain) {
        return text;
    }
    let (read, tally) = characters::read(&text);
    // Links may lie in one another, and each has all within it for its source; so not every one of them is looked at.
    if count(reader) {
        let first = text.chars().find(|c| class(*c) == CharacterClass::Hidden && !source.contains(*c));
        first.into_iter().for_each(|c| reader.push(messages::hidden(reader.place(range.clone()), c, 0)));
        if !tally.is_empty() {
            reader.push(messages::normalised(reader.place(range.clone()), &tally));
        }
    }
    read.into()
}

/// Counts what is looked at closely, and whether it still should be.
fn count(reader: &mut MarkdownReader<'_, '_>) -> bool {
    reader.word.reported += 1;
    reader.word.reported <= MOST
}

/// Follows the words of the text from event to event.
fn follow(reader: &mut MarkdownReader<'_, '_>, text: &str, range: &Range<usize>) {
    let made = reader.source(range.clone()) != text;
    let mut text = text;
    // Most text is in the file as it is: only its last word may go on in the next event.
    if !made && reader.word.text.is_empty() {
        let ended = text.rfind(|c: char| !is_word(c)).unwrap_or(0);
        text = text.get(ended..).unwrap_or_default();
    }
    let mut first = true;
    for part in text.split_inclusive(|c: char| !is_word(c)) {
        let letters = part.trim_end_matches(|c: char| !is_word(c));
        if !letters.is_empty() {
            let word = &mut reader.word;
            word.made |= made || (first && !word.text.is_empty());
            if word.text.is_empty() {
                word.range = range.clone();
            }
            word.range.end = range.end;
            word.text.push_str(letters);
        }
        if letters.len() < part.len() {
            end_word(reader);
        }
        first = false;
    }
}

/// Letters, digits, marks, and the signs of a number.
fn is_word(character: char) -> bool {
    !(character.is_ascii() || character.is_whitespace())
        || character.is_ascii_alphanumeric()
        || matches!(character, '-' | '/' | '.')
}

fn end_word(reader: &mut MarkdownReader<'_, '_>) {
    let word = std::mem::take(&mut reader.word);
    reader.word.reported = word.reported;
    if !word.made || word.text.is_ascii() {
        return;
    }
    let text = characters::composed(&word.text).unwrap_or_else(|| word.text.clone());
    for found in words::faults(&text) {
        let faulty = text.get(found.range).unwrap_or_default();
        if !reader.source(word.range.clone()).contains(faulty) && count(reader) {
            reader.push(messages::word(reader.place(word.range.clone()), faulty, &found.fault));
        }
    }
    // A mark beside its letter is read as one with it only where both are written plainly.
    if text != word.text && count(reader) {
        let mark = word.text.chars().find(|c| matches!(c, '\u{300}'..='\u{36f}')).unwrap_or('\u{301}');
        reader.push(messages::word(reader.place(word.range), &word.text, &WordFault::LoneMark(mark)));
    }
}
