//! The contents of the book, the order in which it is read, and its metadata.

use super::pages::document;
use crate::hash::sha256;
use crate::render::ImageFile;
use crate::render::flow::{BookletFlow, FlowPiece, PieceKind};
use crate::view::View;
use crate::xml_package::escape;

/// Where the book is within the package.
pub(super) const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>\
<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// How the book can be read: all of it is text, and its pictures are described in words.
const ACCESS: [(&str, &str); 8] = [
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityHazard", "none"),
];

/// Returns the list of what is in the book. Its day is that of the edition: the same text gives the same book.
pub(super) fn package(view: &View, flow: &BookletFlow, images: &[ImageFile]) -> String {
    let edition = &view.edition;
    let [title, issuer, description] =
        [&edition.title, &edition.issuer.name, &edition.description].map(|text| escape(text));
    let (day, language) = (&edition.as_of.iso, escape(&view.language));
    let access = ACCESS.map(|(name, value)| format!("<meta property=\"schema:{name}\">{value}</meta>"));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"{language}\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:identifier id=\"id\">urn:uuid:{}</dc:identifier><dc:title>{title}</dc:title><dc:language>{language}</dc:language>\
         <dc:creator>{issuer}</dc:creator>{}<dc:date>{day}</dc:date>\
         <meta property=\"dcterms:modified\">{day}T00:00:00Z</meta>{}</metadata>\n<manifest>{}</manifest>\n<spine>{}</spine></package>\n",
        uuid(view),
        if description.is_empty() { String::new() } else { format!("<dc:description>{description}</dc:description>") },
        access.concat(),
        manifest(flow, images),
        spine(flow)
    )
}

/// The same for the same edition of the same text.
fn uuid(view: &View) -> String {
    let hash = sha256(format!("{} {}", view.edition.id, view.edition.corpus_hash).as_bytes());
    let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    // Version 8 is for what is computed in ways of one's own.
    format!("{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

fn manifest(flow: &BookletFlow, images: &[ImageFile]) -> String {
    let own = "<item id=\"contents\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
               <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>";
    let page = |(piece, number): (&FlowPiece, usize)| {
        format!("<item id=\"p{number}\" href=\"{}.xhtml\" media-type=\"application/xhtml+xml\"/>", escape(&piece.id))
    };
    let pages = flow.pieces.iter().zip(1..).filter(|(piece, _)| piece.kind != PieceKind::Contents).map(page);
    let image = |(image, number): (&ImageFile, usize)| {
        let kind = match image.path.rsplit('.').next() {
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            _ => "image/jpeg",
        };
        format!("<item id=\"i{number}\" href=\"{}\" media-type=\"{kind}\"/>", escape(&image.path))
    };
    let images = images.iter().zip(1..).map(image);
    own.to_owned() + &pages.chain(images).collect::<String>()
}

fn spine(flow: &BookletFlow) -> String {
    let item = |(piece, number): (&FlowPiece, usize)| match piece.kind {
        PieceKind::Contents => "<itemref idref=\"contents\"/>".to_owned(),
        PieceKind::Cover | PieceKind::Outer | PieceKind::Chapter => format!("<itemref idref=\"p{number}\"/>"),
    };
    flow.pieces.iter().zip(1..).map(item).collect()
}

/// Returns the list of contents: chapters below their parts.
pub(super) fn contents(view: &View, flow: &BookletFlow) -> String {
    let heading = escape(&view.words.contents);
    let mut list = String::new();
    let mut depth = 0;
    for (piece, level) in flow.outline() {
        match (depth, level) {
            (0, _) => {}
            (1, 2) => list.push_str("<ol>"),
            (2, 1) => list.push_str("</li></ol></li>"),
            _ => list.push_str("</li>"),
        }
        list.push_str(&format!("\n<li><a href=\"{}.xhtml\">{}</a>", escape(&piece.id), escape(&piece.title)));
        depth = level;
    }
    list.push_str(if depth == 2 { "</li></ol></li>" } else { "</li>" });
    document(
        &heading,
        &format!("<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\"><h1>{heading}</h1><ol>{list}</ol></nav>\n"),
    )
}
