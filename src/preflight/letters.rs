//! Letters that the fonts lack, each at its place in the corpus. The view does not say which file a string came from, so
//! the word is looked for where it is likely to be, and then everywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Both, FileId, Finding, Place, Sink, Span};
use crate::messages::{edition as codes, words};
use crate::model::subject::Subject;
use crate::render::glyphs::{self, Missing};
use crate::resolve::Places;
use crate::source::{SourceFile, Sources, is_control};
use crate::templates::Templates;
use crate::view::View;

/// Reports characters that a font lacks, each once for a place. Those that are no letters at all have been reported.
pub fn missing_glyphs(view: &View, templates: &Templates, sources: &Sources, places: &Places, sink: &mut Sink) {
    let mut found: BTreeMap<(Option<Span>, char), BTreeSet<&str>> = BTreeMap::new();
    for missing in glyphs::missing(view, templates) {
        if !is_control(missing.character) {
            let place = place_of(&missing, view, sources, places);
            found.entry((place, missing.character)).or_default().insert(missing.style);
        }
    }
    for ((place, character), styles) in found {
        let finding = Finding::new(codes::MISSING_GLYPH, place.map_or(Place::Corpus, Place::Span));
        let finding = finding.arg("character", character.to_string());
        let finding = finding.arg("code_point", format!("U+{:04X}", character as u32));
        sink.push(finding.arg("style", styles_in_words(&styles)));
    }
}

fn styles_in_words(styles: &BTreeSet<&str>) -> Both {
    match styles.len() {
        glyphs::STYLE_COUNT => words::every_style(),
        _ => styles.iter().copied().collect::<Vec<_>>().join(", ").into(),
    }
}

/// Returns the place of the character in the file that the view took it from, or in any that has it. Where no file has
/// it as it is, one may spell it by its number; and if that cannot be found either, the file alone is named.
fn place_of(missing: &Missing, view: &View, sources: &Sources, places: &Places) -> Option<Span> {
    let whence = missing.whence.as_str();
    let things = [
        whence.parse().ok().map(Subject::Excerpt),
        whence.parse().ok().map(Subject::Guidance),
        whence.parse().ok().map(Subject::Instrument),
    ];
    let own = things.into_iter().flatten().find_map(|thing| places.file(&thing));
    let edition = view.edition.id.parse().ok().map(Subject::Edition).and_then(|edition| places.file(&edition));
    let common = [Subject::Vocabulary, Subject::Glossary, Subject::Settings];
    let likely = edition.into_iter().chain(common.iter().filter_map(|subject| places.file(subject)));
    let all: Vec<FileId> = likely.chain(sources.files().map(|(id, _)| id)).collect();
    let ways: [&dyn Fn(&SourceFile) -> Option<(usize, usize)>; 3] = [
        &|file| in_word(&file.text, missing),
        &|file| file.text.find(missing.character).map(|at| (at, missing.character.len_utf8())),
        &|file| spelled(&file.text, missing.character),
    ];
    let find = |files: &[FileId], way: &dyn Fn(&SourceFile) -> Option<(usize, usize)>| {
        files.iter().find_map(|id| {
            let (at, length) = way(sources.get(*id)?)?;
            Some(Span::new(*id, at..at + length))
        })
    };
    let in_own = own.and_then(|own| ways.iter().find_map(|way| find(&[own], way)));
    let anywhere = || ways.iter().find_map(|way| find(&all, way));
    in_own.or_else(anywhere).or_else(|| own.or(edition).map(|file| Span::new(file, 0..0)))
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
