//! The look: what an office has chosen, and what the booklet has without.

use super::{AccentView, LogoView, LookView, MarginsView};
use crate::model::settings::{Logo, Look, Margins};

/// In tenths of a millimetre: within those of Decree 30/2020/NĐ-CP, annex I.
const TOP: u16 = 200;
const BOTTOM: u16 = 200;
const LEFT: u16 = 300;
const RIGHT: u16 = 180;
/// In tenths of a point.
const TEXT_SIZE: u16 = 105;
/// In tenths of a millimetre.
const LOGO_HEIGHT: u16 = 200;

/// Returns what the settings say about the look, in the units that both outputs take.
pub fn look(look: &Look) -> LookView {
    let Look { accent, logo, margins: Margins { top, bottom, left, right }, text_size, binding } = look;
    let tenths = |chosen: Option<u16>, without: u16| f64::from(chosen.unwrap_or(without)) / 10.0;
    LookView {
        accent: accent.map(|accent| AccentView { light: accent.to_string(), dark: Look::on_dark(accent).to_string() }),
        logo: logo.as_ref().map(|Logo { file, alt, height }| LogoView {
            path: file.clone(),
            alt: alt.clone(),
            height: tenths(*height, LOGO_HEIGHT),
        }),
        margins: MarginsView {
            top: tenths(*top, TOP),
            bottom: tenths(*bottom, BOTTOM),
            left: tenths(*left, LEFT),
            right: tenths(*right, RIGHT),
        },
        text_size: tenths(*text_size, TEXT_SIZE),
        binding: binding.key().to_owned(),
    }
}
