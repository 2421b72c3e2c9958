//! What lists and chapters show of another day than the edition's, by what the edition prints.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::{AudienceSection, LifeView, PeriodView, build};
use crate::assemble::duties::{AudienceDuties, Duty, bound, of_excerpt};
use crate::assemble::{Decision, Miss, Selector};
use crate::model::capacity::CapacityTime;
use crate::model::edition::Chapter;
use crate::model::excerpt::Excerpt;
use crate::model::known::Day;
use crate::model::time::ValidityQuery;
use crate::model::validity::ValidityKind;
use crate::model::vocabulary::Audience;
use crate::view::build::Builder;
use crate::view::{ByNumber, ExcerptNumber, Labelled};

/// What the pages have ready for other days. Only the site's script shows it.
#[derive(Clone, Debug, Default)]
pub struct OtherDays {
    /// By the ids of chapters.
    pub chapters: BTreeMap<String, ChapterDays>,
    /// In the order of the vocabulary.
    pub duties: Vec<AudienceDays>,
    /// The day on which each provision was issued, ISO 8601, where it is known.
    pub issued: ByNumber<Option<String>>,
}

/// The duties of an audience on other days than the edition's.
#[derive(Clone, Debug)]
pub struct AudienceDays {
    pub audience: Labelled,
    /// The time in which it is by law what it is on the edition's day: that of the edition's own list of its duties.
    pub own: DaySpan,
    pub others: Vec<DaysOfDuties>,
}

/// Half-open, ISO 8601; nothing where it is not limited.
#[derive(Serialize, Clone, PartialEq, Eq, Debug, Default)]
pub struct DaySpan {
    pub from: Option<String>,
    pub until: Option<String>,
}

/// The duties that may bind an audience in a time, each on the days on which its provision is in force; in the time of the
/// edition's own list, those that it lacks.
#[derive(Clone, Debug)]
pub struct DaysOfDuties {
    pub days: DaySpan,
    pub sections: Vec<AudienceSection>,
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

pub(super) fn other_days(builder: &Builder<'_, '_>, lives: &ByNumber<LifeView>) -> OtherDays {
    let chapters: Vec<&Chapter> = builder.booklet.edition.parts.iter().flat_map(|part| &part.chapters).collect();
    let days = chapters.par_iter().map(|chapter| (chapter.id.to_string(), chapter_days(builder, chapter)));
    OtherDays {
        chapters: days.collect(),
        duties: duties(builder, lives),
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

/// Only audiences with a list of their own on some day.
fn duties(builder: &Builder<'_, '_>, lives: &ByNumber<LifeView>) -> Vec<AudienceDays> {
    let all: Vec<Duty<'_>> = builder.booklet.excerpts().flat_map(of_excerpt).collect();
    let other = OtherDaySearch { builder, lives, all };
    builder.booklet.its_audiences().filter_map(|audience| other.of(audience)).collect()
}

/// The data to search for the duties of each audience on other days.
struct OtherDaySearch<'a, 'c> {
    builder: &'a Builder<'a, 'c>,
    lives: &'a ByNumber<LifeView>,
    all: Vec<Duty<'c>>,
}

impl<'c> OtherDaySearch<'_, 'c> {
    fn of(&self, audience: &'c Audience) -> Option<AudienceDays> {
        let (booklet, vocabulary) = (self.builder.booklet, self.builder.booklet.corpus.vocabulary());
        let times = vocabulary.capacity_times(&audience.id, booklet.asked());
        let others: Vec<DaysOfDuties> = times.iter().filter_map(|time| self.in_time(audience, time)).collect();
        let own = times.iter().find(|time| time.has(booklet.as_of)).map(span).unwrap_or_default();
        let audience = Labelled { key: audience.id.to_string(), name: audience.name.clone() };
        (!others.is_empty()).then_some(AudienceDays { audience, own, others })
    }

    fn in_time(&self, audience: &'c Audience, time: &CapacityTime) -> Option<DaysOfDuties> {
        let (booklet, days) = (self.builder.booklet, span(time));
        let asked = ValidityQuery { on: time.day, ..booklet.asked() };
        let duties: Vec<Duty<'_>> = self.all.iter().filter(|duty| self.is_law_in(duty, &days)).copied().collect();
        let bound = bound(booklet.corpus.vocabulary(), &duties, audience, asked);
        let own = self.builder.duties.by_audience.iter().filter(|group| group.audience.id == audience.id);
        let own = own.filter(|_| time.has(booklet.as_of));
        let listed: BTreeSet<_> = own.flat_map(AudienceDuties::all).map(Duty::key).collect();
        let special = bound.are_special();
        let sections = build::sections(self.builder, &bound.only(|duty| !listed.contains(&duty.key())));
        (special && !sections.is_empty()).then_some(DaysOfDuties { days, sections })
    }

    /// Whether the provision of a duty is in force on any day of a time.
    fn is_law_in(&self, duty: &Duty<'_>, days: &DaySpan) -> bool {
        let life = self.builder.booklet.placed(&duty.excerpt.id).and_then(|placed| self.lives.get(placed.number));
        let mut periods = life.iter().flat_map(|life| &life.periods);
        periods.any(|period| period.key == ValidityKind::InForce.key() && meet(period, days))
    }
}

fn span(time: &CapacityTime) -> DaySpan {
    DaySpan { from: time.from.map(|day| day.to_string()), until: time.until.map(|day| day.to_string()) }
}

fn meet(period: &PeriodView, days: &DaySpan) -> bool {
    let before = |end: &Option<String>, start: &Option<String>| match (end, start) {
        (Some(end), Some(start)) => end <= start,
        _ => false,
    };
    !before(&period.until, &days.from) && !before(&days.until, &period.from)
}

/// Of a provision that was put in later, the day of the act that did so.
fn issued(builder: &Builder<'_, '_>, excerpt: &Excerpt) -> Option<String> {
    let instrument = || builder.booklet.corpus.instrument(&excerpt.instrument)?.issued.date();
    excerpt.issued.as_ref().map_or_else(instrument, Day::date).map(|day| day.to_string())
}
