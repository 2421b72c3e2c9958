//! The faces of the shipped fonts, and which characters each of them has.

use std::collections::BTreeMap;

use ttf_parser::{Face, name_id};

use crate::render::Templates;
use crate::render::typst_input::fonts;

/// A set of styles, one bit for each in [`STYLES`].
pub type Styles = u16;

/// Serif, upright, of normal weight: running text.
pub const REGULAR: Styles = 1;
/// Serif, bold.
pub const BOLD: Styles = 1 << 1;
/// Serif, italic.
pub const ITALIC: Styles = 1 << 2;
/// Serif, bold and italic.
pub const BOLD_ITALIC: Styles = 1 << 3;
/// Sans serif, upright, of normal weight: headings and labels.
pub const SANS: Styles = 1 << 4;
/// Sans serif, bold.
pub const SANS_BOLD: Styles = 1 << 5;
/// Of one width: ids and hashes.
pub const MONO: Styles = 1 << 6;

/// Every style, for what no rule says more of.
pub const ALL: Styles = REGULAR | BOLD | ITALIC | BOLD_ITALIC | SANS | SANS_BOLD | MONO;

/// The styles that the templates use: bit, name for reports, family, bold, italic.
pub const STYLES: [(Styles, &str, &str, bool, bool); 7] = [
    (REGULAR, "Liberation Serif", "Liberation Serif", false, false),
    (BOLD, "Liberation Serif Bold", "Liberation Serif", true, false),
    (ITALIC, "Liberation Serif Italic", "Liberation Serif", false, true),
    (BOLD_ITALIC, "Liberation Serif Bold Italic", "Liberation Serif", true, true),
    (SANS, "Liberation Sans", "Liberation Sans", false, false),
    (SANS_BOLD, "Liberation Sans Bold", "Liberation Sans", true, false),
    (MONO, "Liberation Mono", "Liberation Mono", false, false),
];

/// For each character, the styles that have it.
pub struct Coverage {
    /// Styles that the shipped fonts offer.
    known: Styles,
    /// By code point up to U+FFFF, where nearly all text is.
    plane: Vec<Styles>,
    beyond: BTreeMap<u32, Styles>,
}

impl Coverage {
    /// Reads the faces of a font file.
    pub fn read(templates: &Templates) -> Self {
        let mut coverage = Self { known: 0, plane: vec![0; 0x1_0000], beyond: BTreeMap::new() };
        for (_, bytes) in fonts(templates) {
            for index in 0..ttf_parser::fonts_in_collection(bytes).unwrap_or(1) {
                // A file that is no font is reported by the engine that has to set with it.
                if let Ok(face) = Face::parse(bytes, index) {
                    coverage.add(&face);
                }
            }
        }
        coverage
    }

    fn add(&mut self, face: &Face) {
        let Some(family) = family(face) else { return };
        let Some((style, ..)) = STYLES.iter().find(|(_, _, name, bold, italic)| {
            *name == family && *bold == face.is_bold() && *italic == face.is_italic()
        }) else {
            return;
        };
        self.known |= style;
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
            table.codepoints(|point| {
                if table.glyph_index(point).is_some_and(|glyph| glyph.0 != 0) {
                    match self.plane.get_mut(point as usize) {
                        Some(styles) => *styles |= style,
                        None => *self.beyond.entry(point).or_default() |= style,
                    }
                }
            });
        }
    }

    /// Returns the styles among `wanted` that cannot show the character.
    pub fn lacking(&self, character: char, wanted: Styles) -> Styles {
        if needs_no_glyph(character) {
            return 0;
        }
        if is_refused(character) {
            return wanted & self.known;
        }
        let point = u32::from(character);
        let having = match self.plane.get(point as usize) {
            Some(styles) => *styles,
            None => self.beyond.get(&point).copied().unwrap_or(0),
        };
        wanted & self.known & !having
    }
}

/// The family as Typst sees it: the typographic one where a font has it.
fn family(face: &Face) -> Option<String> {
    let named = |id| face.names().into_iter().filter(|name| name.name_id == id).find_map(|name| name.to_string());
    named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))
}

/// True for characters that mean something in one font only, or nothing in any: PDF/A refuses them even where a font has
/// a glyph for them.
fn is_refused(character: char) -> bool {
    let is_private = matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    is_private || character == '\0' || u32::from(character) & 0xfffe == 0xfffe
}

/// True for what Typst handles itself: line ends and tabs, and the characters that Unicode calls default ignorable
/// (soft hyphen, zero-width spaces and joiners, direction marks, variation selectors). U+2011, the hyphen that does not
/// break, is set with the glyph of the ordinary hyphen U+2010.
pub fn needs_no_glyph(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\u{2011}'
            | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}
