//! Puts the pages of the web edition together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::comparisons::comparisons;
use super::life::lives;
use super::references::{Linked, linked};
use super::*;
use crate::assemble::duties::{AudienceDuties, CapacityDuties, Duties, Duty};
use crate::language::vi::annexes;
use crate::language::vi::web;
use crate::model::instrument::Instrument;
use crate::model::validity::ValidityKind;
use crate::model::vocabulary::{Audience, Topic, Vocabulary};
use crate::view::annexes::{capacity_view, tally};
use crate::view::build::{Builder, date_view};
use crate::view::relation_figure::relation_figure;
use crate::view::{
    ByNumber, ExcerptNumber, ExcerptView, InstrumentView, PartView, Sibling, instruments, statements, timeline,
};

/// `parts` and `instruments` are those of the same view.
pub fn web(builder: &Builder<'_, '_>, parts: &[PartView], rows: &[InstrumentView], siblings: &[Sibling]) -> SiteView {
    let own = &builder.booklet.edition.id;
    let others: Vec<&Sibling> = siblings.iter().filter(|it| it.edition != *own).collect();
    let chapters = parts.iter().flat_map(|part| &part.chapters);
    let excerpts: ByNumber<&ExcerptView> = chapters.flat_map(|chapter| &chapter.excerpts).collect();
    let links: Vec<Linked<'_>> = excerpts.iter().as_slice().par_iter().map(|excerpt| linked(excerpt)).collect();
    let vocabulary = builder.booklet.corpus.vocabulary();
    let ((instruments, references), (lives, (audiences, topics))) = rayon::join(
        || (instrument_pages(builder, rows, &excerpts, &links), references(builder, &excerpts, &links, &others)),
        || (lives(builder), (audiences(builder, vocabulary, &excerpts), topics(vocabulary, &excerpts))),
    );
    SiteView {
        words: web::words(),
        editions: editions(builder, &others),
        audiences,
        topics,
        instruments,
        excerpts: references,
        comparisons: comparisons(builder, siblings),
        states: ValidityKind::ALL.map(state).into(),
        other_days: by_day::other_days(builder, &lives),
        lives,
        redirects: redirects(builder, rows, &excerpts),
    }
}

fn state(kind: ValidityKind) -> StateView {
    StateView { key: kind.key().to_owned(), sign: kind.sign().to_owned(), name: kind.name().to_owned() }
}

fn editions(builder: &Builder<'_, '_>, others: &[&Sibling]) -> Vec<EditionLine> {
    let own = &builder.booklet.edition.id;
    let line = |edition: &crate::model::edition::Edition| EditionLine {
        id: edition.id.to_string(),
        title: edition.title.clone(),
        label: edition.label.clone(),
        as_of: date_view(match others.iter().find(|other| other.edition == edition.id) {
            Some(other) => other.as_of,
            None if edition.id == *own => builder.booklet.as_of,
            None => edition.as_of,
        }),
        own: edition.id == *own,
        address: builder.booklet.corpus.web_address(&edition.id).map(str::to_owned),
    };
    let mut lines: Vec<EditionLine> = builder.booklet.corpus.editions().map(line).collect();
    lines.sort_by(|a, b| b.as_of.iso.cmp(&a.as_of.iso).then_with(|| a.id.cmp(&b.id)));
    lines
}

fn audiences<'c>(
    builder: &Builder<'_, 'c>,
    vocabulary: &'c Vocabulary,
    excerpts: &ByNumber<&ExcerptView>,
) -> Vec<AudienceView> {
    let duties = &builder.duties;
    let mut named: BTreeMap<&str, Vec<ExcerptNumber>> = BTreeMap::new();
    for excerpt in excerpts {
        for audience in &excerpt.audiences {
            named.entry(&audience.key).or_default().push(excerpt.number);
        }
    }
    let view = |audience: &Audience| {
        let own = duties.by_audience.iter().find(|group| group.audience.id == audience.id);
        let sections: Vec<AudienceSection> = own.map(|group| sections(builder, group)).unwrap_or_default();
        let of_duties = || sections.iter().flat_map(|section| &section.duties);
        let mut numbers: BTreeSet<ExcerptNumber> =
            named.get(audience.id.as_str()).into_iter().flatten().copied().collect();
        numbers.extend(of_duties().map(|duty| duty.excerpt));
        AudienceView {
            id: audience.id.to_string(),
            name: audience.name.clone(),
            also: audience.also.clone(),
            tally: web::tally(of_duties().count(), numbers.len()),
            counts: own.map(tally).unwrap_or_default(),
            sections,
            aside: aside(builder, duties, audience),
            excerpts: numbers.into_iter().collect(),
        }
    };
    vocabulary.audiences.iter().map(view).filter(|audience| !audience.excerpts.is_empty()).collect()
}

