//! Where the text of an instrument can be opened.

/// An address at which a reader can open the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextAt {
    /// Begins with `https://` or `http://`.
    pub address: String,
    pub kind: TextKind,
    /// What of the text is there, where it is not the whole.
    pub note: Option<String>,
}

/// Whose copy of the text an address leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TextKind {
    /// Of the gazette, of the issuer, or of another office that publishes it.
    Official,
    /// Of somebody else.
    Reprint,
}

impl TextKind {
    pub const ALL: [TextKind; 2] = [TextKind::Official, TextKind::Reprint];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            TextKind::Official => "official",
            TextKind::Reprint => "reprint",
        }
    }
}
