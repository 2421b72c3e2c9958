//! The page of the annex of unknown and unverified facts.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::super::links::Reference;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::{UnknownGroup, UnknownRow, UnknownsView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("chua-ro.html"),
    title: None,
    class: "wide generated",
    single: Single::Wide,
    anchors: |view: &View| {
        let groups = view.contents.unknowns.iter().flat_map(|content| &content.groups);
        groups.map(|group| group.anchor.as_str()).collect()
    },
};

#[derive(Serialize)]
pub(super) struct UnknownsData<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    groups: Vec<UnknownGroupData<'a>>,
}

#[derive(Serialize)]
struct UnknownGroupData<'a> {
    anchor: &'a str,
    title: &'a str,
    rows: Vec<UnknownRowData<'a>>,
}

#[derive(Serialize)]
struct UnknownRowData<'a> {
    citation: &'a str,
    /// The row of the instrument in the table.
    href: Option<String>,
    excerpts: Vec<Reference<'a>>,
    what: &'a [String],
    wanted: &'a str,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a UnknownsView,
) -> Result<UnknownsData<'a>, RenderError> {
    let UnknownsView { intro, groups } = content;
    Ok(UnknownsData { annexes, intro, groups: groups.iter().map(|it| on.unknown_group(it)).collect::<Result<_, _>>()? })
}

impl<'a> Builder<'a> {
    fn unknown_group(&self, group: &'a UnknownGroup) -> Result<UnknownGroupData<'a>, RenderError> {
        let UnknownGroup { anchor, title, rows } = group;
        let rows = rows.iter().map(|row| self.unknown_row(row)).collect::<Result<_, _>>()?;
        Ok(UnknownGroupData { anchor, title, rows })
    }

    fn unknown_row(&self, row: &'a UnknownRow) -> Result<UnknownRowData<'a>, RenderError> {
        let UnknownRow { citation, instrument, excerpts, what, wanted } = row;
        let href = self.row_address(instrument.as_deref());
        Ok(UnknownRowData { citation, href, excerpts: self.references(excerpts)?, what, wanted })
    }
}
