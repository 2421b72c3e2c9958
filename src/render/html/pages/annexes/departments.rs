//! The page of the annex of recipients.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::view::{DepartmentGroupView, DepartmentsView};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("don-vi-nhan.html"),
    title: None,
    class: "wide generated",
    single: Single::Wide,
    anchors: |_| Vec::new(),
};

#[derive(Serialize)]
pub(super) struct Departments<'a> {
    annexes: Vec<AnnexLink<'a>>,
    groups: &'a [DepartmentGroupView],
}

pub(super) fn data<'a>(
    _: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a DepartmentsView,
) -> Result<Departments<'a>, RenderError> {
    let DepartmentsView { groups } = content;
    Ok(Departments { annexes, groups })
}
