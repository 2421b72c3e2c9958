//! The changes between two editions, as the annex and the page of a comparison show it.

use serde::Serialize;

use super::super::RenderError;
use super::Builder;
use super::guidance::AnnexLink;
use super::links::NumberLink;
use crate::view::{
    ChangeEntry, ChangeGroup, ChangeMark, ChangeSection, ChangedField, ChangesView, ExcerptNumber, SinceGroup,
    SinceRelease, StatusView,
};

#[derive(Serialize)]
pub(super) struct ChangesData<'a> {
    pub(super) annexes: Vec<AnnexLink<'a>>,
    /// The differences from the last release; only the annex says them.
    pub(super) since: Option<SinceData<'a>>,
    /// Nothing where the edition is built as of a day before the one it follows.
    pub(super) line: Option<&'a str>,
    pub(super) summary: &'a [String],
    pub(super) sections: Vec<ChangeSectionData<'a>>,
}

/// The differences from the last release of the edition, by the numbers of the excerpts.
#[derive(Serialize)]
pub(super) struct SinceData<'a> {
    line: &'a str,
    groups: Vec<SinceGroupData<'a>>,
}

#[derive(Serialize)]
struct SinceGroupData<'a> {
    mark: &'a ChangeMark,
    excerpts: Vec<NumberLink>,
}

#[derive(Serialize)]
pub(super) struct ChangeSectionData<'a> {
    title: &'a str,
    groups: Vec<ChangeGroupData<'a>>,
}

#[derive(Serialize)]
struct ChangeGroupData<'a> {
    key: &'a str,
    sign: &'a str,
    title: &'a str,
    entries: Vec<ChangeEntryData<'a>>,
}

#[derive(Serialize)]
struct ChangeEntryData<'a> {
    /// The excerpt's number in this edition.
    number: Option<ExcerptNumber>,
    /// Whole: goes without `root`.
    href: Option<String>,
    citation: &'a str,
    instead_of: Option<&'a str>,
    title: Option<&'a str>,
    before: Option<&'a StatusView>,
    after: Option<&'a StatusView>,
    fields: &'a [ChangedField],
}

impl<'a> Builder<'a> {
    pub(super) fn changes(
        &self,
        annexes: Vec<AnnexLink<'a>>,
        changes: &'a ChangesView,
    ) -> Result<ChangesData<'a>, RenderError> {
        let ChangesView {
            previous: _, // in the line
            line,
            summary,
            sections,
        } = changes;
        let section = |section: &'a ChangeSection| {
            let groups = section.groups.iter().map(|group| self.change_group(group)).collect::<Result<_, _>>()?;
            Ok(ChangeSectionData { title: &section.title, groups })
        };
        let sections = sections.iter().map(section).collect::<Result<_, _>>()?;
        Ok(ChangesData { annexes, since: None, line: Some(line), summary, sections })
    }

    /// Returns what differs from the last release, where there is one that keeps what it printed.
    pub(super) fn since_release(&self) -> Result<Option<SinceData<'a>>, RenderError> {
        let Some(released) = &self.site.view.released else { return Ok(None) };
        let SinceRelease {
            as_of: _, // in the line
            line,
            is_marked: _, // in the line
            groups,
        } = released;
        let group = |SinceGroup { mark, numbers }: &'a SinceGroup| {
            let excerpts = numbers.iter().filter_map(|number| self.number(*number)).collect::<Result<_, _>>()?;
            Ok(SinceGroupData { mark, excerpts })
        };
        Ok(Some(SinceData { line, groups: groups.iter().map(group).collect::<Result<_, _>>()? }))
    }

    fn change_group(&self, group: &'a ChangeGroup) -> Result<ChangeGroupData<'a>, RenderError> {
        let ChangeGroup {
            key,
            sign,
            title,
            name: _, // for the feed
            entries,
        } = group;
        let entries = entries.iter().map(|entry| self.change_entry(entry)).collect::<Result<_, _>>()?;
        Ok(ChangeGroupData { key, sign, title, entries })
    }

    fn change_entry(&self, entry: &'a ChangeEntry) -> Result<ChangeEntryData<'a>, RenderError> {
        let ChangeEntry {
            id: _, // for the feed
            citation,
            instead_of,
            title,
            topics: _, // for the feeds
            link,
            row,
            before,
            after,
            fields,
        } = entry;
        let anchor = link.as_ref().map(|link| &link.anchor).or(row.as_ref());
        Ok(ChangeEntryData {
            number: link.as_ref().map(|link| link.number),
            href: anchor.map(|anchor| self.site.places.href(&self.spot, anchor)).transpose()?,
            citation,
            instead_of: instead_of.as_deref(),
            title: title.as_deref(),
            before: before.as_ref(),
            after: after.as_ref(),
            fields,
        })
    }
}
