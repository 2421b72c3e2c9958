//! The index: words by the alphabet, with the excerpts that mention them.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::super::links::Reference;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::{IndexEntry, IndexLetter, IndexRun, IndexView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("bang-tra.html"),
    title: None,
    class: "sheet",
    single: Single::LeftOut,
    anchors: |view: &View| {
        let letters = view.contents.index.iter().flat_map(|content| &content.letters);
        letters.map(|letter| letter.anchor.as_str()).collect()
    },
};

#[derive(Serialize)]
pub(super) struct IndexPageWords<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    letters: Vec<IndexPageLetter<'a>>,
}

#[derive(Serialize)]
struct IndexPageLetter<'a> {
    anchor: &'a str,
    letter: &'a str,
    entries: Vec<IndexPageEntry<'a>>,
}

#[derive(Serialize)]
struct IndexPageEntry<'a> {
    text: &'a str,
    also: Option<&'a str>,
    /// Where the glossary explains it, or the row of an instrument in the table.
    href: Option<String>,
    note: Option<&'a str>,
    runs: Vec<IndexPageRun<'a>>,
}

#[derive(Serialize)]
struct IndexPageRun<'a> {
    text: &'a str,
    first: Reference<'a>,
    last: Option<Reference<'a>>,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a IndexView,
) -> Result<IndexPageWords<'a>, RenderError> {
    let IndexView {
        intro,
        on_paper: _, // the site has no pages to count
        letters,
    } = content;
    Ok(IndexPageWords { annexes, intro, letters: letters.iter().map(|it| on.letter(it)).collect::<Result<_, _>>()? })
}

impl<'a> Builder<'a> {
    fn letter(&self, letter: &'a IndexLetter) -> Result<IndexPageLetter<'a>, RenderError> {
        let IndexLetter { anchor, letter, entries } = letter;
        let entries = entries.iter().map(|entry| self.entry(entry)).collect::<Result<_, _>>()?;
        Ok(IndexPageLetter { anchor, letter, entries })
    }

    fn entry(&self, entry: &'a IndexEntry) -> Result<IndexPageEntry<'a>, RenderError> {
        let IndexEntry {
            kind: _, // sorts what is written alike
            text,
            also,
            definition,
            row,
            runs,
            note,
        } = entry;
        let target = definition.as_ref().or(row.as_ref());
        Ok(IndexPageEntry {
            text,
            also: also.as_deref(),
            href: target.map(|anchor| self.site.places.href(&self.spot, anchor)).transpose()?,
            note: note.as_deref(),
            runs: runs.iter().map(|run| self.run(run)).collect::<Result<_, _>>()?,
        })
    }

    fn run(&self, run: &'a IndexRun) -> Result<IndexPageRun<'a>, RenderError> {
        let IndexRun { text, first, last } = run;
        let last = last.as_ref().map(|last| self.reference(last)).transpose()?;
        Ok(IndexPageRun { text, first: self.reference(first)?, last })
    }
}
