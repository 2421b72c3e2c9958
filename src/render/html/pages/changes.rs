//! What is otherwise than in the edition before.

use serde::Serialize;

use super::super::RenderError;
use super::{Annex, Builder};
use crate::view::{
    AnnexKind, ChangeEntry, ChangeGroup, ChangeSection, ChangedField, ChangesView, ComparisonView, StatusView,
};

#[derive(Serialize)]
pub(super) struct ChangesPage<'a> {
    annexes: Vec<Annex<'a>>,
    /// Nothing where the edition is built as of a day before the one it follows.
    line: Option<&'a str>,
    summary: &'a [String],
    sections: Vec<ChangeSectionData<'a>>,
}

#[derive(Serialize)]
struct ChangeSectionData<'a> {
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
    number: Option<u32>,
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
    pub(super) fn changes(&self) -> Result<ChangesPage<'a>, RenderError> {
        let annexes = self.annexes(AnnexKind::Changes)?;
        let Some(changes) = &self.site.view.changes else {
            return Ok(ChangesPage { annexes, line: None, summary: &[], sections: Vec::new() });
        };
        self.changes_page(annexes, changes)
    }

    /// The same of another edition.
    pub(super) fn comparison(&self, comparison: &'a ComparisonView) -> Result<ChangesPage<'a>, RenderError> {
        self.changes_page(Vec::new(), &comparison.changes)
    }

    fn changes_page(&self, annexes: Vec<Annex<'a>>, changes: &'a ChangesView) -> Result<ChangesPage<'a>, RenderError> {
        let section = |section: &'a ChangeSection| {
            let groups = section.groups.iter().map(|group| self.change_group(group)).collect::<Result<_, _>>()?;
            Ok(ChangeSectionData { title: &section.title, groups })
        };
        let sections = changes.sections.iter().map(section).collect::<Result<_, _>>()?;
        Ok(ChangesPage { annexes, line: Some(&changes.line), summary: &changes.summary, sections })
    }

    fn change_group(&self, group: &'a ChangeGroup) -> Result<ChangeGroupData<'a>, RenderError> {
        let entry = |entry: &'a ChangeEntry| {
            let anchor = entry.link.as_ref().map(|link| &link.anchor).or(entry.row.as_ref());
            Ok(ChangeEntryData {
                number: entry.link.as_ref().map(|link| link.number),
                href: anchor.map(|anchor| self.site.places.href(&self.spot, anchor)).transpose()?,
                citation: &entry.citation,
                instead_of: entry.instead_of.as_deref(),
                title: entry.title.as_deref(),
                before: entry.before.as_ref(),
                after: entry.after.as_ref(),
                fields: &entry.fields,
            })
        };
        let entries = group.entries.iter().map(entry).collect::<Result<_, _>>()?;
        Ok(ChangeGroupData { key: &group.key, sign: &group.sign, title: &group.title, entries })
    }
}
