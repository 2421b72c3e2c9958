//! Checks that every id that a record names exists.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::RecordPlaces;
use super::original_trees::OriginalTrees;
use super::unread_ids::NamedId;
use crate::diag::advice::{nearest, nearest_id};
use crate::diag::{Bilingual, FileId, Finding, Fix, Place, Sink};
use crate::model::corpus::Records;
use crate::model::edition::{AnnexKind, Chapter, Edition};
use crate::model::excerpt::Excerpt;
use crate::model::ids::{AudienceId, EditionId, ExcerptId, GuidanceId, InstrumentId, LevelId, TopicId};
use crate::model::instrument::{Instrument, RelationTarget};
use crate::model::subject::Subject;
use crate::model::text::{Body, Inline, each_inline};
use crate::resolve::messages::{editions as edition_codes, references, settings, words};
use crate::source::Sources;
use crate::syntax::record::is_named;

/// Reports ids that name no record, with the nearest one that exists.
///
/// `unread` are the ids that records name which could not be read.
pub fn bind(
    records: &Records,
    places: &RecordPlaces,
    sources: &Sources,
    trees: &OriginalTrees,
    unread: &[(FileId, String, NamedId)],
    sink: &mut Sink,
) {
    let of_excerpt = |excerpt: &Excerpt, searches: usize| {
        let mut sink = Sink::new();
        let mut binder = Binder { records, places, sources, trees, sink: &mut sink, searches, unread: None };
        binder.excerpt(excerpt);
        (binder.searches, sink)
    };
    let excerpts: Vec<&Excerpt> = records.excerpts.values().collect();
    let found = excerpts.par_iter().map(|excerpt| of_excerpt(excerpt, SEARCHES));
    let found: Vec<(usize, Sink)> = found.collect();
    // Few excerpts have anything to search for. They are looked at again, in order, as long as there are searches left.
    let mut searches = 0;
    let of_excerpts = excerpts.into_iter().zip(found).map(|(excerpt, (asked, sink))| {
        if asked == SEARCHES || searches >= SEARCHES {
            return sink;
        }
        let (done, sink) = of_excerpt(excerpt, searches);
        searches = done;
        sink
    });
    let of_excerpts: Vec<Sink> = of_excerpts.collect();
    let mut binder = Binder { records, places, sources, trees, sink, searches: 0, unread: None };
    records.instruments.values().for_each(|instrument| binder.instrument(instrument));
    of_excerpts.into_iter().for_each(|found| binder.sink.extend(found));
    records.guidance.values().for_each(|guidance| binder.body(&Subject::Guidance(guidance.id.clone()), &guidance.body));
    records.editions.values().for_each(|edition| binder.edition(edition));
    binder.departments();
    binder.vocabulary();
    unread.iter().for_each(|(file, key, id)| binder.unread(*file, key, id));
}

struct Binder<'a> {
    records: &'a Records,
    places: &'a RecordPlaces,
    sources: &'a Sources,
    trees: &'a OriginalTrees,
    sink: &'a mut Sink,
    /// How often something near to an unknown id was looked for.
    searches: usize,
    /// The file of a record that could not be read, whose ids are looked up.
    unread: Option<FileId>,
}

/// How often that is done: each time every id is compared.
const SEARCHES: usize = 100;

