//! The booklet on paper: what it leaves to the site and to the reference PDF. Numbers are those of the whole edition, so
//! that an excerpt is known by one number everywhere.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::build::Builder;
use super::{AnnexView, ChapterView, Counts, ExcerptNumber, ExcerptView, Notice, PartView, View};
use crate::language::vi::paper as said;
use crate::model::edition::{Chapter, Medium, Part};
use crate::model::validity::ValidityKind;

/// What the booklet on paper leaves out.
#[derive(Serialize, Clone, Default, Debug)]
pub struct PaperView {
    /// Whether it has everything after all: then it is the reference, and not what is handed out.
    pub full: bool,
    pub left_out: Vec<LeftOutView>,
    /// What it prints.
    pub counts: Counts,
    /// What it leaves out, where that is, and that numbers skip; nothing where it has everything.
    pub note: Option<Notice>,
    /// Anchors of what the site leaves out.
    #[serde(skip)]
    pub not_on_web: BTreeSet<String>,
}

/// A part, chapter, annex or excerpt that the booklet on paper leaves out.
#[derive(Serialize, Clone, Debug)]
pub struct LeftOutView {
    pub anchor: String,
    /// `Phần IV. Lịch sử`; of an excerpt its citation.
    pub name: String,
    /// Its permanent address, where the edition has one on the web.
    pub address: Option<String>,
}

impl View {
    /// Returns the same edition as the reference on paper, which has everything.
    #[must_use]
    pub fn in_full(&self) -> View {
        let mut view = self.clone();
        view.paper.full = true;
        view
    }

    /// Returns the edition as the site shows it.
    pub fn on_web(&self) -> Cow<'_, View> {
        let hidden = &self.paper.not_on_web;
        if hidden.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut view = self.clone();
        view.parts.iter_mut().for_each(|part| part.chapters.retain(|it| !hidden.contains(&it.anchor)));
        view.parts.retain(|part| !hidden.contains(&part.anchor));
        view.annexes.retain(|annex| !hidden.contains(&annex.anchor));
        Cow::Owned(view)
    }
}

/// The address below that of the site at which an excerpt is found for good.
pub fn permalink(id: &str) -> String {
    format!("e/{id}.html")
}

pub(super) fn paper(
    builder: &Builder<'_, '_>,
    parts: &[PartView],
    annexes: &[AnnexView],
    instruments: usize,
) -> PaperView {
    let pieces = Pieces { builder, parts, annexes };
    let excerpts = pieces.excerpts_left_out();
    let left_out: Vec<LeftOutView> =
        pieces.without(Medium::Print).into_iter().chain(excerpts.iter().cloned()).collect();
    let anchors: BTreeSet<&str> = left_out.iter().map(|it| it.anchor.as_str()).collect();
    PaperView {
        full: false,
        note: pieces.note(),
        counts: builder.counts(instruments, |excerpt| !anchors.contains(excerpt.as_str())),
        left_out,
        not_on_web: pieces.without(Medium::Web).into_iter().map(|piece| piece.anchor).collect(),
    }
}

/// The pieces of an edition beside what it says of them.
struct Pieces<'p, 'b, 'c> {
    builder: &'p Builder<'b, 'c>,
    parts: &'p [PartView],
    annexes: &'p [AnnexView],
}

