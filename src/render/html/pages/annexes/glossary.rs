//! The terms that the edition explains.

use serde::Serialize;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::render::html::places;
use crate::view::{AnnexView, TermView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed(places::GLOSSARY),
    title: Some(|view: &View| &view.words.glossary),
    class: "sheet",
    single: Single::Narrow,
    anchors: |view: &View| view.glossary.iter().map(|term| term.anchor.as_str()).collect(),
};

#[derive(Serialize)]
pub(super) struct Glossary<'a> {
    annexes: Vec<AnnexLink<'a>>,
    terms: &'a [TermView],
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    _: Option<&'a AnnexView>,
) -> Result<Glossary<'a>, RenderError> {
    Ok(Glossary { annexes, terms: &on.site.view.glossary })
}
