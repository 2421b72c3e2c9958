//! Booklet → View: everything a reader will see, computed.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::body::Bodies;
use super::changes::Since;
use super::colophon::colophon;
use super::excerpt::mark_same_reasons;
use super::first::first;
use super::glossary::glossary;
use super::instruments::instrument_views;
use super::paper::paper;
use super::siblings::Sibling;
use super::tabs::Tabs;
use super::timeline::timeline;
use super::web::web;
use super::*;
use crate::assemble::duties::Duties;
use crate::assemble::{Booklet, BookletChapter, approval};
use crate::language::vi::annexes;
use crate::language::vi::booklet;
use crate::language::vi::copies;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::{Annex, Edition, Issuer};
use crate::model::excerpt::{Excerpt, Guidance};
use crate::model::ids::{ExcerptId, GuidanceId, InstrumentId};
use crate::model::known::Known;
use crate::model::release::Release;
use crate::model::subject::Subject;
use crate::model::validity::ValidityKind;

/// The view of a booklet. `corpus_hash` identifies the corpus that it was made from.
pub fn build(booklet: &Booklet<'_>, corpus_hash: &str) -> View {
    build_among(booklet, &[], corpus_hash)
}

/// The same, beside the other editions of the corpus: compared with them, and with links to them.
pub fn build_among(booklet: &Booklet<'_>, siblings: &[Sibling], corpus_hash: &str) -> View {
    let builder = Builder::new(booklet, siblings);
    let edition = booklet.edition;
    let settings = booklet.corpus.settings();
    let mut chapter_places = (0u32..).zip(1u32..);
    let chapter_count: usize = booklet.parts.iter().map(|part| part.chapters.len()).sum();
    let tabs = Tabs::new(chapter_count + edition.annexes.len());
    let mut first_of_part = 0u32;
    let mut excerpts = builder.excerpts();
    let released = released::mark(builder.last_release(), excerpts.iter_mut());
    let mut excerpts = excerpts.into_iter();
    let parts: Vec<PartView> = booklet
        .parts
        .iter()
        .zip(1u16..)
        .map(|(part, number)| {
            let roman = roman(number);
            let count = part.chapters.len() as u32;
            let tab = tabs.tab(&roman, first_of_part, count);
            first_of_part += count;
            PartView {
                name: format!("Phần {roman}"),
                number: roman,
                title: part.part.title.clone(),
                anchor: format!("phan-{number}"),
                tab,
                intro: builder.guidance(part.part.intro.as_ref()),
                chapters: part
                    .chapters
                    .iter()
                    .zip(&mut chapter_places)
                    .map(|(c, (at, n))| builder.chapter(c, n, tabs.tab(&n.to_string(), at, 1), excerpts.by_ref()))
                    .collect(),
            }
        })
        .collect();
    let annexes: Vec<AnnexView> = edition
        .annexes
        .iter()
        .zip('A'..='Z')
        .zip(chapter_count as u32..)
        .map(|((annex, letter), at)| builder.annex(annex, letter, tabs.tab(&letter.to_string(), at, 1)))
        .collect();
    let instruments = instrument_views(booklet, &builder);
    let changes = builder.since.as_ref().map(|since| since.view(&builder));
    let counts = builder.counts(instruments.len(), |_| true);
    let generator = super::GENERATOR;
    let edition_view = builder.edition(corpus_hash);
    // The two that take the longest.
    let (web, contents) =
        rayon::join(|| web(&builder, &parts, &instruments, siblings), || AnnexContents::new(&builder));
    View {
        version: VERSION,
        generator: generator.to_owned(),
        language: "vi".to_owned(),
        look: look(&settings.look),
        words: booklet::words(&settings.notices),
        notices: builder.notices(),
        first: first(&builder),
        paper: paper(&builder, &parts, &annexes, instruments.len()),
        contents,
        tab_slots: tabs.slots(),
        colophon: colophon(&edition_view, generator),
        edition: edition_view,
        front: edition.front.iter().filter_map(|id| builder.guidance(Some(id))).collect(),
        slides: edition.slides.iter().filter_map(|id| builder.guidance(Some(id))).collect(),
        parts,
        annexes,
        instruments,
        glossary: builder.terms,
        counts,
        released,
        changes,
        web,
    }
}

/// What every piece of the view is built with.
pub(super) struct Builder<'b, 'c> {
    pub booklet: &'b Booklet<'c>,
    pub bodies: Bodies<'b, 'c>,
    /// The differences from the edition before, where there is one.
    pub since: Option<Since<'c>>,
    /// The terms that the edition explains.
    pub terms: Vec<TermView>,
    /// Computed once: lists, pages and the calendar show the same.
    pub(super) duties: Duties<'c>,
    /// By excerpt, the printed excerpts that name it as related.
    pub(super) relating: BTreeMap<&'c ExcerptId, Vec<&'c ExcerptId>>,
    /// By the id of a duty or of an excerpt, the printed penalty clauses that punish its neglect.
    pub(super) penalties: BTreeMap<&'c str, Vec<&'c ExcerptId>>,
}

