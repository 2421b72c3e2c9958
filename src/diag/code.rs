//! Codes and their words. A code has fixed sentences with `{holes}`, and the finding fills the holes.
//!
//! To add a code: an entry in `messages` of the stage that finds it, a folder `tests/diagnostics/<code>/`, and a finding
//! that uses it.

use std::fmt;

use super::{Bilingual, Lang, Severity};

/// The words of a code in one language.
#[derive(Debug)]
pub struct CodeWords {
    /// The fault, with `{holes}`.
    pub message: &'static str,
    /// What to write instead, with `{holes}`.
    pub help: &'static str,
    /// Why this is a fault: the text of `camnang explain`.
    pub why: &'static str,
}

/// One entry of the catalogue of codes.
#[derive(Debug)]
pub struct CatalogueEntry {
    /// Stable for ever: `CN104`.
    pub id: &'static str,
    pub severity: Severity,
    pub vi: CodeWords,
    pub en: CodeWords,
    /// The fault and its fix, as an editor would see them.
    pub example: &'static str,
}

impl CatalogueEntry {
    /// Returns what is said in one language.
    pub fn words(&self, lang: Lang) -> &CodeWords {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// A code of the catalogue.
#[derive(Clone, Copy)]
pub struct Code(&'static CatalogueEntry);

impl Code {
    /// For [`codes!`]: a code is declared once, with its words.
    pub(crate) const fn declare(entry: &'static CatalogueEntry) -> Self {
        Code(entry)
    }

    /// Returns what the catalogue has on the code.
    pub fn entry(self) -> &'static CatalogueEntry {
        self.0
    }

    /// Returns the stable id, such as `CN104`.
    pub fn id(self) -> &'static str {
        self.0.id
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Code {}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Declares the codes of one stage, and the list of them.
macro_rules! codes {
    ($($name:ident = $id:literal $severity:ident {
        vi: $vi_message:literal => $vi_help:literal, $vi_why:literal;
        en: $en_message:literal => $en_help:literal, $en_why:literal;
        example: $example:literal
    })*) => {
        $(pub const $name: $crate::diag::Code = $crate::diag::Code::declare(&$crate::diag::CatalogueEntry {
            id: $id,
            severity: $crate::diag::Severity::$severity,
            vi: $crate::diag::CodeWords { message: $vi_message, help: $vi_help, why: $vi_why },
            en: $crate::diag::CodeWords { message: $en_message, help: $en_help, why: $en_why },
            example: $example,
        });)*

        pub const ALL: &[$crate::diag::Code] = &[$($name),*];
    };
}
pub(crate) use codes;

/// Declares phrases for the holes of sentences: one function each.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $vi:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> $crate::diag::Bilingual {
            $crate::diag::Bilingual::new($vi, $en)
        }
    )*};
}
pub(crate) use phrases;

/// Fills the `{holes}` of a sentence. A hole without an argument stays as it is, which the tests forbid.
pub fn fill(sentence: &str, args: &[(&'static str, Bilingual)], lang: Lang) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let (before, from_open) = rest.split_at(open);
        filled.push_str(before);
        rest = from_open;
        let Some(close) = from_open.find('}') else { break };
        let name = &from_open[1..close];
        match args.iter().find(|(known, _)| *known == name) {
            Some((_, words)) => filled.push_str(words.get(lang)),
            None => filled.push_str(&from_open[..=close]),
        }
        rest = &from_open[close + 1..];
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes() {
        let args = [("key", Bilingual::new("khoá", "key"))];
        assert_eq!(fill("a {key} b", &args, Lang::Vi), "a khoá b");
        assert_eq!(fill("a {other} b {", &args, Lang::En), "a {other} b {");
    }
}