impl Binder<'_> {
    /// Whether another search for something near may be made.
    fn may_search(&mut self) -> bool {
        self.searches += 1;
        self.searches <= SEARCHES
    }

    /// An id of a record that could not be read.
    fn unread(&mut self, file: FileId, key: &str, id: &NamedId) {
        self.unread = Some(file);
        // Its places are in its file.
        let subject = Subject::Vocabulary;
        match id {
            NamedId::Topic(id) => self.topic(id, &subject, key),
            NamedId::Audience(id) => self.audience(id, &subject, key),
            NamedId::Level(id) => self.level(id, &subject, key),
            NamedId::Instrument(id) => self.instrument_id(id, &subject, key),
            NamedId::Excerpt(id) => self.excerpt_id(id, Place::Key(file, key.to_owned())),
        }
        self.unread = None;
    }

    fn place(&self, subject: &Subject, key: &str) -> Place {
        match self.unread {
            Some(file) => Place::Key(file, key.to_owned()),
            None => Place::Entry(subject.clone(), key.to_owned()),
        }
    }

    fn instrument(&mut self, instrument: &Instrument) {
        let subject = Subject::Instrument(instrument.id.clone());
        for (index, relation) in instrument.relations.iter().enumerate() {
            let RelationTarget::Instrument(target) = &relation.target else { continue };
            let key = format!("relations.{index}.instrument");
            if *target == instrument.id {
                let finding = Finding::new(references::SELF_RELATION, Place::Entry(subject.clone(), key));
                self.sink.push(finding.arg("id", target.as_str()));
            } else {
                self.instrument_id(target, &subject, &key);
            }
        }
    }

    /// What one audience says of others.
    fn vocabulary(&mut self) {
        let (subject, vocabulary) = (Subject::Vocabulary, &self.records.vocabulary);
        for (index, audience) in vocabulary.audiences.iter().enumerate() {
            for (at, membership) in audience.within.iter().enumerate() {
                self.audience(&membership.audience, &subject, &format!("audiences.{index}.within.{at}.audience"));
            }
            let takers = audience.role.as_ref().map_or(&[][..], |role| &role.taken_by);
            self.audiences(takers, &subject, &format!("audiences.{index}.role.taken-by"));
        }
        if let Some(everybody) = &vocabulary.everybody {
            self.audience(everybody, &subject, "everybody");
        }
    }

    fn departments(&mut self) {
        let groups = &self.records.departments;
        let known: Vec<&str> = groups.iter().flat_map(|group| &group.departments).map(|it| it.id.as_str()).collect();
        let there: BTreeSet<&str> = known.iter().copied().collect();
        for (group_index, group) in groups.iter().enumerate() {
            for (index, department) in group.departments.iter().enumerate() {
                for (place, id) in department.follows.iter().enumerate().filter(|(_, id)| !there.contains(id.as_str()))
                {
                    let key = format!("groups.{group_index}.departments.{index}.follows.{place}");
                    let finding = Finding::new(references::NO_DEPARTMENT, Place::Entry(Subject::Departments, key));
                    let near = if self.may_search() { nearest_id(id.as_str(), known.iter().copied()) } else { None };
                    let advice = words::choose_or_add(near, &known, "departments.yaml");
                    self.sink.push(finding.arg("id", id.as_str()).arg("advice", advice));
                }
            }
        }
    }

    fn excerpt(&mut self, excerpt: &Excerpt) {
        let subject = Subject::Excerpt(excerpt.id.clone());
        // A key that disagrees with the folder has been reported; that no instrument has the id follows from it.
        let path = self.places.file(&subject).and_then(|file| self.sources.get(file)).map_or("", |file| &file.path);
        if path.split('/').nth(1).is_none_or(|folder| folder == excerpt.instrument.as_str()) {
            self.instrument_id(&excerpt.instrument, &subject, "instrument");
        }
        self.topics(&excerpt.topics, &subject, "topics");
        self.audiences(&excerpt.audiences, &subject, "audiences");
        for (index, obligation) in excerpt.obligations.iter().enumerate() {
            self.audiences(&obligation.audiences, &subject, &format!("obligations.{index}.audiences"));
            self.audiences(&obligation.except, &subject, &format!("obligations.{index}.except"));
            self.level(&obligation.level, &subject, &format!("obligations.{index}.level"));
        }
        self.excerpts(&excerpt.related, &subject, "related");
        super::original::check(excerpt, self.trees, self.sources, self.places, self.sink);
        self.body(&subject, &excerpt.body);
    }

    fn edition(&mut self, edition: &Edition) {
        let subject = Subject::Edition(edition.id.clone());
        for (id, key) in guidance_of(edition).into_iter().chain(slides_of(edition)) {
            self.guidance_id(id, &subject, &key);
        }
        let unread = self.records.unread.contains(&Subject::Settings);
        if edition.issuer.is_none() && self.records.settings.issuer.is_none() && !unread {
            self.sink.push(Finding::new(settings::NO_ISSUER, Place::Entry(subject.clone(), String::new())));
        }
        self.previous(edition, &subject);
        self.printed_twice(edition, &subject);
        super::media::check(edition, &subject, self.sink);
        for (index, annex) in edition.annexes.iter().enumerate() {
            for (at, id) in annex.instruments.iter().enumerate() {
                self.instrument_id(id, &subject, &format!("annexes.{index}.instruments.{at}"));
            }
            self.audiences(&annex.audiences, &subject, &format!("annexes.{index}.audiences"));
        }
        let mut chapters: Vec<&str> = Vec::new();
        for (part_index, part) in edition.parts.iter().enumerate() {
            let key = format!("parts.{part_index}");
            for (index, chapter) in part.chapters.iter().enumerate() {
                let key = format!("{key}.chapters.{index}");
                if chapters.contains(&chapter.id.as_str()) {
                    let place = Place::Entry(subject.clone(), format!("{key}.id"));
                    let finding = Finding::new(edition_codes::DUPLICATE_CHAPTER, place);
                    self.sink.push(finding.arg("id", chapter.id.as_str()));
                }
                chapters.push(chapter.id.as_str());
                self.chapter(chapter, &subject, &key);
            }
        }
    }

    /// The edition that this one follows: there, another, and of an earlier day.
    fn previous(&mut self, edition: &Edition, subject: &Subject) {
        let place = |key: String| Place::Entry(subject.clone(), key);
        let Some(id) = &edition.previous else {
            for (index, _) in edition.annexes.iter().enumerate().filter(|(_, it)| it.kind == AnnexKind::Changes) {
                self.sink.push(Finding::new(edition_codes::NOTHING_TO_COMPARE, place(format!("annexes.{index}.kind"))));
            }
            return;
        };
        match self.records.editions.get(id) {
            None if self.is_unread(&Subject::Edition(id.clone())) => {}
            None => {
                let near = if self.may_search() {
                    nearest_id(id.as_str(), self.records.editions.keys().map(EditionId::as_str))
                } else {
                    None
                };
                let advice = words::choose_or_create(near, &format!("editions/{id}.yaml"), "editions");
                let finding = Finding::new(edition_codes::NO_EDITION, place("previous".to_owned()));
                self.sink.push(finding.arg("id", id.as_str()).arg("advice", advice));
            }
            Some(former) if former.as_of >= edition.as_of => {
                let finding = Finding::new(edition_codes::PREVIOUS_NOT_EARLIER, place("previous".to_owned()));
                let finding = finding.arg("id", id.as_str()).arg("former", former.as_of.to_string());
                let advice = if *id == edition.id { words::not_itself() } else { words::an_earlier_edition() };
                self.sink.push(finding.arg("own", edition.as_of.to_string()).arg("advice", advice));
            }
            Some(_) => {}
        }
    }

    /// Every piece of guidance and every table has one address, and is shown once.
    fn printed_twice(&mut self, edition: &Edition, subject: &Subject) {
        for named in [guidance_of(edition), slides_of(edition)] {
            let mut printed: BTreeSet<&str> = BTreeSet::new();
            for (id, key) in named {
                if !printed.insert(id.as_str()) {
                    let finding = Finding::new(edition_codes::PRINTED_TWICE, Place::Entry(subject.clone(), key));
                    self.sink.push(finding.arg("what", words::guidance_called(id.as_str())));
                }
            }
        }
        let mut tables: Vec<AnnexKind> = Vec::new();
        for (index, kind) in edition.annexes.iter().map(|annex| annex.kind).enumerate() {
            if tables.contains(&kind) && !kind.may_repeat() {
                let place = Place::Entry(subject.clone(), format!("annexes.{index}.kind"));
                self.sink.push(Finding::new(edition_codes::PRINTED_TWICE, place).arg("what", words::annex(kind)));
            }
            tables.push(kind);
        }
    }

    fn chapter(&mut self, chapter: &Chapter, subject: &Subject, key: &str) {
        let select = &chapter.select;
        self.topics(&select.topics, subject, &format!("{key}.select.topics"));
        self.audiences(&select.audiences, subject, &format!("{key}.select.audiences"));
        for (index, id) in select.instruments.iter().enumerate() {
            self.instrument_id(id, subject, &format!("{key}.select.instruments.{index}"));
        }
        self.excerpts(&select.include, subject, &format!("{key}.select.include"));
        self.excerpts(&select.exclude, subject, &format!("{key}.select.exclude"));
    }

    fn body(&mut self, subject: &Subject, body: &Body) {
        let mut found: Vec<(&ExcerptId, std::ops::Range<usize>)> = Vec::new();
        each_inline(body, &mut |inline| {
            if let Inline::Reference { id, range, .. } = inline {
                found.push((id, range.clone()));
            }
        });
        for (id, range) in found {
            self.excerpt_id(id, Place::Body(subject.clone(), range));
        }
    }

    fn topics(&mut self, ids: &[TopicId], subject: &Subject, key: &str) {
        for (index, id) in ids.iter().enumerate() {
            self.topic(id, subject, &format!("{key}.{index}"));
        }
    }

    fn topic(&mut self, id: &TopicId, subject: &Subject, key: &str) {
        let vocabulary = &self.records.vocabulary;
        if vocabulary.topic(id).is_none() {
            let known = vocabulary.topics.iter().map(|topic| (topic.id.as_str(), topic.name.as_str()));
            let known: Vec<(&str, &str)> = known.collect();
            self.missing_tag(id.as_str(), &known, words::topics(), subject, key);
        }
    }

    fn level(&mut self, id: &LevelId, subject: &Subject, key: &str) {
        let vocabulary = &self.records.vocabulary;
        if vocabulary.level(id).is_none() {
            let known = vocabulary.levels.iter().map(|level| (level.id.as_str(), level.name.as_str()));
            let known: Vec<(&str, &str)> = known.collect();
            self.missing_tag(id.as_str(), &known, words::levels(), subject, key);
        }
    }

    fn audiences(&mut self, ids: &[AudienceId], subject: &Subject, key: &str) {
        for (index, id) in ids.iter().enumerate() {
            self.audience(id, subject, &format!("{key}.{index}"));
        }
    }

    fn audience(&mut self, id: &AudienceId, subject: &Subject, key: &str) {
        let vocabulary = &self.records.vocabulary;
        if vocabulary.audience(id).is_none() {
            let known = vocabulary.audiences.iter().map(|audience| (audience.id.as_str(), audience.name.as_str()));
            let known: Vec<(&str, &str)> = known.collect();
            self.missing_tag(id.as_str(), &known, words::audiences(), subject, key);
        }
    }

    /// `known` are the ids of the list and their names.
    fn missing_tag(&mut self, id: &str, known: &[(&str, &str)], list: Bilingual, subject: &Subject, key: &str) {
        if !self.is_unread(&Subject::Vocabulary) {
            let finding = Finding::new(references::NO_TAG, self.place(subject, key));
            let ids: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
            let mut all = known.iter().filter(|(_, name)| is_named(id, name)).map(|(id, _)| *id);
            let named = all.next().filter(|_| all.next().is_none());
            let near = match named {
                Some(id) => Some(id),
                None if self.may_search() => nearest(id, ids.iter().copied()),
                None => None,
            };
            let advice = words::choose_or_add(near, &ids, "vocabulary.yaml");
            // Its name is what it means; an id that is only near may be a new one.
            let finding = finding.fix(named.map(Fix::value));
            self.sink.push(finding.arg("id", id).arg("list", list).arg("advice", advice));
        }
    }

    fn instrument_id(&mut self, id: &InstrumentId, subject: &Subject, key: &str) {
        if !self.records.instruments.contains_key(id) && !self.is_unread(&Subject::Instrument(id.clone())) {
            let near = if self.may_search() {
                nearest_id(id.as_str(), self.records.instruments.keys().map(InstrumentId::as_str))
            } else {
                None
            };
            let advice = words::choose_or_create(near, &format!("instruments/{id}.yaml"), "instruments");
            let finding = Finding::new(references::NO_INSTRUMENT, self.place(subject, key));
            self.sink.push(finding.arg("id", id.as_str()).arg("advice", advice));
        }
    }

    fn guidance_id(&mut self, id: &GuidanceId, subject: &Subject, key: &str) {
        if !self.records.guidance.contains_key(id) && !self.is_unread(&Subject::Guidance(id.clone())) {
            let near = if self.may_search() {
                nearest_id(id.as_str(), self.records.guidance.keys().map(GuidanceId::as_str))
            } else {
                None
            };
            let advice = words::choose_or_create(near, &format!("guidance/{id}.md"), "guidance");
            let finding = Finding::new(references::NO_GUIDANCE, Place::Entry(subject.clone(), key.to_owned()));
            self.sink.push(finding.arg("id", id.as_str()).arg("advice", advice));
        }
    }

    fn excerpts(&mut self, ids: &[ExcerptId], subject: &Subject, key: &str) {
        for (index, id) in ids.iter().enumerate() {
            self.excerpt_id(id, Place::Entry(subject.clone(), format!("{key}.{index}")));
        }
    }

    fn excerpt_id(&mut self, id: &ExcerptId, place: Place) {
        if !self.records.excerpts.contains_key(id) && !self.is_unread(&Subject::Excerpt(id.clone())) {
            let near = if self.may_search() {
                nearest_id(id.as_str(), self.records.excerpts.keys().map(ExcerptId::as_str))
            } else {
                None
            };
            let path = match id.as_str().split_once('.') {
                Some((instrument, name)) => format!("excerpts/{instrument}/{name}.md"),
                None => "excerpts/…/….md".to_owned(),
            };
            let advice = words::choose_or_create(near, &path, "excerpts");
            self.sink.push(Finding::new(references::NO_EXCERPT, place).arg("id", id.as_str()).arg("advice", advice));
        }
    }

    fn is_unread(&self, subject: &Subject) -> bool {
        self.records.unread.contains(subject)
    }
}

/// The guidance that an edition shows on a screen, in order, and the keys that name it.
fn slides_of(edition: &Edition) -> Vec<(&GuidanceId, String)> {
    edition.slides.iter().enumerate().map(|(index, id)| (id, format!("slides.{index}"))).collect()
}

/// The guidance that an edition prints, in order, and the keys that name it.
fn guidance_of(edition: &Edition) -> Vec<(&GuidanceId, String)> {
    let front = edition.front.iter().enumerate().map(|(index, id)| (id, format!("front.{index}")));
    let mut named: Vec<(&GuidanceId, String)> = front.collect();
    for (part_index, part) in edition.parts.iter().enumerate() {
        named.extend(part.intro.iter().map(|id| (id, format!("parts.{part_index}.intro"))));
        for (index, chapter) in part.chapters.iter().enumerate() {
            named.extend(chapter.intro.iter().map(|id| (id, format!("parts.{part_index}.chapters.{index}.intro"))));
        }
    }
    for (index, annex) in edition.annexes.iter().enumerate() {
        named.extend(annex.intro.iter().map(|id| (id, format!("annexes.{index}.intro"))));
    }
    named
}