pub(super) fn sections(builder: &Builder<'_, '_>, group: &AudienceDuties<'_>) -> Vec<AudienceSection> {
    let section = |part: &CapacityDuties<'_>| AudienceSection {
        capacity: capacity_view(group, part),
        duties: part.duties.iter().filter_map(|duty| place(builder, duty)).collect(),
    };
    group.by_capacity.iter().map(section).collect()
}

fn place(builder: &Builder<'_, '_>, duty: &Duty<'_>) -> Option<DutyPlace> {
    let number = builder.booklet.placed(&duty.excerpt.id)?.number;
    Some(DutyPlace { excerpt: number, at: duty.at as u32 })
}

/// Returns the duties of an audience that do not plainly bind.
fn aside<'c>(builder: &Builder<'_, 'c>, duties: &Duties<'c>, audience: &'c Audience) -> Vec<AsideView> {
    let of = |(kind, duties): &(_, Vec<Duty<'c>>)| {
        let bound = builder.booklet.bound(duties, audience);
        let own: Vec<&Duty<'_>> = bound.all().filter(|_| bound.are_special()).collect();
        let mut links: Vec<_> = own.iter().filter_map(|duty| builder.link(&duty.excerpt.id)).collect();
        links.sort_by_key(|link| link.number);
        links.dedup_by_key(|link| link.number);
        (!own.is_empty()).then(|| AsideView {
            key: ValidityKind::key(*kind).to_owned(),
            sign: kind.sign().to_owned(),
            text: annexes::duties_aside(*kind, own.len()),
            excerpts: links,
        })
    };
    duties.aside.iter().filter_map(of).collect()
}

fn topics(vocabulary: &Vocabulary, excerpts: &ByNumber<&ExcerptView>) -> Vec<TopicView> {
    let parents: BTreeMap<&str, Option<&Topic>> = vocabulary
        .topics
        .iter()
        .map(|topic| (topic.id.as_str(), topic.parent.as_ref().and_then(|parent| vocabulary.topic(parent))))
        .collect();
    // The topics of a vocabulary are a tree; its size bounds the way up whatever is in it.
    let above = |key: &str| -> Vec<&Topic> {
        let up = |topic: &&Topic| parents.get(topic.id.as_str()).copied().flatten();
        let first = parents.get(key).copied().flatten();
        std::iter::successors(first, up).take(vocabulary.topics.len()).collect()
    };
    let mut within: BTreeMap<&str, BTreeSet<ExcerptNumber>> = BTreeMap::new();
    for excerpt in excerpts {
        for topic in &excerpt.topics {
            within.entry(&topic.key).or_default().insert(excerpt.number);
            for topic in above(&topic.key) {
                within.entry(topic.id.as_str()).or_default().insert(excerpt.number);
            }
        }
    }
    let labelled = |topic: &Topic| Labelled { key: topic.id.to_string(), name: topic.name.clone() };
    let mut below: BTreeMap<&str, Vec<Labelled>> = BTreeMap::new();
    for topic in vocabulary.topics.iter().filter(|topic| within.contains_key(topic.id.as_str())) {
        below.entry(topic.parent.as_ref().map_or("", |parent| parent.as_str())).or_default().push(labelled(topic));
    }
    let view = |topic: &Topic| {
        let numbers = within.get(topic.id.as_str())?;
        let own = numbers.iter().filter_map(|number| excerpts.get(*number));
        let duties: Vec<DutyPlace> = own.flat_map(|excerpt| binding(excerpt)).collect();
        let mut path: Vec<Labelled> = above(topic.id.as_str()).into_iter().map(labelled).collect();
        path.reverse();
        Some(TopicView {
            id: topic.id.to_string(),
            name: topic.name.clone(),
            also: topic.also.clone(),
            tally: web::tally(duties.len(), numbers.len()),
            above: path,
            below: below.get(topic.id.as_str()).cloned().unwrap_or_default(),
            duties,
            excerpts: numbers.iter().copied().collect(),
        })
    };
    vocabulary.topics.iter().filter_map(view).collect()
}

