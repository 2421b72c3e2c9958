//! Excerpts and duties in the orders of the web edition: lists by chapter, and lists to tick.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::places;
use super::Builder;
use super::links::{NamedLink, Reference, chapter_link};
use crate::view::{
    AudienceDays, AudienceSection, CapacityView, ChapterView, DaySpan, DaysOfDuties, DeadlineView, DutyPlace,
    EvidenceView, ExcerptNumber, ExcerptView, KindView, Labelled, ObligationView, StatusView,
};

/// The excerpts of one chapter in a list.
#[derive(Serialize)]
pub(super) struct ChapterGroup<'a> {
    chapter: NamedLink<'a>,
    excerpts: Vec<ExcerptLine<'a>>,
}

/// A link to the permanent page of an excerpt, and what to know before following it.
#[derive(Serialize)]
pub(super) struct ExcerptLine<'a> {
    /// Below the folder of the site.
    href: String,
    number: ExcerptNumber,
    citation: &'a str,
    title: Option<&'a str>,
    status: &'a StatusView,
}

#[derive(Serialize)]
pub(super) struct DutyLine<'a> {
    who: &'a str,
    verb: &'a str,
    what: &'a str,
    level: &'a Labelled,
    kind: &'a KindView,
    deadline: Option<&'a DeadlineView>,
    evidence: &'a [EvidenceView],
    sanctions: Vec<Reference<'a>>,
    excerpt: ExcerptLine<'a>,
    doubt: Option<&'a str>,
}

/// Duties of one capacity.
#[derive(Serialize)]
pub(super) struct SectionLines<'a> {
    capacity: Option<&'a CapacityView>,
    duties: Vec<DutyLine<'a>>,
}

/// The duties of a page's audiences on other days than the edition's, for the script.
#[derive(Serialize)]
pub(super) struct OtherDuties<'a> {
    /// Each once.
    duties: Vec<DutyLine<'a>>,
    lists: Vec<OtherList<'a>>,
}

/// The duties of an audience in a time.
#[derive(Serialize)]
struct OtherList<'a> {
    name: &'a str,
    /// The id of the list below which they belong.
    after: String,
    days: &'a DaySpan,
    sections: Vec<OtherSection<'a>>,
}

/// Those of one capacity.
#[derive(Serialize)]
struct OtherSection<'a> {
    capacity: Option<&'a CapacityView>,
    /// Where they are among the duties of the page, counted from 0.
    places: Vec<usize>,
}

