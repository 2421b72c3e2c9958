//! Text in an SVG, as Typst sets it: in the family that the file names, if it is one of the shipped ones, or else in
//! that of the booklet; character by character in any other that has it.

use std::collections::BTreeSet;

use icu_normalizer::ComposingNormalizerBorrowed;
use ttf_parser::Face;
use usvg::fontdb::{Database, Family, ID, Query, Stretch, Style, Weight};
use usvg::{Font, FontFamily, FontResolver, FontStyle, Text};

use super::super::ImageFault;
use crate::resolve::messages::images;

/// The family of the booklet's running text.
const BOOKLET: &str = "Liberation Serif";

/// Chooses fonts as Typst does.
pub fn resolver() -> FontResolver<'static> {
    FontResolver {
        select_font: Box::new(|font, fonts| select(font, fonts)),
        select_fallback: FontResolver::default_fallback_selector(),
    }
}

fn select(font: &Font, fonts: &Database) -> Option<ID> {
    let named = font.families().iter().filter_map(|family| match family {
        FontFamily::Named(name) => Some(Family::Name(name)),
        _ => None,
    });
    let families: Vec<Family> = named.chain([Family::Name(BOOKLET)]).collect();
    let style = match font.style() {
        FontStyle::Normal => Style::Normal,
        FontStyle::Italic => Style::Italic,
        FontStyle::Oblique => Style::Oblique,
    };
    fonts.query(&Query { families: &families, weight: Weight(font.weight()), stretch: Stretch::Normal, style })
}

/// Returns whether the fonts have every character of some text.
///
/// # Errors
/// The first that none of them has: Typst would leave out the whole of the text and say nothing.
pub fn characters<'t>(texts: impl Iterator<Item = &'t str>, fonts: &Database) -> Result<(), ImageFault> {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let all: BTreeSet<char> = texts.flat_map(|text| nfc.normalize(text).chars().collect::<Vec<_>>()).collect();
    let has_no_shape = |it: &char| matches!(it, ' ' | '\t' | '\n' | '\r') || is_ignorable(*it);
    match all.iter().find(|it| !has_no_shape(it) && (is_private(**it) || !is_in(fonts, **it))) {
        Some(character) => Err(images::svg_letter(&character.to_string()).into()),
        None => Ok(()),
    }
}

fn is_in(fonts: &Database, character: char) -> bool {
    let has = |data: &[u8], index| Face::parse(data, index).is_ok_and(|face| face.glyph_index(character).is_some());
    fonts.faces().any(|face| fonts.with_face_data(face.id, has).unwrap_or(false))
}

/// Returns whether each glyph that was set can be taken out of the PDF as text again.
///
/// # Errors
/// Some cannot.
pub fn glyphs(text: &Text) -> Result<(), ImageFault> {
    for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
        if glyph.id.0 == 0 {
            return Err(images::svg_letter(&glyph.text).into());
        }
        // Marks that have a glyph of their own, as in Hebrew, belong to the text of another.
        if glyph.text.is_empty() {
            return Err(images::svg_script_of_marks().into());
        }
    }
    Ok(())
}

/// A meaning in one font only; PDF/A does not allow it.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{feff}')
}

/// Joiners, marks of direction, soft hyphens.
fn is_ignorable(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}
