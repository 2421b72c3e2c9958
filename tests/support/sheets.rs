//! A booklet on paper, read back: its sheets with the places of their lines.

use std::io::Write;
use std::process::{Command, Stdio};

use camnang::internals::render::{ImageFile, Templates};
use camnang::internals::source;
use camnang::internals::view::View;
use roxmltree::{Document, Node, ParsingOptions};

/// Places are in points, from the upper left corner.
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    /// The size of its smallest letters.
    pub smallest: f64,
    pub blocks: Vec<Vec<Line>>,
}

#[derive(Debug)]
pub struct Line {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub text: String,
}

impl Sheet {
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flatten()
    }
}

impl Line {
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    pub fn overlaps(&self, other: &Line) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// Lays the booklet out, with the embedded engine or else the one on the PATH, and reads it; `None` where a program is not
/// there.
pub fn sheets(view: &View, images: &[ImageFile]) -> Option<Vec<Sheet>> {
    let templates = source::templates(None).unwrap();
    let pdf = pdf(view, images, &templates)?;
    let xml = places(&pdf)?;
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&xml, options).unwrap();
    let sizes = file.get_pages().into_values().map(|page| smallest(&file, page));
    Some(all(document.root(), "page").zip(sizes).map(|(page, smallest)| sheet(page, smallest)).collect())
}

#[cfg(feature = "pdf")]
fn pdf(view: &View, images: &[ImageFile], templates: &Templates) -> Option<Vec<u8>> {
    Some(
        camnang::internals::render::typst::pdf(camnang::internals::render::PaperForm::Booklet, view, images, templates)
            .unwrap(),
    )
}

#[cfg(not(feature = "pdf"))]
fn pdf(view: &View, images: &[ImageFile], templates: &Templates) -> Option<Vec<u8>> {
    Command::new("typst").arg("--version").output().ok()?;
    Some(
        camnang::internals::render::typst_cli::pdf(
            camnang::internals::render::PaperForm::Booklet,
            view,
            images,
            templates,
            std::path::Path::new("typst"),
        )
        .unwrap(),
    )
}

/// What `pdftotext` says of the places of all words.
fn places(pdf: &[u8]) -> Option<String> {
    let mut command = Command::new("pdftotext");
    command.args(["-bbox-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    // It reads all of the file before it writes.
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    Some(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap())
}

fn smallest(file: &lopdf::Document, page: lopdf::ObjectId) -> f64 {
    let content = file.get_and_decode_page_content(page).unwrap();
    let fonts = content.operations.iter().filter(|it| it.operator == "Tf");
    fonts.filter_map(|it| it.operands.get(1)?.as_float().ok()).map(f64::from).fold(f64::INFINITY, f64::min)
}

fn sheet(page: Node, smallest: f64) -> Sheet {
    let blocks = all(page, "block").map(|block| all(block, "line").map(line).collect());
    Sheet { width: number(page, "width"), height: number(page, "height"), smallest, blocks: blocks.collect() }
}

fn line(line: Node) -> Line {
    let words: Vec<&str> = all(line, "word").filter_map(|word| word.text()).collect();
    Line {
        left: number(line, "xMin"),
        top: number(line, "yMin"),
        right: number(line, "xMax"),
        bottom: number(line, "yMax"),
        text: words.join(" "),
    }
}

fn all<'d>(within: Node<'d, 'd>, name: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    within.descendants().filter(move |node| node.tag_name().name() == name)
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}
