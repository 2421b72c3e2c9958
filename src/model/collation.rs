//! Vietnamese alphabetical order: a ă â b c d đ e ê …, tones after letters.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

/// Compares texts as a Vietnamese dictionary does.
pub struct Vietnamese(Option<CollatorBorrowed<'static>>);

impl Vietnamese {
    /// Makes a collator for Vietnamese.
    #[allow(clippy::new_without_default, reason = "loading the tables is work that a caller should see")]
    pub fn new() -> Self {
        Self::of("vi")
    }

    fn of(locale: &str) -> Self {
        let locale = locale.parse::<icu_locale_core::Locale>().ok();
        Vietnamese(locale.and_then(|locale| Collator::try_new(locale.into(), CollatorOptions::default()).ok()))
    }

    /// Numbers within the texts count as numbers: 72 is before 102.
    pub fn numeric() -> Self {
        Self::of("vi-u-kn")
    }

    /// Compares two texts as a Vietnamese dictionary does.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match &self.0 {
            Some(collator) => collator.compare(a, b).then_with(|| a.cmp(b)),
            None => a.cmp(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_numbers() {
        let order = Vietnamese::numeric();
        let mut words = vec!["Nghị định số 102/2009/NĐ-CP", "Nghị định số 72/2013/NĐ-CP", "Nghị"];
        words.sort_by(|a, b| order.compare(a, b));
        assert_eq!(words, ["Nghị", "Nghị định số 72/2013/NĐ-CP", "Nghị định số 102/2009/NĐ-CP"]);
    }

    #[test]
    fn letters_before_tones() {
        let order = Vietnamese::new();
        let mut words = vec!["đường", "dương", "dượng", "đương", "ăn", "an", "ân", "ba"];
        words.sort_by(|a, b| order.compare(a, b));
        assert_eq!(words, ["an", "ăn", "ân", "ba", "dương", "dượng", "đương", "đường"]);
    }
}
