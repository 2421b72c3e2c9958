//! The readers of received files on laws as they are really sent round: `../shared/data/official`, where it is there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test"
)]

use std::fs;
use std::path::Path;

use camnang::internals::originals::readers::{OutsidePrograms, ReceivedFile, recognise};
use camnang::internals::originals::refusal::ReadRefusal;

struct NoPrograms;

impl OutsidePrograms for NoPrograms {
    fn pdf_text(&self, _: &[u8]) -> Result<String, ReadRefusal> {
        Err(ReadRefusal::NoProgram("pdftotext"))
    }

    fn to_docx(&self, _: &[u8], _: &str) -> Result<Vec<u8>, ReadRefusal> {
        Err(ReadRefusal::NoProgram("soffice"))
    }
}

/// The files, and how many articles each has.
const OFFICIAL: [(&str, usize); 7] = [
    ("30-2020-nd-cp.docx", 38),
    ("30-2020-nd-cp-phu-luc-1.docx", 0),
    ("67-2006-qh11.html", 79),
    ("224-2026-nd-cp.md", 92),
    ("174-2026-nd-cp.md", 117),
    ("06-2026-tt-bkhcn.md", 17),
    ("45-2026-nd-cp.txt", 43),
];

#[test]
fn laws_as_they_are_sent_round_are_read_and_nothing_is_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/official");
    for (name, articles) in OFFICIAL {
        let Ok(bytes) = fs::read(folder.join(name)) else {
            println!("skipped: {name} is not here");
            continue;
        };
        let reader = recognise(name, &bytes).unwrap();
        let read = reader.read(&ReceivedFile { name, bytes: &bytes, programs: &NoPrograms });
        let read = read.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        let dropped: u64 = read.dropped.iter().map(|part| part.characters).sum();
        println!(
            "{name}: {}, {} = {} + {dropped}, {} lines",
            reader.label(),
            read.taken,
            read.placed,
            read.text.lines.len()
        );
        for part in &read.dropped {
            println!("  {} {}: {:?}", part.characters, part.reason.key(), part.examples);
        }
        for note in &read.notes {
            println!("  {}", note.words().vi);
        }
        assert_eq!(read.taken, read.placed + dropped, "{name}");
        let text = read.text.write();
        if let Ok(folder) = std::env::var("CAMNANG_SHOW") {
            fs::write(Path::new(&folder).join(format!("{name}.txt")), &text).unwrap();
        }
        let begins = |line: &str, n: usize| {
            let rest = line.strip_prefix(&format!("Điều {n}"));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let found = (1..=articles).filter(|n| text.lines().any(|line| begins(line, *n)));
        assert_eq!(found.count(), articles, "{name}");
    }
}
