//! The page of the annex of coming changes.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::super::links::Reference;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::{PendingRow, PendingView};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("sap-thay-doi.html"),
    title: None,
    class: "wide generated",
    single: Single::Wide,
    anchors: |_| Vec::new(),
};

#[derive(Serialize)]
pub(super) struct PendingPage<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    changes: Vec<PendingChangeData<'a>>,
}

#[derive(Serialize)]
struct PendingChangeData<'a> {
    day: &'a str,
    iso: Option<&'a str>,
    citation: &'a str,
    title: Option<&'a str>,
    href: Option<String>,
    excerpt: Option<Reference<'a>>,
    what: &'a [String],
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a PendingView,
) -> Result<PendingPage<'a>, RenderError> {
    let PendingView { intro, changes } = content;
    Ok(PendingPage {
        annexes,
        intro,
        changes: changes.iter().map(|it| on.pending_change(it)).collect::<Result<_, _>>()?,
    })
}

impl<'a> Builder<'a> {
    fn pending_change(&self, row: &'a PendingRow) -> Result<PendingChangeData<'a>, RenderError> {
        let PendingRow { day, iso, citation, title, instrument, excerpt, what } = row;
        Ok(PendingChangeData {
            day,
            iso: iso.as_deref(),
            citation,
            title: title.as_deref(),
            href: self.row_address(instrument.as_deref()),
            excerpt: excerpt.as_ref().map(|link| self.reference(link)).transpose()?,
            what,
        })
    }
}
