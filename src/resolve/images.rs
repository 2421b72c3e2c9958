//! The images that bodies show: that they are there, that they are what their ending says, that an SVG is a picture and
//! nothing else, and that both engines can show them. Each is decoded here, within bounds, so that a build does not stop
//! at one.

mod raster;
mod svg;

use std::collections::BTreeMap;
use std::panic;

use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::hash::sha256;
use crate::model::corpus::Records;
use crate::model::subject::Subject;
use crate::model::text::{Body, images};
use crate::resolve::messages::images;
use crate::source::Sources;
use crate::syntax::markdown::stays_inside;
use crate::syntax::messages::markdown;
use crate::syntax::record::suggest_id;

/// Why an image cannot be shown, and what to do about it where the general advice is not enough.
#[derive(Clone, PartialEq, Debug)]
pub struct ImageFault {
    pub reason: Bilingual,
    pub advice: Option<Bilingual>,
}

/// A look at the bytes of an image.
type ImageCheck = fn(&[u8]) -> Result<(), ImageFault>;

impl From<Bilingual> for ImageFault {
    fn from(reason: Bilingual) -> Self {
        ImageFault { reason, advice: None }
    }
}

/// A cache of image checks, by the hash of the bytes and the file ending: decoding every image again after each edit
/// would keep an editor waiting.
#[derive(Default, Debug)]
pub struct Seen {
    of: BTreeMap<(String, String), Option<ImageFault>>,
}

impl Seen {
    fn fault(&mut self, path: &str, bytes: &[u8]) -> Option<ImageFault> {
        self.of.entry((sha256(bytes), ending(path).to_owned())).or_insert_with(|| fault(path, bytes).err()).clone()
    }
}

/// Looks at every image that a body refers to, and at the office's emblem; at the bytes of each once.
pub fn check(records: &Records, sources: &Sources, seen: &mut Seen, sink: &mut Sink) {
    let excerpts = records.excerpts.values().map(|it| (Subject::Excerpt(it.id.clone()), &it.body));
    let guidance = records.guidance.values().map(|it| (Subject::Guidance(it.id.clone()), &it.body));
    let mut looked_at: BTreeMap<&str, Option<ImageFault>> = BTreeMap::new();
    let shown: Vec<(Subject, &Body)> = excerpts.chain(guidance).collect();
    for (subject, image) in
        shown.iter().flat_map(|(subject, body)| images(body).into_iter().map(move |it| (subject, it)))
    {
        let place = Place::Body(subject.clone(), image.range.clone());
        shown_image(&image.path, &place, sources, (&mut looked_at, seen), sink);
    }
    if let Some(logo) = &records.settings.look.logo {
        let place = Place::Entry(Subject::Settings, "look.logo.file".to_owned());
        if !stays_inside(&logo.file) {
            sink.push(missing(&logo.file, sources, place));
        } else {
            shown_image(&logo.file, &place, sources, (&mut looked_at, seen), sink);
        }
    }
}

fn shown_image<'a>(
    path: &'a str,
    place: &Place,
    sources: &Sources,
    (looked_at, seen): (&mut BTreeMap<&'a str, Option<ImageFault>>, &mut Seen),
    sink: &mut Sink,
) {
    let finding = |code| Finding::new(code, place.clone()).arg("path", path);
    match sources.images.get(path) {
        // The name is a part of the page's address.
        Some(_) if !path.split('/').all(is_plain) => {
            sink.push(finding(images::BAD_IMAGE).arg("reason", images::name()).help(images::rename(&plain(path))));
        }
        Some(bytes) => {
            if let Some(fault) = looked_at.entry(path).or_insert_with(|| seen.fault(path, bytes)) {
                let finding = finding(images::BAD_IMAGE).arg("reason", fault.reason.clone());
                sink.push(Finding { help: fault.advice.clone(), ..finding });
            }
        }
        // A path that leads out of the corpus was reported where it was read.
        None if !stays_inside(path) => {}
        None => sink.push(missing(path, sources, place.clone())),
    }
}

/// Names the file that is meant: one whose name has other capitals, or the name that it should have.
fn missing(path: &str, sources: &Sources, place: Place) -> Finding {
    let known = sources.images.keys().find(|known| known.eq_ignore_ascii_case(path));
    let name = known.and_then(|known| known.strip_prefix("images/")).map(str::to_owned);
    let name = name.unwrap_or_else(|| suggest_id(path.rsplit(['/', '\\']).next().unwrap_or(path)));
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

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Returns whether an image may be shown.
///
/// # Errors
/// It may not; the fault says why.
fn fault(path: &str, bytes: &[u8]) -> Result<(), ImageFault> {
    if bytes.is_empty() {
        return Err(images::empty().into());
    }
    let (name, look): (&str, ImageCheck) = match ending(path) {
        "png" => ("PNG", raster::png),
        "jpg" | "jpeg" => ("JPEG", raster::jpeg),
        _ => ("SVG", svg::drawing),
    };
    match kind(bytes) {
        // A decoder that fails in a way of its own has not shown the image either.
        Some(found) if found == name => {
            panic::catch_unwind(|| look(bytes)).unwrap_or_else(|_| Err(images::damaged().into()))
        }
        Some(found) => Err(images::other_kind(found, name).into()),
        None => Err(images::no_kind(name).into()),
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

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
        \0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xaeB`\x82";

    #[test]
    fn whole_files_are_accepted() {
        assert_eq!(fault("images/a.png", PNG), Ok(()));
        assert_eq!(fault("images/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Ok(()));
    }

    #[test]
    fn an_ending_must_be_true() {
        let said = |path: &str, bytes: &[u8]| fault(path, bytes).map_err(|fault| fault.reason.en);
        assert_eq!(said("a.jpg", PNG), Err(images::other_kind("PNG", "JPEG").en));
        assert_eq!(said("a.png", b"PK\x03\x04"), Err(images::other_kind("ZIP (Word, Excel)", "PNG").en));
        assert_eq!(said("a.svg", "Sơ đồ".as_bytes()), Err(images::no_kind("SVG").en));
        assert_eq!(said("a.png", b""), Err(images::empty().en));
        assert_eq!(said("a.png", &PNG[..PNG.len() - 2]), Err(images::cut().en));
        assert_eq!(said("a.jpg", b"\xff\xd8\xff\xe0\0\x04da\xff"), Err(images::cut().en));
    }
}
