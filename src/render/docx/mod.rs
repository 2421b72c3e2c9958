//! The booklet for Word: Office Open XML (ECMA-376, transitional), of which this is the part that every word processor knows.
//! Numbers are text, so that no program counts them anew; each excerpt and heading has a bookmark; the pages of the contents
//! are the only thing that a program fills in. No text of a corpus can become a field, a link or markup.

mod blocks;
mod bookmarks;
mod lines;
mod pictures;
mod settings;
mod styles;

use std::collections::{BTreeMap, BTreeSet};

use super::RenderError;
use super::flow::{BookletFlow, FlowPiece, OutputExtent, PieceKind, flow};
use super::outputs::Ingredients;
use crate::view::View;
use crate::xml_package::{self, HEAD, PackagePart};
use blocks::BlockPlace;
pub use bookmarks::{OURS, bookmark};
use pictures::Pictures;

/// The booklet as paper has it.
pub const EXTENT: OutputExtent = OutputExtent::Paper;
/// The vocabularies that parts with text declare.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                      xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
                      xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";

/// Returns the booklet as a file of Word.
///
/// # Errors
/// A picture is missing or cannot be drawn.
pub fn docx(from: Ingredients<'_>) -> Result<Vec<u8>, RenderError> {
    let flow = flow(from.view, EXTENT);
    let pictures = Pictures::new(from.images, from.templates)?;
    let writer = WordWriter::new(&flow, pictures, WordPage::of(from.view).text_width());
    xml_package::packed(&parts(writer, from.view)).map_err(|error| fault(error.to_string()))
}

fn fault(message: String) -> RenderError {
    RenderError { place: None, message, hints: Vec::new() }
}

/// The sheet, in twentieths of a point.
struct WordPage {
    top: u32,
    bottom: u32,
    left: u32,
    right: u32,
}

/// A4, in twentieths of a point.
const SHEET: (u32, u32) = (11_906, 16_838);

impl WordPage {
    fn of(view: &View) -> Self {
        let margins = &view.look.margins;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "margins of a sheet of paper")]
        let twips = |millimetres: f64| (millimetres.clamp(5.0, 60.0) * 1440.0 / 25.4).round() as u32;
        WordPage {
            top: twips(margins.top),
            bottom: twips(margins.bottom),
            left: twips(margins.left),
            right: twips(margins.right),
        }
    }

    fn text_width(&self) -> u32 {
        SHEET.0.saturating_sub(self.left + self.right)
    }

    /// The end of the body: paper, margins, and what is above and below every page but the cover.
    fn section(&self) -> String {
        let WordPage { top, bottom, left, right } = self;
        let (width, height) = SHEET;
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHead\"/><w:footerReference w:type=\"default\" r:id=\"rIdFoot\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
             <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
             <w:titlePg/></w:sectPr>"
        )
    }
}

/// Writes a flow.
struct WordWriter<'f> {
    flow: &'f BookletFlow,
    pictures: Pictures<'f>,
    text_width: u32,
    /// The part that is being written: the body, then the footnotes.
    out: String,
    /// By their address, the relations that the part leads out by.
    links: BTreeMap<String, String>,
    /// The anchors that the flow has: no link leads elsewhere.
    anchors: BTreeSet<&'f str>,
    /// How many bookmarks there are.
    bookmarks: u32,
    /// By the index of a note, its number: that of its mark.
    numbers: BTreeMap<usize, usize>,
}

impl<'f> WordWriter<'f> {
    fn new(flow: &'f BookletFlow, pictures: Pictures<'f>, text_width: u32) -> Self {
        WordWriter {
            flow,
            pictures,
            text_width,
            out: String::new(),
            links: BTreeMap::new(),
            anchors: flow.anchors(),
            bookmarks: 0,
            numbers: BTreeMap::new(),
        }
    }

    /// Returns the main part.
    fn document(&mut self, page: &WordPage) -> String {
        let flow = self.flow;
        for piece in &flow.pieces {
            self.blocks(&piece.blocks, &BlockPlace::piece(piece.kind != PieceKind::Cover));
            if piece.kind == PieceKind::Contents {
                flow.outline().for_each(|(piece, level)| self.contents_line(piece, level));
            }
        }
        let body = std::mem::take(&mut self.out);
        format!("{HEAD}<w:document {SPACES}><w:body>{body}{}</w:body></w:document>", page.section())
    }

    /// A name that leads to its place, and its page. A program that knows pages fills it in.
    fn contents_line(&mut self, piece: &FlowPiece, level: u8) {
        let Some(anchor) = piece.anchor() else { return };
        let (name, title) = (bookmark(anchor), xml_package::escape(&piece.title));
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        self.out.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr><w:hyperlink w:anchor=\"{name}\" w:history=\"1\">\
             <w:r><w:t xml:space=\"preserve\">{title} </w:t></w:r><w:r><w:tab/></w:r>{}\
             <w:r><w:instrText xml:space=\"preserve\"> PAGEREF {name} \\h </w:instrText></w:r>{}\
             <w:r><w:t>…</w:t></w:r>{}</w:hyperlink></w:p>",
            field("begin"),
            field("separate"),
            field("end")
        ));
    }
}

/// Returns all parts of the file; the list of types comes first, as some readers expect.
fn parts(mut writer: WordWriter<'_>, view: &View) -> Vec<PackagePart> {
    let document = writer.document(&WordPage::of(view));
    let links = std::mem::take(&mut writer.links);
    let footnotes = writer.footnotes();
    let texts = [
        ("[Content_Types].xml", settings::types()),
        ("_rels/.rels", settings::root_relations()),
        ("docProps/core.xml", settings::properties(view)),
        ("docProps/custom.xml", settings::own_properties(view)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", settings::relations(&writer.pictures, &links)),
        ("word/styles.xml", styles::styles(view.look.text_size, writer.text_width)),
        ("word/settings.xml", settings::settings()),
        ("word/fontTable.xml", settings::fonts()),
        ("word/footnotes.xml", footnotes),
        ("word/_rels/footnotes.xml.rels", xml_package::relations(&settings::addresses(&writer.links))),
        ("word/header1.xml", settings::head(view)),
        ("word/footer1.xml", settings::foot()),
    ];
    texts.into_iter().map(|(name, text)| PackagePart::text(name, text)).chain(writer.pictures.parts()).collect()
}
