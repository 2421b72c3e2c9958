//! Sentences by kind, each with all that is cited in it: `table.tsv`.

use super::show_all;

/// The lines with a sentence, what is expected, and the kind that they are under. `⏎` is a line break.
fn rows() -> impl Iterator<Item = (&'static str, String, &'static str)> {
    let mut kind = "";
    include_str!("table.tsv").lines().filter_map(move |line| {
        if let Some(heading) = line.strip_prefix("# ") {
            kind = heading;
            return None;
        }
        let (sentence, expected) = line.split_once('\t').expect("a sentence, a tab and what it cites");
        Some((kind, sentence.replace('⏎', "\n"), expected))
    })
}

fn shown(text: &str) -> String {
    let all = show_all(text);
    if all.is_empty() { "—".to_owned() } else { all.join(" || ") }
}

#[test]
fn every_sentence_gives_what_the_table_says() {
    let wrong: Vec<String> = rows()
        .filter(|(_, sentence, expected)| shown(sentence) != *expected)
        .map(|(kind, sentence, expected)| {
            format!("{kind}: {sentence}\n  wanted {expected}\n  found  {}", shown(&sentence))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same in the middle of a text: words before and after change nothing.
#[test]
fn every_sentence_gives_the_same_among_others() {
    for (kind, sentence, expected) in rows() {
        let text = format!("Văn bản có hiệu lực từ ngày ký.\n\n{sentence}\n\nTrân trọng.");
        assert_eq!(shown(&text), expected, "{kind}: {sentence}");
    }
}

#[test]
fn the_table_is_long_enough() {
    assert!(rows().count() >= 200, "{}", rows().count());
}
