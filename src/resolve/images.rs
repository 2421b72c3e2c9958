//! The images that bodies show: that they are there, that they are what their ending says, and that an SVG is a picture
//! and nothing else. Looked at only as far as that takes; the pixels are for the engines.

mod svg;

use std::collections::BTreeMap;

use crate::diag::{Both, Finding, Place, Sink};
use crate::messages::{images as reasons, markdown};
use crate::model::corpus::Records;
use crate::model::subject::Subject;
use crate::model::text::{Body, images};
use crate::source::Sources;
use crate::syntax::markdown::stays_inside;
use crate::syntax::record::suggest_id;

/// Looks at every image that a body refers to, and at the office's emblem; at the bytes of each once.
pub fn check(records: &Records, sources: &Sources, sink: &mut Sink) {
    let excerpts = records.excerpts.values().map(|it| (Subject::Excerpt(it.id.clone()), &it.body));
    let guidance = records.guidance.values().map(|it| (Subject::Guidance(it.id.clone()), &it.body));
    let mut looked_at: BTreeMap<&str, Option<Both>> = BTreeMap::new();
    let shown: Vec<(Subject, &Body)> = excerpts.chain(guidance).collect();
    for (subject, image) in
        shown.iter().flat_map(|(subject, body)| images(body).into_iter().map(move |it| (subject, it)))
    {
        let place = Place::Body(subject.clone(), image.range.clone());
        shown_image(&image.path, &place, sources, &mut looked_at, sink);
    }
    if let Some(logo) = &records.settings.look.logo {
        let place = Place::Entry(Subject::Settings, "look.logo.file".to_owned());
        if !stays_inside(&logo.file) {
            sink.push(missing(&logo.file, place));
        } else {
            shown_image(&logo.file, &place, sources, &mut looked_at, sink);
        }
    }
}

fn shown_image<'a>(
    path: &'a str,
    place: &Place,
    sources: &Sources,
    looked_at: &mut BTreeMap<&'a str, Option<Both>>,
    sink: &mut Sink,
) {
    let finding = |code| Finding::new(code, place.clone()).arg("path", path);
    match sources.images.get(path) {
        // The name is a part of the page's address.
        Some(_) if !path.split('/').all(is_plain) => {
            sink.push(finding(markdown::BAD_IMAGE).arg("reason", reasons::name()).help(reasons::rename(&plain(path))));
        }
        Some(bytes) => {
            if let Some(reason) = looked_at.entry(path).or_insert_with(|| fault(path, bytes)) {
                sink.push(finding(markdown::BAD_IMAGE).arg("reason", reason.clone()));
            }
        }
        // A path that leads out of the corpus was reported where it was read.
        None if !stays_inside(path) => {}
        None => sink.push(missing(path, place.clone())),
    }
}

fn missing(path: &str, place: Place) -> Finding {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    Finding::new(markdown::NO_IMAGE, place).arg("path", path).arg("name", name)
}

fn is_plain(part: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain)
}

/// The path with letters, digits, hyphens and full stops only.
fn plain(path: &str) -> String {
    path.split('/').map(suggest_id).collect::<Vec<_>>().join("/")
}

/// What is wrong with an image; `None` for one that may be shown.
fn fault(path: &str, bytes: &[u8]) -> Option<Both> {
    if bytes.is_empty() {
        return Some(reasons::empty());
    }
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let (name, is_whole): (&str, fn(&[u8]) -> bool) = match ending {
        "png" => ("PNG", png_is_whole),
        "jpg" | "jpeg" => ("JPEG", jpeg_is_whole),
        _ => ("SVG", |_| true),
    };
    match kind(bytes) {
        Some(found) if found == name => {
            if !is_whole(bytes) {
                return Some(reasons::cut());
            }
            if name == "SVG" { svg::fault(bytes) } else { None }
        }
        Some(found) => Some(reasons::other_kind(found, name)),
        None => Some(reasons::no_kind(name)),
    }
}

/// What the first bytes say.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 7] = [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"RIFF", "WebP"),
        (b"BM", "BMP"),
        (b"%PDF", "PDF"),
        (b"PK\x03\x04", "ZIP (Word, Excel)"),
    ];
    let found = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name);
    found.or_else(|| svg::looks_like(bytes).then_some("SVG"))
}

/// From the header to the chunk that ends it.
fn png_is_whole(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"IHDR") && bytes.windows(8).any(|chunk| chunk == b"IEND\xaeB`\x82")
}

/// The mark of its end; what cameras put after it does no harm.
fn jpeg_is_whole(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|mark| mark == b"\xff\xd9")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82";

    #[test]
    fn whole_files_are_accepted() {
        assert_eq!(fault("images/a.png", PNG), None);
        assert_eq!(fault("images/a.jpg", b"\xff\xd8\xff\xe0data\xff\xd9"), None);
        assert_eq!(fault("images/a.jpeg", b"\xff\xd8\xff\xe0data\xff\xd9 and more"), None);
        assert_eq!(fault("images/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
    }

    #[test]
    fn an_ending_must_be_true() {
        let said = |path: &str, bytes: &[u8]| fault(path, bytes).map(|reason| reason.en);
        assert_eq!(said("a.jpg", PNG), Some(reasons::other_kind("PNG", "JPEG").en));
        assert_eq!(said("a.png", b"PK\x03\x04"), Some(reasons::other_kind("ZIP (Word, Excel)", "PNG").en));
        assert_eq!(said("a.svg", "Sơ đồ".as_bytes()), Some(reasons::no_kind("SVG").en));
        assert_eq!(said("a.png", b""), Some(reasons::empty().en));
        assert_eq!(said("a.png", &PNG[..PNG.len() - 2]), Some(reasons::cut().en));
        assert_eq!(said("a.jpg", b"\xff\xd8\xff\xe0data"), Some(reasons::cut().en));
    }
}
