//! Technical regulations and standards, and where they are used.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::super::links::Reference;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::{StandardRow, StandardsView, StatusView};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("bang-tieu-chuan.html"),
    title: None,
    class: "wide generated",
    single: Single::Wide,
    anchors: |_| Vec::new(),
};

#[derive(Serialize)]
pub(super) struct Standards<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    rows: Vec<Standard<'a>>,
}

#[derive(Serialize)]
struct Standard<'a> {
    number: u32,
    citation: &'a str,
    title: Option<&'a str>,
    href: Option<String>,
    issued_with: &'a [String],
    status: Option<&'a StatusView>,
    note: Option<&'a str>,
    excerpts: Vec<Reference<'a>>,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a StandardsView,
) -> Result<Standards<'a>, RenderError> {
    let StandardsView { intro, rows } = content;
    Ok(Standards { annexes, intro, rows: rows.iter().map(|row| on.standard(row)).collect::<Result<_, _>>()? })
}

impl<'a> Builder<'a> {
    fn standard(&self, standard: &'a StandardRow) -> Result<Standard<'a>, RenderError> {
        let StandardRow { number, citation, title, row, issued_with, status, note, excerpts } = standard;
        Ok(Standard {
            number: *number,
            citation,
            title: title.as_deref(),
            href: self.row_address(row.as_deref()),
            issued_with,
            status: status.as_ref(),
            note: note.as_deref(),
            excerpts: self.references(excerpts)?,
        })
    }
}
