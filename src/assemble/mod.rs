//! SELECT: a corpus, an edition and a day become a booklet: chosen, ordered, numbered. Knows nothing of files, YAML,
//! HTML or Typst.

pub mod approval;
pub mod cited;
pub mod duties;
pub mod messages;
pub mod pending;
mod select;
mod time;
pub mod unknowns;
pub mod unselected;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
pub use select::{Decision, Miss, Selector};

use crate::assemble::messages::booklet as codes;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::{Chapter, Edition, Order, Part, ReferencePolicy};
use crate::model::excerpt::{Excerpt, Guidance};
use crate::model::excerpt_number::{ByNumber, ExcerptNumber};
use crate::model::ids::{AudienceId, ChapterId, ExcerptId, GuidanceId, InstrumentId};
use crate::model::instrument::{Confidence, Instrument};
use crate::model::known::Day;
use crate::model::subject::Subject;
use crate::model::text::{Body, Inline, each_inline, images};
use crate::model::time::ValidityQuery;
use crate::model::validity::Validity;

/// One edition as of one day: which excerpts, in which order, under which numbers.
#[derive(Debug)]
pub struct Booklet<'c> {
    pub corpus: &'c Corpus,
    pub edition: &'c Edition,
    pub as_of: Date,
    /// Whose duties it lists; everybody's where there are none.
    pub audiences: Vec<AudienceId>,
    /// The booklet of the edition that this one follows, where that is of an earlier day.
    pub previous: Option<Box<Booklet<'c>>>,
    pub parts: Vec<BookletPart<'c>>,
    placed: BTreeMap<&'c ExcerptId, Placed<'c>>,
    /// Of the printed excerpts on the booklet's day.
    validity: ByNumber<Validity>,
    by_instrument: BTreeMap<&'c InstrumentId, Vec<&'c Excerpt>>,
}

/// A part of the booklet with the chapters that it prints.
#[derive(Debug)]
pub struct BookletPart<'c> {
    pub part: &'c Part,
    pub chapters: Vec<BookletChapter<'c>>,
}

/// A chapter of the booklet with the excerpts that it prints, in their order.
#[derive(Debug)]
pub struct BookletChapter<'c> {
    pub chapter: &'c Chapter,
    pub excerpts: Vec<&'c Excerpt>,
    /// Chosen here too, but printed by an earlier chapter.
    pub see_also: Vec<&'c Excerpt>,
}

/// Where an excerpt is printed.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'c> {
    pub excerpt: &'c Excerpt,
    pub number: ExcerptNumber,
    pub chapter: &'c ChapterId,
}

impl<'c> Booklet<'c> {
    /// Returns the printed excerpts with their numbers, in the order of the booklet.
    pub fn placed(&self, id: &ExcerptId) -> Option<Placed<'c>> {
        self.placed.get(id).copied()
    }

    /// Returns the query for the law of the booklet's day, as its readers could know it.
    pub fn asked(&self) -> ValidityQuery {
        ValidityQuery::as_of(self.as_of)
    }

    /// The printed excerpts of one instrument.
    pub fn of_instrument(&self, id: &InstrumentId) -> &[&'c Excerpt] {
        self.by_instrument.get(id).map_or(&[], Vec::as_slice)
    }

    /// The guidance that the booklet prints: front matter, introductions, annexes.
    pub fn guidance(&self) -> impl Iterator<Item = &'c Guidance> {
        let (corpus, edition) = (self.corpus, self.edition);
        edition.guidance().filter_map(move |id| printed_guidance(corpus, edition, id))
    }

    /// Returns a guidance that the edition names, unless it leaves it out.
    pub fn printed_guidance(&self, id: &GuidanceId) -> Option<&'c Guidance> {
        printed_guidance(self.corpus, self.edition, id)
    }

    /// Returns the guidance that is shown on a screen.
    pub fn slides(&self) -> impl Iterator<Item = &'c Guidance> {
        self.edition.slides.iter().filter_map(|id| self.printed_guidance(id))
    }

    /// The paths of the images that the booklet shows, each once, in order.
    pub fn images(&self) -> BTreeSet<&'c str> {
        let guidance = self.guidance().chain(self.slides()).map(|guidance| &guidance.body);
        let bodies = self.excerpts().map(|excerpt| &excerpt.body).chain(guidance);
        let emblem = self.corpus.settings().look.logo.iter().map(|logo| logo.file.as_str());
        bodies.flat_map(images).map(|image| image.path.as_str()).chain(emblem).collect()
    }

    /// Every printed excerpt by its number.
    pub fn excerpts(&self) -> impl Iterator<Item = &'c Excerpt> {
        self.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| chapter.excerpts.iter().copied())
    }

    /// The same, each with its validity on the booklet's day.
    pub fn with_validity(&self) -> impl Iterator<Item = (&'c Excerpt, &Validity)> {
        self.excerpts().zip(&self.validity)
    }

    /// The validity of a printed excerpt on the booklet's day.
    pub fn validity_of(&self, id: &ExcerptId) -> Option<&Validity> {
        self.validity.get(self.placed.get(id)?.number)
    }
}

