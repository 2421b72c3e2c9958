//! Two wordings beside one another, with the words marked that went and that came.

use serde::Serialize;

use crate::compare::{Fate, compare_words};

/// Two wordings, each as runs of words.
#[derive(Serialize, Debug)]
pub struct Sides {
    pub old: Vec<WordRun>,
    pub new: Vec<WordRun>,
    /// Whether no word differs.
    pub is_same: bool,
}

/// A run of words with one fate.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct WordRun {
    pub text: String,
    /// Whether the other wording does not have it.
    pub is_marked: bool,
}

impl Sides {
    /// Compares two wordings word by word.
    pub fn new(before: &str, after: &str) -> Self {
        let segments = compare_words(before, after);
        let side = |without: Fate| {
            let there = segments.iter().filter(|segment| segment.fate != without);
            let run = |(text, fate): (&String, Fate)| WordRun { text: lines(text), is_marked: fate != Fate::Kept };
            there.map(|segment| run((&segment.text, segment.fate))).collect()
        };
        let is_same = segments.iter().all(|segment| segment.fate == Fate::Kept);
        Sides { old: side(Fate::Added), new: side(Fate::Removed), is_same }
    }
}

/// Words as they stand on lines: in a comparison the end of a line is a word.
fn lines(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n") + if text.ends_with('\n') { "" } else { " " }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_its_words_and_marks_those_of_its_own() {
        let sides = Sides::new("một hai\nba", "một bốn\nba");
        let text = |runs: &[WordRun]| -> String {
            let run = |run: &WordRun| if run.is_marked { format!("[{}]", run.text) } else { run.text.clone() };
            runs.iter().map(run).collect()
        };
        assert_eq!(text(&sides.old), "một [hai ]\nba ");
        assert_eq!(text(&sides.new), "một [bốn ]\nba ");
        assert!(!sides.is_same && Sides::new("a  b", "a b").is_same);
    }
}
