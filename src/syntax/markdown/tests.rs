use std::fmt::Write;

use super::*;
use crate::diag::{Finding, Lang, Place, Severity};
use crate::model::text::{Alignment, Block, Inline, each_inline, images, is_blank, plain_text};

mod findings;
mod properties;
mod tree;

/// The tree in one line for each block, indented; inlines in brackets that Markdown does not have.
fn print(body: &Body) -> String {
    let mut out = String::new();
    print_blocks(&body.blocks, 0, &mut out);
    for (index, note) in body.footnotes.iter().enumerate() {
        writeln!(out, "note {index}").unwrap();
        print_blocks(note, 1, &mut out);
    }
    out
}

fn print_blocks(blocks: &[Block], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Paragraph(content) => writeln!(out, "{indent}p {}", inlines(content)).unwrap(),
            Block::Heading { level, content } => writeln!(out, "{indent}h{level} {}", inlines(content)).unwrap(),
            Block::Points(points) => {
                writeln!(out, "{indent}points").unwrap();
                for point in points {
                    match point.blocks.split_first() {
                        Some((Block::Paragraph(content), rest)) => {
                            writeln!(out, "{indent}  {} {}", point.label, inlines(content)).unwrap();
                            print_blocks(rest, depth + 2, out);
                        }
                        _ => {
                            writeln!(out, "{indent}  {}", point.label).unwrap();
                            print_blocks(&point.blocks, depth + 2, out);
                        }
                    }
                }
            }
            Block::Quote(inner) => {
                writeln!(out, "{indent}quote").unwrap();
                print_blocks(inner, depth + 1, out);
            }
            Block::Table(table) => {
                let signs: String = table
                    .alignment
                    .iter()
                    .map(|side| match side {
                        Alignment::Start => '<',
                        Alignment::Centre => '^',
                        Alignment::End => '>',
                    })
                    .collect();
                writeln!(out, "{indent}table {signs}").unwrap();
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(|cell| inlines(cell)).collect();
                    writeln!(out, "{indent}  {}", cells.join(" | ")).unwrap();
                }
            }
            Block::Image(image) => {
                let caption = image.caption.as_deref().unwrap_or("-");
                writeln!(out, "{indent}image {} “{}” {caption}", image.path, image.alt).unwrap();
            }
        }
    }
}

fn inlines(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(words) => words.clone(),
            Inline::Emphasis(inner) => format!("em({})", inlines(inner)),
            Inline::Strong(inner) => format!("st({})", inlines(inner)),
            Inline::Code(words) => format!("code({words})"),
            Inline::Break => "⏎".to_owned(),
            Inline::Link { url, content } => format!("link({url} {})", inlines(content)),
            Inline::Cite { words, .. } => format!("cite({words})"),
            Inline::Reference { id, words, .. } => format!("ref({id} {})", words.as_deref().unwrap_or("-")),
            Inline::FootnoteRef(index) => format!("note({index})"),
        })
        .collect()
}

/// A header before the text under test, so that offsets are tried as well.
const HEADER: &str = "---\nid: thử\n---\n";

fn parse_body(input: &str, purpose: Purpose) -> (String, Body, Sink) {
    let text = format!("{HEADER}{input}");
    let mut sink = Sink::new();
    let body = parse(&text, HEADER.len()..text.len(), FileId(0), purpose, &mut sink);
    (text, body, sink)
}

/// Every hole of the sentence has its words.
fn assert_filled(sentence: &str, finding: &Finding) {
    for hole in sentence.split('{').skip(1) {
        let name = hole.split('}').next().unwrap_or_default();
        let words = finding.args.iter().find(|(known, _)| *known == name);
        assert!(words.is_some(), "{finding:?} leaves {{{name}}} open");
    }
}

/// Each finding as its code and the words it points at.
fn said(text: &str, sink: &Sink) -> Vec<(&'static str, String)> {
    let mut found: Vec<_> = sink
        .findings()
        .iter()
        .map(|finding| {
            let entry = finding.code.entry();
            for lang in [Lang::Vi, Lang::En] {
                for sentence in [entry.words(lang).message, entry.words(lang).help] {
                    assert_filled(sentence, finding);
                }
            }
            match &finding.place {
                Place::Span(span) => (span.start, finding.code.id(), text[span.range()].to_owned()),
                other => panic!("{other:?}"),
            }
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, id, words)| (id, words)).collect()
}

/// The tree of an excerpt that is in order.
fn check(input: &str, expected: &str) {
    check_as(Purpose::Excerpt, input, expected);
}

fn check_as(purpose: Purpose, input: &str, expected: &str) {
    let (text, body, sink) = parse_body(input, purpose);
    assert_eq!(print(&body).trim_end(), expected.trim_end(), "\n{input}");
    assert_eq!(said(&text, &sink), vec![], "\n{input}");
    each_inline(&body, &mut |inline| {
        if let Inline::Cite { words, range, .. } = inline {
            let source = text[range.clone()].split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>();
            assert_eq!(source, words.split_whitespace().collect::<Vec<_>>(), "\n{input}");
        }
    });
}
