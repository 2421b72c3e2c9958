//! Colours: read from `#1d4477`, and compared as the accessibility guidelines of the web compare them (WCAG 2.2). The
//! comparison is of lightness alone, so that what passes it is distinct on a grey copy too.

use std::fmt;
use std::str::FromStr;

/// A colour of the screen (sRGB), written `#1d4477`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The least contrast of text (WCAG 2.2, 1.4.3).
pub const LEGIBLE: f64 = 4.5;

impl Colour {
    pub const BLACK: Colour = Colour::new(0, 0, 0);
    pub const WHITE: Colour = Colour::new(255, 255, 255);

    /// A colour of sRGB by its three parts, 0 to 255.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Colour { red, green, blue }
    }

    /// From 1, the same lightness, to 21, black on white.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The colour itself, or as little of `towards` mixed into it as makes it stand out from `ground` by `contrast`.
    pub fn apart(self, ground: Colour, towards: Colour, contrast: f64) -> Colour {
        let mixed = (0..=STEPS).map(|step| self.mixed(towards, step));
        mixed.into_iter().find(|colour| colour.contrast(ground) >= contrast).unwrap_or(towards)
    }

    fn mixed(self, other: Colour, step: u32) -> Colour {
        let part = |own: u8, other: u8| {
            let sum = u32::from(own) * (STEPS - step) + u32::from(other) * step;
            u8::try_from(sum / STEPS).unwrap_or(u8::MAX)
        };
        Colour::new(part(self.red, other.red), part(self.green, other.green), part(self.blue, other.blue))
    }
}

const STEPS: u32 = 64;

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl FromStr for Colour {
    type Err = ();

    /// Six hex digits, with or without `#`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(());
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| ());
        Ok(Colour::new(part(0)?, part(2)?, part(4)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_back() {
        assert_eq!("#1D4477".parse(), Ok(Colour::new(0x1d, 0x44, 0x77)));
        assert_eq!("1d4477".parse::<Colour>().map(|colour| colour.to_string()).as_deref(), Ok("#1d4477"));
        for wrong in ["", "#fff", "#12345g", "red", "#1d44770", "#+1+2+3", "ộộ", "rgb(0,0,0)"] {
            assert_eq!(wrong.parse::<Colour>(), Err(()), "{wrong}");
        }
    }

    /// Known values: black on white is 21, #767676 on white is the lightest grey that is legible.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let grey = |part: u8| Colour::new(part, part, part);
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!(grey(0x76).contrast(Colour::WHITE) >= LEGIBLE);
        assert!(grey(0x77).contrast(Colour::WHITE) < LEGIBLE);
        assert!((Colour::new(255, 0, 0).contrast(Colour::WHITE) - 3.998).abs() < 0.001);
    }

    #[test]
    fn what_is_set_apart_is_legible_and_no_further_away_than_it_must_be() {
        let dark = Colour::new(0x1d, 0x44, 0x77);
        assert_eq!(dark.apart(Colour::WHITE, Colour::BLACK, LEGIBLE), dark);
        for colour in ["#ffd54f", "#f28c28", "#00c853", "#ffffff"].map(|text| text.parse::<Colour>().unwrap()) {
            let darker = colour.apart(Colour::WHITE, Colour::BLACK, LEGIBLE);
            assert!((LEGIBLE..LEGIBLE + 0.6).contains(&darker.contrast(Colour::WHITE)), "{colour} {darker}");
        }
    }
}