/// Makes the booklet, and says what is wrong with the edition. `as_of` replaces the edition's own day.
pub fn assemble<'c>(corpus: &'c Corpus, edition: &'c Edition, as_of: Date, sink: &mut Sink) -> Booklet<'c> {
    // Findings of the former edition are reported where that one is made.
    let previous = edition.previous.as_ref().and_then(|id| corpus.edition(id)).filter(|it| it.as_of < as_of);
    let previous = previous.map(|former| Box::new(alone(corpus, former, former.as_of, &mut Sink::new())));
    Booklet { previous, ..alone(corpus, edition, as_of, sink) }
}

/// [`assemble`] without the edition before.
pub fn alone<'c>(corpus: &'c Corpus, edition: &'c Edition, as_of: Date, sink: &mut Sink) -> Booklet<'c> {
    let chapters: Vec<&Chapter> = edition.parts.iter().flat_map(|part| &part.chapters).collect();
    let chosen: Vec<Vec<&Excerpt>> =
        chapters.par_iter().map(|chapter| choose(corpus, edition, chapter, as_of)).collect();
    let mut chosen = chosen.into_iter();
    let mut taken: BTreeMap<&ExcerptId, &ChapterId> = BTreeMap::new();
    let mut parts: Vec<BookletPart<'c>> = Vec::new();
    for (part_index, part) in edition.parts.iter().enumerate() {
        let mut chapters = Vec::new();
        for (index, chapter) in part.chapters.iter().enumerate() {
            let key = format!("parts.{part_index}.chapters.{index}");
            let sound = report_selection(corpus, edition, chapter, &key, sink);
            let chosen = chosen.next().unwrap_or_default();
            let (excerpts, see_also): (Vec<_>, Vec<_>) =
                chosen.into_iter().partition(|excerpt| !taken.contains_key(&excerpt.id));
            taken.extend(excerpts.iter().map(|excerpt| (&excerpt.id, &chapter.id)));
            let waits = || excerpts.is_empty() && waits_for_approval(corpus, edition, chapter, as_of);
            if excerpts.is_empty() && see_also.is_empty() && chapter.intro.is_none() && sound && !waits() {
                let place = Place::Entry(Subject::Edition(edition.id.clone()), key);
                let finding = Finding::new(codes::EMPTY_CHAPTER, place).arg("title", chapter.title.as_str());
                sink.push(finding.arg("date", as_of.to_string()).arg("edition", edition.id.as_str()));
            }
            chapters.push(BookletChapter { chapter, excerpts, see_also });
        }
        parts.push(BookletPart { part, chapters });
    }
    match edition.references {
        ReferencePolicy::Plain | ReferencePolicy::Fail => {}
        ReferencePolicy::Include => include_referred(corpus, edition, &mut parts, &mut taken),
    }
    let placed = number(&parts);
    let mut by_instrument: BTreeMap<&InstrumentId, Vec<&Excerpt>> = BTreeMap::new();
    let mut printed: Vec<&Placed<'_>> = placed.values().collect();
    printed.sort_by_key(|placed| placed.number);
    printed.iter().for_each(|placed| by_instrument.entry(&placed.excerpt.instrument).or_default().push(placed.excerpt));
    let validity =
        printed.par_iter().map(|placed| corpus.excerpt_validity(placed.excerpt, ValidityQuery::as_of(as_of)));
    let validity = validity.collect::<Vec<_>>().into();
    let audiences = Vec::new();
    let booklet = Booklet { corpus, edition, as_of, audiences, previous: None, parts, placed, validity, by_instrument };
    if edition.references == ReferencePolicy::Fail {
        report_left_out(&booklet, sink);
    }
    time::check(&booklet, sink);
    approval::report(&booklet, sink);
    booklet
}