/// The former ids of what this edition shows.
fn redirects(
    builder: &Builder<'_, '_>,
    rows: &[InstrumentView],
    excerpts: &ByNumber<&ExcerptView>,
) -> Vec<RedirectView> {
    let corpus = builder.booklet.corpus;
    let redirect = |from: String, to: &str, citation: &str, instrument: bool| RedirectView {
        from,
        to: to.to_owned(),
        instrument,
        citation: citation.to_owned(),
    };
    let of_instruments = rows.iter().flat_map(|row| {
        let instrument = row.id.parse().ok().and_then(|id| corpus.instrument(&id));
        let aliases = instrument.into_iter().flat_map(|it| &it.aliases);
        aliases.map(|alias| redirect(alias.to_string(), &row.id, &row.citation, true))
    });
    let of_excerpts = builder.booklet.excerpts().zip(excerpts).flat_map(|(excerpt, view)| {
        excerpt.aliases.iter().map(|alias| redirect(alias.to_string(), &view.id, &view.citation, false))
    });
    of_instruments.chain(of_excerpts).collect()
}

/// The duties of what is plainly in force.
fn binding(excerpt: &ExcerptView) -> impl Iterator<Item = DutyPlace> {
    let binds = excerpt.status.key == ValidityKind::InForce.key();
    let count = if binds { excerpt.obligations.len() as u32 } else { 0 };
    let number = excerpt.number;
    (0..count).map(move |at| DutyPlace { excerpt: number, at })
}

fn instrument_pages(
    builder: &Builder<'_, '_>,
    rows: &[InstrumentView],
    excerpts: &ByNumber<&ExcerptView>,
    links: &[Linked<'_>],
) -> Vec<InstrumentPageView> {
    let mut cited: BTreeMap<&str, Vec<ExcerptNumber>> = BTreeMap::new();
    for (excerpt, links) in excerpts.iter().zip(links) {
        links.instruments.iter().for_each(|anchor| cited.entry(anchor).or_default().push(excerpt.number));
    }
    let corpus = builder.booklet.corpus;
    let page = |row: &InstrumentView| {
        let instrument: &Instrument = row.id.parse().ok().and_then(|id| corpus.instrument(&id))?;
        let relations = instruments::related(instrument, builder);
        Some(InstrumentPageView {
            relation_figure: relation_figure(&row.citation, &relations),
            id: row.id.clone(),
            kind: instrument.kind.name().to_owned(),
            citation_full: instrument.citation_full(),
            signer: signer(instrument),
            checked: instrument.checked_on.short(),
            relations,
            cited_by: cited.get(row.anchor.as_str()).cloned().unwrap_or_default(),
            figure: timeline::line(builder, instrument),
            facts: facts::instrument(instrument, builder),
        })
    };
    rows.par_iter().filter_map(page).collect()
}

/// The signer, with how sure that is.
fn signer(instrument: &Instrument) -> String {
    let signer = instrument.signer.known().cloned();
    let signer = signer.map(|name| statements::beside(name, instrument.confidence, &instrument.statements.signer));
    signer.unwrap_or_else(|| web::UNKNOWN_SIGNER.to_owned())
}

fn references(
    builder: &Builder<'_, '_>,
    excerpts: &ByNumber<&ExcerptView>,
    links: &[Linked<'_>],
    others: &[&Sibling],
) -> ByNumber<ExcerptReferences> {
    let mut cited_by: ByNumber<Vec<ExcerptNumber>> = excerpts.iter().map(|_| Vec::new()).collect();
    for (excerpt, links) in excerpts.iter().zip(links) {
        for number in &links.excerpts {
            if let Some(citing) = cited_by.get_mut(*number) {
                citing.push(excerpt.number);
            }
        }
    }
    let elsewhere = excerpts.iter().map(|excerpt| {
        let printing = others.iter().filter(|other| other.prints(&excerpt.id));
        printing.map(|other| other.edition.to_string()).collect()
    });
    let booklet = builder.booklet;
    let all = links.iter().zip(cited_by).zip(booklet.with_validity()).zip(elsewhere);
    all.map(|(((links, cited_by), (excerpt, validity)), elsewhere)| ExcerptReferences {
        elsewhere,
        cites: links.excerpts.iter().copied().collect(),
        cited_by,
        doubt: annexes::doubt(excerpt.confidence),
        term: facts::term(validity),
    })
    .collect()
}
