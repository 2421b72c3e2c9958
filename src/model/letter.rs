//! The letter (công văn) that goes with each copy of a hand-out, as far as an office has said it in its settings.

use super::date::Date;

/// An absent value is left blank in the letter, to be filled in by hand: a number, a day or a signer is never made up.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LetterSettings {
    /// The body above the issuing one; that of the edition's issuer when absent.
    pub parent: Option<String>,
    /// The body that issues the letter; the edition's issuer when absent.
    pub issuer: Option<String>,
    /// The number in full, `12/TTA-KT`, or the symbol alone with its slash, `/TTA-KT`, where the number is written by hand.
    pub number: Option<String>,
    /// `Hà Nội`
    pub place: Option<String>,
    pub date: Option<Date>,
    /// The words behind «V/v».
    pub subject: Option<String>,
    /// The body after the sentence that says what is sent; a plain notice when there are none.
    pub paragraphs: Vec<String>,
    /// `KT. GIÁM ĐỐC`: on whose behalf it is signed, where it is.
    pub authority: Option<String>,
    /// `PHÓ GIÁM ĐỐC`
    pub position: Option<String>,
    pub signer: Option<String>,
    /// Who else gets the letter («Nơi nhận») after «Như trên».
    pub recipients: Vec<String>,
    /// The file that goes with a booklet which leaves something out.
    pub reference: Companion,
    /// The program that signs a letter, and its arguments, in which `{in}` and `{out}` stand for the two files.
    pub sign: Vec<String>,
}

/// A file with everything that goes with each copy, where the booklet leaves something out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Companion {
    /// The reference PDF.
    #[default]
    PdfFull,
    /// The whole site in one file.
    Single,
}

impl Companion {
    pub const ALL: [Companion; 2] = [Companion::PdfFull, Companion::Single];

    /// Returns the key in YAML, which is also the name of the output.
    pub fn key(self) -> &'static str {
        match self {
            Companion::PdfFull => "pdf-full",
            Companion::Single => "single",
        }
    }
}