/// Says what is wrong with a selection. False where something is, here or in what it could select, or where there is
/// nothing to select: that a chapter is empty is no wonder then, and need not be said.
fn report_selection(corpus: &Corpus, edition: &Edition, chapter: &Chapter, key: &str, sink: &mut Sink) -> bool {
    let mut sound = is_bound(corpus, chapter) && !is_empty_yet(corpus);
    for (index, id) in chapter.select.include.iter().enumerate() {
        let place = Place::Entry(Subject::Edition(edition.id.clone()), format!("{key}.select.include.{index}"));
        if chapter.select.exclude.contains(id) {
            sink.push(Finding::new(codes::IN_AND_OUT, place).arg("id", id.as_str()));
            sound = false;
        } else if corpus.excerpt(id).is_some_and(|excerpt| excerpt.confidence == Confidence::Unverified) {
            sink.push(Finding::new(codes::UNVERIFIED_INCLUDED, place).arg("id", id.as_str()));
            sound = false;
        }
    }
    sound
}

/// Whether nothing that an edition may print has been written yet: every chapter is empty then, however it selects.
fn is_empty_yet(corpus: &Corpus) -> bool {
    corpus.excerpts().all(|excerpt| excerpt.confidence == Confidence::Unverified)
}

/// Whether all that a chapter selects by is known, and all that it could select was read.
fn is_bound(corpus: &Corpus, chapter: &Chapter) -> bool {
    let select = &chapter.select;
    let unread = corpus.unread().iter().any(|subject| match subject {
        Subject::Instrument(_) | Subject::Excerpt(_) | Subject::Vocabulary => true,
        Subject::Guidance(_)
        | Subject::Edition(_)
        | Subject::Glossary
        | Subject::Waivers
        | Subject::Departments
        | Subject::Settings
        | Subject::Release(..)
        | Subject::Original(..)
        | Subject::Review(_) => false,
    });
    let vocabulary = corpus.vocabulary();
    !unread
        && select.topics.iter().all(|id| vocabulary.topic(id).is_some())
        && select.audiences.iter().all(|id| vocabulary.audience(id).is_some())
        && select.instruments.iter().all(|id| corpus.instrument(id).is_some())
        && select.include.iter().all(|id| corpus.excerpt(id).is_some())
}

/// What a chapter would print had no earlier chapter done so.
fn choose<'c>(corpus: &'c Corpus, edition: &'c Edition, chapter: &'c Chapter, as_of: Date) -> Vec<&'c Excerpt> {
    let selector = Selector::new(corpus, chapter, as_of).of(edition);
    let mut chosen: Vec<&Excerpt> = corpus.excerpts().filter(|excerpt| selector.takes(excerpt)).collect();
    chosen.sort_by_cached_key(|excerpt| (listed(chapter, &excerpt.id), law_order(corpus, excerpt)));
    chosen
}

/// Whether a chapter would print something, if only that were approved.
fn waits_for_approval(corpus: &Corpus, edition: &Edition, chapter: &Chapter, as_of: Date) -> bool {
    let selector = Selector::new(corpus, chapter, as_of).of(edition);
    let waits = |excerpt| selector.decide(excerpt) == Decision::Out(vec![Miss::Unapproved]);
    edition.requires.is_some() && corpus.excerpts().any(waits)
}

fn printed_guidance<'c>(corpus: &'c Corpus, edition: &Edition, id: &GuidanceId) -> Option<&'c Guidance> {
    let is_left_out = approval::is_left_out(corpus, edition, &Subject::Guidance(id.clone()));
    corpus.guidance(id).filter(|_| !is_left_out)
}

/// The place in `include` where the chapter keeps that order; all alike elsewhere.
fn listed(chapter: &Chapter, id: &ExcerptId) -> usize {
    match chapter.order {
        Order::Law => 0,
        Order::Listed => chapter.select.include.iter().position(|listed| listed == id).unwrap_or(usize::MAX),
    }
}

