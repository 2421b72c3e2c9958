//! One text file in the one known form, and what is wrong with its characters and lines. Everything is found in one pass
//! over the text, and no more than [`MOST`] findings of a kind are made of a file.

use super::{Kind, ListedFile, SourceFile, stored};
use crate::characters::encoding::{self, NotUtf8};
use crate::characters::messages as characters;
use crate::characters::{Tally, clean, composed, is_hidden, legacy, words};
use crate::diag::{FileId, Finding, Fix, Place, Sink, Span};
use crate::source::messages::files;

/// How many hidden characters, and how many faulty words, of one file are reported.
const MOST: usize = 100;

pub(super) fn read(id: FileId, listed: &ListedFile, bytes: &[u8], sink: &mut Sink) -> SourceFile {
    let file = |text: String, is_sound: bool| SourceFile {
        is_sound,
        ..SourceFile::new(listed.path.clone(), listed.kind, text)
    };
    match encoding::read(bytes) {
        Ok(text) => {
            let text = encoding::line_feeds(text.strip_prefix('\u{feff}').unwrap_or(text));
            let (text, is_sound) = known(id, listed, &text, sink);
            let file = file(text, is_sound);
            stored_as_read(id, &file, bytes, sink);
            file
        }
        Err(foreign) => {
            sink.push(not_utf8(id, &foreign));
            file(foreign.shown, false)
        }
    }
}

/// Gives the findings of what was read as something else their fix: that is stored as it was read.
fn stored_as_read(id: FileId, file: &SourceFile, bytes: &[u8], sink: &mut Sink) {
    let is_one = |finding: &Finding| [files::DECOMPOSED, characters::NORMALISED].contains(&finding.code);
    if is_kept(file.kind) || !sink.findings().iter().any(is_one) {
        return;
    }
    let altered = stored::altered(bytes, file);
    let edit = |range: &std::ops::Range<usize>| {
        let words = file.text.get(range.clone()).unwrap_or_default();
        (Span::new(id, range.clone()), words.to_owned())
    };
    for finding in sink.findings_mut().iter_mut().filter(|finding| is_one(finding)) {
        *finding = finding.clone().fix(altered.iter().map(edit).collect::<Fix>());
    }
}

/// Whether a text is kept as it is stored, since its hash is.
fn is_kept(kind: Kind) -> bool {
    matches!(kind, Kind::Original | Kind::OriginalText)
}

fn not_utf8(id: FileId, foreign: &NotUtf8) -> Finding {
    let length = foreign.shown.get(foreign.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let finding = Finding::at(files::NOT_UTF8, id, foreign.at..foreign.at + length);
    let (found, advice) = files::foreign(foreign.encoding);
    finding.arg("found", found).arg("advice", advice)
}

/// The text with plain characters for those that are alike, composed, and whether it can be believed; findings are places
/// in it.
fn known(id: FileId, listed: &ListedFile, text: &str, sink: &mut Sink) -> (String, bool) {
    // The text of an original has been judged when it was read, and nobody is to change it.
    if listed.kind == Kind::OriginalText {
        return (text.to_owned(), true);
    }
    // Of a text in an old encoding no character is what it seems.
    if let Some(found) = legacy::find(text) {
        sink.push(characters::old_encoding(place(id, found.line), found.legacy, &found.meant));
        return (text.to_owned(), false);
    }
    let text = normalised(id, listed, text, sink);
    hidden(id, &text, sink);
    for found in words::faults(&text).into_iter().take(MOST) {
        let word = text.get(found.range.clone()).unwrap_or_default();
        let fix = in_plain_letters(&found.fault).map(|instead| Fix::words(Span::new(id, found.range.clone()), instead));
        sink.push(characters::word(place(id, found.range.clone()), word, &found.fault).fix(fix));
    }
    let conflict = conflict(id, &text);
    let is_sound = conflict.is_none();
    conflict.into_iter().for_each(|finding| sink.push(finding));
    (text, is_sound)
}

/// A word in plain letters, where all of them are known.
fn in_plain_letters(fault: &words::WordFault) -> Option<&str> {
    match fault {
        words::WordFault::Mixed { instead, .. } if words::faults(instead).is_empty() => Some(instead),
        words::WordFault::Mixed { .. } | words::WordFault::LoneMark(_) | words::WordFault::PiledMarks(_) => None,
    }
}

fn place(id: FileId, range: std::ops::Range<usize>) -> Place {
    Place::Span(Span::new(id, range))
}

fn normalised(id: FileId, listed: &ListedFile, text: &str, sink: &mut Sink) -> String {
    // An original is kept as it was stored, since its hash is; what is compared with it is cleaned there.
    let (cleaned, tally) = if is_kept(listed.kind) { (text.into(), Tally::default()) } else { clean(text) };
    let composed = composed(&cleaned);
    if composed.is_some() {
        sink.push(Finding::new(files::DECOMPOSED, Place::Path(listed.path.clone())));
    }
    let text = composed.unwrap_or_else(|| cleaned.clone().into_owned());
    if !tally.is_empty() {
        let before = cleaned.get(..tally.first).unwrap_or_default();
        let at = self::composed(before).map_or(tally.first, |before| before.len());
        let at = text.floor_char_boundary(at);
        let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        sink.push(characters::normalised(place(id, at..at + length), &tally));
    }
    text
}

/// Reports the first hidden character of every line: one finding a line is enough.
fn hidden(id: FileId, text: &str, sink: &mut Sink) {
    let mut found: Vec<(usize, char)> = Vec::new();
    let (mut all, mut line_end) = (0, 0);
    for (at, character) in text.char_indices().filter(|(_, character)| is_hidden(*character)) {
        all += 1;
        if at >= line_end && found.len() < MOST {
            line_end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length);
            found.push((at, character));
        }
    }
    for (index, (at, character)) in found.iter().copied().enumerate() {
        let more = if index == 0 { all - found.len() } else { 0 };
        let finding = characters::hidden(place(id, at..at + character.len_utf8()), character, more);
        sink.push(finding.fix(without_hidden(id, text, at)));
    }
}