impl Pieces<'_, '_, '_> {
    /// The parts, chapters and annexes that a medium leaves out; the chapters of such a part as well.
    fn without(&self, medium: Medium) -> Vec<LeftOutView> {
        let parts = self.parts().filter(|(_, own)| !own.media.has(medium)).map(|(view, _)| of_part(view));
        let chapters = self.chapters().filter(|(_, part, own)| !is_in(medium, part, own));
        let annexes = self.annexes.iter().zip(&self.builder.booklet.edition.annexes);
        let annexes = annexes.filter(|(_, own)| !own.media.has(medium)).map(|(view, _)| of_annex(view));
        parts.chain(chapters.map(|(view, ..)| of_chapter(view))).chain(annexes).collect()
    }

    fn excerpts_left_out(&self) -> Vec<LeftOutView> {
        let site = self.builder.booklet.corpus.web_address(&self.builder.booklet.edition.id);
        let view = self.left_out().map(|excerpt| LeftOutView {
            anchor: excerpt.anchor.clone(),
            name: super::body::lower_first(&excerpt.citation),
            address: site.map(|site| format!("{site}/{}", permalink(&excerpt.id))),
        });
        view.collect()
    }

    /// The names of what is left out as a whole: a part stands for its chapters.
    fn note(&self) -> Option<Notice> {
        let whole = self.parts().filter(|(_, own)| !own.media.has(Medium::Print)).map(|(view, _)| of_part(view));
        let chapters =
            self.chapters().filter(|(_, part, own)| part.media.has(Medium::Print) && !own.media.has(Medium::Print));
        let annexes =
            self.without(Medium::Print).into_iter().filter(|it| self.annexes.iter().any(|a| a.anchor == it.anchor));
        let pieces = whole.chain(chapters.map(|(view, ..)| of_chapter(view))).chain(annexes);
        let names: Vec<String> = pieces.map(|piece| piece.name).collect();
        let edition = &self.builder.booklet.edition.id;
        let site = self.builder.booklet.corpus.web_address(edition);
        let kept = self.keeps_what_binds();
        (!names.is_empty()).then(|| said::note(&names, &self.numbers_left_out(), kept, edition.as_str(), site))
    }

    /// Whether nothing that binds, may come to bind or is doubtful is left out.
    fn keeps_what_binds(&self) -> bool {
        let binds_nobody = [ValidityKind::Ended, ValidityKind::NeverInForce, ValidityKind::NotApplicable];
        self.left_out().all(|excerpt| binds_nobody.iter().any(|kind| kind.key() == excerpt.status.key))
    }

    /// `172–237`
    fn numbers_left_out(&self) -> Vec<String> {
        runs(self.left_out().map(|excerpt| excerpt.number))
    }

    fn left_out(&self) -> impl Iterator<Item = &ExcerptView> {
        let chapters = self.chapters().filter(|(_, part, own)| !is_in(Medium::Print, part, own));
        chapters.flat_map(|(view, ..)| &view.excerpts)
    }

    fn parts(&self) -> impl Iterator<Item = (&PartView, &Part)> {
        self.parts.iter().zip(&self.builder.booklet.edition.parts)
    }

    fn chapters(&self) -> impl Iterator<Item = (&ChapterView, &Part, &Chapter)> {
        let of = |(view, part)| chapters_of(view, part);
        self.parts().flat_map(of)
    }
}

fn chapters_of<'p>(
    view: &'p PartView,
    part: &'p Part,
) -> impl Iterator<Item = (&'p ChapterView, &'p Part, &'p Chapter)> {
    view.chapters.iter().zip(&part.chapters).map(move |(view, chapter)| (view, part, chapter))
}

fn is_in(medium: Medium, part: &Part, chapter: &Chapter) -> bool {
    part.media.has(medium) && chapter.media.has(medium)
}

fn of_part(part: &PartView) -> LeftOutView {
    named(&part.anchor, &part.name, &part.title)
}

fn of_chapter(chapter: &ChapterView) -> LeftOutView {
    named(&chapter.anchor, &chapter.name, &chapter.title)
}

fn of_annex(annex: &AnnexView) -> LeftOutView {
    named(&annex.anchor, &annex.name, &annex.title)
}

fn named(anchor: &str, name: &str, title: &str) -> LeftOutView {
    LeftOutView { anchor: anchor.to_owned(), name: format!("{name}. {title}"), address: None }
}

/// Numbers without a gap between them are one run.
fn runs(numbers: impl Iterator<Item = ExcerptNumber>) -> Vec<String> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers.map(ExcerptNumber::get) {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == number => run.1 = number,
            _ => runs.push((number, number)),
        }
    }
    let said = |(first, last)| if first == last { format!("{first}") } else { format!("{first}–{last}") };
    runs.into_iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_one_run() {
        let numbers = [3, 4, 5, 9, 11, 12].map(|number| ExcerptNumber::new(number).unwrap());
        assert_eq!(runs(numbers.into_iter()), ["3–5", "9", "11–12"]);
        assert!(runs(std::iter::empty()).is_empty());
    }
}
