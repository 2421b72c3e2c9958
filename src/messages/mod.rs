//! Every sentence a person reads, Vietnamese and English side by side. Logic is elsewhere: a code has fixed words with
//! `{holes}`, and the finding fills the holes.
//!
//! To add a code: an entry in the file of its stage, a folder `tests/diagnostics/<code>/`, and a finding that uses it.

pub mod annexes;
pub mod booklet;
pub mod built;
pub mod characters;
pub mod citation;
pub mod colophon;
pub mod compare;
pub mod copies;
pub mod days;
pub mod edition;
pub mod endings;
pub mod files;
pub mod gaps;
pub mod handout;
pub mod images;
pub mod layout;
pub mod mail;
pub mod markdown;
pub mod output;
pub mod references;
pub mod report;
pub mod selection;
pub mod serve;
pub mod settings;
pub mod templates;
pub mod time;
pub mod unreadable;
pub mod validity;
pub mod verify;
pub mod waivers;
pub mod web;
pub mod web_files;
pub mod words;
pub mod yaml;

use std::fmt;

use crate::diag::{Both, Severity};

/// The language of messages. The booklet itself is Vietnamese in either case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

/// What is said about a code in one language.
#[derive(Debug)]
pub struct Words {
    /// What is wrong, with `{holes}`.
    pub message: &'static str,
    /// What to write instead, with `{holes}`.
    pub help: &'static str,
    /// Why this is a fault: the text of `camnang explain`.
    pub why: &'static str,
}

/// One entry of the catalogue of codes.
#[derive(Debug)]
pub struct Entry {
    /// Stable for ever: `CN104`.
    pub id: &'static str,
    pub severity: Severity,
    pub vi: Words,
    pub en: Words,
    /// The fault and its mend, as an editor would see them.
    pub example: &'static str,
}

impl Entry {
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// A code of the catalogue.
#[derive(Clone, Copy)]
pub struct Code(&'static Entry);

impl Code {
    pub fn entry(self) -> &'static Entry {
        self.0
    }

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
        $(pub const $name: $crate::messages::Code = $crate::messages::Code::declare(&$crate::messages::Entry {
            id: $id,
            severity: $crate::diag::Severity::$severity,
            vi: $crate::messages::Words { message: $vi_message, help: $vi_help, why: $vi_why },
            en: $crate::messages::Words { message: $en_message, help: $en_help, why: $en_why },
            example: $example,
        });)*

        pub(super) const ALL: &[$crate::messages::Code] = &[$($name),*];
    };
}
pub(crate) use codes;

impl Code {
    const fn declare(entry: &'static Entry) -> Self {
        Code(entry)
    }
}

/// Every code, in the order of their numbers.
pub fn all() -> Vec<Code> {
    let mut codes = [
        files::ALL,
        characters::ALL,
        unreadable::ALL,
        yaml::ALL,
        markdown::ALL,
        references::ALL,
        time::ALL,
        edition::ALL,
        waivers::ALL,
        settings::ALL,
        mail::ALL,
        web_files::ALL,
        report::ALL,
    ]
    .concat();
    codes.sort_by_key(|code| code.id());
    codes
}

/// The code with this id, whatever the case of its letters.
pub fn find(id: &str) -> Option<Code> {
    all().into_iter().find(|code| code.id().eq_ignore_ascii_case(id))
}

/// Fills the `{holes}` of a sentence. A hole without an argument stays as it is, which the tests forbid.
pub fn fill(sentence: &str, args: &[(&'static str, Both)], lang: Lang) -> String {
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
    fn codes_are_distinct_and_said_in_both_languages() {
        let codes = all();
        for pair in codes.windows(2) {
            assert!(pair[0].id() < pair[1].id(), "{} stands twice", pair[0].id());
        }
        for code in codes {
            for lang in [Lang::Vi, Lang::En] {
                let words = code.entry().words(lang);
                assert!(!words.message.is_empty() && !words.help.is_empty() && !words.why.is_empty(), "{code:?}");
            }
            assert!(!code.entry().example.is_empty(), "{code:?}");
        }
    }

    #[test]
    fn holes() {
        let args = [("key", Both::new("khoá", "key"))];
        assert_eq!(fill("a {key} b", &args, Lang::Vi), "a khoá b");
        assert_eq!(fill("a {other} b {", &args, Lang::En), "a {other} b {");
    }
}
