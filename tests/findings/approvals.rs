//! Approvals cover the words that were seen, and no others, whatever is changed and where.

use std::path::Path;

use camnang::internals::diag::Sink;
use camnang::internals::hash::sha256;
use camnang::internals::model::subject::Subject;
use camnang::internals::session::OpenedCorpus;
use camnang::internals::source::Sources;
use proptest::prelude::*;

const EXCERPT: &str = "excerpts/nd-1-2030/dieu-1.md";
const IMAGE: &str = "images/hinh.svg";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";

/// The base of the findings, with an image in the excerpt.
fn base() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    let read = |path: &str| (path.to_owned(), std::fs::read_to_string(folder.join(path)).unwrap());
    let mut files: Vec<(String, String)> =
        [EXCERPT, "editions/so-tay.yaml", "instruments/nd-1-2030.yaml", "vocabulary.yaml"].map(read).into();
    files[0].1.push_str("\n![Một hình vuông](images/hinh.svg)\n");
    files.push((IMAGE.to_owned(), SVG.to_owned()));
    files
}

fn open(files: &[(String, String)]) -> OpenedCorpus {
    let mut sink = Sink::new();
    let files = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    OpenedCorpus::new(Sources::of_files(files, &mut sink), sink)
}

/// The same, the excerpt approved as it is.
fn approved() -> Vec<(String, String)> {
    let mut files = base();
    let sha256 = open(&files).seen_hash(EXCERPT).unwrap();
    let review = format!("decisions:\n  - {{state: approved, by: Lan, on: 2030-03-05, sha256: {sha256}}}\n");
    files.push(("reviews/excerpts/nd-1-2030/dieu-1.yaml".to_owned(), review));
    files
}

fn is_approved(opened: &OpenedCorpus) -> bool {
    opened.corpus.standing(&Subject::Excerpt("nd-1-2030.dieu-1".parse().unwrap())).is_approved()
}

/// Some characters of a text replaced by other words, wherever.
fn changed(text: &str, at: usize, removed: usize, words: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = at % (signs.len() + 1);
    let end = (at + removed).min(signs.len());
    signs[..at].iter().copied().chain(words.chars()).chain(signs[end..].iter().copied()).collect()
}

proptest! {
    #[test]
    fn any_change_of_what_was_approved_is_stale_and_no_other_is(
        file in 0usize..5,
        at in 0usize..4000,
        removed in 0usize..4,
        words in "[a-z0-9đăơư :\n-]{0,3}",
    ) {
        let mut files = approved();
        let former = files[file].1.clone();
        files[file].1 = changed(&former, at, removed, &words);
        let is_seen = [EXCERPT, IMAGE].contains(&files[file].0.as_str());
        // Whether the corpus is sound with the change is another matter: nothing unsound is printed.
        prop_assert_eq!(is_approved(&open(&files)), !is_seen || files[file].1 == former);
    }
}

#[test]
fn the_hash_is_that_of_the_file_as_it_is_read() {
    let mut files = base();
    files[0].1 = files[0].1.replace("\n![Một hình vuông](images/hinh.svg)\n", "");
    let plain = open(&files).seen_hash(EXCERPT).unwrap();
    assert_eq!(plain, sha256(files[0].1.as_bytes()), "sha256sum says the same");
    // Line ends and a byte order mark are no words.
    files[0].1 = format!("\u{feff}{}", files[0].1.replace('\n', "\r\n"));
    assert_eq!(open(&files).seen_hash(EXCERPT).unwrap(), plain);
    assert_eq!(open(&files).seen_hash_of(EXCERPT, files[0].1.as_bytes()).unwrap(), plain);
    assert!(is_approved(&open(&approved())));
    assert_eq!(open(&base()).seen_hash("excerpts/nd-1-2030/dieu-9.md"), None);
}
