//! What shows only when an edition is laid out: letters that the fonts lack, chapters that would take the address of
//! another page. Told as findings, with a place in the corpus, before an engine stumbles over them.

pub mod releases;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{FileId, Finding, Place, Sink, Span};
use crate::messages::edition as codes;
use crate::model::edition::Edition;
use crate::model::subject::Subject;
use crate::render::{glyphs, html};
use crate::resolve::Places;
use crate::source::{Sources, is_control};
use crate::templates::Templates;
use crate::view::View;

/// Chapters whose page would stand where another page stands.
pub fn reserved_chapters(edition: &Edition, sink: &mut Sink) {
    for (part_index, part) in edition.parts.iter().enumerate() {
        let taken = |id: &str| html::is_reserved(id, edition.id.as_str());
        for (index, chapter) in part.chapters.iter().enumerate().filter(|(_, it)| taken(it.id.as_str())) {
            let key = format!("parts.{part_index}.chapters.{index}.id");
            let place = Place::Entry(Subject::Edition(edition.id.clone()), key);
            sink.push(Finding::new(codes::RESERVED_CHAPTER, place).arg("id", chapter.id.as_str()));
        }
    }
}

/// Characters that a font lacks, each once for a place. Those that are no letters at all have been reported.
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
        sink.push(finding.arg("style", styles.into_iter().collect::<Vec<_>>().join(", ")));
    }
}

/// The first place of the character in the file that the view took it from, or in any that has it.
fn place_of(missing: &glyphs::Missing, view: &View, sources: &Sources, places: &Places) -> Option<Span> {
    let whence = missing.whence.as_str();
    let named = [
        whence.parse().ok().map(Subject::Excerpt),
        whence.parse().ok().map(Subject::Guidance),
        whence.parse().ok().map(Subject::Instrument),
        view.edition.id.parse().ok().map(Subject::Edition),
        Some(Subject::Glossary),
        Some(Subject::Settings),
    ];
    let likely = named.into_iter().flatten().filter_map(|subject| places.file(&subject));
    let all = sources.files().map(|(id, _)| id);
    likely.chain(all).find_map(|file| place_in(file, missing.character, sources))
}

fn place_in(file: FileId, character: char, sources: &Sources) -> Option<Span> {
    let at = sources.get(file)?.text.find(character)?;
    Some(Span::new(file, at..at + character.len_utf8()))
}
