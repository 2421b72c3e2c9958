//! The page about the booklet: what it is and is not, and how it was made; as the last page of the paper has it.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::contents::EditionCounts;
use super::drawing::{DrawnShape, shapes};
use super::{Builder, PageKind, Pages, one};
use crate::view::timeline::DrawingView;
use crate::view::{ColophonView, FactView, Notice, WebView};

struct AboutPage;

pub(super) fn pages<'a>(_: &Site<'a>) -> Pages<'a> {
    one(AboutPage)
}

impl PageKind for AboutPage {
    const TEMPLATE: &'static str = "about.html";

    fn path(&self) -> String {
        places::ABOUT.to_owned()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.words.imprint)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        let view = on.site.view;
        Ok(About { notices: &view.notices, colophon: colophon(&view.colophon), counts: on.counts() })
    }
}

#[derive(Serialize)]
struct About<'a> {
    notices: &'a [Notice],
    colophon: Colophon<'a>,
    counts: EditionCounts<'a>,
}

/// How the booklet was made, how to check it, and where it is published.
#[derive(Serialize)]
struct Colophon<'a> {
    facts: &'a [FactView],
    notices: &'a [Notice],
    web: Option<WebAddressLine<'a>>,
    no_web: Option<&'a str>,
}

#[derive(Serialize)]
struct WebAddressLine<'a> {
    address: &'a str,
    code: Option<QrCodePicture<'a>>,
}

#[derive(Serialize)]
struct QrCodePicture<'a> {
    caption: &'a str,
    alt: &'a str,
    width: i32,
    height: i32,
    shapes: Vec<DrawnShape>,
    /// A code has none; the template of drawings asks.
    texts: [(); 0],
}

fn colophon(view: &ColophonView) -> Colophon<'_> {
    let ColophonView { facts, notices, web, no_web } = view;
    let web = web.as_ref().map(|WebView { address, code }| WebAddressLine { address, code: code.as_ref().map(drawn) });
    Colophon { facts, notices, web, no_web: no_web.as_deref() }
}

fn drawn(code: &DrawingView) -> QrCodePicture<'_> {
    let DrawingView {
        caption,
        alt,
        width,
        height,
        shapes: drawn,
        texts: _, // a code has none
    } = code;
    QrCodePicture { caption, alt, width: *width, height: *height, shapes: shapes(drawn), texts: [] }
}