impl<'a> Builder<'a> {
    /// The duties of some lists' audiences on other days: in the order of the vocabulary, each with the start of the ids of
    /// the lists.
    pub(super) fn other_duties(&self, start: &str) -> OtherDuties<'a> {
        let after = |it: &AudienceDays| format!("{start}-{}", it.audience.key);
        self.others(self.audience_days().iter().map(|it| (it, after(it))).collect())
    }

    /// The duties of one audience on other days.
    pub(super) fn other_duties_of(&self, audience: &str, after: &str) -> OtherDuties<'a> {
        let own = self.audience_days().iter().filter(|it| it.audience.key == audience);
        self.others(own.map(|it| (it, after.to_owned())).collect())
    }

    /// The days on which an audience is by law what the edition's list of its duties says; nothing where that does not change.
    pub(super) fn days_of(&self, audience: &str) -> Option<&'a DaySpan> {
        let days = &self.audience_days().iter().find(|it| it.audience.key == audience)?.own;
        (*days != DaySpan::default()).then_some(days)
    }

    /// Nothing in a file without the script.
    fn audience_days(&self) -> &'a [AudienceDays] {
        if self.site.places.has_pages() { &self.site.view.web.other_days.duties } else { &[] }
    }

    /// Of each audience with the id of the list below which its other lists belong.
    fn others(&self, audiences: Vec<(&'a AudienceDays, String)>) -> OtherDuties<'a> {
        let others = audiences.iter().flat_map(|(audience, _)| &audience.others);
        let sections = others.flat_map(|days| &days.sections);
        let places: BTreeSet<DutyPlace> = sections.flat_map(|section| section.duties.iter().copied()).collect();
        let (places, duties): (Vec<_>, Vec<_>) =
            places.into_iter().filter_map(|place| Some((place, self.duty_line(place)?))).unzip();
        let lists = audiences.iter().flat_map(|(audience, after)| {
            audience.others.iter().map(|days| other_list(&audience.audience.name, after, days, &places))
        });
        OtherDuties { lists: lists.collect(), duties }
    }

    pub(super) fn section_lines(&self, sections: &'a [AudienceSection]) -> Vec<SectionLines<'a>> {
        let lines = |AudienceSection { capacity, duties }: &'a AudienceSection| SectionLines {
            capacity: capacity.as_ref(),
            duties: self.duties(duties),
        };
        sections.iter().map(lines).collect()
    }

    fn placed(&self, number: ExcerptNumber) -> Option<(&'a ChapterView, &'a ExcerptView)> {
        self.site.by_number.get(number).copied()
    }

    /// In the order of the numbers, which is that of the chapters.
    pub(super) fn by_chapter(&self, numbers: &[ExcerptNumber]) -> Vec<ChapterGroup<'a>> {
        let placed: Vec<_> = numbers.iter().filter_map(|number| self.placed(*number)).collect();
        let group = |group: &[(&'a ChapterView, &'a ExcerptView)]| {
            let (chapter, _) = group.first()?;
            let excerpts = group.iter().map(|(_, excerpt)| line(excerpt)).collect();
            Some(ChapterGroup { chapter: chapter_link(chapter), excerpts })
        };
        placed.chunk_by(|(one, _), (next, _)| one.id == next.id).filter_map(group).collect()
    }

    pub(super) fn lines(&self, numbers: &[ExcerptNumber]) -> Vec<ExcerptLine<'a>> {
        numbers.iter().filter_map(|number| self.placed(*number)).map(|(_, excerpt)| line(excerpt)).collect()
    }

    pub(super) fn duties(&self, duties: &[DutyPlace]) -> Vec<DutyLine<'a>> {
        duties.iter().filter_map(|duty| self.duty_line(*duty)).collect()
    }

    fn duty_line(&self, duty: DutyPlace) -> Option<DutyLine<'a>> {
        let (_, excerpt) = self.placed(duty.excerpt)?;
        let ObligationView { who, what, level, verb, kind, deadline, evidence, sanctions } =
            excerpt.obligations.get(duty.at as usize)?;
        let references = self.site.view.web.excerpts.get(duty.excerpt);
        Some(DutyLine {
            who,
            verb,
            what,
            level,
            kind,
            deadline: deadline.as_ref(),
            evidence,
            sanctions: self.references(sanctions).unwrap_or_default(),
            excerpt: line(excerpt),
            doubt: references.and_then(|references| references.doubt.as_deref()),
        })
    }
}

/// `places`: of the duties of the page, in order.
fn other_list<'a>(
    name: &'a str,
    after: &str,
    DaysOfDuties { days, sections }: &'a DaysOfDuties,
    places: &[DutyPlace],
) -> OtherList<'a> {
    let section = |AudienceSection { capacity, duties }: &'a AudienceSection| OtherSection {
        capacity: capacity.as_ref(),
        places: duties.iter().filter_map(|duty| places.binary_search(duty).ok()).collect(),
    };
    OtherList { name, after: after.to_owned(), days, sections: sections.iter().map(section).collect() }
}

fn line(excerpt: &ExcerptView) -> ExcerptLine<'_> {
    ExcerptLine {
        href: places::permalink(&excerpt.id),
        number: excerpt.number,
        citation: &excerpt.citation,
        title: excerpt.title.as_deref(),
        status: &excerpt.status,
    }
}
