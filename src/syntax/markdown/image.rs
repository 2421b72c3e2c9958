//! Images: a block of their own, with words for those who do not see them, and a path that stays inside the corpus.
//! Whether the file exists is not looked at here.

use std::ops::Range;

use super::inline::InlineNode;
use super::reader::MarkdownReader;
use crate::model::text::Image;
use crate::syntax::messages::markdown as codes;

/// The image, with findings for what is wrong with it. It stays in the tree either way, so that later stages say what
/// they have to say about it too.
pub fn checked(
    reader: &mut MarkdownReader<'_, '_>,
    path: String,
    title: &str,
    alt: String,
    range: Range<usize>,
) -> Image {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    if !stays_inside(&path) {
        reader.report(codes::NO_IMAGE, range.clone(), &[("path", &path), ("name", &name)]);
    }
    let words = alt.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        reader.report(codes::NO_ALT, range.clone(), &[("path", &path)]);
    }
    let alt = if words.is_empty() { name } else { words };
    let caption = Some(title.trim()).filter(|title| !title.is_empty()).map(str::to_owned);
    Image { path, alt, caption, range }
}

/// Relative, of plain parts: no scheme or drive, no way up, nothing that other systems read in another way.
pub fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    !path.contains(|sign: char| sign == ':' || sign == '\\' || sign.is_control()) && path.split('/').all(plain)
}

/// The image, if it is all there is.
pub fn alone(nodes: &mut Vec<InlineNode>) -> Option<Image> {
    if !matches!(nodes.as_slice(), [InlineNode::Image(_)]) {
        return None;
    }
    match nodes.pop() {
        Some(InlineNode::Image(image)) => Some(image),
        _ => None,
    }
}
