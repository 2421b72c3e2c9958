//! Guidance: the pieces of prose, by themselves or at the head of an annex.

use serde::Serialize;

use tera::Value;

use super::super::RenderError;
use super::super::rich_text::{self, Setting};
use super::Builder;
use crate::view::{AnnexKind, AnnexView, GuidanceView};

#[derive(Serialize)]
pub(super) struct Guidance<'a> {
    title: &'a str,
    anchor: &'a str,
    body: Value,
}

#[derive(Serialize)]
pub(super) struct GuidancePage<'a> {
    title: String,
    pieces: Vec<Guidance<'a>>,
}

/// The head of the annex that a table is.
#[derive(Serialize)]
pub(super) struct Annex<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    intro: Vec<Guidance<'a>>,
}

impl<'a> Builder<'a> {
    /// `level` is that of the heading above the piece of guidance.
    pub(super) fn guidance(
        &self,
        pieces: impl IntoIterator<Item = &'a GuidanceView>,
        level: u8,
    ) -> Result<Vec<Guidance<'a>>, RenderError> {
        let one = |piece: &'a GuidanceView| {
            let setting =
                Setting { spot: self.spot, owner: &piece.anchor, name: &piece.title, level: level + 1 + self.depth };
            let body = rich_text::body(self.site, setting, &piece.body)?;
            Ok(Guidance { title: &piece.title, anchor: &piece.anchor, body: Value::safe_string(&body) })
        };
        pieces.into_iter().map(one).collect()
    }

    pub(super) fn guidance_page(
        &self,
        title: String,
        pieces: impl IntoIterator<Item = &'a GuidanceView>,
    ) -> Result<GuidancePage<'a>, RenderError> {
        Ok(GuidancePage { title, pieces: self.guidance(pieces, 1)? })
    }

    pub(super) fn annexes(&self, kind: AnnexKind) -> Result<Vec<Annex<'a>>, RenderError> {
        self.site.view.annexes.iter().filter(|annex| annex.kind == kind).map(|annex| self.annex_head(annex)).collect()
    }

    pub(super) fn annex_head(&self, annex: &'a AnnexView) -> Result<Annex<'a>, RenderError> {
        let intro = self.guidance(&annex.intro, 1)?;
        Ok(Annex { name: &annex.name, title: &annex.title, anchor: &annex.anchor, intro })
    }
}
