//! One list to tick for each audience.

use serde::Serialize;

use super::super::Builder;
use super::super::duties::{Group, audiences, in_full_once};
use super::super::guidance::AnnexLink;
use super::super::links::Link;
use super::super::lists::OtherDuties;
use super::{AnnexAddress, AnnexShown, Single, anchors_of};
use crate::render::RenderError;
use crate::view::{ChecklistsView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("viec-can-lam.html"),
    title: None,
    class: "sheet generated",
    single: Single::LeftOut,
    anchors: |view: &View| anchors_of(view.contents.checklists.as_ref().map(|it| &it.groups)),
};

#[derive(Serialize)]
pub(super) struct Checklists<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    audiences: Vec<Link<'a>>,
    groups: Vec<Group<'a>>,
    other_days: OtherDuties<'a>,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a ChecklistsView,
) -> Result<Checklists<'a>, RenderError> {
    let ChecklistsView { intro, groups } = content;
    let mut lists = on.duty_groups(groups)?;
    in_full_once(&mut lists);
    Ok(Checklists { annexes, intro, audiences: audiences(groups), groups: lists, other_days: on.other_duties("viec") })
}
