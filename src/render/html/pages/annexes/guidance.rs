//! An annex that consists of its guidance.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::AnnexView;

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Own,
    title: None,
    class: "sheet",
    single: Single::Narrow,
    anchors: |_| Vec::new(),
};

#[derive(Serialize)]
pub(super) struct GuidanceAnnex<'a> {
    annexes: Vec<AnnexLink<'a>>,
}

pub(super) fn data<'a>(
    _: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    _: Option<&'a AnnexView>,
) -> Result<GuidanceAnnex<'a>, RenderError> {
    Ok(GuidanceAnnex { annexes })
}
