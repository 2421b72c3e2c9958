//! What holds for every input.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Pieces that mean something to Markdown, to legal drafting or to this reader, and words between them.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a) ",
        "đ) ",
        "1. ",
        "2a. ",
        "- ",
        "+ ",
        "* ",
        "> ",
        "    ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "# ",
        "---",
        "===",
        "***",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "~~~\n",
        "~~",
        "[[",
        "]]",
        "[",
        "]",
        "](",
        ")",
        "!",
        "[^1]",
        "[^1]: ",
        "[^x]",
        "|",
        "|---|",
        "\n|---|---|\n",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<",
        ">",
        "<https://a.vn>",
        "(https://b.vn)",
        "[r]: https://c.vn\n",
        "&amp;",
        "&nbsp;",
        "&#0;",
        "\\",
        "$",
        "$$",
        "+++\n",
        ":",
        ";",
        "\u{a0}",
        "[!NOTE]",
        "[ ] ",
        "chữ",
        "Điều 5",
        "Nghị định số 72/2013/NĐ-CP",
        "một",
        "hai",
        " ",
        "“",
        "nd-1",
        "\"x\"",
        "\u{0}",
        "\r",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Words of letters and digits, without markup.
fn prose() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec("[a-zđơưáà]{2,6}[0-9]{0,2}", 1..8), 1..6)
}

fn reads(input: &str, purpose: Purpose) -> (String, Body) {
    let (text, body, sink) = parse_body(input, purpose);
    for finding in sink.findings() {
        let Place::Span(span) = &finding.place else { panic!("{finding:?}") };
        assert!(text.get(span.range()).is_some() && span.start >= HEADER.len(), "{finding:?}\n{text:?}");
    }
    each_inline(&body, &mut |inline| match inline {
        Inline::FootnoteRef(index) => assert!(*index < body.footnotes.len()),
        Inline::Cite { range, .. } => assert!(text.get(range.clone()).is_some()),
        Inline::Reference { range, .. } => {
            let source = &text[range.clone()];
            assert!(source.starts_with("[[") && source.ends_with("]]"), "{source}");
        }
        _ => {}
    });
    (text, body)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn never_panics(input in ".*") {
        let (_, body) = reads(&input, Purpose::Excerpt);
        prop_assert_eq!(is_blank(&body), plain_text(&body).is_empty() && images(&body).is_empty());
    }

    #[test]
    fn never_panics_on_markup(input in soup()) {
        for purpose in [Purpose::Excerpt, Purpose::Guidance] {
            let (_, body) = reads(&input, purpose);
            prop_assert_eq!(is_blank(&body), plain_text(&body).is_empty() && images(&body).is_empty());
        }
    }

    #[test]
    fn paragraphs_survive(paragraphs in prose()) {
        let lines: Vec<String> = paragraphs.iter().map(|words| words.join(" ")).collect();
        let (_, body) = reads(&lines.join("\n\n"), Purpose::Excerpt);
        prop_assert_eq!(plain_text(&body), lines.join("\n"));
    }

    /// Words between pieces of markup are in the tree or in a finding.
    #[test]
    fn no_word_is_lost(input in soup(), words in prose()) {
        let mut words = words.concat().into_iter();
        let input: String = input.split(' ').map(|part| format!("{part} {} ", words.next().unwrap_or_default())).collect();
        let (text, body, sink) = parse_body(&input, Purpose::Excerpt);
        let plain = plain_text(&body);
        let reported: String = sink
            .findings()
            .iter()
            .filter_map(|finding| match &finding.place {
                Place::Span(span) => Some(&text[span.range()]),
                _ => None,
            })
            .collect();
        let dropped_notes = sink.findings().iter().any(|finding| finding.code.id() == "CN209");
        let mut links = String::new();
        each_inline(&body, &mut |inline| match inline {
            Inline::Link { url, .. } => links.push_str(url),
            Inline::Reference { id, .. } => links.push_str(id.as_str()),
            _ => {}
        });
        if !dropped_notes {
            for word in input.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.len() > 3) {
                let kept = plain.contains(word) || reported.contains(word) || links.contains(word);
                prop_assert!(kept || ["nbsp", "https"].contains(&word), "{word} is lost from {input:?}\n{}", print(&body));
            }
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test of time has to measure it; no output comes of it")]
fn linear_time() {
    for piece in [
        "[[",
        "[^",
        "[^1]",
        "*",
        "**a ",
        "a) ",
        "a) x\n",
        "- ",
        "> ",
        "<",
        "<b>",
        "<!--",
        "`",
        "[",
        "](",
        "![",
        "$",
        "~~",
        "- x\n",
        "1. x\na) y\n",
        "|",
        "| a |\n|---|\n",
        "[a]: https://b.vn\n",
        "+++\n",
        "&amp;",
        "\\",
        "x\n---\n",
        "[^a]: b\n",
        "a **a *a ",
        "Điều 5 ",
    ] {
        let time = |times: usize| {
            let input = piece.repeat(times);
            let begun = Instant::now();
            parse_body(&input, Purpose::Excerpt);
            begun.elapsed()
        };
        // Quadratic time would be 64 times as much, at every try; a busy machine is not busy at every one of them.
        let tries = (0..5).map(|_| (time(2_000), time(16_000)));
        let slow: Vec<_> =
            tries.take_while(|(short, long)| *long >= *short * 32 + Duration::from_millis(500)).collect();
        assert!(slow.len() < 5, "{piece:?}: {slow:?}");
    }
}
