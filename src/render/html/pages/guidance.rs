//! GuidanceData: the pieces of prose, by themselves or at the head of an annex.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::super::rich_text::{self, TextSetting};
use super::super::{RenderError, Site, places};
use super::{Builder, PageKind, Pages, one};
use crate::view::{AnnexView, GuidanceView};

/// The guidance before the first part.
struct GuidancePage<'a>(&'a [GuidanceView]);

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    if site.view.front.is_empty() { Vec::new() } else { one(GuidancePage(&site.view.front)) }
}

impl PageKind for GuidancePage<'_> {
    const TEMPLATE: &'static str = "guidance.html";

    fn path(&self) -> String {
        places::GUIDANCE.to_owned()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.words.guidance)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        Ok(Front { title: &on.site.view.words.guidance, pieces: on.guidance(self.0, 1)? })
    }
}

#[derive(Serialize)]
pub(super) struct GuidanceData<'a> {
    title: &'a str,
    anchor: &'a str,
    body: Value,
}

#[derive(Serialize)]
struct Front<'a> {
    title: &'a str,
    pieces: Vec<GuidanceData<'a>>,
}

/// The head of the annex that a table is.
#[derive(Serialize)]
pub(super) struct AnnexLink<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    intro: Vec<GuidanceData<'a>>,
}

impl<'a> Builder<'a> {
    /// `level` is that of the heading above the piece of guidance.
    pub(super) fn guidance(
        &self,
        pieces: impl IntoIterator<Item = &'a GuidanceView>,
        level: u8,
    ) -> Result<Vec<GuidanceData<'a>>, RenderError> {
        let one = |GuidanceView { id: _, title, anchor, body }: &'a GuidanceView| {
            let setting = TextSetting { spot: self.spot, owner: anchor, name: title, level: level + 1 + self.depth };
            let body = rich_text::body(self.site, setting, body)?;
            Ok(GuidanceData { title, anchor, body: Value::safe_string(&body) })
        };
        pieces.into_iter().map(one).collect()
    }

    pub(super) fn annex_head(&self, annex: &'a AnnexView) -> Result<AnnexLink<'a>, RenderError> {
        let intro = self.guidance(&annex.intro, 1)?;
        Ok(AnnexLink { name: &annex.name, title: &annex.title, anchor: &annex.anchor, intro })
    }
}
