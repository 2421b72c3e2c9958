//! Who must do what, how binding, under which provision, by when.

use serde::Serialize;

use super::super::Builder;
use super::super::duties::{Aside, Group, audiences};
use super::super::guidance::AnnexLink;
use super::super::links::Link;
use super::super::lists::OtherDuties;
use super::{AnnexAddress, AnnexShown, Single, anchors_of};
use crate::render::RenderError;
use crate::view::{ResponsibilitiesView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("trach-nhiem.html"),
    title: None,
    class: "wide generated",
    single: Single::Wide,
    anchors: |view: &View| anchors_of(view.contents.responsibilities.as_ref().map(|it| &it.groups)),
};

#[derive(Serialize)]
pub(super) struct Responsibilities<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    /// The audiences, as links within the page.
    audiences: Vec<Link<'a>>,
    groups: Vec<Group<'a>>,
    other_days: OtherDuties<'a>,
    aside: Vec<Aside<'a>>,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a ResponsibilitiesView,
) -> Result<Responsibilities<'a>, RenderError> {
    let ResponsibilitiesView { intro, groups, aside } = content;
    Ok(Responsibilities {
        annexes,
        intro,
        audiences: audiences(groups),
        groups: on.duty_groups(groups)?,
        other_days: on.other_duties("trach-nhiem"),
        aside: on.asides(aside)?,
    })
}
