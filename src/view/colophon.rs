//! The last page: what made the booklet, how to check it, and where its web edition is.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

use super::timeline::{DrawingView, ShapeRole, ShapeView};
use super::{EditionView, Notice};
use crate::language::vi::colophon;

/// The last page: what the booklet was made from, and how to check a copy of it.
#[derive(Serialize, Clone, Debug)]
pub struct ColophonView {
    /// The facts of the booklet's making, in order.
    pub facts: Vec<FactView>,
    /// How to check a copy, and how it was set.
    pub notices: Vec<Notice>,
    /// Absent where the corpus names no address; then `no_web` says so.
    pub web: Option<WebView>,
    pub no_web: Option<String>,
}

/// A name and a value, both in the reader's words.
#[derive(Serialize, Clone, Debug)]
pub struct FactView {
    pub name: String,
    pub text: String,
    /// Whether each character counts: a hash, a command.
    pub exact: bool,
}

/// The web edition.
#[derive(Serialize, Clone, Debug)]
pub struct WebView {
    pub address: String,
    /// The address as a QR code; absent where it is too long for one.
    pub code: Option<DrawingView>,
}

pub(super) fn colophon(edition: &EditionView, generator: &str) -> ColophonView {
    let fact = |name: &str, text: String, exact: bool| FactView { name: name.to_owned(), text, exact };
    let label = edition.label.as_ref().map(|label| format!("{}, {label}", edition.title));
    let web = edition.web_address.as_ref().map(|address| WebView { address: address.clone(), code: code(address) });
    ColophonView {
        facts: vec![
            fact(colophon::EDITION, label.unwrap_or_else(|| edition.title.clone()), false),
            fact(colophon::ID, edition.id.clone(), true),
            fact(colophon::AS_OF, edition.as_of.long.clone(), false),
            fact(colophon::ISSUER, edition.issuer.name.clone(), false),
            fact(colophon::CONTACT, edition.contact.clone(), false),
            fact(colophon::GENERATOR, generator.to_owned(), false),
            fact(colophon::CORPUS, edition.corpus_hash.clone(), true),
        ],
        notices: colophon::notices(),
        no_web: web.is_none().then(|| colophon::NO_WEB.to_owned()),
        web,
    }
}

/// Width of a module in 0.1 mm: wide enough for a telephone over a poor copy.
const MODULE: i32 = 10;
/// Light modules around a code, as ISO/IEC 18004 asks.
const QUIET: i32 = 4;

/// The address as a QR code: every run of dark modules in a row is one area.
fn code(address: &str) -> Option<DrawingView> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let side = code.width();
    let colours = code.to_colors();
    let shapes =
        colours.chunks(side).zip(0i32..).flat_map(|(row, y)| runs(row).into_iter().map(move |run| area(run, y)));
    let width = (side as i32 + 2 * QUIET) * MODULE;
    Some(DrawingView {
        caption: colophon::CODE.to_owned(),
        alt: colophon::code_alt(address),
        width,
        height: width,
        shapes: shapes.collect(),
        texts: Vec::new(),
    })
}

/// The runs of dark modules in a row: from, until.
fn runs(row: &[Color]) -> Vec<(i32, i32)> {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for (colour, x) in row.iter().zip(0..) {
        match (colour, runs.last_mut()) {
            (Color::Light, _) => {}
            (Color::Dark, Some(run)) if run.1 == x => run.1 = x + 1,
            (Color::Dark, _) => runs.push((x, x + 1)),
        }
    }
    runs
}

fn area((from, until): (i32, i32), y: i32) -> ShapeView {
    let [left, right, top, bottom] = [from, until, y, y + 1].map(|at| (at + QUIET) * MODULE);
    let points = vec![[left, top], [right, top], [right, bottom], [left, bottom]];
    ShapeView { role: ShapeRole::Module, points, closed: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules that the shapes cover are those of the code, and nothing lies in the quiet zone.
    #[test]
    fn the_drawing_is_the_code() {
        let address = "https://cam-nang.example/ipv6/";
        let drawn = code(address).unwrap();
        let expected = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
        let side = expected.width() as i32;
        assert_eq!(drawn.width, (side + 8) * MODULE);
        let dark = |x: i32, y: i32| {
            let centre = |at: i32| (at + QUIET) * MODULE + MODULE / 2;
            drawn.shapes.iter().any(|shape| {
                let [left, top] = shape.points[0];
                let [right, bottom] = shape.points[2];
                (left..right).contains(&centre(x)) && (top..bottom).contains(&centre(y))
            })
        };
        for (colour, at) in expected.to_colors().iter().zip(0..) {
            assert_eq!(dark(at % side, at / side), *colour == Color::Dark, "module {at}");
        }
        assert!(!(-QUIET..side + QUIET).any(|at| dark(at, -1) || dark(-1, at) || dark(side, at)));
    }

    #[test]
    fn too_long_an_address_has_no_code() {
        assert!(code(&"a".repeat(4000)).is_none());
    }
}