impl<'b, 'c> Builder<'b, 'c> {
    fn new(booklet: &'b Booklet<'c>, siblings: &[Sibling]) -> Self {
        let mut relating: BTreeMap<&ExcerptId, Vec<&ExcerptId>> = BTreeMap::new();
        for excerpt in booklet.excerpts() {
            excerpt.related.iter().for_each(|id| relating.entry(id).or_default().push(&excerpt.id));
        }
        Builder {
            booklet,
            bodies: Bodies::new(booklet),
            since: Since::new(booklet, siblings),
            terms: glossary(booklet),
            duties: booklet.duties(),
            relating,
            penalties: penalties(booklet),
        }
    }

    /// The annex of a kind, where the edition has one.
    pub fn annex_of(&self, kind: AnnexKind) -> Option<&'c Annex> {
        self.booklet.edition.annexes.iter().find(|annex| annex.kind == kind)
    }

    /// The last release of this edition before its day.
    fn last_release(&self) -> Option<&'c Release> {
        let Booklet { corpus, edition, as_of, .. } = self.booklet;
        let earlier = corpus.releases().iter().filter(|it| it.edition == edition.id && it.as_of < *as_of);
        earlier.max_by_key(|release| release.as_of)
    }

    fn edition(&self, corpus_hash: &str) -> EditionView {
        let Booklet { corpus, edition, as_of, .. } = self.booklet;
        let Edition {
            id,
            title,
            subtitle,
            label,
            description,
            keywords,
            contact,
            issuer: _,   // or that of the settings
            as_of: _,    // or the requested day
            previous: _, // see the changes
            // These are the rest of the view.
            references: _,
            requires: _, // see the headings
            unapproved: _,
            front: _,
            answers: _,
            slides: _,
            parts: _,
            annexes: _,
        } = edition;
        EditionView {
            id: id.to_string(),
            title: title.clone(),
            subtitle: subtitle.clone(),
            label: label.clone(),
            issuer: issuer_view(corpus.issuer(edition)),
            contact: contact_view(contact.as_ref()),
            as_of: date_view(*as_of),
            as_of_line: format!("Tính đến {}", as_of.long()),
            keywords: keywords.clone(),
            description: description.clone(),
            corpus_hash: corpus_hash.to_owned(),
            web_address: corpus.web_address(id).map(str::to_owned),
        }
    }

    /// Whose duties the booklet lists, where it does not list everybody's.
    pub fn only_audiences(&self) -> Option<String> {
        let vocabulary = self.booklet.corpus.vocabulary();
        let shown = vocabulary.audiences.iter().filter(|audience| self.booklet.audiences.contains(&audience.id));
        let names: Vec<&str> = shown.map(|audience| audience.name.as_str()).collect();
        (!names.is_empty()).then(|| copies::only_audiences(&names))
    }

    fn notices(&self) -> Vec<Notice> {
        let own = self.only_audiences();
        let own = own.map(|text| Notice { title: copies::ONLY_AUDIENCES_TITLE.to_owned(), text });
        booklet::notices(&self.booklet.corpus.settings().notices, self.booklet.as_of).into_iter().chain(own).collect()
    }

    /// Every printed excerpt by its number.
    fn excerpts(&self) -> Vec<ExcerptView> {
        let placed = |(excerpt, validity): (&'c Excerpt, _)| Some((self.booklet.placed(&excerpt.id)?, validity));
        let printed: Vec<_> = self.booklet.with_validity().filter_map(placed).collect();
        printed.into_par_iter().map(|(placed, validity)| self.excerpt(placed, validity)).collect()
    }

    /// `excerpts` begins with those of the chapter.
    fn chapter(
        &self,
        chapter: &BookletChapter<'c>,
        number: u32,
        tab: TabView,
        excerpts: impl Iterator<Item = ExcerptView>,
    ) -> ChapterView {
        let mut excerpts: Vec<ExcerptView> = excerpts.take(chapter.excerpts.len()).collect();
        mark_same_reasons(&mut excerpts);
        let kinds = chapter.excerpts.iter().filter_map(|excerpt| self.booklet.validity_of(&excerpt.id));
        ChapterView {
            id: chapter.chapter.id.to_string(),
            number: number.to_string(),
            name: format!("Chương {number}"),
            title: chapter.chapter.title.clone(),
            anchor: format!("chuong-{}", chapter.chapter.id),
            tab,
            intro: self.guidance(chapter.chapter.intro.as_ref()),
            warning: annexes::chapter_warning(&kinds.map(|validity| validity.kind).collect()),
            excerpts,
            see_also: chapter.see_also.iter().filter_map(|excerpt| self.link(&excerpt.id)).collect(),
        }
    }

    fn annex(&self, annex: &Annex, letter: char, tab: TabView) -> AnnexView {
        let Annex {
            kind,
            title,
            media: _, // see what paper and the site leave out
            intro,
            instruments: _, // those of the figure
            audiences: _,   // those that a report form asks
        } = annex;
        AnnexView {
            number: letter.to_string(),
            name: format!("Phụ lục {letter}"),
            title: title.clone(),
            anchor: format!("phu-luc-{}", letter.to_ascii_lowercase()),
            tab,
            kind: *kind,
            intro: self.guidance(intro.as_ref()),
            timeline: (*kind == AnnexKind::Timeline).then(|| timeline(self, annex)),
        }
    }

    fn guidance(&self, id: Option<&GuidanceId>) -> Option<GuidanceView> {
        let Guidance {
            id,
            title,
            body,
            // For the editors.
            checked_on: _,
            sources: _,
        } = self.booklet.printed_guidance(id?)?;
        let is_missing =
            approval::is_missing(self.booklet.corpus, self.booklet.edition, &Subject::Guidance(id.clone()));
        Some(GuidanceView {
            id: id.to_string(),
            title: if is_missing { booklet::unapproved(title) } else { title.clone() },
            anchor: guidance_anchor(id),
            body: self.bodies.body(body, None),
        })
    }

    /// A link to a printed excerpt; `None` for one that the edition leaves out.
    pub fn link(&self, id: &ExcerptId) -> Option<ExcerptLink> {
        let placed = self.booklet.placed(id)?;
        Some(ExcerptLink {
            id: id.to_string(),
            anchor: anchor(id),
            chapter: placed.chapter.to_string(),
            number: placed.number,
            citation: citation(self.booklet.corpus, placed.excerpt),
        })
    }

    /// The row of an instrument in the table, where it has one.
    pub fn row(&self, id: &InstrumentId) -> Option<String> {
        self.bodies.has_row(id).then(|| instruments::anchor(id))
    }

    /// How many of the excerpts that are counted there are in each state.
    pub(super) fn counts(&self, instruments: usize, is_counted: impl Fn(&ExcerptId) -> bool) -> Counts {
        let counted = self.booklet.with_validity().filter(|(excerpt, _)| is_counted(&excerpt.id));
        let kinds: Vec<ValidityKind> = counted.map(|(_, validity)| validity.kind).collect();
        let by_status = ValidityKind::ALL.iter().map(|kind| StatusCount {
            key: kind.key().to_owned(),
            sign: kind.sign().to_owned(),
            name: kind.name().to_owned(),
            count: kinds.iter().filter(|found| *found == kind).count() as u32,
        });
        Counts {
            excerpts: kinds.len() as u32,
            instruments: instruments as u32,
            by_status: by_status.filter(|count| count.count > 0).collect(),
        }
    }
}

