//! A part: its guidance and its chapters.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site};
use super::{Builder, PageKind, Pages, each, titled};
use crate::view::PartView;

struct PartPage<'a>(&'a PartView);

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    each(&site.view.parts, PartPage)
}

impl PageKind for PartPage<'_> {
    const TEMPLATE: &'static str = "part.html";

    fn path(&self) -> String {
        format!("{}.html", self.0.anchor)
    }

    fn title<'v>(&'v self, _: &Site<'v>) -> Cow<'v, str> {
        Cow::Owned(titled(&self.0.name, &self.0.title))
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        Ok(on.part_head(self.0, on.guidance(&self.0.intro, 1)?))
    }
}
