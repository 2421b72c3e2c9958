//! Pictures: as they are where Word shows them, and drawn where they are SVG, which many versions of Word do not.

use std::collections::BTreeMap;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use super::fault;
use crate::render::{ImageFile, RenderError, Templates, typst_input};
use crate::xml_package::{PackagePart, PackageRelation, escape};

/// The font of drawings that name none that is shipped.
const FAMILY: &str = "Liberation Serif";
/// The most pixels of the longer side of a drawing, which is enough for print.
const LONGEST: f32 = 2_000.0;
/// Lengths of drawings are in parts of a millimetre: so many in a twentieth of a point, and in a pixel of the screen.
const OF_TWIP: u64 = 635;
const OF_PIXEL: u64 = 9_525;
/// The highest picture, in twentieths of a point: a page with its margins and a caption.
const HIGHEST: u64 = 12_000;

/// The pictures of a booklet.
pub(super) struct Pictures<'i> {
    by_path: BTreeMap<&'i str, Picture>,
    /// How many of them were set so far.
    set: usize,
}

/// A picture as the file has it.
struct Picture {
    number: usize,
    /// `png`, `jpg`
    ending: &'static str,
    bytes: Vec<u8>,
    /// In pixels of the screen.
    size: (u32, u32),
}

impl<'i> Pictures<'i> {
    /// Prepares the pictures of a corpus.
    ///
    /// # Errors
    /// One cannot be drawn.
    pub fn new(files: &'i [ImageFile], templates: &Templates) -> Result<Self, RenderError> {
        let mut fonts = Database::new();
        if files.iter().any(|file| file.path.ends_with(".svg")) {
            typst_input::fonts(templates).for_each(|(_, bytes)| fonts.load_font_data(bytes.to_vec()));
        }
        let fonts = Arc::new(fonts);
        let mut by_path = BTreeMap::new();
        for (file, number) in files.iter().zip(1..) {
            by_path.insert(file.path.as_str(), picture(file, number, &fonts)?);
        }
        Ok(Pictures { by_path, set: 0 })
    }

    /// Returns the drawing of a picture, as wide as it is but no wider than the text.
    pub fn drawing(&mut self, path: &str, alt: &str, text_width: u32) -> String {
        let Some(picture) = self.by_path.get(path) else { return String::new() };
        self.set += 1;
        let (set, number, alt) = (self.set, picture.number, escape(alt));
        let (width, height) = extent(picture.size, u64::from(text_width) * OF_TWIP);
        format!(
            "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
             <wp:docPr id=\"{set}\" name=\"Picture {set}\" descr=\"{alt}\"/>\
             <a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
             <pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
             <pic:nvPicPr><pic:cNvPr id=\"{set}\" name=\"Picture {set}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rIdPicture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing>"
        )
    }

    /// Returns how the document is related to its pictures.
    pub fn relations(&self) -> impl Iterator<Item = PackageRelation> {
        self.by_path.values().map(|picture| {
            let Picture { number, ending, .. } = picture;
            PackageRelation::office(format!("rIdPicture{number}"), "image", format!("media/picture{number}.{ending}"))
        })
    }

    /// Returns the files of the pictures.
    pub fn parts(self) -> impl Iterator<Item = PackagePart> + use<'i> {
        self.by_path.into_values().map(|Picture { number, ending, bytes, size: _ }| PackagePart {
            name: format!("word/media/picture{number}.{ending}"),
            bytes,
            is_stored: true,
        })
    }
}

fn picture(file: &ImageFile, number: usize, fonts: &Arc<Database>) -> Result<Picture, RenderError> {
    let ImageFile { path, bytes } = file;
    let broken = || fault(format!("the image `{path}` cannot be drawn"));
    if path.ends_with(".svg") {
        let (bytes, size) = drawn(bytes, fonts).ok_or_else(broken)?;
        return Ok(Picture { number, ending: "png", bytes, size });
    }
    let ending = if path.ends_with(".png") { "png" } else { "jpg" };
    let size = png_size(bytes).or_else(|| jpeg_size(bytes)).ok_or_else(broken)?;
    Ok(Picture { number, ending, bytes: bytes.clone(), size })
}

/// The pixels of an SVG, and its own size.
fn drawn(svg: &[u8], fonts: &Arc<Database>) -> Option<(Vec<u8>, (u32, u32))> {
    let options = Options { font_family: FAMILY.to_owned(), fontdb: Arc::clone(fonts), ..Options::default() };
    let tree = Tree::from_data(svg, &options).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = LONGEST / width.max(height);
    let size = tree.size().to_int_size().scale_by(scale)?;
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let own = tree.size().to_int_size();
    Some((pixels.encode_png().ok()?, (own.width(), own.height())))
}

/// Width and height: as the picture has them where there is room.
fn extent((width, height): (u32, u32), room: u64) -> (u64, u64) {
    let (width, height) = (u64::from(width.max(1)) * OF_PIXEL, u64::from(height.max(1)) * OF_PIXEL);
    let (width, height) = if width > room { (room, height * room / width) } else { (width, height) };
    let highest = HIGHEST * OF_TWIP;
    if height > highest { (width * highest / height, highest) } else { (width, height) }
}

/// The header of a PNG file begins with the size.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..16)?.strip_prefix(b"IHDR")?;
    let number = |at: usize| header.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(0)?, number(4)?))
}

/// The size is in the segment that begins the picture.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let number = |two: Option<&[u8]>| Some(u32::from(u16::from_be_bytes(two?.try_into().ok()?)));
    loop {
        let marker = *rest.strip_prefix(b"\xff")?.first()?;
        let length = usize::try_from(number(rest.get(2..4))?).ok()?;
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(rest.get(7..9))?, number(rest.get(5..7))?));
        }
        rest = rest.get(2 + length..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_pictures() {
        assert_eq!(png_size(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x10\x08"), Some((256, 16)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\0\x10\x01\0\x01\x01\x11\0";
        assert_eq!(jpeg_size(jpeg), Some((256, 16)));
        assert_eq!(jpeg_size(b"\xff\xd8\xff"), None);
    }

    #[test]
    fn a_picture_fits_the_page() {
        assert_eq!(extent((100, 50), 10_000_000), (952_500, 476_250));
        assert_eq!(extent((2_000, 1_000), 1_000_000), (1_000_000, 500_000));
        assert_eq!(extent((1, 100_000), 1_000_000).1, HIGHEST * OF_TWIP);
    }
}
