//! The look: what an office has chosen, and what the booklet has without.

use super::{AccentView, LogoView, LookView, MarginsView};
use crate::model::settings::Look;

/// In tenths of a millimetre: within those of Decree 30/2020/NĐ-CP, annex I.
const TOP: u16 = 250;
const BOTTOM: u16 = 200;
const LEFT: u16 = 300;
const RIGHT: u16 = 180;
/// In tenths of a point.
const TEXT_SIZE: u16 = 120;
/// In tenths of a millimetre.
const LOGO_HEIGHT: u16 = 200;

pub fn look(look: &Look) -> LookView {
    let tenths = |chosen: Option<u16>, without: u16| f64::from(chosen.unwrap_or(without)) / 10.0;
    LookView {
        accent: look
            .accent
            .map(|accent| AccentView { light: accent.to_string(), dark: Look::on_dark(accent).to_string() }),
        logo: look.logo.as_ref().map(|logo| LogoView {
            path: logo.file.clone(),
            alt: logo.alt.clone(),
            height: tenths(logo.height, LOGO_HEIGHT),
        }),
        margins: MarginsView {
            top: tenths(look.margins.top, TOP),
            bottom: tenths(look.margins.bottom, BOTTOM),
            left: tenths(look.margins.left, LEFT),
            right: tenths(look.margins.right, RIGHT),
        },
        text_size: tenths(look.text_size, TEXT_SIZE),
    }
}
