//! Which words went and which came between two wordings. A word is what white space parts, so in Vietnamese a syllable;
//! an end of a line counts as a word of its own.

use std::collections::BTreeMap;

use serde::Serialize;
use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};

/// A run of words with one fate.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    pub fate: Fate,
    /// The words parted by one space; `\n` where a line ends.
    pub text: String,
}

/// Whether a word was kept, removed or added.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    Kept,
    /// Only in the former wording.
    Removed,
    /// Only in the later wording.
    Added,
}

impl Fate {
    /// The same change looked at from its other end.
    pub fn reversed(self) -> Self {
        match self {
            Fate::Kept => Fate::Kept,
            Fate::Removed => Fate::Added,
            Fate::Added => Fate::Removed,
        }
    }
}

impl Segment {
    /// Returns the words with the marks of their fate, for who reads plain text: `[-cũ-]`, `{+mới+}`.
    pub fn marked(&self) -> String {
        match self.fate {
            Fate::Kept => self.text.clone(),
            Fate::Removed => format!("[-{}-]", self.text),
            Fate::Added => format!("{{+{}+}}", self.text),
        }
    }
}

/// Returns a difference as plain text, its lines below one another.
pub fn marked(segments: &[Segment]) -> String {
    segments.iter().map(Segment::marked).collect::<Vec<_>>().join(" ").replace(" \n ", "\n")
}

/// The most pairs of words that are held against one another at once. Longer texts are taken line by line, and a changed
/// passage that is longer still is shown as removed and added whole: the time stays in proportion to the length.
const PAIRS: usize = 4_000_000;

/// The words of both wordings in reading order, removed words before those that replace them.
/// Swapping the two texts gives the same segments with reversed fates.
pub fn compare_words(before: &str, after: &str) -> Vec<Segment> {
    let (before, after) = (tokens(before), tokens(after));
    // A shortest way from one text to the other is not always the shortest way back, so it is always sought from one end.
    if before <= after {
        segments(&changes(&before, &after))
    } else {
        let back = changes(&after, &before);
        segments(&back.into_iter().map(WordChange::reversed).collect::<Vec<_>>())
    }
}

fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !tokens.is_empty() {
            tokens.push("\n");
        }
        tokens.extend(line.split_whitespace());
    }
    tokens
}

/// Kept words, or removed words and those that came in their place.
#[derive(Clone, PartialEq, Eq, Debug)]
enum WordChange<'t> {
    Same(Vec<&'t str>),
    Other { removed: Vec<&'t str>, added: Vec<&'t str> },
}

impl WordChange<'_> {
    fn reversed(self) -> Self {
        match self {
            WordChange::Same(words) => WordChange::Same(words),
            WordChange::Other { removed, added } => WordChange::Other { removed: added, added: removed },
        }
    }
}

fn changes<'t>(before: &[&'t str], after: &[&'t str]) -> Vec<WordChange<'t>> {
    let mut found = Vec::new();
    if fits(before.len(), after.len()) {
        compare_tokens(before, after, &mut found);
    } else {
        let (old, new) = (lines(before), lines(after));
        for (old, new, same) in ops(&old, &new) {
            let (old, new) = (old.concat(), new.concat());
            if same {
                found.push(WordChange::Same(old));
            } else {
                compare_tokens(&old, &new, &mut found);
            }
        }
    }
    joined(found)
}

fn fits(before: usize, after: usize) -> bool {
    before.saturating_mul(after) <= PAIRS
}

/// The lines of a text, each with the end of the line before it.
fn lines<'t>(tokens: &[&'t str]) -> Vec<Vec<&'t str>> {
    let mut lines: Vec<Vec<&str>> = vec![Vec::new()];
    for token in tokens {
        if *token == "\n" {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(token);
        }
    }
    lines
}

fn compare_tokens<'t>(before: &[&'t str], after: &[&'t str], found: &mut Vec<WordChange<'t>>) {
    for (old, new, same) in ops(before, after) {
        let (old, new) = (old.to_vec(), new.to_vec());
        found.push(if same { WordChange::Same(old) } else { WordChange::Other { removed: old, added: new } });
    }
}

