//! The words that a summary was read against, and how those of today differ from them.
//!
//! A record has only the hash of the words. The draft of a summary has the words themselves as remarks (`# …`) of its
//! header, and whoever keeps them there is shown each word that has changed since.

use crate::compare::{Fate, Segment, compare_words};
use crate::hash::sha256;

/// How many runs of remarks are tried, so that a header of nothing but remarks takes no long time.
const MOST_RUNS: usize = 5_000;

/// Returns the remarks of a header whose hash is `read`.
pub fn in_remarks(header: &str, read: &str) -> Option<String> {
    let mut tried = 0;
    let remarks: Vec<Option<&str>> = header.lines().map(remark).collect();
    for run in remarks.split(Option::is_none) {
        let lines: Vec<&str> = run.iter().copied().flatten().collect();
        for start in 0..lines.len() {
            // The words are mostly the last of the remarks.
            for end in (start + 1..=lines.len()).rev() {
                let words = lines.get(start..end)?.join("\n");
                if sha256(words.as_bytes()) == read {
                    return Some(words);
                }
                tried += 1;
                if tried == MOST_RUNS {
                    return None;
                }
            }
        }
    }
    None
}

fn remark(line: &str) -> Option<&str> {
    let words = line.strip_prefix('#')?;
    Some(words.strip_prefix(' ').unwrap_or(words).trim_end())
}

/// Returns what has changed, with a few words around each change: `báo cáo [-hằng quý-] {+hằng năm+} …`.
pub fn difference(before: &str, after: &str) -> String {
    let segments = compare_words(before, after);
    let last = segments.len().saturating_sub(1);
    let shown: Vec<String> = segments.iter().enumerate().map(|(at, it)| shown(it, at == 0, at == last)).collect();
    shown.join(" ").replace('\n', " ")
}

fn shown(segment: &Segment, is_first: bool, is_last: bool) -> String {
    match segment.fate {
        Fate::Removed | Fate::Added => segment.marked(),
        Fate::Kept => shortened(&segment.text, is_first, is_last),
    }
}

/// The words beside the changes: the last ones before the first change, the first ones after the last.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    const BESIDE: usize = 5;
    let words: Vec<&str> = text.split_whitespace().collect();
    let head = words.get(..BESIDE).unwrap_or(&words).join(" ");
    let tail = words.get(words.len().saturating_sub(BESIDE)..).unwrap_or_default().join(" ");
    match (is_first, is_last) {
        _ if words.len() <= 2 * BESIDE && !is_first && !is_last || words.len() <= BESIDE => words.join(" "),
        (true, _) => format!("… {tail}"),
        (false, true) => format!("{head} …"),
        (false, false) => format!("{head} … {tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_found_among_remarks() {
        let words = "1. Cơ quan:\na) Lập sổ.";
        let read = sha256(words.as_bytes());
        let header = "id: a\n# Lời của bản gốc:\n# 1. Cơ quan:\n# a) Lập sổ.\n# Của tôi.\ntitle: b\n#khác\n";
        assert_eq!(in_remarks(header, &read).as_deref(), Some(words));
        assert_eq!(in_remarks("id: a\n# 1. Cơ quan:\n", &read), None);
        assert_eq!(in_remarks(&"# a\n".repeat(100_000), &read), None);
    }

    #[test]
    fn changed_words_are_shown_with_some_around_them() {
        let before = "Cơ quan nhà nước ở trung ương và địa phương báo cáo hằng quý cho cơ quan cấp trên.\nHết.";
        assert_eq!(
            difference(before, &before.replace("hằng quý", "hằng năm")),
            "… địa phương báo cáo hằng [-quý-] {+năm+} cho cơ quan cấp trên. …"
        );
        assert_eq!(difference("a b", "a c b"), "a {+c+} b");
        assert_eq!(difference("a", "b"), "[-a-] {+b+}");
    }
}