fn penalties<'c>(booklet: &Booklet<'c>) -> BTreeMap<&'c str, Vec<&'c ExcerptId>> {
    let mut penalties: BTreeMap<&str, Vec<&ExcerptId>> = BTreeMap::new();
    for excerpt in booklet.excerpts() {
        excerpt.sanction_for.iter().for_each(|id| penalties.entry(id.as_str()).or_default().push(&excerpt.id));
    }
    penalties
}

fn issuer_view(issuer: Option<&Issuer>) -> IssuerView {
    let Some(Issuer { parent, name, place }) = issuer else {
        return IssuerView { parent: None, name: String::new(), place: None };
    };
    IssuerView { parent: parent.clone(), name: name.clone(), place: place.clone() }
}

fn contact_view(contact: Option<&Known<String>>) -> String {
    match contact {
        Some(Known::Known(contact)) => contact.clone(),
        Some(Known::Unknown { reason }) => booklet::unknown_contact(reason),
        None => booklet::NO_CONTACT.to_owned(),
    }
}

pub(super) fn date_view(date: Date) -> DateView {
    DateView { iso: date.to_string(), short: date.short(), long: date.long() }
}

/// Where an excerpt is on its page and in the PDF.
pub(super) fn anchor(id: &ExcerptId) -> String {
    id.to_string()
}

/// Where a piece of guidance is.
pub(super) fn guidance_anchor(id: &GuidanceId) -> String {
    format!("huong-dan-{id}")
}

pub(super) fn locator(excerpt: &Excerpt) -> String {
    match excerpt.at.known() {
        Some(locator) => capitalised(&locator.to_string()),
        None => booklet::UNKNOWN_PLACE.to_owned(),
    }
}

/// `Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP`
pub fn citation(corpus: &Corpus, excerpt: &Excerpt) -> String {
    let instrument = corpus.instrument(&excerpt.instrument).map(|instrument| instrument.citation()).unwrap_or_default();
    match excerpt.at.known() {
        Some(locator) => capitalised(&format!("{locator} {instrument}")),
        None => format!("{instrument} ({})", booklet::UNKNOWN_PLACE.to_lowercase()),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn roman(number: u16) -> String {
    std::num::NonZeroU16::new(number).map_or_else(String::new, crate::model::provision::write_roman)
}