/// Splits two sequences into equal and different stretches, in order; `true` for equal ones.
fn ops<'a, T: Ord>(before: &'a [T], after: &'a [T]) -> Vec<(&'a [T], &'a [T], bool)> {
    let start = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let (head, before) = before.split_at(start);
    let (_, after) = after.split_at(start);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(old, new)| old == new).count();
    let (before, tail) = before.split_at(before.len() - end);
    let (after, _) = after.split_at(after.len() - end);
    let mut found = vec![(head, head, true)];
    if fits(before.len(), after.len()) {
        // Whole numbers are compared sooner than words.
        let mut numbers = BTreeMap::new();
        let (old, new) = (numbered(before, &mut numbers), numbered(after, &mut numbers));
        for op in difference(&old, &new) {
            let (old, new) = (before.get(op.old_range()), after.get(op.new_range()));
            let same = matches!(op, DiffOp::Equal { .. });
            found.push((old.unwrap_or_default(), new.unwrap_or_default(), same));
        }
    } else {
        found.push((before, after, false));
    }
    found.push((tail, tail, true));
    found
}

/// The shortest way from one sequence to the other, with changes moved together. Called by its name instead of chosen at
/// run time, Myers' algorithm is the only one that the compiler makes code for; all six are a thirtieth of this crate.
fn difference(before: &[usize], after: &[usize]) -> Vec<DiffOp> {
    let mut ways = Compact::new(Replace::new(Capture::new()), before, after);
    let Ok(()) = myers::diff(&mut ways, before, 0..before.len(), after, 0..after.len());
    ways.into_inner().into_inner().into_ops()
}

fn numbered<'a, T: Ord>(items: &'a [T], numbers: &mut BTreeMap<&'a T, usize>) -> Vec<usize> {
    let mut number = |item| {
        let next = numbers.len();
        *numbers.entry(item).or_insert(next)
    };
    items.iter().map(&mut number).collect()
}