/// Takes the hidden characters out of the rest of a line; all of them, or none where somebody has to look.
fn without_hidden(id: FileId, text: &str, at: usize) -> Option<Fix> {
    let line = text.get(at..)?.lines().next()?;
    let hidden = line.char_indices().filter(|(_, character)| is_hidden(*character));
    let edit = |(offset, character): (usize, char)| {
        let start = at + offset;
        Some((Span::new(id, start..start + character.len_utf8()), characters::instead(character)?.to_owned()))
    };
    hidden.map(edit).collect()
}

/// Says where the first conflict marker of git stands, if there is one.
fn conflict(id: FileId, text: &str) -> Option<Finding> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((at, mark)) = marker(line.trim_end()) {
            let at = start + at;
            return Some(Finding::at(files::CONFLICT, id, at..at + mark.len()).arg("mark", mark));
        }
        start += line.len();
    }
    None
}

/// The marker that a line begins with, and where: indented or quoted, as an editor may have moved it. A line of `=` alone
/// is none: in Markdown it makes a heading of the line above.
fn marker(line: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    loop {
        let rest = line.get(at..)?;
        if let Some(mark) = marker_at_start(rest) {
            return Some((at, mark));
        }
        let inner = rest.trim_start_matches('>');
        let inner = if inner.len() < rest.len() { inner } else { rest.strip_prefix([' ', '\t', '-', '*', '+'])? };
        at = line.len() - inner.len();
    }
}

fn marker_at_start(line: &str) -> Option<&str> {
    const LEAST: usize = 7;
    let sign = line.chars().next().filter(|sign| matches!(sign, '<' | '>' | '|'))?;
    let count = line.bytes().take_while(|byte| *byte == sign as u8).count();
    let (mark, rest) = line.split_at_checked(count)?;
    let is_label = rest.is_empty() || rest.starts_with([' ', '\t']);
    // A row of a table may consist of empty cells; the marker of the common version has a name after it.
    let is_row = sign == '|' && (rest.is_empty() || rest.contains('|'));
    (count >= LEAST && is_label && !is_row).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (String, Sink) {
        let listed = ListedFile { path: "excerpts/nd-1-2030/dieu-1.md".to_owned(), kind: Kind::Excerpt, size: 0 };
        let mut sink = Sink::new();
        let file = read(FileId(0), &listed, text.as_bytes(), &mut sink);
        (file.text, sink)
    }

    fn codes(text: &str) -> Vec<&'static str> {
        found(text).1.findings().iter().map(|finding| finding.code.id()).collect()
    }

    #[test]
    fn conflict_markers_of_any_layout() {
        for text in [
            "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> sua\n",
            "a\r\n<<<<<<< HEAD\r\nb\r\n",
            "a\n=======\nb\n>>>>>>> sua\n",
            ">>>>>>> 1a2b3c\n",
            "||||||| tổ tiên chung\n",
            "  <<<<<<< HEAD\n",
            "\t<<<<<<<\n",
            "> <<<<<<< HEAD\n",
            "> > >>>>>>> sua\n",
            "  - <<<<<<< HEAD\n",
            "<<<<<<<<<<<<< HEAD\n",
        ] {
            assert_eq!(codes(text), ["CN012"], "{text}");
        }
        for text in [
            "Tiêu đề\n=======\n",
            "|||||||\n",
            "||||||| a | b |\n",
            "<<<<<< a\n",
            "a <<<<<<< b\n",
            "<<<<<<<a\n",
            "-------\n",
        ] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn one_finding_a_line_and_a_hundred_a_file() {
        let (_, sink) = found(&"a\u{202e}b\u{202e}\n".repeat(500));
        assert_eq!(sink.findings().len(), MOST);
        let more = &sink.findings()[0].args.iter().find(|(name, _)| *name == "more").unwrap().1.en;
        assert_eq!(more, " (the file has 900 more of them)");
        assert_eq!(codes(&"СN ".repeat(500)).len(), MOST);
    }

    /// Quadratic work would take minutes here.
    #[test]
    fn long_lines_take_no_longer_than_many() {
        for character in ["\0", "\u{ad}", "\u{202e}", "С", "\u{301}", "<", ">", "> ", "æ"] {
            let (_, sink) = found(&(character.repeat(1_000_000) + "x"));
            assert!(sink.findings().len() <= 2 * MOST, "{character:?}");
        }
    }

    #[test]
    fn a_tally_is_one_note() {
        let (text, sink) = found("e\u{301}a\u{ad}b\u{a0}c\n\u{a0}d");
        assert_eq!(text, "éab c\n d");
        let [decomposed, note] = sink.findings() else { panic!("{sink:?}") };
        assert_eq!((decomposed.code.id(), note.code.id()), ("CN002", "CN008"));
        assert_eq!(note.place, place(FileId(0), 3..4));
        let names = &note.args[0].1.en;
        assert_eq!(names, "U+00A0 NO-BREAK SPACE × 2, U+00AD SOFT HYPHEN × 1");
    }
}
