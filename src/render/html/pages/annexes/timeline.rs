//! Instruments on the axis of time.

use serde::Serialize;

use super::super::Builder;
use super::super::drawing::{Drawing, DrawnShape, DrawnText, shapes, texts};
use super::super::guidance::AnnexLink;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::render::html::places;
use crate::view::AnnexView;
use crate::view::timeline::{DrawingView, LegendView, TimelineChain, TimelineView};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Own,
    title: None,
    class: "sheet timeline",
    single: Single::Wide,
    anchors: |_| Vec::new(),
};

#[derive(Serialize)]
pub(super) struct Timeline<'a> {
    annexes: Vec<AnnexLink<'a>>,
    /// The same figure twice; the style sheet shows the one that fits.
    figures: Vec<Figure<'a>>,
    legend: Vec<LegendEntry<'a>>,
    /// The page of the table of instruments.
    table_page: &'a str,
    chains: &'a [TimelineChain],
}

/// Drawings for one width of screen.
#[derive(Serialize)]
struct Figure<'a> {
    name: &'a str,
    drawings: Vec<Drawing<'a>>,
}

#[derive(Serialize)]
struct LegendEntry<'a> {
    width: i32,
    height: i32,
    shapes: Vec<DrawnShape>,
    texts: Vec<DrawnText<'a>>,
    text: &'a str,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    annex: Option<&'a AnnexView>,
) -> Result<Timeline<'a>, RenderError> {
    let table_page = if on.site.places.has_pages() { places::INSTRUMENTS } else { "" };
    let Some(TimelineView { wide, narrow, legend, chains }) = annex.and_then(|annex| annex.timeline.as_ref()) else {
        return Ok(Timeline { annexes, figures: Vec::new(), legend: Vec::new(), table_page, chains: &[] });
    };
    let figure = |name, all: &'a [DrawingView]| Figure { name, drawings: all.iter().map(Drawing::new).collect() };
    Ok(Timeline {
        annexes,
        figures: vec![figure("wide-figure", wide), figure("narrow-figure", narrow)],
        legend: legend.iter().map(entry).collect(),
        table_page,
        chains,
    })
}

fn entry(entry: &LegendView) -> LegendEntry<'_> {
    let LegendView { width, height, shapes: drawn, texts: drawn_texts, text } = entry;
    LegendEntry { width: *width, height: *height, shapes: shapes(drawn), texts: texts(drawn_texts), text }
}
