//! The form in which an office reports what it has done.

use serde::Serialize;

use super::super::Builder;
use super::super::duties::Group;
use super::super::guidance::AnnexLink;
use super::{AnnexAddress, AnnexShown, Single, anchors_of};
use crate::render::RenderError;
use crate::view::{Labelled, ReportFormView, SignatureView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("mau-bao-cao.html"),
    title: None,
    class: "wide generated report",
    single: Single::LeftOut,
    anchors: |view: &View| anchors_of(view.contents.report_form.as_ref().map(|it| &it.groups)),
};

#[derive(Serialize)]
pub(super) struct ReportForm<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    fields: &'a [Labelled],
    answers: &'a [Labelled],
    groups: Vec<Group<'a>>,
    signatures: &'a [SignatureView],
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a ReportFormView,
) -> Result<ReportForm<'a>, RenderError> {
    let ReportFormView { intro, fields, answers, groups, signatures } = content;
    Ok(ReportForm { annexes, intro, fields, answers, groups: on.duty_groups(groups)?, signatures })
}
