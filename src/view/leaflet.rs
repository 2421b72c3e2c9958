//! A leaflet of two sides: the answers, what is due soon, whose duties the booklet lists, and where it is.

use serde::Serialize;

use super::paper::LeftOutView;
use super::{Labelled, View};
use crate::language::vi::leaflet::{self as said, LeafletWords};

/// The part of a leaflet that the view does not have.
#[derive(Serialize, Clone, Debug)]
pub struct LeafletView {
    pub words: LeafletWords,
    /// The audiences that have duties, and how many.
    pub audiences: Vec<AudienceTally>,
}

/// How many duties an audience has.
#[derive(Serialize, Clone, Debug)]
pub struct AudienceTally {
    pub audience: Labelled,
    /// `55 việc phải làm; 13 việc nên làm hoặc được làm`
    pub tally: String,
}

impl View {
    /// Returns what the leaflet of this edition says beside the view.
    pub fn leaflet(&self) -> LeafletView {
        let audiences = self.duty_sheets().sheets.into_iter().map(|sheet| {
            let dated = sheet.dated.iter().map(|group| group.rows.len()).sum::<usize>();
            let always = sheet.sections.iter().map(|section| section.rows.len()).sum::<usize>();
            AudienceTally { audience: sheet.audience, tally: said::tally(dated + always, sheet.free.len()) }
        });
        LeafletView { words: said::words(), audiences: audiences.collect() }
    }

    /// Returns the edition as a paper shows it that prints none of its excerpts: what leads to one names its number in the
    /// booklet.
    #[must_use]
    pub fn without_excerpts(&self) -> View {
        let mut view = self.clone();
        let chapters = view.parts.iter().flat_map(|part| &part.chapters);
        let excerpts = chapters.clone().flat_map(|chapter| &chapter.excerpts);
        let numbers = excerpts.map(|it| left_out(&it.anchor, said::number(it.number.get())));
        let names = chapters.map(|it| left_out(&it.anchor, format!("{}. {}", it.name, it.title)));
        let parts = view.parts.iter().map(|it| left_out(&it.anchor, format!("{}. {}", it.name, it.title)));
        let annexes = view.annexes.iter().map(|it| left_out(&it.anchor, format!("{}. {}", it.name, it.title)));
        view.paper.left_out = numbers.chain(names).chain(parts).chain(annexes).collect();
        view.paper.full = false;
        view.parts.clear();
        view.annexes.clear();
        view
    }
}

fn left_out(anchor: &str, name: String) -> LeftOutView {
    LeftOutView { anchor: anchor.to_owned(), name, address: None }
}
