//! The differences from the last release of the same edition: the marks beside excerpts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::printed::printed;
use super::{ChangeMark, DateView, ExcerptNumber, ExcerptView};
use crate::language::vi::booklet::{self, Change};
use crate::model::release::{PrintedExcerpt, Release};

/// Where more excerpts than one in so many differ, none is marked: a mark on most pages says nothing.
const ONE_IN: usize = 3;

/// The differences from the last release of the edition.
#[derive(Serialize, Clone, Debug)]
pub struct SinceRelease {
    /// The day of that release.
    pub as_of: DateView,
    /// `So với bản công bố …: 12 trích dẫn mới, 3 đã sửa`
    pub line: String,
    /// Whether the excerpts carry their marks. Where too many would, only this list has them.
    pub is_marked: bool,
    /// The excerpts that differ, by kind.
    pub groups: Vec<SinceGroup>,
}

/// Excerpts that differ in one way.
#[derive(Serialize, Clone, Debug)]
pub struct SinceGroup {
    pub mark: ChangeMark,
    pub numbers: Vec<ExcerptNumber>,
}

/// Marks the excerpts that differ from the last release before the edition's day; nothing where there is none that keeps
/// what it printed.
pub(super) fn mark<'e>(
    release: Option<&Release>,
    excerpts: impl Iterator<Item = &'e mut ExcerptView>,
) -> Option<SinceRelease> {
    let release = release.filter(|release| !release.printed.is_empty())?;
    let former: BTreeMap<&str, &PrintedExcerpt> = release.printed.iter().map(|it| (it.id.as_str(), it)).collect();
    let mut excerpts: Vec<&mut ExcerptView> = excerpts.collect();
    for excerpt in &mut excerpts {
        excerpt.change = change(former.get(excerpt.id.as_str()).copied(), excerpt).map(change_mark);
    }
    let groups = groups(&excerpts);
    let changed: usize = groups.iter().map(|group| group.numbers.len()).sum();
    let is_marked = changed * ONE_IN <= excerpts.len();
    if !is_marked {
        excerpts.iter_mut().for_each(|excerpt| excerpt.change = None);
    }
    let counts: Vec<(usize, &str)> = groups.iter().map(|it| (it.numbers.len(), it.mark.text.as_str())).collect();
    let line = booklet::since_release(release.as_of, &counts, is_marked, excerpts.len());
    Some(SinceRelease { as_of: super::build::date_view(release.as_of), line, is_marked, groups })
}

fn change(former: Option<&PrintedExcerpt>, excerpt: &ExcerptView) -> Option<Change> {
    let Some(former) = former else { return Some(Change::Added) };
    let now = printed(excerpt);
    match (now.sha256 == former.sha256, now.state == former.state) {
        (false, _) => Some(Change::Changed),
        (true, false) => Some(Change::StatusChanged),
        (true, true) => None,
    }
}

fn change_mark(change: Change) -> ChangeMark {
    ChangeMark { key: change.key().to_owned(), sign: change.sign().to_owned(), text: change.name().to_owned() }
}

fn groups(excerpts: &[&mut ExcerptView]) -> Vec<SinceGroup> {
    let of = |change: Change| {
        let is_so = |excerpt: &&&mut ExcerptView| excerpt.change.as_ref().is_some_and(|mark| mark.key == change.key());
        let numbers: Vec<ExcerptNumber> = excerpts.iter().filter(is_so).map(|excerpt| excerpt.number).collect();
        (!numbers.is_empty()).then(|| SinceGroup { mark: change_mark(change), numbers })
    };
    [Change::Added, Change::Changed, Change::StatusChanged].into_iter().filter_map(of).collect()
}
