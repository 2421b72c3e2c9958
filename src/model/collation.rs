//! Vietnamese alphabetical order: a ă â b c d đ e ê …, tones after letters.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

/// Compares texts as a Vietnamese dictionary does.
pub struct Vietnamese(Option<CollatorBorrowed<'static>>);

impl Vietnamese {
    #[allow(clippy::new_without_default, reason = "loading the tables is work that a caller should see")]
    pub fn new() -> Self {
        let locale = "vi".parse::<icu_locale_core::Locale>().ok();
        Vietnamese(locale.and_then(|locale| Collator::try_new(locale.into(), CollatorOptions::default()).ok()))
    }

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
    fn letters_before_tones() {
        let order = Vietnamese::new();
        let mut words = vec!["đường", "dương", "dượng", "đương", "ăn", "an", "ân", "ba"];
        words.sort_by(|a, b| order.compare(a, b));
        assert_eq!(words, ["an", "ăn", "ân", "ba", "dương", "dượng", "đương", "đường"]);
    }
}
