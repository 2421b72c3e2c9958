//! The words of the code and of its documents are those of the list in CONTRIBUTING: what is on its left
//! there is nowhere.
//!
//! `cargo test --test words -- --nocapture` prints the counts, and where the words are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::fs;
use std::path::Path;

/// A word or phrase, and how often it may be there. Names in code are read as words too: `is_told`.
const WORDS: [(&str, usize); 18] = [
    ("told", 0),
    ("tells", 0),
    ("mend", 0),
    ("mends", 0),
    ("mended", 1),
    ("so long", 0),
    ("stands in", 0),
    ("stands on", 0),
    ("nobody knows", 0),
    ("what is asked for", 0),
    ("was asked for", 0),
    ("is asked for", 0),
    ("otherwise than", 0),
    ("is no more", 0),
    ("at hand", 0),
    ("lets go of", 0),
    ("who has but", 0),
    ("by then", 0),
];

/// What is read: folders with all files below, and single files. `docs/decisions.md` and `CHANGELOG.md` keep the words of
/// their day.
const READ: [&str; 9] =
    ["src", "templates", "tests", "benches", "docs", "README.md", "SECURITY.md", "CONTRIBUTING.md", "deny.toml"];
const ENDINGS: [&str; 8] = ["rs", "md", "typ", "css", "js", "html", "json", "toml"];
/// Files that list the words, or keep those of their day.
const LEFT_OUT: [&str; 2] = ["tests/words.rs", "docs/decisions.md"];

/// Every file that is read, by its path with `/`.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = READ.iter().flat_map(|place| walkdir::WalkDir::new(root.join(place)).sort_by_file_name());
    let mut files = Vec::new();
    for entry in entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        let is_code = path.ends_with(".rs") && !path.contains("/cases/");
        let is_text = ENDINGS.iter().any(|ending| path.ends_with(&format!(".{ending}"))) && !path.starts_with("tests/");
        if (is_code || is_text) && !LEFT_OUT.contains(&path.as_str()) {
            files.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    files
}

/// The words of a line in lower case, with a space around each.
fn words(line: &str) -> String {
    let words = line.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |line, word| line + &word.to_lowercase() + " ")
}

/// Whether a line is a row of the list of words, which names them.
fn is_of_the_list(path: &str, line: &str) -> bool {
    path == "CONTRIBUTING.md" && line.starts_with("| ")
}

#[test]
fn plain_words() {
    let lines: Vec<(String, String)> = files()
        .iter()
        .flat_map(|(path, text)| text.lines().enumerate().map(move |(index, line)| (path, index + 1, line)))
        .filter(|(path, _, line)| !is_of_the_list(path, line))
        .map(|(path, number, line)| (format!("{path}:{number}: {}", line.trim()), words(line)))
        .collect();
    assert!(lines.len() > 50_000, "the code was not read");
    let mut too_many = Vec::new();
    for (word, most) in WORDS {
        let found: Vec<&String> =
            lines.iter().filter(|(_, words)| words.contains(&format!(" {word} "))).map(|(place, _)| place).collect();
        println!("{word}: {}", found.len());
        found.iter().for_each(|place| println!("  {place}"));
        if found.len() > most {
            too_many.push(format!("«{word}» {} times, at most {most}: {found:#?}", found.len()));
        }
    }
    assert!(too_many.is_empty(), "words of the list in CONTRIBUTING.md:\n{}", too_many.join("\n"));
}

#[test]
fn names_are_read_as_words() {
    assert_eq!(words("    fn is_told(&self) -> \"at hand\";"), " fn is told self at hand ");
}
