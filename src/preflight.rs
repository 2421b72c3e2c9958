//! Findings about layout: letters that the fonts lack, chapters that would take the address of
//! another page. Reported as findings, with a place in the corpus, before an engine stops at them.

mod letters;
pub mod messages;
pub mod published_originals;
pub mod releases;
pub mod web_files;

pub use letters::unprintable;

use crate::diag::{Finding, Place, Sink};
use crate::model::edition::Edition;
use crate::model::subject::Subject;
use crate::preflight::messages::layout as codes;
use crate::render::html;

/// Chapters whose page would be where another page is.
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
