//! The booklet as a book for reading devices: EPUB 3.3, a file for each piece, with what a program must know to read it
//! aloud or enlarge it. Footnotes are at the end of their piece, where devices that show them in place look.

mod package;
mod pages;

use std::collections::BTreeMap;

use super::flow::{BookletFlow, OutputExtent, PieceKind, flow};
use super::outputs::Ingredients;
use super::{ImageFile, RenderError};
use crate::xml_package::{self, PackagePart};

/// The booklet as the site has it.
pub const EXTENT: OutputExtent = OutputExtent::Web;
/// The media type of the whole, which readers look for at its beginning.
const KIND: &str = "application/epub+zip";

/// Returns the book.
///
/// # Errors
/// None that memory can cause.
pub fn epub(from: Ingredients<'_>) -> Result<Vec<u8>, RenderError> {
    let flow = flow(from.view, EXTENT);
    let files = files_of(&flow);
    let title = &from.view.edition.title;
    let mut parts = vec![
        PackagePart { is_stored: true, ..PackagePart::text("mimetype", KIND) },
        PackagePart::text("META-INF/container.xml", package::CONTAINER),
        PackagePart::text("EPUB/package.opf", package::package(from.view, &flow, from.images)),
        PackagePart::text("EPUB/nav.xhtml", package::contents(from.view, &flow)),
        PackagePart::text("EPUB/style.css", pages::STYLE),
    ];
    let texts = flow.pieces.iter().filter(|piece| piece.kind != PieceKind::Contents);
    parts.extend(
        texts.map(|piece| {
            PackagePart::text(format!("EPUB/{}.xhtml", piece.id), pages::page(piece, &flow, &files, title))
        }),
    );
    parts.extend(from.images.iter().map(image));
    let fault = |message: String| RenderError { place: None, message, hints: Vec::new() };
    xml_package::packed(&parts).map_err(|error| fault(error.to_string()))
}

fn image(ImageFile { path, bytes }: &ImageFile) -> PackagePart {
    PackagePart { name: format!("EPUB/{path}"), bytes: bytes.clone(), is_stored: !path.ends_with(".svg") }
}

/// In which file each anchor is.
fn files_of(flow: &BookletFlow) -> BTreeMap<&str, &str> {
    flow.pieces
        .iter()
        .flat_map(|piece| piece.anchors().into_iter().map(move |anchor| (anchor, piece.id.as_str())))
        .collect()
}
