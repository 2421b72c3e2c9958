//! Finds what a PDF cannot show of a view, each at its place in the corpus: letters that the fonts lack, and what is too long.
//! The view does not say which file a string came from, so the word is looked for where it is likely to be, and then
//! everywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Bilingual, Code, FileId, Finding, Place, Sink, Span};
use crate::model::subject::Subject;
use crate::preflight::messages::{layout as codes, words};
use crate::render::glyphs::{self, Excess, Missing};
use crate::resolve::RecordPlaces;
use crate::source::{Sources, is_control};
use crate::templates::Templates;
use crate::view::View;

/// Reports what a PDF could not show of the view.
pub fn unprintable(view: &View, templates: &Templates, sources: &Sources, places: &RecordPlaces, sink: &mut Sink) {
    let found = glyphs::look(view, templates);
    let search = LetterSearch { view, sources, places };
    missing(&found.missing, &search, sink);
    let mut said: Vec<(Code, Place)> = Vec::new();
    for long in &found.long {
        let place =
            search.place_of(&long.whence, &[&|text| text.find(&long.beginning).map(|at| (at, long.beginning.len()))]);
        let code = match long.excess {
            Excess::Text => codes::TOO_LONG,
            Excess::Word => codes::LONG_WORD,
            Excess::Notes | Excess::Keywords => codes::TOO_MANY,
        };
        // A title may be printed in several places.
        if said.contains(&(code, place.clone())) {
            continue;
        }
        said.push((code, place.clone()));
        let finding = Finding::new(code, place).arg("length", long.length.to_string());
        let finding = finding.arg("most", long.most.to_string()).arg("beginning", long.beginning.clone());
        sink.push(match long.excess {
            Excess::Notes => finding.arg("what", words::footnotes()),
            Excess::Keywords => finding.arg("what", words::keywords()),
            Excess::Text | Excess::Word => finding,
        });
    }
}

/// Characters that a font lacks, each once for a place. Those that are no letters at all have been reported.
fn missing(all: &[Missing], search: &LetterSearch<'_>, sink: &mut Sink) {
    let mut found: Vec<(Place, char, BTreeSet<&str>)> = Vec::new();
    let mut known: BTreeMap<(String, char), usize> = BTreeMap::new();
    for missing in all.iter().filter(|missing| !is_control(missing.character)) {
        let place = search.place_of(
            &missing.whence,
            &[
                &|text| in_word(text, missing),
                &|text| text.find(missing.character).map(|at| (at, missing.character.len_utf8())),
                &|text| spelled(text, missing.character),
            ],
        );
        let number = *known.entry((format!("{place:?}"), missing.character)).or_insert(found.len());
        match found.get_mut(number) {
            Some((.., styles)) => drop(styles.insert(missing.style)),
            None => found.push((place, missing.character, BTreeSet::from([missing.style]))),
        }
    }
    for (place, character, styles) in found {
        let finding = Finding::new(codes::MISSING_GLYPH, place).arg("character", character.to_string());
        let finding = finding.arg("code_point", format!("U+{:04X}", character as u32));
        sink.push(finding.arg("style", styles_in_words(&styles)));
    }
}

fn styles_in_words(styles: &BTreeSet<&str>) -> Bilingual {
    match styles.len() {
        glyphs::STYLE_COUNT => words::every_style(),
        _ => styles.iter().copied().collect::<Vec<_>>().join(", ").into(),
    }
}

/// A way to find something in a text: where it begins, and how long it is.
type Way<'w> = &'w dyn Fn(&str) -> Option<(usize, usize)>;

struct LetterSearch<'a> {
    view: &'a View,
    sources: &'a Sources,
    places: &'a RecordPlaces,
}

impl LetterSearch<'_> {
    /// Returns where something is: in the file of the thing that the view took it from, or in any that has it. Each way
    /// is tried before the next; if none finds it, the file alone is named.
    fn place_of(&self, whence: &str, ways: &[Way<'_>]) -> Place {
        let things = [
            whence.parse().ok().map(Subject::Excerpt),
            whence.parse().ok().map(Subject::Guidance),
            whence.parse().ok().map(Subject::Instrument),
        ];
        let own = things.into_iter().flatten().find_map(|thing| self.places.file(&thing));
        let edition = self.view.edition.id.parse().ok().map(Subject::Edition);
        let edition = edition.and_then(|edition| self.places.file(&edition));
        let common = [Subject::Vocabulary, Subject::Glossary, Subject::Settings];
        let common = common.iter().filter_map(|subject| self.places.file(subject));
        let all: Vec<FileId> =
            edition.into_iter().chain(common).chain(self.sources.files().map(|(id, _)| id)).collect();
        let in_own = own.and_then(|own| ways.iter().find_map(|way| self.find(&[own], way)));
        let anywhere = || ways.iter().find_map(|way| self.find(&all, way));
        let span = in_own.or_else(anywhere).or_else(|| own.or(edition).map(|file| Span::new(file, 0..0)));
        span.map_or(Place::Corpus, Place::Span)
    }

    fn find(&self, files: &[FileId], way: Way<'_>) -> Option<Span> {
        files.iter().find_map(|id| {
            let (at, length) = way(&self.sources.get(*id)?.text)?;
            Some(Span::new(*id, at..at + length))
        })
    }
}

fn in_word(text: &str, missing: &Missing) -> Option<(usize, usize)> {
    let within = missing.word.find(missing.character)?;
    Some((text.find(&missing.word)? + within, missing.character.len_utf8()))
}

/// Finds a character that is written by its number, as YAML and Markdown allow.
fn spelled(text: &str, character: char) -> Option<(usize, usize)> {
    let number = u32::from(character);
    let ways = [
        format!("\\u{number:04x}"),
        format!("\\u{number:08x}"),
        format!("\\x{number:02x}"),
        format!("&#x{number:x};"),
        format!("&#{number};"),
    ];
    let lower = text.to_ascii_lowercase();
    ways.iter().find_map(|way| Some((lower.find(way)?, way.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_found_however_it_is_spelled() {
        assert_eq!(spelled("name: \"a\\u6F22\"", '漢'), Some((8, 6)));
        assert_eq!(spelled("name: \"a\\U0001F600\"", '😀'), Some((8, 10)));
        assert_eq!(spelled("a &#X6F22; b", '漢'), Some((2, 8)));
        assert_eq!(spelled("a &#28450; b", '漢'), Some((2, 8)));
        assert_eq!(spelled("a", '漢'), None);
    }

    #[test]
    fn the_word_says_which_of_two() {
        let missing = Missing { whence: String::new(), character: '漢', style: "", word: "b漢".to_owned() };
        assert_eq!(in_word("a漢 b漢", &missing), Some((6, 3)));
    }
}
