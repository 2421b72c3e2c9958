//! An annex that consists of its guidance.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::Annex;
use super::{Address, Shown, Single};
use crate::render::RenderError;
use crate::view::AnnexView;

pub(super) const SHOWN: Shown =
    Shown { page: Address::Own, title: None, class: "sheet", single: Single::Narrow, anchors: |_| Vec::new() };

#[derive(Serialize)]
pub(super) struct Guidance<'a> {
    annexes: Vec<Annex<'a>>,
}

pub(super) fn data<'a>(
    _: &Builder<'a>,
    annexes: Vec<Annex<'a>>,
    _: Option<&'a AnnexView>,
) -> Result<Guidance<'a>, RenderError> {
    Ok(Guidance { annexes })
}
