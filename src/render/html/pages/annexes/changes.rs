//! The page of the annex of changes.

use super::super::Builder;
use super::super::changes::ChangesData;
use super::super::guidance::AnnexLink;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::{AnnexView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("thay-doi.html"),
    title: Some(|view: &View| &view.words.changes),
    class: "sheet",
    single: Single::Narrow,
    anchors: |_| Vec::new(),
};

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    _: Option<&'a AnnexView>,
) -> Result<ChangesData<'a>, RenderError> {
    let compared = match &on.site.view.changes {
        Some(changes) => on.changes(annexes, changes)?,
        None => ChangesData { annexes, since: None, line: None, summary: &[], sections: Vec::new() },
    };
    Ok(ChangesData { since: on.since_release()?, ..compared })
}
