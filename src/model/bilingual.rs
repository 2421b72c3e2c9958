//! Phrases in both languages of the program.

/// A phrase in both languages of the tool.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Bilingual {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    /// Makes a phrase of its words in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Bilingual { vi: vi.into(), en: en.into() }
    }

    /// The same words in both languages: names, numbers, quotations of the editor's own text.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Bilingual { vi: words.clone(), en: words }
    }

    /// What an editor wrote, which English runs quote as such.
    pub fn quoted(words: &str) -> Self {
        Bilingual { vi: words.to_owned(), en: format!("«{words}»") }
    }
}

impl From<&str> for Bilingual {
    fn from(words: &str) -> Self {
        Bilingual::same(words)
    }
}

impl From<String> for Bilingual {
    fn from(words: String) -> Self {
        Bilingual::same(words)
    }
}