/// Runs of one kind in one piece. One or two words that stayed between two changes are shown with them: `[-a b c-] {+x b z+}` is
/// read sooner than three scraps.
fn joined(changes: Vec<WordChange<'_>>) -> Vec<WordChange<'_>> {
    let plain = changes.into_iter().fold(Vec::new(), push);
    let mut out: Vec<WordChange<'_>> = Vec::new();
    let mut rest = plain.into_iter().peekable();
    while let Some(change) = rest.next() {
        let scrap = match &change {
            WordChange::Same(words) => {
                words.len() <= 2
                    && !words.contains(&"\n")
                    && out.last().is_some_and(is_replacement)
                    && rest.peek().is_some_and(is_replacement)
            }
            WordChange::Other { .. } => false,
        };
        let change = match change {
            WordChange::Same(words) if scrap => WordChange::Other { removed: words.clone(), added: words },
            change => change,
        };
        out = push(out, change);
    }
    out
}

fn is_replacement(change: &WordChange<'_>) -> bool {
    matches!(change, WordChange::Other { removed, added } if !removed.is_empty() && !added.is_empty())
}

fn push<'t>(mut out: Vec<WordChange<'t>>, change: WordChange<'t>) -> Vec<WordChange<'t>> {
    match (out.last_mut(), change) {
        (_, WordChange::Same(words)) if words.is_empty() => {}
        (_, WordChange::Other { removed, added }) if removed.is_empty() && added.is_empty() => {}
        (Some(WordChange::Same(before)), WordChange::Same(words)) => before.extend(words),
        (
            Some(WordChange::Other { removed, added }),
            WordChange::Other { removed: more_removed, added: more_added },
        ) => {
            removed.extend(more_removed);
            added.extend(more_added);
        }
        (_, change) => out.push(change),
    }
    out
}

fn segments(changes: &[WordChange<'_>]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut add = |fate, words: &[&str]| {
        if !words.is_empty() {
            segments.push(Segment { fate, text: text(words) });
        }
    };
    for change in changes {
        match change {
            WordChange::Same(words) => add(Fate::Kept, words),
            WordChange::Other { removed, added } => {
                add(Fate::Removed, removed);
                add(Fate::Added, added);
            }
        }
    }
    segments
}

/// The words with one space between two of them, none beside the end of a line.
fn text(words: &[&str]) -> String {
    words.join(" ").replace(" \n ", "\n").replace(" \n", "\n").replace("\n ", "\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(before: &str, after: &str) -> String {
        let segments = compare_words(before, after);
        segments.iter().map(Segment::marked).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_that_went_and_came() {
        assert_eq!(marked("a b c", "a b c"), "a b c");
        assert_eq!(marked("", "mới"), "{+mới+}");
        assert_eq!(marked("cũ", ""), "[-cũ-]");
        assert_eq!(marked("", ""), "");
        assert_eq!(
            marked("cơ quan nhà nước phải báo cáo hằng năm", "cơ quan nhà nước nên báo cáo hằng năm"),
            "cơ quan nhà nước [-phải-] {+nên+} báo cáo hằng năm"
        );
        assert_eq!(marked("a)\u{a0}một\n\nb) hai", "a) một\nb) ba"), "a) một\nb) [-hai-] {+ba+}");
        assert_eq!(marked("x1 và x2 hết", "y1 và y2 hết"), "[-x1 và x2-] {+y1 và y2+} hết");
    }

    #[test]
    fn long_texts_take_no_longer_than_they_are_long() {
        let word = |seed: usize| format!("từ{}", seed * 7919 % 10_007);
        let text = |salt: usize| (0..60_000).map(|at| word(at * salt)).collect::<Vec<_>>();
        let (one, other) = (text(1).join(" "), text(3).join(" "));
        assert_eq!(compare_words(&one, &other).len(), 3, "the first word, and all that follows");
        let lines = |salt: usize| text(salt).chunks(20).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n");
        let changed = lines(1).replacen(&word(400), "khác", 1);
        let segments = compare_words(&lines(1), &changed);
        assert!(segments.iter().any(|segment| segment.text == "khác"), "{} segments", segments.len());
        compare_words(&lines(1), &lines(3));
    }

    fn words_of(segments: &[Segment], wanted: Fate) -> Vec<String> {
        let kept = segments.iter().filter(|segment| segment.fate == Fate::Kept || segment.fate == wanted);
        kept.flat_map(|segment| segment.text.split_whitespace()).map(str::to_owned).collect()
    }

    fn wording() -> impl Strategy<Value = String> {
        proptest::collection::vec(prop_oneof!["[abcd]", Just("\n".to_owned()), Just("đoạn".to_owned())], 0..40)
            .prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_made_up(before in wording(), after in wording()) {
            let segments = compare_words(&before, &after);
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words_of(&segments, Fate::Removed), words(&before));
            prop_assert_eq!(words_of(&segments, Fate::Added), words(&after));
        }

        #[test]
        fn from_the_other_end_it_is_the_same(before in wording(), after in wording()) {
            let there = compare_words(&before, &after);
            let mut back = compare_words(&after, &before);
            back.iter_mut().for_each(|segment| segment.fate = segment.fate.reversed());
            // Removed words are before added ones, whichever way one looks.
            let sort = |segments: &[Segment]| {
                let mut runs: Vec<Vec<Segment>> = Vec::new();
                for segment in segments {
                    match runs.last_mut() {
                        Some(run) if segment.fate != Fate::Kept && run[0].fate != Fate::Kept => run.push(segment.clone()),
                        _ => runs.push(vec![segment.clone()]),
                    }
                }
                runs.iter_mut().for_each(|run| run.sort_by_key(|segment| segment.fate));
                runs
            };
            prop_assert_eq!(sort(&there), sort(&back));
        }

        #[test]
        fn the_same_words_are_kept(text in wording()) {
            prop_assert!(compare_words(&text, &text).iter().all(|segment| segment.fate == Fate::Kept));
        }
    }
}