/// Rank of the instrument's type, its date, its id, then the place within it. An unknown date or place comes
/// after the known ones.
type LawOrder = (InstrumentOrder, bool, Option<crate::model::provision::Locator>, ExcerptId);

fn law_order(corpus: &Corpus, excerpt: &Excerpt) -> LawOrder {
    let instrument = corpus.instrument(&excerpt.instrument).map(instrument_order);
    let locator = excerpt.at.known().cloned();
    (instrument.unwrap_or_default(), locator.is_none(), locator, excerpt.id.clone())
}

type InstrumentOrder = (usize, bool, Option<Date>, String);

/// The order of instruments in a booklet: rank of the type, date of issue, id.
pub fn instrument_order(instrument: &Instrument) -> InstrumentOrder {
    let issued = match &instrument.issued {
        Day::On(date) => Some(*date),
        Day::Unknown { earliest, .. } => *earliest,
    };
    (instrument.kind as usize, issued.is_none(), issued, instrument.id.to_string())
}

/// Takes in what is explicitly referred to, at the end of the chapter that refers to it, until nothing new is met.
fn include_referred<'c>(
    corpus: &'c Corpus,
    edition: &'c Edition,
    parts: &mut [BookletPart<'c>],
    taken: &mut BTreeMap<&'c ExcerptId, &'c ChapterId>,
) {
    for chapter in parts.iter_mut().flat_map(|part| &mut part.chapters) {
        let mut at = 0;
        let intro = chapter.chapter.intro.as_ref().and_then(|id| printed_guidance(corpus, edition, id));
        let mut wanted: Vec<&ExcerptId> = intro.map(|guidance| referred(&guidance.body)).unwrap_or_default();
        loop {
            for excerpt in wanted.drain(..).filter_map(|id| corpus.excerpt(id)) {
                let is_printable = excerpt.confidence != Confidence::Unverified
                    && !approval::is_left_out(corpus, edition, &Subject::Excerpt(excerpt.id.clone()));
                if is_printable && !taken.contains_key(&excerpt.id) {
                    taken.insert(&excerpt.id, &chapter.chapter.id);
                    chapter.excerpts.push(excerpt);
                }
            }
            let Some(excerpt) = chapter.excerpts.get(at) else { break };
            wanted = referred(&excerpt.body).into_iter().chain(&excerpt.related).collect();
            at += 1;
        }
    }
}

fn report_left_out(booklet: &Booklet<'_>, sink: &mut Sink) {
    let mut report = |subject: Subject, from: &str, body: &Body| {
        each_inline(body, &mut |inline| {
            if let Inline::Reference { id, range, .. } = inline
                && booklet.placed(id).is_none()
                // One that is not in the corpus at all has been reported.
                && booklet.corpus.excerpt(id).is_some()
            {
                let finding = Finding::new(codes::LEFT_OUT, Place::Body(subject.clone(), range.clone()));
                let finding = finding.arg("edition", booklet.edition.id.as_str());
                sink.push(finding.arg("from", from).arg("to", id.as_str()));
            }
        });
    };
    for excerpt in booklet.excerpts() {
        report(Subject::Excerpt(excerpt.id.clone()), excerpt.id.as_str(), &excerpt.body);
    }
    for guidance in booklet.guidance() {
        report(Subject::Guidance(guidance.id.clone()), guidance.id.as_str(), &guidance.body);
    }
}

fn referred(body: &Body) -> Vec<&ExcerptId> {
    let mut ids = Vec::new();
    each_inline(body, &mut |inline| {
        if let Inline::Reference { id, .. } = inline {
            ids.push(id);
        }
    });
    ids
}

fn number<'c>(parts: &[BookletPart<'c>]) -> BTreeMap<&'c ExcerptId, Placed<'c>> {
    let chapters = parts.iter().flat_map(|part| &part.chapters);
    let printed = chapters.flat_map(|chapter| chapter.excerpts.iter().map(|excerpt| (*excerpt, &chapter.chapter.id)));
    let numbered = printed.zip(ExcerptNumber::all());
    numbered.map(|((excerpt, chapter), number)| (&excerpt.id, Placed { excerpt, number, chapter })).collect()
}
