//! Fonts that are encodings: text in `.VnTime` is stored in the letters of Western Europe, and shown by the font.

use std::borrow::Cow;

use crate::characters::legacy::Legacy;

/// Letters as their font shows them, and the encoding, where the font is one.
pub fn shown<'t>(text: &'t str, font: Option<&str>) -> (Cow<'t, str>, Option<&'static str>) {
    let Some((legacy, in_capitals)) = font.and_then(encoding) else { return (text.into(), None) };
    let read = legacy.read(text);
    let read = if in_capitals { read.to_uppercase() } else { read };
    if read == text { (text.into(), None) } else { (read.into(), Some(legacy.name())) }
}

/// The encoding of a font, and whether it shows capitals alone.
fn encoding(font: &str) -> Option<(Legacy, bool)> {
    let name = font.trim().to_lowercase();
    if name.starts_with(".vn") {
        // `.VnTimeH` has the shapes of capitals in the places of small letters.
        return Some((Legacy::Tcvn3, font.trim().ends_with('H')));
    }
    name.starts_with("vni").then_some((Legacy::Vni, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_encodings() {
        for (text, font, read) in [
            ("§iÒu 1. Tæ chøc", ".VnTime", "Điều 1. Tổ chức"),
            ("nghÞ ®Þnh", ".VnTimeH", "NGHỊ ĐỊNH"),
            ("Toå chöùc", "VNI-Times", "Tổ chức"),
            ("Tổ chức", ".VnTime", "Tổ chức"),
            ("Tæ chøc", "Times New Roman", "Tæ chøc"),
        ] {
            assert_eq!(shown(text, Some(font)).0, read);
        }
    }
}
