//! Images: copied beside the pages, with their size where a few bytes show it.

use std::collections::BTreeMap;

use base64::Engine;

use super::{FOLDER, RenderError};
use crate::render::{Artifact, ImageFile};

pub(super) struct Images<'a> {
    by_path: BTreeMap<&'a str, SiteImage<'a>>,
    /// Whether pages hold them rather than name them.
    within: bool,
}

struct SiteImage<'a> {
    file: &'a ImageFile,
    size: Option<(u32, u32)>,
}

impl<'a> Images<'a> {
    /// A path that leaves the site's folder is refused.
    pub(super) fn new(files: &'a [ImageFile]) -> Result<Self, RenderError> {
        let mut by_path = BTreeMap::new();
        for file in files {
            if !file.path.split('/').all(plain_segment) {
                return Err(RenderError {
                    place: None,
                    message: format!("the path of the image `{}` cannot be part of an address", file.path),
                    hints: vec!["name the file with letters a-z, digits, `-`, `_` and `.` only".to_owned()],
                });
            }
            by_path.insert(file.path.as_str(), SiteImage { file, size: size(&file.bytes) });
        }
        Ok(Images { by_path, within: false })
    }

    /// For a page that has no files beside it.
    pub(super) fn within_pages(self) -> Self {
        Images { within: true, ..self }
    }

    /// What a page shows an image by; `root` leads from the page to the site's folder.
    pub(super) fn address(&self, root: &str, path: &str) -> String {
        let inside = self.by_path.get(path).filter(|_| self.within).map(|image| {
            let data = base64::engine::general_purpose::STANDARD.encode(&image.file.bytes);
            format!("data:{};base64,{data}", kind(path))
        });
        inside.unwrap_or_else(|| format!("{root}{path}"))
    }

    /// Width and height in pixels, `None` if they are not known; an error if there is no such image.
    pub(super) fn size(&self, path: &str) -> Result<Option<(u32, u32)>, RenderError> {
        let image = self.by_path.get(path).ok_or_else(|| RenderError {
            place: None,
            message: format!("the image `{path}` was not handed to the renderer"),
            hints: Vec::new(),
        })?;
        Ok(image.size)
    }

    pub(super) fn artifacts(&self) -> impl Iterator<Item = Artifact> {
        let files = self.by_path.values().map(|image| image.file);
        files.map(|file| Artifact { path: format!("{FOLDER}{}", file.path), bytes: file.bytes.clone() })
    }
}

/// The type of what the corpus may hold as images.
pub(super) fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "image/jpeg",
    }
}

fn plain_segment(segment: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !segment.is_empty() && !segment.starts_with('.') && segment.bytes().all(plain)
}

fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    png_size(bytes).or_else(|| svg_size(bytes))
}

/// The header of a PNG file begins with the size.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..16)?.strip_prefix(b"IHDR")?;
    let number = |at: usize| header.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(0)?, number(4)?))
}

/// The size of the `viewBox` of an SVG file, in whole pixels: what matters is the ratio.
fn svg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tag = text.get(text.find("<svg")?..)?.split('>').next()?;
    let value = tag.split("viewBox=").nth(1)?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let numbers = value.get(1..)?.split(quote).next()?;
    let mut numbers = numbers.split([' ', ',']).filter(|number| !number.is_empty()).skip(2);
    let mut length = || numbers.next()?.parse::<f64>().ok().filter(|length| (1.0..100_000.0).contains(length));
    let (width, height) = (length()?, length()?);
    Some((width.round() as u32, height.round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x10\x08"), Some((256, 16)));
        assert_eq!(size(b"<?xml version='1.0'?><svg viewBox=\"0 0 120.4 80\">"), Some((120, 80)));
        assert_eq!(size(b"<svg width='3'>"), None);
        assert_eq!(size(b"GIF89a"), None);
    }

    #[test]
    fn paths_stay_within_the_site() {
        for path in ["images/../../x.png", "/x.png", "images//x.png", "images/.x", "images/a b.png", "a\\b.png"] {
            assert!(Images::new(&[ImageFile { path: path.to_owned(), bytes: Vec::new() }]).is_err(), "{path}");
        }
    }
}
