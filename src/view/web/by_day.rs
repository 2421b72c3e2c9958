//! What lists and chapters show of another day than the edition's, by what the edition prints.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{DutyPlace, build};
use crate::assemble::{Decision, Miss, Selector};
use crate::model::edition::Chapter;
use crate::model::excerpt::Excerpt;
use crate::model::validity::ValidityKind;
use crate::view::build::Builder;
use crate::view::{ByNumber, ExcerptNumber};

/// What the pages have ready for other days. Only the site's script shows it.
#[derive(Clone, Debug, Default)]
pub struct OtherDays {
    /// By the ids of chapters.
    pub chapters: BTreeMap<String, ChapterDays>,
    /// By the ids of audiences: the duties of provisions that are not plainly in force on the edition's day.
    pub duties: BTreeMap<String, Vec<DutyPlace>>,
    /// The day on which each provision was issued, ISO 8601, where it is known.
    pub issued: ByNumber<Option<String>>,
}

/// Which excerpts a chapter takes on a day.
#[derive(Clone, Debug, Default)]
pub struct ChapterDays {
    /// The states that it takes; all where there are none.
    pub validity: Vec<String>,
    /// Those that it takes in any state.
    pub listed: Vec<ExcerptNumber>,
    /// Those that other chapters print on the edition's day, and that it would take in such a state.
    pub others: Vec<ExcerptNumber>,
}

pub(super) fn other_days(builder: &Builder<'_, '_>) -> OtherDays {
    let chapters: Vec<&Chapter> = builder.booklet.edition.parts.iter().flat_map(|part| &part.chapters).collect();
    let days = chapters.par_iter().map(|chapter| (chapter.id.to_string(), chapter_days(builder, chapter)));
    OtherDays {
        chapters: days.collect(),
        duties: duties(builder),
        issued: builder.booklet.excerpts().map(|excerpt| issued(builder, excerpt)).collect(),
    }
}

fn chapter_days(builder: &Builder<'_, '_>, chapter: &Chapter) -> ChapterDays {
    let booklet = builder.booklet;
    let selector = Selector::new(booklet.corpus, chapter, booklet.as_of);
    let mut days = ChapterDays {
        validity: chapter.select.validity.iter().map(|kind| kind.key().to_owned()).collect(),
        ..ChapterDays::default()
    };
    for placed in booklet.excerpts().filter_map(|excerpt| booklet.placed(&excerpt.id)) {
        let own = *placed.chapter == chapter.id;
        match selector.decide(placed.excerpt) {
            Decision::In { listed: true } if own => days.listed.push(placed.number),
            Decision::Out(misses) if !own && by_state_only(&misses) => days.others.push(placed.number),
            Decision::In { .. } | Decision::Out(_) => {}
        }
    }
    days
}

fn by_state_only(misses: &[Miss]) -> bool {
    misses.iter().all(|miss| matches!(miss, Miss::Validity(_)))
}

/// Each audience with what would bind it on other days, in the order of the booklet.
fn duties(builder: &Builder<'_, '_>) -> BTreeMap<String, Vec<DutyPlace>> {
    let mut duties: BTreeMap<String, Vec<DutyPlace>> = BTreeMap::new();
    let others = builder.booklet.duties().aside;
    for duty in others.iter().filter(|(kind, _)| *kind != ValidityKind::InForce).flat_map(|(_, duties)| duties) {
        for audience in builder.booklet.corpus.vocabulary().audiences.iter() {
            let bound = builder.booklet.bound(&[*duty], audience);
            let places = bound.all().filter_map(|duty| build::place(builder, duty));
            duties.entry(audience.id.to_string()).or_default().extend(places);
        }
    }
    duties.values_mut().for_each(|places| places.sort());
    duties
}

/// Of a provision that was put in later, the day of the act that did so.
fn issued(builder: &Builder<'_, '_>, excerpt: &Excerpt) -> Option<String> {
    let instrument = || builder.booklet.corpus.instrument(&excerpt.instrument)?.issued.date();
    excerpt.issued.or_else(instrument).map(|day| day.to_string())
}
