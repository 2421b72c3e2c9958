//! The booklet as a folder of Markdown (CommonMark with tables and footnotes, as GitHub reads it): a file for each piece, and
//! `llms.txt`, which names them for programs that read text. No text of a corpus becomes markup.

mod text;
mod writer;

use std::collections::BTreeMap;

use super::flow::{BookletFlow, OutputExtent, PieceKind, flow};
use super::outputs::Ingredients;
use super::{Artifact, RenderError};
use crate::view::View;
use text::escaped;
use writer::MarkdownPage;

/// The booklet as the site has it.
pub const EXTENT: OutputExtent = OutputExtent::Web;
/// Below the edition's folder.
pub const FOLDER: &str = "markdown/";
/// The list of files for people, and the one for programs.
pub const CONTENTS: &str = "muc-luc.md";
const FOR_PROGRAMS: &str = "llms.txt";

/// Returns the files of the folder.
///
/// # Errors
/// None.
pub fn markdown(from: Ingredients<'_>) -> Result<Vec<Artifact>, RenderError> {
    let flow = flow(from.view, EXTENT);
    let files: BTreeMap<&str, &str> = flow
        .pieces
        .iter()
        .flat_map(|piece| piece.anchors().into_iter().map(move |anchor| (anchor, piece.id.as_str())))
        .collect();
    let texts = flow.pieces.iter().filter(|piece| piece.kind != PieceKind::Contents);
    let pages = texts.map(|piece| (format!("{}.md", piece.id), MarkdownPage::new(piece, &flow, &files).written()));
    let lists = [(CONTENTS, contents(from.view, &flow)), (FOR_PROGRAMS, for_programs(from.view, &flow))];
    let lists = lists.map(|(name, text)| (name.to_owned(), text));
    let file = |name: &str, bytes: Vec<u8>| Artifact { path: format!("{FOLDER}{name}"), bytes };
    let texts = lists.into_iter().chain(pages).map(|(name, text)| file(&name, text.into_bytes()));
    let images = from.images.iter().map(|image| file(&image.path, image.bytes.clone()));
    Ok(texts.chain(images).collect())
}

fn contents(view: &View, flow: &BookletFlow) -> String {
    format!("# {}\n\n{}", escaped(&view.words.contents), list(flow))
}

/// In the form that <https://llmstxt.org> describes.
fn for_programs(view: &View, flow: &BookletFlow) -> String {
    let edition = &view.edition;
    let said = [&edition.as_of_line, &view.words.disclaimer].map(|text| escaped(text));
    let notices: String =
        view.notices.iter().map(|it| format!("**{}.** {}\n\n", escaped(&it.title), escaped(&it.text))).collect();
    let contents = escaped(&view.words.contents);
    format!("# {}\n\n> {}\n\n{notices}## {contents}\n\n{}", escaped(&edition.title), said.join(" "), list(flow))
}

fn list(flow: &BookletFlow) -> String {
    let line = |(piece, level): (&super::flow::FlowPiece, u8)| {
        let indent = if level == 2 { "  " } else { "" };
        format!("{indent}- [{}]({}.md)\n", escaped(&piece.title), piece.id)
    };
    flow.outline().map(line).collect()
}
