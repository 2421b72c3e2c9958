//! The languages of messages, and phrases in both.

pub use crate::model::bilingual::Bilingual;

/// The language of messages. The booklet itself is Vietnamese in either case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Returns the words in this language, of two that mean the same.
    pub fn tr<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

impl Bilingual {
    /// Returns the words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// Words of at most 600 characters: what was taken from the corpus may be as long as a file.
    #[must_use]
    pub fn cut(self) -> Self {
        Bilingual { vi: cut(self.vi), en: cut(self.en) }
    }
}

/// The longest words that fill a hole, in characters.
const LONGEST: usize = 600;

fn cut(words: String) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}
