//! Finds excerpts and guidance that no edition prints on its own day: somebody wrote them, and no reader gets them.

use std::collections::BTreeSet;

use super::{Booklet, Decision, Miss, Selector, approval};
use crate::assemble::messages::{booklet as codes, selection};
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::edition::{Chapter, Edition};
use crate::model::excerpt::{Excerpt, Guidance};
use crate::model::ids::{ExcerptId, GuidanceId};
use crate::model::instrument::Confidence;
use crate::model::subject::Subject;

/// What editions print, gathered as they are assembled.
#[derive(Default, Debug)]
pub struct Printed {
    excerpts: BTreeSet<ExcerptId>,
    guidance: BTreeSet<GuidanceId>,
}

impl Printed {
    /// Notes what an edition prints.
    pub fn add(&mut self, booklet: &Booklet<'_>) {
        self.excerpts.extend(booklet.excerpts().map(|excerpt| excerpt.id.clone()));
        self.guidance.extend(booklet.guidance().chain(booklet.slides()).map(|guidance| guidance.id.clone()));
    }
}

/// A record that no edition prints.
#[derive(Debug)]
pub enum Unselected<'c> {
    /// With the reason of each edition, in the order of their ids.
    Excerpt(&'c Excerpt, Vec<Reason<'c>>),
    Guidance(&'c Guidance),
}

/// Why an edition leaves an excerpt out.
#[derive(Debug)]
pub struct Reason<'c> {
    pub edition: &'c Edition,
    /// The chapter that comes nearest to taking it; `None` for an edition without chapters.
    pub chapter: Option<&'c Chapter>,
    /// What that chapter's selection says of it.
    pub misses: Vec<Miss>,
}

/// Returns what none of the editions prints, excerpts first, each in the order of the ids. Drafts are not counted: they are
/// not meant to be printed yet.
pub fn unselected<'c>(corpus: &'c Corpus, printed: &Printed) -> Vec<Unselected<'c>> {
    let is_draft = |excerpt: &&Excerpt| excerpt.confidence == Confidence::Unverified;
    let excerpts = corpus.excerpts().filter(|it| !is_draft(it) && !printed.excerpts.contains(&it.id));
    let guidance = corpus.all_guidance().filter(|it| !printed.guidance.contains(&it.id));
    let excerpts = excerpts.map(|it| {
        let reasons = corpus.editions().map(|edition| reason(corpus, edition, it));
        Unselected::Excerpt(it, reasons.collect())
    });
    excerpts.chain(guidance.map(Unselected::Guidance)).collect()
}

/// Reports what no edition has, as notes. Where an edition or a record could not be read or is at fault, nothing is
/// reported: that may be the reason.
pub fn check(corpus: &Corpus, printed: &Printed, sink: &mut Sink) {
    if sink.has_errors() || !corpus.unread().is_empty() {
        return;
    }
    for record in unselected(corpus, printed) {
        sink.push(match record {
            // Its edition names it as such.
            Unselected::Excerpt(_, reasons) if reasons.iter().any(Reason::is_approval) => continue,
            Unselected::Guidance(guidance) if waits(corpus, guidance) => continue,
            Unselected::Excerpt(excerpt, reasons) => {
                let place = Place::Entry(Subject::Excerpt(excerpt.id.clone()), "topics".to_owned());
                let finding = Finding::new(codes::UNSELECTED, place).arg("id", excerpt.id.as_str());
                finding.arg("reason", of_all(&reasons))
            }
            Unselected::Guidance(guidance) => {
                let place = Place::Entry(Subject::Guidance(guidance.id.clone()), "id".to_owned());
                let finding = Finding::new(codes::UNSELECTED, place).arg("id", guidance.id.as_str());
                finding.arg("reason", selection::guidance_of_no_edition()).help(selection::name_the_guidance())
            }
        });
    }
}

/// Of the chapter that misses it least, the first of several.
fn reason<'c>(corpus: &'c Corpus, edition: &'c Edition, excerpt: &Excerpt) -> Reason<'c> {
    let chapters = edition.parts.iter().flat_map(|part| &part.chapters);
    let misses = chapters.filter_map(|chapter| {
        match Selector::new(corpus, chapter, edition.as_of).of(edition).decide(excerpt) {
            Decision::Out(misses) => Some((chapter, misses)),
            Decision::In { .. } => None,
        }
    });
    let nearest = misses.min_by_key(|(_, misses)| misses.len());
    let (chapter, misses) = nearest.map_or((None, Vec::new()), |(chapter, misses)| (Some(chapter), misses));
    Reason { edition, chapter, misses }
}

/// `ipv6: hiệu lực là ended, chương mua-sam không nhận; ipv6-2014: chưa được ban hành vào ngày này`
fn of_all(reasons: &[Reason<'_>]) -> Bilingual {
    let one = |reason: &Reason<'_>| selection::of_edition(reason.edition.id.as_str(), &reason.said());
    joined(reasons.iter().map(one))
}

/// Whether an edition would print a guidance, if it were approved.
fn waits(corpus: &Corpus, guidance: &Guidance) -> bool {
    let of = Subject::Guidance(guidance.id.clone());
    let names = |edition: &Edition| edition.guidance().chain(&edition.slides).any(|id| *id == guidance.id);
    corpus.editions().any(|edition| approval::is_left_out(corpus, edition, &of) && names(edition))
}

impl Reason<'_> {
    /// Whether nothing but an approval is missing.
    fn is_approval(&self) -> bool {
        self.misses == [Miss::Unapproved]
    }

    /// What the chapter says, in words.
    pub fn said(&self) -> Bilingual {
        match self.chapter {
            // A reason that keeps the excerpt out of any chapter names none.
            Some(chapter) if self.misses.iter().all(|miss| miss.is_of_the_chapter()) => {
                selection::of_chapter(chapter.id.as_str(), &joined(self.misses.iter().map(|miss| miss.said())))
            }
            Some(_) => joined(self.misses.iter().map(|miss| miss.said())),
            None => selection::no_chapters(),
        }
    }
}

fn joined(all: impl Iterator<Item = Bilingual>) -> Bilingual {
    let (vi, en): (Vec<String>, Vec<String>) = all.map(|both| (both.vi, both.en)).unzip();
    Bilingual::new(vi.join("; "), en.join("; "))
}
